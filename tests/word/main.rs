//! Word documents and HTML for the clipboard as they are written: their form, what they hold, and that they are read as what they were made of.

#[allow(dead_code)] // of the other properties
#[path = "../properties/generate.rs"]
mod generate;
mod html;
mod package;
mod schema;

use generate::{options, outline, source};
use outline_summary::layout::{Advances, Body, lay_out};
use outline_summary::outline::Outline;
use outline_summary::read::{Prose, read_docx, read_text};
use outline_summary::style::Style;
use outline_summary::summarize::{Options, Summary, summarize_outline, summarize_source};
use outline_summary::summary::{Block, Kind, Role};
use outline_summary::text::space::trim;
use outline_summary::write::{TextOptions, docx};
use package::{Element, Package};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

/// An outline with each kind of block, and with what XML would take for its own.
const SOURCE: &str = "---\nto: 各村\nfrom: 办公室\ndate: 2024-7-5\nattachments: [台账, 名单]\n---\n\
    # 关于“<a & b>”的\u{2028}总结\n\n概况。\n\n## 做法\n\n### 学习。\n\n- 读“原文”\n- 写心得\n\n#### 督查\n\n\
    | 类别 | 数量 |\n| --- | --- |\n| 甲 |\n\n> 隔开\n\n| 丙 | 丁 |\n| --- | --- |\n\n---\n\n特此报告。\n";

fn written(summary: &Summary) -> Vec<u8> {
    docx(&summary.blocks, &summary.style, &Advances::default())
}

fn package(source: &str, style: Style) -> Package {
    let options = Options { style: Some(style), ..Options::default() };
    Package::of(&written(&summarize_source(source, &options)))
}

fn standard() -> Package {
    package(SOURCE, Style::gongwen())
}

/// The style of a paragraph.
fn style_of(paragraph: &Element) -> &str {
    paragraph.at("pPr/pStyle").map_or("", |style| style.value())
}

#[test]
fn each_part_has_the_form_that_word_enforces() {
    let package = standard();
    for (name, part) in &package.parts {
        schema::check(part).unwrap_or_else(|wrong| panic!("{name}: {wrong}"));
    }
}

#[test]
fn the_parts_belong_together() {
    for (package, feet) in
        [(standard(), 2), (package(SOURCE, Style { page_numbers: false, ..Style::gongwen() }), 0)]
    {
        let types = package.part("[Content_Types].xml");
        let told: Vec<_> = types.all("Override").map(|part| &part.attribute("PartName")[1..]).collect();
        for (name, _) in &package.parts {
            let by_ending = name.starts_with('[') || name.contains("_rels/");
            assert_eq!(told.iter().filter(|told| *told == name).count(), usize::from(!by_ending), "{name}");
        }
        assert!(told.iter().all(|name| package.parts.iter().any(|(known, _)| known == name)));

        let relations = package.part("word/_rels/document.xml.rels");
        let mut ids = Vec::new();
        for relation in relations.all("Relationship") {
            ids.push(relation.attribute("Id").to_owned());
            package.part(&format!("word/{}", relation.attribute("Target")));
        }
        let document = package.part("word/document.xml");
        let section = document.at("body/sectPr").unwrap();
        let named: Vec<_> = section.all("footerReference").map(|foot| foot.attribute("r:id")).collect();
        assert_eq!(named.len(), feet);
        assert!(named.iter().all(|id| ids.iter().filter(|known| known == id).count() == 1));

        let styles = package.part("word/styles.xml");
        let known: Vec<_> = styles.all("style").map(|style| style.attribute("w:styleId")).collect();
        for name in ["pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"] {
            for used in document.all(name).chain(styles.all(name)) {
                assert!(known.contains(&used.value()), "{} is no style", used.value());
            }
        }
    }
}

#[test]
fn the_page_and_its_lines_are_those_of_the_standard() {
    let package = standard();
    let document = package.part("word/document.xml");
    let section = document.at("body/sectPr").unwrap();
    let of = |element: &str, names: [&str; 4]| names.map(|name| section.at(element).unwrap().number(name));
    assert_eq!(of("pgSz", ["w:w", "w:h", "w:w", "w:h"]), [11906, 16838, 11906, 16838]);
    assert_eq!(of("pgMar", ["w:top", "w:right", "w:bottom", "w:left"]), [2098, 1474, 1984, 1587]);
    assert_eq!(section.at("docGrid").unwrap().number("w:linePitch"), 579);
    let styles = package.part("word/styles.xml");
    let normal = styles.all("style").find(|style| style.attribute("w:styleId") == "Normal").unwrap();
    let spacing = normal.at("pPr/spacing").unwrap();
    assert_eq!((spacing.number("w:line"), spacing.attribute("w:lineRule")), (579, "exact"));
    assert_eq!(normal.at("pPr/snapToGrid").unwrap().value(), "0");
    assert_eq!(
        (normal.at("rPr/spacing").unwrap().value(), normal.at("rPr/sz").unwrap().value()),
        ("-6", "32")
    );
}

