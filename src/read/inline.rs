//! Inline text: lines are trimmed and joined, backslashes before ASCII punctuation are taken out, and
//! nothing else happens.

use crate::text::Text;
use crate::text::lines::find_mark;
use crate::text::space::{is_space, joins_with_space, trim, trim_start};
use std::ops::Range;

/// Reads the lines of one block as its text.
pub(super) fn read_lines(source: &str, lines: impl IntoIterator<Item = Range<usize>>) -> Text {
    let mut text = Text::default();
    for line in lines {
        push_line(&mut text, source, line);
    }
    text
}

/// The text of one line of the source.
pub(super) fn read_line(source: &str, line: Range<usize>) -> Text {
    read_lines(source, std::iter::once(line))
}

/// Appends one more line to a text, with a blank between if their neighbours ask for it.
pub(super) fn push_line(text: &mut Text, source: &str, line: Range<usize>) {
    let line = trimmed(source, line);
    let Some(first) = source[line.clone()].chars().next() else { return };
    if text.chars().next_back().is_some_and(|last| joins_with_space(last, first)) {
        text.push_joint();
    }
    push_unescaped(text, source, line);
}

/// Narrows a range by the blanks at its ends.
pub(super) fn trimmed(source: &str, range: Range<usize>) -> Range<usize> {
    let slice = trim_start(&source[range.clone()]);
    let start = range.end - slice.len();
    start..start + trim(slice).len()
}

/// Appends a slice of the source without its escaping backslashes. A run of them before `{` stays: it says
/// whether a fact begins there, which only composing can settle.
fn push_unescaped(text: &mut Text, source: &str, range: Range<usize>) {
    let slice = &source[range.clone()];
    let mut from = 0;
    while let Some(found) = find_mark(&slice[from..], "\\") {
        let run = from + found;
        let rest = slice[run..].trim_start_matches('\\');
        let end = slice.len() - rest.len();
        let next = rest.chars().next();
        if next == Some('{') {
            text.push_source(&slice[from..end], range.start + from);
        } else {
            text.push_source(&slice[from..run], range.start + from);
            let mut at = run;
            while at + 1 < end {
                text.push_source("\\", range.start + at + 1);
                at += 2;
            }
            let frees_next = next.is_some_and(|next| next.is_ascii_punctuation());
            if at < end && !frees_next {
                text.push_source("\\", range.start + at);
            }
        }
        from = end;
    }
    text.push_source(&slice[from..], range.start + from);
}

/// A prefix of a heading or point that settles its number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Prefix {
    /// `{-}`
    NoNumber,
    /// `{=…}`
    Keeps(String),
    /// `{=}`: what follows is text, whatever it looks like.
    Literal,
}

/// Reads the prefix at the start of a line, and gives its length with the blanks after it.
pub(super) fn read_prefix(line: &str) -> Option<(Prefix, usize)> {
    let (prefix, end) = if line.starts_with("{-}") {
        (Prefix::NoNumber, "{-}".len())
    } else {
        let inside = line.strip_prefix("{=")?;
        let (number, length) = read_kept_number(inside)?;
        let prefix = if trim(&number).is_empty() { Prefix::Literal } else { Prefix::Keeps(number) };
        (prefix, "{=".len() + length)
    };
    let rest = line[end..].trim_start_matches(is_space);
    Some((prefix, line.len() - rest.len()))
}

/// The number up to `}`, in which `\}` and `\\` stand for themselves; its length includes the brace.
fn read_kept_number(inside: &str) -> Option<(String, usize)> {
    let mut number = String::new();
    let mut chars = inside.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        match char {
            '}' => return Some((number.trim_start_matches(is_space).into(), at + 1)),
            '\\' => match chars.next_if(|(_, next)| matches!(next, '\\' | '}')) {
                Some((_, escaped)) => number.push(escaped),
                None => number.push('\\'),
            },
            _ => number.push(char),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> String {
        read_line(line, 0..line.len()).to_string()
    }

    #[test]
    fn a_backslash_frees_ascii_punctuation_only() {
        assert_eq!(read(r"\# 一"), "# 一");
        assert_eq!(read(r"a\\*b\字"), r"a\*b\字");
        assert_eq!(read(r"a\"), r"a\");
        assert_eq!(read(r"\\\"), r"\\");
        assert_eq!(read(r"\{x} \\{y}"), r"\{x} \\{y}");
    }

    #[test]
    fn prefixes_settle_numbers() {
        assert_eq!(read_prefix("{-} 甲"), Some((Prefix::NoNumber, 4)));
        assert_eq!(read_prefix("{=（四）} 乙"), Some((Prefix::Keeps("（四）".into()), 13)));
        assert_eq!(read_prefix("{=}一、"), Some((Prefix::Literal, 3)));
        assert_eq!(read_prefix(r"{=a\}\\}"), Some((Prefix::Keeps(r"a}\".into()), 8)));
        assert_eq!(read_prefix("{=甲"), None);
        assert_eq!(read_prefix("{甲}"), None);
    }
}
