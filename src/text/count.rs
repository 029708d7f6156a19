//! Counting as Word counts.

use super::space::{is_space, is_wide};
use serde::Serialize;
use std::ops::AddAssign;

/// The three figures of Word's 字数统计 box. Marks shared with Latin text (“ ” — …) are counted as Chinese,
/// as Word does in a Chinese document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// 字数: each Chinese character or mark, and each Latin word or figure, is one.
    pub words: u32,
    /// 字符数（不计空格）.
    pub characters: u32,
    /// 字符数（计空格）.
    pub characters_with_spaces: u32,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.characters += other.characters;
        self.characters_with_spaces += other.characters_with_spaces;
    }
}

/// Counts one paragraph. Line breaks and the tabs between cells part words and are no characters.
pub fn count(paragraph: &str) -> Count {
    let mut count = Count::default();
    let mut in_word = false;
    for char in paragraph.chars() {
        if matches!(char, '\n' | '\t') {
            in_word = false;
            continue;
        }
        count.characters_with_spaces += 1;
        if is_space(char) {
            in_word = false;
            continue;
        }
        count.characters += 1;
        let chinese = is_wide(char) || is_chinese_mark(char);
        count.words += u32::from(chinese || !in_word);
        in_word = !chinese;
    }
    count
}

fn is_chinese_mark(char: char) -> bool {
    matches!(char, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '×' | '\u{2460}'..='\u{24FF}' | '□')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_word_counts_them() {
        let counted = count("完成投资3.5亿元，GDP 增长**%。");
        assert_eq!(counted.words, 13);
        assert_eq!(counted.characters, 19);
        assert_eq!(counted.characters_with_spaces, 20);
    }
}
