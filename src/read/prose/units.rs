//! What each line of a finished text looks like.

use super::enumeration::leading_counter;
use super::lines::Lines;
use super::mark::{Number, read_number};
use crate::compose::read_date;
use crate::outline::{Block, MAX_LEVEL};
use crate::summary::TITLE_BREAK;
use crate::text::Text;
use crate::text::lines::find_mark;
use crate::text::punctuation::has_closing_mark;

/// A line, or the border before a second copy of the text, which is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit<'a> {
    Plain(&'a str),
    /// A line of cells.
    Row(&'a str),
    Numbered {
        line: &'a str,
        number: Number<'a>,
        text: &'a str,
    },
    /// A heading without a number, below which the numbers of a level begin anew. An empty one is no line.
    Part {
        level: u8,
        line: &'a str,
    },
}

impl<'a> Unit<'a> {
    /// The line that it is.
    pub(super) fn line(self) -> &'a str {
        match self {
            Unit::Plain(line) | Unit::Row(line) | Unit::Numbered { line, .. } | Unit::Part { line, .. } => {
                line
            }
        }
    }

    /// A paragraph of its text, as what every line can be read.
    pub(super) fn paragraph(self) -> Block {
        Block::Paragraph { text: literal(self.line()) }
    }
}

/// A text of an outline that composes to this one: before a brace a backslash is doubled, since it frees the brace.
pub(super) fn literal(text: &str) -> Text {
    if find_mark(text, "\\{").is_none() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut backslashes = 0;
    for char in text.chars() {
        if char == '{' {
            out.extend(std::iter::repeat_n('\\', backslashes));
        }
        backslashes = if char == '\\' { backslashes + 1 } else { 0 };
        out.push(char);
    }
    out.into()
}

/// Reads each line by itself, then finds the headings at which numbers begin anew.
pub(super) fn read_units<'a>(lines: &Lines<'a>, copy: Option<usize>) -> Vec<Unit<'a>> {
    let mut units: Vec<_> = lines.texts.iter().map(|line| read_unit(line)).collect();
    for row in &lines.rows {
        units[*row] = Unit::Row(lines.texts[*row]);
    }
    free_lone_rows(&mut units);
    if let Some(copy) = copy {
        units.insert(copy, Unit::Part { level: 1, line: "" });
    }
    find_parts(&mut units);
    units
}

/// A line of cells with no other beside it is no table.
fn free_lone_rows(units: &mut [Unit<'_>]) {
    let rows: Vec<bool> = units.iter().map(|unit| matches!(unit, Unit::Row(_))).collect();
    let is_row = |at: Option<usize>| at.and_then(|at| rows.get(at)).is_some_and(|row| *row);
    for (at, unit) in units.iter_mut().enumerate() {
        if rows[at] && !is_row(at.checked_sub(1)) && !is_row(Some(at + 1)) {
            *unit = Unit::Plain(unit.line());
        }
    }
}

fn read_unit(line: &str) -> Unit<'_> {
    match read_number(line) {
        // Behind an automatic number Word copies a tab.
        Some((number, text)) if !text.contains('\t') => Unit::Numbered { line, number, text },
        _ if line.contains('\t') => Unit::Row(line),
        _ => Unit::Plain(line),
    }
}

/// Numbers begin anew below part titles, below 附件, in a text that a notice brings.
fn find_parts(units: &mut [Unit<'_>]) {
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
    let plain = |unit: &Unit<'_>| matches!(unit, Unit::Plain(_) | Unit::Row(_));
    let lines = (0..at).rev().take_while(|&above| plain(&units[above]));
    lines.take(NEAR).find(|&above| matches!(units[above], Unit::Plain(line) if is_title(line)))
}

/// How many lines above a number its title may stand.
const NEAR: usize = 12;

/// How many characters a title may have.
const LONGEST_TITLE: usize = 60;

/// Could this line stand alone as a title?
pub(super) fn is_title(line: &str) -> bool {
    let in_brackets = line.starts_with(['（', '(', '【']) && line.ends_with(['）', ')', '】']);
    line.chars().nth(LONGEST_TITLE).is_none()
        && !has_closing_mark(line)
        && !line.ends_with(['、', '—', '-'])
        && !line.contains(['。', '\t', TITLE_BREAK])
        && !in_brackets
        && !is_date(line)
        && leading_counter(line).is_none()
}

/// Is this a 成文日期, perhaps with a blank in it?
pub(super) fn is_date(line: &str) -> bool {
    let short = line.chars().nth(LONGEST_DATE).is_none();
    let begins = line.starts_with(|first: char| first.is_ascii_digit() || "二〇×*Xx_□＊".contains(first));
    let open =
        short && begins && line.contains('年') && line.contains('月') && line.ends_with(['日', '号', '月']);
    read_date(line).is_some() || open
}

const LONGEST_DATE: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backslashes_before_a_brace_are_doubled() {
        assert_eq!(&*literal(r"a\b\{c}\\{"), r"a\b\\{c}\\\\{");
        assert_eq!(&*literal(r"a\b{c}"), r"a\b{c}");
    }
}