#[test]
fn each_part_of_the_text_has_its_style() {
    let package = standard();
    let body = package.part("word/document.xml").at("body").unwrap();
    let shown: Vec<_> = body
        .children
        .iter()
        .filter(|child| child.name == "w:p" && !child.text().is_empty())
        .map(|paragraph| (style_of(paragraph), paragraph.text()))
        .collect();
    let expected = [
        ("Title", "关于“<a & b>”的\n总结"),
        ("Addressee", "各村："),
        ("Body", "概况。"),
        ("Heading1", "一、做法"),
        ("Body", "（一）学习。一是读“原文”；二是写心得。"),
        ("Heading3", "1.督查"),
        ("Ending", "特此报告。"),
        ("Attachment", "附件：1.台账"),
        ("Attachment", "2.名单"),
        ("Issuer", "办公室"),
        ("IssueDate", "2024年7月5日"),
    ];
    assert_eq!(shown, expected.map(|(style, text)| (style, text.to_owned())));

    let run_in = body.children.iter().find(|child| child.text().starts_with("（一）")).unwrap();
    let runs: Vec<_> = run_in
        .all("r")
        .map(|run| (run.at("rPr/rStyle").map_or("", |style| style.value()), run.text()))
        .collect();
    let expected = [("Heading2Char", "（一）学习。"), ("", "一是读“原文”；二是写心得。")];
    assert_eq!(runs, expected.map(|(style, text)| (style, text.to_owned())));
    for run in body.all("r").filter(|run| !run.text().trim().is_empty()) {
        assert_eq!(run.at("rPr/rFonts").map(|fonts| fonts.attribute("w:hint")), Some("eastAsia"));
    }
}

#[test]
fn what_stands_at_the_end_stands_where_the_standard_says() {
    let place = |style: Style| {
        let package = package(SOURCE, style);
        let place = |id: &str| {
            let paragraphs = package.part("word/document.xml").all("p");
            let of_style: Vec<_> = paragraphs.filter(|paragraph| style_of(paragraph) == id).collect();
            of_style
                .iter()
                .map(|paragraph| {
                    let number = |path: &str, name: &str| {
                        paragraph.at(path).filter(|at| at.has(name)).map_or(0, |at| at.number(name))
                    };
                    let indent = ["w:left", "w:hanging", "w:right"].map(|name| number("pPr/ind", name));
                    (number("pPr/spacing", "w:before"), indent)
                })
                .collect::<Vec<_>>()
        };
        ["Attachment", "Issuer", "IssueDate"].map(place)
    };
    // In twips: a character is 314, a digit 154, two characters of indent 640. The date has 5 + 3 of them.
    let date = 6 * 154 + 3 * 314;
    let name = 640 + 3 * 314 + 2 * 154;
    let attachments = vec![(579, [name, name - 640, 0]), (0, [name, 2 * 154, 0])];
    assert_eq!(
        place(Style::gongwen()),
        [
            attachments.clone(),
            // The date is longer than 办公室: it keeps two characters, and begins two behind it.
            vec![(579, [0, 0, 640 + date + 640 - 3 * 314])],
            vec![(0, [0, 0, 640])]
        ]
    );
    let sealed = place(Style { seal: true, ..Style::gongwen() });
    assert_eq!(
        sealed[1..],
        [vec![(2 * 579, [0, 0, 4 * 320 + (date - 3 * 314) / 2])], vec![(0, [0, 0, 4 * 320])]]
    );
}

#[test]
fn tables_fill_the_line_and_repeat_their_first_row() {
    let package = standard();
    let tables: Vec<_> = package.part("word/document.xml").all("tbl").collect();
    assert_eq!(tables.len(), 2);
    for table in tables {
        let widths: i32 = table.all("gridCol").map(|column| column.number("w:w")).sum();
        assert!((8_840..=8_845).contains(&widths), "{widths}");
        let rows: Vec<_> = table.all("tr").collect();
        assert!(rows.iter().all(|row| row.all("tc").count() == 2));
        let repeated = rows.iter().filter(|row| row.at("trPr/tblHeader").is_some()).count();
        assert_eq!(repeated, usize::from(rows.len() > 1));
    }
}

/// A first row is repeated, and held, where the page does so too.
#[test]
fn a_row_that_is_the_only_one_is_held_by_nothing() {
    let summary = summarize_source("| 村名 | 户数 |\n| --- | --- |\n\n乙。\n", &Options::default());
    let package = Package::of(&written(&summary));
    let table = package.part("word/document.xml").all("tbl").next().unwrap();
    assert_eq!(table.all("tblHeader").count() + table.all("keepNext").count(), 0);
}

