//! The writer's text into runs: facts take their values, blanks stand out.

use super::Form;
use crate::summary::{Block, Kind};
use crate::text::Text;
use crate::text::blank::blanks;
use crate::text::fact::fact;
use crate::text::lines::find_mark;
use crate::text::punctuation::has_closing_mark;
use crate::text::span::Span;
use std::ops::Range;

/// Does this text need no closing mark: has it one, or is there nothing to close?
pub(super) fn is_closed(text: &str) -> bool {
    text.is_empty() || has_closing_mark(text)
}

/// Appends a range of a text to a block, as runs of `kind`, facts and blanks.
///
/// Before `{` a backslash is the writer's: pairs of them are one, an odd one makes the brace text.
pub(super) fn push_text(block: &mut Block, kind: Kind, text: &Text, range: Range<usize>, form: Form<'_>) {
    let mut at = range.start;
    while let Some(found) = find_mark(&text[at..range.end], "{") {
        let brace = at + found;
        let before = text[at..brace].trim_end_matches('\\');
        let run_start = at + before.len();
        let backslashes = brace - run_start;
        push_plain(block, kind, text, at..run_start, form);
        push_plain(block, kind, text, run_start..run_start + backslashes / 2, form);
        let found = backslashes.is_multiple_of(2).then(|| fact(&text[brace..range.end])).flatten();
        let end = brace + found.map_or("{".len(), |fact| fact.len);
        let place = text.source_span(brace..end);
        match found.map(|fact| form.facts.value_of(&fact)) {
            Some(Some(value)) => push_value(block, &value, place, form),
            Some(None) => block.push(Kind::Blank, &text[brace..end], place),
            None => block.push(kind, "{", place),
        }
        at = end;
    }
    push_plain(block, kind, text, at..range.end, form);
}

fn push_plain(block: &mut Block, kind: Kind, text: &Text, range: Range<usize>, form: Form<'_>) {
    if !form.runs {
        return block.push(kind, &text[range], None);
    }
    let mut at = range.start;
    for blank in blanks(&text[range.clone()]) {
        let blank = range.start + blank.start..range.start + blank.end;
        block.push(kind, &text[at..blank.start], text.source_span(at..blank.start));
        block.push(Kind::Blank, &text[blank.clone()], text.source_span(blank.clone()));
        at = blank.end;
    }
    block.push(kind, &text[at..range.end], text.source_span(at..range.end));
}

/// Appends the value of a fact. One that is masked, or not known yet, holds blanks.
fn push_value(block: &mut Block, value: &str, place: Option<Span>, form: Form<'_>) {
    let mut at = 0;
    for blank in blanks(value).filter(|_| form.runs) {
        block.push(Kind::Fact, &value[at..blank.start], place);
        block.push(Kind::Blank, &value[blank.clone()], place);
        at = blank.end;
    }
    block.push(Kind::Fact, &value[at..], place);
}
