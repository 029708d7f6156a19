//! Numbers that the writer typed although the program derives them.

use crate::text::numeral::{arabic_digit, is_chinese_digit, read_arabic, read_chinese, read_enclosed};
use crate::text::space::trim;
use crate::text::verb::begins_with_verb;
use crate::text::words::{begins_with_any, begins_with_word};

/// What a number stands before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Heading,
    Point,
}

/// A number found at the start of a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) value: u32,
    /// Bytes it takes.
    pub(super) len: usize,
}

/// Would a reader take a number off this text?
pub(crate) fn begins_like_number(text: &str, point: bool) -> bool {
    find(text, if point { Place::Point } else { Place::Heading }).is_some()
}

/// The value of a number that is kept as typed: what a reader would count it as.
pub(crate) fn value_of(number: &str, point: bool) -> Option<u32> {
    let number = trim(number);
    // A number alone could not be told from a text.
    let found = find(&format!("{number}甲"), if point { Place::Point } else { Place::Heading })?;
    (found.len == number.len()).then_some(found.value)
}

/// Finds a typed number: `N、` `N．` `N.` `（N）` ㈠ ⑴ ①, on points also `N是` `第N，`.
pub(super) fn find(text: &str, place: Place) -> Option<Found> {
    let first = text.chars().next()?;
    if let Some(value) = read_enclosed(first) {
        let len = first.len_utf8();
        let goes_on = text[len..].chars().next().is_some_and(|next| read_enclosed(next).is_some());
        return (!goes_on).then_some(Found { value, len });
    }
    match first {
        '（' | '(' => bracketed(text, first),
        '第' if place == Place::Point => ordinal(text),
        _ => marked(text, place),
    }
}

/// A numeral at the start of a text: its value, its bytes, and whether its digits are Chinese.
pub(super) fn numeral(text: &str) -> Option<(u32, usize, bool)> {
    let chinese = is_chinese_digit(text.chars().next()?);
    let is_digit = |char| if chinese { is_chinese_digit(char) } else { arabic_digit(char).is_some() };
    let len = text.len() - text.trim_start_matches(is_digit).len();
    let value = if chinese { read_chinese(&text[..len]) } else { read_arabic(&text[..len]) };
    Some((value?, len, chinese))
}

/// `（N）`, brackets of either width; a pause mark behind it, which does not belong there, goes with it.
fn bracketed(text: &str, open: char) -> Option<Found> {
    let open = open.len_utf8();
    let (value, len, _) = numeral(&text[open..])?;
    let close = text[open + len..].chars().next().filter(|char| matches!(char, '）' | ')'))?;
    let len = open + len + close.len_utf8();
    let pause = text[len..].strip_prefix('、').is_some_and(|rest| !rest.starts_with(['（', '(']));
    if text[len..].starts_with('、') && !pause {
        return None;
    }
    Some(Found { value, len: len + if pause { '、'.len_utf8() } else { 0 } })
}

/// `第N，`
fn ordinal(text: &str) -> Option<Found> {
    let begin = '第'.len_utf8();
    let (value, len, _) = numeral(&text[begin..])?;
    let mark = text[begin + len..].chars().next().filter(|char| matches!(char, '，' | ','))?;
    Some(Found { value, len: begin + len + mark.len_utf8() })
}

/// `N、` `N．` `N.`, and on points `N是`.
fn marked(text: &str, place: Place) -> Option<Found> {
    let (value, len, chinese) = numeral(text)?;
    let rest = &text[len..];
    let mark = rest.chars().next()?;
    match mark {
        '、' | '．' | '.' => {
            let len = len + mark.len_utf8();
            (!goes_on(value, mark, &text[len..], chinese)).then_some(Found { value, len })
        }
        '是' | '要' if place == Place::Point && chinese => counter(value, len, rest),
        _ => None,
    }
}

/// A number of which only those around it tell that it is one, since the numeral seems to go on: 二、三季度安排,
/// 5.12个村, or since a half of its bracket is missing: 1）.
pub(super) fn find_doubtful(text: &str) -> Option<Found> {
    let (value, len, chinese) = numeral(text)?;
    let mark = text[len..].chars().next().filter(|mark| matches!(mark, '、' | '．' | '.' | '）' | ')'))?;
    let rest = &text[len + mark.len_utf8()..];
    if matches!(mark, '）' | ')') {
        return Some(Found { value, len: text.len() - rest.strip_prefix('、').unwrap_or(rest).len() });
    }
    let counted = rest.trim_start_matches(|char| arabic_digit(char).is_some());
    let whole = mark == '、' || begins_with_any(counted, COUNTED) && !counted.starts_with("个百分");
    (whole && goes_on(value, mark, rest, chinese)).then(|| Found { value, len: len + mark.len_utf8() })
}

/// What there are no parts of: 5.12个村 is no decimal.
const COUNTED: &str = "个名户家项条座所";

