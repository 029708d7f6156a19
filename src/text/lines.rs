//! Lines, which end in LF, CR LF or CR.

use memchr::memchr2;

/// The end of the line that holds byte `at`, before its line break.
pub fn line_end(text: &str, at: usize) -> usize {
    memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |length| at + length)
}

/// Where the next line begins, given where one ends.
pub fn next_line(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    end + if rest.starts_with(b"\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}
