//! Styles as data: how numbers and counters look, which marks close a point, what the page measures and is set in.

pub(crate) mod families;
mod fonts;
mod page;
mod pattern;

pub use fonts::{Font, Fonts};
pub use page::Page;
pub use pattern::Pattern;

use crate::outline::MAX_LEVEL;
use crate::summary::Role;
use crate::text::sentence::Sentences;
use families::is_east_asian;

/// Twentieths, Word's measure, in a point.
const TWENTIETHS: f64 = 20.0;

/// Dots of 1/600 inch in a point.
const DOTS: f64 = 600.0 / 72.0;

/// The form that a summary takes. What a style given as an object leaves out is as in `gongwen`.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::struct_excessive_bools)] // each is a choice of its own
pub struct Style {
    /// Its name.
    pub name: String,
    /// Numbers of the section levels, from level 1 on; the last one serves all deeper levels.
    pub numbering: Vec<Pattern>,
    /// The levels whose numbers go on through the whole text instead of restarting under their parent or below a
    /// heading without a number.
    pub through: Vec<u8>,
    /// Counters of points, from the outermost on; the last one serves all deeper points.
    pub counters: Vec<Pattern>,
    /// Do the points of a tight list run on in one paragraph?
    pub run_on: bool,
    /// What closes a point that has no mark of its own and is not the last.
    pub between: String,
    /// What closes the last one.
    pub end: String,
    /// What closes one that has points under it.
    pub intro: String,
    /// What stands between two joined pieces: a run-in heading and its paragraph, two points.
    pub gap: String,
    /// What follows 主送机关.
    pub addressee: String,
    /// What stands before the attachments.
    pub attachment: String,
    /// Numbers of the attachments.
    pub attachment_number: Pattern,
    /// 成文日期, with `Y`, `M` and `D` for year, month and day; empty: as typed.
    pub date: String,
    /// The indent of a paragraph in plain text.
    pub indent: String,
    /// What is indented in plain text even if nobody asks for it: what a document does of its own.
    pub indented: Vec<Role>,
    /// Does an empty line part the blocks of plain text even if nobody asks for it?
    pub blank_lines: bool,
    /// The paper.
    pub page: Page,
    /// What it is set in.
    pub fonts: Fonts,
    /// Does a seal go over 成文日期? The date then keeps four characters from the right edge (7.3.5.1); else it stands by
    /// the signature (7.3.5.2).
    pub seal: bool,
    /// Are the pages numbered (7.5)?
    pub page_numbers: bool,
}

impl Default for Style {
    fn default() -> Self {
        Style::gongwen()
    }
}

impl Style {
    /// The names of the built-in styles.
    pub const BUILT_IN: [&'static str; 3] = ["gongwen", "decimal", "english"];

    /// A built-in style by its name.
    pub fn built_in(name: &str) -> Option<Style> {
        match name {
            "gongwen" => Some(Style::gongwen()),
            "decimal" => Some(Style::decimal()),
            "english" => Some(Style::english()),
            _ => None,
        }
    }

    /// 公文: the numbers of GB/T 9704-2012, 7.3.3.
    pub fn gongwen() -> Style {
        Style {
            name: "gongwen".into(),
            numbering: patterns(&["一、", "（一）", "1.", "（1）", "①"]),
            through: Vec::new(),
            counters: patterns(&["一是", "①", "a."]),
            run_on: true,
            between: "；".into(),
            end: "。".into(),
            intro: "：".into(),
            gap: String::new(),
            addressee: "：".into(),
            attachment: "附件：".into(),
            attachment_number: "1.".into(),
            date: "Y年M月D日".into(),
            indent: "\u{3000}\u{3000}".into(),
            indented: Vec::new(),
            blank_lines: false,
            page: Page::default(),
            fonts: Fonts::default(),
            seal: false,
            page_numbers: true,
        }
    }

    /// Chinese text under the numbers of technical documents (GB/T 1.1).
    pub fn decimal() -> Style {
        Style {
            name: "decimal".into(),
            numbering: patterns(&["1 ", "1.1 ", "1.1.1 ", "1.1.1.1 ", "1.1.1.1.1 "]),
            ..Style::gongwen()
        }
    }

    /// English text, on the same page.
    pub fn english() -> Style {
        Style {
            name: "english".into(),
            numbering: patterns(&["1. ", "1.1 ", "1.1.1 ", "1.1.1.1 ", "1.1.1.1.1 "]),
            counters: patterns(&["(1) ", "(a) ", "(i) "]),
            between: ";".into(),
            end: ".".into(),
            intro: ":".into(),
            gap: " ".into(),
            addressee: ":".into(),
            attachment: "Attachments: ".into(),
            attachment_number: "1. ".into(),
            date: String::new(),
            indent: "    ".into(),
            fonts: Fonts::latin(),
            ..Style::gongwen()
        }
    }

    /// The number pattern of a section level; `None` if the style has none at all.
    pub fn number_pattern(&self, level: u8) -> Option<&Pattern> {
        let level = usize::from(level.clamp(1, MAX_LEVEL)) - 1;
        self.numbering.get(level).or(self.numbering.last())
    }

    /// The counter pattern of a point at a depth, 0 for the outermost.
    pub fn counter_pattern(&self, depth: usize) -> Option<&Pattern> {
        self.counters.get(depth).or(self.counters.last())
    }

    /// What follows each character of the body, in points, so that a line holds as many as the page says (GB/T 9704-2012,
    /// 5.2.3); nothing in a Latin font, whose letters differ in width. In whole twentieths, as Word has it, and with
    /// characters rounded up to 1/600 inch, as other offices measure them: so all break the same lines.
    pub fn tracking(&self) -> f64 {
        let font = &self.fonts.body;
        if !is_east_asian(&font.family) {
            return 0.0;
        }
        let character = (font.size * DOTS).ceil() / DOTS;
        ((self.page.character_pitch() - character) * TWENTIETHS).floor() / TWENTIETHS
    }

    /// Which full stops end a sentence: a style that closes points with `.` is for Latin text.
    pub fn sentences(&self) -> Sentences {
        if self.end == "." { Sentences::English } else { Sentences::Chinese }
    }
}

fn patterns(sources: &[&str]) -> Vec<Pattern> {
    sources.iter().copied().map(Pattern::from).collect()
}
