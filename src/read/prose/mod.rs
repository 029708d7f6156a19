//! Finished text into an outline: the language read backwards.
//!
//! Every line of a finished text is a block of some outline's summary. So the reader guesses what each line is, and
//! proves it: what it recognised is composed again as it goes, and a line that would come out otherwise is read in a
//! plainer way, in the end as a paragraph of its own text. No text can be lost.
//!
//! What a document does in its own way (half-width brackets, `1．`, indents, empty lines) is not put right but read as
//! its habits: a style that gives its form back.

mod around;
mod closing;
mod counter;
mod decimal;
mod enumeration;
mod findings;
mod habits;
mod lines;
mod mark;
mod members;
mod parts;
mod prove;
mod siblings;
mod standard;
mod units;
mod wrapped;

use crate::face::{OWN, style_name};
use crate::finding::Finding;
use crate::normalize::normalize;
use crate::outline::{Block, Front, Outline, Piece};
use crate::read::clean_note;
use crate::style::Style;
use crate::text::Text;
use crate::write::markdown;
use around::read_around;
use findings::findings;
use habits::habits;
use lines::Lines;
use prove::{Prover, is_proved};
use standard::derive_numbers;
use units::{Unit, read_units};

/// A finished text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// What it says. Its `style` is the habits, unless they are the standard form.
    pub outline: Outline,
    /// The source of the outline.
    pub markdown: String,
    /// How it says it. Composing the outline in this style gives the text again, line by line.
    pub habits: Style,
    /// Numbers that do not go on, a text that is there twice, lines that a PDF broke. Spans are bytes of `markdown`.
    pub findings: Vec<Finding>,
}

impl Prose {
    /// The same in the standard form: its numbers are derived, its habits left behind. What was found in the text as a
    /// whole is gone with it; what a document brought beside its text is still told.
    #[must_use]
    pub fn normalized(mut self) -> Self {
        derive_numbers(&mut self.outline);
        self.outline.style = None;
        let (outline, _) = normalize(self.outline);
        self.findings.retain(|finding| finding.span.is_none());
        Prose { markdown: markdown(&outline), outline, habits: Style::gongwen(), findings: self.findings }
    }
}

/// Reads a finished text.
pub fn read_text(text: &str) -> Prose {
    read_noted(text, &[], Vec::new())
}

/// Reads a finished text of which it is known which lines are rows of tables, with notes to it: each stands behind so
/// many lines that hold something.
pub(super) fn read_noted(text: &str, rows: &[usize], notes: Vec<(usize, String)>) -> Prose {
    let mut lines = Lines::of(text, rows);
    lines.notes = notes;
    let mut read = read_lines(&lines);
    read.findings = findings(&read, &lines, &read_units(&lines, None));
    read
}

fn read_lines(lines: &Lines<'_>) -> Prose {
    let units = read_units(lines, lines.copy);
    let mut style = habits(&units);
    let (front, body) = read_around(&units, lines, &mut style);
    let outline = Prover::new(&style, &lines.notes, body.start).prove(&units[body], front);
    let (mut outline, _) = normalize(outline);
    if !is_proved(&outline, &style, &lines.texts) {
        outline = plain(lines);
    }
    lines.set_blanks(&outline, &mut style);
    if Style::built_in(&style.name).as_ref() != Some(&style) {
        style.name = OWN.into();
    }
    outline.style = style_name(&style).map(Text::from);
    Prose { markdown: markdown(&outline), outline, habits: style, findings: Vec::new() }
}

/// A paragraph for each line, with its notes: what always holds.
fn plain(lines: &Lines<'_>) -> Outline {
    let mut pieces = Vec::new();
    let mut notes = lines.notes.iter().peekable();
    for read in 0..=lines.texts.len() {
        while let Some((_, text)) = notes.next_if(|(at, _)| *at <= read) {
            pieces.push(Piece::Block(Block::Note { text: clean_note(&Text::from(text.as_str())) }));
        }
        pieces.extend(lines.texts.get(read).map(|line| Piece::Block(Unit::Plain(line).paragraph())));
    }
    Outline::from_pieces(Front::default(), pieces)
}
