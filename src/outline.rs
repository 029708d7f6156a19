//! The outline (提纲): the tree that the writer edits, as plain data.

use crate::text::Text;
use crate::text::span::Span;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// The deepest level of a section.
pub const MAX_LEVEL: u8 = 5;

/// How deep points may nest. Three levels have counters of their own and nobody reads more; the limit keeps
/// a hostile input from overflowing the stack. What is nested deeper is kept, as points of this depth.
pub const MAX_POINT_DEPTH: usize = 16;

/// A whole outline.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outline {
    /// 标题.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// 主送机关, without the colon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Text>,
    /// 署名.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Text>,
    /// 成文日期, as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Text>,
    /// 附件.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Text>,
    /// Name of the style.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<Text>,
    /// Values of named facts.
    #[serde(skip_serializing_if = "Facts::is_empty")]
    pub facts: Facts,
    /// What stands before the first section.
    pub opening: Vec<Block>,
    /// The sections.
    pub sections: Vec<Section>,
    /// What stands after the sections (特此报告。).
    pub closing: Vec<Block>,
}

/// A heading and what stands under it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Section {
    /// 1 to [`MAX_LEVEL`].
    pub level: u8,
    /// The heading's text. One that ends in 。！？；： runs on into the paragraph below.
    pub heading: Text,
    /// `None`: derived. Empty: none. Else kept as typed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Blocks before the first subsection.
    pub body: Vec<Block>,
    /// Subsections, each of a deeper level.
    pub sections: Vec<Section>,
    /// Where it came from.
    #[serde(skip)]
    pub origin: Origin,
}

/// What stands under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text, one line.
        text: Text,
    },
    /// An enumeration.
    Points {
        /// One paragraph or several.
        layout: Layout,
        /// At least one; at least two if `layout` is separate.
        points: Vec<Point>,
    },
    /// A table.
    Table {
        /// The first row.
        header: Vec<Text>,
        /// The others; they need not be as long.
        rows: Vec<Vec<Text>>,
    },
    /// 批注: never in the summary. An empty one keeps its neighbours apart.
    Note {
        /// Its lines, parted by `\n`.
        text: Text,
    },
}

impl Block {
    /// Calls `visit` with each text of it that may reach the summary, in reading order.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        match self {
            Block::Paragraph { text } => visit(text),
            Block::Points { points, .. } => points.iter().for_each(|point| point.texts(visit)),
            Block::Table { header, rows } => header.iter().chain(rows.iter().flatten()).for_each(visit),
            Block::Note { .. } => {}
        }
    }
}

/// How points stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// All in one paragraph, joined to what stands before them.
    RunOn,
    /// Each a paragraph of its own.
    Separate,
    /// Each a paragraph that is numbered in the form of the next section level.
    Numbered,
}

/// One point (要点).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Point {
    /// Its text, one line.
    pub text: Text,
    /// As in [`Section::number`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Points under it.
    pub points: Vec<Point>,
    /// Where it came from.
    #[serde(skip)]
    pub origin: Origin,
}

impl Point {
    fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        visit(&self.text);
        self.points.iter().for_each(|point| point.texts(visit));
    }

    /// Is there nothing in it that could be written?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.points.is_empty() && self.number.as_deref().unwrap_or("").is_empty()
    }
}

/// Where a section or point came from. It is not part of what the outline says: any two are equal.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The number that the writer typed and the reader took off.
    pub typed: Option<Typed>,
    /// The prefix that keeps a number, with the blanks after it.
    pub kept: Option<Span>,
    /// The heading's line in the source; of a point, where its marker begins.
    pub span: Option<Span>,
}

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A number that the writer typed although the program derives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Its value.
    pub value: u32,
    /// As typed, without blanks.
    pub text: String,
    /// Where it stood, with the blanks after it.
    pub span: Option<Span>,
}

/// Named facts in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(pub Vec<(String, String)>);

