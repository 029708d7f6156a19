//! The counter of a member: 一是, 第一，, 首先，, ①, （1）, 1..

use crate::read::number::{Place, find, numeral};
use crate::text::numeral::read_enclosed;
use crate::text::space::trim_start;
use crate::text::verb::begins_with_verb;
use crate::text::words::begins_with_any;

/// What a member begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Counter<'a> {
    pub(super) family: Family,
    value: u32,
    /// As typed. Of `一是要` and `一要` it is the numeral alone: the rest is the text's.
    pub(super) text: &'a str,
}

impl Counter<'_> {
    /// What it counts, without its text.
    pub(super) fn place(self) -> Counter<'static> {
        Counter { family: self.family, value: self.value, text: "" }
    }

    /// Does it follow the first of its kind? 最后 may follow 首先.
    pub(super) fn is_second(self) -> bool {
        self.value == 2 || self.value == LAST
    }
}

/// Counters that count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Ordinal,
    /// 首先，
    First,
    /// 其一，
    Of,
    /// ①
    Circled,
    /// （1） (1) ⑴
    Bracketed,
    /// (a)
    Lettered,
    /// （一） (一) ㈠
    BracketedChinese,
    /// 1. 1、
    Marked,
    /// 一、
    MarkedChinese,
}

pub(super) const FAMILIES: usize = Family::MarkedChinese as usize + 1;

impl Family {
    /// Does it look like the number of a section, too?
    pub(super) fn is_figure(self) -> bool {
        !matches!(self, Family::Is | Family::Must | Family::Ordinal | Family::First | Family::Of)
    }

    /// May it stand behind this mark? 1. and 一、 are numbers of items, which begin sentences, not any clause.
    pub(super) fn stands_behind(self, mark: char) -> bool {
        !matches!(self, Family::Marked | Family::MarkedChinese) || !matches!(mark, '，' | ',')
    }
}

/// Does one counter go on from another?
pub(super) fn goes_on(from: Counter<'_>, to: Counter<'_>) -> bool {
    from.family == to.family && (to.value == from.value + 1 || to.value == LAST && from.value < LAST)
}

/// Is it the first of its kind?
pub(super) fn begins(counter: Counter<'_>) -> bool {
    counter.value == 1
}

/// The counter in words that a line begins with, if it does. In figures it is the number of a section.
pub(super) fn leading_counter(line: &str) -> Option<Counter<'_>> {
    counter_at(line).filter(|counter| !counter.family.is_figure())
}

/// 首先 and what goes on from it; 最后 comes after any of them.
const FIRST: [(&str, u32); 5] = [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", LAST)];
/// Above all that are read.
const LAST: u32 = 10_000;

/// Above what no text counts: （2022）12号 is no member.
const MOST: u32 = 99;

/// A counter at the start of a text, with the blanks behind it.
pub(super) fn counter_at(text: &str) -> Option<Counter<'_>> {
    let counter = bare_counter_at(text).filter(|counter| counter.value <= MOST || counter.value == LAST)?;
    let rest = trim_start(&text[counter.text.len()..]);
    Some(Counter { text: &text[..text.len() - rest.len()], ..counter })
}

fn bare_counter_at(text: &str) -> Option<Counter<'_>> {
    let first = text.chars().next()?;
    if let Some(value) = read_enclosed(first) {
        let family = match first {
            '①'..='⑳' | '㉑'..='㉟' | '㊱'..='㊿' => Family::Circled,
            '㈠'..='㈩' => Family::BracketedChinese,
            '⒈'..='⒛' => Family::Marked,
            _ => Family::Bracketed,
        };
        return Some(Counter { family, value, text: &text[..first.len_utf8()] });
    }
    match first {
        '第' => with_pause(text, Family::Ordinal, '第'.len_utf8()),
        '其' if !text.starts_with("其次") => with_pause(text, Family::Of, '其'.len_utf8()),
        '（' | '(' => bracketed(text, first.len_utf8()),
        '首' | '其' | '再' | '最' => in_words(text),
        _ => with_verb(text).or_else(|| with_mark(text)),
    }
}

/// `N.` `N、`
fn with_mark(text: &str) -> Option<Counter<'_>> {
    let found = find(text, Place::Heading)?;
    let (_, _, chinese) = numeral(text)?;
    let family = if chinese { Family::MarkedChinese } else { Family::Marked };
    Some(Counter { family, value: found.value, text: &text[..found.len] })
}

/// `第N，` `其N：`: a numeral, and the pause behind it, which is part of the counter.
fn with_pause(text: &str, family: Family, begin: usize) -> Option<Counter<'_>> {
    let (value, len, chinese) = numeral(&text[begin..])?;
    let rest = &text[begin + len..];
    let pause = rest.chars().next().filter(|char| matches!(char, '，' | ',' | '：' | ':' | '、' | '是'))?;
    let after = trim_start(&rest[pause.len_utf8()..]);
    // 第一、二产业 is no counter.
    let number_goes_on = pause == '、' && numeral(after).is_some();
    (chinese && !number_goes_on).then(|| Counter {
        family,
        value,
        text: &text[..begin + len + pause.len_utf8()],
    })
}

fn bracketed(text: &str, begin: usize) -> Option<Counter<'_>> {
    if let [b'(', letter @ b'a'..=b'z', b')', ..] = text.as_bytes() {
        let value = u32::from(letter - b'a') + 1;
        return Some(Counter { family: Family::Lettered, value, text: &text[..3] });
    }
    let (value, len, chinese) = numeral(&text[begin..])?;
    let close = text[begin + len..].chars().next().filter(|char| matches!(char, '）' | ')'))?;
    let family = if chinese { Family::BracketedChinese } else { Family::Bracketed };
    Some(Counter { family, value, text: &text[..begin + len + close.len_utf8()] })
}

fn in_words(text: &str) -> Option<Counter<'_>> {
    let (word, value) = FIRST.into_iter().find(|(word, _)| text.starts_with(word))?;
    let pause = text[word.len()..]
        .chars()
        .next()
        .filter(|char| matches!(char, '，' | ',' | '：' | ':' | '、' | '是'))?;
    Some(Counter { family: Family::First, value, text: &text[..word.len() + pause.len_utf8()] })
}

/// `N是` and `N要`.
fn with_verb(text: &str) -> Option<Counter<'_>> {
    let (value, len, chinese) = numeral(text)?;
    let rest = &text[len..];
    if !chinese || !rest.starts_with(['是', '要']) {
        return None;
    }
    if rest.starts_with('要') {
        return begins_with_verb(rest).then(|| Counter { family: Family::Must, value, text: &text[..len] });
    }
    let after = &rest['是'.len_utf8()..];
    // 一是一，二是二.
    if numeral(after).is_some_and(|(same, len, _)| {
        same == value && (len == after.len() || begins_with_any(&after[len..], "，。；、,;”"))
    }) {
        return None;
    }
    let colon = after.chars().next().filter(|char| matches!(char, '：' | ':'));
    let own = if begins_with_verb(after) { 0 } else { '是'.len_utf8() + colon.map_or(0, char::len_utf8) };
    Some(Counter { family: Family::Is, value, text: &text[..len + own] })
}
