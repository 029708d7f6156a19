//! The layout: a summary as lines and pages of paper (GB/T 9704-2012, 5 and 7), made without a browser.
//!
//! ```text
//!  blocks ─▶ lines of each (lines, title, table) ─▶ where they stand (place) ─▶ pages
//! ```
//!
//! A block is laid out by itself, so that a key costs the block it changes; pages only count lines. All lines of a page
//! have one height, the line pitch. Lengths are points, counted from the left edge of the type area.

mod advances;
mod breaks;
mod lines;
mod pages;
mod paper;
pub(crate) mod place;
pub(crate) mod table;
mod title;

pub use advances::{Advances, FONTS, FontPart, Widths};
pub use pages::{Sheet, Stretch, pages};
pub use paper::{Paper, Placed};
pub use table::{Cell, Table};

use crate::style::Style;
use crate::summary::{Block, Role};

/// One line on paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Bytes of the block's text: where the line begins.
    pub start: u32,
    /// Where it ends, a blank at which it was broken not counted.
    pub end: u32,
    /// From the left edge of the type area to the line's first character.
    pub left: f64,
    /// From there to the end of the last one, a mark that hangs past the edge not counted.
    pub width: f64,
    /// What is added behind each character but the last so that the line ends at the edge.
    pub spread: f64,
    /// Does its last mark hang past the edge?
    pub hangs: bool,
}

impl Line {
    /// What stands in it, of the text of its block.
    pub fn text(self, block: &str) -> &str {
        &block[self.start as usize..self.end as usize]
    }

    /// What stands before it in plain text: a wide blank for each `cell`, a narrow one for half of one.
    pub fn indent(self, cell: f64) -> String {
        let mut indent = String::new();
        let mut left = self.left / cell;
        while left > 0.75 {
            indent.push('\u{3000}');
            left -= 1.0;
        }
        if left > 0.25 {
            indent.push(' ');
        }
        indent
    }
}

/// A block on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// Its lines, or those of its cells.
    pub body: Body,
    /// The empty lines above it, but not at the top of a page.
    pub above: u32,
    /// The empty lines below it.
    pub below: u32,
}

/// What a block consists of.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Lines one below the other.
    Lines(Vec<Line>),
    /// The cells of a table.
    Table(Table),
}

impl Laid {
    /// The lines it takes, without the empty ones above and below.
    pub fn height(&self) -> usize {
        match &self.body {
            Body::Lines(lines) => lines.len(),
            Body::Table(table) => table.height(),
        }
    }
}

/// A summary on paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Its blocks.
    pub blocks: Vec<Laid>,
    /// Its pages.
    pub pages: Vec<Sheet>,
}

impl Layout {
    /// Lays a whole summary out.
    pub fn of(blocks: &[&Block], style: &Style, advances: &Advances) -> Self {
        let mut layout = Layout { blocks: Vec::new(), pages: Vec::new() };
        for at in 0..blocks.len() {
            layout.blocks.push(lay_out(blocks, at, style, advances));
        }
        layout.pages = pages(blocks.iter().map(|block| block.role).zip(&layout.blocks), &style.page);
        layout
    }

    /// The lines it takes, empty ones between blocks not counted.
    pub fn lines(&self) -> usize {
        self.blocks.iter().map(Laid::height).sum()
    }
}

/// Lays the block at `at` out: by itself, but for what stands around the body, which also looks at its neighbours.
pub fn lay_out(blocks: &[&Block], at: usize, style: &Style, advances: &Advances) -> Laid {
    let block = blocks[at];
    let setter = lines::Setter { style, advances };
    let body = match block.role {
        Role::Table => Body::Table(table::table(block, setter)),
        Role::Title => Body::Lines(title::title(block, setter)),
        _ => Body::Lines(place::lines(blocks, at, setter)),
    };
    let (above, below) = place::around(blocks, at, style);
    Laid { body, above, below }
}
