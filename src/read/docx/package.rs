//! The package of a Word document: a zip file of XML parts (ISO/IEC 29500-2).

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipSliceArchive};
use std::cell::Cell;

/// How large all parts may be together when they are unpacked: a thousand times what a long report takes. More is a bomb.
const LARGEST: usize = 64 << 20;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no Word document.
    NotDocx,
    /// It is damaged.
    Broken,
    /// It is locked by a password.
    Locked,
    /// It unpacks to more than any document is long.
    TooLarge,
    /// It brings definitions of its own (a document type, entities), which no Word document does.
    Unsafe,
}

impl Unreadable {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Unreadable::NotDocx => "file-kind",
            Unreadable::Broken => "file-broken",
            Unreadable::Locked => "file-locked",
            Unreadable::TooLarge => "file-too-large",
            Unreadable::Unsafe => "file-unsafe",
        }
    }
}

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// How much may still be unpacked.
    left: Cell<usize>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Unreadable::NotDocx)?;
        Ok(Package { archive, left: Cell::new(LARGEST) })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut entries = self.archive.entries();
        while let Ok(Some(entry)) = entries.next_entry() {
            names.push(String::from_utf8_lossy(entry.file_path().as_ref()).into_owned());
        }
        names
    }

    /// A part as text; `None` if there is none of this name.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>, Unreadable> {
        let mut entries = self.archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| Unreadable::Broken)? {
            let path = entry.file_path();
            if !AsRef::<[u8]>::as_ref(&path).eq_ignore_ascii_case(name.as_bytes()) {
                continue;
            }
            if entry.flags().is_encrypted() {
                return Err(Unreadable::Locked);
            }
            let method = entry.compression_method();
            let found = self.archive.get_entry(entry.wayfinder()).map_err(|_| Unreadable::Broken)?;
            let bytes = unpack(method, found.data(), self.left.get())?;
            self.left.set(self.left.get() - bytes.len());
            return text(bytes).map(Some);
        }
        Ok(None)
    }
}

fn unpack(method: CompressionMethod, data: &[u8], left: usize) -> Result<Vec<u8>, Unreadable> {
    if method == CompressionMethod::DEFLATE {
        decompress_to_vec_with_limit(data, left).map_err(|error| match error.status {
            miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Unreadable::TooLarge,
            _ => Unreadable::Broken,
        })
    } else if method == CompressionMethod::STORE && data.len() <= left {
        Ok(data.to_vec())
    } else {
        Err(Unreadable::Broken)
    }
}

/// XML in UTF-8, or in UTF-16 with its byte order mark.
fn text(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let units = |unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| Unreadable::Broken)
    };
    match bytes[..] {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).map_err(|_| Unreadable::Broken),
    }
}
