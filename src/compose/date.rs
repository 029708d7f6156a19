//! 成文日期: full date, Arabic digits, no leading zeros (GB/T 9704-2012, 7.3.5.4; GB/T 15835-2011).

use crate::text::numeral::{arabic_digit, read_chinese};

/// A date of the calendar; a month may stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    year: u32,
    month: u32,
    day: Option<u32>,
}

impl Date {
    /// Writes it by a pattern of `Y`, `M` and `D`. Without a day, the pattern ends behind the month.
    pub(crate) fn format(self, pattern: &str) -> String {
        let Date { year, month, day } = self;
        let Some(day) = day else {
            let until_day = pattern.find('D').unwrap_or(pattern.len());
            return Date { day: Some(1), ..self }.format(&pattern[..until_day]);
        };
        let mut out = String::new();
        for char in pattern.chars() {
            match char {
                'Y' => out.push_str(&year.to_string()),
                'M' => out.push_str(&month.to_string()),
                'D' => out.push_str(&day.to_string()),
                _ => out.push(char),
            }
        }
        out
    }
}

/// Reads a date in the forms that writers type: `2022-12-05`, `2022/12/5`, `2022.12.5`, `2022年12月5日`,
/// `二〇二二年十二月五日`, each also without a day.
pub(crate) fn read_date(text: &str) -> Option<Date> {
    let text: String = text.chars().filter(|char| !char.is_whitespace()).collect();
    let (year, month, day) = parts(&text)?;
    let year = figures(year).filter(|year| (1000..10_000).contains(year))?;
    let month = small_number(month)?;
    let day = match day {
        Some(day) => Some(small_number(day)?),
        None => None,
    };
    let valid = (1..=12).contains(&month) && day.is_none_or(|day| (1..=days_of(year, month)).contains(&day));
    valid.then_some(Date { year, month, day })
}

/// Year, month and day of a date without blanks. Each unit stands behind its own number: a day left open is none.
fn parts(text: &str) -> Option<(&str, &str, Option<&str>)> {
    if let Some((year, rest)) = text.split_once('年') {
        let (month, rest) = rest.split_once('月')?;
        let day = rest.strip_suffix(['日', '号']).or((!rest.is_empty()).then_some(rest));
        return Some((year, month, day));
    }
    let mut parts = text.split(['-', '/', '.', '．', '－', '—']);
    let date = (parts.next()?, parts.next()?, parts.next());
    parts.next().is_none().then_some(date)
}

fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A month or a day in Arabic digits or as a Chinese number.
fn small_number(text: &str) -> Option<u32> {
    figures(text).filter(|_| text.chars().count() <= 2).or_else(|| read_chinese(text))
}

/// Digits read one by one: 2022, ２０２２, 二〇二二.
fn figures(text: &str) -> Option<u32> {
    const CHINESE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |char| {
        let zero = matches!(char, '○' | '零').then_some(0);
        let chinese = || zero.or_else(|| CHINESE.iter().position(|&known| known == char));
        arabic_digit(char).or_else(|| chinese().map(|value| value as u32))
    };
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    text.chars().try_fold(0, |number, char| Some(number * 10 + digit(char)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_lose_their_zeros() {
        let written = |text| read_date(text).map(|date| date.format("Y年M月D日"));
        for text in [
            "2022-12-05",
            "2022/12/5",
            "2022.12.5",
            "2022年12月05日",
            "二〇二二年十二月五日",
            "二零二二年十二月五日",
            "２０２２年１２月５日",
            "2022 年 12 月 5 日",
        ] {
            assert_eq!(written(text).as_deref(), Some("2022年12月5日"), "{text}");
        }
        assert_eq!(written("2022年12月").as_deref(), Some("2022年12月"));
        assert_eq!(written("2024-02-29").as_deref(), Some("2024年2月29日"));
        for text in [
            "2023-02-29",
            "2022-13-01",
            "12月5日",
            "2022年**月**日",
            "",
            "去年",
            "2022",
            "2022-1-2-3",
            "2025年12月 日",
            "2025年12月号",
            "2025年5日",
            "2025年12月5月",
            "12345678901234年1月1日",
        ] {
            assert_eq!(written(text), None, "{text}");
        }
    }
}
