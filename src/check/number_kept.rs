//! A kept number that does not go on from the one before it: it skips, repeats or goes back.
//!
//! `## {=四、} 工作打算` below `## 工作开展情况`

use super::{Check, Rule, each_point};
use crate::compose::Counted;
use crate::finding::{Finding, Severity, message};
use crate::outline::{Layout, Origin, Point, Section};
use crate::read::value_of;
use crate::text::punctuation::lead_start;
use crate::text::space::trim;

const CODE: &str = "number-kept";

pub(super) const HEADINGS: Rule =
    Rule { code: CODE, severity: Severity::Info, check: Check::Heading(check_heading) };

pub(super) const POINTS: Rule =
    Rule { code: CODE, severity: Severity::Info, check: Check::Points(check_points) };

fn check_heading(section: &Section, counted: Counted) -> Option<Finding> {
    let kept = section.number.as_deref().filter(|kept| !kept.is_empty())?;
    if counted.after == 0 && !counted.nested {
        // Where the first number of a text begins is the writer's own choice.
        return None;
    }
    differs(kept, counted.value, counted.after, &section.origin)
}

fn check_points(points: &[Point], _: Layout) -> Vec<Finding> {
    let mut findings = check_list(points);
    each_point(points, &mut |point| findings.append(&mut check_list(&point.points)));
    findings
}

fn check_list(points: &[Point]) -> Vec<Finding> {
    let (mut count, mut after) = (0, 0);
    let mut findings = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let (next, value) = match point.number.as_deref() {
            Some("") => (0, 0),
            Some(kept) => {
                let value = value_of(kept, true).unwrap_or(after + 1);
                // Where the first begins is the writer's own choice; behind a lead a row begins.
                let goes_on = after > 0 && !(value == 1 && begins_row(&points[..at]));
                findings.extend(goes_on.then(|| differs(kept, value, after, &point.origin)).flatten());
                (count + 1, value)
            }
            None => (count + 1, count + 1),
        };
        (count, after) = (next, value);
    }
    findings
}

/// May a row begin behind these points, in the same paragraph: do they end in words that lead to it?
pub(crate) fn begins_row(points: &[Point]) -> bool {
    let Some(last) = points.last() else { return false };
    if last.points.is_empty() { lead_start(&last.text).is_some() } else { begins_row(&last.points) }
}

fn differs(kept: &str, value: u32, after: u32, origin: &Origin) -> Option<Finding> {
    if value == after + 1 {
        return None;
    }
    let number = trim(kept);
    let next = after + 1;
    let what = if after == 0 {
        message(
            format!("序号“{number}”是这里的第一个，应从 1 开始"),
            format!("The number “{number}” is the first here and should be 1"),
        )
    } else {
        message(
            format!("序号“{number}”与前文不连续，接下来应为第 {next}"),
            format!("The number “{number}” does not go on from the one before: {next} comes next"),
        )
    };
    let finding = Finding::new(CODE, Severity::Info, what).at(origin.kept);
    let label = message("改为自动编号", "Number it automatically");
    Some(finding.fix(label, origin.kept, ""))
}
