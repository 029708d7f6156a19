//! How wide characters are. The page measures them in its fonts; elsewhere those of GB/T 9704-2012 are taken, in which a
//! Chinese character takes a cell and an ASCII one half a cell.

use crate::outline::MAX_LEVEL;
use crate::style::{Font, Style};
use crate::summary::{Block, Role};
use std::ops::{Range, RangeInclusive};

/// A thousandth of the size of its font is the unit of a width.
const EM: u16 = 1000;
const HALF: u16 = EM / 2;

/// Chinese characters and marks are as wide in all fonts, and nearly all of a text: they are not looked up.
const CHINESE: RangeInclusive<char> = '\u{3000}'..='\u{9FFF}';

/// What part of a summary a font sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontPart {
    /// The title.
    Title,
    /// A heading of a level, or the heading in front of a paragraph.
    Heading(u8),
    /// The body and what stands around it.
    Body,
    /// A table.
    Table,
}

/// How many parts there are.
pub const FONTS: usize = MAX_LEVEL as usize + 3;

impl FontPart {
    /// Its place in an order of all parts.
    pub fn index(self) -> usize {
        match self {
            FontPart::Title => 0,
            FontPart::Heading(level) => usize::from(level.clamp(1, MAX_LEVEL)),
            FontPart::Body => FONTS - 2,
            FontPart::Table => FONTS - 1,
        }
    }

    /// All parts, in their order.
    pub fn all() -> impl Iterator<Item = FontPart> {
        let headings = (1..=MAX_LEVEL).map(FontPart::Heading);
        [FontPart::Title].into_iter().chain(headings).chain([FontPart::Body, FontPart::Table])
    }

    /// Its font.
    pub fn font(self, style: &Style) -> &Font {
        let fonts = &style.fonts;
        match self {
            FontPart::Title => &fonts.title,
            FontPart::Heading(level) => fonts.heading(level),
            FontPart::Body => &fonts.body,
            FontPart::Table => &fonts.table,
        }
    }
}

/// The stretches of a block's text, each with what sets it: of a run-in, the heading and the rest.
pub(super) fn parts(block: &Block) -> [(FontPart, Range<usize>); 2] {
    let all = block.text.len();
    let (part, end) = match block.role {
        Role::Title => (FontPart::Title, all),
        Role::Table => (FontPart::Table, all),
        Role::Heading => (FontPart::Heading(block.level), all),
        Role::RunIn => (FontPart::Heading(block.level), block.heading_end()),
        _ => (FontPart::Body, all),
    };
    [(part, 0..end), (FontPart::Body, end..all)]
}

/// The widths of the characters of one font.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Widths {
    /// Of those that were measured, in the order of the characters.
    measured: Vec<(char, u16)>,
}

impl Widths {
    /// Widths as measured, in thousandths of the font's size.
    pub fn of(mut measured: Vec<(char, u16)>) -> Self {
        measured.sort_unstable();
        Widths { measured }
    }

    fn of_char(&self, char: char) -> u16 {
        if CHINESE.contains(&char) {
            return EM;
        }
        match self.measured.binary_search_by_key(&char, |(known, _)| *known) {
            Ok(at) => self.measured[at].1,
            Err(_) if char.is_ascii() => HALF,
            Err(_) => EM,
        }
    }
}

/// The widths of the characters in each font.
#[derive(Clone, Debug, PartialEq)]
pub struct Advances([Widths; FONTS]);

impl Default for Advances {
    fn default() -> Self {
        Advances(std::array::from_fn(|_| Widths::default()))
    }
}

impl Advances {
    /// The widths of each part's font, in the order of the parts.
    pub fn new(widths: [Widths; FONTS]) -> Self {
        Advances(widths)
    }

    /// How wide a character is, in parts of the font's size.
    pub(super) fn of(&self, part: FontPart, char: char) -> f64 {
        f64::from(self.0[part.index()].of_char(char)) / f64::from(EM)
    }
}
