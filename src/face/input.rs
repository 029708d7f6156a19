//! What comes in: checked as a whole, then read. Reading a checked value cannot fail.

use super::plain::Plain;
use super::shape::{Shape, Wrong, check};
use super::style::OWN;
use super::types::{MASK_OPTIONS, OPTIONS, OUTLINE, READ_OPTIONS};
use crate::compose::Detail;
use crate::mask::Masks;
use crate::outline::{Block, Facts, Layout, MAX_LEVEL, Outline, Point, Section};
use crate::style::{Font, Fonts, Page, Pattern, Style};
use crate::summarize::Options;
use crate::summary::Role;
use crate::text::Text;
use crate::text::fact::is_fact_name;
use crate::write::TextOptions;

/// Reads an outline object.
///
/// # Errors
/// The first place that is not as in [`OUTLINE`].
pub fn read_outline(value: Plain) -> Result<Outline, Wrong> {
    check(&value, Shape::Object(&OUTLINE), "outline", "")?;
    Ok(outline(&mut Fields::of(value)))
}

/// Reads options; missing ones are the default.
///
/// # Errors
/// The first place that is not as in [`OPTIONS`].
pub fn read_options(value: Plain) -> Result<Options, Wrong> {
    if value == Plain::Missing {
        return Ok(Options::default());
    }
    check(&value, Shape::Object(&OPTIONS), "options", "options")?;
    Ok(options(&mut Fields::of(value)))
}

/// Reads the options of reading a text: is the standard form wanted?
///
/// # Errors
/// The first place that is not as in [`READ_OPTIONS`].
pub fn read_read_options(value: Plain) -> Result<bool, Wrong> {
    if value == Plain::Missing {
        return Ok(false);
    }
    check(&value, Shape::Object(&READ_OPTIONS), "options", "options")?;
    Ok(Fields::of(value).truth("normalize").unwrap_or_default())
}

/// Reads values by the index of a blank or the name of a fact.
///
/// # Errors
/// The first value that is no string.
pub fn read_values(value: Plain) -> Result<Facts, Wrong> {
    check(&value, Shape::Record(&Shape::Text), "values", "values")?;
    Ok(facts(value))
}

/// Reads facts that are to be set.
///
/// # Errors
/// The first value that is no string, or the first name that no fact can have.
pub fn read_new_facts(value: Plain) -> Result<Facts, Wrong> {
    check(&value, Shape::Record(&Shape::Text), "facts", "facts")?;
    let facts = facts(value);
    let wrong = facts.0.iter().find(|(name, _)| !is_fact_name(name));
    wrong.map_or(Ok(()), |(name, _)| Err(no_name(format!("facts.{name}"))))?;
    Ok(facts)
}

/// Reads the name that a blank is to have.
///
/// # Errors
/// It is no string, or no fact can have it.
pub fn read_name(value: Plain) -> Result<String, Wrong> {
    check(&value, Shape::Text, "name", "")?;
    let name = value.into_text();
    if is_fact_name(&name) { Ok(name) } else { Err(no_name("name".into())) }
}

fn no_name(place: String) -> Wrong {
    Wrong::new(place, "no name of a fact: it is empty, or has blanks at an end, or holds a brace, colon, equals sign or line break".into())
}

/// Reads what is said about masking.
///
/// # Errors
/// The first place that is not as in [`MASK_OPTIONS`].
pub fn read_masks(value: Plain) -> Result<Masks, Wrong> {
    if value == Plain::Missing {
        return Ok(Masks::default());
    }
    check(&value, Shape::Object(&MASK_OPTIONS), "options", "options")?;
    let mut fields = Fields::of(value);
    Ok(Masks { names: fields.list("names", Plain::into_text), keep: fields.list("keep", Plain::into_text) })
}

/// The fields of an object; each is taken out once.
struct Fields(Vec<(String, Plain)>);

impl Fields {
    fn of(value: Plain) -> Self {
        Fields(value.into_fields())
    }

