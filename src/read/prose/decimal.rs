//! Numbers of technical documents: 1, 1.1, 1.1.1. A decimal looks like one: the order proves them.

use super::mark::Number;
use super::units::Unit;
use crate::outline::MAX_LEVEL;
use crate::text::space::{is_wide, trim_start};

/// The counts that a number names, from the outermost on, and the bytes that it takes.
type Path = (Vec<u32>, usize);

/// What follows a figure that is no number of a heading: 1 月, 2.69 万亿元.
const COUNTED: &str = "月年日号时点个名次万千百亿倍元米公吨户人家％，。；：、）";

/// So many Latin letters an English text has for each ideograph: in a Chinese one whole products may have Latin names.
const LETTERS_FOR_IDEOGRAPH: usize = 20;

/// Is the text in Latin letters, but for a name or two?
pub(super) fn is_english(units: &[Unit<'_>]) -> bool {
    let chars = || units.iter().flat_map(|unit| unit.line().chars());
    let ideographs = chars().filter(|char| is_ideograph(*char)).count();
    chars().filter(char::is_ascii_alphabetic).count() > ideographs * LETTERS_FOR_IDEOGRAPH
}

pub(super) fn is_ideograph(char: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&char)
}

fn is_ascii_digit(char: char) -> bool {
    char.is_ascii_digit()
}

/// Takes lines for numbered ones whose numbers go on from each other. Where no Chinese number stands above the first, 1.
/// and 1 are of the first level.
pub(super) fn find_decimals(units: &mut [Unit<'_>]) {
    let is_chinese = |unit: &Unit<'_>| match *unit {
        Unit::Numbered { number, .. } => Some(number.level < 3),
        unit => path_of(unit).map(|_| false),
    };
    let has_chinese = units.iter().find_map(is_chinese).unwrap_or_default();
    let arabic = if has_chinese { 3 } else { 1 };
    let mut paths = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        if let Some(path) = path_of(*unit) {
            paths.push((at, path));
        }
    }
    let (mut open, mut level): (&[u32], u8) = (&[], arabic);
    let mut found = is_english(units);
    for (index, (at, (path, len))) in paths.iter().enumerate() {
        if let Unit::Numbered { number, .. } = units[*at] {
            level = if number.level == 3 { arabic } else { number.level };
        } else {
            let begins = paths.get(index + 1).is_some_and(|(_, (next, _))| {
                (path.len() > 1 || path[0] == 1 || next.len() > 1) && goes_on(path, next)
            });
            // 1.1 below 一、 may be a figure.
            let alone = level != arabic && path.len() > open.len();
            if !begins && (alone || !goes_on(open, path)) {
                continue;
            }
            if path.len() == 1 {
                level = arabic;
            }
            found = true;
            let line = units[*at].line();
            let (text, rest) = line.split_at(*len);
            let level = (level + path.len() as u8 - 1).min(MAX_LEVEL);
            let number = Number { level, value: path[path.len() - 1], text };
            units[*at] = Unit::Numbered { line, number, text: rest };
        }
        open = path;
    }
    for (at, (path, _)) in paths.iter().filter(|_| found) {
        if let Unit::Numbered { number, .. } = &mut units[*at]
            && number.level == 3
            && path.len() == 1
        {
            number.level = arabic;
        }
    }
}

/// Is one path the next behind another: its first child, or the next at its own level or one above it?
fn goes_on(from: &[u32], to: &[u32]) -> bool {
    let Some((last, above)) = to.split_last() else { return false };
    match from.get(above.len()) {
        Some(before) => from.starts_with(above) && *last == before + 1,
        None => !from.is_empty() && from == above && *last == 1,
    }
}

fn path_of(unit: Unit<'_>) -> Option<Path> {
    match unit {
        Unit::Plain(line) => read_path(line),
        Unit::Numbered { number, .. } if number.level < 4 => Some((vec![number.value], 0)),
        _ => None,
    }
}

/// `1 ` `1.1 ` `1.1.` `1.1` before a text.
fn read_path(line: &str) -> Option<Path> {
    let mut path = Vec::new();
    let mut rest = line;
    loop {
        let after = rest.trim_start_matches(is_ascii_digit);
        let digits = rest.len() - after.len();
        if digits > 2 || path.len() == usize::from(MAX_LEVEL) {
            return None;
        }
        path.push(rest[..digits].parse().ok()?);
        rest = after;
        match after.strip_prefix('.').filter(|after| after.starts_with(is_ascii_digit)) {
            Some(after) => rest = after,
            None => break,
        }
    }
    let is_mark = |char| ".、．".contains(char);
    let marked = if path.len() > 1 { rest.trim_start_matches(is_mark) } else { rest };
    let text = trim_start(marked);
    let first = text.chars().next()?;
    let parted = text.len() < rest.len();
    let is_text = !COUNTED.contains(first)
        && (first.is_ascii_alphabetic() || !first.is_ascii() && (parted || is_wide(first)));
    (is_text && (parted || path.len() > 1)).then(|| (path, line.len() - text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stand_before_texts() {
        for (line, path, number) in [
            ("1 总则", &[1][..], "1 "),
            ("2.10 抓生产", &[2, 10], "2.10 "),
            ("1.1.1抓生产", &[1, 1, 1], "1.1.1"),
            ("1.2.、抓生产", &[1, 2], "1.2.、"),
            ("3.1 “双减”", &[3, 1], "3.1 "),
        ] {
            assert_eq!(read_path(line), Some((path.to_vec(), number.len())), "{line}");
        }
        for line in ["2.69 万亿元", "1 月", "2025 年", "1总则", "1.5%", "12", "1.1", "1.5 2.5"] {
            assert_eq!(read_path(line), None, "{line}");
        }
    }

    #[test]
    fn paths_go_on() {
        for (from, to) in
            [(&[1][..], &[1, 1][..]), (&[1, 1], &[1, 2]), (&[1, 2, 3], &[2]), (&[1, 2, 3], &[1, 3])]
        {
            assert!(goes_on(from, to));
        }
        for (from, to) in [(&[][..], &[1][..]), (&[1], &[1]), (&[1], &[2, 1]), (&[1, 1], &[2, 2])] {
            assert!(!goes_on(from, to));
        }
    }
}
