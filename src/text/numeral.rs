//! Numerals: how a count is written in each system, and how a typed one is read.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// `count` in Chinese numerals as ordinals use them: 十一, 二十, 一百零一, 一千零二十.
pub fn chinese(count: u32) -> String {
    let mut out = String::new();
    push_chinese(&mut out, count);
    out
}

/// Appends `count` as [`chinese`] writes it.
pub fn push_chinese(out: &mut String, count: u32) {
    match count {
        0..=9 => out.push(DIGITS[count as usize]),
        10 => out.push('十'),
        // 一十一 is 十一 where nothing stands before it.
        11..=19 => out.extend(['十', DIGITS[count as usize - 10]]),
        20..10_000 => push_below_10_000(out, count),
        _ => {
            push_chinese(out, count / 10_000);
            out.push('万');
            let rest = count % 10_000;
            if (1..1_000).contains(&rest) {
                out.push('零');
            }
            push_below_10_000(out, rest);
        }
    }
}

fn push_below_10_000(out: &mut String, count: u32) {
    let mut pending_zero = false;
    let mut begun = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        match count / unit % 10 {
            0 => pending_zero = begun,
            digit => {
                if pending_zero {
                    out.push('零');
                    pending_zero = false;
                }
                out.push(DIGITS[digit as usize]);
                out.push_str(name);
                begun = true;
            }
        }
    }
}

/// Is this one of the characters that Chinese numerals are made of?
pub fn is_chinese_digit(char: char) -> bool {
    matches!(char, '〇' | '两' | '十' | '百' | '千') || DIGITS.contains(&char)
}

/// Reads a Chinese ordinal below 1,000 that is written as [`chinese`] writes it (〇 for 零, 一十 for 十).
pub fn read_chinese(text: &str) -> Option<u32> {
    let (mut total, mut digit) = (0, 0);
    for char in text.chars() {
        match char {
            '十' => (total, digit) = (total + digit.max(1) * 10, 0),
            '百' => (total, digit) = (total + digit * 100, 0),
            '〇' | '零' => digit = 0,
            _ => digit = DIGITS.iter().position(|&known| known == char)? as u32,
        }
    }
    let count = total + digit;
    let standard = text.replace('〇', "零");
    let standard = match standard.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => standard,
    };
    (count > 0 && count < 1_000 && chinese(count) == standard).then_some(count)
}

/// An Arabic digit of half or full width.
pub fn arabic_digit(char: char) -> Option<u32> {
    match char {
        '0'..='9' => Some(char as u32 - '0' as u32),
        '０'..='９' => Some(char as u32 - '０' as u32),
        _ => None,
    }
}

/// Reads an ordinal below 1,000 in Arabic digits of either width.
pub fn read_arabic(text: &str) -> Option<u32> {
    let count = text
        .chars()
        .try_fold(0_u32, |count, char| (count < 1_000).then_some(count * 10 + arabic_digit(char)?))?;
    (count > 0 && count < 1_000).then_some(count)
}

/// The enclosed numbers of Unicode: (first, last, value of the first).
const CIRCLED: [(char, char, u32); 3] = [('①', '⑳', 1), ('㉑', '㉟', 21), ('㊱', '㊿', 36)];
const OTHER_ENCLOSED: [(char, char, u32); 4] =
    [('⑴', '⒇', 1), ('⒈', '⒛', 1), ('㈠', '㈩', 1), ('㊀', '㊉', 1)];

/// The value of one enclosed number character: ① ⑴ ⒈ ㈠ ㊀.
pub fn read_enclosed(char: char) -> Option<u32> {
    // Nearly no character is one.
    if !('①'..='㊿').contains(&char) {
        return None;
    }
    CIRCLED
        .iter()
        .chain(&OTHER_ENCLOSED)
        .find(|(first, last, _)| (*first..=*last).contains(&char))
        .map(|(first, _, value)| char as u32 - *first as u32 + value)
}

/// ① … ㊿, and （51） where Unicode has no further circle.
pub fn circled(count: u32) -> String {
    enclosed(count, &CIRCLED).unwrap_or_else(|| format!("（{count}）"))
}

/// ⑴ … ⒇, then （21）.
pub fn parenthesised(count: u32) -> String {
    enclosed(count, &OTHER_ENCLOSED[..1]).unwrap_or_else(|| format!("（{count}）"))
}

/// ㈠ … ㈩, then （十一）.
pub fn parenthesised_chinese(count: u32) -> String {
    enclosed(count, &OTHER_ENCLOSED[2..3]).unwrap_or_else(|| format!("（{}）", chinese(count)))
}

fn enclosed(count: u32, tables: &[(char, char, u32)]) -> Option<String> {
    let (first, _, value) = tables
        .iter()
        .find(|(first, last, value)| (*value..=value + (*last as u32 - *first as u32)).contains(&count))?;
    char::from_u32(*first as u32 + count - value).map(String::from)
}

/// Lower-case Roman numerals; Arabic from 4,000 on, where they have no form.
pub fn roman(count: u32) -> String {
    const PAIRS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if count == 0 || count >= 4_000 {
        return count.to_string();
    }
    let mut out = String::new();
    let mut rest = count;
    for (value, name) in PAIRS {
        while rest >= value {
            out.push_str(name);
            rest -= value;
        }
    }
    out
}

/// a … z, aa, ab …
pub fn letters(count: u32) -> String {
    let mut out = Vec::new();
    let mut rest = count;
    while rest > 0 {
        rest -= 1;
        out.push(b'a' + (rest % 26) as u8);
        rest /= 26;
    }
    out.iter().rev().map(|&byte| char::from(byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_ordinals_have_no_limit_at_ten() {
        let cases = [
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (111, "一百一十一"),
            (1000, "一千"),
            (1001, "一千零一"),
            (1010, "一千零一十"),
            (10_000, "一万"),
            (10_001, "一万零一"),
            (100_000, "十万"),
        ];
        for (count, written) in cases {
            assert_eq!(chinese(count), written);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for count in 1..1_000 {
            assert_eq!(read_chinese(&chinese(count)), Some(count));
            assert_eq!(read_arabic(&count.to_string()), Some(count));
        }
        assert_eq!(read_chinese("一十二"), Some(12));
        assert_eq!(read_chinese("一百〇二"), Some(102));
        assert_eq!(read_arabic("１２"), Some(12));
        for wrong in ["一二", "十十", "", "百", "零", "2022"] {
            assert_eq!(read_chinese(wrong), None, "{wrong}");
        }
        assert_eq!(read_arabic("2022"), None);
        assert_eq!(read_arabic("99999999999999"), None);
    }

    #[test]
    fn circles_end_at_fifty() {
        let forms = [1, 20, 21, 35, 36, 50, 51].map(circled);
        assert_eq!(forms, ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "（51）"]);
        for count in 1..=50 {
            assert_eq!(read_enclosed(circled(count).chars().next().unwrap()), Some(count));
        }
    }

    #[test]
    fn letters_and_roman_numerals_go_on() {
        assert_eq!([1, 26, 27, 52, 53].map(letters), ["a", "z", "aa", "az", "ba"]);
        assert_eq!([1, 4, 9, 14, 1999, 4000].map(roman), ["i", "iv", "ix", "xiv", "mcmxcix", "4000"]);
    }
}
