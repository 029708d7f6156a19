//! A style as an object: what it does in another way than the standard form.

use super::input::style;
use super::json::{read_json, write_json};
use super::plain::Plain;
use super::shape::{Shape, Wrong, check};
use super::types::STYLE;
use crate::style::{Font, Fonts, Page, Pattern, Style};

/// What a style is called that has no name.
pub(crate) const OWN: &str = "custom";

/// A style by its name, or as a line of JSON: what front matter may say.
pub(crate) fn named_style(name: &str) -> Option<Style> {
    if !name.starts_with('{') {
        return Style::built_in(name);
    }
    let value = read_json(name)?;
    check(&value, Shape::Object(&STYLE), "style", "").ok()?;
    Some(style(value))
}

/// What front matter says of a style; nothing of the standard one.
pub(crate) fn style_name(style: &Style) -> Option<String> {
    if Style::built_in(&style.name).as_ref() == Some(style) {
        return (style.name != Style::gongwen().name).then(|| style.name.clone());
    }
    Some(write_json(&style_object(style)))
}

/// Reads a style object.
///
/// # Errors
/// The first place that is not as in [`STYLE`]; an empty one where the value is no object at all.
pub fn read_style(value: Plain) -> Result<Style, Wrong> {
    check(&value, Shape::Object(&STYLE), "", "")?;
    Ok(style(value))
}

/// What front matter says of a style that somebody chose: nothing where only its name differs from the standard form,
/// whose name it no longer has where more does.
pub fn style_line(style: &Style) -> String {
    let own = if style.name == Style::gongwen().name { OWN } else { &style.name };
    let renamed = |name: &str| Style { name: name.into(), ..style.clone() };
    if renamed("gongwen") == Style::gongwen() {
        return String::new();
    }
    write_json(&style_object(&renamed(own)))
}

/// A style with all its fields.
pub fn whole_style(style: &Style) -> Plain {
    let mut fields = object(style);
    fields.insert(0, ("name".to_owned(), text(&style.name)));
    Plain::Object(fields)
}

/// An object that reads as the style.
pub fn style_object(style: &Style) -> Plain {
    let mut fields = Vec::new();
    if style.name != OWN {
        fields.push(("name".to_owned(), text(&style.name)));
    }
    fields.extend(differing(object(style), object(&Style::gongwen())));
    Plain::Object(fields)
}

fn object(style: &Style) -> Vec<(String, Plain)> {
    FIELDS.iter().map(|(name, of)| ((*name).to_owned(), of(style))).collect()
}

/// The fields that differ from the usual ones of the same names, of objects in them too: what is left out is as usual.
fn differing(fields: Vec<(String, Plain)>, usual: Vec<(String, Plain)>) -> Vec<(String, Plain)> {
    let differs = fields.into_iter().zip(usual).filter(|((_, value), (_, usual))| value != usual);
    let of_objects = differs.map(|((name, value), (_, usual))| match (value, usual) {
        (Plain::Object(fields), Plain::Object(usual)) => (name, Plain::Object(differing(fields, usual))),
        (value, _) => (name, value),
    });
    of_objects.collect()
}

type Of = fn(&Style) -> Plain;

const FIELDS: [(&str, Of); 19] = [
    ("numbering", |style| patterns(&style.numbering)),
    ("through", |style| list(&style.through, |level| Plain::Number(f64::from(*level)))),
    ("counters", |style| patterns(&style.counters)),
    ("runOn", |style| Plain::Truth(style.run_on)),
    ("between", |style| text(&style.between)),
    ("end", |style| text(&style.end)),
    ("intro", |style| text(&style.intro)),
    ("gap", |style| text(&style.gap)),
    ("addressee", |style| text(&style.addressee)),
    ("attachment", |style| text(&style.attachment)),
    ("attachmentNumber", |style| text(style.attachment_number.source())),
    ("date", |style| text(&style.date)),
    ("indent", |style| text(&style.indent)),
    ("indented", |style| list(&style.indented, |role| text(role.name()))),
    ("blankLines", |style| Plain::Truth(style.blank_lines)),
    ("page", |style| page(&style.page)),
    ("fonts", |style| fonts(&style.fonts)),
    ("seal", |style| Plain::Truth(style.seal)),
    ("pageNumbers", |style| Plain::Truth(style.page_numbers)),
];

fn text(text: &str) -> Plain {
    Plain::Text(text.into())
}

fn list<T>(items: &[T], plain: impl Fn(&T) -> Plain) -> Plain {
    Plain::List(items.iter().map(plain).collect())
}

