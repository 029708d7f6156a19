//! The mini-language of numbering patterns, as in Typst's `numbering`.

use crate::text::numeral;

/// A numbering pattern such as `一、` `（一）` `1.` `①` `1.1` `I.` `A.` `a)` `第一章`.
///
/// Each numeral in it stands for one level of the count, the last for the section's or point's own; what
/// stands around them is text. A Latin letter is a numeral only where no other letter touches it, and a
/// backslash makes any character text. A pattern without numerals is text alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    source: String,
    numerals: Vec<(String, Numeral)>,
    suffix: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numeral {
    Chinese,
    Arabic,
    FullWidthArabic,
    Circled,
    Parenthesised,
    ParenthesisedChinese,
    Roman { upper: bool },
    Letter { upper: bool },
}

impl Pattern {
    /// Writes a count. `counts` holds those of the levels above and, last, its own; a pattern of two numerals
    /// takes the last two.
    pub fn format(&self, counts: &[u32]) -> String {
        let mut out = self.format_numerals(counts);
        out.push_str(&self.suffix);
        out
    }

    /// The same without the text after the last numeral: 一 of 一是.
    pub fn format_numerals(&self, counts: &[u32]) -> String {
        let missing = self.numerals.len().saturating_sub(counts.len());
        let counts = &counts[counts.len().saturating_sub(self.numerals.len())..];
        let mut out = String::new();
        for (index, ((_, numeral), count)) in self.numerals[missing..].iter().zip(counts).enumerate() {
            // What opens the pattern opens it, however many of its numerals are in use.
            let (prefix, _) = &self.numerals[if index == 0 { 0 } else { missing + index }];
            out.push_str(prefix);
            numeral.write(*count, &mut out);
        }
        out
    }

    /// As it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The text after the last numeral.
    pub fn suffix(&self) -> &str {
        &self.suffix
    }
}

impl Numeral {
    fn of(char: char) -> Option<Self> {
        Some(match char {
            '一' => Numeral::Chinese,
            '1' => Numeral::Arabic,
            '１' => Numeral::FullWidthArabic,
            '①' => Numeral::Circled,
            '⑴' => Numeral::Parenthesised,
            '㈠' => Numeral::ParenthesisedChinese,
            'I' | 'i' => Numeral::Roman { upper: char == 'I' },
            'A' | 'a' => Numeral::Letter { upper: char == 'A' },
            _ => return None,
        })
    }

    fn write(self, count: u32, out: &mut String) {
        out.push_str(&match self {
            Numeral::Chinese => return numeral::push_chinese(out, count),
            Numeral::Arabic => count.to_string(),
            Numeral::FullWidthArabic => full_width(count),
            Numeral::Circled => numeral::circled(count),
            Numeral::Parenthesised => numeral::parenthesised(count),
            Numeral::ParenthesisedChinese => numeral::parenthesised_chinese(count),
            Numeral::Roman { upper } => cased(numeral::roman(count), upper),
            Numeral::Letter { upper } => cased(numeral::letters(count), upper),
        });
    }
}

fn full_width(count: u32) -> String {
    let wide = |char: char| char::from_u32(char as u32 - '0' as u32 + '０' as u32);
    count.to_string().chars().filter_map(wide).collect()
}

fn cased(numeral: String, upper: bool) -> String {
    if upper { numeral.to_ascii_uppercase() } else { numeral }
}

impl From<&str> for Pattern {
    fn from(source: &str) -> Self {
        let chars: Vec<char> = source.chars().collect();
        let mut numerals = Vec::new();
        let mut text = String::new();
        let mut at = 0;
        while at < chars.len() {
            let char = chars[at];
            let is_letter = |place: usize| chars.get(place).is_some_and(char::is_ascii_alphabetic);
            let in_word = char.is_ascii_alphabetic() && (is_letter(at + 1) || at > 0 && is_letter(at - 1));
            match (char, Numeral::of(char)) {
                ('\\', _) if at + 1 < chars.len() => {
                    at += 1;
                    text.push(chars[at]);
                }
                (_, Some(numeral)) if !in_word => numerals.push((std::mem::take(&mut text), numeral)),
                _ => text.push(char),
            }
            at += 1;
        }
        Pattern { source: source.into(), numerals, suffix: text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_write_counts() {
        let cases = [
            ("一、", &[11][..], "十一、"),
            ("（一）", &[3, 2], "（二）"),
            ("1.1", &[3, 2], "3.2"),
            ("1.1.1", &[7], "7"),
            ("I.", &[4], "IV."),
            ("a)", &[28], "ab)"),
            ("第一章", &[12], "第十二章"),
            ("１．", &[10], "１０．"),
            ("Article 1", &[2], "Article 2"),
            ("\\一-1", &[2], "一-2"),
            ("——", &[5], "——"),
        ];
        for (pattern, counts, written) in cases {
            assert_eq!(Pattern::from(pattern).format(counts), written, "{pattern}");
        }
    }
}
