//! What each line of a finished text looks like.

use super::counter::{Counter, begins, goes_on, leading_counter};
use super::decimal::find_decimals;
use super::lines::Lines;
use super::mark::{Number, read_number};
use super::parts::find_parts;
use super::siblings::find_siblings;
use crate::compose::read_date;
use crate::outline::{Block, MAX_LEVEL};
use crate::summary::TITLE_BREAK;
use crate::text::Text;
use crate::text::fact::fact;
use crate::text::lines::find_mark;
use crate::text::punctuation::has_closing_mark;
use crate::text::space::trim_start;

/// A line, or the border before a further copy of the text, which is none.
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

    /// The counter that it begins with, if it is a line of text.
    pub(super) fn counter(self) -> Option<Counter<'a>> {
        let Unit::Plain(line) = self else { return None };
        leading_counter(line)
    }

    /// A paragraph of its text, as what every line can be read.
    pub(super) fn paragraph(self) -> Block {
        Block::Paragraph { text: literal(self.line()) }
    }
}

/// A text of an outline that composes to this one: before a brace a backslash is doubled, since it frees the brace, and
/// one comes before what would be computed.
pub(super) fn literal(text: &str) -> Text {
    if find_mark(text, "{").is_none() {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut backslashes = 0;
    for (at, char) in text.char_indices() {
        if char == '{' {
            out.extend(std::iter::repeat_n('\\', backslashes));
            if fact(&text[at..]).is_some_and(|fact| fact.formula.is_some()) {
                out.push('\\');
            }
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
        for border in (copy..units.len()).step_by(copy).collect::<Vec<_>>().into_iter().rev() {
            units.insert(border, Unit::Part { level: 1, line: "" });
        }
    }
    free_attachments(&mut units);
    find_decimals(&mut units);
    find_siblings(&mut units);
    free_members(&mut units);
    find_parts(&mut units);
    units
}

/// A line of cells with no other beside it is no table.
fn free_lone_rows(units: &mut [Unit<'_>]) {
    let mut before = false;
    for at in 0..units.len() {
        let row = matches!(units[at], Unit::Row(_));
        if row && !before && !matches!(units.get(at + 1), Some(Unit::Row(_))) {
            units[at] = Unit::Plain(units[at].line());
        }
        before = row;
    }
}

/// What is numbered below `附件：` are names of attachments.
fn free_attachments(units: &mut [Unit<'_>]) {
    let mut count = None;
    for unit in units {
        match *unit {
            Unit::Plain(line) => count = attachment(line).map(|name| u32::from(read_number(name).is_some())),
            Unit::Numbered { line, number, .. }
                if count.is_some_and(|count| number.is_attachment(count + 1)) =>
            {
                *unit = Unit::Plain(line);
                count = count.map(|count| count + 1);
            }
            _ => count = None,
        }
    }
}

/// The name of the attachment that a line begins with, which may be empty.
pub(super) fn attachment(line: &str) -> Option<&str> {
    let rest = ["附件", "附", "Attachments"].iter().find_map(|word| line.strip_prefix(word))?;
    rest.strip_prefix(['：', ':']).map(trim_start)
}

/// Numbered lines between lines that begin with 一是 and 二是 stand under those: they are no sections, and an outline has
/// no paragraphs of their kind.
fn free_members(units: &mut [Unit<'_>]) {
    let mut at = 0;
    while at < units.len() {
        let taken = members_from(&units[at..]);
        for unit in &mut units[at..at + taken] {
            *unit = Unit::Plain(unit.line());
        }
        at += taken.max(1);
    }
}

/// How many lines from the first on are an enumeration of one member a line, with what stands under its members: （1）
/// and ①, and what else counts from one. Of that, what follows the last member may be sections again, unless its like
/// stood under another.
fn members_from(units: &[Unit<'_>]) -> usize {
    let Some(mut last) = units[0].counter().filter(|first| begins(*first)) else { return 0 };
    let mut row = [0; MAX_LEVEL as usize];
    let mut under = [false, false, false, true, true];
    let mut taken = 0;
    for (at, unit) in units.iter().enumerate().skip(1) {
        if let Some(next) = unit.counter().filter(|next| goes_on(last, *next)) {
            (0..row.len()).for_each(|level| under[level] |= row[level] > 0);
            row.fill(0);
            (last, taken) = (next, at + 1);
            continue;
        }
        let Unit::Numbered { number, .. } = *unit else { break };
        let level = usize::from(number.level) - 1;
        if number.level < 4 && number.value != row[level] + 1 {
            break;
        }
        row[level] = number.value;
        row[level + 1..].fill(0);
        taken += usize::from(taken == at && under[level]);
    }
    taken
}

fn read_unit(line: &str) -> Unit<'_> {
    match read_number(line) {
        // Behind an automatic number Word copies a tab.
        Some((number, text)) if !text.contains('\t') => Unit::Numbered { line, number, text },
        _ if line.contains('\t') => Unit::Row(line),
        _ => Unit::Plain(line),
    }
}

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
        assert_eq!(&*literal(r"a\b{c}{d=1}"), r"a\b{c}\{d=1}");
    }
}
