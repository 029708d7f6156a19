//! The package: a zip file (ISO/IEC 29500-2, annex B). The same parts give the same bytes: all of them are of 1980.

use super::deflate::deflate;

/// The first day that a zip file can tell.
const DAY: [u8; 2] = [0x21, 0];

/// The version of the format that a reader has to know.
const VERSION: [u8; 2] = [20, 0];

/// How a part is packed.
const DEFLATED: [u8; 2] = [8, 0];

/// A zip file that is being written.
#[derive(Default)]
pub(super) struct Zip {
    out: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

impl Zip {
    /// Adds a part.
    pub(super) fn add(&mut self, name: &str, content: &str) {
        let content = content.as_bytes();
        let offset = self.out.len() as u32;
        let packed = deflate(content);
        let fields = [
            &VERSION[..],
            &[0, 0],
            &DEFLATED,
            &[0, 0],
            &DAY,
            &crc32(content).to_le_bytes(),
            &(packed.len() as u32).to_le_bytes(),
            &(content.len() as u32).to_le_bytes(),
            &(name.len() as u32).to_le_bytes(),
        ]
        .concat();
        self.out.extend_from_slice(b"PK\x03\x04");
        self.out.extend_from_slice(&fields);
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(&packed);

        self.directory.extend_from_slice(b"PK\x01\x02");
        self.directory.extend_from_slice(&VERSION);
        self.directory.extend_from_slice(&fields);
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&offset.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.parts += 1;
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let start = (self.out.len() as u32).to_le_bytes();
        let length = (self.directory.len() as u32).to_le_bytes();
        let parts = self.parts.to_le_bytes();
        self.out.extend_from_slice(&self.directory);
        for field in [&b"PK\x05\x06\0\0\0\0"[..], &parts, &parts, &length, &start, &[0, 0]] {
            self.out.extend_from_slice(field);
        }
        self.out
    }
}

/// The remainders of half bytes.
const CRC: [u32; 16] = {
    let mut table = [0; 16];
    let mut index = 0;
    while index < 16 {
        let mut crc = index as u32;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
            bit += 1;
        }
        table[index] = crc;
        index += 1;
    }
    table
};

fn crc32(content: &[u8]) -> u32 {
    let half = |crc: u32| crc >> 4 ^ CRC[(crc & 15) as usize];
    !content.iter().fold(u32::MAX, |crc, byte| half(half(crc ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_zip_files() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
