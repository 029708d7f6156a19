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

/// A document of one body, and of the numbering `一、` of level 1 if a paragraph asks for list 1.
fn body(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    zip(&[("word/document.xml", document.as_bytes()), ("word/numbering.xml", numbering.as_bytes())])
}

const LISTED: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
const DELETED_END: &str = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A table; each cell is the XML of its paragraphs.
fn table(rows: &[&[String]]) -> String {
    let cell = |cell: &String| format!("<w:tc>{cell}</w:tc>");
    let row = |row: &&[String]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<Vec<_>>().concat());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<Vec<_>>().concat())
}

#[test]
fn what_is_seen_is_read() {
    let plain = |text: &str| paragraph("", text);
    let change = format!("<w:pPrChange><w:pPr>{LISTED}</w:pPr></w:pPrChange>");
    let shown = "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>乙</w:t></w:r></w:p>";
    let frame = [plain("总结"), paragraph(LISTED, "工作"), plain("抓好。")].concat();
    let cases = [
        (
            "empty cells keep their columns",
            table(&[&[plain("单位"), plain("任务"), plain("时限")], &[plain(""), plain("考核"), plain("")]]),
            "| 单位 | 任务 | 时限 |\n| --- | --- | --- |\n|  | 考核 |  |\n",
        ),
        (
            "numbers that count the rows",
            table(&[&[paragraph(LISTED, ""), plain("甲")], &[paragraph(LISTED, ""), plain("乙")]]),
            "| 一、 | 甲 |\n| --- | --- |\n| 二、 | 乙 |\n",
        ),
        ("a table of one cell is a frame", table(&[&[frame]]), "# 总结\n\n## 工作\n\n抓好。\n"),
        (
            "an end that was deleted, of the last paragraph",
            plain("甲。") + &paragraph(DELETED_END, "乙。"),
            "甲。\n\n乙。\n",
        ),
        (
            "an end that was deleted takes no number along",
            paragraph(&format!("{LISTED}{DELETED_END}"), "") + &plain("没有编号。"),
            "没有编号。\n",
        ),
        (
            "an end that was deleted, in a cell",
            table(&[&[paragraph(DELETED_END, "甲"), plain("乙")], &[plain("丙"), plain("丁")]]),
            "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n",
        ),
        ("what a paragraph was before a change", paragraph(&change, "现在没有编号。"), "现在没有编号。\n"),
        ("what was hidden once and is shown now", shown.to_owned(), "乙\n"),
        (
            "an empty item counts",
            [paragraph(LISTED, "甲"), paragraph(LISTED, ""), paragraph(LISTED, "乙")].concat(),
            "## 甲\n\n## {=三、} 乙\n",
        ),
    ];
    for (name, xml, expected) in cases {
        similar_asserts::assert_eq!(read_docx(&body(&xml)).unwrap().markdown, expected, "{name}");
    }
}

#[test]
fn a_bomb_of_many_parts_is_refused() {
    let zeros = vec![b' '; 20 << 20];
    let names: Vec<_> = (0..4).map(|part| format!("word/header{part}.xml")).collect();
    let document = b"<w:document><w:body/></w:document>";
    let mut parts: Vec<(&str, &[u8])> = vec![("word/document.xml", document)];
    parts.extend(names.iter().map(|name| (name.as_str(), &zeros[..])));
    assert_eq!(read_docx(&zip(&parts)).err(), Some(Unreadable::TooLarge));
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
