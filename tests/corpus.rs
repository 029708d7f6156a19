//! Real documents, read back into outlines: those of `../shared/corpus` where they are, and the two documents of
//! `tests/documents`, composed. Prints what was found in each, by habit, and holds it to what was promised.

use outline_summary::outline::{Block, Line, Outline};
use outline_summary::read::{Prose, parse, read_text};
use outline_summary::style::Style;
use outline_summary::summarize::{Options, summarize_outline, summarize_source};
use outline_summary::text::space::trim;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines that look like a heading or an item and that a person would not call one, by file, with the reason.
const NO_HEADINGS: [(&str, &str, &str); 0] = [];

/// Paragraphs in which 一是 and 二是 stand and that do not enumerate, by file, with the reason.
const NO_ENUMERATIONS: [(&str, &str, &str); 1] = [(
    "p18",
    "“一把手”抓教育实践活动专项述职报告",
    "no mark stands before 一是, and the fragment is cut off",
)];

struct Document {
    name: String,
    text: String,
}

fn documents() -> Vec<Document> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files_below(&root.join("../shared/corpus"));
    files.extend(files_below(&root.join("../shared/fixtures")));
    files.retain(|file| file.extension().is_some_and(|end| end == "txt"));
    files.sort();
    let name = |file: &Path| file.file_stem().unwrap().to_string_lossy().into_owned();
    let read = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let mut documents: Vec<_> =
        files.iter().map(|file| Document { name: name(file), text: read(file) }).collect();
    for file in files_below(&root.join("tests/documents")) {
        let options = Options::default();
        let text = summarize_source(&read(&file), &options).text(options.text);
        documents.push(Document { name: name(&file), text });
    }
    documents
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}

#[test]
fn every_document_comes_back_line_by_line() {
    for Document { name, text } in documents() {
        let read = read_text(&text);
        let options = Options { style: Some(read.habits.clone()), ..Options::default() };
        let back = summarize_outline(read.outline.clone(), &options).text(options.text);
        similar_asserts::assert_eq!(content(&back), content(&text), "{name}");
        if has_uniform_blanks(&text, read.outline.title.is_some()) {
            similar_asserts::assert_eq!(back, text, "{name}");
        }
        assert_eq!(parse(&read.markdown).0, read.outline, "{name}");
        let options = Options::default();
        assert_eq!(summarize_source(&read.markdown, &options).text(options.text), back, "{name}");
    }
}

#[test]
fn numbers_and_counters_are_understood() {
    let mut table = String::from("file                      sections  points  kept  habits\n");
    let (mut numbered, mut missed) = (0, Vec::new());
    let mut missed_enumerations = Vec::new();
    for Document { name, text } in documents() {
        let read = read_text(&text);
        let found = Found::in_outline(&read.outline);
        let habits = read.outline.style.as_deref().unwrap_or("");
        writeln!(table, "{name:<26}{:>8}{:>8}{:>6}  {habits}", found.sections, found.points, found.kept)
            .unwrap();
        numbered += text.lines().filter(|line| is_numbered(line)).count();
        let unread = |listed: &[(&str, &str, &str)], line: &&String| {
            !listed.iter().any(|(file, part, _)| *file == name && line.contains(part))
        };
        let lines = found.paragraphs.iter().filter(|line| is_numbered(line));
        missed.extend(lines.filter(|line| unread(&NO_HEADINGS, line)).map(|line| format!("{name}: {line}")));
        let lines = found.paragraphs.iter().filter(|line| line.contains("一是") && line.contains("二是"));
        missed_enumerations.extend(
            lines.filter(|line| unread(&NO_ENUMERATIONS, line)).map(|line| format!("{name}: {line}")),
        );
    }
    println!("{table}{numbered} numbered lines, not understood: {}", missed.len());
    assert!(missed.len() * 100 <= numbered, "{missed:#?}");
    assert!(missed_enumerations.is_empty(), "{missed_enumerations:#?}");
}

#[test]
fn text_in_a_built_in_style_has_it_as_its_habits() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    for file in files_below(&root) {
        let source = fs::read_to_string(&file).unwrap();
        for name in ["gongwen", "decimal"] {
            let options = Options { style: Style::built_in(name), ..Options::default() };
            let text = summarize_source(&source, &options).text(options.text);
            let read = read_text(&text);
            assert_eq!(read.habits.name, name, "{}", file.display());
            let options = Options { style: Some(read.habits), ..Options::default() };
            similar_asserts::assert_eq!(summarize_outline(read.outline, &options).text(options.text), text);
        }
    }
}

