//! Classes of characters (GB/T 15834-2011) and the two rules that hang on them: how lines join and where a
//! sentence ends.

/// Marks that end a heading which runs on into its paragraph.
pub const RUN_IN: [char; 5] = ['。', '！', '？', '；', '：'];

/// Marks after which a point needs no other: the standard's closing marks, and the comma and pause mark of a
/// writer who goes on.
const CLOSING: [char; 13] = ['。', '！', '？', '；', '，', '：', '…', '、', '.', '!', '?', ';', ':'];

/// Closing quotes and brackets, behind which a mark still counts.
const CLOSERS: [char; 14] = ['”', '’', '」', '』', '）', ')', '】', '》', '〉', ']', '］', '"', '\'', '〕'];

const OPENERS: [char; 13] = ['“', '‘', '「', '『', '（', '(', '【', '《', '〈', '[', '［', '〔', '﹁'];

/// Blanks that are not content at the ends of a line: white space of any width, and the byte order mark,
/// which nobody sees.
pub fn is_blank(char: char) -> bool {
    char.is_whitespace() || char == '\u{FEFF}'
}

/// Trims the blanks of both ends.
pub fn trim(text: &str) -> &str {
    let mut chars = trim_start(text).chars();
    loop {
        let rest = chars.as_str();
        if !chars.next_back().is_some_and(is_blank) {
            return rest;
        }
    }
}

/// Trims the blanks at the start.
pub fn trim_start(text: &str) -> &str {
    let mut chars = text.chars();
    loop {
        let rest = chars.as_str();
        if !chars.next().is_some_and(is_blank) {
            return rest;
        }
    }
}

/// Does a heading with this text run on into the paragraph below it?
pub fn is_run_in(heading: &str) -> bool {
    heading.ends_with(RUN_IN)
}

/// Does this text end in a mark of its own, perhaps behind closing quotes or brackets?
pub fn has_closing_mark(text: &str) -> bool {
    text.ends_with(',') || text.trim_end_matches(CLOSERS).ends_with(CLOSING)
}

/// The text without the marks that close it. An ellipsis stays: it is content.
pub fn without_closing_mark(text: &str) -> &str {
    text.trim_end_matches(|char| char == ',' || (char != '…' && CLOSING.contains(&char)))
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
pub fn joins_with_blank(before: char, after: char) -> bool {
    if is_wide(before) || is_wide(after) {
        return false;
    }
    let latin = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
    latin || !(is_shared_mark(before) || is_shared_mark(after))
}

/// Which full stops a text uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentences {
    /// 。！？
    Chinese,
    /// Those, and `.` `!` `?` before a blank or the end.
    English,
}

/// The first sentence of a paragraph, its mark included; the whole text if none ends.
///
/// A sentence ends at 。！？ outside quotes and brackets. A mark just inside a closing quote ends it only
/// where the quote ends the paragraph, and then the sentence is the paragraph.
pub fn first_sentence(text: &str, sentences: Sentences) -> &str {
    let mut depth = 0_usize;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        if OPENERS.contains(&char) {
            depth += 1;
        } else if is_paired_closer(char) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            let next = chars.peek().map(|&(_, next)| next);
            let more = next.is_some_and(|next| matches!(next, '。' | '！' | '？'));
            if ends_sentence(char, next, sentences) && !more {
                return &text[..at + char.len_utf8()];
            }
        }
    }
    text
}

fn is_paired_closer(char: char) -> bool {
    CLOSERS.contains(&char) && !matches!(char, '"' | '\'')
}

fn ends_sentence(char: char, next: Option<char>, sentences: Sentences) -> bool {
    match char {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' => sentences == Sentences::English && next.is_none_or(is_blank),
        _ => false,
    }
}

/// Replaces line breaks as the reader does: blanks at the lines' ends go, lines join. Borrowed if there is
/// nothing to do.
pub fn one_line(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return trim(text).into();
    }
    let mut joined = String::with_capacity(text.len());
    for line in text.split(['\n', '\r']).map(trim).filter(|line| !line.is_empty()) {
        if let (Some(before), Some(after)) = (joined.chars().next_back(), line.chars().next())
            && joins_with_blank(before, after)
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

    #[test]
    fn a_mark_counts_behind_a_closing_quote() {
        assert!(has_closing_mark("提出“大干快上。”"));
        assert!(has_closing_mark("等等……"));
        assert!(!has_closing_mark("（见附件）"));
        assert_eq!(without_closing_mark("坚强有力。"), "坚强有力");
        assert_eq!(without_closing_mark("等等……"), "等等……");
    }

    #[test]
    fn a_sentence_ends_outside_quotes_and_brackets() {
        let first = |text| first_sentence(text, Sentences::Chinese);
        assert_eq!(first("坚持“先学。后做。”两步走。再说。"), "坚持“先学。后做。”两步走。");
        assert_eq!(first("他说：“先学。”"), "他说：“先学。”");
        assert_eq!(first("真的吗？！真的。"), "真的吗？！");
        assert_eq!(first("没有句号"), "没有句号");
        assert_eq!(first_sentence("Costs fell 3.5%. Good.", Sentences::English), "Costs fell 3.5%.");
    }
}
