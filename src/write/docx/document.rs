//! The text: `word/document.xml`.

use super::styles::{run_in_id, style_id};
use super::table::table;
use crate::style::Font;
use crate::style::families::is_east_asian;
use crate::summary::{Block, Role};
use crate::write::paper::{LineEnd, Measures, Placed, Setting, Stand, TitleLine, place};
use crate::write::xml::Xml;

const START: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
"#;

/// The feet of odd and of even pages, by the ids that `package` gives them.
const FEET: &str =
    r#"<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>"#;

/// The page (5.1, 5.2).
const PAGE: &str = r#"<w:pgSz w:w="%" w:h="%"/>
<w:pgMar w:top="%" w:right="%" w:bottom="%" w:left="%" w:header="%" w:footer="%" w:gutter="0"/>
<w:docGrid w:type="lines" w:linePitch="%"/></w:sectPr></w:body></w:document>"#;

/// Where a line of the title ends: because the writer said so, or by sense. Word sees no difference; our reader takes what
/// is broken by sense for one line again.
const BREAK: &str = "<w:r><w:br/></w:r>";
const BREAK_BY_SENSE: &str = r#"<w:r><w:br w:type="textWrapping" w:clear="none"/></w:r>"#;

/// Writes the part.
pub(super) fn document(blocks: Vec<&Block>, setting: Setting<'_>) -> String {
    let mut writer = Writer { xml: Xml::part(), setting };
    writer.xml.raw(START);
    writer.body(&place(blocks, setting.style, setting.measures));
    writer.section();
    writer.xml.finish()
}

/// How a run looks other than its paragraph.
pub(super) struct Look {
    /// The hint has quotes, dashes and ellipses set in the Chinese font.
    chinese: bool,
    style: Option<&'static str>,
    bold: Option<bool>,
}

impl Look {
    pub(super) fn of(font: &Font) -> Self {
        Look { chinese: is_east_asian(&font.family), style: None, bold: None }
    }

    fn write(&self, xml: &mut Xml) {
        xml.raw("<w:rPr>");
        if let Some(style) = self.style {
            xml.fill("<w:rStyle w:val=\"%\"/>", &[style.into()]);
        }
        if self.chinese {
            xml.raw("<w:rFonts w:hint=\"eastAsia\"/>");
        }
        if let Some(bold) = self.bold {
            xml.fill("<w:b w:val=\"%\"/>", &[i32::from(bold).into()]);
        }
        xml.raw("</w:rPr>");
    }
}

/// What writes the text of paragraphs and cells.
pub(super) struct Writer<'a> {
    pub(super) xml: Xml,
    pub(super) setting: Setting<'a>,
}

impl Writer<'_> {
    fn body(&mut self, placed: &[Placed<'_>]) {
        let mut after_table = false;
        for here in placed {
            let is_table = here.block.role == Role::Table;
            if is_table {
                // Two tables without a paragraph between them are one.
                if after_table {
                    self.blank(self.setting.measures.pitch);
                }
                table(self, here.block);
            } else {
                self.paragraph(here);
            }
            after_table = is_table;
        }
        // A document ends in a paragraph: behind a table, in one that nobody sees.
        if after_table || placed.is_empty() {
            self.blank(if after_table { 1 } else { self.setting.measures.pitch });
        }
    }

    /// A paragraph of one empty line.
    fn blank(&mut self, line: i32) {
        let template = "<w:p><w:pPr><w:spacing w:line=\"%\" w:lineRule=\"exact\"/></w:pPr></w:p>\n";
        self.xml.fill(template, &[line.into()]);
    }

    fn paragraph(&mut self, here: &Placed<'_>) {
        let block = here.block;
        self.xml.raw("<w:p>");
        self.properties(here);
        let look = Look::of(self.font(block));
        if block.role == Role::Title {
            self.title(block, &look);
        } else {
            let (heading, rest) = block.text.split_at(block.heading_end());
            self.run(heading, &self.run_in(block.level));
            self.run(rest, &look);
        }
        self.xml.raw("</w:p>\n");
    }

    /// The lines of a title.
    fn title(&mut self, block: &Block, look: &Look) {
        for TitleLine { text, end } in self.setting.title_lines(block) {
            self.run(text, look);
            match end {
                LineEnd::Typed => self.xml.raw(BREAK),
                LineEnd::BySense => self.xml.raw(BREAK_BY_SENSE),
                LineEnd::Last => {}
            }
        }
    }

    /// What a block is set in.
    fn font(&self, block: &Block) -> &Font {
        let fonts = &self.setting.style.fonts;
        match block.role {
            Role::Title => &fonts.title,
            Role::Heading => fonts.heading(block.level),
            _ => &fonts.body,
        }
    }

    /// How the heading of a run-in looks. Bold type in the style of a paragraph and in that of a run would undo each
    /// other, so it is settled here.
    fn run_in(&self, level: u8) -> Look {
        let fonts = &self.setting.style.fonts;
        let font = fonts.heading(level);
        Look { style: Some(run_in_id(level)), bold: fonts.body.bold.then_some(font.bold), ..Look::of(font) }
    }

    /// The style of a paragraph, and what is its own.
    fn properties(&mut self, here: &Placed<'_>) {
        let Placed { block, above, stand } = here;
        let xml = &mut self.xml;
        xml.fill("<w:pPr><w:pStyle w:val=\"%\"/>", &[style_id(block.role, block.level).into()]);
        if *above > 0 {
            xml.fill("<w:spacing w:before=\"%\"/>", &[(above * self.setting.measures.pitch).into()]);
        }
        match *stand {
            Stand::Usual => {}
            Stand::Hanging { first, left } => {
                xml.fill("<w:ind w:left=\"%\" w:hanging=\"%\"/>", &[left.into(), (left - first).into()]);
            }
            Stand::Left(away) => {
                xml.fill("<w:ind w:left=\"%\"/><w:jc w:val=\"left\"/>", &[away.into()]);
            }
            Stand::Right { away, characters: Some(count) } => {
                xml.fill("<w:ind w:rightChars=\"%\" w:right=\"%\"/>", &[(count * 100).into(), away.into()]);
            }
            Stand::Right { away, characters: None } => xml.fill("<w:ind w:right=\"%\"/>", &[away.into()]),
        }
        xml.raw("</w:pPr>");
    }

    /// Text of one look.
    pub(super) fn run(&mut self, text: &str, look: &Look) {
        if text.is_empty() {
            return;
        }
        self.xml.raw("<w:r>");
        look.write(&mut self.xml);
        for (at, stretch) in text.split('\t').enumerate() {
            if at > 0 {
                self.xml.raw("<w:tab/>");
            }
            self.xml.fill("<w:t xml:space=\"preserve\">%</w:t>", &[stretch.into()]);
        }
        self.xml.raw("</w:r>");
    }

    fn section(&mut self) {
        let Measures { width, height, top, right, bottom, left, footer, pitch, .. } = *self.setting.measures;
        self.xml.raw("<w:sectPr>");
        if self.setting.style.page_numbers {
            self.xml.raw(FEET);
        }
        let lengths = [width, height, top, right, bottom, left, footer, footer, pitch];
        self.xml.fill(PAGE, &lengths.map(Into::into));
    }
}
