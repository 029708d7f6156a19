//! Computed facts: `{完成率 = 出栏 / 目标 as %}`.
//!
//! ```text
//! formula := sum [as form]
//! sum     := product { (+ | -) product }
//! product := factor { (* | /) factor }
//! factor  := - factor | ( sum ) | figure | name
//! form    := [,] [0 | 0.0 | 0.00 …] [unit and words] [.n]
//! ```
//!
//! Signs may be Chinese: ＋ － × ÷ （ ）. A figure is as writers type it (`3,400万元`, `1.2亿`, `85%`), in a formula or as the
//! value of a fact. Figures are fractions inside, so that 0.1 + 0.2 is 0.3, and are rounded once, in the end and half up.
//!
//! A form says how the figure is written: with as many decimals as there are zeros behind the point (`0.0`) or as `.n`
//! says (`%.1`), else with two at most; with commas between thousands (`,0`); in the unit that the words begin with (`%` `‰`
//! `个百分点` `千` `万` `亿` `万亿`), with the words behind it: `0.0亿元`, `%`, `万人次`, `元`. Without a form there is no unit.

mod figure;
mod form;
mod ratio;

pub use ratio::Ratio;

use crate::text::space::trim;
use figure::figure;
use form::Form;

/// How deep brackets may nest, and how many facts may be computed of each other in a row: more would overflow the stack.
pub const MAX_DEPTH: usize = 16;

/// Why a fact could not be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// This fact has no value.
    NoValue(String),
    /// This fact has a value that is no figure.
    NoFigure(String, String),
    /// Something is divided by nothing.
    NothingToDivideBy,
    /// This fact is computed of itself, or of too many others in a row.
    Circle(String),
    /// A figure is larger than can be computed with.
    TooLarge,
    /// The formula cannot be read.
    Unreadable,
    /// What stands behind `as` cannot be read.
    UnknownForm(String),
}

/// The figure that a value says.
pub fn value_of_figure(text: &str) -> Option<Ratio> {
    figure(text)
}

/// Computes a formula; `value` gives the figures of the facts in it. Gives the figure, and how it is written.
///
/// # Errors
/// The first thing that keeps it from being computed.
pub fn compute(
    formula: &str,
    value: &mut dyn FnMut(&str) -> Result<Ratio, Reason>,
) -> Result<(Ratio, String), Reason> {
    let (sum, form) = split_form(formula);
    let form = match form {
        Some(form) => Form::read(form).ok_or_else(|| Reason::UnknownForm(form.into()))?,
        None => Form::default(),
    };
    let mut reader = Reader { rest: sum, value };
    let result = reader.sum(0)?;
    if !trim(reader.rest).is_empty() {
        return Err(Reason::Unreadable);
    }
    let written = form.write(result).ok_or(Reason::TooLarge)?;
    Ok((result, written))
}

/// The names in a formula.
pub fn names(formula: &str) -> impl Iterator<Item = &str> {
    operands(formula).filter(|operand| figure(operand).is_none())
}

/// The figures that stand in a formula themselves.
pub fn figures(formula: &str) -> impl Iterator<Item = &str> {
    operands(formula).filter(|operand| figure(operand).is_some())
}

fn operands(formula: &str) -> impl Iterator<Item = &str> {
    let operands = split_form(formula).0.split(|char| sign(char) != ' ').map(trim);
    operands.filter(|operand| !operand.is_empty())
}

/// Parts a formula at its last `as`.
fn split_form(formula: &str) -> (&str, Option<&str>) {
    let is_apart = |at: usize| {
        let before = formula[..at].chars().next_back();
        let after = formula[at + "as".len()..].chars().next();
        let is_word = |char: Option<char>| char.is_some_and(|char| char.is_alphanumeric() || char == '_');
        before.is_some() && !is_word(before) && !is_word(after.filter(|char| !char.is_ascii_digit()))
    };
    let found =
        (0..formula.len()).rev().find(|&at| formula.as_bytes()[at..].starts_with(b"as") && is_apart(at));
    match found {
        Some(at) => (&formula[..at], Some(trim(&formula[at + "as".len()..]))),
        None => (formula, None),
    }
}

/// The sign that a character is, in its half-width form; a blank if it is none.
const fn sign(char: char) -> char {
    match char {
        '+' | '＋' => '+',
        '-' | '－' | '−' | '–' | '—' => '-',
        '*' | '＊' | '×' => '*',
        '/' | '／' | '÷' => '/',
        '(' | '（' => '(',
        ')' | '）' => ')',
        _ => ' ',
    }
}

struct Reader<'a, 'v> {
    rest: &'a str,
    value: &'v mut dyn FnMut(&str) -> Result<Ratio, Reason>,
}

impl Reader<'_, '_> {
    /// Takes the next sign if it is one of these.
    fn takes(&mut self, signs: &str) -> Option<char> {
        let rest = trim(self.rest);
        let first = rest.chars().next()?;
        let found = sign(first);
        if found == ' ' || !signs.contains(found) {
            return None;
        }
        self.rest = &rest[first.len_utf8()..];
        Some(found)
    }

