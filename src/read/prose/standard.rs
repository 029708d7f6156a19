//! An outline in the standard form: whatever the program can number, it numbers.

use crate::outline::{Block, Outline, Point, Section};
use crate::read::value_of;

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

fn blocks(blocks: &mut [Block]) {
    for block in blocks {
        if let Block::Points { points, .. } = block {
            points.iter_mut().for_each(point);
        }
    }
}

fn point(point: &mut Point) {
    derive(&mut point.number, true);
    point.points.iter_mut().for_each(self::point);
}

/// A number that says how many it is is derived; 首先 and 第一条 are the writer's words.
fn derive(number: &mut Option<String>, point: bool) {
    // Before the verb 要 a counter is the numeral alone.
    let counts =
        |kept: &str| value_of(kept, point).or_else(|| value_of(&format!("{kept}是"), point)).is_some();
    if number.as_deref().is_some_and(counts) {
        *number = None;
    }
}
