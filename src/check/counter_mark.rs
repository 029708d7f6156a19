//! A point that begins with a mark: no mark follows a counter such as 一是 (GB/T 15834-2011, B.3.7).
//!
//! `- ，抓学习` gives 一是，抓学习.

use super::{Check, Rule, each_point};
use crate::finding::{Finding, Severity, message};
use crate::outline::{Layout, Point};

pub(super) const RULE: Rule =
    Rule { code: "counter-mark", severity: Severity::Warning, check: Check::Points(check) };

fn check(points: &[Point], _: Layout) -> Vec<Finding> {
    let mut findings = Vec::new();
    each_point(points, &mut |point| findings.extend(check_point(point)));
    findings
}

fn check_point(point: &Point) -> Option<Finding> {
    if point.number.is_some() {
        return None;
    }
    let mark =
        point.text.chars().next().filter(|char| matches!(char, '，' | '、' | '：' | '；' | '。' | ','))?;
    let span = point.text.source_span(0..mark.len_utf8());
    let what = message(
        format!("“一是”之类的后面不加标点，这一点以“{mark}”开头"),
        format!("No mark follows a counter; this point begins with “{mark}”"),
    );
    let fix = message(format!("删去“{mark}”"), format!("Delete “{mark}”"));
    Some(Finding::new(RULE.code, RULE.severity, what).at(span).fix(fix, span, ""))
}
