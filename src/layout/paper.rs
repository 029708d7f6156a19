//! The layout of an open document, kept up with its edits: a key lays out anew what it changed, and counts the pages.

use super::{Advances, Laid, Sheet, lay_out, pages};
use crate::session::{Session, Splice};
use crate::style::Style;
use crate::summary::{Block, Role};

/// A document on paper.
#[derive(Debug, Default)]
pub struct Paper {
    advances: Advances,
    /// What it was laid out by.
    style: Style,
    blocks: Vec<Placed>,
    pages: Vec<Sheet>,
    /// The last identity that was given.
    last: u32,
}

/// A block on paper.
#[derive(Debug)]
pub struct Placed {
    /// Another one as soon as it is laid out anew.
    pub identity: u32,
    /// What it is.
    pub role: Role,
    /// Its lines.
    pub laid: Laid,
}

impl Paper {
    /// Lays out a document.
    pub fn new(session: &Session, advances: Advances) -> Self {
        let mut paper = Paper { advances, ..Paper::default() };
        paper.lay_out_all(session);
        paper
    }

    fn lay_out_all(&mut self, session: &Session) {
        self.style = session.style().clone();
        self.blocks.clear();
        self.follow(session, &[Splice { at: 0, removed: 0, inserted: usize::MAX }]);
    }

    /// Follows edits of the document.
    pub fn edited(&mut self, session: &Session, splices: &[Splice]) {
        if *session.style() == self.style {
            self.follow(session, splices);
        } else {
            self.lay_out_all(session);
        }
    }

    fn follow(&mut self, session: &Session, splices: &[Splice]) {
        for &Splice { at, removed, inserted } in splices {
            let blocks = session.blocks_at(at, inserted);
            let laid: Vec<_> = blocks.iter().map(|(block, _)| self.place(&[block], 0)).collect();
            self.blocks.splice(at..at + removed, laid);
        }
        self.place_foot(session);
        let placed = self.blocks.iter().map(|block| (block.role, &block.laid));
        self.pages = pages(placed, &self.style.page);
    }

    fn place(&mut self, blocks: &[&Block], at: usize) -> Placed {
        self.last += 1;
        let laid = lay_out(blocks, at, &self.style, &self.advances);
        Placed { identity: self.last, role: blocks[at].role, laid }
    }

    /// What stands below the body is placed by its neighbours.
    fn place_foot(&mut self, session: &Session) {
        let is_foot = |block: &&Placed| matches!(block.role, Role::Attachment | Role::Signature | Role::Date);
        let start = self.blocks.len() - self.blocks.iter().rev().take_while(is_foot).count();
        let blocks: Vec<&Block> =
            session.blocks_at(start, usize::MAX).into_iter().map(|(block, _)| block).collect();
        for at in 0..blocks.len() {
            let placed = self.place(&blocks, at);
            if self.blocks[start + at].laid != placed.laid {
                self.blocks[start + at] = placed;
            }
        }
    }

    /// The widths that it was laid out by.
    pub fn advances(&self) -> &Advances {
        &self.advances
    }

    /// Its blocks.
    pub fn blocks(&self) -> &[Placed] {
        &self.blocks
    }

    /// Its pages.
    pub fn pages(&self) -> &[Sheet] {
        &self.pages
    }

    /// The lines it takes.
    pub fn lines(&self) -> usize {
        self.blocks.iter().map(|block| block.laid.height()).sum()
    }

    /// The page on which a line of a block stands.
    pub fn page_of(&self, block: usize, line: usize) -> usize {
        let is_above = |sheet: &Sheet| {
            let first = sheet.stretches.first();
            first.is_some_and(|first| (first.block as usize, first.first as usize) <= (block, line))
        };
        self.pages.partition_point(is_above).saturating_sub(1)
    }
}
