//! The main job in one call: source or object → summary.

use crate::check::{Checker, check, check_front};
use crate::compose::{Composer, Detail, Form, Numbering, around, compose};
use crate::face::named_style;
use crate::facts::{FactTable, Formula, collect_formulas};
use crate::finding::{Finding, Severity, message};
use crate::normalize::normalize_placing;
use crate::outline::{Facts, Front, Line, Outline, Piece};
use crate::read::{Document, read_markdown};
use crate::stats::{Stats, stats};
use crate::style::Style;
use crate::summary::Block;
use crate::text::Text;
use crate::text::space::one_line;
use crate::write::{TextOptions, push_block, text};

/// How the summary is wanted.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Its form; `None`: as front matter says, else `gongwen`.
    pub style: Option<Style>,
    /// Its length.
    pub detail: Detail,
    /// What plain text adds.
    pub text: TextOptions,
    /// Values that go before those of front matter.
    pub facts: Facts,
}

/// The result of summarizing.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// One paragraph each.
    pub blocks: Vec<Block>,
    /// The form they are in.
    pub style: Style,
    /// What the reader, then the rules, found.
    pub findings: Vec<Finding>,
}

impl Summary {
    /// As plain text.
    pub fn text(&self, options: TextOptions) -> String {
        text(&self.blocks, &self.style, options)
    }

    /// Its counts.
    pub fn stats(&self) -> Stats {
        stats(&self.blocks.iter().collect::<Vec<_>>(), &self.style)
    }
}

/// Summarizes an outline source.
pub fn summarize_source(source: &str, options: &Options) -> Summary {
    let Document { front, pieces, mut findings } = read_markdown(source);
    let (style, given, overridden) = settle(&front, options);
    findings.extend(overridden);
    let facts = FactTable::new(given, formulas(&front, &pieces));
    let form = Form { style: &style, facts: &facts, detail: options.detail, runs: true };
    findings.extend(check_front(&front, &facts));
    let mut composer = Composer::new(form, Numbering::new(&style));
    let mut checker = Checker::new(&facts, Numbering::new(&style));
    for line in pieces.iter().filter_map(Piece::line) {
        composer.line(line);
        checker.line(line);
    }
    findings.append(&mut checker.findings);
    let (mut blocks, after) = around(&front, form);
    blocks.extend(composer.finish().0);
    blocks.extend(after);
    Summary { blocks, style, findings }
}

/// The text of [`summarize_source`] alone: nothing is checked, and no runs are made.
pub fn summarize_text(source: &str, options: &Options) -> String {
    if options.text.hard_lines {
        return summarize_source(source, options).text(options.text);
    }
    let Document { front, pieces, .. } = read_markdown(source);
    let (style, given, _) = settle(&front, options);
    let facts = FactTable::new(given, formulas(&front, &pieces));
    let form = Form { style: &style, facts: &facts, detail: options.detail, runs: false };
    let (before, after) = around(&front, form);
    let mut text = String::with_capacity(source.len() + source.len() / 4);
    let mut write = |block: &Block| push_block(&mut text, block, &style, options.text);
    before.iter().for_each(&mut write);
    let mut composer = Composer::handing_on(form, &mut write);
    pieces.iter().filter_map(Piece::line).for_each(|line| composer.line(line));
    composer.finish();
    after.iter().for_each(&mut write);
    text
}

/// Summarizes an outline object, which is normalized first.
pub fn summarize_outline(outline: Outline, options: &Options) -> Summary {
    let (outline, mut findings, places) = normalize_placing(outline);
    let (style, given, mut told) = settle(&outline.front(), options);
    let facts = FactTable::new(given, outline_formulas(&outline));
    told.append(&mut check(&outline, &style, &facts));
    findings.extend(told.into_iter().map(|finding| places.tell(finding)));
    let form = Form { style: &style, facts: &facts, detail: options.detail, runs: true };
    let mut blocks = compose(&outline, form);
    blocks.iter_mut().flat_map(|block| &mut block.runs).for_each(|run| run.source = None);
    Summary { blocks, style, findings }
}

/// The formulas of a document, in its order.
pub(crate) fn formulas(front: &Front, pieces: &[Piece]) -> Vec<Formula> {
    let mut formulas = Vec::new();
    front.texts().for_each(|text| collect_formulas(text, &mut formulas));
    for piece in pieces {
        piece.texts(&mut |text| collect_formulas(text, &mut formulas));
    }
    formulas
}

fn outline_formulas(outline: &Outline) -> Vec<Formula> {
    let mut formulas = Vec::new();
    outline.front().texts().for_each(|text| collect_formulas(text, &mut formulas));
    outline.walk(|line| match line {
        Line::Heading(section) => collect_formulas(&section.heading, &mut formulas),
        Line::Block(block) => block.texts(&mut |text| collect_formulas(text, &mut formulas)),
        Line::Rule => {}
    });
    formulas
}

/// The style and facts that hold: options go before front matter, with a finding where both say something.
pub(crate) fn settle(front: &Front, options: &Options) -> (Style, Facts, Vec<Finding>) {
    let mut findings = Vec::new();
    let named = front.style.as_ref();
    let style = match (&options.style, named) {
        (Some(style), named) => {
            let differs = named.filter(|name| named_style(name).as_ref() != Some(style));
            findings.extend(differs.map(|name| overridden("样式", "style", name, name)));
            style.clone()
        }
        (None, named) => named.and_then(|name| named_style(name)).unwrap_or_default(),
    };
    let mut facts = front.facts.clone();
    for (name, value) in &options.facts.0 {
        let differs = front.facts.value(name).is_some_and(|old| old != value);
        if differs {
            findings.push(overridden("事实", "fact", name, &Text::default()));
        }
        facts.set(name.clone(), one_line(value).into_owned());
    }
    (style, facts, findings)
}

fn overridden(zh: &str, en: &str, name: &str, place: &Text) -> Finding {
    let what = message(
        format!("{zh}“{name}”已由页面另行指定，文首的未用"),
        format!("The {en} “{name}” is set from outside; the one at the head is not used"),
    );
    Finding::new("option-overrides", Severity::Info, what).at(place.span())
}
