//! Masking (脱敏): figures and names give way to as many `*` as they have digits or characters.
//!
//! Left are years (`2023年`, `2023-2025年`, 〔2024〕, the year of a date), ordinals (第3, （1）, 附件2, `1.` at the start of a
//! text; numbers that the program makes are not in the source), Chinese numerals, which are words, and what the user keeps.
//! Points, commas and units stay, so that `3.5亿元` becomes `*.*亿元`, two blanks. Front matter, the values of its facts and
//! notes are masked too, and figures that a fact is computed of; markers, keys, the style and the names of facts are not.

use crate::fill::replaced;
use crate::formula;
use crate::outline::{Block, Piece};
use crate::read::{read_fact_places, read_front_matter, read_markdown};
use crate::text::Text;
use crate::text::fact::facts;
use crate::text::lines::find_mark;
use crate::text::numeral::arabic_digit;
use crate::text::space::{is_space, trim};
use crate::text::span::Span;
use std::ops::Range;

/// What the user says about masking.
#[derive(Clone, Debug, Default)]
pub struct Masks {
    /// Names to be masked.
    pub names: Vec<String>,
    /// What stays, wherever it stands by itself.
    pub keep: Vec<String>,
}

/// A stretch that is masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masking {
    /// Bytes of the source.
    pub span: Span,
    /// What comes there.
    pub mask: String,
}

/// Masks a source; all else stays to the byte.
pub fn mask(source: &str, masks: &Masks) -> String {
    replaced(source, maskings(source, masks).into_iter().map(|masking| (masking.span, masking.mask)))
}

/// What [`mask`] will change, in the order of the source.
pub fn maskings(source: &str, masks: &Masks) -> Vec<Masking> {
    let mut masker = Masker::new(source, masks);
    // A title that gives way to a heading is in the source, too.
    read_front_matter(source).0.texts().for_each(|text| masker.text(text));
    for span in read_fact_places(source).values {
        let mut value = Text::default();
        value.push_source(&source[span.range()], span.start as usize);
        masker.text(&value);
    }
    for piece in &read_markdown(source).pieces {
        match piece {
            Piece::Title(text) | Piece::Block(Block::Note { text }) => masker.text(text),
            piece => piece.texts(&mut |text| masker.text(text)),
        }
    }
    masker.maskings.sort_by_key(|masking| masking.span);
    masker.maskings
}

struct Masker<'a> {
    source: &'a str,
    /// The longest first: a name may hold another.
    names: Vec<&'a str>,
    keep: Vec<&'a str>,
    maskings: Vec<Masking>,
}

impl<'a> Masker<'a> {
    fn new(source: &'a str, masks: &'a Masks) -> Self {
        let content = |list: &'a [String]| {
            let mut list: Vec<&str> =
                list.iter().map(|item| trim(item)).filter(|item| !item.is_empty()).collect();
            list.sort_by_key(|item| std::cmp::Reverse(item.len()));
            list
        };
        Masker { source, names: content(&masks.names), keep: content(&masks.keep), maskings: Vec::new() }
    }

    fn text(&mut self, text: &Text) {
        let mut taken = Taken(vec![false; text.len()]);
        for (at, fact) in facts(text) {
            let mut from = at;
            // What a fact is computed of: its names stay, the figures in it do not.
            for figure in fact.formula.iter().flat_map(|formula| formula::figures(formula)) {
                let start = figure.as_ptr() as usize - text.as_ptr() as usize;
                taken.take(from..start);
                from = start + figure.len();
            }
            taken.take(from..at + fact.len);
        }
        each_word(text, &self.keep, |range| {
            taken.take(range);
        });
        let mut found = Vec::new();
        each_name(text, &self.names, |range| found.extend(taken.take(range)));
        found.extend(figures(text).into_iter().filter_map(|figure| taken.take(figure)));
        for range in found {
            self.push(text, range);
        }
    }

    /// Masks a stretch of a text, character by character: an escape inside it stays.
    fn push(&mut self, text: &Text, range: Range<usize>) {
        let is_figure = text[range.clone()].starts_with(|char| arabic_digit(char).is_some());
        let Some(whole) = text.source_span(range.clone()) else { return };
        let mut edits = Vec::new();
        for (at, char) in text[range.clone()].char_indices() {
            let masked = if is_figure { arabic_digit(char).is_some() } else { !is_space(char) };
            let place = range.start + at;
            if let Some(span) = text.source_span(place..place + char.len_utf8()).filter(|_| masked) {
                edits.push((
                    Span::new((span.start - whole.start) as usize, (span.end - whole.start) as usize),
                    "*".into(),
                ));
            }
        }
        let mask = replaced(&self.source[whole.range()], edits);
        self.maskings.push(Masking { span: whole, mask });
    }
}

