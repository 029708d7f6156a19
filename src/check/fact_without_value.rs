//! A named fact that has no value: it stands as typed, as a blank.
//!
//! `{人口}万人` where `facts` does not hold 人口.

use super::{Check, Rule};
use crate::finding::{Finding, Severity, message};
use crate::outline::Facts;
use crate::text::Text;
use crate::text::fact::fact_name;

pub(super) const RULE: Rule =
    Rule { code: "fact-without-value", severity: Severity::Info, check: Check::Text(check) };

fn check(text: &Text, facts: &Facts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, _) in text.match_indices('{') {
        let backslashes = text[..at].len() - text[..at].trim_end_matches('\\').len();
        let Some(name) = fact_name(&text[at..]).filter(|_| backslashes.is_multiple_of(2)) else { continue };
        if facts.value(name).is_some() {
            continue;
        }
        let what = message(format!("“{name}”还没有值"), format!("“{name}” has no value yet"));
        let finding =
            Finding::new(RULE.code, RULE.severity, what).at(text.source_span(at..at + name.len() + 2)).hint(
                format!("在文首的“事实:”下写“  {name}: …”"),
                format!("Write “  {name}: …” under “facts:” at the head"),
            );
        findings.push(finding);
    }
    findings
}
