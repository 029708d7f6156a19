//! How a computed figure is written: what stands behind `as`.

use super::figure::scale;
use super::ratio::Ratio;
use crate::text::numeral::arabic_digit;

/// Decimals where a form asks for none.
const USUAL_DECIMALS: usize = 2;

/// Most decimals that a form may ask for.
const MAX_DECIMALS: usize = 9;

/// A form.
#[derive(Default)]
pub(super) struct Form<'a> {
    commas: bool,
    /// So many; without it as many as there are, two at most.
    decimals: Option<usize>,
    /// The unit, with what follows it.
    words: &'a str,
}

impl<'a> Form<'a> {
    /// Reads `[,] [0 | 0.0 …] [words] [.n]`.
    pub(super) fn read(form: &'a str) -> Option<Self> {
        let bare = form.strip_prefix([',', '，']);
        let rest = bare.unwrap_or(form);
        let (zeros, rest) = match rest.strip_prefix('0') {
            Some(rest) => {
                let places = rest.strip_prefix('.').unwrap_or(rest);
                let behind = places.trim_start_matches('0');
                (Some(places.len() - behind.len()), behind)
            }
            None => (None, rest),
        };
        let (words, digits) = match rest.rsplit_once('.') {
            Some((words, digits)) if digits.len() == 1 => (words, Some(digits.parse().ok()?)),
            _ => (rest, None),
        };
        let decimals = digits.or(zeros);
        let has_figure = words.contains(|char| arabic_digit(char).is_some());
        (!has_figure && !form.is_empty() && decimals.is_none_or(|decimals| decimals <= MAX_DECIMALS))
            .then_some(Form { commas: bare.is_some(), decimals, words })
    }

    /// Writes a figure; `None` if it is too large.
    pub(super) fn write(&self, figure: Ratio) -> Option<String> {
        let scaled = match scale(self.words) {
            Some((_, scale)) => figure.times(scale.inverse()?)?,
            None => figure,
        };
        let places = self.decimals.unwrap_or(USUAL_DECIMALS);
        let (units, negative) = scaled.times(Ratio::new(10_i128.pow(places as u32), 1)?)?.rounded()?;
        let mut digits = digits_of(units, places + 1);
        let decimals = digits.split_off(digits.len() - places);
        let decimals = if self.decimals.is_some() { &decimals } else { decimals.trim_end_matches('0') };
        let mut out = String::from(if negative && units > 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if self.commas && at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push('.');
            out.push_str(decimals);
        }
        out.push_str(self.words);
        Some(out)
    }
}

/// A whole number in digits, so many at least. The standard library's way is large for numbers of this width.
fn digits_of(number: u128, least: usize) -> String {
    let mut digits = Vec::new();
    let mut rest = number;
    while rest > 0 || digits.len() < least {
        digits.push(b'0' + (rest % 10) as u8);
        rest /= 10;
    }
    digits.iter().rev().map(|&digit| char::from(digit)).collect()
}
