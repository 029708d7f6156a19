//! Lists into points. In an item only text and lists have meaning; all else in it is joined to its text.

use super::inline::trimmed;
use super::markdown::{Numbered, Reader, read_numbered};
use super::note::{Notes, read_special};
use super::number::Place;
use super::table::is_delimiter_row;
use crate::finding::{Finding, Severity, message};
use crate::outline::{Block, Layout, MAX_POINT_DEPTH, Origin, Point, Typed};
use crate::text::Text;
use crate::text::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// Reads one top-level list, with all that is nested in it.
pub(super) struct ListReader<'r, 'a> {
    reader: &'r mut Reader<'a>,
    ordered: bool,
    /// Is there a blank line between two items of the outermost list?
    loose: bool,
    /// The open lists, outermost first.
    open: Vec<OpenList>,
    /// Blocks of text of the open items, outermost first.
    parts: Vec<Range<usize>>,
    /// Room for the lines of one item, used again for each.
    lines: Vec<Range<usize>>,
    notes: Notes,
}

#[derive(Default)]
struct OpenList {
    points: Vec<Point>,
    item: Option<Item>,
    /// Is it ordered, and has no item been numbered one yet?
    foreign: bool,
}

/// An item that is being read.
#[derive(Default)]
struct Item {
    /// Where its marker begins, in the skeleton.
    start: usize,
    /// Where its blocks of text begin among those of all open items; more than one is a finding.
    first_part: usize,
    /// Does the next inline event go on with the last part?
    in_text: bool,
    points: Vec<Point>,
    /// Points nested too deep, which come after it as its equals.
    overflow: Vec<Point>,
}

impl<'r, 'a> ListReader<'r, 'a> {
    pub(super) fn new(reader: &'r mut Reader<'a>, first: Option<u64>) -> Self {
        let mut list = ListReader {
            reader,
            ordered: first.is_some(),
            loose: false,
            open: Vec::new(),
            parts: Vec::new(),
            lines: Vec::new(),
            notes: Notes::default(),
        };
        list.begin_list(first);
        list
    }