#[test]
fn english_text_in_the_style_english_has_it_as_its_habits() {
    let source = "# Work summary\n\n## Work done\n\n### Roads\n\nAll roads were mended:\n\n- the main road\n\
                  - the side road\n\n### Schools\n\nTwo were built.\n\n## Plans\n\nMore of the same.\n";
    let options = Options { style: Style::built_in("english"), ..Options::default() };
    let text = summarize_source(source, &options).text(options.text);
    let read = read_text(&text);
    assert_eq!(read.habits.name, "english", "{text}{}", read.markdown);
    let options = Options { style: Some(read.habits), ..Options::default() };
    similar_asserts::assert_eq!(summarize_outline(read.outline, &options).text(options.text), text);
}

#[test]
fn the_shared_work_summary_is_its_outline() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures");
    let Ok(text) = fs::read_to_string(folder.join("work-summary.txt")) else { return };
    let source = fs::read_to_string(folder.join("work-summary.md")).unwrap();
    let once = read_text(&text);
    similar_asserts::assert_eq!(once.markdown, source);
    assert!(once.findings.is_empty(), "{:?}", once.findings);
    let twice = read_text(&fs::read_to_string(folder.join("work-summary-pasted-twice.txt")).unwrap());
    assert_eq!(twice.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["pasted-twice"]);
    similar_asserts::assert_eq!(fixed(&twice), source);
}

/// The source with the fixes of all findings.
fn fixed(read: &Prose) -> String {
    let fixes = read.findings.iter().filter_map(|finding| finding.fix.as_ref());
    let mut source = read.markdown.clone();
    for edit in fixes.flat_map(|fix| &fix.edits) {
        source.replace_range(edit.span.range(), &edit.text);
    }
    source
}

/// What an outline holds.
#[derive(Default)]
struct Found {
    sections: usize,
    points: usize,
    /// Numbers that are as typed.
    kept: usize,
    paragraphs: Vec<String>,
}

impl Found {
    fn in_outline(outline: &Outline) -> Self {
        let mut found = Found::default();
        outline.walk(|line| match line {
            Line::Heading(section) => {
                found.sections += 1;
                found.kept += usize::from(section.number.as_deref().is_some_and(|number| !number.is_empty()));
            }
            Line::Block(Block::Paragraph { text }) => found.paragraphs.push(text.to_string()),
            Line::Block(Block::Points { points, .. }) => {
                found.points += points.len();
                found.kept += points.iter().filter(|point| point.number.is_some()).count();
            }
            Line::Block(_) | Line::Rule => {}
        });
        found
    }
}

/// Does a line begin with 一、 or （一）, blanks at its start aside?
fn is_numbered(line: &str) -> bool {
    const DIGITS: [char; 11] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百'];
    let line = trim(line);
    let (inside, ends): (_, &[char]) = match line.strip_prefix(['（', '(']) {
        Some(inside) => (inside, &['）', ')']),
        None => (line, &['、']),
    };
    let rest = inside.trim_start_matches(DIGITS);
    rest.len() < inside.len() && rest.starts_with(ends)
}

/// The lines that hold something, without the blanks at their ends.
fn content(text: &str) -> Vec<&str> {
    text.split(['\n', '\r']).map(trim).filter(|line| !line.is_empty()).collect()
}

/// Is every line indented alike, a title aside, and are all parted alike?
fn has_uniform_blanks(text: &str, titled: bool) -> bool {
    let lines: Vec<&str> = text.strip_suffix('\n').unwrap_or_default().split('\n').collect();
    let empty = lines.iter().filter(|line| line.is_empty()).count();
    let parted =
        empty == 0 || empty * 2 + 1 == lines.len() && lines.iter().step_by(2).all(|line| !line.is_empty());
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let mut indents = lines.iter().filter(|line| !line.is_empty()).skip(usize::from(titled)).map(indent);
    let first = indents.next().unwrap_or(0);
    let clean = lines.iter().all(|line| line.trim_end() == *line);
    parted && clean && indents.all(|other| other == first)
}
