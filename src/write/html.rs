//! Summary → HTML as Word and WPS take it from the clipboard: the look of each paragraph stands in it, in their own words
//! where CSS has none (`mso-…`). Browsers and other programs read the rest.

use super::paper::{
    BESIDE_CELL, Column, Grid, LineEnd, Measures, Placed, Row, Setting, Stand, TitleLine, half_points, place,
};
use super::xml::{Value, Xml};
use crate::layout::Advances;
use crate::style::families::{families, is_east_asian};
use crate::style::{Font, Style};
use crate::summary::{Block, Role};
use Value::Points;

/// What the clipboard of Windows cuts out stands between the two comments.
const START: &str = "<html><head><meta charset=\"utf-8\"/></head><body>\n<!--StartFragment-->";
const END: &str = "<!--EndFragment-->\n</body></html>\n";

/// A paragraph, with its margins, its first line, its alignment, its pitch. Word is told that the pitch is exact, not to
/// use its grid, to let marks hang, and to keep lines where they are for the sake of others.
const PARAGRAPH: &str = "<% style=\"margin:%pt %pt %pt %pt;text-indent:%pt;text-align:%;line-height:%pt;\
    mso-line-height-rule:exactly;mso-layout-grid-align:none;text-autospace:none;punctuation-wrap:hanging;\
    mso-pagination:none;%\">";

/// A stretch in one font: the first of the families is the one that Word takes.
const SPAN: &str = "<span lang=\"%\" style=\"font-family:%;mso-ascii-font-family:'%';mso-hansi-font-family:'%';\
    mso-fareast-font-family:'%';font-size:%pt;font-weight:%;letter-spacing:%pt;white-space:pre-wrap\">%</span>";

const TABLE: &str = "<table border=\"1\" cellspacing=\"0\" cellpadding=\"0\" style=\"width:%pt;border-collapse:collapse;\
    border:none;mso-border-alt:solid windowtext .5pt;mso-table-layout-alt:fixed\">";

const CELL: &str = "<td width=\"%\" style=\"width:%pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;\
    padding:0 %pt;vertical-align:middle\">";

/// Writes blocks as HTML.
pub fn html<'a>(blocks: impl IntoIterator<Item = &'a Block>, style: &Style, advances: &Advances) -> String {
    let measures = Measures::of(style);
    let setting = Setting { style, measures: &measures, advances };
    let mut writer = Writer { xml: Xml::default(), setting };
    writer.xml.raw(START);
    let mut after_table = false;
    for here in &place(blocks, style, &measures) {
        let is_table = here.block.role == Role::Table;
        match (is_table, after_table) {
            (false, _) => writer.paragraph(here),
            (true, false) => writer.table(here.block),
            // Two tables without a paragraph between them are one.
            (true, true) => {
                writer.open("p", &Lines::flush(measures.pitch));
                writer.xml.raw("&#160;</p>\n");
                writer.table(here.block);
            }
        }
        writer.xml.raw("\n");
        after_table = is_table;
    }
    writer.xml.raw(END);
    writer.xml.finish()
}

struct Writer<'a> {
    xml: Xml,
    setting: Setting<'a>,
}

/// Where the lines of a paragraph stand, in twips.
struct Lines {
    above: i32,
    right: i32,
    below: i32,
    left: i32,
    /// The first line, from `left`.
    first: i32,
    align: &'static str,
    pitch: i32,
    /// What else there is to say.
    more: &'static str,
}

impl Lines {
    /// Lines that all begin at the edge.
    const fn flush(pitch: i32) -> Self {
        Lines { above: 0, right: 0, below: 0, left: 0, first: 0, align: "justify", pitch, more: "" }
    }

    /// Lines of which the first is in two characters (7.3.3).
    const fn indented(pitch: i32, size: i32) -> Self {
        Lines { first: 2 * size, more: "mso-char-indent-count:2.0", ..Lines::flush(pitch) }
    }
}

