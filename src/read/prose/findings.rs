//! What there is to say about a finished text that was read: of the outline's source, and about it as a whole.

use super::lines::Lines;
use super::units::Unit;
use super::{Prose, read_lines, wrapped};
use crate::check::check;
use crate::facts::FactTable;
use crate::finding::{Edit, Finding, Fix, Severity, message};
use crate::read::parse;
use crate::text::lines::find_mark;
use crate::text::span::Span;

/// The findings about a text, with places in the source of its outline.
pub(super) fn findings(read: &Prose, lines: &Lines<'_>, units: &[Unit<'_>]) -> Vec<Finding> {
    if let Some(twice) = twice(read, lines) {
        // What else there is to say would be said twice, too.
        return vec![twice];
    }
    let mut findings = Vec::new();
    findings.extend(broken(read, lines, units));
    if find_mark(&read.markdown, "{=").is_none() {
        return findings;
    }
    let (outline, _) = parse(&read.markdown);
    for finding in check(&outline, &read.habits, &FactTable::EMPTY) {
        if finding.code == "number-kept" {
            findings.push(finding);
        }
    }
    findings
}

fn twice(read: &Prose, lines: &Lines<'_>) -> Option<Finding> {
    let (once, copies) = match (lines.copy, lines.joined) {
        (Some(copy), _) => (read_lines(&lines.first(copy)), lines.texts.len() / copy),
        (None, Some((once, copies))) => (read_lines(&Lines::of(once, &[])), copies),
        (None, None) => return None,
    };
    let twice = || message("这份文稿有前后相同的两遍", "The text is there twice over");
    let times = || {
        message(format!("这份文稿有前后相同的 {copies} 遍"), format!("The text is there {copies} times over"))
    };
    let what = if copies == 2 { twice() } else { times() };
    let label = if copies == 2 {
        message("删去第二遍", "Drop the second copy")
    } else {
        message("只留第一遍", "Keep the first copy only")
    };
    let once = once.markdown;
    Some(rewritten("pasted-twice", Severity::Warning, what, label, read, once))
}

fn broken(read: &Prose, lines: &Lines<'_>, units: &[Unit<'_>]) -> Option<Finding> {
    let (breaks, text) = wrapped::joined(lines, units)?;
    let joined = read_lines(&Lines::of(&text, &[])).markdown;
    let what = message(
        format!("有 {breaks} 处像是 PDF 断开的行：行尾没有标点，下一行接着写"),
        format!("{breaks} lines look as if a PDF had broken them: no mark at the end, and the next goes on"),
    );
    let label = message("接成整段", "Join them");
    Some(rewritten("broken-lines", Severity::Warning, what, label, read, joined))
}

/// A finding about the whole text, whose fix is another reading of it.
fn rewritten(
    code: &'static str,
    severity: Severity,
    what: crate::finding::Message,
    label: crate::finding::Message,
    read: &Prose,
    text: String,
) -> Finding {
    let span = Span::new(0, read.markdown.len());
    let mut finding = Finding::new(code, severity, what).at(span);
    finding.fix = Some(Fix { label, edits: vec![Edit { span, text }] });
    finding
}
