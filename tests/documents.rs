//! Whole documents, as two writers with different habits would type them. What becomes of each file of
//! `tests/documents` is kept in `tests/snapshots`, to be read as one reads a summary.

use outline_summary::compose::Detail;
use outline_summary::normalize::normalize;
use outline_summary::read::parse;
use outline_summary::summarize::{Options, Summary, summarize_source};
use outline_summary::write::markdown;
use std::fs;
use std::path::Path;

#[test]
fn documents_are_summarized() {
    each_document(|name, source| {
        let full = summarize(source, Detail::Full);
        keep(name, "text", &text(&full));
        keep(name, "brief", &text(&summarize(source, Detail::Brief)));
        keep(name, "headings", &text(&summarize(source, Detail::Headings)));
        keep(name, "findings", &findings(&full, source));
        keep(name, "stats", &serde_json::to_string_pretty(&full.stats()).unwrap());
    });
}

#[test]
fn documents_are_long() {
    each_document(|name, source| {
        let text = text(&summarize(source, Detail::Full));
        let length = text.chars().filter(|char| !char.is_whitespace()).count();
        assert!(length >= 3000, "{name} has {length} characters");
    });
}

#[test]
fn canonical_markdown_says_the_same() {
    each_document(|name, source| {
        let (outline, _) = normalize(parse(source).0);
        let canonical = markdown(&outline);
        assert_eq!(parse(&canonical).0, outline, "{name}");
        for detail in [Detail::Full, Detail::Brief, Detail::Headings] {
            let [again, first] = [&canonical, source].map(|source| text(&summarize(source, detail)));
            assert_eq!(again, first, "{name}, {detail:?}");
        }
    });
}

/// Calls `check` with the name and the source of each document, in the order of their names.
fn each_document(check: impl Fn(&str, &str)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut documents: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    documents.sort();
    assert!(!documents.is_empty());
    for path in documents {
        let name = path.file_stem().unwrap().to_string_lossy();
        check(&name, &fs::read_to_string(&path).unwrap());
    }
}

fn summarize(source: &str, detail: Detail) -> Summary {
    summarize_source(source, &Options { detail, ..Options::default() })
}

fn text(summary: &Summary) -> String {
    summary.text(Options::default().text)
}

/// One finding a line: its code, its severity, what stands at its place, what it says.
fn findings(summary: &Summary, source: &str) -> String {
    let line = |finding: &outline_summary::finding::Finding| {
        let place = finding.span.map_or("", |span| &source[span.range()]);
        let severity = format!("{:?}", finding.severity).to_lowercase();
        format!("{} {severity} {place:?} {}\n", finding.code, finding.message.zh)
    };
    summary.findings.iter().map(line).collect()
}

/// Compares with the snapshot `document.part`.
fn keep(document: &str, part: &str, content: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("{document}.{part}"), content));
}