/// Which bytes of a text are settled.
struct Taken(Vec<bool>);

impl Taken {
    /// Takes a stretch, unless a part of it is settled already.
    fn take(&mut self, range: Range<usize>) -> Option<Range<usize>> {
        let stretch = &mut self.0[range.clone()];
        if stretch.contains(&true) {
            return None;
        }
        stretch.fill(true);
        Some(range)
    }
}

/// Calls `visit` with each stretch of a text that is one of these words, and no part of a longer figure.
fn each_word(text: &str, words: &[&str], mut visit: impl FnMut(Range<usize>)) {
    let is_figure =
        |side: Option<char>, edge: Option<char>| side.is_some_and(is_digit) && edge.is_some_and(is_digit);
    for word in words {
        let mut end = 0;
        while let Some(found) = find_mark(&text[end..], word) {
            let at = end + found;
            end = at + word.len();
            let goes_on = is_figure(text[..at].chars().next_back(), word.chars().next())
                || is_figure(text[end..].chars().next(), word.chars().next_back());
            if !goes_on {
                visit(at..end);
            }
        }
    }
}

/// Calls `visit` with each stretch of a text that is one of these names, be there blanks between its characters, as in a
/// list of names that are set to one width.
fn each_name(text: &str, names: &[&str], mut visit: impl FnMut(Range<usize>)) {
    each_word(text, names, &mut visit);
    for name in names {
        let Some(first) = name.chars().next() else { continue };
        let mut end = 0;
        while let Some(found) = text[end..].find(first) {
            let at = end + found;
            end = at + first.len_utf8();
            if let Some(len) = spaced(&text[at..], name).filter(|len| *len > name.len()) {
                visit(at..at + len);
                end = at + len;
            }
        }
    }
}

/// How much of the start of a text is a name with blanks between its characters; `None` if it begins otherwise.
fn spaced(text: &str, name: &str) -> Option<usize> {
    let mut rest = text;
    for (index, char) in name.chars().enumerate() {
        let content = if index == 0 { rest } else { rest.trim_start_matches(is_space) };
        rest = content.strip_prefix(char)?;
    }
    Some(text.len() - rest.len())
}

fn is_digit(char: char) -> bool {
    arabic_digit(char).is_some()
}

/// The figures of a text that are neither years nor ordinals: digits, with the points and commas between them.
fn figures(text: &str) -> Vec<Range<usize>> {
    let mut figures = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(is_digit) {
        let start = at + found;
        let end = figure_end(text, start);
        let (before, figure, after) = (&text[..start], &text[start..end], &text[end..]);
        if !is_year(before, figure, after) && !is_ordinal(before, figure, after) {
            figures.push(start..end);
        }
        at = end;
    }
    figures
}

fn figure_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let rest = text[end..].trim_start_matches(is_digit);
        end = text.len() - rest.len();
        let mut next = rest.chars();
        match (next.next(), next.next()) {
            (Some(mark @ ('.' | ',' | '．')), Some(digit)) if is_digit(digit) => end += mark.len_utf8(),
            _ => return end,
        }
    }
}

fn looks_like_year(text: &str) -> bool {
    let mut digits = text.chars().map(arabic_digit);
    let century = (digits.next().flatten(), digits.next().flatten());
    matches!(century, (Some(1), Some(9)) | (Some(2), Some(0)))
        && text.chars().all(is_digit)
        && text.chars().count() == 4
}

/// Is this a year: before 年, in a row of years or a date, or between the brackets of a document's number?
fn is_year(before: &str, figure: &str, after: &str) -> bool {
    if !looks_like_year(figure) {
        return false;
    }
    let bracketed = before.ends_with(['〔', '[', '［', '（', '(', '【'])
        && after.starts_with(['〕', ']', '］', '）', ')', '】']);
    bracketed || after.starts_with('年') || begins_date(after) || goes_on_to_year(after)
}

