//! Enumerations inside a paragraph: 一是…二是…, 第一，…第二，…, 首先，…其次，…, ①…②…, 1.…2.….

use super::counter::{Counter, FAMILIES, Family, begins, counter_at, goes_on};
use crate::text::punctuation::{CLOSERS, OPENERS, lead_start};
use crate::text::space::is_space;

/// A paragraph taken apart at its counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Enumeration<'a> {
    /// What stands before the first.
    pub(super) lead: &'a str,
    pub(super) members: Vec<Member<'a>>,
}

impl<'a> Enumeration<'a> {
    /// The text that it ends with.
    pub(super) fn last_text(&self) -> &'a str {
        let mut members = &self.members;
        loop {
            match members.last() {
                Some(last) if last.members.is_empty() => return last.text,
                Some(last) => members = &last.members,
                None => return "",
            }
        }
    }
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member<'a> {
    pub(super) counter: Counter<'a>,
    /// What follows the counter, up to the members under it.
    pub(super) text: &'a str,
    pub(super) members: Vec<Member<'a>>,
}

/// Takes a paragraph apart; `None` if it holds no enumeration of two members or more.
pub(super) fn enumeration(text: &str) -> Option<Enumeration<'_>> {
    let mut found = candidates(text);
    keep_enumerating(&mut found, false);
    taken_apart(text, &found).filter(|found| {
        found.members.len() > 1 || found.members.iter().any(|member| !member.members.is_empty())
    })
}

/// Takes a paragraph apart whose first words go on from a counter in the one before it.
pub(super) fn enumeration_after<'a>(before: Counter<'_>, text: &'a str) -> Option<Enumeration<'a>> {
    let first = counter_at(text).filter(|first| goes_on(before, *first))?;
    let mut found = candidates(text);
    keep_enumerating(&mut found, true);
    taken_apart(text, &found)
        .filter(|found| found.members.first().is_some_and(|member| member.counter == first))
}

