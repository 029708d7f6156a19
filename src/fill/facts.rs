//! The facts of a source as one table, and new values for them: next year's summary is this outline with new figures.

use super::replaced;
use crate::facts::FactTable;
use crate::formula::names;
use crate::outline::Facts;
use crate::read::{Document, read_fact_places, read_front_matter, read_markdown};
use crate::summarize::formulas;
use crate::text::Text;
use crate::text::fact::facts;
use crate::text::lines::line_end;
use crate::text::space::one_line;
use crate::text::span::Span;

/// A fact of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFact {
    /// Its name.
    pub name: String,
    /// What it stands for, given or computed.
    pub value: Option<String>,
    /// What it is computed of.
    pub formula: Option<String>,
    /// In how many places it stands, formulas included.
    pub uses: u32,
}

/// The facts of a source: those of front matter, then others as they come in the text.
pub fn fact_list(source: &str) -> Vec<NamedFact> {
    let Document { front, pieces, .. } = read_markdown(source);
    let table = FactTable::new(front.facts.clone(), formulas(&front, &pieces));
    let mut list = FactList { table: &table, facts: Vec::new(), places: Vec::new() };
    for (name, _) in &front.facts.0 {
        list.place(name);
    }
    front.texts().for_each(|text| list.text(text));
    for piece in &pieces {
        piece.texts(&mut |text| list.text(text));
    }
    list.facts
}

struct FactList<'a> {
    table: &'a FactTable,
    facts: Vec<NamedFact>,
    /// Where each stands in the list, by name.
    places: Vec<(String, usize)>,
}

impl FactList<'_> {
    fn place(&mut self, name: &str) -> &mut NamedFact {
        let at = match self.places.binary_search_by(|(known, _)| known.as_str().cmp(name)) {
            Ok(known) => self.places[known].1,
            Err(new) => {
                self.places.insert(new, (name.into(), self.facts.len()));
                let value = self.table.value(name).map(str::to_owned);
                self.facts.push(NamedFact { name: name.into(), value, formula: None, uses: 0 });
                self.facts.len() - 1
            }
        };
        &mut self.facts[at]
    }

    fn text(&mut self, text: &Text) {
        for (_, fact) in facts(text) {
            let named = self.place(fact.name);
            named.uses += 1;
            let Some(formula) = fact.formula else { continue };
            named.formula.get_or_insert_with(|| formula.into());
            names(formula).for_each(|name| self.place(name).uses += 1);
        }
    }
}

/// Sets values of facts in front matter, which is begun where there is none; each stays in its line, new ones come behind.
/// All else stays to the byte.
pub fn set_facts(source: &str, values: &Facts) -> String {
    let places = read_fact_places(source);
    let known = read_front_matter(source).0.facts;
    let mut edits: Vec<(Span, String)> = Vec::new();
    for ((name, old), span) in known.0.iter().zip(&places.values) {
        let Some((_, value)) = values.0.iter().rfind(|(set, _)| set == name) else { continue };
        let value = one_line(value);
        if *value != **old {
            let apart = if old.is_empty() && source[..span.start as usize].ends_with([':', '：']) {
                " "
            } else {
                ""
            };
            edits.push((*span, format!("{apart}{value}")));
        }
    }
    let end = match source.as_bytes()[line_end(source, 0)..] {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    };
    let mut new = Facts::default();
    for (name, value) in values.0.iter().filter(|(name, _)| !known.0.iter().any(|(old, _)| old == name)) {
        new.set(name.clone(), one_line(value).into_owned());
    }
    let mut lines = String::new();
    for (name, value) in &new.0 {
        lines.extend([end, "  ", name, ": ", value]);
    }
    if !lines.is_empty() {
        let bom = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let (at, lines) = match (places.last, places.top) {
            (Some(last), _) => (last, lines),
            (None, Some(top)) => (top, format!("{end}facts:{lines}")),
            (None, None) => (bom, format!("---{end}facts:{lines}{end}---{end}")),
        };
        edits.push((Span::new(at, at), lines));
        edits.sort_by_key(|(span, _)| *span);
    }
    replaced(source, edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fill::tests::values;

    #[test]
    fn facts_are_listed_with_their_values_and_uses() {
        let source = "---\nfacts:\n  甲: 3\n  乙:\n---\n{甲}{丙 = 甲 / 丁}{丙}\\{戊}\n";
        let told: Vec<_> = fact_list(source)
            .into_iter()
            .map(|fact| (fact.name, fact.value.unwrap_or_default(), fact.formula.is_some(), fact.uses))
            .collect();
        let expected =
            [("甲", "3", false, 2), ("乙", "", false, 0), ("丙", "", true, 2), ("丁", "", false, 1)];
        let expected =
            expected.map(|(name, value, formula, uses)| (name.to_owned(), value.to_owned(), formula, uses));
        assert_eq!(told, expected);
    }

    #[test]
    fn values_are_set_in_front_matter() {
        let cases = [
            (
                "---\n事实:\n  甲: 3\n  乙:\nto: 丙\n---\n丁",
                "---\n事实:\n  甲: 4\n  乙: 5\n  己: 6\nto: 丙\n---\n丁",
            ),
            (
                "---\r\nto: 丙\r\n---\r\n丁",
                "---\r\nfacts:\r\n  甲: 4\r\n  乙: 5\r\n  己: 6\r\nto: 丙\r\n---\r\n丁",
            ),
            ("\u{FEFF}丁", "\u{FEFF}---\nfacts:\n  甲: 4\n  乙: 5\n  己: 6\n---\n丁"),
            ("", "---\nfacts:\n  甲: 4\n  乙: 5\n  己: 6\n---\n"),
        ];
        let new = values(&[("甲", "4"), ("乙", "5"), ("己", "6")]);
        for (source, expected) in cases {
            assert_eq!(set_facts(source, &new), expected);
            assert_eq!(set_facts(expected, &new), expected);
        }
    }
}
