//! A typed number that is not the count. The number is derived, so what was typed is gone from the summary;
//! if it was meant, `{=…}` keeps it.
//!
//! `## 三、工作打算` as the second section.

use super::{Check, Rule, each_point};
use crate::compose::Counted;
use crate::finding::{Edit, Finding, Fix, Severity, message};
use crate::outline::{Layout, Point, Section, Typed};

const CODE: &str = "number-differs";

pub(super) const HEADINGS: Rule =
    Rule { code: CODE, severity: Severity::Warning, check: Check::Heading(check_heading) };

pub(super) const POINTS: Rule =
    Rule { code: CODE, severity: Severity::Warning, check: Check::Points(check_points) };

fn check_heading(section: &Section, counted: Counted) -> Option<Finding> {
    differs(section.origin.typed.as_ref()?, counted.count)
}

fn check_points(points: &[Point], _: Layout) -> Vec<Finding> {
    let mut findings = check_list(points);
    each_point(points, &mut |point| findings.append(&mut check_list(&point.points)));
    findings
}

fn check_list(points: &[Point]) -> Vec<Finding> {
    let mut count = 0;
    let mut findings = Vec::new();
    for point in points {
        count = if point.number.as_deref() == Some("") { 0 } else { count + 1 };
        findings.extend(point.origin.typed.as_ref().and_then(|typed| differs(typed, count)));
    }
    findings
}

fn differs(typed: &Typed, count: u32) -> Option<Finding> {
    if typed.value == count {
        return None;
    }
    let number = &typed.text;
    let what = message(
        format!("写的是“{number}”，按顺序应为第 {count}，已自动编号"),
        format!("“{number}” is typed where number {count} comes; the number is derived"),
    );
    let mut finding = Finding::new(CODE, Severity::Warning, what).at(typed.span).hint(
        format!("编号由程序写在左边，这里不用写；确要照写，写成 {{={number}}}"),
        format!("Numbers are made for you, on the left. To keep this one, write {{={number}}}"),
    );
    finding.fix = typed.span.map(|span| Fix {
        label: message(format!("删去“{number}”"), format!("Delete “{number}”")),
        edits: vec![Edit { span, text: String::new() }],
    });
    Some(finding)
}
