//! What stands around the body: title and 主送机关 before it, 附件, 署名 and 成文日期 after. They are known by their
//! place and their form.

use super::lines::Lines;
use super::mark::{pattern_of, read_number};
use super::prove::are_lines;
use super::units::{Unit, attachment, is_date, is_title, literal};
use crate::compose::{Detail, Form, around};
use crate::facts::FactTable;
use crate::outline::Front;
use crate::read::number::numeral;
use crate::style::{Pattern, Style};
use crate::text::space::{trim, trim_start};
use crate::text::words::{begins_with_any, ends_with_word};
use std::ops::Range;

/// What a title that is broken over several lines ends in: the kinds of official documents.
const KINDS: &str = "决议 决定 命令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 总结 方案 办法 规定 规则 细则 条例 \
     要点 计划 规划 讲话 制度 章程 清单 情况";

/// What no name of an addressee holds, but a line that leads to what follows.
const ANNOUNCING: &str = "以下 如下 下列 包括 主要 现将 现提出 体现 开展 一年来 今年 近年 工作";

/// How many lines may stand above 主送机关: a title, what is under it, who speaks.
const LINES_ABOVE: usize = 6;

/// How many characters 主送机关 may have.
const LONGEST_ADDRESSEE: usize = 160;

/// Takes what stands around the body off both ends. A text that is there twice over keeps its end, which belongs to
/// the copy. What would not come out again is left to the body.
pub(super) fn read_around(units: &[Unit<'_>], lines: &Lines<'_>, style: &mut Style) -> (Front, Range<usize>) {
    let mut front = Front::default();
    let start = read_head(units, lines, &mut front, style);
    let mut end = units.len();
    if lines.copy.is_none() {
        end = read_foot(&units[start..], &mut front, style) + start;
    }
    if comes_out(&front, units, start..end, style) {
        return (front, start..end);
    }
    (Front::default(), 0..units.len())
}

fn comes_out(front: &Front, units: &[Unit<'_>], body: Range<usize>, style: &Style) -> bool {
    let form = Form { style, facts: &FactTable::EMPTY, detail: Detail::Full, runs: false };
    let (before, after) = around(front, form);
    let is = |blocks: &[_], units: &[Unit<'_>]| are_lines(blocks, &mut units.iter().map(|unit| unit.line()));
    is(&before, &units[..body.start]) && is(&after, &units[body.end..])
}

/// Gives where the body begins.
fn read_head(units: &[Unit<'_>], lines: &Lines<'_>, front: &mut Front, style: &mut Style) -> usize {
    let is_above = |(at, unit): &(usize, &Unit<'_>)| match unit {
        Unit::Plain(line) => !is_masthead(&units[*at..]) && (is_head_line(line) || *at > 0 && is_aside(line)),
        _ => false,
    };
    let titles = units.iter().enumerate().take_while(is_above).count();
    // An outline has no place for what stands above a title, nor for what parts it from 主送机关.
    let parted = is_masthead(&units[titles..]);
    if !parted
        && titles < LINES_ABOVE
        && let Some(to) = units.get(titles).and_then(addressee)
    {
        let colon = &to[to.trim_end_matches(['：', ':']).len()..];
        front.to = Some(literal(&to[..to.len() - colon.len()]));
        style.addressee = colon.into();
        front.title = lines.title(titles);
        return titles + 1;
    }
    let count = title_lines(&units[..titles.min(units.len().saturating_sub(1))], parted);
    front.title = lines.title(count);
    count
}

/// Does a line of the head of an issued document stand first: 发文机关标志, 发文字号, 签发人, 份号, 密级, 紧急程度 or a rule
/// (GB/T 9704-2012, 7.2)?
fn is_masthead(units: &[Unit<'_>]) -> bool {
    let Some(line) = units.first().map(|unit| unit.line()).filter(|line| !line.is_empty()) else {
        return false;
    };
    let is_below = || units.get(1).is_some_and(|below| is_below_name(below.line()));
    is_below_name(line) || line.ends_with("文件") && !line.starts_with("关于") && is_below()
}

/// Does it stand below 发文机关标志, or where there is none?
fn is_below_name(line: &str) -> bool {
    let is_rule = || line.chars().all(|char| "★☆—-－_━─=".contains(char) || char.is_ascii_digit());
    !line.is_empty() && (is_document_number(line) || is_signer(line) || is_grade(line) || is_rule())
}

/// 发文字号, whole, but that 签发人 may stand beside it: `某政发〔2023〕1号`.
fn is_document_number(line: &str) -> bool {
    let Some((word, rest)) = line.split_once(['〔', '［', '[', '【', '（', '(']) else { return false };
    let is_word = word.chars().nth(LONGEST_WORD).is_none() && word.chars().all(char::is_alphanumeric);
    let after_year = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    let Some(number) = after_year.strip_prefix(['〕', '］', ']', '】', '）', ')']) else { return false };
    let number = trim_start(number);
    let after_number = number.trim_start_matches(|char: char| char.is_ascii_digit() || "×xX".contains(char));
    let Some(aside) = trim_start(after_number).strip_prefix('号') else { return false };
    is_word
        && !line.starts_with("关于")
        && rest.len() - after_year.len() == 4
        && after_number.len() < number.len()
        && (trim(aside).is_empty() || is_signer(trim_start(aside)))
}

/// How many characters may stand before the year.
const LONGEST_WORD: usize = 15;

/// `签发人：张三`
fn is_signer(line: &str) -> bool {
    let name = line.strip_prefix("签发人").map(trim_start);
    name.is_some_and(|name| name.is_empty() || name.starts_with(['：', ':']))
}

/// 密级, perhaps with ★ and how long it holds, or 紧急程度.
fn is_grade(line: &str) -> bool {
    let words = ["绝密", "机密", "秘密", "特急", "加急", "平急"];
    let Some(rest) = words.iter().find_map(|word| line.strip_prefix(word)).map(trim_start) else {
        return false;
    };
    let period = rest.trim_start_matches(|char: char| char.is_ascii_digit());
    rest.is_empty()
        || rest.starts_with(['★', '☆'])
        || period.len() < rest.len() && matches!(period, "年" | "个月" | "月" | "日" | "天")
}

/// Could this line stand above 主送机关? A page of the web may put title, place and speaker on one line, parted by tabs.
fn is_head_line(line: &str) -> bool {
    let is_title = |part: &str| is_title(part.trim_start_matches(['—', '-']));
    line.split('\t').all(is_title) && addressee(&Unit::Plain(line)).is_none()
}

/// The day of a speech, in brackets or not.
fn is_aside(line: &str) -> bool {
    is_date(line) || line.starts_with(['（', '(']) && line.ends_with(['）', ')'])
}

/// 主送机关, colon and all; a speech begins with its hearers.
fn addressee<'a>(unit: &Unit<'a>) -> Option<&'a str> {
    let Unit::Plain(line) = *unit else { return None };
    let named = line.strip_suffix(['：', ':'])?;
    let announces = named.ends_with("是") || ANNOUNCING.split(' ').any(|word| named.contains(word));
    let one_clause =
        !named.contains(['。', '；', '：', ':', '【', '\t']) && !named.is_empty() && trim(named) == named;
    (one_clause && !announces && line.chars().nth(LONGEST_ADDRESSEE).is_none()).then_some(line)
}

/// How many lines the title has, if no 主送机关 follows them, but perhaps 发文字号.
fn title_lines(units: &[Unit<'_>], parted: bool) -> usize {
    let goes_on =
        |at: usize| units.get(at + 1).is_some_and(|next| begins_with_any(next.line(), "和及暨与的"));
    let names_kind = |at: &usize| ends_with_word(units[*at].line(), KINDS) && !goes_on(*at);
    let one_clause = |unit: &&Unit<'_>| !unit.line().contains(['，', ',']);
    let mut lines = 0..units.len().min(3);
    // What parts it from the rest shows where it ends.
    match if parted { lines.rfind(names_kind) } else { lines.find(names_kind) } {
        Some(last) => last + 1,
        None => usize::from(units.first().as_ref().is_some_and(one_clause)),
    }
}

/// Gives where the body ends.
fn read_foot(units: &[Unit<'_>], front: &mut Front, style: &mut Style) -> usize {
    let mut end = units.len();
    let plain = |at: usize| match at.checked_sub(1).map(|at| units[at]) {
        Some(Unit::Plain(line)) => Some(line),
        _ => None,
    };
    if let Some(date) = plain(end).filter(|line| end > 1 && is_date(line)) {
        front.date = Some(literal(date));
        end -= 1;
        if let Some(from) = plain(end).filter(|line| end > 1 && is_signature(line)) {
            front.from = Some(literal(from));
            end -= 1;
        }
        let form = Form { style, facts: &FactTable::EMPTY, detail: Detail::Full, runs: false };
        let (_, after) = around(front, form);
        if after.last().is_some_and(|block| block.text != date) {
            style.date.clear();
        }
    }
    read_attachments(&units[..end], front, style)
}

/// Could this line be 署名?
pub(super) fn is_signature(line: &str) -> bool {
    is_title(line) && !line.contains(['，', ','])
}

/// `附件：1.…` at the end, the further ones each on a line of its own.
fn read_attachments(units: &[Unit<'_>], front: &mut Front, style: &mut Style) -> usize {
    let Some((first, names)) = attachments(units).filter(|(first, _)| *first > 0) else { return units.len() };
    let line = units[first].line();
    let (mut number, mut texts) = (None, Vec::new());
    for name in &names {
        match numbered(name).filter(|_| names.len() > 1) {
            Some((read, text)) => {
                number = number.or(Some(read));
                texts.push(text);
            }
            None => texts.push(*name),
        }
    }
    if texts.iter().any(|text| text.is_empty()) {
        return units.len();
    }
    if let Some(number) = number {
        let Some(pattern) = pattern_of(number) else { return units.len() };
        style.attachment_number = Pattern::from(pattern.as_str());
    }
    style.attachment = line[..line.len() - names[0].len()].into();
    front.attachments = texts.into_iter().map(literal).collect();
    first
}

/// Where the attachments begin, and each with its number as it stands.
pub(super) fn attachments<'a>(units: &[Unit<'a>]) -> Option<(usize, Vec<&'a str>)> {
    let mut names = Vec::new();
    for (at, unit) in units.iter().enumerate().rev() {
        let Unit::Plain(line) = *unit else { return None };
        let labelled = labelled_attachment(line).filter(|(value, _)| *value == 1);
        // The number of one that stands alone is a part of what stands before all.
        let first = labelled.map(|(_, name)| if names.is_empty() { name } else { line });
        names.push(attachment(line).or(first).unwrap_or(line));
        if names.last() != Some(&line) || first.is_some() {
            names.reverse();
            return Some((at, names));
        }
        numbered(line)?;
    }
    None
}

/// The number of an attachment, and its name: `1.…` or `附件1：…`.
fn numbered(line: &str) -> Option<(&str, &str)> {
    let (_, name) =
        read_number(line).map(|(number, name)| (number.value, name)).or_else(|| labelled_attachment(line))?;
    Some((&line[..line.len() - name.len()], name))
}

/// `附件1：…`
fn labelled_attachment(line: &str) -> Option<(u32, &str)> {
    let label = line.strip_prefix("附件")?;
    let (value, len, _) = numeral(label)?;
    Some((value, trim_start(label[len..].strip_prefix(['：', ':'])?)))
}
