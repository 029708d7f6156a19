//! Filling: the blanks of a source in their order, and values in their places. All else stays to the byte.
//!
//! A blank is what the summary shows as one, so that the list, the preview and the count agree: of the body and of front
//! matter, not of notes. `\*` reads as `*` and is a blank like any other; its backslash goes with it. A fact whose value is
//! masked is a blank where it is used. What is filled in reads back as the text it is: what would be markup there gets a
//! backslash, and a line break becomes a blank.

mod facts;
mod place;
mod table;

pub use facts::{NamedFact, fact_list, set_facts};
pub use table::read_facts;

use crate::outline::Facts;
use crate::read::read_front_matter;
use crate::summarize::{Options, summarize_source};
use crate::summary::{Block, Kind, Role};
use crate::text::blank::unit_after;
use crate::text::fact::fact;
use crate::text::punctuation::without_closing_mark;
use crate::text::space::trim;
use crate::text::span::Span;
use place::Place;
use std::ops::Range;

/// How many characters around a blank are told.
const AROUND: usize = 12;

/// A blank of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blank {
    /// Bytes of the source.
    pub span: Span,
    /// As it is shown.
    pub run: String,
    /// The words before it.
    pub before: String,
    /// The words behind it.
    pub after: String,
    /// What it counts: 万人次; or what it names: 镇.
    pub unit: Option<String>,
    /// The fact that it stands for.
    pub name: Option<String>,
    /// The heading that it stands under, with its number.
    pub section: Option<String>,
    /// What it has in common with those that take the same value: `***镇`, `{镇名}`.
    pub kind: Option<String>,
    /// Does a brace stand open before it?
    in_brace: bool,
}

/// The blanks of a source, in its order.
pub fn blanks(source: &str) -> Vec<Blank> {
    let summary = summarize_source(source, &Options::default());
    let mut blanks = Vec::new();
    let mut section = None;
    for block in &summary.blocks {
        match block.role {
            Role::Heading => section = Some(block.text.clone()),
            Role::RunIn => section = Some(without_closing_mark(&block.text[..block.heading_end()]).into()),
            Role::Body | Role::Table => {}
            _ => section = None,
        }
        let (mut in_brace, mut looked) = (false, 0);
        for (run, range) in block.ranges().filter(|(run, _)| run.kind == Kind::Blank) {
            let between = &block.text[looked..range.start];
            in_brace = between.rfind(['{', '}']).map_or(in_brace, |at| between[at..].starts_with('{'));
            looked = range.start;
            let Some(span) = run.source else { continue };
            blanks.push(Blank { in_brace, ..blank(source, span, block, range, section.clone()) });
        }
    }
    blanks.sort_by_key(|blank| blank.span);
    blanks.dedup_by_key(|blank| blank.span);
    blanks
}

fn blank(source: &str, span: Span, block: &Block, range: Range<usize>, section: Option<String>) -> Blank {
    let (before, run, after) =
        (&block.text[..range.start], &block.text[range.clone()], &block.text[range.end..]);
    let typed = &source[span.range()];
    let shown = if run.starts_with('{') { run } else { typed };
    let name = shown.starts_with('{').then(|| fact(shown)).flatten().map(|fact| fact.name.to_owned());
    let label = Label::of(block, range.start);
    let unit = unit_after(after);
    let kind = match (&name, unit) {
        (Some(name), _) => Some(format!("{{{name}}}")),
        (None, Some((unit, true))) => Some(format!("{run}{unit}")),
        _ => None,
    };
    Blank {
        span: place::with_escape(source, span),
        run: run.into(),
        before: label.text + &around(before.chars().rev()).chars().rev().collect::<String>(),
        after: around(after.chars()),
        unit: unit.map(|(unit, _)| unit.into()).or(label.unit),
        name,
        section,
        kind,
        in_brace: false,
    }
}

/// What says which cell a blank of a table stands in, where nothing in the cell stands before it.
#[derive(Default)]
struct Label {
    /// `柳溪 · 户数：`, of the first cell of its row and that of its column.
    text: String,
    /// What its column is counted in: `户数（户）`.
    unit: Option<String>,
}

impl Label {
    fn of(block: &Block, at: usize) -> Self {
        let before = &block.text[..at];
        if block.role != Role::Table || !(before.is_empty() || before.ends_with(['\t', '\n'])) {
            return Label::default();
        }
        let row = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before[row..].matches('\t').count();
        let cell = |row: usize, column: usize| {
            let line = block.text[row..].split('\n').next().unwrap_or_default();
            trim(line.split('\t').nth(column).unwrap_or_default())
        };
        let head = if row > 0 { cell(0, column) } else { "" };
        let names = [if column > 0 { cell(row, 0) } else { "" }, head];
        let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let text = if names.is_empty() { String::new() } else { names.join(" · ") + "：" };
        let inside = head.strip_suffix(['）', ')']).and_then(|head| head.rsplit(['（', '(']).next());
        Label { text, unit: inside.map(str::to_owned) }
    }
}

/// The nearest characters of the same cell.
fn around(chars: impl Iterator<Item = char>) -> String {
    chars.take(AROUND).take_while(|char| !matches!(char, '\n' | '\t')).collect()
}

/// Fills blanks by their index in [`blanks`], or all of one fact by its name; a number that is an index is no name. An
/// empty value fills nothing, and neither
/// does one for which there is no blank.
pub fn fill_blanks(source: &str, values: &Facts) -> String {
    replaced(source, fillings(source, values))
}