    /// Reads on to the end of the list. Gives it, and the notes found in it, which come after.
    pub(super) fn read<'e>(
        mut self,
        events: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>,
    ) -> Vec<Block> {
        let mut points = Vec::new();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::List(first)) => self.begin_list(first),
                Event::End(TagEnd::List(_)) => {
                    if let Some(outermost) = self.end_list() {
                        points = outermost;
                        break;
                    }
                }
                Event::Start(Tag::Item) => self.begin_item(range),
                Event::End(TagEnd::Item) => self.end_item(),
                Event::Start(tag) => {
                    self.push_part(range);
                    let end = tag.to_end();
                    let _ = events.find(|(event, _)| matches!(event, Event::End(tag) if *tag == end));
                }
                Event::Rule => self.push_part(range),
                _ => self.push_inline(range),
            }
        }
        self.blocks(points)
    }

    fn blocks(mut self, points: Vec<Point>) -> Vec<Block> {
        let layout = match (self.ordered, self.loose && points.len() > 1) {
            (true, _) => Layout::Numbered,
            (false, true) => Layout::Separate,
            (false, false) => Layout::RunOn,
        };
        // A list in which nothing is typed yet still keeps what stands around it apart.
        let nothing = points.is_empty();
        let apart = Block::Note { text: Text::default() };
        let mut blocks = vec![if nothing { apart } else { Block::Points { layout, points } }];
        blocks.append(&mut self.notes.take());
        blocks
    }

    fn begin_list(&mut self, first: Option<u64>) {
        if let Some(item) = self.item() {
            item.in_text = false;
        }
        let foreign = first.is_some_and(|first| first != 1);
        self.open.push(OpenList { foreign, ..OpenList::default() });
    }

    /// Closes the innermost list; gives its points if it was the outermost.
    fn end_list(&mut self) -> Option<Vec<Point>> {
        let list = self.open.pop()?;
        let too_deep = self.open.len() >= MAX_POINT_DEPTH;
        match self.item() {
            Some(item) if too_deep => item.overflow.extend(list.points),
            Some(item) => item.points.extend(list.points),
            None => return Some(list.points),
        }
        None
    }

    fn item(&mut self) -> Option<&mut Item> {
        self.open.last_mut()?.item.as_mut()
    }

    fn begin_item(&mut self, range: Range<usize>) {
        self.settle_foreign(range.start);
        let outermost = self.open.len() == 1;
        let Some(list) = self.open.last_mut() else { return };
        let first = list.item.is_none();
        list.item = Some(Item { start: range.start, first_part: self.parts.len(), ..Item::default() });
        if outermost && !first && self.blank_line_above(range.start) {
            self.loose = true;
        }
    }

    /// A list that begins at another number is text up to an item that is numbered one.
    fn settle_foreign(&mut self, item: usize) {
        let Some(list) = self.open.last_mut().filter(|list| list.foreign) else { return };
        let shape = &self.reader.skeleton.text;
        let digits = |from: usize| shape[from..].bytes().take_while(u8::is_ascii_digit).count();
        let marker = item + shape[item..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let stop = marker + digits(marker);
        // An empty item cannot begin a list in the middle of a paragraph, which the text before it will be.
        let empty = shape[stop + 1..].trim_start_matches([' ', '\t']).starts_with('\n');
        if shape[marker..stop].trim_start_matches('0') == "1" && !empty {
            list.foreign = false;
        } else {
            self.reader.foreign.push(stop);
        }
    }

    /// Is the line above this one blank, notes aside?
    fn blank_line_above(&self, at: usize) -> bool {
        let skeleton = self.reader.skeleton;
        let mut start = skeleton.line_start(at);
        while start > 0 {
            let above = skeleton.line_start(start - 1)..start - 1;
            if skeleton.is_blank(above.clone()) {
                return true;
            }
            if !skeleton.text[above.clone()].trim_start().starts_with('>') {
                return false;
            }
            start = above.start;
        }
        false
    }

    fn push_inline(&mut self, range: Range<usize>) {
        let Some(item) = self.open.last_mut().and_then(|list| list.item.as_mut()) else { return };
        match self.parts.last_mut().filter(|_| item.in_text) {
            Some(part) => part.end = part.end.max(range.end),
            None => self.parts.push(range),
        }
        item.in_text = true;
    }

    fn push_part(&mut self, range: Range<usize>) {
        if let Some(item) = self.item() {
            item.in_text = false;
            self.parts.push(range);
        }
    }

    fn end_item(&mut self) {
        let place = if self.ordered && self.open.len() == 1 { Place::Heading } else { Place::Point };
        let Some(mut item) = self.open.last_mut().and_then(|list| list.item.take()) else { return };
        let below = item.points.first().and_then(|point| point.origin.span).map(|span| span.start as usize);
        self.read_text_lines(item.first_part, below);
        let Numbered { text, number, typed, kept } =
            read_numbered(self.reader.source, self.lines.drain(..), place);
        let overflow = std::mem::take(&mut item.overflow);
        let marker = Span::from(self.reader.skeleton.source(item.start..item.start + 1));
        let point =
            Point { text, number, points: item.points, origin: Origin { typed, kept, span: Some(marker) } };
        let Some(list) = self.open.last_mut() else { return };
        // The next item has to know that it is not the first.
        list.item = Some(Item::default());
        let alone = match (&point.origin.typed, point.is_empty()) {
            (Some(typed), true) => Some(number_alone(typed)),
            (_, true) => None,
            (_, false) => {
                list.points.push(point);
                None
            }
        };
        list.points.extend(overflow);
        if let Some(finding) = alone {
            self.reader.finding(finding);
        }
    }

    /// Takes the lines of an item's text out of its parts. Notes among them are set aside; a second block, and one behind
    /// the points `below` it, which comes to stand before them, is told.
    fn read_text_lines(&mut self, first_part: usize, below: Option<usize>) {
        let lines = &mut self.lines;
        for part in self.parts.drain(first_part..) {
            let mut so_far = lines.len();
            let moves = below.is_some_and(|below| self.reader.skeleton.source(part.clone()).start > below);
            for (here, line) in self.reader.skeleton.lines(part) {
                let shape = self.reader.skeleton.text[here].trim();
                let note =
                    shape.starts_with('>') && read_special(self.reader.source, line.clone(), &mut self.notes);
                if !note && !shape.is_empty() {
                    // A table at the left margin reads as more lines of the text.
                    if so_far == 0 && lines.len() > 1 && is_delimiter_row(shape) {
                        so_far = lines.len() - 1;
                    }
                    lines.push(line);
                }
            }
            if (so_far > 0 || moves) && lines.len() > so_far {
                let span = trimmed(self.reader.source, lines[so_far].start..lines[lines.len() - 1].end);
                self.reader.finding(second_block().at(Span::from(span)));
            }
        }
    }
}

fn number_alone(typed: &Typed) -> Finding {
    let number = &typed.text;
    let what = message(
        format!("这一点只有序号“{number}”，没有内容，未写入正文"),
        format!("This point is a number, “{number}”, and no text: it is not in the summary"),
    );
    Finding::new("number-alone", Severity::Error, what)
        .at(typed.span)
        .hint("写上内容；序号由程序加，不用打", "Write its text; the number is made for you")
}

fn second_block() -> Finding {
    Finding::new(
        "item-block",
        Severity::Warning,
        message("要点里的第二段已并入这一点", "A point holds one text: this block is joined to it"),
    )
    .hint("另起一点，或放到要点之后", "Begin a point of its own, or put it after the points")
}
