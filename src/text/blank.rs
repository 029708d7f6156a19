//! Blanks (空): the runs that stand for a figure or a name not filled in, or masked.

use std::ops::Range;

/// What a single `×` or `X` must stand before to be a blank, as in `×月×日` or `X亿元`.
const UNITS: &str =
    "亿万千百％%年月日号个名人位户家村镇乡县市区省州组项条件次场期批篇份元亩吨公里米平处座所台套册起例分届度";

/// What a writer types where a value is still wanted.
const PLACEHOLDERS: [&str; 4] = ["【待补】", "【待填】", "【待核】", "【待定】"];

/// The blanks in a text, in order, as byte ranges.
///
/// A run of two or more `*` `×` `X` `_`, any `□`, one `*` before a Chinese character, one `×` or `X`
/// before a unit. Not `数据要素×`, `4×4`, `1+X证书`, `*100%`.
pub fn blanks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let range = next_blank(text, from)?;
        from = range.end;
        Some(range)
    })
}

fn next_blank(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        at += find_candidate(&text[at..])?;
        let rest = &text[at..];
        let first = rest.chars().next()?;
        if first == '【' {
            if let Some(placeholder) = PLACEHOLDERS.iter().find(|known| rest.starts_with(**known)) {
                return Some(at..at + placeholder.len());
            }
            at += first.len_utf8();
            continue;
        }
        let end = at + rest.len() - rest.trim_start_matches(|char| same_kind(char, first)).len();
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        if is_blank_run(&text[at..end], first, before, after) {
            return Some(at..end);
        }
        at = end;
    }
}

/// The first character that may begin a blank. Looks at bytes, since nearly all of a text is none of these.
fn find_candidate(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().position(|&byte| may_begin_candidate(byte))?;
        match &bytes[at..] {
            [b'*' | b'X' | b'x' | b'_', ..]
            | [0xC3, 0x97, ..] // ×
            | [0xE2, 0x96, 0xA1, ..] // □
            | [0xE3, 0x80, 0x90, ..] // 【
            | [0xEF, 0xBC, 0x8A | 0xB8 | 0xBF, ..] // ＊ Ｘ ＿
            | [0xEF, 0xBD, 0x98, ..] => return Some(at), // ｘ
            _ => at += 1,
        }
    }
}

fn may_begin_candidate(byte: u8) -> bool {
    matches!(byte, b'*' | b'X' | b'x' | b'_' | 0xC3 | 0xE2 | 0xE3 | 0xEF)
}

fn same_kind(char: char, first: char) -> bool {
    match first {
        'X' | 'x' => matches!(char, 'X' | 'x'),
        _ => char == first,
    }
}

fn is_blank_run(run: &str, kind: char, before: Option<char>, after: Option<char>) -> bool {
    let single = run.chars().nth(1).is_none();
    let digit_beside = |side: Option<char>| side.is_some_and(|char| char.is_ascii_digit());
    let ascii_word_beside = |side: Option<char>| side.is_some_and(|char| char.is_ascii_alphanumeric());
    let unit_after = after.is_some_and(|char| UNITS.contains(char));
    match kind {
        '_' | '＿' => !single,
        '*' | '＊' if single => {
            let chinese_after = after.is_some_and(|char| char.is_alphabetic() && !char.is_ascii());
            (chinese_after || unit_after) && !digit_beside(before)
        }
        '×' if single => unit_after && !digit_beside(before),
        'X' | 'x' | 'Ｘ' | 'ｘ' if single => {
            unit_after && !ascii_word_beside(before) && before != Some('+')
        }
        'X' | 'x' => !ascii_word_beside(before) && !ascii_word_beside(after),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_found_and_false_friends_are_not() {
        // Each blank is written between ‹ ›.
        let cases = [
            "‹***›镇收集‹**›余条，下设‹*›个工作组，明确‹*›大重点",
            "‹××›镇‹×›月‹×›日，投入‹X›亿元、‹XX›万元，‹x›名",
            "数据要素×三年行动，4×4，1+X证书，*100%，×100%，5*3，X光，Excel",
            "‹____›年‹□›月，‹【待补】›，【重点】",
            "占比‹**›%、‹*›%，XXL，‹xx›乡",
            "‹＊＊›万，‹＿＿›，‹Ｘ›月，‹ｘ›日，，。、：×，“‹□›”",
            "‹*›",
        ];
        for case in cases {
            let plain = case.replace(['‹', '›'], "");
            let mut marked = String::new();
            let mut last = 0;
            for range in blanks(&plain) {
                marked.extend([&plain[last..range.start], "‹", &plain[range.clone()], "›"]);
                last = range.end;
            }
            marked += &plain[last..];
            let expected = if case == "‹*›" { "*" } else { case };
            assert_eq!(marked, expected);
        }
    }
}
