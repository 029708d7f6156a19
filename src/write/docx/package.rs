//! What stands around the text: what the parts are, how they belong together, how the program has to behave, which
//! fonts there are, what stands at the foot of each page.

use crate::style::families::{families, is_east_asian};
use crate::style::{Font, Style};
use crate::summary::{Block, Role, TITLE_BREAK};
use crate::write::paper::half_points;
use crate::write::xml::Xml;

/// What the parts are. Those of feet follow, if there are any.
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#;

const TYPE: &str = r#"
<Override PartName="/word/%.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%+xml"/>"#;

const RELATIONS: &str =
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;

const RELATION: &str = r#"
<Relationship Id="%" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%" Target="%.xml"/>"#;

const CORE: &str = r#"
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#;

const PROPERTIES: &str = r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%</dc:title></cp:coreProperties>"#;

/// What the parts of the text begin with, by the name of their element.
const PART: &str = r#"<w:% xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#;

/// How Word has to behave: as its versions since 2013, which is what keeps it from opening a document in the mode of an
/// older one; with Chinese rules, and without squeezing marks, which would put more characters into a line.
const SETTINGS: &str = r#"<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat><w:spaceForUL/><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="differentiateMultirowTableHeaders" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"#;

/// The number of a page between two rules, one character from the edge (7.5).
const FOOT: &str = r#"<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:%="%"/><w:jc w:val="%"/></w:pPr>
<w:r><w:rPr><w:rFonts w:hint="%"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>
<w:r><w:rPr><w:rFonts w:hint="%"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"#;

/// The parts beside the text, as it names them, by the names that their kinds have in types and relations. The last two
/// are the feet of odd and of even pages.
const PARTS: [(&str, &str, &str); 5] = [
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId4", "footer", "footer1"),
    ("rId5", "footer", "footer2"),
];

/// All parts but the text and its styles.
pub(super) fn parts(blocks: &[&Block], style: &Style) -> Vec<(&'static str, String)> {
    let named = if style.page_numbers { &PARTS[..] } else { &PARTS[..3] };
    let mut parts = vec![
        ("[Content_Types].xml", content_types(named)),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", properties(blocks)),
        ("word/_rels/document.xml.rels", document_relations(named)),
        ("word/settings.xml", settings(style)),
        ("word/fontTable.xml", font_table(style)),
    ];
    if style.page_numbers {
        parts.push(("word/footer1.xml", foot(style, "right")));
        parts.push(("word/footer2.xml", foot(style, "left")));
    }
    parts
}

fn content_types(named: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::part();
    xml.raw(TYPES);
    xml.fill(TYPE, &["document".into(), "document.main".into()]);
    for (_, kind, name) in named {
        xml.fill(TYPE, &[(*name).into(), (*kind).into()]);
    }
    xml.raw("</Types>");
    xml.finish()
}

fn package_relations() -> String {
    let mut xml = Xml::part();
    xml.raw(RELATIONS);
    xml.fill(RELATION, &["rId1".into(), "officeDocument".into(), "word/document".into()]);
    xml.raw(CORE);
    xml.raw("</Relationships>");
    xml.finish()
}

fn document_relations(named: &[(&str, &str, &str)]) -> String {
    let mut xml = Xml::part();
    xml.raw(RELATIONS);
    for (id, kind, name) in named {
        xml.fill(RELATION, &[(*id).into(), (*kind).into(), (*name).into()]);
    }
    xml.raw("</Relationships>");
    xml.finish()
}

/// The title alone: a date would make each writing another file.
fn properties(blocks: &[&Block]) -> String {
    let title = blocks.iter().find(|block| block.role == Role::Title);
    let title = title.map_or(String::new(), |title| title.text.replace(TITLE_BREAK, ""));
    let mut xml = Xml::part();
    xml.fill(PROPERTIES, &[title.as_str().into()]);
    xml.finish()
}

fn settings(style: &Style) -> String {
    let mut xml = Xml::part();
    xml.fill(PART, &["settings".into()]);
    xml.raw("<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>");
    if style.page_numbers {
        xml.raw("<w:evenAndOddHeaders/>");
    }
    xml.raw(SETTINGS);
    xml.finish()
}

/// The families, each with the name of another that stands in for it where it is missing.
fn font_table(style: &Style) -> String {
    let fonts = &style.fonts;
    let mut known: Vec<&str> = Vec::new();
    let mut xml = Xml::part();
    xml.fill(PART, &["fonts".into()]);
    let others = [&fonts.title, &fonts.body, &fonts.table, &fonts.page_number];
    for Font { family, .. } in others.into_iter().chain(&fonts.headings) {
        if !known.contains(&family.as_str()) {
            known.push(family);
            self::font(&mut xml, family);
        }
    }
    xml.raw("</w:fonts>");
    xml.finish()
}

fn font(xml: &mut Xml, family: &str) {
    xml.fill("<w:font w:name=\"%\">", &[family.into()]);
    // 仿宋 for 仿宋_GB2312; 小标宋 comes with no system under any of its names.
    let others = &families(family)[1..];
    if let Some(other) = others.iter().find(|other| !other.contains("小标宋") && !other.is_ascii()) {
        xml.fill("<w:altName w:val=\"%\"/>", &[(*other).into()]);
    }
    if is_east_asian(family) {
        xml.raw("<w:charset w:val=\"86\"/>");
    }
    xml.raw("<w:family w:val=\"auto\"/></w:font>");
}

fn foot(style: &Style, side: &str) -> String {
    let font = &style.fonts.page_number;
    let away = 10 * half_points(font);
    let mut xml = Xml::part();
    xml.fill(PART, &["ftr".into()]);
    let hint = if is_east_asian(&font.family) { "eastAsia" } else { "default" };
    xml.fill(FOOT, &[side.into(), away.into(), side.into(), hint.into(), hint.into()]);
    xml.finish()
}
