//! The numbers of sections, numbered paragraphs and points.

use crate::outline::{MAX_LEVEL, Point, Section};
use crate::read::value_of;
use crate::style::{Pattern, Style};
use crate::text::space::is_space;
use crate::text::verb::begins_with_verb;

const LEVELS: usize = MAX_LEVEL as usize;

/// What the number of a heading counts as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    /// Its place in the count; 0 if it has no number.
    pub(crate) count: u32,
    /// What it says.
    pub(crate) value: u32,
    /// What the number before it says; 0 if it is the first.
    pub(crate) after: u32,
    /// Does it stand below a number of a higher level?
    pub(crate) nested: bool,
}

/// How far the sections above have counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Numbering {
    counts: [u32; LEVELS],
    /// What the last number of each level says, which differs from its count if it is kept.
    values: [u32; LEVELS],
    /// Of which levels do the numbers go on through the whole text?
    through: [bool; LEVELS],
    /// Level of the section that is open; 0 before the first and in the closing.
    level: u8,
    /// Have the sections ended?
    closed: bool,
}

impl Numbering {
    /// Nothing is counted yet.
    pub(crate) fn new(style: &Style) -> Self {
        let mut through = [false; LEVELS];
        for level in &style.through {
            through[usize::from(level.clamp(&1, &MAX_LEVEL) - 1)] = true;
        }
        Numbering { through, ..Numbering::default() }
    }

    /// Counts a heading and gives its number.
    pub(crate) fn heading(&mut self, section: &Section, style: &Style) -> String {
        let depth = usize::from(section.level.clamp(1, MAX_LEVEL));
        self.count(section);
        let pattern = style.number_pattern(section.level);
        written(section.number.as_deref(), pattern, |pattern| pattern.format(&self.counts[..depth]))
    }

    /// Counts a heading.
    pub(crate) fn count(&mut self, section: &Section) -> Counted {
        let depth = usize::from(section.level.clamp(1, MAX_LEVEL));
        let nested = self.counts[..depth - 1].iter().any(|count| *count > 0);
        self.level = depth as u8;
        for below in (depth..LEVELS).filter(|below| !self.through[*below]) {
            (self.counts[below], self.values[below]) = (0, 0);
        }
        let (count, value) = (&mut self.counts[depth - 1], &mut self.values[depth - 1]);
        let after = *value;
        (*count, *value) = match section.number.as_deref() {
            Some("") if self.through[depth - 1] => (*count, *value),
            Some("") => (0, 0),
            Some(kept) => (*count + 1, value_of(kept, false).unwrap_or(after + 1)),
            None => (*count + 1, *count + 1),
        };
        Counted { count: *count, value: *value, after, nested }
    }

    /// The number of a numbered paragraph: the form of the next section level.
    pub(crate) fn item(&self, count: u32, point: &Point, style: &Style) -> String {
        let level = (self.level + 1).min(MAX_LEVEL);
        let mut counts = self.counts;
        counts[usize::from(level) - 1] = count;
        let pattern = style.number_pattern(level);
        written(point.number.as_deref(), pattern, |pattern| pattern.format(&counts[..usize::from(level)]))
    }

    /// The sections have ended.
    pub(crate) fn close(&mut self) {
        *self = Numbering { closed: true, through: self.through, ..Numbering::default() };
    }

    /// Have the sections ended?
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }
}

/// The count of a point: one without a number is not counted, and the count starts anew after it.
pub(crate) fn next_count(count: u32, point: &Point) -> u32 {
    if point.number.as_deref() == Some("") { 0 } else { count + 1 }
}

/// The counter of a point. Before the verb 是 or 要 the 是 of 一是 falls away.
pub(crate) fn counter(count: u32, point: &Point, depth: usize, style: &Style) -> String {
    let pattern = style.counter_pattern(depth);
    written(point.number.as_deref(), pattern, |pattern| {
        if matches!(pattern.suffix(), "是" | "要") && begins_with_verb(&point.text) {
            pattern.format_numerals(&[count])
        } else {
            pattern.format(&[count])
        }
    })
}

/// A number as kept or derived. A kept one is followed by the blank that the pattern ends in.
fn written(kept: Option<&str>, pattern: Option<&Pattern>, derive: impl Fn(&Pattern) -> String) -> String {
    match (kept, pattern) {
        (Some(""), _) | (None, None) => String::new(),
        (None, Some(pattern)) => derive(pattern),
        (Some(kept), pattern) => {
            let gap = pattern.is_some_and(|pattern| pattern.suffix().ends_with(' '));
            let gap = gap && !kept.ends_with(is_space);
            format!("{kept}{}", if gap { " " } else { "" })
        }
    }
}
