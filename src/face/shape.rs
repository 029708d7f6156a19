//! Shapes: types as data, and the check of a value against one.

use super::plain::Plain;
use std::fmt;

/// Places are 32 bits wide.
const MAX_WHOLE: f64 = u32::MAX as f64;

/// What a value must look like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A string.
    Text,
    /// A boolean.
    Truth,
    /// Any finite number.
    Number,
    /// A finite number above 0.
    Positive,
    /// A whole number from 0 on.
    Whole,
    /// One of these whole numbers.
    Numerals(&'static [u32]),
    /// One of these strings.
    Words(&'static [&'static str]),
    /// An array.
    List(&'static Shape),
    /// An object with any names and values of one shape.
    Record(&'static Shape),
    /// An object with these fields and no others.
    Object(&'static Interface),
    /// One of several objects, told apart by their `kind`.
    Variants(&'static Union),
    /// One of these strings, or an object.
    WordsOr(&'static [&'static str], &'static Interface),
}

/// A named object type.
#[derive(Debug)]
pub struct Interface {
    /// Its name in TypeScript.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// A named type of several objects.
#[derive(Debug)]
pub struct Union {
    /// Its name in TypeScript.
    pub name: &'static str,
    /// The `kind` and the other fields of each.
    pub variants: &'static [(&'static str, &'static [Field])],
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// May it be missing?
    pub optional: bool,
}

impl Field {
    /// A field that must be there.
    pub const fn must(name: &'static str, shape: Shape) -> Self {
        Field { name, shape, optional: false }
    }

    /// A field that may be missing.
    pub const fn may(name: &'static str, shape: Shape) -> Self {
        Field { name, shape, optional: true }
    }
}

/// What is wrong with a value: `sections[2].heading: expected a string, got number`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    place: String,
    what: String,
}

impl Wrong {
    pub(super) fn new(place: String, what: String) -> Self {
        Wrong { place, what }
    }

    /// Where it is wrong: `sections[2].heading`.
    pub fn place(&self) -> &str {
        &self.place
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

/// Checks a value. `root` names it where it is wrong as a whole; `prefix` stands before the places inside.
///
/// # Errors
/// The first place, in the order of the value, that is not of the shape.
pub fn check(value: &Plain, shape: Shape, root: &str, prefix: &str) -> Result<(), Wrong> {
    Checker { root }.check(value, shape, prefix)
}

struct Checker<'a> {
    root: &'a str,
}

impl Checker<'_> {
    fn wrong(&self, path: &str, what: String) -> Wrong {
        let place = if path.is_empty() { self.root } else { path };
        Wrong { place: place.into(), what }
    }

    fn expected(&self, path: &str, what: &str, got: &Plain) -> Wrong {
        self.wrong(path, format!("expected {what}, got {}", got.name()))
    }

    /// The same, with the value itself where it is a short string or a whole number.
    #[allow(clippy::cast_sign_loss)]
    fn expected_one_of(&self, path: &str, choices: &[String], got: &Plain) -> Wrong {
        let got = match got {
            Plain::Text(text) if text.len() <= 40 => format!("\"{text}\""),
            Plain::Number(number) if is_whole(*number) => (*number as u32).to_string(),
            got => got.name().into(),
        };
        self.wrong(path, format!("expected {}, got {got}", listed(choices, " or ")))
    }

    fn check(&self, value: &Plain, shape: Shape, path: &str) -> Result<(), Wrong> {
        match (shape, value) {
            (Shape::Text, Plain::Text(_)) | (Shape::Truth, Plain::Truth(_)) => Ok(()),
            (Shape::Number, Plain::Number(number)) if number.is_finite() => Ok(()),
            (Shape::Positive, Plain::Number(number)) if number.is_finite() && *number > 0.0 => Ok(()),
            (Shape::Whole, Plain::Number(number)) if is_whole(*number) => Ok(()),
            (Shape::Numerals(known), Plain::Number(number))
                if known.iter().any(|known| f64::from(*known).total_cmp(number).is_eq()) =>
            {
                Ok(())
            }
            (Shape::Words(known) | Shape::WordsOr(known, _), Plain::Text(text))
                if known.contains(&text.as_str()) =>
            {
                Ok(())
            }
            (Shape::List(inner), Plain::List(items)) => {
                let mut numbered = items.iter().enumerate();
                numbered.try_for_each(|(at, item)| self.check(item, *inner, &format!("{path}[{at}]")))
            }
            (Shape::Record(inner), Plain::Object(entries)) => {
                entries.iter().try_for_each(|(name, value)| self.check(value, *inner, &join(path, name)))
            }
            (Shape::Object(interface) | Shape::WordsOr(_, interface), Plain::Object(entries)) => {
                self.fields(entries, interface.fields, None, path)
            }
            (Shape::Variants(union), Plain::Object(entries)) => self.variant(entries, union, path),
            (shape, got) => Err(self.mismatch(shape, path, got)),
        }
    }

    fn mismatch(&self, shape: Shape, path: &str, got: &Plain) -> Wrong {
        match shape {
            Shape::Text => self.expected(path, "a string", got),
            Shape::Truth => self.expected(path, "a boolean", got),
            Shape::Number => self.expected(path, "a finite number", got),
            Shape::Positive => self.expected(path, "a positive number", got),
            Shape::Whole => self.expected(path, "a whole number from 0 on", got),
            Shape::List(_) => self.expected(path, "an array", got),
            Shape::Record(_) | Shape::Object(_) | Shape::Variants(_) => self.expected(path, "an object", got),
            Shape::Numerals(known) => {
                let choices: Vec<_> = known.iter().map(u32::to_string).collect();
                self.expected_one_of(path, &choices, got)
            }
            Shape::Words(known) => self.expected_one_of(path, &quoted(known.iter().copied()), got),
            Shape::WordsOr(known, _) => {
                let mut choices = quoted(known.iter().copied());
                choices.push("an object".into());
                self.expected_one_of(path, &choices, got)
            }
        }
    }

    fn variant(&self, entries: &[(String, Plain)], union: &Union, path: &str) -> Result<(), Wrong> {
        let kind =
            entries.iter().find(|(name, _)| name == "kind").map_or(&Plain::Missing, |(_, value)| value);
        let known = union.variants.iter().find(|(name, _)| matches!(kind, Plain::Text(text) if text == name));
        if let Some((_, fields)) = known {
            return self.fields(entries, fields, Some("kind"), path);
        }
        let choices = quoted(union.variants.iter().map(|(name, _)| *name));
        Err(self.expected_one_of(&join(path, "kind"), &choices, kind))
    }

    /// Checks the fields of an object; `tag` is one that has been looked at.
    fn fields(
        &self,
        entries: &[(String, Plain)],
        fields: &[Field],
        tag: Option<&str>,
        path: &str,
    ) -> Result<(), Wrong> {
        for field in fields {
            let given = entries.iter().find(|(name, _)| name == field.name);
            let value = given.map_or(&Plain::Missing, |(_, value)| value);
            if !(field.optional && *value == Plain::Missing) {
                self.check(value, field.shape, &join(path, field.name))?;
            }
        }
        let unknown = |name: &str| Some(name) != tag && fields.iter().all(|field| field.name != name);
        match entries.iter().find(|(name, _)| unknown(name)) {
            None => Ok(()),
            Some((name, _)) => {
                let names = tag.into_iter().chain(fields.iter().map(|field| field.name));
                let known: Vec<_> = names.map(str::to_owned).collect();
                let what = format!("no such field; there are {}", listed(&known, " and "));
                Err(self.wrong(&join(path, name), what))
            }
        }
    }
}

fn is_whole(number: f64) -> bool {
    (0.0..=MAX_WHOLE).contains(&number) && number.fract() == 0.0
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { format!("{path}.{name}") }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    words.map(|word| format!("\"{word}\"")).collect()
}

fn listed(choices: &[String], last_joint: &str) -> String {
    let mut list = String::new();
    for (index, choice) in choices.iter().enumerate() {
        let ends = index + 1 == choices.len();
        list.push_str(if index == 0 {
            ""
        } else if ends {
            last_joint
        } else {
            ", "
        });
        list.push_str(choice);
    }
    list
}

impl Shape {
    /// The type in TypeScript.
    pub fn typescript(self) -> String {
        match self {
            Shape::Text => "string".into(),
            Shape::Truth => "boolean".into(),
            Shape::Number | Shape::Positive | Shape::Whole => "number".into(),
            Shape::Numerals(known) => known.iter().map(u32::to_string).collect::<Vec<_>>().join(" | "),
            Shape::Words(known) => quoted(known.iter().copied()).join(" | "),
            Shape::List(inner) => match inner {
                Shape::Words(_) | Shape::Numerals(_) | Shape::WordsOr(..) => {
                    format!("({})[]", inner.typescript())
                }
                _ => format!("{}[]", inner.typescript()),
            },
            Shape::Record(inner) => format!("Record<string, {}>", inner.typescript()),
            Shape::Object(interface) => interface.name.into(),
            Shape::Variants(union) => union.name.into(),
            Shape::WordsOr(known, interface) => {
                format!("{} | {}", quoted(known.iter().copied()).join(" | "), interface.name)
            }
        }
    }
}
