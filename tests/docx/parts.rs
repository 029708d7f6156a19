//! The parts of a document are found by its relationships; their names are free.

use crate::make::{LISTED, NUMBERING, paragraph, plain, zip};
use crate::shown;
use outline_summary::read::read_docx;

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// A relationships part: of each, its kind and its target.
fn relationships(types: &str, all: &[(&str, &str)]) -> String {
    let one = |(kind, target): &(&str, &str)| {
        format!("<Relationship Type=\"{types}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", all.iter().map(one).collect::<String>())
}

fn document(body: &str) -> String {
    format!("<w:document><w:body>{body}</w:body></w:document>")
}

fn noted(kind: &str) -> String {
    format!("<w:p><w:r><w:t>甲。</w:t><w:{kind}Reference w:id=\"7\"/></w:r></w:p>")
}

fn note(kind: &str, text: &str) -> String {
    format!("<w:{kind}s><w:{kind} w:id=\"7\">{}</w:{kind}></w:{kind}s>", plain(text))
}

/// Makes a package of texts, and reads it.
fn read(parts: &[(&str, &str)]) -> String {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    shown(&read_docx(&zip(&parts)).unwrap())
}

#[test]
fn parts_are_found_by_relationships() {
    let body = [paragraph(LISTED, "工作"), noted("comment"), noted("footnote"), noted("endnote")].concat();
    let header = format!("<w:hdr>{}</w:hdr>", plain("内部资料"));
    let parts = [
        ("numbering", "lists/n.xml"),
        ("comments", "./c.xml"),
        ("footnotes", "/notes/f.xml"),
        ("endnotes", "../notes/e.xml"),
        ("header", "h.xml"),
    ];
    let expected = "## 工作\n\n甲。\n\n> 批注：批\n\n甲。\n\n> 脚注：脚\n\n甲。\n\n> 尾注：尾\n\
        ! docx-footnotes 文档有 2 条脚注或尾注，已放在该段之后作批注，不进正文\n\
        ! docx-margins 页眉页脚未读入：内部资料\n";
    for types in [TRANSITIONAL, STRICT] {
        for target in ["text/main.xml", "/text/main.xml"] {
            let found = read(&[
                ("_rels/.rels", &relationships(types, &[("officeDocument", target)])),
                ("text/main.xml", &document(&body)),
                ("text/_rels/main.xml.rels", &relationships(types, &parts)),
                ("text/lists/n.xml", NUMBERING),
                ("text/c.xml", &note("comment", "批")),
                ("notes/f.xml", &note("footnote", "脚")),
                ("notes/e.xml", &note("endnote", "尾")),
                ("text/h.xml", &header),
            ]);
            similar_asserts::assert_eq!(found, expected, "{types} {target}");
        }
    }
}

#[test]
fn the_main_part_is_the_one_that_is_named_so() {
    let related = relationships(TRANSITIONAL, &[("officeDocument", "word/document2.xml")]);
    let (old, new) = (document(&plain("旧。")), document(&plain("新。")));
    let parts = [("_rels/.rels", &*related), ("word/document.xml", &old), ("word/document2.xml", &new)];
    assert_eq!(read(&parts), "新。\n");
}

#[test]
fn where_relationships_say_nothing_the_usual_names_count() {
    let document = document(&paragraph(LISTED, "工作"));
    let lost = relationships(TRANSITIONAL, &[("officeDocument", "gone.xml"), ("numbering", "gone.xml")]);
    for related in ["", "<Relationships", &relationships("http://example.invalid", &[]), &lost] {
        let found = read(&[
            ("_rels/.rels", related),
            ("word/_rels/document.xml.rels", related),
            ("word/document.xml", &document),
            ("word/numbering.xml", NUMBERING),
        ]);
        assert_eq!(found, "## 工作\n", "{related}");
    }
}
