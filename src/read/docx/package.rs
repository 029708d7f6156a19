//! The package of a Word document: a zip file of XML parts (ISO/IEC 29500-2).

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use std::cell::Cell;
use std::collections::BTreeMap;

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
    /// The names of its parts.
    names: Vec<String>,
    /// Where the first part of each name is. Names are the same in capital and small letters: these are small.
    entries: BTreeMap<Vec<u8>, Entry>,
    /// Is the list of parts whole? Damaged, it ends early.
    is_whole: bool,
    /// How much may still be unpacked.
    left: Cell<usize>,
}

/// How to get at a part.
#[derive(Clone, Copy)]
struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Unreadable::NotDocx)?;
        let (mut names, mut found) = (Vec::new(), BTreeMap::new());
        let mut entries = archive.entries();
        let is_whole = loop {
            let Ok(next) = entries.next_entry() else { break false };
            let Some(entry) = next else { break true };
            let path = entry.file_path();
            let name: &[u8] = path.as_ref();
            names.push(String::from_utf8_lossy(name).into_owned());
            found.entry(name.to_ascii_lowercase()).or_insert(Entry {
                place: entry.wayfinder(),
                method: entry.compression_method(),
                is_encrypted: entry.flags().is_encrypted(),
            });
        };
        Ok(Package { archive, names, entries: found, is_whole, left: Cell::new(LARGEST) })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// A part as text; `None` if there is none of this name.
    pub(super) fn part(&self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(entry) = self.entries.get(&name.as_bytes().to_ascii_lowercase()) else {
            return if self.is_whole { Ok(None) } else { Err(Unreadable::Broken) };
        };
        if entry.is_encrypted {
            return Err(Unreadable::Locked);
        }
        let found = self.archive.get_entry(entry.place).map_err(|_| Unreadable::Broken)?;
        let bytes = unpack(entry.method, found.data(), self.left.get())?;
        self.left.set(self.left.get() - bytes.len());
        text(bytes).map(Some)
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
