//! Word documents of different programs, and files that are none. What each of `tests/docx` is read as stands beside it.

mod contents;
mod make;
mod parts;

use make::{LISTED, body, paragraph, plain, table, zip};
use outline_summary::finding::Severity;
use outline_summary::read::{Prose, Unreadable, parse, read_docx};
use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// Who made the documents: `LibreOffice` from .odt, one with a table of contents, the `docx` of npm, python-docx, and hand-written XML with automatic
/// numbers, with tracked changes, with comments, a footnote, a text box, an image and a header, with images alone.
const DOCUMENTS: [&str; 8] = [
    "automatic-numbers",
    "comments-and-footnotes",
    "images-only",
    "libreoffice",
    "libreoffice-contents",
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

const DELETED_END: &str = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";

#[test]
fn what_is_seen_is_read() {
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
fn a_document_without_text_says_so() {
    let image = "<w:p><w:r><w:drawing><a:blip r:embed=\"rId1\"/></w:drawing></w:r></w:p>";
    let contents = "<w:p><w:fldSimple w:instr=\"TOC\"><w:r><w:t>甲</w:t></w:r></w:fldSimple></w:p>";
    let cases = [
        ("", &[][..], "看得见文字的"),
        (&plain(" "), &[], "看得见文字的"),
        (image, &["docx-images"], "文字识别"),
        (contents, &["docx-contents"], "看得见文字的"),
    ];
    for (xml, others, hint) in cases {
        let read = read_docx(&body(xml)).unwrap();
        let (first, rest) = read.findings.split_first().unwrap();
        assert_eq!((first.code, first.severity), ("docx-empty", Severity::Error), "{xml}");
        assert!(first.hint.as_ref().is_some_and(|told| told.zh.contains(hint)), "{xml}");
        assert_eq!(rest.iter().map(|finding| finding.code).collect::<Vec<_>>(), others, "{xml}");
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
