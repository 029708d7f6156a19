//! Values as plain data: what JavaScript and JSON have in common.

use serde::{Serialize, Serializer};

/// How deep a value may nest: deeper ones would overflow the stack, and none of ours does.
pub const MAX_DEPTH: usize = 100;

/// A value that came in.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// `undefined`.
    Missing,
    /// A string.
    Text(String),
    /// A number.
    Number(f64),
    /// A boolean.
    Truth(bool),
    /// An array.
    List(Vec<Plain>),
    /// An object, as its own enumerable fields.
    Object(Vec<(String, Plain)>),
    /// Anything else, by what it is: `null`, `function`, `something nested more than 100 deep`.
    Other(&'static str),
}

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Text(text) => serializer.serialize_str(text),
            Plain::Number(number) => serializer.serialize_f64(*number),
            Plain::Truth(truth) => serializer.serialize_bool(*truth),
            Plain::List(items) => serializer.collect_seq(items),
            Plain::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
            Plain::Missing | Plain::Other(_) => serializer.serialize_none(),
        }
    }
}

impl Plain {
    /// What it is, as `typeof` says.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Plain::Missing => "undefined",
            Plain::Text(_) => "string",
            Plain::Number(_) => "number",
            Plain::Truth(_) => "boolean",
            Plain::List(_) => "array",
            Plain::Object(_) => "object",
            Plain::Other(name) => name,
        }
    }

    /// A string; empty for anything else.
    pub(super) fn into_text(self) -> String {
        if let Plain::Text(text) = self { text } else { String::new() }
    }

    /// The items of an array; none for anything else.
    pub(super) fn into_items(self) -> Vec<Plain> {
        if let Plain::List(items) = self { items } else { Vec::new() }
    }

    /// The fields of an object; none for anything else.
    pub(super) fn into_fields(self) -> Vec<(String, Plain)> {
        if let Plain::Object(fields) = self { fields } else { Vec::new() }
    }
}
