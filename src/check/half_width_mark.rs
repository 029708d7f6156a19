//! A half-width mark between Chinese characters (GB/T 15834-2011: marks of Chinese text take a full cell).
//!
//! `抓学习,抓落实`. Not in figures or Latin text: `3.5`, `12:30`.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity, message};
use crate::text::Text;
use crate::text::space::is_wide;

pub(super) const RULE: Rule =
    Rule { code: "half-width-mark", severity: Severity::Info, check: Check::Text(check) };

const PAIRS: [(char, &str); 5] = [(',', "，"), (';', "；"), (':', "："), ('?', "？"), ('!', "！")];

fn check(text: &Text, _: &FactTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, _) in text.match_indices(|char: char| PAIRS.iter().any(|(half, _)| *half == char)) {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let in_chinese = before.is_some_and(is_wide) && after.is_none_or(is_wide);
        let mark = text[at..].chars().next();
        let pair = PAIRS.iter().find(|(half, _)| Some(*half) == mark).filter(|_| in_chinese);
        let Some((half, full)) = pair else { continue };
        let span = text.source_span(at..at + 1);
        let what =
            message(format!("中文里用了半角的“{half}”"), format!("A half-width “{half}” in Chinese text"));
        let label = message(format!("改为“{full}”"), format!("Make it “{full}”"));
        findings.push(Finding::new(RULE.code, RULE.severity, what).at(span).fix(label, span, *full));
    }
    findings
}
