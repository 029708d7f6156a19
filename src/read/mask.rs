//! The source as the block parser may see it.
//!
//! Inline text is literal in this language, and a parser of Markdown knows many inline marks. So it is given
//! a copy of the same length in which every byte that is not block structure has become the letter `a`, and
//! all text is taken from the source by place. Nothing in the text can then be read as markup, and no
//! place needs to be mapped back. Lines whose meaning differs from Markdown's are settled here as well:
//!
//! - notes (`>` lines, `<!-- -->`) and the closing rule (`---`) become empty block quotes, which end
//!   a paragraph and never swallow the line after them;
//! - CR LF becomes blank and LF, a lone CR becomes LF (pulldown-cmark 0.13 loses lines after a lone CR);
//! - a line of blanks of any width becomes an empty line.

use crate::text::punctuation::trim;
use std::ops::Range;

/// A masked source.
pub(crate) struct Mask {
    /// ASCII, as long as the source.
    pub(crate) text: String,
    /// Does a comment begin that does not end?
    pub(crate) unclosed_comment: Option<usize>,
}

const OTHER: u8 = b'a';

/// What each byte becomes; line ends and backslashes are handled apart.
static KEPT: [u8; 256] = {
    let mut table = [OTHER; 256];
    let structure = b" \t\n#-+0123456789.|:";
    let mut index = 0;
    while index < structure.len() {
        table[structure[index] as usize] = structure[index];
        index += 1;
    }
    table
};

impl Mask {
    /// Masks `source` from byte `start` on; what stands before it becomes empty lines.
    pub(crate) fn new(source: &str, start: usize) -> Self {
        let mut bytes = Vec::with_capacity(source.len());
        bytes.resize(start, b'\n');
        mask_bytes(&source.as_bytes()[start..], &mut bytes);
        let unclosed_comment = mask_special_lines(source, &mut bytes, start);
        // Every byte is ASCII by construction; the fallback cannot be reached.
        Mask { text: String::from_utf8(bytes).unwrap_or_default(), unclosed_comment }
    }

    /// The lines of a range, without their ends.
    pub(crate) fn lines(&self, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
        lines(self.text.as_bytes(), range)
    }

    /// Is there nothing but blanks in this line?
    pub(crate) fn is_blank(&self, line: Range<usize>) -> bool {
        self.text.as_bytes()[line].iter().all(|&byte| matches!(byte, b' ' | b'\t'))
    }

    /// The end of the line that holds `at`.
    pub(crate) fn line_end(&self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        rest.iter().position(|&byte| byte == b'\n').map_or(self.text.len(), |length| at + length)
    }

    /// The start of the line that holds `at`.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        let before = &self.text.as_bytes()[..at];
        before.iter().rposition(|&byte| byte == b'\n').map_or(0, |last| last + 1)
    }
}

fn mask_bytes(source: &[u8], bytes: &mut Vec<u8>) {
    let mut at = 0;
    while at < source.len() {
        let byte = source[at];
        let next = source.get(at + 1).copied();
        match byte {
            b'\r' => bytes.push(if next == Some(b'\n') { b' ' } else { b'\n' }),
            b'\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                bytes.extend([OTHER, OTHER]);
                at += 1;
            }
            _ => bytes.push(KEPT[usize::from(byte)]),
        }
        at += 1;
    }
}

fn lines(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= range.end {
            return None;
        }
        let length = bytes[at..range.end].iter().position(|&byte| byte == b'\n');
        let end = length.map_or(range.end, |length| at + length);
        let line = at..end;
        at = end + 1;
        Some(line)
    })
}

/// Is this line the closing rule: three hyphens or more, indented by three blanks at most?
pub(crate) fn is_rule(line: &str) -> bool {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let dashes = trim(line);
    indent <= 3 && dashes.len() >= 3 && dashes.bytes().all(|byte| byte == b'-')
}

