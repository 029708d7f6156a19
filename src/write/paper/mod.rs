//! How the summary stands on paper (GB/T 9704-2012, 5.2 and 7.3), for all writers of documents that an office opens.

mod grid;
mod measures;
mod place;

pub(super) use grid::{BESIDE_CELL, Column, Grid, Row};
pub(super) use measures::{Measures, half_points};
pub(super) use place::{Placed, Stand, place};

use crate::layout::{Advances, Body, Laid, lay_out};
use crate::style::Style;
use crate::summary::{Block, TITLE_BREAK};

/// What blocks are set by.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) style: &'a Style,
    pub(super) measures: &'a Measures,
    pub(super) advances: &'a Advances,
}

impl Setting<'_> {
    /// A block that stands by itself, as the preview shows it.
    fn lay_out(self, block: &Block) -> Laid {
        lay_out(&[block], 0, self.style, self.advances)
    }

    /// The lines of a title, with all of its text.
    pub(super) fn title_lines(self, block: &Block) -> Vec<TitleLine<'_>> {
        let Body::Lines(laid) = self.lay_out(block).body else { return Vec::new() };
        let mut lines = Vec::new();
        let mut start = 0;
        for own in block.text.split(TITLE_BREAK) {
            let end = start + own.len();
            let starts = laid.iter().map(|line| line.start as usize);
            // The first line of what the writer broke off begins behind its blanks.
            for at in starts.filter(|at| (start..=end).contains(at)).skip(1).collect::<Vec<_>>() {
                lines.push(TitleLine { text: &block.text[start..at], end: LineEnd::BySense });
                start = at;
            }
            lines.push(TitleLine { text: &block.text[start..end], end: LineEnd::Typed });
            start = end + TITLE_BREAK.len_utf8();
        }
        if let Some(last) = lines.last_mut() {
            last.end = LineEnd::Last;
        }
        lines
    }
}

/// A line of a title, and why it ends.
pub(super) struct TitleLine<'a> {
    pub(super) text: &'a str,
    pub(super) end: LineEnd,
}

/// Why a line ends.
pub(super) enum LineEnd {
    /// The writer broke it.
    Typed,
    /// It is broken by sense (7.3.1).
    BySense,
    /// It is the last one.
    Last,
}
