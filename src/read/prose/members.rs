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
    let Some((last, others)) = points.split_last() else { return };
    let bare = |point: &Point, mark: &str| {
        let text = point.text.strip_suffix(mark).filter(|_| point.points.is_empty())?;
        let one_clause =
            !text.is_empty() && !has_closing_mark(text) && !text.contains(['。', '！', '？', '；']);
        one_clause.then(|| text.to_owned())
    };
    let texts: Option<Vec<String>> =
        others.iter().map(|point| bare(point, &style.between)).chain([bare(last, &style.end)]).collect();
    for (point, text) in points.iter_mut().zip(texts.unwrap_or_default()) {
        point.text = text.into();
    }
}
