//! What goes out to JavaScript: plain objects, with places in UTF-16 units of the source.

use crate::fill::{Blank, NamedFact};
use crate::finding::{Edit, Finding, Fix, Message, Severity};
use crate::layout::FontPart;
use crate::mask::Masking;
use crate::style::{Font, Page, Style};
use crate::summary::{Block, Kind, Role};
use crate::text::span::{Span, Utf16Cursor};
use serde::Serialize;

/// A finding with its place.
#[derive(Serialize)]
pub struct FindingView<'a> {
    code: &'static str,
    severity: Severity,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    message: &'a Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a Message>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixView<'a>>,
}

#[derive(Serialize)]
struct FixView<'a> {
    label: &'a Message,
    edits: Vec<EditView<'a>>,
}

/// An edit with its place.
#[derive(Serialize)]
pub struct EditView<'a> {
    from: usize,
    to: usize,
    text: &'a str,
}

/// A block with its runs.
#[derive(Serialize)]
pub struct BlockView<'a> {
    role: Role,
    level: u8,
    text: &'a str,
    runs: Vec<RunView<'a>>,
}

#[derive(Serialize)]
struct RunView<'a> {
    kind: Kind,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<usize>,
}

/// A blank with its place.
#[derive(Serialize)]
pub struct BlankView<'a> {
    index: usize,
    from: usize,
    to: usize,
    run: &'a str,
    before: &'a str,
    after: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
}

/// A fact of a source.
#[derive(Serialize)]
pub struct FactView<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    formula: Option<&'a str>,
    uses: u32,
}

impl<'a> FactView<'a> {
    /// Of one fact.
    pub fn of(fact: &'a NamedFact) -> Self {
        let NamedFact { name, value, formula, uses } = fact;
        FactView { name, value: value.as_deref(), formula: formula.as_deref(), uses: *uses }
    }
}

/// What is masked, with its place.
#[derive(Serialize)]
pub struct MaskingView<'a> {
    from: usize,
    to: usize,
    run: &'a str,
    mask: &'a str,
}

/// What a style says of the paper: lengths in millimetres, fonts and what stands between lines and characters in points.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PaperView<'a> {
    width: f64,
    height: f64,
    top: f64,
    left: f64,
    right: f64,
    bottom: f64,
    /// From one line to the next.
    pitch: f64,
    /// What is added behind each character of the body.
    tracking: f64,
    /// Those of the parts that the layout tells apart, in its order.
    fonts: Vec<FontView<'a>>,
    page_number: FontView<'a>,
}

#[derive(Serialize)]
struct FontView<'a> {
    family: &'a str,
    size: f64,
    bold: bool,
}

impl<'a> PaperView<'a> {
    /// What this style says.
    pub fn of(style: &'a Style) -> Self {
        let Page { width, height, top, left, right, bottom, .. } = style.page;
        let font = |font: &'a Font| FontView { family: &font.family, size: font.size, bold: font.bold };
        PaperView {
            width,
            height,
            top,
            left,
            right,
            bottom,
            pitch: style.page.line_pitch(),
            tracking: style.tracking(),
            fonts: FontPart::all().map(|part| font(part.font(style))).collect(),
            page_number: font(&style.fonts.page_number),
        }
    }
}

/// Makes views of what stands in one source, whose places it tells in UTF-16 units.
pub struct Viewer<'a> {
    cursor: Utf16Cursor<'a>,
}

impl<'a> Viewer<'a> {
    /// For what stands in one source; an empty one, where an object was given.
    pub fn of_source(source: &'a str) -> Self {
        Viewer { cursor: Utf16Cursor::new(source) }
    }

    fn utf16(&mut self, span: Span) -> (usize, usize) {
        (self.cursor.place(span.start as usize), self.cursor.place(span.end as usize))
    }

    /// Where a span begins and ends; `None` twice where there is none.
    fn place(&mut self, span: Option<Span>) -> (Option<usize>, Option<usize>) {
        span.map(|span| self.utf16(span)).unzip()
    }

    /// Views of findings.
    pub fn findings<'f>(&mut self, findings: &'f [Finding]) -> Vec<FindingView<'f>> {
        findings.iter().map(|finding| self.finding(finding)).collect()
    }

    fn finding<'f>(&mut self, finding: &'f Finding) -> FindingView<'f> {
        let (from, to) = self.place(finding.span);
        FindingView {
            code: finding.code,
            severity: finding.severity,
            from,
            to,
            path: finding.path.as_deref(),
            message: &finding.message,
            hint: finding.hint.as_ref(),
            fix: finding.fix.as_ref().map(|fix| self.fix(fix)),
        }
    }

    fn fix<'f>(&mut self, Fix { label, edits }: &'f Fix) -> FixView<'f> {
        let edits = edits.iter().map(|Edit { span, text }| self.edit(*span, text));
        FixView { label, edits: edits.collect() }
    }

    /// Views of edits of the source.
    pub fn edits<'e>(&mut self, edits: &'e [(Span, String)]) -> Vec<EditView<'e>> {
        edits.iter().map(|(span, text)| self.edit(*span, text)).collect()
    }

    fn edit<'e>(&mut self, span: Span, text: &'e str) -> EditView<'e> {
        let (from, to) = self.utf16(span);
        EditView { from, to, text }
    }

    /// Views of the blanks of the source.
    pub fn blanks<'b>(&mut self, blanks: &'b [Blank]) -> Vec<BlankView<'b>> {
        let view = |(index, blank): (usize, &'b Blank)| {
            let (from, to) = self.utf16(blank.span);
            let Blank { run, before, after, unit, name, section, kind, .. } = blank;
            let [unit, name, section, kind] = [unit, name, section, kind].map(Option::as_deref);
            BlankView { index, from, to, run, before, after, unit, name, section, kind }
        };
        blanks.iter().enumerate().map(view).collect()
    }

    /// Views of what is masked in the source.
    pub fn maskings<'m>(&mut self, source: &'m str, maskings: &'m [Masking]) -> Vec<MaskingView<'m>> {
        let view = |Masking { span, mask }: &'m Masking| {
            let (from, to) = self.utf16(*span);
            MaskingView { from, to, run: &source[span.range()], mask }
        };
        maskings.iter().map(view).collect()
    }

    /// A view of a block whose places count from byte `offset`.
    pub fn block<'b>(&mut self, block: &'b Block, offset: usize) -> BlockView<'b> {
        let runs = block.ranges().map(|(run, range)| {
            let (from, to) = self.place(run.source.map(|span| span.shifted(offset)));
            RunView { kind: run.kind, text: &block.text[range], from, to }
        });
        BlockView { role: block.role, level: block.level, text: &block.text, runs: runs.collect() }
    }
}
