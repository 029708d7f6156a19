//! Styles as data: how numbers and counters look, which marks close a point, what the page measures.

mod pattern;

pub use pattern::Pattern;

use crate::outline::MAX_LEVEL;
use crate::summary::Role;
use crate::text::sentence::Sentences;

/// The form that a summary takes. What a style given as an object leaves out is as in `gongwen`.
#[derive(Clone, Debug, PartialEq)]
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
}

/// The page of GB/T 9704-2012, clause 5. Lengths in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Paper (5.1).
    pub width: f64,
    /// Paper (5.1).
    pub height: f64,
    /// 天头 (5.2.1).
    pub top: f64,
    /// 订口 (5.2.1).
    pub left: f64,
    /// What the type area of 156 mm leaves (5.2.1).
    pub right: f64,
    /// What the type area of 225 mm leaves (5.2.1).
    pub bottom: f64,
    /// Lines a page (5.2.3).
    pub lines: u32,
    /// Characters a line (5.2.3).
    pub characters: u32,
}

impl Default for Page {
    fn default() -> Self {
        Page {
            width: 210.0,
            height: 297.0,
            top: 37.0,
            left: 28.0,
            right: 26.0,
            bottom: 35.0,
            lines: 22,
            characters: 28,
        }
    }
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

    /// English text.
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

    /// Which full stops end a sentence: a style that closes points with `.` is for Latin text.
    pub fn sentences(&self) -> Sentences {
        if self.end == "." { Sentences::English } else { Sentences::Chinese }
    }
}

fn patterns(sources: &[&str]) -> Vec<Pattern> {
    sources.iter().copied().map(Pattern::from).collect()
}
