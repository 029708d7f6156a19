//! Numbers that only those around them prove: 二、三季度工作安排 between 一、 and 三、, 5.12个村完成改造 after 4..

use super::mark::{Number, read_doubtful};
use super::units::Unit;
use crate::outline::MAX_LEVEL;
use crate::text::punctuation::has_closing_mark;

/// What the levels hold, from the first on.
type Levels<T> = [Option<T>; MAX_LEVEL as usize];

/// Takes lines for numbered ones that go on from such a line, or from which one goes on.
pub(super) fn find_siblings(units: &mut [Unit<'_>]) {
    let after = numbers_after(units);
    let mut last: Levels<(u32, &str)> = Levels::default();
    for (unit, after) in units.iter_mut().zip(after) {
        if let Unit::Plain(line) = *unit
            && let Some((number, text)) = read_doubtful(line)
            && is_proved(number, line, last[usize::from(number.level) - 1], after)
        {
            *unit = Unit::Numbered { line, number, text };
        }
        match *unit {
            Unit::Numbered { number, line, .. } => open(&mut last, number.level, Some((number.value, line))),
            Unit::Part { level, .. } => open(&mut last, level, None),
            Unit::Plain(_) | Unit::Row(_) => {}
        }
    }
}

/// Sets a level, and clears those below it.
fn open<T>(levels: &mut Levels<T>, level: u8, value: Option<T>) {
    let (_, below) = levels.split_at_mut(usize::from(level) - 1);
    below.fill_with(|| None);
    below[0] = value;
}

/// Does it go on from the last number of its level, and the one `after` it from it? If none comes after, it has to
/// end as the last one does.
fn is_proved(number: Number<'_>, line: &str, last: Option<(u32, &str)>, after: Option<u32>) -> bool {
    let goes_on = last.is_none_or(|(value, _)| value + 1 == number.value);
    let alike = |before: &str| has_closing_mark(before) == has_closing_mark(line);
    goes_on
        && match after {
            Some(after) => after == number.value + 1,
            None => last.is_some_and(|(_, before)| alike(before)),
        }
}

/// For each line that may be numbered, the next number of its level in the same section.
fn numbers_after(units: &[Unit<'_>]) -> Vec<Option<u32>> {
    let mut next: Levels<u32> = Levels::default();
    let mut after = vec![None; units.len()];
    for (at, unit) in units.iter().enumerate().rev() {
        match *unit {
            Unit::Numbered { number, .. } => open(&mut next, number.level, Some(number.value)),
            Unit::Part { level, .. } => open(&mut next, level, None),
            Unit::Plain(line) => {
                if let Some((number, _)) = read_doubtful(line) {
                    after[at] = next[usize::from(number.level) - 1].replace(number.value);
                }
            }
            Unit::Row(_) => {}
        }
    }
    after
}
