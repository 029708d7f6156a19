//! Deflate (RFC 1951), as small as it can be: one block in the fixed code. What markup repeats is packed nearly as well
//! as by a large compressor, which alone would be half as large as all that writes the document.

/// How far back a match may begin.
const WINDOW: usize = 32_768;

/// A match is this long at least, and at most.
const SHORTEST: usize = 4;
const LONGEST: usize = 258;

/// How many bits of a hash tell where a stretch stood last.
const HASH_BITS: u32 = 14;

/// Packs bytes.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = Bits::default();
    // The last block, in the fixed code.
    out.put(0b011, 3);
    // Where a stretch of each hash stood last, counted from 1.
    let mut last = vec![0_u32; 1 << HASH_BITS];
    let mut at = 0;
    while at < bytes.len() {
        let found = bytes[at..].first_chunk().map(|start| {
            let place = &mut last[hash(*start)];
            (std::mem::replace(place, at as u32 + 1) as usize).checked_sub(1)
        });
        let length = match found.flatten() {
            Some(from) if at - from <= WINDOW => same(&bytes[from..], &bytes[at..]),
            _ => 0,
        };
        if let (true, Some(Some(from))) = (length >= SHORTEST, found) {
            out.length(length as u32 - 3);
            out.distance((at - from) as u32 - 1);
            // What begins inside the match can be found too.
            for inside in at + 1..at + length {
                if let Some(start) = bytes[inside..].first_chunk() {
                    last[hash(*start)] = inside as u32 + 1;
                }
            }
            at += length;
        } else {
            out.literal(u32::from(bytes[at]));
            at += 1;
        }
    }
    out.end()
}

fn hash(start: [u8; SHORTEST]) -> usize {
    (u32::from_le_bytes(start).wrapping_mul(0x9E37_79B1) >> (32 - HASH_BITS)) as usize
}

/// How many bytes two stretches have in common.
fn same(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take(LONGEST).take_while(|(one, other)| one == other).count()
}

/// Bits, from the lowest of each byte on.
#[derive(Default)]
struct Bits {
    out: Vec<u8>,
    open: u32,
    count: u32,
}

impl Bits {
    /// Puts a number, its lowest bit first.
    fn put(&mut self, bits: u32, count: u32) {
        self.open |= bits << self.count;
        self.count += count;
        while self.count >= 8 {
            self.out.push(self.open as u8);
            self.open >>= 8;
            self.count -= 8;
        }
    }

    /// Puts a code, its highest bit first.
    fn code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }

    /// A byte, the end (256) or a length (from 257 on), in the fixed code (3.2.6).
    fn literal(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xC0 + symbol - 280, 8),
        }
    }

    /// A length less 3 (3.2.5). Each code from the ninth on stands for twice as many as the one four before it.
    fn length(&mut self, length: u32) {
        if length as usize == LONGEST - 3 {
            return self.literal(285);
        }
        let extra = (length.max(1).ilog2()).saturating_sub(2);
        let symbol = if extra == 0 { length } else { 4 * (extra + 1) + (length >> extra & 3) };
        self.literal(257 + symbol);
        self.put(length & ((1 << extra) - 1), extra);
    }

    /// A distance less 1 (3.2.5). Each code from the fifth on stands for twice as many as the one two before it.
    fn distance(&mut self, distance: u32) {
        let extra = (distance.max(1).ilog2()).saturating_sub(1);
        let symbol = if extra == 0 { distance } else { 2 * (extra + 1) + (distance >> extra & 1) };
        self.code(symbol, 5);
        self.put(distance & ((1 << extra) - 1), extra);
    }

    fn end(mut self) -> Vec<u8> {
        self.literal(256);
        // Up to the end of the byte.
        self.put(0, 7);
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::inflate::decompress_to_vec;
    use proptest::prelude::*;

    fn unpacked(bytes: &[u8]) -> Vec<u8> {
        decompress_to_vec(bytes).unwrap()
    }

    #[test]
    fn all_lengths_and_distances_come_back() {
        for length in 0..=600 {
            let bytes = [vec![b'a'; length], "汉".into(), vec![b'a'; length]].concat();
            assert_eq!(unpacked(&deflate(&bytes)), bytes, "{length}");
        }
        let mut seed = 1_u32;
        let mut noise = |length: usize| -> Vec<u8> {
            let next = |_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            };
            (0..length).map(next).collect()
        };
        for between in [0, 1, 2, 3, 4, 250, 4_000, 32_760, 32_764, 32_765, 40_000] {
            let bytes = [b"0123abcd".to_vec(), noise(between), b"0123abcd".to_vec()].concat();
            assert_eq!(unpacked(&deflate(&bytes)), bytes, "{between}");
        }
    }

    #[test]
    fn markup_becomes_small() {
        let bytes = "<w:p><w:pPr><w:pStyle w:val=\"Body\"/></w:pPr></w:p>\n".repeat(1_000);
        assert!(deflate(bytes.as_bytes()).len() * 50 < bytes.len());
    }

    proptest! {
        #[test]
        fn what_is_packed_comes_back(bytes in prop::collection::vec(prop_oneof![Just(b'a'), Just(b'b'), any::<u8>()], 0..3_000)) {
            prop_assert_eq!(unpacked(&deflate(&bytes)), bytes);
        }
    }
}
