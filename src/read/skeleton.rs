//! The source as the block parser may see it: its skeleton.
//!
//! Inline text is literal in this language, and a parser of Markdown knows many inline marks. So it is given
//! only what makes blocks: of each line its blanks, marks and digits up to the first other character, for which
//! stands an `a`, and nothing of the rest. A line that holds a `|` stands whole, each other byte an `a`. All
//! text is then taken from the source by line and column. Nothing in it can be read as markup, and the parser
//! works through a twentieth of what the writer wrote. Lines whose meaning differs from Markdown's are settled
//! here as well:
//!
//! - notes (`>` lines, `<!-- -->`) and the closing rule (`---`) become empty block quotes, which end
//!   a paragraph and never swallow the line after them;
//! - CR LF and a lone CR become LF (pulldown-cmark 0.13 loses lines after a lone CR);
//! - a line of blanks of any width becomes an empty line.

use crate::text::lines::{find_mark, line_end, next_line};
use crate::text::space::{trim, trim_start};
use memchr::memchr;
use std::cell::Cell;
use std::ops::Range;

/// The skeleton of a source. All places are its own, unless a name says `source`.
#[derive(Clone)]
pub(crate) struct Skeleton {
    /// ASCII.
    pub(crate) text: String,
    lines: Vec<Line>,
    /// The line that was asked for last.
    near: Cell<usize>,
    /// Where in the source a comment begins that does not end.
    pub(crate) unclosed_comment: Option<usize>,
}

/// A line of both.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    source_start: u32,
    source_end: u32,
}

const OTHER: char = 'a';

/// How many lines ahead are looked at before the list of them is searched.
const NEAR: usize = 8;

/// Is this byte part of what makes blocks? The parser in the wasm reads no others: see `www/tools/parser.mjs`.
const fn is_structure(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'#' | b'-' | b'+' | b'.' | b'|' | b':' | b'0'..=b'9')
}

impl Skeleton {
    /// The skeleton of `source` from byte `start` on.
    pub(crate) fn new(source: &str, start: usize) -> Self {
        let mut skeleton =
            Skeleton { text: String::new(), lines: Vec::new(), near: Cell::new(0), unclosed_comment: None };
        // Up to here every comment is known to be text: without it, many of them would cost a scan each.
        let mut text_until = start;
        let mut at = start;
        while at < source.len() {
            let end = line_end(source, at);
            let line = &source[at..end];
            let next = next_line(source, end);
            skeleton.begin_line(at..end);
            match trim_start(line).as_bytes() {
                [] => {}
                [b'>', ..] => skeleton.push_quote(line),
                [b'-', b'-', ..] if is_rule(line) => skeleton.push_quote(line),
                [b'-', b'-', ..] if trim(line) == "--" => skeleton.text.push(OTHER),
                [b'<', b'!', b'-', b'-', ..] if at >= text_until => {
                    match comment_end(source, at) {
                        Comment::Ends(close) => {
                            skeleton.push_quote(line);
                            skeleton.end_line();
                            at = skeleton.push_empty_lines(source, next, close);
                            continue;
                        }
                        Comment::IsText(until) => text_until = until,
                        Comment::NeverEnds => {
                            skeleton.unclosed_comment = Some(at);
                            text_until = source.len();
                        }
                    }
                    skeleton.push_structure(line);
                }
                _ => skeleton.push_structure(line),
            }
            skeleton.end_line();
            at = next;
        }
        skeleton
    }

    fn begin_line(&mut self, source: Range<usize>) {
        self.lines.push(Line {
            start: self.text.len() as u32,
            source_start: source.start as u32,
            source_end: source.end as u32,
        });
    }

    fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// An empty block quote at the line's own indent.
    fn push_quote(&mut self, line: &str) {
        self.text.extend(line.chars().take_while(|&char| char == ' '));
        self.text.push('>');
    }

    /// The rest of a comment's lines, up to the one that ends at `close`; gives where the next one begins.
    fn push_empty_lines(&mut self, source: &str, from: usize, close: usize) -> usize {
        let mut at = from;
        while at < close {
            let end = line_end(source, at);
            self.begin_line(at..end);
            self.end_line();
            at = next_line(source, end);
        }
        at
    }

