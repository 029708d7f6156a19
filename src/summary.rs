//! The summary (总结): a list of blocks with roles and runs. It knows no HTML, no page and no browser.

use crate::text::span::Span;
use serde::Serialize;
use std::ops::Range;

/// Where a title goes on in its next line, as the writer broke it: Unicode's line separator, which no editor takes for
/// the end of a line.
pub const TITLE_BREAK: char = '\u{2028}';

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 标题.
    Title,
    /// 主送机关.
    Addressee,
    /// A heading on its own line.
    Heading,
    /// A heading and what runs on behind it.
    RunIn,
    /// A paragraph.
    Body,
    /// A paragraph after the sections (特此报告。).
    Closing,
    /// A table: cells are parted by tabs, rows by line breaks.
    Table,
    /// 附件.
    Attachment,
    /// 署名.
    Signature,
    /// 成文日期.
    Date,
}

impl Role {
    /// All roles, in the order of a summary.
    pub const ALL: [Role; 10] = [
        Role::Title,
        Role::Addressee,
        Role::Heading,
        Role::RunIn,
        Role::Body,
        Role::Closing,
        Role::Table,
        Role::Attachment,
        Role::Signature,
        Role::Date,
    ];

    /// Its name in an object.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Title => "title",
            Role::Addressee => "addressee",
            Role::Heading => "heading",
            Role::RunIn => "runIn",
            Role::Body => "body",
            Role::Closing => "closing",
            Role::Table => "table",
            Role::Attachment => "attachment",
            Role::Signature => "signature",
            Role::Date => "date",
        }
    }
}

/// What a run of a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A number or counter that was derived, or kept as typed.
    Number,
    /// The writer's text in a heading.
    Heading,
    /// The writer's text elsewhere.
    Text,
    /// A blank: still to be filled in.
    Blank,
    /// The value of a named fact.
    Fact,
    /// A mark, a label or a gap that the style adds.
    Mark,
    /// The border between two cells.
    Cell,
    /// The border between two rows.
    Row,
}

/// A stretch of a block's text of one kind; it begins where the one before ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// What it is.
    pub kind: Kind,
    /// Byte of the block's text after its last.
    pub end: u32,
    /// Where it stood in the source, if it did.
    pub source: Option<Span>,
}

/// One paragraph of the summary (段).
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is.
    pub role: Role,
    /// The level of a heading or run-in, the place of an attachment (from 1); else 0.
    pub level: u8,
    /// All its text; its runs end where this does.
    pub text: String,
    /// What its parts are.
    pub runs: Vec<Run>,
}

impl Block {
    /// An empty block.
    pub const fn new(role: Role, level: u8) -> Self {
        Block { role, level, text: String::new(), runs: Vec::new() }
    }

    /// Empties it for another block, which goes into the same memory.
    pub(crate) fn begin(&mut self, role: Role, level: u8) {
        (self.role, self.level) = (role, level);
        self.text.clear();
        self.runs.clear();
    }

    /// Appends a run; one of the same kind without a place of its own goes on with the last.
    pub fn push(&mut self, kind: Kind, text: &str, source: Option<Span>) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let end = self.text.len() as u32;
        match self.runs.last_mut() {
            Some(last) if last.kind == kind && source.is_none() && last.source.is_none() => last.end = end,
            _ => self.runs.push(Run { kind, end, source }),
        }
    }

    /// A stretch of it, in bytes of the text, as a block of its own.
    #[must_use]
    pub fn part(&self, stretch: Range<usize>) -> Block {
        let mut part = Block::new(self.role, self.level);
        for (run, range) in self.ranges() {
            let (start, end) = (range.start.max(stretch.start), range.end.min(stretch.end));
            if start < end {
                part.push(run.kind, &self.text[start..end], None);
            }
        }
        part
    }

    /// The runs with their ranges in the text.
    pub fn ranges(&self) -> impl Iterator<Item = (Run, Range<usize>)> + '_ {
        let mut start = 0;
        self.runs.iter().map(move |run| {
            let range = start..run.end as usize;
            start = range.end;
            (*run, range)
        })
    }

    /// Where the heading of a run-in ends, in bytes of the text; 0 if the block is none. It ends with the last part of it that the writer typed as a
    /// heading, which closes with its mark.
    pub fn heading_end(&self) -> usize {
        if self.role != Role::RunIn {
            return 0;
        }
        let is_behind = |kind| matches!(kind, Kind::Text | Kind::Mark | Kind::Row | Kind::Cell);
        let headings = self.runs.iter().take_while(|run| !is_behind(run.kind));
        headings.filter(|run| run.kind == Kind::Heading).last().map_or(0, |run| run.end as usize)
    }

    /// Where the writer's text in it begins and ends in the source.
    pub fn source(&self) -> Option<Span> {
        let mut spans = self.runs.iter().filter_map(|run| run.source);
        let first = spans.next()?;
        Some(
            spans.fold(first, |all, span| Span {
                start: all.start.min(span.start),
                end: all.end.max(span.end),
            }),
        )
    }

    /// Do the two look the same, wherever they came from?
    pub fn looks_like(&self, other: &Block) -> bool {
        let looks = |run: &Run| (run.kind, run.end);
        self.role == other.role
            && self.level == other.level
            && self.text == other.text
            && self.runs.iter().map(looks).eq(other.runs.iter().map(looks))
    }
}
