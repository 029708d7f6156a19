//! Where the lines of a block stand (GB/T 9704-2012, 7.3).

use super::Line;
use super::lines::{Measure, Setter};
use crate::style::Style;
use crate::summary::{Block, Kind, Role};

/// The indent of a paragraph, in characters (7.3.3), what 附件, 署名 and 成文日期 keep from the edges (7.3.4, 7.3.5), and how
/// far 成文日期 stands behind the first character of 署名 (7.3.5.2).
pub(crate) const INDENT: u8 = 2;

/// What 成文日期 with a seal keeps from the right edge, in characters (7.3.5.1).
pub(crate) const SEALED: u8 = 4;

/// The empty lines above 署名 (7.3.5.2).
const ABOVE_SIGNATURE: u8 = 1;

/// The same with a seal: it has some four centimetres, stands in the middle of 署名 and 成文日期, and its top is no more
/// than a line below the body (7.3.5.1).
const ABOVE_SEAL: u8 = 2;

/// The empty lines above 署名, or 成文日期 alone.
pub(crate) fn above_signature(style: &Style) -> u8 {
    if style.seal { ABOVE_SEAL } else { ABOVE_SIGNATURE }
}

/// The lines of a block that is neither title nor table.
pub(super) fn lines(blocks: &[&Block], at: usize, setter: Setter<'_>) -> Vec<Line> {
    let block = blocks[at];
    let cell = setter.cell();
    let right = setter.width();
    let (first, left) = match block.role {
        Role::Addressee => (0.0, 0.0),
        Role::Attachment => attachment(blocks, at, setter),
        Role::Signature | Role::Date => {
            let left = signed(blocks, at, setter);
            (left, left)
        }
        _ => (f64::from(INDENT) * cell, 0.0),
    };
    // Where hardly anything is left of the line, an indent would leave no room.
    let fits = |left: f64| if right - left < cell { 0.0 } else { left };
    setter.lines(block, 0..block.text.len(), Measure { first: fits(first), left: fits(left), right })
}

/// 附件说明: in two characters; the further ones stand below the first one's number, and what goes on below its name (7.3.4).
fn attachment(blocks: &[&Block], at: usize, setter: Setter<'_>) -> (f64, f64) {
    let first_of = |at: &usize| blocks[*at].role == Role::Attachment && blocks[*at].level == 1;
    let label = (0..=at).rev().find(first_of).map_or(0.0, |first| label(blocks[first], setter));
    let indent = f64::from(INDENT) * setter.cell();
    let block = blocks[at];
    let begin = if block.level == 1 { indent } else { indent + label };
    let number = block.ranges().find(|(run, _)| run.kind == Kind::Number).map(|(_, range)| range);
    (begin, indent + label + number.map_or(0.0, |number| setter.width_of(block, number)))
}

/// How wide `附件：` is in front of the first attachment.
fn label(block: &Block, setter: Setter<'_>) -> f64 {
    match block.ranges().next() {
        Some((run, range)) if run.kind == Kind::Mark => setter.width_of(block, range),
        _ => 0.0,
    }
}

/// 署名 and 成文日期, which stand by each other (7.3.5.1, 7.3.5.2).
fn signed(blocks: &[&Block], at: usize, setter: Setter<'_>) -> f64 {
    let (cell, right) = (setter.cell(), setter.width());
    let width = |block: &Block| setter.width_of(block, 0..block.text.len());
    let own = width(blocks[at]);
    let is = |role| move |block: &&&Block| block.role == role;
    let is_date = blocks[at].role == Role::Date;
    let other = if is_date {
        at.checked_sub(1).map(|above| &blocks[above]).filter(is(Role::Signature))
    } else {
        blocks.get(at + 1).filter(is(Role::Date))
    };
    let (name, date) = match (other, is_date) {
        (Some(other), true) => (width(other), own),
        (Some(other), false) => (own, width(other)),
        (None, _) => {
            let edge = if is_date && setter.style.seal { SEALED } else { INDENT };
            return (right - f64::from(edge) * cell - own).max(0.0);
        }
    };
    let (name_left, date_left) = if setter.style.seal {
        let date_left = right - f64::from(SEALED) * cell - date;
        ((date_left + (date - name) / 2.0).min(right - name), date_left)
    } else if date > name {
        let date_left = right - f64::from(INDENT) * cell - date;
        (date_left - f64::from(INDENT) * cell, date_left)
    } else {
        let name_left = right - f64::from(INDENT) * cell - name;
        (name_left, name_left + f64::from(INDENT) * cell)
    };
    (if is_date { date_left } else { name_left }).max(0.0)
}

/// The empty lines above and below a block.
pub(super) fn around(blocks: &[&Block], at: usize, style: &Style) -> (u32, u32) {
    let block = blocks[at];
    let is_first = |role: Role| at == 0 || blocks[at - 1].role != role;
    match block.role {
        // One line below the title (7.3.2).
        Role::Title => (0, 1),
        Role::Attachment if is_first(Role::Attachment) => (1, 0),
        Role::Signature => (u32::from(above_signature(style)), 0),
        Role::Date if is_first(Role::Signature) => (u32::from(above_signature(style)), 0),
        _ => (0, 0),
    }
}
