//! A text into lines, each as long as the type area is wide.

use super::Line;
use super::advances::{Advances, FontPart, parts};
use super::breaks::{may_break, may_hang, no_start};
use crate::style::Style;
use crate::summary::Block;
use crate::text::space::is_space;
use std::ops::Range;

/// How far a sum of widths may be over before it counts: what adding them up loses.
const ROUNDING: f64 = 0.001;

/// What sets a text.
#[derive(Clone, Copy)]
pub(super) struct Setter<'a> {
    pub(super) style: &'a Style,
    pub(super) advances: &'a Advances,
}

/// Where the lines of a paragraph begin and end.
#[derive(Clone, Copy)]
pub(super) struct Measure {
    /// Where the first line begins.
    pub(super) first: f64,
    /// Where the others do.
    pub(super) left: f64,
    /// Where all end.
    pub(super) right: f64,
}

/// A character with its place and its width.
#[derive(Clone, Copy)]
struct Glyph {
    char: char,
    start: usize,
    width: f64,
}

impl Setter<'_> {
    /// The width of the type area.
    pub(super) fn width(self) -> f64 {
        self.cell() * f64::from(self.style.page.characters_a_line())
    }

    /// From one character of the body to the next.
    pub(super) fn cell(self) -> f64 {
        self.style.page.character_pitch()
    }

    /// How wide a stretch is if it stands on one line.
    pub(super) fn width_of(self, block: &Block, range: Range<usize>) -> f64 {
        self.glyphs(block, range).iter().map(|glyph| glyph.width).sum()
    }

    fn glyphs(self, block: &Block, range: Range<usize>) -> Vec<Glyph> {
        let mut glyphs = Vec::with_capacity(range.len() / 3 + 1);
        for (part, stretch) in parts(block) {
            let (start, end) = (stretch.start.max(range.start), stretch.end.min(range.end));
            if start >= end {
                continue;
            }
            let size = part.font(self.style).size;
            let tracking = self.tracking(part);
            for (at, char) in block.text[start..end].char_indices() {
                let width = self.advances.of(part, char) * size + tracking;
                glyphs.push(Glyph { char, start: start + at, width: width.max(0.0) });
            }
        }
        glyphs
    }

    /// What is added behind each character so that as many fill a line as the style says; only the body's size fills it.
    pub(super) fn tracking(self, part: FontPart) -> f64 {
        let font = part.font(self.style);
        let is_of_body = (font.size - self.style.fonts.body.size).abs() < ROUNDING;
        if is_of_body && !matches!(part, FontPart::Title | FontPart::Table) {
            self.style.tracking()
        } else {
            0.0
        }
    }

    /// Breaks a stretch of a block's text into lines. A line that another follows ends at the edge.
    pub(super) fn lines(self, block: &Block, range: Range<usize>, measure: Measure) -> Vec<Line> {
        let glyphs = self.glyphs(block, range.clone());
        let mut lines = Vec::new();
        let mut at = 0;
        loop {
            let left = if lines.is_empty() { measure.first } else { measure.left };
            let room = measure.right - left;
            let Fit { count, hangs } = fit(&glyphs[at..], room);
            let end = at + count;
            let set = &glyphs[at..end - trailing(&glyphs[at..end])];
            let is_last = end == glyphs.len();
            let standing = &set[..set.len() - usize::from(hangs)];
            let width: f64 = standing.iter().map(|glyph| glyph.width).sum();
            let gaps = set.len().saturating_sub(1);
            let spread =
                if is_last && !hangs || gaps == 0 { 0.0 } else { (room - width).max(0.0) / gaps as f64 };
            let place = |glyph: Option<&Glyph>| glyph.map_or(range.end, |glyph| glyph.start) as u32;
            let last_end =
                set.last().map_or(place(glyphs.get(at)), |last| (last.start + last.char.len_utf8()) as u32);
            lines.push(Line { start: place(glyphs.get(at)), end: last_end, left, width, spread, hangs });
            at = end;
            if is_last {
                return lines;
            }
        }
    }
}

/// How many characters a line takes, and whether the last of them hangs past its end.
struct Fit {
    count: usize,
    hangs: bool,
}

fn fit(glyphs: &[Glyph], room: f64) -> Fit {
    let mut width = 0.0;
    let mut over = glyphs.len();
    for (at, glyph) in glyphs.iter().enumerate() {
        width += glyph.width;
        if width > room + ROUNDING && !is_space(glyph.char) {
            over = at;
            break;
        }
    }
    if over == glyphs.len() {
        return Fit { count: over, hangs: false };
    }
    let next = glyphs[over + 1..].iter().find(|glyph| !is_space(glyph.char));
    let is_alone = next.is_none_or(|next| !no_start(next.char) && may_break(glyphs[over].char, next.char));
    if over > 0 && !is_space(glyphs[over - 1].char) && may_hang(glyphs[over].char) && is_alone {
        // A blank behind it goes with it.
        let blanks = glyphs[over + 1..].iter().take_while(|glyph| is_space(glyph.char)).count();
        return Fit { count: over + 1 + blanks, hangs: true };
    }
    let may_end = |at: &usize| may_break(glyphs[*at - 1].char, glyphs[*at].char);
    // A word that is longer than the line is broken where the line ends.
    let count = (1..=over).rev().find(may_end).unwrap_or(over.max(1));
    Fit { count, hangs: false }
}

/// The blanks at which a line was broken.
fn trailing(glyphs: &[Glyph]) -> usize {
    glyphs.iter().rev().take_while(|glyph| is_space(glyph.char)).count()
}