    fn push_structure(&mut self, line: &str) {
        let start = self.text.len();
        self.push_marks(line);
        if let Some(stop) = typed_number_stop(&self.text[start..]) {
            self.free_markers(&[start + stop]);
        }
    }

    fn push_marks(&mut self, line: &str) {
        let bytes = line.as_bytes();
        if memchr(b'|', bytes).is_some() {
            return self.push_whole(bytes);
        }
        let marks = bytes.iter().position(|&byte| !is_structure(byte));
        self.text.push_str(&line[..marks.unwrap_or(line.len())]);
        if marks.is_some() {
            self.text.push(OTHER);
        }
    }

    fn push_whole(&mut self, line: &[u8]) {
        let mut at = 0;
        while at < line.len() {
            self.text.push(if is_structure(line[at]) { char::from(line[at]) } else { OTHER });
            if line[at] == b'\\' && line.get(at + 1).is_some_and(u8::is_ascii_punctuation) {
                self.text.push(OTHER);
                at += 1;
            }
            at += 1;
        }
    }

    /// The lines of a range, without their ends: each here, and in the source.
    pub(crate) fn lines(
        &self,
        range: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        let mut index = self.line_index(range.start);
        let mut at = range.start;
        std::iter::from_fn(move || {
            let line = *self.lines.get(index)?;
            if at >= range.end {
                return None;
            }
            let here = at..self.end_of(index).min(range.end);
            let source = self.place(index, line, here.start)..self.place(index, line, here.end);
            index += 1;
            at = here.end + 1;
            Some((here, source))
        })
    }

    /// Is there nothing but blanks in this line?
    pub(crate) fn is_blank(&self, line: Range<usize>) -> bool {
        self.text.as_bytes()[line].iter().all(|&byte| matches!(byte, b' ' | b'\t'))
    }

    /// The start of the line that holds `at`.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        self.lines.get(self.line_index(at)).map_or(0, |line| line.start as usize)
    }

    /// Which line holds `at`? Mostly the one that was asked for last, or one soon after it.
    fn line_index(&self, at: usize) -> usize {
        let begins = |index: usize| self.lines.get(index).is_some_and(|line| line.start as usize <= at);
        let near = self.near.get();
        let mut ahead = near..near + NEAR;
        let index = match ahead.find(|&index| begins(index) && !begins(index + 1)) {
            Some(index) => index,
            None => self.lines.partition_point(|line| line.start as usize <= at).saturating_sub(1),
        };
        self.near.set(index);
        index
    }

    /// The end of a line, before its line break.
    fn end_of(&self, index: usize) -> usize {
        self.lines.get(index + 1).map_or(self.text.len(), |next| next.start as usize) - 1
    }

    /// The source of a range inside one line. What reaches the line's end reaches its end in the source.
    pub(crate) fn source(&self, range: Range<usize>) -> Range<usize> {
        let index = self.line_index(range.start);
        let Some(&line) = self.lines.get(index) else { return 0..0 };
        self.place(index, line, range.start)..self.place(index, line, range.end)
    }

    /// The place in the source of a place in a line.
    fn place(&self, index: usize, line: Line, at: usize) -> usize {
        if at >= self.end_of(index) {
            line.source_end as usize
        } else {
            line.source_start as usize + at - line.start as usize
        }
    }

    /// Makes the full stops of these list markers text.
    pub(crate) fn free_markers(&mut self, stops: &[usize]) {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        for &stop in stops {
            bytes[stop] = b'a';
        }
        self.text = String::from_utf8(bytes).unwrap_or_default();
    }
}

