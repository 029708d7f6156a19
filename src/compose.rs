//! Outline → summary: numbers, counters, joins, closing marks.

mod around;
mod date;
mod margin;
mod numbering;
mod paragraph;

pub(crate) use around::around;
pub(crate) use date::read_date;
pub(crate) use margin::margin;
pub use margin::{MarginKind, MarginMark};
pub(crate) use numbering::{Counted, Numbering, counter, next_count};

use crate::condense::{first_sentence, lead};
use crate::facts::FactTable;
use crate::outline::{Block, Layout, Line, Outline, Point, Section};
use crate::style::Style;
use crate::summary::{self, Kind, Role};
use crate::text::Text;
use crate::text::punctuation::{is_run_in, without_closing_mark};

/// How much of the outline the summary keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    #[default]
    Full,
    /// Headings, the leads of points, the first sentences of other paragraphs.
    Brief,
    /// Headings alone.
    Headings,
}

/// What composing has to know besides the outline.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// Its form.
    pub style: &'a Style,
    /// What named facts stand for.
    pub facts: &'a FactTable,
    /// Its length.
    pub detail: Detail,
    /// Are runs wanted, with blanks told and places known? Without them a block is its text alone, which is
    /// made twice as fast.
    pub runs: bool,
}

/// Composes a normalized outline.
pub fn compose(outline: &Outline, form: Form<'_>) -> Vec<summary::Block> {
    let (mut blocks, after) = around(&outline.front(), form);
    let mut composer = Composer::new(form, Numbering::new(form.style));
    outline.walk(|line| composer.line(line));
    blocks.extend(composer.finish().0);
    blocks.extend(after);
    blocks
}

/// What the next block of the outline may be joined to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Nothing,
    /// A run-in heading: a paragraph or a tight list joins it.
    RunIn,
    /// A paragraph: a tight list joins it.
    Paragraph,
}

/// A place in composing.
pub(crate) struct Mark {
    numbering: Numbering,
    joint: Joint,
    blocks: usize,
    text: usize,
    runs: usize,
}

/// Composes the body, line by line.
pub(crate) struct Composer<'a> {
    form: Form<'a>,
    numbering: Numbering,
    blocks: Vec<summary::Block>,
    joint: Joint,
    /// Who takes each block when it is done; without one they are kept.
    taker: Option<&'a mut dyn FnMut(&summary::Block)>,
}

impl<'a> Composer<'a> {
    /// A composer that goes on from the numbers of what stands above.
    pub(crate) fn new(form: Form<'a>, numbering: Numbering) -> Self {
        Composer { form, numbering, blocks: Vec::new(), joint: Joint::Nothing, taker: None }
    }

    /// A composer that hands on each block as soon as it is done, and makes all of them in one place.
    pub(crate) fn handing_on(form: Form<'a>, taker: &'a mut dyn FnMut(&summary::Block)) -> Self {
        Composer { taker: Some(taker), ..Composer::new(form, Numbering::new(form.style)) }
    }

    /// The blocks that were not handed on, and the numbers for what stands below.
    pub(crate) fn finish(mut self) -> (Vec<summary::Block>, Numbering) {
        if let Some(taker) = self.taker {
            self.blocks.drain(..).for_each(|block| taker(&block));
        }
        (self.blocks, self.numbering)
    }

    /// The numbers that have been counted so far.
    pub(crate) fn numbering(&self) -> Numbering {
        self.numbering
    }

    /// Where composing stands, to go back to.
    pub(crate) fn mark(&self) -> Mark {
        let last = self.blocks.last();
        Mark {
            numbering: self.numbering,
            joint: self.joint,
            blocks: self.blocks.len(),
            text: last.map_or(0, |block| block.text.len()),
            runs: last.map_or(0, |block| block.runs.len()),
        }
    }

    /// Goes back: what was composed since is gone.
    pub(crate) fn rewind(&mut self, mark: &Mark) {
        (self.numbering, self.joint) = (mark.numbering, mark.joint);
        self.blocks.truncate(mark.blocks);
        let Some(block) = self.blocks.last_mut() else { return };
        block.text.truncate(mark.text);
        block.runs.truncate(mark.runs);
        if let Some(run) = block.runs.last_mut() {
            run.end = mark.text as u32;
        }
    }

    /// The blocks that were begun since; `None` if the one before them went on.
    pub(crate) fn since(&self, mark: &Mark) -> Option<&[summary::Block]> {
        let before = mark.blocks.checked_sub(1).map_or(0, |last| self.blocks[last].text.len());
        (before == mark.text).then(|| &self.blocks[mark.blocks..])
    }

    /// Composes one line of the outline.
    pub(crate) fn line(&mut self, line: Line<'_>) {
        match line {
            Line::Heading(section) => self.heading(section),
            Line::Rule => {
                self.numbering.close();
                self.joint = Joint::Nothing;
            }
            Line::Block(_) if self.form.detail == Detail::Headings => {}
            Line::Block(Block::Paragraph { text }) => self.paragraph(text),
            Line::Block(Block::Points { layout, points }) => self.points_block(*layout, points),
            Line::Block(Block::Table { header, rows }) => self.table(header, rows),
            Line::Block(Block::Note { .. }) => self.joint = Joint::Nothing,
        }
    }