#[test]
fn titles_come_back_as_they_were_broken() {
    for title in [
        "关于印发\u{2028}　　工作方案的通知",
        "关于印发\u{2028}工作方案的通知",
        "云岭县乡村振兴工作领导小组办公室关于2025年全县乡村振兴重点工作推进落实情况的报告",
        "云岭县乡村振兴工作领导小组办公室\u{2028}关于2025年全县乡村振兴重点工作推进落实情况和明年打算的报告",
    ] {
        let outline = Outline { title: Some(title.to_owned().into()), ..Outline::default() };
        let summary = summarize_outline(outline, &Options::default());
        let xml = Package::of(&written(&summary));
        let text: String = xml.part("word/document.xml").all("t").map(Element::text).collect();
        assert_eq!(text, summary.blocks[0].text.replace('\u{2028}', ""), "{title}");
        let (document, text) = both(&summary);
        assert_eq!(without_style(&document), without_style(&text), "{title}");
    }
}

#[test]
fn the_same_summary_gives_the_same_bytes() {
    let summary = summarize_source(SOURCE, &Options::default());
    assert_eq!(written(&summary), written(&summary));
}

#[test]
fn documents_are_read_as_their_text() {
    for name in ["bureau-2024", "company-2023-half"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(name);
        let source = fs::read_to_string(path.with_extension("md")).unwrap();
        let summary = summarize_source(&source, &Options::default());
        let (document, text) = both(&summary);
        similar_asserts::assert_eq!(document.markdown, text.markdown, "{name}");
        assert_eq!(document.findings, text.findings, "{name}");
    }
}

/// What is read of the Word document of a summary, and of its text.
fn both(summary: &Summary) -> (Prose, Prose) {
    let document = read_docx(&written(summary)).unwrap();
    (document, read_text(&summary.text(TextOptions::default())))
}

/// The lines that a reader of a document sees, without the blanks at their ends. Cells are parted by blanks, since one
/// row alone is read as a paragraph.
fn lines(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        let text = if block.role == Role::Table { cells(block) } else { visible(&block.text) };
        let breaks = |char| char == '\n' || char == '\r' || char == '\u{2028}' && block.role == Role::Title;
        all.extend(text.split(breaks).map(trim).filter(|line| !line.is_empty()).map(str::to_owned));
    }
    all
}

/// Rows of cells, without the blanks at their ends.
fn cells(block: &Block) -> String {
    let mut text = String::new();
    let mut cell = String::new();
    for (run, range) in block.ranges() {
        if matches!(run.kind, Kind::Cell | Kind::Row) {
            text.push_str(trim(&std::mem::take(&mut cell)));
            // Empty cells stand beside each other.
            text.push_str(&(if run.kind == Kind::Row { "\n" } else { " " }).repeat(range.len()));
        } else {
            cell.push_str(&visible(&block.text[range]));
        }
    }
    text + trim(&cell)
}

/// A document has blanks for tabs, and no control characters.
fn visible(text: &str) -> String {
    let visible = |char| match char {
        '\t' | '\u{B}' | '\u{C}' => ' ',
        '\n' | '\r' => char,
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        _ => char,
    };
    text.chars().map(visible).collect()
}

/// Does finished text determine this, as far as a document can hold it?
fn is_plain(summary: &Summary) -> bool {
    let text = summary.text(TextOptions::default());
    let is_plain = |line: &str| visible(line) == line && trim(line) == line;
    summary.blocks.iter().all(|block| block.role != Role::Table) && text.split('\n').all(is_plain)
}

fn without_style(read: &Prose) -> Outline {
    Outline { style: None, ..read.outline.clone() }
}

/// The blocks, a title broken as it is on paper.
fn on_paper(summary: &Summary) -> Vec<Block> {
    let broken = |block: &Block| {
        let mut block = block.clone();
        if block.role == Role::Title {
            let laid = lay_out(&[&block], 0, &summary.style, &Advances::default());
            let Body::Lines(lines) = laid.body else { panic!("a title is no table") };
            let lines: Vec<&str> = lines.iter().map(|line| line.text(&block.text)).collect();
            block.text = lines.join("\u{2028}");
        }
        block
    };
    summary.blocks.iter().map(broken).collect()
}

fn holds_what_it_was_made_of(summary: &Summary) -> Result<(), TestCaseError> {
    prop_assert_eq!(html::lines(summary), lines(&on_paper(summary)));
    let bytes = written(summary);
    for (name, part) in &Package::of(&bytes).parts {
        let checked = schema::check(part);
        prop_assert!(checked.is_ok(), "{}: {:?}", name, checked);
    }
    let read = read_docx(&bytes).unwrap();
    let options = Options { style: Some(read.habits.clone()), ..Options::default() };
    let back = summarize_outline(read.outline.clone(), &options);
    prop_assert_eq!(lines(&back.blocks), lines(&summary.blocks));
    if is_plain(summary) {
        let (document, text) = both(summary);
        prop_assert_eq!(without_style(&document), without_style(&text));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn a_document_of_an_object_holds_what_it_was_made_of(outline in outline(), options in options()) {
        holds_what_it_was_made_of(&summarize_outline(outline, &options))?;
    }

    #[test]
    fn a_document_of_a_source_holds_what_it_was_made_of(source in source(), options in options()) {
        holds_what_it_was_made_of(&summarize_source(&source, &options))?;
    }
}
