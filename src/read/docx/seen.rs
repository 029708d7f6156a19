//! What a reader of the document sees, line by line.

use super::contents::is_heading;
use crate::text::space::{joins_with_space, trim};

/// Finished text, and what stands beside it.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// A paragraph a line, a row of a table a line with its cells parted by tabs. Each holds something.
    pub(super) text: String,
    lines: usize,
    /// Which of the lines are rows.
    pub(super) rows: Vec<usize>,
    /// Notes, each behind how many lines.
    pub(super) notes: Vec<(usize, String)>,
    pub(super) footnotes: usize,
    pub(super) images: usize,
    /// Was a table of contents left out?
    pub(super) contents: bool,
    /// Was a list of figures or tables left out?
    pub(super) figures: bool,
}

impl Seen {
    /// Puts a paragraph, which may hold line breaks.
    pub(super) fn put(&mut self, text: &str) {
        for line in text.split('\n').map(trim).filter(|line| !line.is_empty()) {
            self.put_line(line);
        }
    }

    /// Puts a row as one line, empty cells and all.
    pub(super) fn put_row(&mut self, cells: &[String]) {
        let row = cells.iter().map(|cell| joined(cell)).collect::<Vec<_>>().join("\t");
        if !trim(&row).is_empty() {
            self.rows.push(self.lines);
            self.put_line(&row);
        }
    }

    fn put_line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines += 1;
    }

    /// Puts notes to what has been put.
    pub(super) fn put_notes(&mut self, notes: Vec<String>) {
        self.notes.extend(notes.into_iter().map(|note| (self.lines, note)));
    }

    /// Takes the last line back if it is the heading of a table of contents that is left out.
    pub(super) fn drop_heading_of_contents(&mut self) {
        let text = self.text.trim_end_matches('\n');
        let start = text.rfind('\n').map_or(0, |end| end + 1);
        let Some(above) = self.lines.checked_sub(1).filter(|last| self.rows.last() != Some(last)) else {
            return;
        };
        if is_heading(&text[start..]) {
            self.text.truncate(start);
            self.lines = above;
            self.notes.iter_mut().for_each(|(behind, _)| *behind = above.min(*behind));
        }
    }
}

/// The paragraphs of a cell as one line.
fn joined(cell: &str) -> String {
    let mut out = String::new();
    for line in cell.split('\n').map(trim).filter(|line| !line.is_empty()) {
        if let (Some(last), Some(first)) = (out.chars().next_back(), line.chars().next()) {
            out.extend(joins_with_space(last, first).then_some(' '));
        }
        out.push_str(line);
    }
    out
}
