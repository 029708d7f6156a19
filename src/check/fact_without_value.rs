//! A named fact that has no value: it stands as typed, as a blank.
//!
//! `{人口}万人` where `facts` does not hold 人口, and nothing in the text computes it.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity, message};
use crate::text::Text;
use crate::text::fact::facts;

pub(super) const RULE: Rule =
    Rule { code: "fact-without-value", severity: Severity::Info, check: Check::Text(check) };

fn check(text: &Text, table: &FactTable) -> Vec<Finding> {
    let has_none = |name: &str| table.value(name).is_none() && table.failure(name).is_none();
    let plain = facts(text).filter(|(_, fact)| fact.formula.is_none() && has_none(fact.name));
    plain
        .map(|(at, fact)| {
            let name = fact.name;
            let what = message(format!("“{name}”还没有值"), format!("“{name}” has no value yet"));
            Finding::new(RULE.code, RULE.severity, what).at(text.source_span(at..at + fact.len)).hint(
                format!("在文首的“事实:”下写“  {name}: …”"),
                format!("Write “  {name}: …” under “facts:” at the head"),
            )
        })
        .collect()
}
