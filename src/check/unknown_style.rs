//! A style name that nobody defined. The summary is then in the standard form.
//!
//! `style: gongwne`

use super::{Check, Rule};
use crate::face::named_style;
use crate::finding::{Finding, Severity, message};
use crate::outline::Front;
use crate::style::Style;

pub(super) const RULE: Rule =
    Rule { code: "unknown-style", severity: Severity::Warning, check: Check::Front(check) };

fn check(front: &Front) -> Option<Finding> {
    let name = front.style.as_ref()?;
    if named_style(name).is_some() {
        return None;
    }
    let known = Style::BUILT_IN.join(", ");
    let what = message(
        format!("没有名为“{}”的样式，已用公文样式", &**name),
        format!("There is no style “{}”; the official form is used", &**name),
    );
    Some(
        Finding::new(RULE.code, RULE.severity, what)
            .at(name.span())
            .hint(format!("可用：{known}"), format!("There are: {known}")),
    )
}
