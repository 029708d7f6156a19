//! Where a line may end (GB/T 15834-2011, 5.1, and GB/T 9704-2012, 7.3.3).

use crate::text::space::is_space;

/// No line begins with one of these.
const NO_START: &str = "，。、；：！？）》〉」』】〕］｝”’％‰℃·…—～,.;:!?)]}%";

/// Of those, the ones that may hang past the end of the line before.
const HANGING: &str = "，。、；：！？）》〉」』】〕］”’";

/// No line ends with one of these.
const NO_END: &str = "（《〈「『【〔［｛“‘([{￥＄$¥№第";

/// What digits stay with.
const UNITS: &str = "年月日号时分秒％%‰℃";

/// May a line end between these two?
pub(super) fn may_break(before: char, after: char) -> bool {
    if is_space(after) {
        return false;
    }
    if is_space(before) {
        return true;
    }
    !(NO_START.contains(after) || stays_behind(before, after) || joins(before, after))
}

/// Does the one before not end a line in front of this one?
fn stays_behind(before: char, after: char) -> bool {
    if before == '第' {
        // An ordinal: 第12条.
        return is_digit(after);
    }
    NO_END.contains(before)
}

/// Are the two parts of one word, number or blank?
fn joins(before: char, after: char) -> bool {
    if is_digit(before) && UNITS.contains(after) {
        return true;
    }
    is_in_word(before) && is_in_word(after)
        || is_digit(after) && matches!(before, '.' | ',' | ':' | '/' | '-' | '~' | '～')
}

fn is_digit(char: char) -> bool {
    char.is_ascii_digit() || ('０'..='９').contains(&char)
}

/// Letters and digits that no line is broken between, and the runs of blanks.
fn is_in_word(char: char) -> bool {
    char.is_ascii_alphanumeric()
        || is_digit(char)
        || matches!(
            char,
            '*' | '＊' | '×' | '_' | '-' | '/' | '\'' | '@' | '&' | '#' | '+' | '=' | '²' | '³' | '\u{C0}'
                ..='\u{24F}'
        )
}

/// May this mark hang past the end of a line?
pub(super) fn may_hang(char: char) -> bool {
    HANGING.contains(char)
}

/// May no line begin with it?
pub(super) fn no_start(char: char) -> bool {
    NO_START.contains(char)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows where lines may end.
    fn shown(text: &str) -> String {
        let mut out = String::new();
        let mut before = None;
        for char in text.chars() {
            if before.is_some_and(|before| may_break(before, char)) {
                out.push('|');
            }
            out.push(char);
            before = Some(char);
        }
        out
    }

    #[test]
    fn lines_end_where_the_standards_allow() {
        let cases = [
            ("工作总结", "工|作|总|结"),
            ("甲，乙。", "甲，|乙。"),
            ("“甲”（乙）", "“甲”|（乙）"),
            ("2025年12月5日，", "2025年|12月|5日，"),
            ("增长3.5％，2,209户", "增|长|3.5％，|2,209|户"),
            ("甲……乙——丙", "甲……|乙——|丙"),
            ("看 GB/T 9704", "看 |GB/T |9704"),
            ("第12条第三款", "第12|条|第|三|款"),
            ("农牧等**家", "农|牧|等|**|家"),
            ("日供水13.7万m³/d", "日|供|水|13.7|万|m³/d"),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected);
        }
    }
}
