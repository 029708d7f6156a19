//! Word documents of different programs, and files that are none. What each of `tests/docx` is read as stands beside it.

use miniz_oxide::deflate::compress_to_vec;
use outline_summary::read::{Prose, Unreadable, parse, read_docx};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Who made the documents: `LibreOffice` from .odt, the `docx` of npm, python-docx, and hand-written XML with automatic
/// numbers, with tracked changes, with comments, a footnote, a text box, an image and a header.
const DOCUMENTS: [&str; 6] = [
    "automatic-numbers",
    "comments-and-footnotes",
    "libreoffice",
    "npm-docx",
    "python-docx",
    "tracked-changes",
];

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/docx").join(name)
}

fn document(name: &str) -> Vec<u8> {
    fs::read(path(&format!("{name}.docx"))).unwrap()
}

/// What is read, as source and findings.
fn shown(read: &Prose) -> String {
    let findings = read.findings.iter().map(|finding| format!("! {} {}\n", finding.code, finding.message.zh));
    read.markdown.clone() + &findings.collect::<String>()
}

#[test]
fn documents_are_read_as_a_person_would() {
    for name in DOCUMENTS {
        let read = read_docx(&document(name)).unwrap();
        let expected = fs::read_to_string(path(&format!("{name}.md"))).unwrap();
        similar_asserts::assert_eq!(shown(&read), expected, "{name}");
        assert_eq!(parse(&read.markdown).0, read.outline, "{name}");
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let xml = |body: &str| format!("<w:document><w:body>{body}</w:body></w:document>").into_bytes();
    let entity =
        b"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///a\">]><w:document><w:body>&x;</w:body></w:document>";
    let zeros = vec![0; 65 << 20];
    let cases: [(&str, Vec<u8>, Unreadable); 9] = [
        ("nothing", Vec::new(), Unreadable::NotDocx),
        ("no zip file", b"hello".to_vec(), Unreadable::NotDocx),
        ("another zip file", zip(&[("a.txt", b"a")]), Unreadable::NotDocx),
        ("a sheet", zip(&[("xl/workbook.xml", b"a"), ("word/document.xml", &xml(""))]), Unreadable::NotDocx),
        ("no body", zip(&[("word/document.xml", b"<w:document/>")]), Unreadable::NotDocx),
        ("an open tag", zip(&[("word/document.xml", b"<w:document><w:body></w:p>")]), Unreadable::Broken),
        ("an entity", zip(&[("word/document.xml", entity)]), Unreadable::Unsafe),
        ("an unknown entity", zip(&[("word/document.xml", &xml("&x;"))]), Unreadable::Unsafe),
        ("a bomb", zip(&[("word/document.xml", &zeros)]), Unreadable::TooLarge),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(read_docx(&bytes).err(), Some(expected), "{name}");
    }
    let mut damaged = document("python-docx");
    let middle = damaged.len() / 2;
    damaged.truncate(middle);
    assert_eq!(read_docx(&damaged).err(), Some(Unreadable::NotDocx), "cut off");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn damage_is_no_panic(name in prop::sample::select(&DOCUMENTS[..]), damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = document(name);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_docx(&bytes);
    }
}

/// A zip file of deflated parts.
fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = compress_to_vec(content, 1);
        let offset = out.len() as u32;
        let mut fields = Vec::new();
        fields.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
        fields.extend(crc32(content).to_le_bytes());
        fields.extend((packed.len() as u32).to_le_bytes());
        fields.extend((content.len() as u32).to_le_bytes());
        fields.extend((name.len() as u32).to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([(parts.len() as u16).to_le_bytes(); 2].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn crc32(content: &[u8]) -> u32 {
    !content.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
