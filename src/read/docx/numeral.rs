//! Counts in the formats of Word (ISO/IEC 29500-1, 17.18.59).

use crate::text::numeral::{chinese, circled, letters, parenthesised_chinese, roman};

/// A count in one of the formats of `ST_NumberFormat`; what is not known here is Arabic.
pub(super) fn numeral(format: &str, count: u32) -> String {
    const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
    match format {
        "none" => String::new(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => chinese(count),
        "chineseLegalSimplified" | "ideographLegalTraditional" => chinese(count).chars().map(legal).collect(),
        "ideographTraditional" if (1..=10).contains(&count) => STEMS[count as usize - 1].into(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(count),
        "decimalFullWidth" | "decimalFullWidth2" => count.to_string().chars().map(full_width).collect(),
        "ideographEnclosedCircle" => parenthesised_chinese(count),
        "decimalZero" => format!("{count:02}"),
        "upperRoman" => roman(count).to_ascii_uppercase(),
        "lowerRoman" => roman(count),
        "upperLetter" => letters(count).to_ascii_uppercase(),
        "lowerLetter" => letters(count),
        _ => count.to_string(),
    }
}

fn legal(digit: char) -> char {
    let pairs =
        ["一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖", "十拾", "百佰", "千仟"];
    pairs.iter().find(|pair| pair.starts_with(digit)).and_then(|pair| pair.chars().nth(1)).unwrap_or(digit)
}

fn full_width(digit: char) -> char {
    char::from_u32(digit as u32 - '0' as u32 + '０' as u32).unwrap_or(digit)
}
