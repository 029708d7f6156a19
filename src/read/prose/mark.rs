//! The number at the start of a line.

use crate::read::number::{Found, Place, find, find_doubtful, numeral};
use crate::text::numeral::{arabic_digit, is_chinese_digit};
use crate::text::space::{trim, trim_start};

/// A number that a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number<'a> {
    /// The section level whose form it has (GB/T 9704-2012, 7.3.3).
    pub(super) level: u8,
    pub(super) value: u32,
    /// As typed, with the blanks after it.
    pub(super) text: &'a str,
}

impl Number<'_> {
    /// Is it the number of an attachment, and that one?
    pub(super) fn is_attachment(self, count: u32) -> bool {
        self.level == ATTACHMENT && self.value == count
    }

    /// Does it name a part of a rule of one of these kinds: 第一章, 第二条?
    pub(super) fn is_division(self, kinds: &[char]) -> bool {
        self.text.starts_with('第') && trim(self.text).ends_with(kinds)
    }
}

/// The level whose form the numbers of attachments have (GB/T 9704-2012, 7.3.4).
const ATTACHMENT: u8 = 3;

/// Reads the number at the start of a line, and what follows it.
pub(super) fn read_number(line: &str) -> Option<(Number<'_>, &str)> {
    if line.starts_with('第') {
        return read_article(line);
    }
    let found = find(line, Place::Heading)?;
    let rest = &line[found.len..];
    // （一）（二）项
    let names_two = rest.starts_with(['（', '(']) && find(rest, Place::Heading).is_some();
    number_of(line, &found).filter(|_| !names_two)
}

/// The same for a number that only those around it prove.
pub(super) fn read_doubtful(line: &str) -> Option<(Number<'_>, &str)> {
    number_of(line, &find_doubtful(line)?)
}

fn number_of<'a>(line: &'a str, found: &Found) -> Option<(Number<'a>, &'a str)> {
    let level = level_of(&line[..found.len])?;
    let rest = trim_start(&line[found.len..]);
    let text = &line[..line.len() - rest.len()];
    Some((Number { level, value: found.value, text }, rest))
}

/// `第一章` `第二条` and what else the parts of a rule are called, before a blank.
fn read_article(line: &str) -> Option<(Number<'_>, &str)> {
    let digits = &line['第'.len_utf8()..];
    let (value, len, _) = numeral(digits)?;
    let after = digits[len..].strip_prefix(['编', '章', '节', '条'])?;
    let rest = trim_start(after);
    let text = &line[..line.len() - rest.len()];
    (rest.len() < after.len() || rest.is_empty()).then_some((Number { level: 1, value, text }, rest))
}

/// `一、` `（一）` `1.` `（1）` `①`, each in all its variants.
fn level_of(number: &str) -> Option<u8> {
    let mut chars = number.chars();
    let first = chars.next()?;
    let chinese = |char: char| is_chinese_digit(char);
    Some(match first {
        '（' | '(' if chars.next().is_some_and(chinese) => 2,
        '（' | '(' | '⑴'..='⒇' => 4,
        '㈠'..='㈩' | '㊀'..='㊉' => 2,
        '⒈'..='⒛' => 3,
        '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿' => 5,
        _ if chinese(first) => 1,
        _ if number.contains(['）', ')']) => 4,
        _ => 3,
    })
}

/// The pattern that writes numbers of this form, if there is one: `(一)` for `(十二)`, `1.1 ` for `2.3 `.
pub(super) fn pattern_of(number: &str) -> Option<String> {
    let is_numeral =
        |char: char| is_chinese_digit(char) || arabic_digit(char).is_some() || enclosed(char).is_some();
    let start = number.find(is_numeral)?;
    let seed = match number[start..].chars().next()? {
        char if is_chinese_digit(char) => '一',
        '0'..='9' => '1',
        '０'..='９' => '１',
        char => enclosed(char)?,
    };
    let mut pattern = number[..start].to_owned();
    let mut inside = false;
    for char in number[start..].chars() {
        if !is_numeral(char) {
            pattern.push(char);
        } else if !inside {
            pattern.push(seed);
        }
        inside = is_numeral(char);
    }
    Some(pattern)
}

/// The first of its row, of an enclosed number that a pattern knows.
fn enclosed(char: char) -> Option<char> {
    match char {
        '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿' => Some('①'),
        '⑴'..='⒇' => Some('⑴'),
        '㈠'..='㈩' => Some('㈠'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_level_and_the_pattern_of_its_form() {
        let cases = [
            ("一、甲", 1, "一、"),
            ("十二．甲", 1, "一．"),
            ("(二十一)甲", 2, "(一)"),
            ("㈡甲", 2, "㈠"),
            ("3. 甲", 3, "1. "),
            ("１２、甲", 3, "１、"),
            ("（10）甲", 4, "（1）"),
            ("⑴甲", 4, "⑴"),
            ("㉑ 甲", 5, "① "),
            ("第十二条 甲", 1, "第一条 "),
        ];
        for (line, level, pattern) in cases {
            let (number, rest) = read_number(line).unwrap();
            assert_eq!((number.level, rest), (level, "甲"), "{line}");
            assert_eq!(pattern_of(number.text).as_deref(), Some(pattern), "{line}");
        }
        for line in [
            "两岸统一是",
            "一、二、三产业协同",
            "2.69 万亿元",
            "（此件公开发布）",
            "一季度",
            "第一，甲",
            "第一章程甲",
        ] {
            assert_eq!(read_number(line), None, "{line}");
        }
    }
}
