//! A place of the source, and what has to be written there so that it reads back as a text.

use crate::read::begins_like_number;
use crate::text::lines::{line_end, lines};
use crate::text::space::{is_space, trim};
use crate::text::span::Span;
use crate::write::marker;

/// Where something comes in.
pub(super) struct Place<'a> {
    pub(super) source: &'a str,
    pub(super) span: Span,
    /// Front matter knows no backslash but before a brace.
    pub(super) in_front: bool,
    /// Would a closing brace end a name that begins before it?
    pub(super) in_brace: bool,
}

/// A span with the backslash that frees its first character.
pub(super) fn with_escape(source: &str, span: Span) -> Span {
    let frees =
        source[span.range()].starts_with(['*', '_']) && backslashes(&source[..span.start as usize]) % 2 == 1;
    Span { start: span.start - u32::from(frees), ..span }
}

fn backslashes(text: &str) -> usize {
    text.len() - text.trim_end_matches('\\').len()
}

impl<'a> Place<'a> {
    fn before(&self) -> &'a str {
        &self.source[..self.span.start as usize]
    }

    fn after(&self) -> &'a str {
        &self.source[self.span.end as usize..]
    }

    /// The value as it has to be written; `None` if there is nothing in it.
    pub(super) fn literal(&self, value: &str) -> Option<String> {
        let value = trim(value);
        if value.is_empty() {
            return None;
        }
        let value = lines(value).collect::<Vec<_>>().join(" ");
        if self.in_front {
            return Some(freed_braces(&value, self.before()));
        }
        let mut out = String::with_capacity(value.len());
        for char in value.chars() {
            match char {
                '\\' | '|' | '{' => out.extend(['\\', char]),
                '}' if self.in_brace => out.push('｝'),
                '>' if self.ends_comment(&out) => out.push_str("\\>"),
                _ => out.push(char),
            }
        }
        // A row of these under a line with pipes would make a table.
        if out.trim_start_matches(['-', ':', ' ']).is_empty() {
            out.insert(0, '\\');
        }
        Some(self.at_line_start(self.behind_backslash(out), &value))
    }

    /// A fact as it has to be written.
    pub(super) fn fact(&self, name: &str) -> String {
        if self.in_front {
            return format!("{{{name}}}");
        }
        let name = name.replace('\\', "\\\\").replace('|', "\\|");
        self.behind_backslash(format!("{{{name}}}"))
    }

    /// Would `>` end a comment that begins somewhere before?
    fn ends_comment(&self, out: &str) -> bool {
        let typed = self.before();
        out.ends_with("--") || out == "-" && typed.ends_with('-') || out.is_empty() && typed.ends_with("--")
    }

    /// A backslash that is a text before must not free what comes now.
    fn behind_backslash(&self, out: String) -> String {
        let frees =
            backslashes(self.before()) % 2 == 1 && out.starts_with(|char: char| char.is_ascii_punctuation());
        if frees { format!("\\{out}") } else { out }
    }

    /// Frees what would make the line another block, and keeps what looks like a number from being taken for one.
    fn at_line_start(&self, mut out: String, value: &str) -> String {
        let Some(line) = line_start(self.before()) else { return out };
        let after = &self.after()[..line_end(self.after(), 0)];
        let content = &line[list_marks(line)..];
        let typed = &self.source[self.span.range()];
        let is_other = marker(&[content, typed, after].concat()).is_some();
        let found = marker(&[content, &out, after].concat());
        if let Some(at) = found.filter(|_| !is_other) {
            out.insert(at.saturating_sub(content.len()).min(out.len()), '\\');
        }
        let marks = trim(line);
        let heading = (2..=6).contains(&marks.len()) && marks.bytes().all(|mark| mark == b'#');
        let point = content.is_empty() && !marks.is_empty();
        let text = format!("{value}{after}");
        if (heading || point) && begins_like_number(&text, point && !marks.ends_with('.')) {
            out.insert_str(0, "{=}");
        }
        out
    }
}

/// What stands before a place on its line, if it is nothing but marks, figures and blanks: behind all else nothing is
/// structure. So looking costs nothing in the middle of a long line.
fn line_start(before: &str) -> Option<&str> {
    let is_mark = |char: char| matches!(char, '#' | '-' | '+' | '<' | '!' | '.' | '0'..='9');
    let line =
        before.trim_end_matches(|char| !matches!(char, '\n' | '\r') && (is_mark(char) || is_space(char)));
    let begins = line.is_empty() || line.ends_with(['\n', '\r']);
    begins.then(|| &before[line.len()..])
}

/// The bytes of the markers of lists at the start of a line, with the blanks around them.
fn list_marks(line: &str) -> usize {
    let mut rest = line.trim_start_matches(is_space);
    loop {
        let behind = rest.trim_start_matches(|char: char| char.is_ascii_digit());
        let mark =
            if behind.len() < rest.len() { behind.strip_prefix('.') } else { rest.strip_prefix(['-', '+']) };
        match mark {
            Some(inside) if inside.starts_with([' ', '\t']) => rest = inside.trim_start_matches(is_space),
            _ => return line.len() - rest.len(),
        }
    }
}

/// A text in which no brace begins a fact; `before` is what stands before it.
fn freed_braces(text: &str, before: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = backslashes(before);
    for char in text.chars() {
        if char == '{' {
            out.extend(std::iter::repeat_n('\\', run + 1));
        }
        run = if char == '\\' { run + 1 } else { 0 };
        out.push(char);
    }
    out
}
