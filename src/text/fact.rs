//! Named facts in a text: `{name}`.

use super::space::trim;
use memchr::memchr2;

/// Can a fact have this name? It stands between braces in the text and before a colon in front matter.
pub fn is_fact_name(name: &str) -> bool {
    let edges_are_content = trim(name).len() == name.len();
    // An object of JavaScript has no room for this one.
    let is_free = name != "__proto__";
    !name.is_empty() && edges_are_content && is_free && !name.contains(['{', '}', ':', '：', '\n', '\r'])
}

/// The name in `{name}` at the start of a text. The search ends at the next brace of any kind: a line of open braces
/// would take ever longer if each of them looked through all that follows.
pub fn fact_name(text: &str) -> Option<&str> {
    let inside = &text['{'.len_utf8()..];
    let end = memchr2(b'{', b'}', inside.as_bytes())?;
    let name = &inside[..end];
    (inside.as_bytes()[end] == b'}' && is_fact_name(name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_at_the_next_brace() {
        assert_eq!(fact_name("{镇名}甲}"), Some("镇名"));
        assert_eq!(fact_name("{{镇名}"), None);
        assert_eq!(fact_name("{镇名"), None);
    }
}