    fn sum(&mut self, depth: usize) -> Result<Ratio, Reason> {
        let mut sum = self.product(depth)?;
        while let Some(sign) = self.takes("+-") {
            let other = self.product(depth)?;
            let other = if sign == '-' { other.negative() } else { other };
            sum = sum.plus(other).ok_or(Reason::TooLarge)?;
        }
        Ok(sum)
    }

    fn product(&mut self, depth: usize) -> Result<Ratio, Reason> {
        let mut product = self.factor(depth)?;
        while let Some(sign) = self.takes("*/") {
            let mut other = self.factor(depth)?;
            if sign == '/' {
                other = other.inverse().ok_or(Reason::NothingToDivideBy)?;
            }
            product = product.times(other).ok_or(Reason::TooLarge)?;
        }
        Ok(product)
    }

    fn factor(&mut self, depth: usize) -> Result<Ratio, Reason> {
        if depth > MAX_DEPTH {
            return Err(Reason::Unreadable);
        }
        if self.takes("-").is_some() {
            return Ok(self.factor(depth + 1)?.negative());
        }
        if self.takes("(").is_some() {
            let inside = self.sum(depth + 1)?;
            return self.takes(")").map(|_| inside).ok_or(Reason::Unreadable);
        }
        let rest = trim(self.rest);
        let end = rest.find(|char| sign(char) != ' ').unwrap_or(rest.len());
        let operand = trim(&rest[..end]);
        self.rest = &rest[end..];
        if operand.is_empty() {
            return Err(Reason::Unreadable);
        }
        figure(operand).map_or_else(|| (self.value)(operand), Ok)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computed(formula: &str) -> Result<String, Reason> {
        let facts =
            [("出栏", "3,400头"), ("目标", "0.4万"), ("今年", "1.2亿元"), ("去年", "9,000万元"), ("空", "")];
        let mut value = |name: &str| {
            let known = facts.iter().find(|(known, _)| *known == name);
            let (_, value) = known.ok_or_else(|| Reason::NoValue(name.into()))?;
            value_of_figure(value).ok_or_else(|| Reason::NoFigure(name.into(), (*value).into()))
        };
        compute(formula, &mut value).map(|(_, written)| written)
    }

    #[test]
    fn formulas_are_computed() {
        let cases = [
            ("出栏 / 目标 as %", "85%"),
            ("(今年 - 去年) / 去年 as %", "33.33%"),
            ("（今年－去年）÷去年 as ％.1", "33.3％"),
            ("今年 + 去年 as 亿元", "2.1亿元"),
            ("今年 as ,0.0万元", "12,000.0万元"),
            ("0.1 + 0.2", "0.3"),
            ("1 / 8 as 0.00", "0.13"),
            ("-1 / 8 as %.1", "-12.5%"),
            ("-1 / 8 as 0.00", "-0.13"),
            ("2 + 3 × 4 - 6 / 3", "12"),
            ("--3", "3"),
            ("0.001 - 0.002 as 0.0", "0.0"),
            ("85% - 80% as 个百分点", "5个百分点"),
            ("1234567 as ,0", "1,234,567"),
            ("as / 1 as 倍", ""),
            ("出栏*2 as 万头", "0.68万头"),
        ];
        for (formula, expected) in cases {
            let found = computed(formula).unwrap_or_default();
            assert_eq!(found, expected, "{formula}");
        }
    }

    #[test]
    fn what_cannot_be_computed_says_why() {
        let no_value = |name: &str| Reason::NoValue(name.into());
        let cases = [
            ("出栏 / 0 as %", Reason::NothingToDivideBy),
            ("出栏 / (目标 - 4000)", Reason::NothingToDivideBy),
            ("出栏 / 存栏", no_value("存栏")),
            ("空 + 1", Reason::NoFigure("空".into(), String::new())),
            ("", Reason::Unreadable),
            ("1 +", Reason::Unreadable),
            ("(1", Reason::Unreadable),
            ("1) 2", Reason::Unreadable),
            ("1 as 3", Reason::UnknownForm("3".into())),
            ("9999999999999999999999999999 * 9999999999999999999999999999", Reason::TooLarge),
        ];
        for (formula, expected) in cases {
            assert_eq!(computed(formula), Err(expected), "{formula}");
        }
        assert_eq!(computed(&"(".repeat(100_000)), Err(Reason::Unreadable));
        assert_eq!(computed(&"-".repeat(100_000)), Err(Reason::Unreadable));
    }

    #[test]
    fn the_names_of_a_formula_are_told() {
        let mut told = Vec::new();
        told.extend(names("(今年 - 去年) / 去年 * 100 as %"));
        assert_eq!(told, ["今年", "去年", "去年"]);
    }
}
