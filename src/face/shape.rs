//! Shapes: types as data, and the check of a value against one.

use std::fmt;

/// How deep a value may nest: deeper ones would overflow the stack, and none of ours does.
const MAX_DEPTH: usize = 100;

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

/// What a value is, before it is known what it should be.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind<V> {
    /// Missing.
    Undefined,
    /// A string.
    Text(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Truth,
    /// An array.
    List(Vec<V>),
    /// A plain object, as its own enumerable fields.
    Object(Vec<(String, V)>),
    /// Anything else, by its name.
    Other(&'static str),
}

/// A value that can be looked into: one of JavaScript, or one of JSON.
pub trait Value: Sized {
    /// What it is.
    fn kind(&self) -> Kind<Self>;
}

impl<V> Kind<V> {
    fn name(&self) -> String {
        match self {
            Kind::Undefined => "undefined".into(),
            Kind::Text(_) => "string".into(),
            Kind::Number(_) => "number".into(),
            Kind::Truth => "boolean".into(),
            Kind::List(_) => "array".into(),
            Kind::Object(_) => "object".into(),
            Kind::Other(name) => (*name).into(),
        }
    }

    /// The value itself where it is short, else what it is.
    fn shown(&self) -> String {
        match self {
            Kind::Text(text) if text.chars().count() <= 40 => format!("{text:?}"),
            Kind::Number(number) => number.to_string(),
            _ => self.name(),
        }
    }
}

/// What is wrong with a value: `sections[2].heading: expected a string, got number`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    place: String,
    what: String,
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
pub fn check<V: Value>(value: &V, shape: Shape, root: &str, prefix: &str) -> Result<(), Wrong> {
    let checker = Checker { root };
    checker.check(value, shape, prefix, 0)
}

struct Checker<'a> {
    root: &'a str,
}

impl Checker<'_> {
    fn wrong(&self, path: &str, what: String) -> Wrong {
        let place = if path.is_empty() { self.root } else { path };
        Wrong { place: place.into(), what }
    }

    fn expected<V>(&self, path: &str, what: &str, got: &Kind<V>) -> Wrong {
        self.wrong(path, format!("expected {what}, got {}", got.name()))
    }

    fn expected_one_of<V>(&self, path: &str, choices: &[String], got: &Kind<V>) -> Wrong {
        self.wrong(path, format!("expected {}, got {}", any_of(choices), got.shown()))
    }

    fn check<V: Value>(&self, value: &V, shape: Shape, path: &str, depth: usize) -> Result<(), Wrong> {
        if depth > MAX_DEPTH {
            return Err(self.wrong(path, format!("nested more than {MAX_DEPTH} deep")));
        }
        match (shape, value.kind()) {
            (Shape::Text, Kind::Text(_)) | (Shape::Truth, Kind::Truth) => Ok(()),
            (Shape::Number, Kind::Number(number)) if number.is_finite() => Ok(()),
            (Shape::Whole, Kind::Number(number))
                if (0.0..=MAX_WHOLE).contains(&number) && number.fract() == 0.0 =>
            {
                Ok(())
            }
            (Shape::Numerals(known), Kind::Number(number))
                if known.iter().any(|known| f64::from(*known).total_cmp(&number).is_eq()) =>
            {
                Ok(())
            }
            (Shape::Words(known) | Shape::WordsOr(known, _), Kind::Text(text))
                if known.contains(&text.as_str()) =>
            {
                Ok(())
            }
            (Shape::List(inner), Kind::List(items)) => {
                items.iter().enumerate().try_for_each(|(index, item)| {
                    self.check(item, *inner, &format!("{path}[{index}]"), depth + 1)
                })
            }
            (Shape::Record(inner), Kind::Object(entries)) => entries
                .iter()
                .try_for_each(|(name, value)| self.check(value, *inner, &join(path, name), depth + 1)),
            (Shape::Object(interface) | Shape::WordsOr(_, interface), Kind::Object(entries)) => {
                self.fields(&entries, interface.fields, None, path, depth)
            }
            (Shape::Variants(union), Kind::Object(entries)) => self.variant(&entries, union, path, depth),
            (shape, got) => Err(self.mismatch(shape, path, &got)),
        }
    }

    fn mismatch<V>(&self, shape: Shape, path: &str, got: &Kind<V>) -> Wrong {
        match shape {
            Shape::Text => self.expected(path, "a string", got),
            Shape::Truth => self.expected(path, "a boolean", got),
            Shape::Number => self.expected(path, "a finite number", got),
            Shape::Whole => self.expected(path, "a whole number", got),
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

    fn variant<V: Value>(
        &self,
        entries: &[(String, V)],
        union: &Union,
        path: &str,
        depth: usize,
    ) -> Result<(), Wrong> {
        let kind = entries.iter().find(|(name, _)| name == "kind");
        let kind = kind.map_or(Kind::Undefined, |(_, value)| value.kind());
        let known = union.variants.iter().find(|(name, _)| matches!(&kind, Kind::Text(text) if text == name));
        if let Some((_, fields)) = known {
            return self.fields(entries, fields, Some("kind"), path, depth);
        }
        let choices = quoted(union.variants.iter().map(|(name, _)| *name));
        Err(self.expected_one_of(&join(path, "kind"), &choices, &kind))
    }

    /// Checks the fields of an object; `tag` is one that has been looked at.
    fn fields<V: Value>(
        &self,
        entries: &[(String, V)],
        fields: &[Field],
        tag: Option<&str>,
        path: &str,
        depth: usize,
    ) -> Result<(), Wrong> {
        for field in fields {
            let path = join(path, field.name);
            match entries.iter().find(|(name, _)| name == field.name) {
                Some((_, value)) => {
                    let missing = matches!(value.kind(), Kind::Undefined);
                    if !(missing && field.optional) {
                        self.check(value, field.shape, &path, depth + 1)?;
                    }
                }
                None if field.optional => {}
                None => return Err(self.mismatch(field.shape, &path, &Kind::<V>::Undefined)),
            }
        }
        let unknown = |name: &str| Some(name) != tag && fields.iter().all(|field| field.name != name);
        match entries.iter().find(|(name, _)| unknown(name)) {
            None => Ok(()),
            Some((name, _)) => {
                let choices: Vec<_> = fields.iter().map(|field| field.name.to_owned()).collect();
                Err(self.wrong(&join(path, name), format!("no such field; there are {}", all_of(&choices))))
            }
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.into() } else { format!("{path}.{name}") }
}

fn quoted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    words.map(|word| format!("{word:?}")).collect()
}

fn any_of(choices: &[String]) -> String {
    listed(choices, " or ")
}

fn all_of(choices: &[String]) -> String {
    listed(choices, " and ")
}

fn listed(choices: &[String], last_joint: &str) -> String {
    match choices {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{last_joint}{last}", first.join(", ")),
    }
}

impl Shape {
    /// The type in TypeScript.
    pub fn typescript(self) -> String {
        match self {
            Shape::Text => "string".into(),
            Shape::Truth => "boolean".into(),
            Shape::Number | Shape::Whole => "number".into(),
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
