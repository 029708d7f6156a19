//! Headings without a number, below which numbers begin anew: part titles, 附件, a text that a notice brings.

use super::units::{Unit, is_title};
use crate::outline::MAX_LEVEL;
use crate::read::number::numeral;
use crate::text::space::trim_start;

/// Finds them, by the numbers that begin anew below them, and those that are labelled as they are.
pub(super) fn find_parts(units: &mut [Unit<'_>]) {
    free_chapters(units);
    find_attachments(units);
    find_restarts(units);
    find_labelled(units);
}

/// The chapters of a rule, whose articles count through them.
fn free_chapters(units: &mut [Unit<'_>]) {
    let is = |unit: &Unit<'_>, kinds: &[char]| matches!(unit, Unit::Numbered { number, .. } if number.is_division(kinds));
    if !units.iter().any(|unit| is(unit, &['条'])) {
        return;
    }
    for unit in units.iter_mut().filter(|unit| is(unit, &['编', '章', '节'])) {
        *unit = Unit::Part { level: 1, line: unit.line() };
    }
}

/// 附件1, alone above the title of an attachment or its table.
fn find_attachments(units: &mut [Unit<'_>]) {
    for unit in units.iter_mut().skip(1) {
        let rest = ["附件", "附表", "附录"].iter().find_map(|word| unit.line().strip_prefix(word));
        let digits = rest.map(|rest| trim_start(rest.trim_end_matches(['：', ':'])));
        let alone = digits.is_some_and(|digits| {
            digits.is_empty() && rest == Some("")
                || numeral(digits).is_some_and(|(_, len, _)| len == digits.len())
        });
        if alone {
            *unit = Unit::Part { level: 1, line: unit.line() };
        }
    }
}

/// The titles above numbers that begin anew.
fn find_restarts(units: &mut [Unit<'_>]) {
    let mut counted = [false; MAX_LEVEL as usize];
    for at in 0..units.len() {
        match units[at] {
            Unit::Numbered { number, .. } => {
                let level = usize::from(number.level);
                if number.value == 1
                    && counted[level - 1]
                    && let Some(title) = title_above(units, at)
                {
                    units[title] = Unit::Part { level: number.level, line: units[title].line() };
                }
                counted[level - 1] = true;
                counted[level..].fill(false);
            }
            Unit::Part { level, .. } => counted[usize::from(level) - 1..].fill(false),
            Unit::Plain(_) | Unit::Row(_) => {}
        }
    }
}

/// The nearest title between a number and the one before it.
fn title_above(units: &[Unit<'_>], at: usize) -> Option<usize> {
    for above in (at.saturating_sub(NEAR)..at).rev() {
        match units[above] {
            Unit::Plain(line) if is_title(line) => return Some(above),
            Unit::Plain(_) | Unit::Row(_) => {}
            _ => return None,
        }
    }
    None
}

/// How many lines above a number its title may stand.
const NEAR: usize = 12;

/// Above the first part no number begins anew: it is known by the label of the later ones.
fn find_labelled(units: &mut [Unit<'_>]) {
    // Of each label the first part that has the greatest value, and its level.
    let mut last: [Option<(u32, u8)>; LABELS.len()] = [None; LABELS.len()];
    for unit in units.iter() {
        if let Unit::Part { level, line } = *unit
            && let Some((kind, value)) = label(line)
            && last[kind].is_none_or(|(greatest, _)| value > greatest)
        {
            last[kind] = Some((value, level));
        }
    }
    for unit in units {
        let Unit::Plain(line) = *unit else { continue };
        let Some((kind, value)) = label(line).filter(|_| is_title(line)) else { continue };
        if let Some((_, level)) = last[kind].filter(|(greatest, _)| *greatest > value) {
            *unit = Unit::Part { level, line };
        }
    }
}

/// What parts are called, and what stands before their numeral.
const LABELS: [(&str, &str); 7] =
    [("第", "部分"), ("第", "篇"), ("第", "板块"), ("第", "阶段"), ("附件", ""), ("附表", ""), ("附录", "")];

/// Which of the labels a line begins with, and its numeral.
fn label(line: &str) -> Option<(usize, u32)> {
    LABELS.iter().enumerate().find_map(|(kind, (before, after))| {
        let (value, len, _) = numeral(trim_start(line.strip_prefix(before)?))?;
        let rest = &trim_start(&line[before.len()..])[len..];
        // 附件1：… names an attachment in the foot.
        let named = after.is_empty() && rest.starts_with(['：', ':']);
        (rest.starts_with(after) && !named).then_some((kind, value))
    })
}