fn taken_apart<'a>(text: &'a str, found: &[(usize, Counter<'a>)]) -> Option<Enumeration<'a>> {
    let (first, _) = *found.first()?;
    let mut last = [0; FAMILIES];
    found.iter().enumerate().for_each(|(at, (_, counter))| last[counter.family as usize] = at);
    let members = Nest { text, found, next: 0, last }.members(&[]);
    Some(Enumeration { lead: &text[..first], members })
}

/// Takes a line apart that enumerates from its first number on: `1.甲；2.乙。`
pub(super) fn item_row(line: &str) -> Option<Enumeration<'_>> {
    enumeration(line).filter(|found| found.lead.is_empty())
}

/// What looks like a counter at the start of a clause, outside quotes and brackets.
fn candidates(text: &str) -> Vec<(usize, Counter<'_>)> {
    let mut found = clause_starts(text);
    // Hardly any paragraph has two: only then it is worth to look at what is quoted.
    if found.len() > 1 {
        keep_unquoted(text, &mut found);
    }
    found
}

fn clause_starts(text: &str) -> Vec<(usize, Counter<'_>)> {
    let mut found = Vec::new();
    let mut after = Some('。');
    let mut begun = 0;
    for (at, char) in text.char_indices() {
        if at < begun {
            continue;
        }
        if let Some(mark) = after {
            if let Some(counter) =
                counter_at(&text[at..]).filter(|counter| counter.family.stands_behind(mark))
            {
                found.push((at, counter));
                begun = at + counter.text.len();
                after = None;
                continue;
            }
            if CLOSERS.contains(&char) || is_space(char) {
                continue;
            }
        }
        let ends = matches!(char, '。' | '！' | '？' | '；' | '：' | '，' | '…' | ',' | ';' | ':')
            || char == '.' && text[at + 1..].starts_with(' ');
        after = ends.then_some(char);
    }
    found
}

/// Drops what stands between quotes or brackets, if all of them are closed.
fn keep_unquoted(text: &str, found: &mut Vec<(usize, Counter<'_>)>) {
    let mut depth = 0_usize;
    let mut next = 0;
    let mut is_quoted = vec![false; found.len()];
    for (at, char) in text.char_indices() {
        if found.get(next).is_some_and(|(place, _)| *place == at) {
            is_quoted[next] = depth > 0;
            next += 1;
        }
        if OPENERS.contains(&char) {
            depth += 1;
        } else if CLOSERS.contains(&char) {
            depth = depth.saturating_sub(1);
        }
    }
    if depth == 0 {
        let mut is_quoted = is_quoted.into_iter();
        found.retain(|_| !is_quoted.next().unwrap_or_default());
    }
}

/// Drops what does not enumerate: counters of a family count where the first and the second of them stand. What comes
/// with them counts too, even if it skips, repeats or goes back. The first may go on from a paragraph before: then its
/// family counts anyway.
fn keep_enumerating(found: &mut Vec<(usize, Counter<'_>)>, goes_on: bool) {
    let mut keep = vec![false; found.len()];
    let mut done = [false; FAMILIES];
    if let Some((_, first)) = found.first().filter(|_| goes_on) {
        done[first.family as usize] = true;
        (0..found.len()).for_each(|at| keep[at] = found[at].1.family == first.family);
    }
    for at in 0..found.len() {
        // From each first one, the row of its family up to the next first one.
        if begins(found[at].1) {
            done[found[at].1.family as usize] |= keep_row(found, at, false, &mut keep);
        }
    }
    for at in 0..found.len() {
        // No row counts up from its first: do they go back?
        if !std::mem::replace(&mut done[found[at].1.family as usize], true) {
            keep_row(found, at, true, &mut keep);
        }
    }
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(false));
}

/// Keeps the row of counters of one family that begins here, if a first one and a second one are in it: up to the next
/// first one, or `whole`. Does it enumerate?
fn keep_row(found: &[(usize, Counter<'_>)], start: usize, whole: bool, keep: &mut [bool]) -> bool {
    let family = found[start].1.family;
    let (mut first, mut second) = (false, false);
    let mut end = start;
    while let Some((_, counter)) = found.get(end) {
        if counter.family == family {
            if !whole && end > start && begins(*counter) {
                break;
            }
            first |= begins(*counter);
            second |= counter.is_second();
        }
        end += 1;
    }
    for at in start..end {
        keep[at] |= first && second && found[at].1.family == family;
    }
    first && second
}

/// Nests counters of different kinds in each other.
struct Nest<'f, 'a> {
    text: &'a str,
    found: &'f [(usize, Counter<'a>)],
    next: usize,
    /// The last place of each family.
    last: [usize; FAMILIES],
}

impl<'a> Nest<'_, 'a> {
    /// The members that go on from the next one, up to one that belongs to a row `above`.
    fn members(&mut self, above: &[Family]) -> Vec<Member<'a>> {
        let mut members: Vec<Member<'a>> = Vec::new();
        let mut seen = [false; FAMILIES];
        while let Some(&(at, counter)) = self.found.get(self.next) {
            let family = counter.family;
            let is_new = !members.is_empty() && !seen[family as usize];
            // What broke off below a member does not nest in it again.
            let broke_off = is_new && members.last().is_some_and(|last| !last.members.is_empty());
            let parts = broke_off || self.parts(counter, &members, above);
            if !above.is_empty() && (parts || is_new && above.contains(&family)) {
                break;
            }
            match members.last_mut() {
                Some(last) if is_new && !parts => {
                    last.members = self.members(&[above, &[last.counter.family]].concat());
                }
                _ => {
                    seen[family as usize] = true;
                    let start = at + counter.text.len();
                    self.next += 1;
                    let end = self.found.get(self.next).map_or(self.text.len(), |(next, _)| *next);
                    members.push(Member { counter, text: &self.text[start..end], members: Vec::new() });
                }
            }
        }
        members
    }

    /// Does a new row begin here, beside all that stands before it? A new sentence leads to it (会议要求，), no row above
    /// goes on behind it, and it is none of those that its like had under them.
    fn parts(&self, counter: Counter<'_>, members: &[Member<'_>], above: &[Family]) -> bool {
        let Some(last) = members.last() else { return false };
        let goes_on = |family: Family| family != counter.family && self.last[family as usize] > self.next;
        begins(counter)
            && !counter.family.is_figure()
            && lead_start(last.text).is_some_and(|start| start > 0)
            && members[0].members.is_empty()
            && !goes_on(last.counter.family)
            && !above.iter().any(|family| goes_on(*family))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows an enumeration: members between ‹ ›, each with its counter in front of |.
    fn shown(text: &str) -> String {
        fn member(of: &Member<'_>) -> String {
            let inner: String = of.members.iter().map(member).collect();
            format!("‹{}|{}{inner}›", of.counter.text, of.text)
        }
        match enumeration(text) {
            None => text.into(),
            Some(found) => found.lead.to_owned() + &found.members.iter().map(member).collect::<String>(),
        }
    }

    #[test]
    fn members_begin_where_clauses_do() {
        let cases = [
            ("抓好三件事：一是学，二是做；三是改。", "抓好三件事：‹一是|学，›‹二是|做；›‹三是|改。›"),
            ("一要学。二要做。", "‹一|要学。›‹二|要做。›"),
            ("一是要学；二是做。", "‹一|是要学；›‹二是|做。›"),
            ("第一，学。第二，做。", "‹第一，|学。›‹第二，|做。›"),
            ("首先，学。其次，做。最后，改。", "‹首先，|学。›‹其次，|做。›‹最后，|改。›"),
            ("一是学：①读；②写。二是做。", "‹一是|学：‹①|读；›‹②|写。››‹二是|做。›"),
            ("一是学。一要读；二要写。二是做。", "‹一是|学。‹一|要读；›‹二|要写。››‹二是|做。›"),
            ("一是学。二是做。再来：一是读。二是写。", "‹一是|学。›‹二是|做。再来：›‹一是|读。›‹二是|写。›"),
            (
                "第一，学。第二，做。会上要求，一要读；二要写。",
                "‹第一，|学。›‹第二，|做。会上要求，›‹一|要读；›‹二|要写。›",
            ),
            (
                "第一，学。会上要求，一要读；二要写。第二，做。",
                "‹第一，|学。会上要求，‹一|要读；›‹二|要写。››‹第二，|做。›",
            ),
            ("第一，学。第二，做。做到：①读；②写。", "‹第一，|学。›‹第二，|做。做到：‹①|读；›‹②|写。››"),
            (
                "第一，学。第二，做。一是听；二是说。会上要求，一要读；二要写。",
                "‹第一，|学。›‹第二，|做。‹一是|听；›‹二是|说。会上要求，››‹一|要读；›‹二|要写。›",
            ),
            ("一是学；二是做；四是改。", "‹一是|学；›‹二是|做；›‹四是|改。›"),
            ("一是学；三是改；二是做。", "‹一是|学；›‹三是|改；›‹二是|做。›"),
            ("二是做；一是学。", "‹二是|做；›‹一是|学。›"),
            ("抓好：1.学；2.做。", "抓好：‹1.|学；›‹2.|做。›"),
            ("一、学；二、做。", "‹一、|学；›‹二、|做。›"),
            ("（一）学：（1）读；（2）写。（二）做。", "‹（一）|学：‹（1）|读；›‹（2）|写。››‹（二）|做。›"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn false_friends_are_no_members() {
        for text in [
            "两岸统一是大势，二是人心。",
            "一、二、三产业融合。",
            "坚持质量第一，效益优先。第二，做。",
            "第一、二轮土地承包，第二、三轮。",
            "一是学。",
            "第一要务是发展。",
            "他说：“一是学；二是做。”",
            "增长1.5倍，2.5倍也有可能。",
            "见附件：1.5万亩；2.5万亩。",
            "发文：（2021）1号；（2022）2号。",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
