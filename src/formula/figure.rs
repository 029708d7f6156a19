//! Figures as writers type them.

use super::ratio::Ratio;
use crate::text::numeral::arabic_digit;
use crate::text::space::trim;

/// Words that scale the figure before them, and by what: a numerator over a denominator.
pub(super) const SCALES: [(&str, i128, i128); 9] = [
    ("个百分点", 1, 100),
    ("百分点", 1, 100),
    ("%", 1, 100),
    ("％", 1, 100),
    ("‰", 1, 1000),
    ("万亿", 1_000_000_000_000, 1),
    ("亿", 100_000_000, 1),
    ("万", 10_000, 1),
    ("千", 1000, 1),
];

/// The scale that a text begins with.
pub(super) fn scale(text: &str) -> Option<(&str, Ratio)> {
    let &(word, numerator, denominator) = SCALES.iter().find(|(word, ..)| text.starts_with(word))?;
    Some((word, Ratio::new(numerator, denominator)?))
}

/// Reads a figure with its unit: `3,400万元`, `-1.2`, `８５％`. What stands behind it may be anything but a figure.
pub(super) fn figure(text: &str) -> Option<Ratio> {
    let text = trim(text);
    let unsigned = text.strip_prefix(['-', '－', '−']);
    let (mut numerator, mut denominator) = (0_i128, 1_i128);
    let (mut rest, mut any, mut point) = (unsigned.unwrap_or(text), false, false);
    while let Some(char) = rest.chars().next() {
        let next = rest[char.len_utf8()..].chars().next().and_then(arabic_digit);
        match (arabic_digit(char), char) {
            (Some(digit), _) => {
                numerator = numerator.checked_mul(10)?.checked_add(i128::from(digit))?;
                denominator = if point { denominator.checked_mul(10)? } else { denominator };
                any = true;
            }
            (None, ',' | '，') if any && !point && next.is_some() => {}
            (None, '.' | '．') if any && !point && next.is_some() => point = true,
            _ => break,
        }
        rest = &rest[char.len_utf8()..];
    }
    let tail = trim(rest);
    if !any || tail.contains(|char| arabic_digit(char).is_some()) {
        return None;
    }
    let figure = Ratio::new(numerator, denominator)?;
    let figure = match scale(tail) {
        Some((_, scale)) => figure.times(scale)?,
        None => figure,
    };
    Some(if unsigned.is_some() { figure.negative() } else { figure })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_typed() {
        let cases = [
            ("3,400万元", Some((34_000_000, 1))),
            ("1.2亿", Some((120_000_000, 1))),
            ("85%", Some((85, 100))),
            ("８５．５％", Some((855, 1000))),
            ("-3", Some((-3, 1))),
            ("620余人次", Some((620, 1))),
            ("3月5日", None),
            ("2024年第3季度", None),
            ("约3000", None),
            ("**", None),
            ("", None),
            (".5", None),
        ];
        for (text, expected) in cases {
            assert_eq!(figure(text), expected.and_then(|(over, under)| Ratio::new(over, under)), "{text}");
        }
        assert_eq!(figure(&"9".repeat(100)), None);
    }
}
