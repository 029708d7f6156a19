//! A style as an object: what it does in another way than the standard form.

use super::input::style;
use super::json::{read_json, write_json};
use super::plain::Plain;
use super::shape::{Shape, check};
use super::types::STYLE;
use crate::style::{Page, Pattern, Style};

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

/// An object that reads as the style.
pub fn style_object(style: &Style) -> Plain {
    let base = Style::gongwen();
    let mut fields = Vec::new();
    if style.name != OWN {
        fields.push(("name".to_owned(), text(&style.name)));
    }
    let mut differs = |name: &str, value: Plain, usual: Plain| {
        if value != usual {
            fields.push((name.into(), value));
        }
    };
    for (name, of) in FIELDS {
        differs(name, of(style), of(&base));
    }
    Plain::Object(fields)
}

type Of = fn(&Style) -> Plain;

const FIELDS: [(&str, Of); 16] = [
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

fn page(page: &Page) -> Plain {
    let Page { width, height, top, left, right, bottom, lines, characters } = *page;
    let lengths = [
        ("width", width),
        ("height", height),
        ("top", top),
        ("left", left),
        ("right", right),
        ("bottom", bottom),
    ];
    let counts = [("lines", f64::from(lines)), ("characters", f64::from(characters))];
    let fields = lengths.into_iter().chain(counts);
    Plain::Object(fields.map(|(name, value)| (name.to_owned(), Plain::Number(value))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_reads_back() {
        for style in [Style::gongwen(), Style::decimal(), Style::english()] {
            let name = write_json(&style_object(&style));
            assert_eq!(named_style(&name), Some(style), "{name}");
        }
        assert_eq!(style_name(&Style::gongwen()), None);
        assert_eq!(named_style("decimal"), Some(Style::decimal()));
        for wrong in ["gongwne", "{}x", "{\"indent\":1}", "{\"colour\":\"red\"}"] {
            assert_eq!(named_style(wrong), None, "{wrong}");
        }
    }
}
