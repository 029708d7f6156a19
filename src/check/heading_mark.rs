//! A heading that ends in a mark which neither closes it nor lets it run on (GB/T 9704 practice: a heading
//! on its own line takes no closing mark).
//!
//! `### 强化领导，` or `### 强化领导.`. The fix ends it in 。, so that it runs on.

use super::{Check, Rule};
use crate::compose::Counted;
use crate::finding::{Finding, Severity, message};
use crate::outline::Section;

pub(super) const RULE: Rule =
    Rule { code: "heading-mark", severity: Severity::Warning, check: Check::Heading(check) };

fn check(section: &Section, _: Counted) -> Option<Finding> {
    let heading = &section.heading;
    let last = heading.chars().next_back()?;
    let before = heading[..heading.len() - last.len_utf8()].chars().next_back()?;
    let chinese_before = crate::text::space::is_wide(before);
    let wrong =
        matches!(last, '，' | '、') || (matches!(last, ',' | '.' | ';' | ':' | '!' | '?') && chinese_before);
    if !wrong {
        return None;
    }
    let span = heading.source_span(heading.len() - last.len_utf8()..heading.len());
    let what = message(
        format!("标题以“{last}”结尾：独立成行的标题不加标点，接排的标题用句号"),
        format!("The heading ends in “{last}”: one on its own line takes no mark, one that runs on takes 。"),
    );
    Some(Finding::new(RULE.code, RULE.severity, what).at(span).fix(
        message("改为句号，与下文接排", "End it in 。 and run on"),
        span,
        "。",
    ))
}