/// Does `-12-05` or the like follow, masked or not?
fn begins_date(after: &str) -> bool {
    let marks = ['-', '/', '.', '－', '．'];
    let mut parts = after.split(marks);
    let is_short = |part: Option<&str>| {
        part.is_some_and(|part| {
            let digits = part.chars().take_while(|char| is_digit(*char) || *char == '*').count();
            (1..=2).contains(&digits)
        })
    };
    after.starts_with(marks) && parts.next() == Some("") && is_short(parts.next()) && is_short(parts.next())
}

/// Does another year follow behind a sign, as in `2023-2025年`?
fn goes_on_to_year(after: &str) -> bool {
    let joints = ['-', '—', '－', '～', '~', '至', '到', '、', '和'];
    let rest = after.trim_start_matches(joints);
    let digits: usize = rest.chars().take_while(|char| is_digit(*char)).map(char::len_utf8).sum();
    let joints = after[..after.len() - rest.len()].chars().count();
    let (year, behind) = rest.split_at(digits);
    (1..=2).contains(&joints) && looks_like_year(year) && (behind.starts_with('年') || goes_on_once(behind))
}

/// The same for the third and later of a row: one look is enough, since 年 ends it.
fn goes_on_once(after: &str) -> bool {
    after.starts_with('、')
        && after['、'.len_utf8()..].chars().take_while(|char| is_digit(*char)).count() == 4
}

fn is_ordinal(before: &str, figure: &str, after: &str) -> bool {
    let short = figure.chars().count() <= 2 && figure.chars().all(is_digit);
    let named = ["第", "附件", "附表", "附图"].iter().any(|word| before.ends_with(word));
    let bracketed = before.ends_with(['（', '(']) && after.starts_with(['）', ')']);
    let begins = trim(before).is_empty() && after.starts_with(['.', '．', '、']);
    named || short && (bracketed || begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masks(names: &[&str], keep: &[&str]) -> Masks {
        let owned = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect();
        Masks { names: owned(names), keep: owned(keep) }
    }

    #[test]
    fn figures_and_names_are_masked() {
        let masks = masks(&["严道", "严道镇", "A-1", "张三"], &["100%", "PM2.5"]);
        let cases = [
            ("严道镇的严道街，3.5亿元，1,200人", "***的**街，*.*亿元，*,***人"),
            (
                "2023年12月5日，2023-2025年，2021、2022、2023年",
                "2023年**月*日，2023-2025年，2021、2022、2023年",
            ),
            ("〔2024〕5号，第3届，（1）修渠，附件2", "〔2024〕*号，第3届，（1）修渠，附件2"),
            ("100%，1100%，PM2.5，2000万元，十二个", "100%，****%，PM2.5，****万元，十二个"),
            ("## 3个{第5号}\n\n- 1. 修2处\n> 批注7\n", "## *个{第5号}\n\n- 1. 修*处\n> 批注*\n"),
            ("张　三、张 三到，张望三次", "*　*、* *到，张望三次"),
            ("{率 = 3400 / 目标5 as %}{数9}", "{率 = **** / 目标5 as %}{数9}"),
            ("| 12 | A\\-1 |\n| --- | --- |\n", "| ** | *\\** |\n| --- | --- |\n"),
            (
                "---\nstyle: {\"name\":\"9\"}\ndate: 2025-12-05\nfacts:\n  数5: 3,400头\n---\n１２人",
                "---\nstyle: {\"name\":\"9\"}\ndate: 2025-**-**\nfacts:\n  数5: *,***头\n---\n**人",
            ),
            ("甲<!-- 5 -->\n<!-- 批5\n注6 -->\n", "甲<!-- * -->\n<!-- 批*\n注* -->\n"),
            ("---\ntitle: 5\n---\n# 6\n", "---\ntitle: *\n---\n# *\n"),
        ];
        for (source, expected) in cases {
            assert_eq!(mask(source, &masks), expected);
            assert_eq!(mask(expected, &masks), expected);
        }
    }
}
