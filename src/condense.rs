//! What a shorter summary keeps of a text.

use crate::style::Style;
use crate::text::punctuation::without_closing_mark;
use crate::text::sentence;

/// The first sentence of a paragraph, with its mark.
pub(crate) fn first_sentence<'a>(text: &'a str, style: &Style) -> &'a str {
    sentence::first_sentence(text, style.sentences())
}

/// The lead of a point (领句) as a clause: its first sentence without the mark. A text of marks alone stays.
pub(crate) fn lead<'a>(text: &'a str, style: &Style) -> &'a str {
    match without_closing_mark(first_sentence(text, style)) {
        "" => text,
        clause => clause,
    }
}