impl Facts {
    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a fact; `None` if it has none or an empty one.
    pub fn value(&self, name: &str) -> Option<&str> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        (!value.is_empty()).then_some(value)
    }

    /// Sets a fact, in its place if there is one of that name.
    pub fn set(&mut self, name: String, value: String) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = value,
            None => self.0.push((name, value)),
        }
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// What stands at the head of a source or around its body: everything but the title and the blocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// 标题, unless a `#` heading gives one.
    pub title: Option<Text>,
    /// 主送机关.
    pub to: Option<Text>,
    /// 署名.
    pub from: Option<Text>,
    /// 成文日期.
    pub date: Option<Text>,
    /// 附件.
    pub attachments: Vec<Text>,
    /// Name of the style.
    pub style: Option<Text>,
    /// Named facts.
    pub facts: Facts,
}

impl Front {
    /// Its texts, in the order of the keys.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let lines = [&self.title, &self.to, &self.from, &self.date];
        lines.into_iter().flatten().chain(&self.attachments)
    }
}

/// One line of the outline in reading order: the flat form that readers give and composing walks.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The title.
    Title(Text),
    /// A heading; its body and subsections are the pieces that follow.
    Heading(Section),
    /// A block of the opening, of the section above it, or of the closing.
    Block(Block),
    /// The border between sections and closing.
    Rule,
}

impl Outline {
    /// Builds the tree: a section belongs to the nearest one above it that has a higher rank.
    pub fn from_pieces(front: Front, pieces: Vec<Piece>) -> Self {
        let Front { title, to, from, date, attachments, style, facts } = front;
        let mut outline = Outline { title, to, from, date, attachments, style, facts, ..Outline::default() };
        let mut open: Vec<Section> = Vec::new();
        let mut closing = false;
        for piece in pieces {
            match piece {
                Piece::Title(title) => outline.title = Some(title).filter(|title| !title.is_empty()),
                Piece::Rule => closing = true,
                Piece::Heading(section) => {
                    close_down_to(&mut open, &mut outline.sections, section.level);
                    open.push(section);
                }
                Piece::Block(block) if closing => outline.closing.push(block),
                Piece::Block(block) => match open.last_mut() {
                    Some(section) => section.body.push(block),
                    None => outline.opening.push(block),
                },
            }
        }
        close_down_to(&mut open, &mut outline.sections, 0);
        outline
    }

    /// What is not the body: everything that front matter can hold, the title included.
    pub fn front(&self) -> Front {
        Front {
            title: self.title.clone(),
            to: self.to.clone(),
            from: self.from.clone(),
            date: self.date.clone(),
            attachments: self.attachments.clone(),
            style: self.style.clone(),
            facts: self.facts.clone(),
        }
    }

    /// Calls `visit` with each line of the body in reading order.
    pub fn walk<'a>(&'a self, mut visit: impl FnMut(Line<'a>)) {
        self.opening.iter().for_each(|block| visit(Line::Block(block)));
        self.sections.iter().for_each(|section| walk_section(section, &mut visit));
        visit(Line::Rule);
        self.closing.iter().for_each(|block| visit(Line::Block(block)));
    }
}

/// A [`Piece`], borrowed.
#[derive(Clone, Copy, Debug)]
pub enum Line<'a> {
    /// A heading.
    Heading(&'a Section),
    /// A block.
    Block(&'a Block),
    /// The border between sections and closing.
    Rule,
}

impl Piece {
    /// Calls `visit` with each text of it that may reach the summary, the title aside.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(&'a Text)) {
        match self {
            Piece::Heading(section) => visit(&section.heading),
            Piece::Block(block) => block.texts(visit),
            Piece::Title(_) | Piece::Rule => {}
        }
    }

    /// Borrows it; the title is no line of the body.
    pub fn line(&self) -> Option<Line<'_>> {
        match self {
            Piece::Title(_) => None,
            Piece::Heading(section) => Some(Line::Heading(section)),
            Piece::Block(block) => Some(Line::Block(block)),
            Piece::Rule => Some(Line::Rule),
        }
    }
}

fn walk_section<'a>(section: &'a Section, visit: &mut impl FnMut(Line<'a>)) {
    visit(Line::Heading(section));
    section.body.iter().for_each(|block| visit(Line::Block(block)));
    section.sections.iter().for_each(|section| walk_section(section, visit));
}

fn close_down_to(open: &mut Vec<Section>, roots: &mut Vec<Section>, level: u8) {
    while let Some(section) = open.pop_if(|section| section.level >= level) {
        match open.last_mut() {
            Some(parent) => parent.sections.push(section),
            None => roots.push(section),
        }
    }
}
