//! A list of one point: 一是 that no 二是 follows.
//!
//! `- 抓学习。` alone.

use super::{Check, Rule};
use crate::finding::{Finding, Severity, message};
use crate::outline::{Layout, Point};

pub(super) const RULE: Rule =
    Rule { code: "lone-point", severity: Severity::Info, check: Check::Points(check) };

fn check(points: &[Point], layout: Layout) -> Vec<Finding> {
    let [point] = points else { return Vec::new() };
    if layout == Layout::Numbered || point.number.is_some() {
        return Vec::new();
    }
    let what = message("只有“一是”，没有“二是”", "There is a first point and no second");
    let finding = Finding::new(RULE.code, RULE.severity, what)
        .at(point.text.span())
        .hint("补上后面的要点，或改为“正文”", "Add the others, or make it “Text”");
    vec![finding]
}
