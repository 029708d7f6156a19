//! Named facts in a text: `{name}`, and those that are computed where they stand: `{name = formula}`.

use super::lines::find_mark;
use super::space::trim;
use memchr::memchr2;

/// Can a fact have this name? It stands between braces in the text, before a colon in front matter, and before an
/// equals sign where it is computed.
pub fn is_fact_name(name: &str) -> bool {
    let edges_are_content = trim(name).len() == name.len();
    // An object of JavaScript has no room for this one.
    let is_free = name != "__proto__";
    let marks = ['{', '}', ':', '：', '=', '＝', '\n', '\r'];
    !name.is_empty() && edges_are_content && is_free && !name.contains(marks)
}

/// A fact in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it is computed of, if it is.
    pub formula: Option<&'a str>,
    /// Its bytes, with the braces.
    pub len: usize,
}

/// The fact at the start of a text that begins with a brace. The search ends at the next brace of any kind: a line of
/// open braces would take ever longer if each of them looked through all that follows.
pub fn fact(text: &str) -> Option<Fact<'_>> {
    let inside = &text['{'.len_utf8()..];
    let end = memchr2(b'{', b'}', inside.as_bytes())?;
    if inside.as_bytes()[end] != b'}' {
        return None;
    }
    let (inside, len) = (&inside[..end], end + "{}".len());
    let Some(sign) = inside.find(['=', '＝']) else {
        return is_fact_name(inside).then_some(Fact { name: inside, formula: None, len });
    };
    let (name, formula) = (trim(&inside[..sign]), inside[sign..].trim_start_matches(['=', '＝']));
    is_fact_name(name).then_some(Fact { name, formula: Some(trim(formula)), len })
}

/// The facts of a text, with the bytes where they begin. An odd number of backslashes before a brace makes it text.
pub fn facts(text: &str) -> impl Iterator<Item = (usize, Fact<'_>)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + find_mark(&text[from..], "{")?;
            let backslashes = at - text[from..at].trim_end_matches('\\').len() - from;
            let found = backslashes.is_multiple_of(2).then(|| fact(&text[at..])).flatten();
            from = at + found.map_or("{".len(), |fact| fact.len);
            if let Some(fact) = found {
                return Some((at, fact));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_at_the_next_brace() {
        assert_eq!(fact("{镇名}甲}"), Some(Fact { name: "镇名", formula: None, len: 8 }));
        assert_eq!(fact("{{镇名}"), None);
        assert_eq!(fact("{镇名"), None);
    }

    #[test]
    fn a_formula_stands_behind_an_equals_sign() {
        let read = |text| fact(text).map(|fact| (fact.name, fact.formula.unwrap_or("-")));
        assert_eq!(read("{完成率 = 出栏 / 目标 as %}"), Some(("完成率", "出栏 / 目标 as %")));
        assert_eq!(read("{和＝1+2}"), Some(("和", "1+2")));
        assert_eq!(read("{和=}"), Some(("和", "")));
        assert_eq!(read("{=（四）}"), None);
        let all: Vec<_> = facts(r"{a}\{b}\\{c}{d{e}").map(|(at, fact)| (at, fact.name)).collect();
        assert_eq!(all, [(0, "a"), (9, "c"), (14, "e")]);
    }
}
