//! How long the summary is, as a whole and by section.

use crate::layout::{Advances, Layout};
use crate::style::Style;
use crate::summary::{Block, Kind, Role};
use crate::text::count::{Count, count};
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::ops::AddAssign;

/// Counts of some blocks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Totals {
    /// Words and characters.
    pub count: Count,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Blanks still to be filled in.
    pub blanks: u32,
}

impl Totals {
    /// Counts one block.
    pub fn of(block: &Block) -> Self {
        let blanks = block.runs.iter().filter(|run| run.kind == Kind::Blank).count() as u32;
        Totals { count: count(&block.text), paragraphs: 1, blanks }
    }

    /// Counts blocks.
    pub fn of_all<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let mut totals = Totals::default();
        blocks.into_iter().for_each(|block| totals += Totals::of(block));
        totals
    }
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.paragraphs += other.paragraphs;
        self.blanks += other.blanks;
    }
}

/// Counts of a summary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stats {
    /// Everything.
    pub totals: Totals,
    /// Pages of paper.
    pub pages: u32,
    /// Lines on them, empty ones not counted.
    pub lines: u32,
    /// The sections in order; the count of each includes those under it.
    pub sections: Vec<SectionStats>,
}

/// Counts of one section.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionStats {
    /// 1 to 5.
    pub level: u8,
    /// Its number, as in the text.
    pub number: String,
    /// Its heading, as in the text.
    pub heading: String,
    /// Its heading, its body and its subsections.
    pub count: Count,
}

// Written out, since `flatten` would serialize maps, which are larger and slower.

impl Serialize for Totals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Totals", 5)?;
        totals(self, &mut object)?;
        object.end()
    }
}

impl Serialize for Stats {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Stats", 8)?;
        totals(&self.totals, &mut object)?;
        object.serialize_field("pages", &self.pages)?;
        object.serialize_field("lines", &self.lines)?;
        object.serialize_field("sections", &self.sections)?;
        object.end()
    }
}

impl Serialize for SectionStats {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("SectionStats", 6)?;
        object.serialize_field("level", &self.level)?;
        object.serialize_field("number", &self.number)?;
        object.serialize_field("heading", &self.heading)?;
        counts(&self.count, &mut object)?;
        object.end()
    }
}

fn totals<S: SerializeStruct>(totals: &Totals, object: &mut S) -> Result<(), S::Error> {
    counts(&totals.count, object)?;
    object.serialize_field("paragraphs", &totals.paragraphs)?;
    object.serialize_field("blanks", &totals.blanks)
}

fn counts<S: SerializeStruct>(count: &Count, object: &mut S) -> Result<(), S::Error> {
    object.serialize_field("words", &count.words)?;
    object.serialize_field("characters", &count.characters)?;
    object.serialize_field("charactersWithSpaces", &count.characters_with_spaces)
}

/// Counts the blocks of a summary; its pages and lines as in fonts whose figures are half as wide as characters.
pub fn stats(blocks: &[&Block], style: &Style) -> Stats {
    let layout = Layout::of(blocks, style, &Advances::default());
    let mut stats =
        Stats { pages: layout.pages.len() as u32, lines: layout.lines() as u32, ..Stats::default() };
    let mut open: Vec<usize> = Vec::new();
    for block in blocks {
        let counted = Totals::of(block);
        stats.totals += counted;
        match block.role {
            Role::Heading | Role::RunIn => {
                open.retain(|&section| stats.sections[section].level < block.level);
                open.push(stats.sections.len());
                stats.sections.push(section(block));
            }
            Role::Closing | Role::Attachment | Role::Signature | Role::Date => open.clear(),
            Role::Title | Role::Addressee | Role::Body | Role::Table => {}
        }
        for &section in &open {
            stats.sections[section].count += counted.count;
        }
    }
    stats
}

fn section(block: &Block) -> SectionStats {
    let mut section = SectionStats {
        level: block.level,
        number: String::new(),
        heading: String::new(),
        count: Count::default(),
    };
    let mut in_number = true;
    let mut in_heading = true;
    for (run, range) in block.ranges() {
        in_number &= run.kind == Kind::Number;
        // Behind a run-in heading the paragraph begins with text, or a gap.
        in_heading &= !matches!(run.kind, Kind::Text | Kind::Mark);
        if in_number {
            section.number.push_str(block.text[range].trim_end());
        } else if in_heading && run.kind != Kind::Number {
            section.heading.push_str(&block.text[range]);
        } else {
            break;
        }
    }
    section
}
