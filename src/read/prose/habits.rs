//! What a document does in its own way: how its numbers and counters look, what stands behind a run-in heading.

use super::counter::{Counter, Family, goes_on, leading_counter};
use super::decimal::{is_english, is_ideograph};
use super::enumeration::{Enumeration, Member, enumeration, item_row};
use super::mark::{Number, pattern_of};
use super::prove::split_run_in;
use super::units::Unit;
use crate::outline::MAX_LEVEL;
use crate::style::{Pattern, Style};
use crate::text::punctuation::has_closing_mark;
use crate::text::space::trim_start;

/// The standard style with the habits of a text: what it does most of the times, each by itself.
pub(super) fn habits(units: &[Unit<'_>]) -> Style {
    let mut seen = Seen::default();
    let mut before = None;
    for (at, unit) in units.iter().enumerate() {
        let counter = unit.counter();
        let after = units.get(at + 1).and_then(|unit| unit.counter());
        let pairs = [(before, counter), (counter, after)];
        let in_row = pairs.iter().any(|pair| matches!(pair, (Some(from), Some(to)) if goes_on(*from, *to)));
        seen.unit(*unit, in_row);
        before = counter;
    }
    let mut style = if is_english(units) && !seen.is_chinese() { Style::english() } else { seen.base() };
    for (level, patterns) in seen.numbers.iter().enumerate() {
        if let Some(pattern) = patterns.most() {
            style.numbering[level] = Pattern::from(pattern.as_str());
        }
    }
    for (depth, patterns) in seen.counters.iter().enumerate() {
        if let Some(pattern) = patterns.most() {
            style.counters[depth] = Pattern::from(pattern.as_str());
        }
    }
    style.gap = seen.gaps.most().cloned().unwrap_or(style.gap);
    if seen.ends.most().is_some_and(String::is_empty) {
        style.end.clear();
    }
    style.through = seen.through.levels();
    style
}

#[derive(Default)]
struct Seen {
    numbers: [Tally; MAX_LEVEL as usize],
    /// Of the outermost points, and of those under them.
    counters: [Tally; 2],
    gaps: Tally,
    /// What stands behind the last point.
    ends: Tally,
    through: Through,
}

impl Seen {
    /// The technical form, if all numbers have it.
    fn base(&self) -> Style {
        let decimal = Style::decimal();
        let mut seen = self
            .numbers
            .iter()
            .zip(&decimal.numbering)
            .filter_map(|(seen, pattern)| Some((seen.most()?, pattern)));
        let any = self.numbers.iter().any(|seen| seen.most().is_some());
        if any && seen.all(|(seen, pattern)| seen == pattern.source()) { decimal } else { Style::gongwen() }
    }

    /// Is a number or a counter Chinese?
    fn is_chinese(&self) -> bool {
        let ideographic = |form: &String| form.contains(is_ideograph);
        self.numbers.iter().chain(&self.counters).any(|forms| forms.most().is_some_and(ideographic))
    }

    /// Does the unit stand `in_row` with others that begin with counters?
    fn unit(&mut self, unit: Unit<'_>, in_row: bool) {
        match unit {
            Unit::Numbered { line, number, text } => {
                let row = item_row(line);
                if row.is_some() {
                    return self.enumeration(row, 0);
                }
                self.through.number(number);
                if let Some(pattern) = pattern_of(number.text) {
                    self.numbers[usize::from(number.level) - 1].count(&pattern);
                }
                let (_, rest) = split_run_in(text);
                if !rest.is_empty() {
                    self.gaps.count(&rest[..rest.len() - trim_start(rest).len()]);
                }
                self.enumeration(enumeration(rest), 0);
            }
            Unit::Plain(line) => {
                self.spread(line);
                // What a member of a row enumerates stands under it.
                let found = enumeration(line);
                let below = in_row && found.as_ref().is_some_and(|found| !found.lead.is_empty());
                self.enumeration(found, usize::from(below));
            }
            Unit::Part { level, .. } => self.through.part(level),
            Unit::Row(_) => {}
        }
    }

    /// Counts a line that begins with a counter, which may be one of several.
    fn spread(&mut self, line: &str) {
        if let Some(pattern) = leading_counter(line).and_then(counter_pattern) {
            self.counters[0].count(&pattern);
        }
    }

    fn enumeration(&mut self, found: Option<Enumeration<'_>>, depth: usize) {
        let Some(found) = found else { return };
        self.members(&found.members, depth);
        self.ends.count(if has_closing_mark(found.last_text()) { "。" } else { "" });
    }

    fn members(&mut self, members: &[Member<'_>], depth: usize) {
        let Some(counters) = self.counters.get_mut(depth) else { return };
        for member in members {
            if let Some(pattern) = counter_pattern(member.counter) {
                counters.count(&pattern);
            }
        }
        for member in members {
            self.members(&member.members, depth + 1);
        }
    }
}

/// Whether numbers restart or go on where a section of a higher level has begun.
#[derive(Default)]
struct Through {
    /// The last number of each level, and whether a higher one has come since.
    last: [(u32, bool); MAX_LEVEL as usize],
    /// Of each level, how often its numbers went on, and how often they restarted.
    seen: [(u32, u32); MAX_LEVEL as usize],
    /// Has the last number of each level gone on from another section?
    went_on: [bool; MAX_LEVEL as usize],
}

impl Through {
    fn number(&mut self, number: Number<'_>) {
        let level = usize::from(number.level) - 1;
        let (last, parted) = self.last[level];
        let parted = parted && last > 0;
        if parted && number.value == last + 1 {
            self.seen[level].0 += 1;
            self.went_on[level] = true;
        } else if self.went_on[level] && number.value == last + 1 {
            // One number alone may be a slip.
            self.seen[level].0 += 1;
            self.went_on[level] = false;
        } else if parted && number.value == 1 {
            self.seen[level].1 += 1;
        }
        self.last[level] = (number.value, false);
        self.last[level + 1..].iter_mut().for_each(|(_, parted)| *parted = true);
    }

    /// Where a part begins, numbers of its level may restart too.
    fn part(&mut self, level: u8) {
        self.last[usize::from(level) - 1..].iter_mut().for_each(|(_, parted)| *parted = true);
    }

    fn levels(&self) -> Vec<u8> {
        (1..=MAX_LEVEL)
            .filter(|level| {
                let (went_on, restarted) = self.seen[usize::from(*level) - 1];
                went_on > restarted.max(1)
            })
            .collect()
    }
}

/// The pattern that writes counters like this one, if there is one.
fn counter_pattern(counter: Counter<'_>) -> Option<String> {
    if counter.text.contains('\t') {
        return None;
    }
    match counter.family {
        Family::Is if counter.text.ends_with(['：', ':']) => pattern_of(counter.text),
        Family::Is | Family::Must => Some("一是".into()),
        Family::First => None,
        _ => pattern_of(counter.text),
    }
}

/// How often each of several forms was met, in the order of their first time.
#[derive(Default)]
pub(super) struct Tally(Vec<(String, usize)>);

/// How many forms are told apart: a text of ever other ones has no habit.
const MOST_FORMS: usize = 16;

impl Tally {
    pub(super) fn count(&mut self, form: &str) {
        let known = self.0.iter_mut().find(|(known, _)| known == form);
        if let Some((_, count)) = known {
            *count += 1;
        } else if self.0.len() < MOST_FORMS {
            self.0.push((form.into(), 1));
        }
    }

    /// The one met most often, the first of equals.
    pub(super) fn most(&self) -> Option<&String> {
        self.0.iter().rev().max_by_key(|(_, count)| *count).map(|(form, _)| form)
    }
}
