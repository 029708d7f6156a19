//! Where a sentence ends.

use super::fact::fact;
use super::punctuation::{CLOSERS, OPENERS};
use super::space::is_space;

/// Which full stops a text uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sentences {
    /// 。！？
    Chinese,
    /// Those, and `.` `!` `?` before a space or the end.
    English,
}

/// The first sentence of a paragraph, its mark included; the whole text if none ends.
///
/// A sentence ends at 。！？ outside quotes, brackets and the name of a fact. A mark just inside a closing quote
/// ends it only where the quote ends the paragraph, and then the sentence is the paragraph.
pub fn first_sentence(text: &str, sentences: Sentences) -> &str {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(char) = text[at..].chars().next() {
        let rest = &text[at + char.len_utf8()..];
        at += char.len_utf8();
        if OPENERS.contains(&char) {
            depth += 1;
        } else if let Some(whole) = whole_length(&text[at - char.len_utf8()..], char) {
            at += whole - char.len_utf8();
        } else if CLOSERS.contains(&char) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && ends_sentence(char, rest, sentences) {
            return &text[..at];
        }
    }
    text
}

/// What begins here and is passed over whole: straight quotes, which do not tell opening from closing, with
/// what is between them, and a fact. An apostrophe is no quote.
fn whole_length(text: &str, first: char) -> Option<usize> {
    match first {
        '"' => Some(text[1..].find('"').map_or(1, |close| close + 2)),
        '\'' => Some(1),
        '{' => Some(fact(text).map_or(1, |fact| fact.len)),
        _ => None,
    }
}

fn ends_sentence(char: char, rest: &str, sentences: Sentences) -> bool {
    if rest.starts_with(['。', '！', '？']) {
        return false;
    }
    match char {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' => sentences == Sentences::English && rest.chars().next().is_none_or(is_space),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_outside_quotes_and_brackets() {
        let first = |text| first_sentence(text, Sentences::Chinese);
        assert_eq!(first("坚持“先学。后做。”两步走。再说。"), "坚持“先学。后做。”两步走。");
        assert_eq!(first("坚持\"先学。后做。\"两步走。再说。"), "坚持\"先学。后做。\"两步走。");
        assert_eq!(first("坚持﹁先学。﹂为先。再说。"), "坚持﹁先学。﹂为先。");
        assert_eq!(first("{今年。数}万元。再说。"), "{今年。数}万元。");
        assert_eq!(first("长5\"的管。再说。"), "长5\"的管。");
        assert_eq!(first("他说：“先学。”"), "他说：“先学。”");
        assert_eq!(first("真的吗？！真的。"), "真的吗？！");
        assert_eq!(first("没有句号"), "没有句号");
        assert_eq!(first_sentence("It's 3.5%. Good.", Sentences::English), "It's 3.5%.");
    }
}
