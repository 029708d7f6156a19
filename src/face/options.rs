//! Options as an embedder gives them.

use crate::compose::Detail;
use crate::outline::Facts;
use crate::style::Style;
use crate::summarize::Options;
use crate::write::TextOptions;
use serde::{Deserialize, Deserializer};

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Given {
    style: Option<StyleChoice>,
    detail: Detail,
    indent: bool,
    blank_lines: bool,
    facts: Facts,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum StyleChoice {
    Name(String),
    Style(Box<Style>),
}

/// Reads options that are of the shape [`OPTIONS`](super::types::OPTIONS).
///
/// # Errors
/// Those of the deserializer: none, where the shape was checked.
pub fn read_options<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Options, D::Error> {
    let Given { style, detail, indent, blank_lines, facts } = Given::deserialize(deserializer)?;
    let style = match style {
        None => None,
        Some(StyleChoice::Name(name)) => Style::built_in(&name),
        Some(StyleChoice::Style(style)) => Some(*style),
    };
    Ok(Options { style, detail, text: TextOptions { indent, blank_lines }, facts })
}
