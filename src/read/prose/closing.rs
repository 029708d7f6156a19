//! Where the closing begins: 特此报告。 below the sections, or the foot of a letter that a remark follows.

use super::around::{attachments, is_signature};
use super::units::{Unit, is_date};
use crate::text::punctuation::without_closing_mark;
use crate::text::words::{begins_with_word, ends_with_word};

/// With what a closing paragraph begins.
const BEGINS: &str =
    "特此 专此 此致 此复 此函 妥否 当否 谢谢大家 以上报告 以上意见 以上请示 以上汇报 以上情况汇报";

/// With what a short one ends, its mark aside.
const ENDS: &str = "为盼 为荷 为感 请批复 请批示 请指示 请审示 请审阅 请审议 请函复 请予支持 请予批准";

/// How many characters such a one may have.
const LONGEST: usize = 30;

/// With what a remark below 成文日期 begins (GB/T 9704-2012, 7.3.6, 7.4.1, 7.4.2), unless it is in brackets.
const REMARKS: &str = "联系人 联系电话 联系方式 抄送 抄报 主送 主题词 信息公开 公开属性 公开方式 附件 附：";

/// Where the closing begins, if there are sections above it.
pub(super) fn closing_start(units: &[Unit<'_>]) -> Option<usize> {
    let below = units.iter().rposition(|unit| !matches!(unit, Unit::Plain(_)))? + 1;
    let lines = &units[below..];
    let words = lines.iter().position(|unit| is_closing(unit.line()));
    words.into_iter().chain(foot(lines)).min().map(|at| below + at)
}

fn is_closing(line: &str) -> bool {
    let inside = without_closing_mark(line);
    let short = line.chars().nth(LONGEST).is_none();
    begins_with_word(line, BEGINS) || short && ends_with_word(inside, ENDS)
}

/// Where the foot begins, which remarks end: with 附件, else with 署名. An outline has no field for remarks, and what
/// they follow stays with them.
fn foot(lines: &[Unit<'_>]) -> Option<usize> {
    let end = lines.iter().rposition(|unit| !is_remark(unit.line()))? + 1;
    let dated = is_date(lines[end - 1].line());
    let signed = dated && end > 1 && is_signature(lines[end - 2].line());
    let start = end - usize::from(dated) - usize::from(signed);
    attachments(&lines[..start]).map(|(first, _)| first).or(dated.then_some(start))
}

fn is_remark(line: &str) -> bool {
    let in_brackets = line.starts_with(['（', '(']) && line.ends_with(['）', ')']);
    in_brackets || line.ends_with("印发") || begins_with_word(line, REMARKS)
}
