//! What the parts of each kind of case say.

use crate::case::Case;
use outline_summary::face::{Plain, read_options, read_outline};
use outline_summary::finding::Finding;
use outline_summary::read::{parse, read_text};
use outline_summary::session::{Session, Splice};
use outline_summary::summarize::{Options, Summary, summarize_outline, summarize_source};
use outline_summary::text::space::trim;
use outline_summary::text::span::{byte_of_utf16, utf16_len};
use outline_summary::write::markdown;
use similar_asserts::SimpleDiff;
use std::fmt::Write;

/// `source`, `options` (JSON), `text`.
pub fn compose(case: &Case) -> Result<(), String> {
    case.only(&["source", "options", "text"])?;
    let options = options(case.part("options").unwrap_or("{}"))?;
    let summary = summarize_source(case.must("source")?, &options);
    same(&summary.text(options.text), case.must("text")?)
}

/// `source`, and what is read from it: `outline` (JSON), or `markdown`, its canonical form.
pub fn outline(case: &Case) -> Result<(), String> {
    case.only(&["source", "outline", "markdown"])?;
    let (read, _) = parse(case.must("source")?);
    if let Some(expected) = case.part("outline") {
        let expected: serde_json::Value =
            serde_json::from_str(expected).map_err(|error| error.to_string())?;
        same(&pretty(&serde_json::to_value(&read).unwrap()), &pretty(&expected))?;
    }
    if let Some(expected) = case.part("markdown") {
        same(&markdown(&outline_summary::normalize::normalize(read).0), expected)?;
    }
    if case.part("outline").or(case.part("markdown")).is_none() {
        Err("nothing is expected".into())
    } else {
        Ok(())
    }
}

/// A finished `text`, the `markdown` of what is read from it, and the `findings`; `fixed` is the source when the fixes of
/// all findings are applied, `standard` that of the standard form. Of each, the text comes back line by line.
pub fn prose(case: &Case) -> Result<(), String> {
    case.only(&["text", "markdown", "findings", "fixed", "standard"])?;
    let text = case.must("text")?;
    let read = read_text(text);
    same(&read.markdown, case.must("markdown")?)?;
    let found: String = read.findings.iter().map(|finding| told(finding, &read.markdown)).collect();
    same(&found, case.part("findings").unwrap_or_default())?;
    if let Some(expected) = case.part("fixed") {
        same(&fixed(&read.markdown, &read.findings), expected)?;
    }
    if let Some(expected) = case.part("standard") {
        same(&read_text(text).normalized().markdown, expected)?;
    }
    let options = Options { style: Some(read.habits), ..Options::default() };
    same(&lines(&summarize_outline(read.outline, &options).text(options.text)), &lines(text))
}

