//! A table of contents says once more what the headings say: it is left out, and that is told.

use crate::make::{LISTED, body, paragraph, plain};
use crate::shown;
use outline_summary::read::read_docx;

const LEFT_OUT: &str = "! docx-contents 目录未读入：提纲里的标题就是目录\n";

/// The rest of the document.
fn text() -> String {
    [plain("工作总结"), plain("一、工作"), plain("抓好。")].concat()
}
const READ: &str = "# 工作总结\n\n## 工作\n\n抓好。\n";

fn character(kind: &str) -> String {
    format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
}

/// The start of a field, up to its result. Word may part the instruction into several runs.
fn begin(instruction: &str) -> String {
    let (one, other) = instruction.split_at(instruction.len() / 2);
    let part = |part: &str| format!("<w:r><w:instrText xml:space=\"preserve\">{part}</w:instrText></w:r>");
    [character("begin"), part(one), part(other), character("separate")].concat()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A field whose result stands in one paragraph with what is around it.
fn field(instruction: &str, result: &str) -> String {
    [&begin(instruction), &run(result), &character("end")].map(String::as_str).concat()
}

fn holding(runs: &[&str]) -> String {
    format!("<w:p>{}</w:p>", runs.concat())
}

/// An entry of a table of contents, as Word makes it: a link, and in it the page as a field of its own.
fn entry(heading: &str) -> String {
    let page = field(" PAGEREF _Toc1 \\h ", "1");
    format!("<w:hyperlink w:anchor=\"_Toc1\">{}<w:r><w:tab/></w:r>{page}</w:hyperlink>", run(heading))
}

/// A table of contents as Word makes it, with a field over several paragraphs.
fn contents() -> String {
    let first = holding(&[&begin(" TOC \\o \"1-3\" \\h \\z \\u "), &entry("一、工作")]);
    first + &holding(&[&entry("（一）学习")]) + &holding(&[&character("end")])
}

/// A content control that is a table of contents.
fn control(inside: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj>\
         </w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
}

#[test]
fn a_table_of_contents_is_left_out_and_told_once() {
    let simple = "<w:p><w:fldSimple w:instr=\"TOC \\o\"><w:r><w:t>一、工作 1</w:t></w:r></w:fldSimple></w:p>";
    let entries = [paragraph(LISTED, "工作\t1"), plain("学习 2")].concat();
    let cases = [
        ("a field", contents()),
        ("a field under its heading", plain("目　录") + &contents()),
        ("a simple field", simple.to_owned()),
        ("a control with a field", control(&(plain("目录") + &contents()))),
        ("a control with typed entries", control(&(plain("Contents") + &entries))),
        ("two of them", contents() + &control(&contents())),
    ];
    for (name, xml) in cases {
        let read = read_docx(&body(&(xml + &text()))).unwrap();
        similar_asserts::assert_eq!(shown(&read), format!("{READ}{LEFT_OUT}"), "{name}");
    }
}

#[test]
fn what_stands_beside_a_table_of_contents_is_read() {
    let field = holding(&[&run("前。"), &begin("toc"), &run("工作 1"), &character("end"), &run("后。")]);
    let numbered = format!("<w:p><w:pPr>{LISTED}</w:pPr>{}</w:p>", self::field("TOC", "工作 1"));
    let cases = [
        ("in its paragraph", field, "前。后。\n"),
        ("behind the field in its control", control(&(contents() + &plain("前言。"))), "前言。\n"),
        ("numbers, which it does not count", numbered + &paragraph(LISTED, "工作"), "## 工作\n"),
        ("a line above that is no heading", plain("目录如下：") + &contents(), "目录如下：\n"),
    ];
    for (name, xml, expected) in cases {
        let read = read_docx(&body(&xml)).unwrap();
        similar_asserts::assert_eq!(shown(&read), format!("{expected}{LEFT_OUT}"), "{name}");
    }
}

#[test]
fn a_list_of_figures_is_told_as_what_it_is() {
    let told = "! docx-figures 图表目录未读入\n";
    for instruction in ["TOC \\c \"图\"", " TOC \\h \\z \\c \"表\" ", " TOC \\h\\c\"Figure\" "] {
        let figures = holding(&[&field(instruction, "图1 走势 3")]);
        let read = read_docx(&body(&(text() + &figures))).unwrap();
        assert_eq!(shown(&read), format!("{READ}{told}"), "{instruction}");
        let read = read_docx(&body(&(contents() + &text() + &figures))).unwrap();
        assert_eq!(shown(&read), format!("{READ}{LEFT_OUT}{told}"), "{instruction}");
    }
    let named = holding(&[&field(" TOC \\t \"a\\c,1\" ", "一、工作 1")]);
    assert_eq!(shown(&read_docx(&body(&(named + &text()))).unwrap()), format!("{READ}{LEFT_OUT}"));
}

#[test]
fn the_results_of_other_fields_are_read() {
    let fields = [(" HYPERLINK \"a\" ", "甲"), (" REF a \\h ", "乙"), ("PAGE", "3"), (" TOCX ", "丁")];
    for (instruction, result) in fields {
        let paragraph = holding(&[&run("见"), &field(instruction, result), &run("。")]);
        let read = read_docx(&body(&paragraph)).unwrap();
        assert_eq!(shown(&read), format!("见{result}。\n"), "{instruction}");
    }
    let simple = "<w:p><w:fldSimple w:instr=\" REF a \"><w:r><w:t>甲。</w:t></w:r></w:fldSimple></w:p>";
    assert_eq!(shown(&read_docx(&body(simple)).unwrap()), "甲。\n");
}

#[test]
fn a_table_of_contents_without_an_end_takes_nothing_along() {
    let open = holding(&[&begin("TOC"), &run("目录。")]);
    let read = read_docx(&body(&(open + &plain("抓好。")))).unwrap();
    assert_eq!(shown(&read), "目录。\n\n抓好。\n");
}
