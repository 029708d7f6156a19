//! Lines, which end in LF, CR LF or CR, and the places of ASCII marks in them.

use memchr::{memchr_iter, memchr2, memrchr_iter};

/// The end of the line that holds byte `at`, before its line break.
pub fn line_end(text: &str, at: usize) -> usize {
    memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

/// Is it more than one line?
pub fn has_line_break(text: &str) -> bool {
    memchr2(b'\n', b'\r', text.as_bytes()).is_some()
}

/// Where the next line begins, given where one ends.
pub fn next_line(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    end + if rest.starts_with(b"\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

/// Where a mark or word first stands. The standard library's search is made for long patterns, and is large.
pub fn find_mark(text: &str, mark: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(*mark.as_bytes().first()?, bytes).find(|&at| bytes[at..].starts_with(mark.as_bytes()))
}

/// Where an ASCII mark last stands.
pub fn find_last_mark(text: &str, mark: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memrchr_iter(*mark.as_bytes().first()?, bytes).find(|&at| bytes[at..].starts_with(mark.as_bytes()))
}

/// The lines of a text; behind a last line end stands an empty one.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let at = start?;
        let end = line_end(text, at);
        start = (end < text.len()).then(|| next_line(text, end));
        Some(&text[at..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_in_each_way() {
        assert_eq!(lines("a\r\nb\rc\n\nd\n").collect::<Vec<_>>(), ["a", "b", "c", "", "d", ""]);
        assert_eq!(lines("").collect::<Vec<_>>(), [""]);
    }

    #[test]
    fn marks_are_found_from_both_ends() {
        assert_eq!(find_mark("甲--->乙-->", "-->"), Some(4));
        assert_eq!(find_last_mark("甲--->乙-->", "-->"), Some(10));
        assert_eq!(find_mark("--", "-->"), None);
    }
}