/// The full stop of a number that was typed behind the marker of an item (`- 1. …`, `1. 1. …`): no list begins there.
fn typed_number_stop(line: &str) -> Option<usize> {
    if !line.contains('.') {
        return None;
    }
    let mut rest = line.trim_start_matches(' ');
    let mut markers = 0;
    loop {
        let behind_digits = rest.trim_start_matches(|char: char| char.is_ascii_digit());
        let inside = if behind_digits.len() < rest.len() {
            if markers > 0 {
                return behind_digits.starts_with('.').then_some(line.len() - behind_digits.len());
            }
            behind_digits.strip_prefix('.')
        } else {
            rest.strip_prefix(['-', '+'])
        };
        rest = inside.filter(|inside| inside.starts_with(' '))?.trim_start_matches(' ');
        markers += 1;
    }
}

/// Is this line the closing rule: three hyphens or more, indented by three blanks at most?
pub(crate) fn is_rule(line: &str) -> bool {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let dashes = trim(line);
    indent <= 3 && dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-')
}

/// What begins the line at `at`, if it looks like a comment.
pub(crate) fn comment_at(source: &str, at: usize) -> Option<Comment> {
    trim(&source[at..line_end(source, at)]).starts_with("<!--").then(|| comment_end(source, at))
}

/// What looks like a comment.
pub(crate) enum Comment {
    /// At this line end.
    Ends(usize),
    /// Something stands behind its end, which is here, on the same line.
    IsText(usize),
    NeverEnds,
}

fn comment_end(source: &str, line_start: usize) -> Comment {
    let mut at = line_start;
    loop {
        let Some(open) = find_mark(&source[at..], "<!--") else { return Comment::IsText(at) };
        let inside = at + open + "<!--".len();
        let Some(length) = find_mark(&source[inside..], "-->") else { return Comment::NeverEnds };
        let after = inside + length + "-->".len();
        let end = line_end(source, after);
        let rest = trim(&source[after..end]);
        if rest.is_empty() {
            return Comment::Ends(end);
        }
        if !rest.starts_with("<!--") {
            return Comment::IsText(after);
        }
        at = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn skeleton(source: &str) -> String {
        Skeleton::new(source, 0).text
    }

    #[test]
    fn structure_stays_and_text_goes() {
        assert_eq!(skeleton("## **a**\n- - *b* 1. c\nc|**"), "## a\n- - a\na|aa\n");
        assert_eq!(skeleton("- 1. 甲\n  + 12. 乙\n1. 丙"), "- 1a a\n  + 12a a\n1. a\n");
        assert_eq!(skeleton("1. 1. 甲\n2. - 3. 乙\n- - 丙"), "1. 1a a\n2. - 3a a\n- - a\n");
        assert_eq!(skeleton("\\# 1\n\\| |\\a"), "a\naa |aa\n");
        assert_eq!(skeleton("一\r\n二\r三"), "a\na\na\n");
        assert_eq!(skeleton("\u{3000}\u{a0}\n\u{3000}甲"), "\na\n");
    }

    #[test]
    fn notes_and_rules_become_empty_quotes() {
        assert_eq!(skeleton("> 注\n  ---\n--"), ">\n  >\na\n");
        assert_eq!(skeleton("<!-- 一\n二 -->\n三"), ">\n\na\n");
        assert_eq!(skeleton("<!-- a --> <!-- b -->\nc"), ">\na\n");
        assert!(!skeleton("<!-- a --> b").contains('>'), "text stands behind it");
    }

    #[test]
    fn places_map_to_the_source() {
        let source = "甲\r\n- 乙丙\n丁|戊";
        let skeleton = Skeleton::new(source, 0);
        assert_eq!(skeleton.text, "a\n- a\naaa|aaa\n");
        let told = |range| &source[skeleton.source(range)];
        assert_eq!(told(0..1), "甲");
        assert_eq!(told(4..5), "乙丙");
        assert_eq!(told(2..5), "- 乙丙");
        assert_eq!(told(6..9), "丁");
        assert_eq!(told(9..13), "|戊");
    }

    #[test]
    fn a_comment_that_never_ends_is_told() {
        assert_eq!(Skeleton::new("甲\n<!-- 乙", 0).unclosed_comment, Some(4));
        assert_eq!(Skeleton::new("<!-- 乙 -->", 0).unclosed_comment, None);
    }
}
