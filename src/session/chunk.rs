//! A stretch of the source with all that was made of it.

use crate::check::Checker;
use crate::compose::{Composer, Form, MarginMark, Numbering, margin};
use crate::facts::{FactTable, Formula, collect_formulas};
use crate::finding::Finding;
use crate::outline::Piece;
use crate::read::{Context, Reading, Skeleton, read_body};
use crate::stats::Totals;
use crate::style::Style;
use crate::summary::Block;
use crate::text::Text;
use crate::text::blank::blanks;
use crate::text::fact::facts;
use crate::text::span::{Span, utf16_len};

/// Source between two borders. Places in it count from its own start, so that it can move.
pub(super) struct Chunk {
    pub(super) source: String,
    /// Length of the source in UTF-16 units.
    pub(super) units: usize,
    /// What the chunks above decided when it was read.
    context: Context,
    reading: Reading,
    /// The facts that are computed in it.
    pub(super) formulas: Vec<Formula>,
    /// How far the chunks above had counted when it was composed.
    numbering: Numbering,
    numbering_after: Numbering,
    pub(super) blocks: Vec<Block>,
    pub(super) totals: Totals,
    check_findings: Vec<Finding>,
}

impl Chunk {
    /// Reads and composes a stretch of source that follows `above`.
    pub(super) fn new(source: &str, above: Above, form: Form<'_>) -> Self {
        let reading = read_body(source, Skeleton::new(source, 0), above.context);
        let mut chunk = Chunk {
            source: source.into(),
            units: utf16_len(source),
            context: above.context,
            formulas: formulas(&reading),
            reading,
            numbering: above.numbering,
            numbering_after: Numbering::default(),
            blocks: Vec::new(),
            totals: Totals::default(),
            check_findings: Vec::new(),
        };
        chunk.compose(form);
        chunk
    }

    fn compose(&mut self, form: Form<'_>) {
        let mut composer = Composer::new(form, self.numbering);
        let mut checker = Checker::new(form.facts, self.numbering);
        for line in self.reading.pieces.iter().filter_map(Piece::line) {
            composer.line(line);
            checker.line(line);
        }
        self.check_findings = checker.findings;
        (self.blocks, self.numbering_after) = composer.finish();
        self.totals = Totals::of_all(&self.blocks);
    }

    /// Is it as it would be made below `above`?
    pub(super) fn follows(&self, above: Above) -> bool {
        self.context == above.context && self.numbering == above.numbering
    }

    /// Makes it anew below `above`; gives the blocks it had.
    pub(super) fn renew(&mut self, above: Above, form: Form<'_>) -> Vec<Block> {
        if self.context != above.context {
            self.context = above.context;
            self.reading = read_body(&self.source, Skeleton::new(&self.source, 0), above.context);
            self.formulas = formulas(&self.reading);
        }
        self.numbering = above.numbering;
        self.recompose(form)
    }

    /// Composes it anew; gives the blocks it had.
    pub(super) fn recompose(&mut self, form: Form<'_>) -> Vec<Block> {
        let old = std::mem::take(&mut self.blocks);
        self.compose(form);
        old
    }

    /// What the chunk below it has to know.
    pub(super) fn below(&self) -> Above {
        Above { context: self.reading.context, numbering: self.numbering_after }
    }

    /// Does a comment begin in it that never ends?
    pub(super) fn opens_comment(&self) -> bool {
        self.reading.context.comment_open && !self.context.comment_open
    }

    /// Has the title been given, here or above?
    pub(super) fn is_titled(&self) -> bool {
        self.reading.context.titled
    }

    /// The title, if it is given here.
    pub(super) fn title(&self) -> Option<&Text> {
        self.reading.pieces.iter().find_map(|piece| match piece {
            Piece::Title(title) => Some(title),
            _ => None,
        })
    }

    /// What stands in its margin, with places from its start.
    pub(super) fn margin(&self, style: &Style) -> Vec<MarginMark> {
        margin(self.reading.pieces.iter().filter_map(Piece::line), self.numbering, style)
    }

    /// The blanks in it, with places from its start.
    pub(super) fn blanks(&self, table: &FactTable) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut look = |text: &Text| spans.extend(blanks_of(text, table));
        for piece in &self.reading.pieces {
            match piece {
                Piece::Title(text) => look(text),
                piece => piece.texts(&mut look),
            }
        }
        spans
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.reading.pieces
    }

    pub(super) fn reader_findings(&self) -> &[Finding] {
        &self.reading.findings
    }

    pub(super) fn check_findings(&self) -> &[Finding] {
        &self.check_findings
    }
}

/// Where the blanks of a text stand, facts without a value among them.
pub(super) fn blanks_of(text: &Text, table: &FactTable) -> Vec<Span> {
    let empty = facts(text).filter(|(_, fact)| table.leaves_blank(fact));
    let empty: Vec<_> = empty.map(|(at, fact)| at..at + fact.len).collect();
    let plain = blanks(text).filter(|blank| !empty.iter().any(|fact| fact.contains(&blank.start)));
    let mut all: Vec<_> = plain.chain(empty.iter().cloned()).collect();
    all.sort_by_key(|range| range.start);
    all.into_iter().filter_map(|range| text.source_span(range)).collect()
}

fn formulas(reading: &Reading) -> Vec<Formula> {
    let mut formulas = Vec::new();
    reading.pieces.iter().for_each(|piece| piece.texts(&mut |text| collect_formulas(text, &mut formulas)));
    formulas
}

/// What a chunk has to know of the chunks above it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Above {
    pub(super) context: Context,
    pub(super) numbering: Numbering,
}

impl Above {
    /// There are none.
    pub(super) fn first(style: &Style) -> Self {
        Above { context: Context::default(), numbering: Numbering::new(style) }
    }
}
