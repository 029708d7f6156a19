//! Named facts in a text: `{name}`.

use super::space::trim;

/// Can a fact have this name? It stands between braces in the text and before a colon in front matter.
pub fn is_fact_name(name: &str) -> bool {
    let edges_are_content = trim(name).len() == name.len();
    // An object of JavaScript has no room for this one.
    let is_free = name != "__proto__";
    !name.is_empty() && edges_are_content && is_free && !name.contains(['{', '}', ':', '：', '\n', '\r'])
}

/// The name in `{name}` at the start of a text.
pub fn fact_name(text: &str) -> Option<&str> {
    let inside = &text['{'.len_utf8()..];
    let name = &inside[..inside.find('}')?];
    is_fact_name(name).then_some(name)
}
