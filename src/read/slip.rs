//! Slips of the pen that make text of a marker: `##工作`, `-修渠`, `＃ 总结`. They are told, and never put right
//! unasked: a text may begin so.

use super::inline::trimmed;
use crate::finding::{Finding, Severity, message};
use crate::text::space::{is_space, is_wide};
use crate::text::span::Span;
use std::ops::Range;

/// The finding for a line of text that a blank behind its marker would make a heading or point.
pub(super) fn missing_space(source: &str, line: Range<usize>) -> Option<Finding> {
    // Looks at a byte first: nearly no line begins so.
    let content = source.as_bytes()[line.clone()].iter().find(|byte| **byte != b' ')?;
    if !matches!(content, b'#' | b'-' | b'+' | 0xEF | 0xE3 | 0xC2) {
        return None;
    }
    let line = trimmed(source, line);
    let text = &source[line.clone()];
    let first = text.chars().next().filter(|char| matches!(char, '#' | '＃' | '-' | '－' | '+'))?;
    let rest = text.trim_start_matches(first);
    let count = text[..text.len() - rest.len()].chars().count();
    let most = if matches!(first, '#' | '＃') { 6 } else { 1 };
    let content = rest.trim_start_matches(is_space);
    let is_text = content.chars().next().is_some_and(char::is_alphabetic);
    // A blank of ASCII was there if the reader saw a marker, and a hyphen before a Latin letter is one.
    let slips = rest.len() < text.len() && (first != '-' && first != '+' || content.starts_with(is_wide));
    if count > most || !is_text || !slips {
        return None;
    }
    let mark = match first {
        '#' | '＃' => "#".repeat(count),
        '+' => "+".into(),
        _ => "-".into(),
    };
    let what = message(
        format!("“{mark}”后面要空一格（半角），才是标题或要点，现在当作正文"),
        format!("Without a blank behind it, “{mark}” is text and makes no heading or point"),
    );
    let span = Span::new(line.start, line.end - content.len());
    Some(Finding::new("marker-space", Severity::Warning, what).at(span).fix(
        message("补上空格", "Put a blank there"),
        Some(span),
        format!("{mark} "),
    ))
}
