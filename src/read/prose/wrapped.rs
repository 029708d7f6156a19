//! Lines that a PDF broke: each as long as the others, without a closing mark, and the next goes on.

use super::lines::Lines;
use super::units::Unit;
use crate::text::punctuation::{CLOSERS, RUN_IN};
use crate::text::space::joins_with_space;

/// How wide the shortest line is that may be broken, in half characters: a line of a narrow column.
const SHORTEST: usize = 32;

/// How much shorter than the longest a broken line may be: a mark, a number or a word that did not fit.
const RAGGED: usize = 8;

/// How many breaks it takes to tell: a title may be broken once or twice.
const LEAST: usize = 3;

/// The text with its broken lines joined, and how many breaks that mends; `None` if it has not been broken.
pub(super) fn joined(lines: &Lines<'_>, units: &[Unit<'_>]) -> Option<(usize, String)> {
    let width = usual_width(lines)?;
    let mut joined = String::new();
    let mut breaks = 0;
    for (at, line) in lines.texts.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| lines.texts[before]);
        match before.filter(|before| is_broken(before, width) && goes_on(lines, units, at)) {
            Some(before) => {
                breaks += 1;
                let (last, first) = (before.chars().next_back()?, line.chars().next()?);
                joined.extend(joins_with_space(last, first).then_some(' '));
            }
            None if at > 0 => joined.push('\n'),
            None => {}
        }
        if !joined.is_empty() && !joined.ends_with('\n') {
            joined.push_str(line);
        } else {
            joined.push_str(lines.indent(at));
            joined.push_str(line);
        }
    }
    joined.push('\n');
    (breaks >= LEAST && breaks * 3 > lines.texts.len()).then_some((breaks, joined))
}

/// The length that most of the longer lines have, or come near to.
fn usual_width(lines: &Lines<'_>) -> Option<usize> {
    let mut longest = 0;
    for line in &lines.texts {
        longest = longest.max(width_of(line));
    }
    let mut near = 0;
    for line in &lines.texts {
        near += usize::from(width_of(line) + RAGGED >= longest);
    }
    (longest >= SHORTEST && near * 2 > lines.texts.len()).then_some(longest)
}

fn is_broken(line: &str, width: usize) -> bool {
    width_of(line) + RAGGED >= width && !line.trim_end_matches(CLOSERS).ends_with(RUN_IN)
}

/// In half characters: Latin letters and figures take one, all else two.
fn width_of(line: &str) -> usize {
    line.chars().map(|char| if char.is_ascii() { 1 } else { 2 }).sum()
}

/// Can this line be the rest of the one above it?
fn goes_on(lines: &Lines<'_>, units: &[Unit<'_>], at: usize) -> bool {
    lines.indent(at).is_empty() && matches!(units[at], Unit::Plain(_))
}
