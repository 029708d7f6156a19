//! The styles: one for each part of the text (GB/T 9704-2012, 5.2 and 7.3), so that a change of one changes all of its
//! kind. Headings have the ids that Word gives to its own, which the navigation pane and tables of contents know.

use crate::outline::MAX_LEVEL;
use crate::style::families::{EAST_ASIAN, is_east_asian};
use crate::style::{Font, Style};
use crate::summary::Role;
use crate::write::paper::{Grid, Measures, Setting, half_points};
use crate::write::xml::{Value, Xml};

/// What all paragraphs have in common: lines of one pitch that fill the page, no blanks beside digits and letters, marks
/// that hang over the edge rather than begin a line: that is what Word does where nothing is said, and other programs take
/// what is said for its opposite. The grid of Word is left alone: other programs cannot follow it.
const NORMAL: &str = r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:topLinePunct w:val="0"/>
<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>
<w:spacing w:line="%" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>"#;

/// The styles that Word expects to be there, and a table with lines of half a point.
const DEFAULTS: &str = r#"
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/>
</w:tblBorders></w:tblPr></w:style>"#;

const HEADINGS: [&str; MAX_LEVEL as usize] = ["Heading1", "Heading2", "Heading3", "Heading4", "Heading5"];

/// The same for a part of a paragraph: the heading that the rest of a run-in follows.
const RUN_INS: [&str; MAX_LEVEL as usize] =
    ["Heading1Char", "Heading2Char", "Heading3Char", "Heading4Char", "Heading5Char"];

/// The id of the style of a paragraph.
pub(super) fn style_id(role: Role, level: u8) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Addressee => "Addressee",
        Role::Heading => HEADINGS[place(level)],
        Role::RunIn | Role::Body => "Body",
        Role::Closing => "Ending",
        Role::Table => "TableText",
        Role::Attachment => "Attachment",
        Role::Signature => "Issuer",
        Role::Date => "IssueDate",
    }
}

/// The id of the style of the heading in a run-in.
pub(super) fn run_in_id(level: u8) -> &'static str {
    RUN_INS[place(level)]
}

fn place(level: u8) -> usize {
    usize::from(level.clamp(1, MAX_LEVEL)) - 1
}

/// How the lines of a style stand. The first line in two characters (7.3.3): the characters are for Word, which measures
/// them by the type; the length is for other programs.
const INDENTED: &str = r#"<w:ind w:firstLineChars="200" w:firstLine="%"/>"#;
const HEADED: &str = r#"<w:keepNext/><w:spacing w:line="%" w:lineRule="exact"/>
<w:ind w:firstLineChars="200" w:firstLine="%"/><w:outlineLvl w:val="%"/>"#;
/// A blank line stands under the title (7.3.2).
const TITLED: &str =
    r#"<w:keepNext/><w:spacing w:after="%" w:line="%" w:lineRule="exact"/><w:jc w:val="center"/>"#;
const TABULAR: &str = r#"<w:spacing w:line="%" w:lineRule="exact"/><w:jc w:val="center"/>"#;
const FOOT: &str = r#"<w:spacing w:line="%" w:lineRule="exact"/>"#;
/// Signature and date do not part.
const SIGNED: &str = r#"<w:keepNext/><w:jc w:val="right"/>"#;
const DATED: &str = r#"<w:jc w:val="right"/>"#;

/// Writes `word/styles.xml`.
pub(super) fn styles(setting: Setting<'_>) -> String {
    let Setting { style, measures, .. } = setting;
    let mut sheet = Sheet { xml: Xml::part(), style };
    let fonts = &style.fonts;
    let indent: [Value<'_>; 1] = [(2 * measures.size).into()];
    sheet.defaults(measures);
    let title = [measures.pitch.into(), measures.line(&fonts.title).into()];
    sheet.own("Title", "Title", "Addressee", (TITLED, &title), &fonts.title);
    sheet.custom("Body", "公文正文", "Body", (INDENTED, &indent));
    sheet.custom("Addressee", "主送机关", "Body", ("", &[]));
    for level in 1..=MAX_LEVEL {
        let line = measures.line(fonts.heading(level)).into();
        sheet.heading(level, &[line, indent[0], (i32::from(level) - 1).into()]);
    }
    sheet.custom("Ending", "公文结尾", "Ending", (INDENTED, &indent));
    sheet.custom("Attachment", "附件说明", "Attachment", ("", &[]));
    sheet.custom("Issuer", "发文机关署名", "IssueDate", (SIGNED, &[]));
    sheet.custom("IssueDate", "成文日期", "IssueDate", (DATED, &[]));
    let table = [Grid::line(setting).into()];
    sheet.own("TableText", "公文表格", "TableText", (TABULAR, &table), &fonts.table);
    let foot = [(10 * half_points(&fonts.page_number)).into()];
    sheet.own("Footer", "footer", "Footer", (FOOT, &foot), &fonts.page_number);
    sheet.xml.raw("\n</w:styles>");
    sheet.xml.finish()
}

/// Properties of a paragraph with the values in them.
type Look<'a> = (&'a str, &'a [Value<'a>]);