    fn begin(&mut self, role: Role, level: u8) {
        match (&mut self.taker, self.blocks.last_mut()) {
            (Some(taker), Some(done)) => {
                taker(done);
                done.begin(role, level);
            }
            _ => self.blocks.push(summary::Block::new(role, level)),
        }
        self.joint = Joint::Nothing;
    }

    /// Goes on in the block before if it can be joined to, else begins one.
    fn join_or_begin(&mut self, joins: bool) {
        if joins {
            self.push(Kind::Mark, &self.form.style.gap);
        } else {
            self.begin_body();
        }
    }

    fn begin_body(&mut self) {
        self.begin(if self.numbering.is_closed() { Role::Closing } else { Role::Body }, 0);
    }

    fn push(&mut self, kind: Kind, text: &str) {
        if let Some(block) = self.blocks.last_mut() {
            block.push(kind, text, None);
        }
    }

    fn push_text(&mut self, kind: Kind, text: &Text, len: usize) {
        if let Some(block) = self.blocks.last_mut() {
            paragraph::push_text(block, kind, text, 0..len, self.form);
        }
    }

    fn heading(&mut self, section: &Section) {
        let number = self.numbering.heading(section, self.form.style);
        if number.is_empty() && section.heading.is_empty() {
            // Nothing to print, but its neighbours do not join.
            self.joint = Joint::Nothing;
            return;
        }
        let run_in = is_run_in(&section.heading);
        let own_line = !run_in || self.form.detail == Detail::Headings;
        let kept = if own_line && run_in { without_closing_mark(&section.heading) } else { &section.heading };
        self.begin(if own_line { Role::Heading } else { Role::RunIn }, section.level);
        self.push(Kind::Number, &number);
        self.push_text(Kind::Heading, &section.heading, kept.len());
        self.joint = if own_line { Joint::Nothing } else { Joint::RunIn };
    }

    fn paragraph(&mut self, text: &Text) {
        let kept = match self.form.detail {
            Detail::Brief => first_sentence(text, self.form.style),
            _ => text,
        };
        self.join_or_begin(self.joint == Joint::RunIn);
        self.push_text(Kind::Text, text, kept.len());
        self.joint = Joint::Paragraph;
    }

    fn table(&mut self, header: &[Text], rows: &[Vec<Text>]) {
        self.joint = Joint::Nothing;
        if self.form.detail != Detail::Full {
            return;
        }
        let header_says_nothing = header.iter().all(|cell| cell.is_empty());
        let header = (!header_says_nothing).then_some(header);
        self.begin(Role::Table, 0);
        for (index, row) in header.into_iter().chain(rows.iter().map(Vec::as_slice)).enumerate() {
            if index > 0 {
                self.push(Kind::Row, "\n");
            }
            for (index, cell) in row.iter().enumerate() {
                if index > 0 {
                    self.push(Kind::Cell, "\t");
                }
                self.push_text(Kind::Text, cell, cell.len());
            }
        }
    }

    fn points_block(&mut self, layout: Layout, points: &[Point]) {
        match layout {
            Layout::RunOn if self.form.style.run_on => {
                self.join_or_begin(self.joint != Joint::Nothing);
                self.run_on(points, 0);
            }
            Layout::RunOn | Layout::Separate => self.separate(points, false),
            Layout::Numbered => self.separate(points, true),
        }
        self.joint = Joint::Nothing;
    }

    /// Points that make a paragraph each.
    fn separate(&mut self, points: &[Point], numbered: bool) {
        let mut count = 0;
        for (index, point) in points.iter().enumerate() {
            self.begin_body();
            count = numbering::next_count(count, point);
            let number = if numbered {
                self.numbering.item(count, point, self.form.style)
            } else {
                numbering::counter(count, point, 0, self.form.style)
            };
            self.point(point, &number, index + 1 == points.len(), usize::from(!numbered));
        }
    }

    /// Points that run on in the block before them.
    fn run_on(&mut self, points: &[Point], depth: usize) {
        let mut count = 0;
        for (index, point) in points.iter().enumerate() {
            if index > 0 {
                self.push(Kind::Mark, &self.form.style.gap);
            }
            count = numbering::next_count(count, point);
            let number = numbering::counter(count, point, depth, self.form.style);
            self.point(point, &number, index + 1 == points.len(), depth + 1);
        }
    }

    /// One point with its number, its closing mark, and the points under it, which stand at depth `below`.
    fn point(&mut self, point: &Point, number: &str, last: bool, below: usize) {
        let kept = match self.form.detail {
            Detail::Brief => lead(&point.text, self.form.style),
            _ => &point.text,
        };
        self.push(Kind::Number, number);
        let start = self.blocks.last().map_or(0, |block| block.text.len());
        self.push_text(Kind::Text, &point.text, kept.len());
        let style = self.form.style;
        let mark = match (point.points.is_empty(), last) {
            (false, _) => &style.intro,
            (true, true) => &style.end,
            (true, false) => &style.between,
        };
        let closed = (self.blocks.last()).is_some_and(|block| paragraph::is_closed(&block.text[start..]));
        if !closed {
            self.push(Kind::Mark, mark);
        }
        if !point.points.is_empty() {
            self.push(Kind::Mark, &style.gap);
            self.run_on(&point.points, below);
        }
    }
}
