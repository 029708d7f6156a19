//! Words and characters as data: lists in one string, which take less room than a search for each.

/// Does the text begin with one of these words, which blanks part?
pub(crate) fn begins_with_word(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.starts_with(word))
}

/// Does it end with one of them?
pub(crate) fn ends_with_word(text: &str, words: &str) -> bool {
    words.split(' ').any(|word| text.ends_with(word))
}

/// Does it begin with one of these characters?
pub(crate) fn begins_with_any(text: &str, chars: &str) -> bool {
    text.chars().next().is_some_and(|first| chars.contains(first))
}

/// Does it end with one of them?
pub(crate) fn ends_with_any(text: &str, chars: &str) -> bool {
    text.chars().next_back().is_some_and(|last| chars.contains(last))
}