/// Masks notes, rules and lines of blanks; gives the place of a comment that never ends.
fn mask_special_lines(source: &str, bytes: &mut [u8], start: usize) -> Option<usize> {
    let mut unclosed = None;
    // Up to here every comment is known to be text: without it, many of them would cost a scan each.
    let mut text_until = start;
    let mut at = start;
    while at < bytes.len() {
        let end =
            bytes[at..].iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| at + length);
        let line = &source[at..end];
        let Some(first) = line.chars().find(|&char| !crate::text::punctuation::is_blank(char)) else {
            bytes[at..end].fill(b' ');
            at = end + 1;
            continue;
        };
        let mut next = end + 1;
        match first {
            '>' => quote_line(bytes, at..end),
            '-' if is_rule(line) => quote_line(bytes, at..end),
            '-' if trim(line) == "--" => bytes[at..end].fill(OTHER),
            '<' if trim(line).starts_with("<!--") && at >= text_until => match comment_end(source, at) {
                Comment::Ends(close) => {
                    quote_line(bytes, at..end);
                    blank_lines(bytes, end, close);
                    next = close + 1;
                }
                Comment::IsText(until) => text_until = until,
                Comment::NeverEnds => {
                    unclosed = Some(at);
                    text_until = source.len();
                }
            },
            _ => {}
        }
        at = next;
    }
    unclosed
}

/// If a comment begins the line at `at`: where it ends, or where the text that looks like one does.
pub(crate) fn comment_extent(source: &str, at: usize) -> Option<usize> {
    let end = source[at..].find(['\n', '\r']).map_or(source.len(), |length| at + length);
    if !trim(&source[at..end]).starts_with("<!--") {
        return None;
    }
    match comment_end(source, at) {
        Comment::Ends(end) | Comment::IsText(end) => Some(end),
        Comment::NeverEnds => None,
    }
}

enum Comment {
    /// At this line end.
    Ends(usize),
    /// Something stands behind its end, which is here, on the same line.
    IsText(usize),
    NeverEnds,
}

fn comment_end(source: &str, line_start: usize) -> Comment {
    let mut at = line_start;
    loop {
        let Some(open) = source[at..].find("<!--") else { return Comment::IsText(at) };
        let inside = at + open + "<!--".len();
        let Some(length) = source[inside..].find("-->") else { return Comment::NeverEnds };
        let after = inside + length + "-->".len();
        let line_end = source[after..].find(['\n', '\r']).map_or(source.len(), |rest| after + rest);
        let rest = trim(&source[after..line_end]);
        if rest.is_empty() {
            let crlf = source[line_end..].starts_with("\r\n");
            return Comment::Ends(line_end + usize::from(crlf));
        }
        if !rest.starts_with("<!--") {
            return Comment::IsText(after);
        }
        at = after;
    }
}

/// Makes a line an empty block quote at its own indent.
fn quote_line(bytes: &mut [u8], line: Range<usize>) {
    let indent = bytes[line.clone()].iter().take_while(|&&byte| byte == b' ').count();
    let quote = line.start + indent.min(line.len() - 1);
    bytes[quote..line.end].fill(b' ');
    bytes[quote] = b'>';
}

fn blank_lines(bytes: &mut [u8], from: usize, to: usize) {
    for byte in &mut bytes[from..to] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(source: &str) -> String {
        Mask::new(source, 0).text
    }

    #[test]
    fn structure_stays_and_text_goes() {
        assert_eq!(masked("## **a**\n- *b* 1. c|d"), "## aaaaa\n- aaa 1. a|a");
        assert_eq!(masked("\\# \\|\\a"), "aa aaaa");
        assert_eq!(masked("一\r\n二\r三"), "aaa \naaa\naaa");
        assert_eq!(masked("\u{3000}\u{a0}\n\u{3000}甲"), "     \naaaaaa");
    }

    #[test]
    fn notes_and_rules_become_empty_quotes() {
        assert_eq!(masked("> 注\n  ---\n--"), ">    \n  >  \naa");
        assert_eq!(masked("<!-- 一\n二 -->\n三"), ">       \n       \naaa");
        assert_eq!(masked("<!-- a --> <!-- b -->\nc"), ">                    \na");
        assert!(!masked("<!-- a --> b").contains('>'), "text stands behind it");
    }

    #[test]
    fn a_comment_that_never_ends_is_told() {
        assert_eq!(Mask::new("甲\n<!-- 乙", 0).unclosed_comment, Some(4));
        assert_eq!(Mask::new("<!-- 乙 -->", 0).unclosed_comment, None);
    }
}