/// `N是` goes whole, unless the verb 是 or 要 follows; before 要 the numeral goes alone.
fn counter(value: u32, len: usize, rest: &str) -> Option<Found> {
    if rest.starts_with('要') {
        return begins_with_verb(rest).then_some(Found { value, len });
    }
    let after = &rest['是'.len_utf8()..];
    let len = if begins_with_verb(after) { len } else { len + '是'.len_utf8() };
    Some(Found { value, len })
}

/// What two ordinals in a row are said of: 一、二产业, 三、四季度. Not what is counted: 二、三大攻坚战 is a heading.
const ORDERED: &str = "产业 轮 级 季度 批 期 类 号 线 月 组 次 标 环 楼 年级 把手 点 审 等 手 流 队 班 车间 科 册 卷 章 节 条 款 部分 \
     阶段 步 区 厂 站";

/// Does the numeral go on behind its mark, as in 一、二产业 and 1.5万亩? Not before a year (1、2022年工作), nor before
/// a word that happens to begin with a numeral (五、一季度情况, 三、十项民生实事).
fn goes_on(value: u32, mark: char, rest: &str, chinese: bool) -> bool {
    let is_digit = |char| if chinese { is_chinese_digit(char) } else { arabic_digit(char).is_some() };
    let next = rest.trim_start_matches(is_digit);
    let digits = &rest[..rest.len() - next.len()];
    if digits.is_empty() || is_year(digits, next) {
        return false;
    }
    if mark != '、' {
        // A decimal point.
        return !chinese;
    }
    let second = if chinese { read_chinese(digits) } else { read_arabic(digits) };
    let Some(second) = second.filter(|second| *second > value) else { return false };
    let is_ordered = begins_with_word(next, ORDERED);
    let follows = second == value + 1 && (is_ordered || !chinese);
    follows || next.starts_with('、') || next.starts_with("产业")
}

/// Do four digits before 年, or before another year, begin a text?
fn is_year(digits: &str, next: &str) -> bool {
    let next = next.trim_start_matches(' ');
    digits.chars().count() == 4 && next.starts_with(['年', '-', '—', '－', '～', '~', '至'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_numbers_are_found() {
        let cases = [
            ("一、甲", 1, "一、"),
            ("十二．甲", 12, "十二．"),
            ("1. 压责任", 1, "1."),
            ("１２、甲", 12, "１２、"),
            ("(一) 乙", 1, "(一)"),
            ("（3）乙", 3, "（3）"),
            ("（一）、乙", 1, "（一）、"),
            ("㈡丙", 2, "㈡"),
            ("⑴丙", 1, "⑴"),
            ("㊿丙", 50, "㊿"),
            ("一、2022年", 1, "一、"),
            ("1、2022年", 1, "1、"),
            ("一、二〇二二年", 1, "一、"),
            ("一、千方百计", 1, "一、"),
            ("二、百日攻坚", 2, "二、"),
            ("三、两个维护", 3, "三、"),
            ("一、一年来的主要工作", 1, "一、"),
            ("二、三大攻坚战推进情况", 2, "二、"),
            ("三、十项民生实事", 3, "三、"),
            ("五、一季度情况", 5, "五、"),
            ("八、十四五时期", 8, "八、"),
            ("十、五一假期", 10, "十、"),
            ("七、〇六年以来", 7, "七、"),
            ("2、12345热线办理", 2, "2、"),
            ("3.2025 年打算", 3, "3."),
            ("4、2025-2026年打算", 4, "4、"),
        ];
        for (text, value, number) in cases {
            assert_eq!(find(text, Place::Heading), Some(Found { value, len: number.len() }), "{text}");
        }
    }

    #[test]
    fn counters_are_found_on_points_only() {
        let cases = [
            ("一是抓学习", 1, "一是"),
            ("十一是抓学习", 11, "十一是"),
            ("一是要加强", 1, "一"),
            ("一是要素保障", 1, "一是"),
            ("一要加强", 1, "一"),
            ("一是要务实", 1, "一"),
            ("一是要紧紧围绕", 1, "一"),
            ("一是要务繁重", 1, "一是"),
            ("第一，抓学习", 1, "第一，"),
        ];
        for (text, value, number) in cases {
            assert_eq!(find(text, Place::Point), Some(Found { value, len: number.len() }), "{text}");
            assert_eq!(find(text, Place::Heading), None, "{text}");
        }
    }

    #[test]
    fn a_numeral_that_goes_on_is_text() {
        let cases = [
            "一、二产业",
            "一、三产业",
            "一、二、三产业",
            "三、四季度",
            "4、5个村",
            "1.5万亩",
            "2022年",
            "2022、甲",
            "一体推进",
            "二季度",
            "1个",
            "一要素",
            "①②类",
            "第一、二轮",
            "第一要务",
            "（2022）12号",
            "（一）、（二）项",
            "一",
            "1.",
            "1.2",
        ];
        for text in cases {
            let expected = (text == "1.").then_some(Found { value: 1, len: 2 });
            assert_eq!(find(text, Place::Point), expected, "{text}");
        }
    }
}
