//! An outline in the standard form: whatever the program can number, it numbers.

use crate::check::begins_row;
use crate::outline::{Block, Layout, Outline, Point, Section};
use crate::read::value_of;
use crate::text::Text;
use crate::text::punctuation::lead_start;
use crate::text::space::trim;
use std::mem::take;

/// Lets numbers be derived that were kept only because they were not so in the text.
pub(super) fn derive_numbers(outline: &mut Outline) {
    blocks(&mut outline.opening);
    outline.sections.iter_mut().for_each(section);
    blocks(&mut outline.closing);
}

fn section(section: &mut Section) {
    derive(&mut section.number, false);
    blocks(&mut section.body);
    section.sections.iter_mut().for_each(self::section);
}

/// Rows in one paragraph become a paragraph each, so that each counts from one.
fn blocks(blocks: &mut Vec<Block>) {
    for block in take(blocks) {
        let Block::Points { layout, mut points } = block else {
            blocks.push(block);
            continue;
        };
        let first = points.first().and_then(|first| value(first.number.as_deref())).unwrap_or(1);
        if first > 1 && goes_on(blocks, layout, first, &mut points) {
            continue;
        }
        let mut row = Vec::new();
        let mut rest = points.into_iter();
        while let Some(point) = rest.next() {
            let begins =
                layout == Layout::RunOn && value(point.number.as_deref()) == Some(1) && begins_row(&row);
            if let Some(last) = last_point(&mut row).filter(|_| begins) {
                let start = lead_start(&last.text).unwrap_or_default();
                if start == 0 {
                    // All that it says leads to them.
                    last.points.push(point);
                    last.points.extend(rest);
                    break;
                }
                let lead = Text::from(&last.text[start..]);
                last.text = last.text[..start].into();
                blocks.push(points_of(layout, take(&mut row)));
                blocks.push(Block::Paragraph { text: lead });
            }
            row.push(point);
        }
        blocks.push(points_of(layout, row));
    }
}

/// Points that go on from those of the block before join them. From points further up they go on as typed.
fn goes_on(blocks: &mut Vec<Block>, layout: Layout, first: u32, points: &mut Vec<Point>) -> bool {
    let is_apart = |block: &Block| matches!(block, Block::Note { text } if text.is_empty());
    let end = blocks.len() - usize::from(blocks.last().is_some_and(is_apart));
    if let Some(Block::Points { layout: other, points: before }) = blocks[..end].last_mut()
        && *other == layout
        && before.len() as u32 + 1 == first
    {
        derive_points(points);
        before.append(points);
        blocks.truncate(end);
        return true;
    }
    let further = blocks.iter().any(|block| matches!(block, Block::Points { .. }));
    if further {
        blocks.push(Block::Points { layout, points: take(points) });
    }
    further
}

fn points_of(layout: Layout, mut points: Vec<Point>) -> Block {
    derive_points(&mut points);
    Block::Points { layout, points }
}

/// Where a further row begins.
fn next_row(points: &[Point]) -> Option<usize> {
    (1..points.len()).find(|&at| is_first(&points[at], &points[..at]))
}

/// Does a further row begin with this point, behind those `before`?
fn is_first(point: &Point, before: &[Point]) -> bool {
    value(point.number.as_deref()) == Some(1) && begins_row(before)
}

/// The one whose text ends them all.
fn last_point(points: &mut [Point]) -> Option<&mut Point> {
    let last = points.last_mut()?;
    if last.points.is_empty() { Some(last) } else { last_point(&mut last.points) }
}

/// Points under points hold no paragraphs: where a row begins among them, what follows stays as typed.
fn derive_points(points: &mut [Point]) {
    let row = next_row(points).unwrap_or(points.len());
    for (at, point) in points.iter_mut().enumerate() {
        if at < row {
            derive(&mut point.number, true);
        }
        derive_points(&mut point.points);
    }
}

/// A number that says how many it is is derived, as 1.1 is; 首先 and 第一条 are the writer's words.
fn derive(number: &mut Option<String>, point: bool) {
    let counts = if point {
        value(number.as_deref())
    } else {
        number.as_deref().and_then(|kept| value_of(kept, false))
    };
    let figures =
        |kept: &str| !kept.is_empty() && trim(kept).chars().all(|char| char == '.' || char.is_ascii_digit());
    if counts.is_some() || !point && number.as_deref().is_some_and(figures) {
        *number = None;
    }
}

/// What the kept number of a point says.
fn value(kept: Option<&str>) -> Option<u32> {
    let kept = kept?.trim_end_matches(['：', ':']);
    // Before the verb 要 a counter is the numeral alone.
    value_of(kept, true).or_else(|| value_of(&format!("{kept}是"), true))
}
