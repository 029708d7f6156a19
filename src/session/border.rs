//! Where a source may be cut so that each stretch can be read and composed by itself.
//!
//! A border stands before a heading, or before a plain paragraph behind an empty line unless it may join
//! a run-in heading. No list, table, note or paragraph reaches over it, and no two blocks join over it.

use crate::read::{Comment, comment_at};
use crate::text::lines::{find_last_mark, line_end, next_line};
use crate::text::space::trim;

/// May the text be cut here? `before` begins at a border.
pub(super) fn is_border(before: &str, after: &str) -> bool {
    if before.is_empty() || after.is_empty() {
        return true;
    }
    if !before.ends_with(['\n', '\r']) || (before.ends_with('\r') && after.starts_with('\n')) {
        return false;
    }
    let mut above = Above::default();
    each_line(before, |line| above.pass(line.text));
    above.is_border(&after[..line_end(after, 0)])
}

/// Cuts a text into stretches of at least `least` bytes, where it can.
pub(super) fn cut(text: &str, least: usize) -> Vec<&str> {
    let mut stretches = Vec::with_capacity(text.len() / least.max(1) + 1);
    let mut start = 0;
    let mut above = Above::default();
    each_line(text, |line| {
        let far_enough = line.at > start && line.at - start >= least;
        if far_enough && !line.in_mock_comment && above.is_border(line.text) {
            stretches.push(&text[start..line.at]);
            start = line.at;
            above = Above::default();
        }
        above.pass(line.text);
    });
    if start < text.len() || stretches.is_empty() {
        stretches.push(&text[start..]);
    }
    stretches
}

struct Line<'a> {
    at: usize,
    text: &'a str,
    /// Does it belong to what looks like a comment and is none? That shows in its last line only.
    in_mock_comment: bool,
}

/// Calls `visit` with each line of a text; a comment is one.
fn each_line<'a>(text: &'a str, mut visit: impl FnMut(Line<'a>)) {
    // Behind the last end of a comment no comment has to be looked for, nor where one is known to be text.
    let comments_until = find_last_mark(text, "-->").unwrap_or(0);
    let mut text_until = 0;
    let mut at = 0;
    while at < text.len() {
        let may_begin = (text_until..comments_until).contains(&at);
        let end = match may_begin.then(|| comment_at(text, at)).flatten() {
            Some(Comment::Ends(end)) => end,
            Some(Comment::IsText(until)) => {
                text_until = until;
                line_end(text, at)
            }
            Some(Comment::NeverEnds) | None => line_end(text, at),
        };
        visit(Line { at, text: &text[at..end], in_mock_comment: at < text_until });
        at = next_line(text, end);
    }
}

/// What the lines above decide about a border.
#[derive(Default)]
struct Above {
    empty_line: bool,
    /// Is a heading the last that is not empty?
    heading: bool,
    /// May an indented line belong to a list?
    list: bool,
}

impl Above {
    fn pass(&mut self, line: &str) {
        let content = trim(line);
        if content.is_empty() {
            self.empty_line = true;
            return;
        }
        self.list = begins_item(content) || self.list && !self.is_border(line);
        self.heading = content.starts_with('#');
        self.empty_line = false;
    }

    fn is_border(&self, line: &str) -> bool {
        is_heading(line) || (self.empty_line && !self.heading && self.is_plain(line))
    }

    /// Does this line, behind an empty one, begin a paragraph?
    fn is_plain(&self, line: &str) -> bool {
        let content = trim(line);
        let indented = line.starts_with([' ', '\t']);
        let other = content.is_empty() || content.starts_with(['#', '>', '<', '|']);
        !(other || begins_item(content) || indented && self.list)
    }
}

/// A section's heading. The title, which may stand anywhere, keeps no two blocks apart.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - rest.len()))
        && rest.chars().next().is_none_or(|char| matches!(char, ' ' | '\t'))
}

/// May an item of a list begin so, or a rule?
fn begins_item(content: &str) -> bool {
    let behind = content.trim_start_matches(|char: char| char.is_ascii_digit());
    content.starts_with(['-', '+']) || (behind.len() < content.len() && behind.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_stand_before_headings_and_plain_paragraphs() {
        assert_eq!(cut("甲\n## 乙\n\n丙\n\n丁\n戊\n", 1), ["甲\n", "## 乙\n\n丙\n\n", "丁\n戊\n"]);
        assert_eq!(cut("- 甲\n\n- 乙\n\n  丙\n\n丁", 1), ["- 甲\n\n- 乙\n\n  丙\n\n", "丁"]);
        assert_eq!(cut("<!-- 甲\n\n## 乙\n-->\n\n丙", 1), ["<!-- 甲\n\n## 乙\n-->\n\n", "丙"]);
        assert_eq!(
            cut("  甲\n\n  乙\n\n- 丙\n\n  丁\n\n戊\n\n  己", 1),
            ["  甲\n\n", "  乙\n\n- 丙\n\n  丁\n\n", "戊\n\n", "  己"]
        );
        assert_eq!(cut("- 甲\n  <!-- a\n\n乙\n  -->\n\n  丙", 1).len(), 1, "an indented note ends no list");
        assert_eq!(cut("<!-- a\n## 乙。\n-->。\n\n丙", 1).len(), 2, "this is no comment, but looks like one");
        assert_eq!(cut("<!-- a\n## 乙-->。\n\n丙", 1).len(), 1, "丙 goes on in 乙's paragraph");
        assert_eq!(cut("", 1), [""]);
    }
}
