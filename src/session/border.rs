//! Where a source may be cut so that each stretch can be read and composed by itself.
//!
//! A border stands before a heading, or before a plain paragraph behind an empty line unless it may join
//! a run-in heading. No list, table, note or paragraph reaches over it, and no two blocks join over it.

use crate::read::comment_extent;
use crate::text::lines::{find_last_mark, line_end, lines, next_line};
use crate::text::punctuation::{is_blank, trim};

/// May the text be cut here?
pub(super) fn is_border(before: &str, after: &str) -> bool {
    if before.is_empty() || after.is_empty() {
        return true;
    }
    if !before.ends_with(['\n', '\r']) || (before.ends_with('\r') && after.starts_with('\n')) {
        return false;
    }
    let line = &after[..line_end(after, 0)];
    is_heading(line) || (is_plain(line) && ends_in_empty_line(before) && !ends_in_heading(before))
}

/// A section's heading. The title, which may stand anywhere, keeps no two blocks apart.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - rest.len()))
        && rest.chars().next().is_none_or(|char| matches!(char, ' ' | '\t'))
}

/// Does this line begin a paragraph wherever it stands?
fn is_plain(line: &str) -> bool {
    let after_digits = line.trim_start_matches(|char: char| char.is_ascii_digit());
    let numbered = after_digits.len() < line.len() && after_digits.starts_with('.');
    !trim(line).is_empty()
        && !numbered
        && !line.starts_with([' ', '\t', '-', '+', '#', '>', '<', '|'])
        && !trim(line).starts_with(['>', '<'])
}

/// Is the last line of `before`, which ends in a line end, empty?
fn ends_in_empty_line(before: &str) -> bool {
    let content = before.trim_end_matches(is_blank);
    let gap = &before[content.len()..];
    lines(gap).nth(2).is_some() || content.is_empty()
}

fn ends_in_heading(before: &str) -> bool {
    let content = before.trim_end_matches(is_blank);
    let line = content.rsplit(['\n', '\r']).next().unwrap_or_default();
    line.trim_start_matches(is_blank).starts_with('#')
}

/// Cuts a text into stretches of at least `least` bytes, where it can.
pub(super) fn cut(text: &str, least: usize) -> Vec<&str> {
    let mut stretches = Vec::with_capacity(text.len() / least.max(1) + 1);
    // Behind the last end of a comment no comment has to be looked for.
    let comments_until = find_last_mark(text, "-->").unwrap_or(0);
    let mut start = 0;
    let mut at = 0;
    while at < text.len() {
        if at > start && at - start >= least && is_border(&text[start..at], &text[at..]) {
            stretches.push(&text[start..at]);
            start = at;
        }
        if at < comments_until {
            at = comment_extent(text, at).unwrap_or(at);
        }
        at = next_line(text, line_end(text, at));
    }
    if start < text.len() || stretches.is_empty() {
        stretches.push(&text[start..]);
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_stand_before_headings_and_plain_paragraphs() {
        assert_eq!(cut("甲\n## 乙\n\n丙\n\n丁\n戊\n", 1), ["甲\n", "## 乙\n\n丙\n\n", "丁\n戊\n"]);
        assert_eq!(cut("- 甲\n\n- 乙\n\n  丙\n\n丁", 1), ["- 甲\n\n- 乙\n\n  丙\n\n", "丁"]);
        assert_eq!(cut("<!-- 甲\n\n## 乙\n-->\n\n丙", 1), ["<!-- 甲\n\n## 乙\n-->\n\n", "丙"]);
        assert_eq!(cut("", 1), [""]);
    }
}