    /// A field that may be missing.
    fn take(&mut self, name: &str) -> Option<Plain> {
        let at = self.0.iter().position(|(known, _)| known == name)?;
        let (_, value) = self.0.swap_remove(at);
        (value != Plain::Missing).then_some(value)
    }

    fn string(&mut self, name: &str) -> Option<String> {
        self.take(name).map(Plain::into_text)
    }

    fn text(&mut self, name: &str) -> Option<Text> {
        self.string(name).map(Text::from)
    }

    fn truth(&mut self, name: &str) -> Option<bool> {
        self.take(name).map(|value| value == Plain::Truth(true))
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        if let Some(Plain::Number(number)) = self.take(name) { Some(number) } else { None }
    }

    /// A whole number, which the check has held to 32 bits.
    #[allow(clippy::cast_sign_loss)]
    fn whole(&mut self, name: &str) -> Option<u32> {
        self.number(name).map(|number| number as u32)
    }

    /// The fields of an object; none if it is missing.
    fn object(&mut self, name: &str) -> Fields {
        Fields::of(self.take(name).unwrap_or(Plain::Missing))
    }

    /// The items of an array, each read by `read`; none if it is missing.
    fn list<T>(&mut self, name: &str, read: impl Fn(Plain) -> T) -> Vec<T> {
        items(self.take(name), read)
    }

    fn facts(&mut self, name: &str) -> Facts {
        facts(self.take(name).unwrap_or(Plain::Missing))
    }
}

fn facts(value: Plain) -> Facts {
    Facts(value.into_fields().into_iter().map(|(name, value)| (name, value.into_text())).collect())
}

fn items<T>(value: Option<Plain>, read: impl Fn(Plain) -> T) -> Vec<T> {
    let mut list = Vec::new();
    for item in value.map(Plain::into_items).unwrap_or_default() {
        list.push(read(item));
    }
    list
}

fn text(value: Plain) -> Text {
    Text::from(value.into_text())
}

fn outline(fields: &mut Fields) -> Outline {
    Outline {
        title: fields.text("title"),
        to: fields.text("to"),
        from: fields.text("from"),
        date: fields.text("date"),
        attachments: fields.list("attachments", text),
        style: fields.text("style"),
        facts: fields.facts("facts"),
        opening: fields.list("opening", block),
        sections: fields.list("sections", section),
        closing: fields.list("closing", block),
    }
}

fn section(value: Plain) -> Section {
    let mut fields = Fields::of(value);
    Section {
        level: fields.whole("level").unwrap_or(1) as u8,
        heading: fields.text("heading").unwrap_or_default(),
        number: fields.string("number"),
        body: fields.list("body", block),
        sections: fields.list("sections", section),
        ..Section::default()
    }
}

fn block(value: Plain) -> Block {
    let mut fields = Fields::of(value);
    match fields.string("kind").as_deref() {
        Some("points") => Block::Points {
            layout: layout(&fields.string("layout").unwrap_or_default()),
            points: fields.list("points", point),
        },
        Some("table") => Block::Table {
            header: fields.list("header", text),
            rows: fields.list("rows", |row| items(Some(row), text)),
        },
        Some("note") => Block::Note { text: fields.text("text").unwrap_or_default() },
        _ => Block::Paragraph { text: fields.text("text").unwrap_or_default() },
    }
}

fn layout(name: &str) -> Layout {
    match name {
        "separate" => Layout::Separate,
        "numbered" => Layout::Numbered,
        _ => Layout::RunOn,
    }
}

fn point(value: Plain) -> Point {
    let mut fields = Fields::of(value);
    Point {
        text: fields.text("text").unwrap_or_default(),
        number: fields.string("number"),
        points: fields.list("points", point),
        ..Point::default()
    }
}

fn options(fields: &mut Fields) -> Options {
    let style = fields.take("style").and_then(|style| match style {
        Plain::Text(name) => Style::built_in(&name),
        object => Some(self::style(object)),
    });
    let detail = match fields.string("detail").as_deref() {
        Some("brief") => Detail::Brief,
        Some("headings") => Detail::Headings,
        _ => Detail::Full,
    };
    let text = TextOptions {
        indent: fields.truth("indent").unwrap_or_default(),
        blank_lines: fields.truth("blankLines").unwrap_or_default(),
        hard_lines: fields.truth("hardLines").unwrap_or_default(),
    };
    Options { style, detail, text, facts: fields.facts("facts") }
}

