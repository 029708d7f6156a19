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
        let text = &block.text;
        let Body::Lines(lines) = self.lay_out(block).body else { return Vec::new() };
        let starts = lines.iter().skip(1).map(|line| line.start as usize);
        let ends = starts.clone().chain([text.len()]);
        let line = |(start, end)| {
            let own: &str = &text[start..end];
            let typed = own.trim_end_matches(TITLE_BREAK);
            let end = match (end == text.len(), typed.len() < own.len()) {
                (true, _) => LineEnd::Last,
                (false, true) => LineEnd::Typed,
                (false, false) => LineEnd::BySense,
            };
            TitleLine { text: typed, end }
        };
        [0].into_iter().chain(starts).zip(ends).map(line).collect()
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