fn patterns(patterns: &[Pattern]) -> Plain {
    list(patterns, |pattern| text(pattern.source()))
}

fn fields<const N: usize>(fields: [(&str, Plain); N]) -> Plain {
    Plain::Object(fields.map(|(name, value)| (name.to_owned(), value)).into())
}

fn page(page: &Page) -> Plain {
    fields([
        ("width", Plain::Number(page.width)),
        ("height", Plain::Number(page.height)),
        ("top", Plain::Number(page.top)),
        ("left", Plain::Number(page.left)),
        ("right", Plain::Number(page.right)),
        ("bottom", Plain::Number(page.bottom)),
        ("lines", Plain::Number(f64::from(page.lines))),
        ("characters", Plain::Number(f64::from(page.characters))),
        ("pitch", page.pitch.map_or(Plain::Missing, Plain::Number)),
    ])
}

fn fonts(fonts: &Fonts) -> Plain {
    fields([
        ("title", font(&fonts.title)),
        ("headings", list(&fonts.headings, font)),
        ("body", font(&fonts.body)),
        ("table", font(&fonts.table)),
        ("pageNumber", font(&fonts.page_number)),
    ])
}

fn font(font: &Font) -> Plain {
    fields([
        ("family", text(&font.family)),
        ("size", Plain::Number(font.size)),
        ("bold", Plain::Truth(font.bold)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_holds_what_differs() {
        let mut style = Style { seal: true, page_numbers: false, ..Style::gongwen() };
        style.page.pitch = Some(28.95);
        style.page.top = 35.5;
        style.fonts.title.family = "宋体".into();
        style.fonts.page_number.bold = true;
        style.fonts.headings.truncate(1);
        let json = r#"{"name":"gongwen","page":{"top":35.5,"pitch":28.95},"fonts":{"title":{"family":"宋体"},"headings":[{"family":"黑体","size":16,"bold":false}],"pageNumber":{"bold":true}},"seal":true,"pageNumbers":false}"#;
        assert_eq!(write_json(&style_object(&style)), json);
        assert_eq!(named_style(json), Some(style));
    }

    #[test]
    fn a_line_says_only_what_was_chosen() {
        let line = |json: &str| style_line(&named_style(json).unwrap());
        assert_eq!(line("gongwen"), "");
        assert_eq!(line("{}"), "");
        assert_eq!(line(r#"{"name":"本单位","seal":false}"#), "");
        assert_eq!(line(r#"{"name":"gongwen","seal":true}"#), r#"{"seal":true}"#);
        assert_eq!(line(r#"{"name":"本单位","seal":true}"#), r#"{"name":"本单位","seal":true}"#);
        assert_eq!(named_style(&line("decimal")), Some(Style::decimal()));
    }

    #[test]
    fn a_whole_style_reads_back() {
        for style in [Style::gongwen(), Style::decimal(), Style::english()] {
            assert_eq!(read_style(whole_style(&style)), Ok(style));
        }
    }

    #[test]
    fn what_is_no_style_is_told_by_its_place() {
        let place = |json: &str| read_style(read_json(json).unwrap()).unwrap_err().place().to_owned();
        assert_eq!(place("[]"), "");
        assert_eq!(place(r#"{"fonts":{"headings":[{},{"size":"3号"}]}}"#), "fonts.headings[1].size");
        assert_eq!(place(r#"{"colour":"red"}"#), "colour");
    }

    #[test]
    fn what_a_font_leaves_out_is_as_in_the_standard_form() {
        let fonts =
            named_style(r#"{"fonts":{"headings":[{},{"bold":true},{"size":15}],"table":{}}}"#).unwrap().fonts;
        let usual = Fonts::default();
        let bold = Font { bold: true, ..usual.headings[1].clone() };
        let small = Font { size: 15.0, ..usual.headings[2].clone() };
        assert_eq!(fonts, Fonts { headings: vec![usual.headings[0].clone(), bold, small], ..usual });
    }

    #[test]
    fn a_style_reads_back() {
        for style in [Style::gongwen(), Style::decimal(), Style::english()] {
            let name = write_json(&style_object(&style));
            assert_eq!(named_style(&name), Some(style), "{name}");
        }
        assert_eq!(style_name(&Style::gongwen()), None);
        assert_eq!(named_style("decimal"), Some(Style::decimal()));
        for wrong in [
            "gongwne",
            "{}x",
            "{\"indent\":1}",
            "{\"colour\":\"red\"}",
            "{\"fonts\":{\"body\":{\"size\":0}}}",
        ] {
            assert_eq!(named_style(wrong), None, "{wrong}");
        }
    }
}
