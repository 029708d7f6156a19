//! Points nested deeper than the counters reach (一是 → ① → a.): the last form then serves them all.

use super::{Check, Rule};
use crate::finding::{Finding, Severity, message};
use crate::outline::{Layout, Point};

pub(super) const RULE: Rule =
    Rule { code: "deep-points", severity: Severity::Info, check: Check::Points(check) };

/// 一是 → ① → a.
const DEEPEST: usize = 3;

fn check(points: &[Point], _: Layout) -> Vec<Finding> {
    let mut findings = Vec::new();
    check_depth(points, 1, &mut findings);
    findings
}

fn check_depth(points: &[Point], depth: usize, findings: &mut Vec<Finding>) {
    if points.is_empty() {
        return;
    }
    if depth > DEEPEST {
        let what =
            message("要点超过三层，读者难以分清", "Points of more than three levels are hard to follow");
        let span = points.first().and_then(|point| point.text.span());
        let finding = Finding::new(RULE.code, RULE.severity, what).at(span);
        findings.push(finding.hint("改为下一级标题，或并入上一层", "Make them sections, or move them up"));
        return;
    }
    for point in points {
        check_depth(&point.points, depth + 1, findings);
    }
}