/// The styles that are being written.
struct Sheet<'a> {
    xml: Xml,
    style: &'a Style,
}

impl Sheet<'_> {
    /// What holds where no style says otherwise: the type of the body.
    fn defaults(&mut self, measures: &Measures) {
        let body = &self.style.fonts.body;
        let spaces = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        self.xml.fill("<w:styles xmlns:w=\"%\">\n<w:docDefaults><w:rPrDefault><w:rPr>", &[spaces.into()]);
        self.font(body, None);
        self.xml.raw(
            r#"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
"#,
        );
        self.xml.fill(NORMAL, &[measures.pitch.into()]);
        self.type_of(body, Some(measures.spacing));
        self.xml.raw(DEFAULTS);
    }

    /// A style that Word does not know, in the type of the body.
    fn custom(&mut self, id: &str, name: &str, next: &str, look: Look<'_>) {
        self.begin(" w:customStyle=\"1\"", id, name, next);
        self.look(look);
        self.xml.raw("</w:style>");
    }

    /// A style in a font of its own, whose characters stand as they do in that.
    fn own(&mut self, id: &str, name: &str, next: &str, look: Look<'_>, font: &Font) {
        self.begin(if name.is_ascii() { "" } else { " w:customStyle=\"1\"" }, id, name, next);
        self.look(look);
        self.type_of(font, Some(0));
    }

    fn begin(&mut self, custom: &str, id: &str, name: &str, next: &str) {
        self.xml.raw("\n<w:style w:type=\"paragraph\"");
        self.xml.raw(custom);
        let template = r#" w:styleId="%"><w:name w:val="%"/><w:basedOn w:val="Normal"/><w:next w:val="%"/>"#;
        self.xml.fill(template, &[id.into(), name.into(), next.into()]);
    }

    fn look(&mut self, (template, values): Look<'_>) {
        self.xml.raw("<w:qFormat/><w:pPr>");
        self.xml.fill(template, values);
        self.xml.raw("</w:pPr>");
    }

    /// Headings on their own line, and the heading of a run-in.
    fn heading(&mut self, level: u8, values: &[Value<'_>]) {
        let font = self.style.fonts.heading(level);
        let (id, run_in) = (HEADINGS[place(level)], RUN_INS[place(level)]);
        let digit = &id["Heading".len()..];
        self.begin("", id, &["heading ", digit].concat(), "Body");
        self.xml.fill("<w:link w:val=\"%\"/>", &[run_in.into()]);
        self.look((HEADED, values));
        self.type_of(font, None);
        let template = r#"
<w:style w:type="character" w:customStyle="1" w:styleId="%"><w:name w:val="标题 % 字符"/>
<w:basedOn w:val="DefaultParagraphFont"/><w:link w:val="%"/>"#;
        self.xml.fill(template, &[run_in.into(), digit.into(), id.into()]);
        self.type_of(font, None);
    }

    /// The type of a style, which is its last.
    fn type_of(&mut self, font: &Font, spacing: Option<i32>) {
        self.xml.raw("<w:rPr>");
        self.font(font, spacing);
        self.xml.raw("</w:rPr></w:style>");
    }

    /// A font, and what follows each of its characters. One family for all characters: digits of a Chinese font are half
    /// as wide as its characters, those of others are not. That it is not bold is only said where the body is.
    fn font(&mut self, font: &Font, spacing: Option<i32>) {
        let family = font.family.as_str();
        let chinese = if is_east_asian(family) { family } else { EAST_ASIAN };
        let template = r#"<w:rFonts w:ascii="%" w:eastAsia="%" w:hAnsi="%" w:cs="%"/>"#;
        self.xml.fill(template, &[family.into(), chinese.into(), family.into(), family.into()]);
        if font.bold || self.style.fonts.body.bold {
            self.xml.fill("<w:b w:val=\"%\"/>", &[i32::from(font.bold).into()]);
        }
        if let Some(spacing) = spacing {
            self.xml.fill("<w:spacing w:val=\"%\"/>", &[spacing.into()]);
        }
        let size = half_points(font).into();
        self.xml.fill("<w:sz w:val=\"%\"/><w:szCs w:val=\"%\"/>", &[size, size]);
    }
}