impl Writer<'_> {
    fn paragraph(&mut self, here: &Placed<'_>) {
        let block = here.block;
        let tag = if block.role == Role::Heading { heading_tag(block.level).0 } else { "p" };
        self.open(tag, &self.lines(here));
        let fonts = &self.setting.style.fonts;
        let (own, spacing) = match block.role {
            Role::Title => (&fonts.title, 0),
            Role::Heading => (fonts.heading(block.level), self.setting.measures.spacing),
            _ => (&fonts.body, self.setting.measures.spacing),
        };
        let (heading, rest) = block.text.split_at(block.heading_end());
        self.span(heading, fonts.heading(block.level), spacing);
        if block.role == Role::Title {
            for TitleLine { text, end } in self.setting.title_lines(block) {
                self.span(text, own, spacing);
                self.xml.raw(if matches!(end, LineEnd::Last) { "" } else { "<br/>" });
            }
        } else {
            self.span(rest, own, spacing);
        }
        self.xml.raw("</");
        self.xml.raw(tag);
        self.xml.raw(">");
    }

    /// Where the lines of a block stand (7.3).
    fn lines(&self, here: &Placed<'_>) -> Lines {
        let Placed { block, above, stand } = here;
        let Measures { pitch, size, .. } = *self.setting.measures;
        let fonts = &self.setting.style.fonts;
        let mut lines = match block.role {
            Role::Title => Lines {
                below: pitch,
                align: "center",
                more: "page-break-after:avoid",
                ..Lines::flush(self.setting.measures.line(&fonts.title))
            },
            Role::Heading => Lines {
                more: heading_tag(block.level).1,
                ..Lines::indented(self.setting.measures.line(fonts.heading(block.level)), size)
            },
            Role::RunIn | Role::Body | Role::Closing => Lines::indented(pitch, size),
            _ => Lines::flush(pitch),
        };
        lines.above = above * pitch;
        match *stand {
            Stand::Usual => {}
            Stand::Hanging { first, left } => (lines.left, lines.first) = (left, first - left),
            Stand::Left(away) => (lines.left, lines.align) = (away, "left"),
            Stand::Right { away, .. } => (lines.right, lines.align) = (away, "right"),
        }
        lines
    }

    fn open(&mut self, tag: &str, lines: &Lines) {
        let Lines { above, right, below, left, first, align, pitch, more } = *lines;
        let values = [
            tag.into(),
            Points(above),
            Points(right),
            Points(below),
            Points(left),
            Points(first),
            align.into(),
            Points(pitch),
            more.into(),
        ];
        self.xml.fill(PARAGRAPH, &values);
    }

    fn span(&mut self, text: &str, font: &Font, spacing: i32) {
        if text.is_empty() {
            return;
        }
        let family = safe(&font.family);
        let mut all = String::new();
        for family in families(&font.family) {
            all.push('\'');
            all.push_str(&safe(family));
            all.push_str("',");
        }
        all.push_str("serif");
        let values = [
            if is_east_asian(&font.family) { "ZH-CN" } else { "EN-US" }.into(),
            all.as_str().into(),
            family.as_str().into(),
            family.as_str().into(),
            family.as_str().into(),
            Points(10 * half_points(font)),
            if font.bold { "bold" } else { "normal" }.into(),
            Points(spacing),
            text.into(),
        ];
        self.xml.fill(SPAN, &values);
    }

    /// A table, its first row repeated on each page.
    fn table(&mut self, block: &Block) {
        let grid = Grid::of(block, self.setting);
        self.xml.fill(TABLE, &[Points(grid.width())]);
        for (at, row) in grid.rows.iter().enumerate() {
            let repeats = at == 0 && grid.repeats;
            self.xml.raw(if repeats { "<thead>" } else { "" });
            self.row(row, &grid.columns, at == 0);
            self.xml.raw(if repeats { "</thead>" } else { "" });
        }
        self.xml.raw("</table>");
    }

    fn row(&mut self, row: &Row<'_>, columns: &[Column], is_first: bool) {
        self.xml.fill("<tr style=\"height:%pt\">", &[Points(row.height)]);
        for (text, column) in row.cells.iter().zip(columns) {
            self.xml.fill(CELL, &[(column.width / 15).into(), Points(column.width), Points(BESIDE_CELL)]);
            let align = if column.is_short || is_first { "center" } else { "justify" };
            self.open("p", &Lines { align, ..Lines::flush(Grid::line(self.setting)) });
            self.span(text, &self.setting.style.fonts.table, 0);
            self.xml.raw("</p></td>");
        }
        self.xml.raw("</tr>");
    }
}

/// The element of a heading, and its level in an outline of Word.
fn heading_tag(level: u8) -> (&'static str, &'static str) {
    match level {
        0 | 1 => ("h1", "mso-char-indent-count:2.0;mso-outline-level:1;page-break-after:avoid"),
        2 => ("h2", "mso-char-indent-count:2.0;mso-outline-level:2;page-break-after:avoid"),
        3 => ("h3", "mso-char-indent-count:2.0;mso-outline-level:3;page-break-after:avoid"),
        4 => ("h4", "mso-char-indent-count:2.0;mso-outline-level:4;page-break-after:avoid"),
        _ => ("h5", "mso-char-indent-count:2.0;mso-outline-level:5;page-break-after:avoid"),
    }
}

/// The name of a family without what would end it in a style.
fn safe(family: &str) -> String {
    family
        .chars()
        .filter(|char| !char.is_control() && !matches!(char, '\'' | '"' | '\\' | ';' | '&'))
        .collect()
}
