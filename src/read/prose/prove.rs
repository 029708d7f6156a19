//! Composing as the reader goes: a line counts as what it was taken for only if it comes out again.

use super::closing::closing_start;
use super::counter::{Counter, begins, goes_on};
use super::enumeration::{Enumeration, enumeration, enumeration_after, item_row};
use super::members::{derive_marks, item, line_member, points};
use super::units::{Unit, literal};
use crate::compose::{Composer, Detail, Form, Numbering, compose};
use crate::facts::FactTable;
use crate::outline::{Block, Front, Layout, Line, Outline, Piece, Section};
use crate::read::clean_note;
use crate::style::Style;
use crate::summary::{self, Role, TITLE_BREAK};
use crate::text::Text;
use crate::text::punctuation::{CLOSERS, OPENERS, RUN_IN};
use crate::text::space::{trim, trim_start};

static NO_FACTS: FactTable = FactTable::EMPTY;

/// How long a run-in heading before a colon may be, in characters.
const LONGEST_LABEL: usize = 40;

/// The first level whose headings look like any text (GB/T 9704-2012, 7.3.3).
const FIRST_PLAIN_LEVEL: u8 = 3;

/// Are these the lines of a summary, as finished text has them?
pub(super) fn are_lines(blocks: &[summary::Block], lines: &mut dyn Iterator<Item = &str>) -> bool {
    for block in blocks {
        if !matches!(block.role, Role::Table | Role::Title) {
            if lines.next() != Some(&block.text) {
                return false;
            }
            continue;
        }
        for line in lines_of(block) {
            if lines.next() != Some(line) {
                return false;
            }
        }
    }
    lines.next().is_none()
}

/// The lines of a block: a title and a table may have several.
pub(super) fn lines_of(block: &summary::Block) -> impl Iterator<Item = &str> {
    let end = match block.role {
        Role::Table => Some('\n'),
        Role::Title => Some(TITLE_BREAK),
        _ => None,
    };
    let lines = block.text.split(move |char| Some(char) == end);
    lines.map(|line| if block.role == Role::Title { trim(line) } else { line })
}

/// Does a normalized outline give the lines again?
pub(super) fn is_proved(outline: &Outline, style: &Style, lines: &[&str]) -> bool {
    let form = Form { style, facts: &NO_FACTS, detail: Detail::Full, runs: false };
    are_lines(&compose(outline, form), &mut lines.iter().copied())
}

/// Where a heading may run on into its paragraph: the heading with its mark, and what follows, which may be nothing.
pub(super) fn split_run_in(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, char) in text.char_indices() {
        let end = at + char.len_utf8();
        if OPENERS.contains(&char) {
            depth += 1;
        } else if CLOSERS.contains(&char) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && RUN_IN.contains(&char) && !text[end..].starts_with(RUN_IN) {
            let is_label = char == '：' && text[..at].chars().nth(LONGEST_LABEL).is_none();
            let splits = matches!(char, '。' | '！' | '？') || is_label;
            return text.split_at(if splits { end } else { text.len() });
        }
    }
    (text, "")
}

/// Builds an outline that gives its lines again.
pub(super) struct Prover<'a> {
    style: &'a Style,
    composer: Composer<'a>,
    pieces: Vec<Piece>,
    /// The level of the section that is open.
    level: u8,
    /// The counter of the last member, if the last line enumerated.
    row: Option<Counter<'static>>,
    /// How many lines were left behind the last lines that were no points of a paragraph each: none of those is tried
    /// again, as each would look through all behind it.
    refused: usize,
    /// The notes that are still to come, and how many lines have been read.
    notes: &'a [(usize, String)],
    read: usize,
}

impl<'a> Prover<'a> {
    /// `read` lines stand above the body; each of the notes stands behind so many.
    pub(super) fn new(style: &'a Style, notes: &'a [(usize, String)], read: usize) -> Self {
        let form = Form { style, facts: &NO_FACTS, detail: Detail::Full, runs: false };
        Prover {
            style,
            composer: Composer::new(form, Numbering::new(style)),
            pieces: Vec::new(),
            level: 0,
            row: None,
            refused: usize::MAX,
            notes,
            read,
        }
    }

