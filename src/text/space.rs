//! Spaces: what the ends of a line lose, and where joined lines need one.

use super::lines::has_line_break;

/// Blanks that are not content at the ends of a line: white space of any width, and the byte order mark,
/// which nobody sees.
pub fn is_space(char: char) -> bool {
    char.is_whitespace() || char == '\u{FEFF}'
}

/// Trims the blanks of both ends.
pub fn trim(text: &str) -> &str {
    let text = trim_start(text);
    let bytes = text.as_bytes();
    let third_last = bytes.len().checked_sub(3).map(|at| bytes[at]);
    if bytes.last().is_some_and(u8::is_ascii_graphic) || third_last.is_some_and(begins_content) {
        return text;
    }
    text.trim_end_matches(is_space)
}

/// Trims the blanks at the start.
pub fn trim_start(text: &str) -> &str {
    let first = text.as_bytes().first();
    if first.is_some_and(|first| first.is_ascii_graphic() || begins_content(*first)) {
        return text;
    }
    text.trim_start_matches(is_space)
}

/// Does this byte begin a character of three bytes that is no blank? Nearly all of a Chinese text does.
fn begins_content(byte: u8) -> bool {
    (0xE4..=0xEC).contains(&byte)
}

/// Chinese characters, kana and full-width forms: beside them a line break leaves no blank.
pub fn is_wide(char: char) -> bool {
    matches!(char,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE10}'..='\u{FE6F}'
        | '\u{FF01}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Marks that Chinese and Latin text share (“ ” ‘ ’ — …): wide unless a Latin letter stands beside them.
fn is_shared_mark(char: char) -> bool {
    matches!(char, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

/// Does a line break between these two characters become a blank?
pub fn joins_with_space(before: char, after: char) -> bool {
    if is_wide(before) || is_wide(after) {
        return false;
    }
    let latin = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    latin || !(is_shared_mark(before) || is_shared_mark(after))
}

/// Replaces line breaks as the reader does: blanks at the lines' ends go, lines join. Borrowed if there is
/// nothing to do.
pub fn one_line(text: &str) -> std::borrow::Cow<'_, str> {
    if !has_line_break(text) {
        return trim(text).into();
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.split(['\n', '\r']).map(trim).filter(|line| !line.is_empty()) {
        if let (Some(before), Some(after)) = (joined.chars().next_back(), line.chars().next())
            && joins_with_space(before, after)
        {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_join_as_their_neighbours_ask() {
        assert_eq!(
            one_line("深入\n 贯彻\u{3000}\r\n\r\nGB/T\n9704 “不”\n2022"),
            "深入贯彻GB/T 9704 “不”2022"
        );
        assert_eq!(one_line("he said “no”\nand left"), "he said “no” and left");
    }
}
