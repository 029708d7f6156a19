//! A 成文日期 that is no date: it stands as typed (GB/T 9704-2012, 7.3.5.4: year, month and day, in Arabic
//! digits).
//!
//! `date: 2022-13-01`. Not one with blanks in it, which is still to be filled in.

use super::{Check, Rule};
use crate::compose::read_date;
use crate::finding::{Finding, Severity, message};
use crate::outline::Front;
use crate::text::blank::blanks;

pub(super) const RULE: Rule =
    Rule { code: "date-form", severity: Severity::Info, check: Check::Front(check) };

fn check(front: &Front) -> Option<Finding> {
    let date = front.date.as_ref()?;
    if read_date(date).is_some() || date.contains('{') || blanks(date).next().is_some() {
        return None;
    }
    let what = message(
        format!("“{}”不是完整的日期，已照原样写", &**date),
        format!("“{}” is not a full date; it stands as typed", &**date),
    );
    Some(
        Finding::new(RULE.code, RULE.severity, what)
            .at(date.span())
            .hint("写成 2022-12-05 或 2022年12月5日", "Write 2022-12-05"),
    )
}
