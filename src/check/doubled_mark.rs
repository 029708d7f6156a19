//! Two marks where one belongs: typed twice, or left over from an edit (GB/T 15834-2011: 。，；、 never stand
//! side by side).
//!
//! `抓学习。。`, `抓学习，。`. The fix keeps the last mark of the row. Not `？！`, `……` or marks in blanks.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity, message};
use crate::text::Text;

pub(super) const RULE: Rule =
    Rule { code: "doubled-mark", severity: Severity::Warning, check: Check::Text(check) };

const MARKS: [char; 5] = ['。', '，', '；', '、', '：'];

fn check(text: &Text, _: &FactTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(MARKS) {
        let start = at + found;
        let rest = text[start..].trim_start_matches(MARKS);
        let end = text.len() - rest.len();
        let row = &text[start..end];
        if row.chars().count() > 1 {
            findings.push(finding(row, text, start));
        }
        at = end;
    }
    findings
}

fn finding(row: &str, text: &Text, start: usize) -> Finding {
    let span = text.source_span(start..start + row.len());
    let kept = row.chars().next_back().map(String::from).unwrap_or_default();
    let what = message(format!("标点重复：“{row}”"), format!("Marks side by side: “{row}”"));
    let label = message(format!("改为“{kept}”"), format!("Make it “{kept}”"));
    Finding::new(RULE.code, RULE.severity, what).at(span).fix(label, span, kept)
}