/// What [`fill_blanks`] changes: which span, and what comes there, in the order of the source.
pub fn fillings(source: &str, values: &Facts) -> Vec<(Span, String)> {
    let body = read_front_matter(source).2;
    let blanks = blanks(source);
    let is_index =
        |name: &str| name.parse().is_ok_and(|at: usize| at < blanks.len() && at.to_string() == name);
    let filling = |(index, blank): (usize, &Blank)| {
        let named = blank.name.as_deref().filter(|name| !is_index(name)).and_then(|name| values.value(name));
        let value = values.value(&index.to_string()).or(named)?;
        let place = Place {
            source,
            span: blank.span,
            in_front: blank.span.start < body as u32,
            in_brace: blank.in_brace,
        };
        Some((blank.span, place.literal(value)?))
    };
    blanks.iter().enumerate().filter_map(filling).collect()
}

/// Makes a fact of a blank: `{name}` in its place. Nothing, if there is no such blank.
pub fn name_blank(source: &str, index: usize, name: &str) -> String {
    let body = read_front_matter(source).2;
    let blank = blanks(source).into_iter().nth(index);
    replaced(
        source,
        blank.iter().map(|blank| {
            let place =
                Place { source, span: blank.span, in_front: blank.span.start < body as u32, in_brace: false };
            (blank.span, place.fact(name))
        }),
    )
}

/// A source with texts in place of spans, which are in order and apart.
pub(crate) fn replaced(source: &str, edits: impl IntoIterator<Item = (Span, String)>) -> String {
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    for (span, text) in edits {
        out.push_str(&source[at..span.start as usize]);
        out.push_str(&text);
        at = span.end as usize;
    }
    out + &source[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn values(pairs: &[(&str, &str)]) -> Facts {
        Facts(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn blanks_are_told_with_what_stands_around_them() {
        let source = "---\nfrom: ×县\n---\n## 旅游\n\n接待**余万人次，\\*\\*个，***镇、{村名}村。\n\n> **\n";
        let found = blanks(source);
        let told: Vec<_> = found
            .iter()
            .map(|blank| {
                let unit = blank.unit.as_deref().unwrap_or("-");
                let kind = blank.kind.as_deref().unwrap_or("-");
                let section = blank.section.as_deref().unwrap_or("-");
                format!("{} {unit} {kind} {section} {:?}", blank.run, &source[blank.span.range()])
            })
            .collect();
        assert_eq!(
            told,
            [
                "× 县 ×县 - \"×\"",
                "** 万人次 - 一、旅游 \"**\"",
                "** 个 - 一、旅游 \"\\\\*\\\\*\"",
                "*** 镇 ***镇 一、旅游 \"***\"",
                "{村名} 村 {村名} 一、旅游 \"{村名}\"",
            ]
        );
        assert_eq!((found[1].before.as_str(), found[1].after.as_str()), ("接待", "余万人次，**个，***"));
        assert_eq!(
            fill_blanks(
                source,
                &values(&[("0", "某"), ("2", "3"), ("村名", "柳溪"), ("9", "无"), ("1", " ")])
            ),
            "---\nfrom: 某县\n---\n## 旅游\n\n接待**余万人次，3个，***镇、柳溪村。\n\n> **\n"
        );
    }

    #[test]
    fn a_blank_of_a_table_is_told_by_its_row_and_column() {
        let source = "| 村名 | 户数（户） | × |\n| --- | --- | --- |\n| 柳溪 | ** | 约**人 |\n| ×× | × |\n";
        let told: Vec<_> =
            blanks(source).into_iter().map(|blank| (blank.before, blank.unit.unwrap_or_default())).collect();
        let expected = [("柳溪 · 户数（户）：", "户"), ("约", "人"), ("村名：", "")];
        assert_eq!(told, expected.map(|(before, unit)| (before.to_owned(), unit.to_owned())));
    }

    #[test]
    fn what_is_filled_in_reads_as_text() {
        let cases = [
            ("**", "# 甲", r"\# 甲"),
            ("**", "- 甲", r"\- 甲"),
            ("**", "1. 甲", r"1\. 甲"),
            ("**", "---", r"\---"),
            ("**", "{甲}", r"\{甲}"),
            ("**", "甲\n乙", "甲 乙"),
            ("**", r"a\b", r"a\\b"),
            ("|**|\n|-|", "a|b", "|a\\|b|\n|-|"),
            ("## **", "一、甲", "## {=}一、甲"),
            ("- **", "- 甲", r"- \- 甲"),
            ("**. 甲", "1", r"1\. 甲"),
            ("{**", "甲}", "{甲｝"),
            (r"\××", "-5", r"\\-5"),
            ("---\ntitle: **\n---\n", "{甲}|", "---\ntitle: \\{甲}|\n---\n"),
        ];
        for (source, value, expected) in cases {
            assert_eq!(fill_blanks(source, &values(&[("0", value)])), expected);
        }
    }

    #[test]
    fn a_blank_gets_a_name() {
        assert_eq!(name_blank("接待**人", 0, "游客"), "接待{游客}人");
        assert_eq!(name_blank("接待**人", 1, "游客"), "接待**人");
        assert_eq!(name_blank("|**|\n|-|", 0, "a|b\\"), "|{a\\|b\\\\}|\n|-|");
    }
}
