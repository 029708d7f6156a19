//! What is known of characters: where a text stood, which marks close a sentence, how numerals are
//! written, what a blank looks like, how Word counts.

pub mod blank;
pub mod count;
pub mod fact;
pub mod lines;
pub mod numeral;
pub mod punctuation;
pub mod sentence;
pub mod space;
pub mod span;
pub mod verb;
pub(crate) mod words;

use serde::{Serialize, Serializer};
use span::Span;
use std::fmt;
use std::ops::{Deref, Range};

/// A piece of the writer's text that remembers where it stood in the source.
///
/// Line breaks are joined and backslashes taken out on the way in, so a place in `value` maps to the
/// source by stretches. A text that came from an object has none. Two texts are equal when their
/// values are.
#[derive(Clone, Default)]
pub struct Text {
    value: String,
    /// In order; what lies between two stands for a line break and was not in the source. Nearly every text is
    /// one stretch, so the first needs no memory of its own; it is empty if there is none.
    first: Stretch,
    others: Vec<Stretch>,
}

/// A stretch of a text that stood in the source as it is.
#[derive(Clone, Copy, Default)]
struct Stretch {
    value: u32,
    source: u32,
    len: u32,
}

impl Stretch {
    const fn source_end(self) -> usize {
        (self.source + self.len) as usize
    }
}

impl Text {
    /// Nothing.
    pub const EMPTY: Text =
        Text { value: String::new(), first: Stretch { value: 0, source: 0, len: 0 }, others: Vec::new() };

    /// Appends a slice of the source that stood at byte `at`.
    pub fn push_source(&mut self, slice: &str, at: usize) {
        if slice.is_empty() {
            return;
        }
        let (value, source, len) = (self.value.len() as u32, at as u32, slice.len() as u32);
        let last = self.others.last_mut().unwrap_or(&mut self.first);
        if last.len > 0 && last.value + last.len == value && last.source + last.len == source {
            last.len += len;
        } else {
            self.push_stretch(Stretch { value, source, len });
        }
        self.value.push_str(slice);
    }

    fn push_stretch(&mut self, stretch: Stretch) {
        if self.first.len == 0 {
            self.first = stretch;
        } else {
            self.others.push(stretch);
        }
    }

    /// How many of the stretches, from the first on, hold a test.
    fn count_stretches(&self, test: impl Fn(&Stretch) -> bool) -> usize {
        if self.first.len == 0 || !test(&self.first) { 0 } else { 1 + self.others.partition_point(test) }
    }

    fn stretch(&self, index: usize) -> Option<Stretch> {
        match index.checked_sub(1) {
            None => Some(self.first).filter(|first| first.len > 0),
            Some(index) => self.others.get(index).copied(),
        }
    }

    /// Takes byte `at` of a source for its place.
    pub(crate) fn stand_at(&mut self, at: usize) {
        self.first = Stretch { value: 0, source: at as u32, len: self.value.len() as u32 };
        self.others.clear();
    }

    /// Appends the blank that stands for a line break.
    pub fn push_joint(&mut self) {
        self.value.push(' ');
    }

    /// Appends the line break of a note.
    pub(crate) fn push_break(&mut self) {
        self.value.push('\n');
    }

    /// Appends a part of another text, with its place if it stood in the source as it is.
    pub(crate) fn push_part(&mut self, other: &Text, range: Range<usize>) {
        let part = &other.value[range.clone()];
        match other.source_span(range).filter(|span| span.range().len() == part.len()) {
            Some(span) => self.push_source(part, span.start as usize),
            None => self.value.push_str(part),
        }
    }

    /// The source span of a range of the value; `None` if the text came from an object.
    pub fn source_span(&self, range: Range<usize>) -> Option<Span> {
        let after = self.count_stretches(|stretch| (stretch.value as usize) <= range.start);
        let holding = after.checked_sub(1).and_then(|index| self.stretch(index));
        let inside = holding.filter(|stretch| range.start < (stretch.value + stretch.len) as usize);
        let start = match (inside, self.stretch(after)) {
            (Some(stretch), _) => stretch.source as usize + range.start - stretch.value as usize,
            (None, Some(next)) => next.source as usize,
            (None, None) => holding?.source_end(),
        };
        if range.is_empty() {
            return Some(Span::new(start, start));
        }
        let before_end = self.count_stretches(|stretch| (stretch.value as usize) < range.end);
        let last = self.stretch(before_end.checked_sub(1)?)?;
        let end = last.source as usize + (range.end - last.value as usize).min(last.len as usize);
        Some(Span::new(start.min(end), end.max(start)))
    }

    /// The source span of the whole text.
    pub fn span(&self) -> Option<Span> {
        self.source_span(0..self.value.len())
    }

    /// The same text in a source that stands `offset` bytes later.
    #[must_use]
    pub fn shifted(&self, offset: usize) -> Text {
        let mut text = self.clone();
        for stretch in text.others.iter_mut().chain([&mut text.first]) {
            stretch.source += offset as u32;
        }
        text
    }

    /// Takes the first `len` bytes off, and the blanks that follow them.
    #[must_use]
    pub fn without_front(&self, len: usize) -> Text {
        let rest = space::trim_start(&self.value[len..]);
        let cut = (self.value.len() - rest.len()) as u32;
        let mut text = Text::from(rest);
        for stretch in
            [self.first].iter().chain(&self.others).filter(|stretch| stretch.value + stretch.len > cut)
        {
            let gone = cut.saturating_sub(stretch.value);
            text.push_stretch(Stretch {
                value: (stretch.value + gone) - cut,
                source: stretch.source + gone,
                len: stretch.len - gone,
            });
        }
        text
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.value
    }
}

impl From<&str> for Text {
    fn from(value: &str) -> Self {
        Text::from(value.to_owned())
    }
}

impl From<String> for Text {
    fn from(value: String) -> Self {
        Text { value, ..Text::default() }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_joined_text_maps_to_its_line() {
        let mut text = Text::default();
        text.push_source("深入", 10);
        text.push_source("贯彻", 18);
        assert_eq!(text.source_span(6..9), Some(Span::new(18, 21)));
        assert_eq!(text.source_span(3..9), Some(Span::new(13, 21)));
        text.push_joint();
        text.push_source("GB", 30);
        assert_eq!(text.source_span(9..13), Some(Span::new(21, 24)));
        assert_eq!(text.source_span(12..13), Some(Span::new(24, 30)), "the joint alone: the line break");
        assert_eq!(text.source_span(9..15), Some(Span::new(21, 32)));
    }

    #[test]
    fn taking_the_front_off_keeps_the_rest_in_step() {
        let mut text = Text::default();
        text.push_source("一、 甲", 3);
        text.push_source("乙", 20);
        let rest = text.without_front("一、".len());
        assert_eq!(&*rest, "甲乙");
        assert_eq!(rest.source_span(0..3), Some(Span::new(10, 13)));
        assert_eq!(rest.source_span(3..6), Some(Span::new(20, 23)));
    }
}