/// The lines of a text that hold something, without the blanks at their ends.
fn lines(text: &str) -> String {
    let lines = text.split(['\n', '\r']).map(trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// `object` (JSON), its canonical `markdown`, the `findings` of normalizing, as `code path` lines, the `text`.
pub fn normalize(case: &Case) -> Result<(), String> {
    case.only(&["object", "markdown", "findings", "text"])?;
    let object = read_outline(plain(case.must("object")?)?).map_err(|wrong| wrong.to_string())?;
    let (normal, findings) = outline_summary::normalize::normalize(object.clone());
    let source = markdown(&normal);
    same(&source, case.must("markdown")?)?;
    if let Some(expected) = case.part("text") {
        let options = Options::default();
        same(&summarize_outline(object, &options).text(options.text), expected)?;
        same(&summarize_source(&source, &options).text(options.text), expected)?;
    }
    let mut told = String::new();
    for finding in &findings {
        writeln!(told, "{} {}", finding.code, finding.path.as_deref().unwrap_or("?")).unwrap();
    }
    same(&told, case.part("findings").unwrap_or(""))
}

/// `source`, `options`, the `findings`: lines of `code severity from..to` in UTF-16 units and the text there; the
/// source `fixed` by all fixes; what the first finding says in `chinese` and in `english`.
pub fn findings(case: &Case) -> Result<(), String> {
    case.only(&["source", "options", "findings", "fixed", "chinese", "english"])?;
    let source = case.must("source")?;
    let Summary { findings, .. } = summarize_source(source, &options(case.part("options").unwrap_or("{}"))?);
    same(&findings.iter().map(|finding| told(finding, source)).collect::<String>(), case.must("findings")?)?;
    if let Some(expected) = case.part("fixed") {
        same(&fixed(source, &findings), expected)?;
    }
    let first = findings.first().map(|finding| &finding.message);
    for (part, said) in
        [("chinese", first.map(|message| &message.zh)), ("english", first.map(|message| &message.en))]
    {
        if let Some(expected) = case.part(part) {
            same(said.map_or("", String::as_str), expected.trim_end())?;
        }
    }
    Ok(())
}

fn told(finding: &Finding, source: &str) -> String {
    let severity = format!("{:?}", finding.severity).to_lowercase();
    let mut line = format!("{} {severity}", finding.code);
    if let Some(span) = finding.span {
        let units = |byte: u32| utf16_len(&source[..byte as usize]);
        write!(line, " {}..{} {:?}", units(span.start), units(span.end), &source[span.range()]).unwrap();
    }
    line + "\n"
}

fn fixed(source: &str, findings: &[Finding]) -> String {
    let fixes = findings.iter().filter_map(|finding| finding.fix.as_ref());
    let mut edits: Vec<_> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
    edits.iter().fold(source.to_owned(), |mut text, edit| {
        text.replace_range(edit.span.range(), &edit.text);
        text
    })
}

/// `source`, the `edits` as JSON lists `[from, to, text]` in UTF-16 units, what they touch as lines of
/// `at -removed +inserted`, and the `text` at the end.
pub fn session(case: &Case) -> Result<(), String> {
    case.only(&["source", "edits", "touched", "text"])?;
    let mut source = case.must("source")?.to_owned();
    let mut session = Session::new(&source, Options::default());
    let mut touched = String::new();
    for line in case.must("edits")?.lines() {
        let (from, to, text): (usize, usize, String) =
            serde_json::from_str(line).map_err(|error| error.to_string())?;
        source.replace_range(byte_of_utf16(&source, from)..byte_of_utf16(&source, to), &text);
        for Splice { at, removed, inserted } in session.edit(from, to, &text) {
            writeln!(touched, "{at} -{removed} +{inserted}").unwrap();
        }
    }
    same(&session.source(), &source)?;
    let text: String = session.blocks().map(|block| block.text.clone() + "\n").collect();
    same(&text, case.must("text")?)?;
    same(&touched, case.must("touched")?)
}

/// A case of the shared fixtures.
pub fn shared_case(case: &serde_json::Value) -> Result<(), String> {
    let options = options(&case["options"].to_string())?;
    let summary = summarize_source(case["outline"].as_str().unwrap(), &options);
    same(&summary.text(options.text), case["text"].as_str().unwrap())
}

/// The shared work summary: its text to the byte, and its outline back.
pub fn shared_document(source: &str, text: &str) -> Result<(), String> {
    let summary = summarize_source(source, &Options::default());
    same(&summary.text(Options::default().text), text)?;
    same(&markdown(&parse(source).0), source)
}

pub fn options(json: &str) -> Result<Options, String> {
    read_options(plain(json)?).map_err(|wrong| wrong.to_string())
}

/// JSON as plain data.
fn plain(json: &str) -> Result<Plain, String> {
    fn of(value: serde_json::Value) -> Plain {
        use serde_json::Value;
        match value {
            Value::Null => Plain::Other("null"),
            Value::Bool(truth) => Plain::Truth(truth),
            Value::Number(number) => Plain::Number(number.as_f64().unwrap()),
            Value::String(text) => Plain::Text(text),
            Value::Array(items) => Plain::List(items.into_iter().map(of).collect()),
            Value::Object(fields) => {
                Plain::Object(fields.into_iter().map(|(name, value)| (name, of(value))).collect())
            }
        }
    }
    serde_json::from_str(json).map(of).map_err(|error| error.to_string())
}

fn pretty(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap()
}

/// Fails with the difference, line by line.
pub fn same(got: &str, expected: &str) -> Result<(), String> {
    if got == expected {
        return Ok(());
    }
    Err(format!("{}\n{got:?}", SimpleDiff::from_str(expected, got, "expected", "got")))
}