    /// Reads units as the body of an outline.
    pub(super) fn prove(mut self, units: &[Unit<'_>], front: Front) -> Outline {
        let closing = closing_start(units);
        let mut at = 0;
        while at < units.len() {
            if Some(at) == closing {
                self.composer.line(Line::Rule);
                self.pieces.push(Piece::Rule);
            }
            self.put_notes(self.read);
            let taken = self.unit(&units[at..]);
            self.read += units[at..at + taken].iter().filter(|unit| !unit.line().is_empty()).count();
            at += taken;
        }
        self.put_notes(usize::MAX);
        Outline::from_pieces(front, self.pieces)
    }

    /// Puts the notes that stand behind what has been read.
    fn put_notes(&mut self, read: usize) {
        let notes = self.notes;
        let here = notes.partition_point(|(at, _)| *at <= read);
        self.notes = &notes[here..];
        for (_, text) in &notes[..here] {
            let note = Block::Note { text: clean_note(&Text::from(text.as_str())) };
            self.composer.line(Line::Block(&note));
            self.pieces.push(Piece::Block(note));
        }
    }

    /// Reads the first of some units; gives how many it took.
    fn unit(&mut self, units: &[Unit<'_>]) -> usize {
        let before = self.row.take();
        let taken = match units[0] {
            Unit::Row(_) => self.table(units),
            Unit::Numbered { .. } => self.list(units).or_else(|| self.section(units[0])),
            Unit::Part { level, line } => self.part(level, line),
            Unit::Plain(line) => {
                self.restart(units).or_else(|| self.spread(units)).or_else(|| self.points(line, before))
            }
        };
        taken.unwrap_or_else(|| {
            let line = units[0].line();
            self.takes(vec![Piece::Block(units[0].paragraph())], &[line]);
            1
        })
    }

    /// Takes some pieces if they compose to these lines, with a note before them if they must stand apart.
    fn takes(&mut self, pieces: Vec<Piece>, lines: &[&str]) -> bool {
        let mark = self.composer.mark();
        for apart in [false, true] {
            if apart {
                self.composer.line(Line::Block(&NOTE));
            }
            pieces.iter().filter_map(Piece::line).for_each(|line| self.composer.line(line));
            let since = self.composer.since(&mark);
            if since.is_some_and(|blocks| are_lines(blocks, &mut lines.iter().copied())) {
                self.pieces.extend(apart.then_some(Piece::Block(NOTE)));
                self.pieces.extend(pieces);
                return true;
            }
            self.composer.rewind(&mark);
        }
        false
    }

    fn table(&mut self, units: &[Unit<'_>]) -> Option<usize> {
        let rows = units.iter().take_while(|unit| matches!(unit, Unit::Row(_)));
        let lines: Vec<_> = rows.map(|unit| unit.line()).collect();
        if lines.len() < 2 {
            return None;
        }
        let mut rows: Vec<Vec<Text>> =
            lines.iter().map(|line| line.split('\t').map(|cell| literal(trim(cell))).collect()).collect();
        let header = rows.remove(0);
        if !self.takes(vec![Piece::Block(Block::Table { header, rows })], &lines) {
            // Cells with blanks at their ends: none of the lines would do better with those below it.
            for unit in &units[..lines.len()] {
                self.takes(vec![Piece::Block(unit.paragraph())], &[unit.line()]);
            }
        }
        Some(lines.len())
    }

    fn part(&mut self, level: u8, line: &str) -> Option<usize> {
        let heading =
            Section { level, heading: literal(line), number: Some(String::new()), ..Section::default() };
        let lines = if line.is_empty() { &[][..] } else { &[line][..] };
        let taken = self.takes(vec![Piece::Heading(heading)], lines);
        if taken {
            self.level = level;
        }
        taken.then_some(1)
    }

    /// A line that leads to numbers which begin anew: it is a heading without a number, below which they do. Where
    /// headings have a look of their own it stays a paragraph, with an empty heading below it.
    fn restart(&mut self, units: &[Unit<'_>]) -> Option<usize> {
        let (first, second) = (units[0], *units.get(1)?);
        let Unit::Numbered { number, .. } = second else { return None };
        let counted = self.composer.numbering().count(&section(number.level, "", None));
        if number.value != 1 || counted.after == 0 || !first.line().ends_with(['：', ':']) {
            return None;
        }
        let looks_other = number.level < FIRST_PLAIN_LEVEL;
        if looks_other && !self.takes(vec![Piece::Block(first.paragraph())], &[first.line()]) {
            return None;
        }
        self.part(number.level, if looks_other { "" } else { first.line() }).or(looks_other.then_some(1))
    }

    /// A line that begins with a number, as a section: with its heading run in, else all of it the heading.
    fn section(&mut self, unit: Unit<'_>) -> Option<usize> {
        let Unit::Numbered { line, number, text } = unit else { return None };
        let (heading, rest) = split_run_in(text);
        let derived = self.composer.numbering().heading(&section(number.level, "", None), self.style);
        let kept = (derived != number.text).then(|| number.text.to_owned());
        let run_in = || Piece::Heading(section(number.level, heading, kept.clone()));
        let rest = trim_start(rest);
        let mut ways = Vec::new();
        ways.extend(item_row(line).and_then(|found| self.blocks(&found)));
        if !rest.is_empty() {
            ways.extend(
                enumeration(rest)
                    .and_then(|found| self.blocks(&found))
                    .map(|blocks| [vec![run_in()], blocks].concat()),
            );
            ways.push(vec![run_in(), paragraph(rest)]);
        }
        ways.push(vec![Piece::Heading(section(number.level, text, kept.clone()))]);
        ways.push(vec![Piece::Heading(section(number.level, line, Some(String::new())))]);
        let way = ways.into_iter().find(|way| self.takes(way.clone(), &[line]))?;
        if let Some(Piece::Heading(section)) = way.first() {
            self.level = section.level;
        }
        Some(1)
    }

    /// Numbered lines that are one sentence each, as a numbered list.
    fn list(&mut self, units: &[Unit<'_>]) -> Option<usize> {
        let level = self.level + 1;
        let (mut lines, mut numbers, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for unit in units {
            let Unit::Numbered { line, number, text } = *unit else { break };
            if number.level != level || number.value as usize != lines.len() + 1 {
                break;
            }
            lines.push(line);
            numbers.push(number.text);
            texts.push(text);
        }
        if !are_items(&texts) && !texts.iter().any(|text| leads_on(text)) {
            return None;
        }
        let numbering = self.composer.numbering();
        let mut points = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let point = item(text, self.style)?;
            if numbering.item(at as u32 + 1, &point, self.style) != numbers[at] {
                return None;
            }
            points.push(point);
        }
        derive_marks(&mut points, self.style);
        let block = Block::Points { layout: Layout::Numbered, points };
        self.takes(vec![Piece::Block(block)], &lines).then_some(lines.len())
    }

    /// Lines that begin with counters, as points that make a paragraph each.
    fn spread(&mut self, units: &[Unit<'_>]) -> Option<usize> {
        let first = units.first()?.counter()?;
        if units.len() > self.refused || !begins(first) && !self.after_points() {
            return None;
        }
        let rest = units[1..].iter().map_while(|unit| unit.counter());
        let rest = rest.take_while(|counter| counter.family == first.family && !begins(*counter));
        let counters: Vec<_> = [first].into_iter().chain(rest).collect();
        let count = counters.len();
        let taken = self.spread_points(counters, units);
        if taken.is_none() {
            self.refused = units.len() - count;
        }
        taken
    }

    fn spread_points(&mut self, counters: Vec<Counter<'_>>, units: &[Unit<'_>]) -> Option<usize> {
        if !counters.windows(2).any(|pair| goes_on(pair[0], pair[1])) {
            return None;
        }
        let mut members = Vec::new();
        let mut lines = Vec::new();
        for (counter, unit) in counters.into_iter().zip(units) {
            members.push(line_member(counter, unit.line()));
            lines.push(unit.line());
        }
        let block = Block::Points { layout: Layout::Separate, points: points(&members, 0, self.style)? };
        self.takes(vec![Piece::Block(block)], &lines).then_some(lines.len())
    }

    /// Has the section points already, which these may go on from?
    fn after_points(&self) -> bool {
        let since_heading = self.pieces.iter().rev().take_while(|piece| !matches!(piece, Piece::Heading(_)));
        since_heading.take(4).any(|piece| matches!(piece, Piece::Block(Block::Points { .. })))
    }

    /// A paragraph with an enumeration in it, which may go on from the paragraph before.
    fn points(&mut self, line: &str, before: Option<Counter<'_>>) -> Option<usize> {
        let found = enumeration(line).or_else(|| enumeration_after(before?, line))?;
        let blocks = self.blocks(&found)?;
        self.takes(blocks, &[line]).then_some(1)
    }

    /// The blocks of a text that enumerates.
    fn blocks(&mut self, found: &Enumeration<'_>) -> Option<Vec<Piece>> {
        let lead = (!found.lead.is_empty()).then(|| paragraph(found.lead));
        let points = Block::Points { layout: Layout::RunOn, points: points(&found.members, 0, self.style)? };
        self.row = found.members.last().map(|last| last.counter.place());
        Some(lead.into_iter().chain([Piece::Block(points)]).collect())
    }
}

const NOTE: Block = Block::Note { text: Text::EMPTY };

fn paragraph(text: &str) -> Piece {
    Piece::Block(Block::Paragraph { text: literal(trim(text)) })
}

fn section(level: u8, heading: &str, number: Option<String>) -> Section {
    Section { level, heading: literal(trim(heading)), number, ..Section::default() }
}

/// Are these numbered lines items of a list, and no headings? Each is one sentence; they are closed as a list is, or
/// are too long for headings.
fn are_items(texts: &[&str]) -> bool {
    let Some((last, others)) = texts.split_last() else { return false };
    let one_sentence = |text: &&str| {
        let inside = text.trim_end_matches(['。', '；', '！', '？']);
        inside.len() < text.len() && !inside.contains(['。', '！', '？']) && enumeration(text).is_none()
    };
    let as_list = last.ends_with('。') && others.iter().all(|text| text.ends_with('；'));
    let long = texts.iter().all(|text| text.chars().nth(LONGEST_LABEL).is_some());
    !others.is_empty() && texts.iter().all(one_sentence) && (as_list || long)
}

/// Does an enumeration begin in the first sentence of this text? As a heading that sentence could not run on.
fn leads_on(text: &str) -> bool {
    let (heading, _) = split_run_in(text);
    enumeration(text).is_some_and(|found| !found.lead.is_empty() && found.lead.len() < heading.len())
}
