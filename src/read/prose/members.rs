//! Members of enumerations as points.

use super::counter::Counter;
use super::enumeration::{Member, enumeration};
use super::units::literal;
use crate::compose::{counter, next_count};
use crate::outline::Point;
use crate::style::Style;
use crate::text::punctuation::has_closing_mark;
use crate::text::space::trim;

/// A line as a member, with the members inside it.
pub(super) fn line_member<'a>(counter: Counter<'a>, line: &'a str) -> Member<'a> {
    let text = &line[counter.text.len()..];
    match enumeration(text) {
        Some(inner) => Member { counter, text: inner.lead, members: inner.members },
        None => Member { counter, text, members: Vec::new() },
    }
}

/// An item of a list, with the enumeration in it as the points under it.
pub(super) fn item(text: &str, style: &Style) -> Option<Point> {
    let Some(found) = enumeration(text).filter(|found| !found.lead.is_empty()) else {
        return Some(Point { text: literal(text), ..Point::default() });
    };
    let points = self::points(&found.members, 0, style)?;
    Some(Point { text: literal(trim(found.lead)), points, ..Point::default() })
}

/// Members as points; `None` if one holds nothing, which an outline has no room for.
pub(super) fn points(members: &[Member<'_>], depth: usize, style: &Style) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    for (member, count) in members.iter().zip(1..) {
        let below = self::points(&member.members, depth + 1, style)?;
        let mut point = Point { text: literal(trim(member.text)), points: below, ..Point::default() };
        if counter(next_count(count - 1, &point), &point, depth, style) != member.counter.text {
            point.number = Some(member.counter.text.into());
        }
        if point.is_empty() {
            return None;
        }
        points.push(point);
    }
    derive_marks(&mut points, style);
    Some(points)
}

/// Takes the marks off that would come again by themselves, if all of them would.
pub(super) fn derive_marks(points: &mut [Point], style: &Style) {
    let last = points.len().saturating_sub(1);
    let mark = |at| if at == last { &style.end } else { &style.between };
    for (at, point) in points.iter().enumerate() {
        let Some(text) = point.text.strip_suffix(mark(at).as_str()) else { return };
        let one_clause =
            !text.is_empty() && !has_closing_mark(text) && !text.contains(['。', '！', '？', '；']);
        if !one_clause || !point.points.is_empty() {
            return;
        }
    }
    for (at, point) in points.iter_mut().enumerate() {
        point.text = point.text[..point.text.len() - mark(at).len()].into();
    }
}
