//! A fact that is computed although it is given a value, too: the computed one counts.
//!
//! `{完成率 = 出栏 / 目标 as %}` where `facts` holds 完成率 as well.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity, message};
use crate::text::Text;
use crate::text::fact::facts;

pub(super) const RULE: Rule =
    Rule { code: "fact-given-twice", severity: Severity::Warning, check: Check::Text(check) };

fn check(text: &Text, table: &FactTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, fact) in facts(text).filter(|(_, fact)| fact.formula.is_some()) {
        let name = fact.name;
        let Some(value) = table.given().value(name) else { continue };
        let what = message(
            format!("“{name}”已有值“{value}”，又写了算式，以算式为准"),
            format!("“{name}” has a value, “{value}”, and a formula; the formula counts"),
        );
        let finding = Finding::new(RULE.code, RULE.severity, what).at(text.source_span(at..at + fact.len));
        findings.push(finding.hint("删去值，或删去算式", "Delete the value or the formula"));
    }
    findings
}
