//! Notes (批注), and the other lines that the skeleton has settled.

use super::inline::trimmed;
use crate::outline::Block;
use crate::text::Text;
use crate::text::lines::{find_mark, lines};
use crate::text::space::{is_space, trim};
use std::ops::Range;

/// Notes that are being gathered. `>` lines that follow each other are one note.
#[derive(Default)]
pub(super) struct Notes {
    notes: Vec<Text>,
    /// End of the last `>` line.
    open_until: Option<usize>,
}

impl Notes {
    /// The notes so far, as blocks.
    pub(super) fn take(&mut self) -> Vec<Block> {
        self.open_until = None;
        if self.notes.is_empty() {
            return Vec::new();
        }
        let notes = std::mem::take(&mut self.notes);
        notes.into_iter().map(|note| Block::Note { text: clean_note(&note) }).collect()
    }

    fn push_quote(&mut self, source: &str, line: Range<usize>) {
        let follows = self.open_until.is_some_and(|end| end + 1 == line.start);
        let content = trimmed(source, line.clone());
        let content = trimmed(source, content.start + 1..content.end);
        if !follows {
            self.notes.push(Text::default());
        }
        if let Some(note) = self.notes.last_mut() {
            if follows {
                note.push_source("\n", line.start - 1);
            }
            note.push_source(&source[content.clone()], content.start);
        }
        self.open_until = Some(line.end);
    }

    /// The comments that begin at a line: one, or several in a row.
    fn push_comments(&mut self, source: &str, start: usize) {
        self.open_until = None;
        let mut at = start;
        while source[at..].trim_start_matches(is_space_in_line).starts_with("<!--") {
            let Some(open) = find_mark(&source[at..], "<!--") else { return };
            let inside = at + open + "<!--".len();
            let Some(length) = find_mark(&source[inside..], "-->") else { return };
            let mut note = Text::default();
            note.push_source(&source[inside..inside + length], inside);
            self.notes.push(note);
            at = inside + length + "-->".len();
        }
    }
}

fn is_space_in_line(char: char) -> bool {
    is_space(char) && !matches!(char, '\n' | '\r')
}

/// A note's text: its lines without the blanks at their ends, and without empty lines around them.
pub(crate) fn clean_note(note: &Text) -> Text {
    let mut clean = Text::default();
    let mut empty_lines = 0;
    for line in lines(note).map(trim) {
        if line.is_empty() {
            empty_lines += usize::from(!clean.is_empty());
            continue;
        }
        for _ in 0..empty_lines + usize::from(!clean.is_empty()) {
            clean.push_break();
        }
        empty_lines = 0;
        let start = line.as_ptr() as usize - note.as_ptr() as usize;
        clean.push_part(note, start..start + line.len());
    }
    clean
}

/// Reads a line that stands in the skeleton as a block quote. False if it is a rule.
pub(super) fn read_special(source: &str, line: Range<usize>, notes: &mut Notes) -> bool {
    let content = trimmed(source, line.clone());
    match source.as_bytes().get(content.start) {
        Some(b'>') => notes.push_quote(source, line),
        Some(b'<') => notes.push_comments(source, content.start),
        _ => return false,
    }
    true
}