/// A style; what it leaves out is as in `gongwen`.
pub(super) fn style(value: Plain) -> Style {
    let fields = &mut Fields::of(value);
    let base = Style::gongwen();
    let pattern = |source: Plain| Pattern::from(&*source.into_text());
    Style {
        name: fields.string("name").unwrap_or_else(|| OWN.into()),
        numbering: fields.take("numbering").map_or(base.numbering, |list| items(Some(list), pattern)),
        through: fields.list("through", |value| level(&value)),
        counters: fields.take("counters").map_or(base.counters, |list| items(Some(list), pattern)),
        run_on: fields.truth("runOn").unwrap_or(base.run_on),
        between: fields.string("between").unwrap_or(base.between),
        end: fields.string("end").unwrap_or(base.end),
        intro: fields.string("intro").unwrap_or(base.intro),
        gap: fields.string("gap").unwrap_or(base.gap),
        addressee: fields.string("addressee").unwrap_or(base.addressee),
        attachment: fields.string("attachment").unwrap_or(base.attachment),
        attachment_number: fields.take("attachmentNumber").map_or(base.attachment_number, pattern),
        date: fields.string("date").unwrap_or(base.date),
        indent: fields.string("indent").unwrap_or(base.indent),
        indented: fields.list("indented", role),
        blank_lines: fields.truth("blankLines").unwrap_or(base.blank_lines),
        page: page(&mut fields.object("page"), &base.page),
        fonts: fonts(&mut fields.object("fonts"), &base.fonts),
        seal: fields.truth("seal").unwrap_or(base.seal),
        page_numbers: fields.truth("pageNumbers").unwrap_or(base.page_numbers),
    }
}

/// A level, which the check has held to those there are.
#[allow(clippy::cast_sign_loss)]
fn level(value: &Plain) -> u8 {
    if let Plain::Number(level) = value { *level as u8 } else { 1 }
}

/// A role by its name, which the check has held to those there are.
fn role(name: Plain) -> Role {
    let name = name.into_text();
    Role::ALL.into_iter().find(|role| role.name() == name).unwrap_or(Role::Body)
}

fn page(fields: &mut Fields, base: &Page) -> Page {
    Page {
        width: fields.number("width").unwrap_or(base.width),
        height: fields.number("height").unwrap_or(base.height),
        top: fields.number("top").unwrap_or(base.top),
        left: fields.number("left").unwrap_or(base.left),
        right: fields.number("right").unwrap_or(base.right),
        bottom: fields.number("bottom").unwrap_or(base.bottom),
        lines: fields.whole("lines").unwrap_or(base.lines),
        characters: fields.whole("characters").unwrap_or(base.characters),
        pitch: fields.number("pitch").or(base.pitch),
    }
}

fn fonts(fields: &mut Fields, base: &Fonts) -> Fonts {
    Fonts {
        headings: fields.take("headings").map_or_else(|| base.headings.clone(), |list| headings(list, base)),
        title: font(&mut fields.object("title"), &base.title),
        body: font(&mut fields.object("body"), &base.body),
        table: font(&mut fields.object("table"), &base.table),
        page_number: font(&mut fields.object("pageNumber"), &base.page_number),
    }
}

/// The fonts of headings; what one leaves out is as at its level.
fn headings(list: Plain, base: &Fonts) -> Vec<Font> {
    let levels = (1..MAX_LEVEL).chain(std::iter::repeat(MAX_LEVEL));
    let leveled = levels.zip(list.into_items());
    leveled.map(|(level, value)| font(&mut Fields::of(value), base.heading(level))).collect()
}

fn font(fields: &mut Fields, base: &Font) -> Font {
    Font {
        family: fields.string("family").unwrap_or_else(|| base.family.clone()),
        size: fields.number("size").unwrap_or(base.size),
        bold: fields.truth("bold").unwrap_or(base.bold),
    }
}
