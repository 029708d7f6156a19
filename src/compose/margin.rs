//! What stands in the margin of an editor: the derived number of each heading and point, beside its line.

use super::Numbering;
use super::numbering::{counter, next_count};
use crate::outline::{Block, Layout, Line, Point};
use crate::style::Style;
use crate::text::space::trim;
use serde::Serialize;

/// What a line of the source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MarginKind {
    /// The heading of a section.
    Heading,
    /// A point of an enumeration.
    Point,
    /// A numbered paragraph.
    Item,
}

/// The number of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarginMark {
    /// Byte of the source in its line: where the marker begins.
    pub place: usize,
    /// What the line is.
    pub kind: MarginKind,
    /// Of a heading its level, of a point how deep it stands; from 1.
    pub level: u8,
    /// As composed, without a space at its end; empty if it has none.
    pub number: String,
}

/// The marks of lines of an outline that follow what `numbering` has counted. All of them are told, whatever
/// the length of the summary is.
pub(crate) fn margin<'a>(
    lines: impl Iterator<Item = Line<'a>>,
    numbering: Numbering,
    style: &Style,
) -> Vec<MarginMark> {
    let mut margin = Margin { numbering, style, marks: Vec::new() };
    lines.for_each(|line| margin.line(line));
    margin.marks
}

struct Margin<'a> {
    numbering: Numbering,
    style: &'a Style,
    marks: Vec<MarginMark>,
}

impl Margin<'_> {
    fn line(&mut self, line: Line<'_>) {
        match line {
            Line::Heading(section) => {
                let number = self.numbering.heading(section, self.style);
                let place = section.origin.span.map(|span| span.start);
                self.mark(place, MarginKind::Heading, section.level, &number);
            }
            Line::Rule => self.numbering.close(),
            Line::Block(Block::Points { layout: Layout::Numbered, points }) => self.items(points),
            Line::Block(Block::Points { points, .. }) => self.points(points, 0, 0),
            Line::Block(_) => {}
        }
    }

    fn items(&mut self, points: &[Point]) {
        let mut count = 0;
        for point in points {
            count = next_count(count, point);
            let number = self.numbering.item(count, point, self.style);
            self.point(point, MarginKind::Item, 0, &number);
            self.points(&point.points, 1, 0);
        }
    }

    /// Points that stand `depth` deep and count with the counters of depth `counters`.
    fn points(&mut self, points: &[Point], depth: usize, counters: usize) {
        let mut count = 0;
        for point in points {
            count = next_count(count, point);
            let number = counter(count, point, counters, self.style);
            self.point(point, MarginKind::Point, depth, &number);
            self.points(&point.points, depth + 1, counters + 1);
        }
    }

    fn point(&mut self, point: &Point, kind: MarginKind, depth: usize, number: &str) {
        let place = point.origin.span.map(|span| span.start);
        self.mark(place, kind, depth as u8 + 1, number);
    }

    fn mark(&mut self, place: Option<u32>, kind: MarginKind, level: u8, number: &str) {
        let Some(place) = place else { return };
        self.marks.push(MarginMark { place: place as usize, kind, level, number: trim(number).into() });
    }
}
