//! Blanks (空): the runs that stand for a figure or a name not filled in, or masked.

use std::ops::Range;

/// What stands behind a figure, as in `×月×日` or `X亿元`: a single `×` before one of them is a blank.
const UNITS: &str = "亿万千百％%‰年月日号时周天岁个名人位户口家所头只辆艘架台套件份篇册张支间栋幢处座片块段村镇乡县市区旗州省\
组项条次场期批届轮度季起例例分倍元亩吨公里米平斤克";

/// Words before which X is a letter and stands for nothing: X光, X射线, X轴, X型, X染色体, X世代.
const LETTERED: &str = "光射线轴型形字染波档基因世";

/// What a writer multiplies by all that follows: 数据要素×, 人工智能×.
const MULTIPLIED: [&str; 4] = ["要素", "智能", "数据", "互联网"];

/// What a writer types where a value is still wanted.
const PLACEHOLDERS: [&str; 4] = ["【待补】", "【待填】", "【待核】", "【待定】"];

/// How far back a sign of equality makes a single mark the sign of a product, in characters.
const FORMULA: usize = 40;

/// The blanks in a text, in order, as byte ranges.
///
/// A run of two or more `*` `×` `X` `_`, any `□`, a placeholder; one `*` before a Chinese character, one `×` before a unit,
/// one `X` between Chinese characters; such runs joined by a sign (`X.X%`, `*-*月`, `x+x+x`); figures left open in a year
/// (`20xx年`, `202×年`). Not `数据要素×`, `4×4`, `1+X证书`, `*100%`, nor a sign in a formula (`金额=人数×标准`).
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
        let kind = Kind::of(first);
        let end = at + rest.len() - rest.trim_start_matches(|char| Kind::of(char) == kind).len();
        let run = Run { kind, before: &text[..at], stretch: &text[at..end], after: &text[end..] };
        if run.is_blank() {
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

/// What a run is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Star,
    Times,
    Letter,
    Line,
    Box,
    Other,
}

impl Kind {
    const fn of(char: char) -> Self {
        match char {
            '*' | '＊' => Kind::Star,
            '×' => Kind::Times,
            'X' | 'x' | 'Ｘ' | 'ｘ' => Kind::Letter,
            '_' | '＿' => Kind::Line,
            '□' => Kind::Box,
            _ => Kind::Other,
        }
    }
}

/// A run of one kind with what stands around it.
struct Run<'a> {
    kind: Kind,
    before: &'a str,
    stretch: &'a str,
    after: &'a str,
}

impl Run<'_> {
    fn is_blank(&self) -> bool {
        let single = self.stretch.chars().nth(1).is_none();
        match self.kind {
            Kind::Box => true,
            Kind::Line => !single,
            Kind::Letter if !single => self.letters_stand_free(),
            Kind::Star | Kind::Times if !single => true,
            _ if self.is_of_a_year() => true,
            _ if self.is_joined() => true,
            Kind::Star => self.star_stands_free() && !self.is_in_formula(),
            Kind::Times => self.stands_before_unit() && !self.follows_digit() && !self.multiplies(),
            Kind::Letter => self.letter_stands_free() && !self.multiplies(),
            Kind::Other => false,
        }
    }

    /// The character before it.
    fn last(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    /// The character behind it.
    fn next(&self) -> Option<char> {
        self.after.chars().next()
    }

    fn follows_digit(&self) -> bool {
        self.last().is_some_and(|char| char.is_ascii_digit())
    }

    /// A unit, unless it is the beginning of the name of a factor: 天数, 人均, 家庭.
    fn stands_before_unit(&self) -> bool {
        let mut after = self.after.chars();
        let unit = after.next();
        let follows = after.next();
        let is_factor = matches!(
            (unit, follows),
            (_, Some('数' | '均' | '限')) | (Some('家'), Some('庭')) | (Some('千'), Some('行'))
        );
        unit.is_some_and(|char| UNITS.contains(char)) && !is_factor
    }

    /// A single star is one before anything Chinese; `带*的`, `标*者` and a note's `*注` speak of the sign itself.
    fn star_stands_free(&self) -> bool {
        let of_the_sign = self.before.ends_with(['带', '标', '注'])
            || self.before.is_empty() && self.after.starts_with('注');
        (self.next().is_some_and(is_chinese) || self.stands_before_unit())
            && !self.follows_digit()
            && !of_the_sign
    }

    /// A run of letters that no Latin word, number or formula goes on with. Years do: `XX2023年`, and one letter that
    /// stands for a word: `XXD`; but XXL is a size and XXI a number.
    fn letters_stand_free(&self) -> bool {
        let mut after = self.after.chars();
        let (next, follows) = (after.next(), after.next());
        let is_word = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
        let year = next.is_some_and(|char| char.is_ascii_digit()) && begins_with_year(self.after);
        let initial =
            next.is_some_and(|char| char.is_ascii_uppercase() && !matches!(char, 'L' | 'S' | 'I' | 'V'));
        let stands_alone = initial && !is_word(follows);
        let goes_on = is_word(next) && !year && !stands_alone;
        !goes_on && (!is_word(self.last()) || self.is_of_a_year() || self.ends_figure())
    }

    /// A single letter before a unit, or where a Chinese word is left out.
    fn letter_stands_free(&self) -> bool {
        let last = self.last();
        let begins = last.is_none_or(|char| !char.is_ascii() && char != '＋' || "\t,;:()\"'".contains(char));
        // iPhone X手机 is one name.
        let word = self.before.trim_end_matches(' ');
        let begins =
            begins || last == Some(' ') && !word.ends_with(|char: char| char.is_ascii_alphanumeric());
        let between = self.next().is_some_and(|char| is_chinese(char) && !LETTERED.contains(char));
        begins && (between || self.stands_before_unit())
    }

    /// Does it stand for the last digits of a figure: `1xx个`?
    fn ends_figure(&self) -> bool {
        let word = self.before.trim_end_matches(|char: char| char.is_ascii_digit());
        let is_name =
            word.ends_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '.' | '+' | '-'));
        !is_name && self.stands_before_unit()
    }

    /// Does it stand for the end of a year (`20xx年`, `202x-202x年`), or right behind one (`2023X市`)?
    fn is_of_a_year(&self) -> bool {
        let digits =
            self.before.len() - self.before.trim_end_matches(|char: char| char.is_ascii_digit()).len();
        let (before, year) = self.before.split_at(self.before.len() - digits);
        let is_century = year.starts_with("19") || year.starts_with("20");
        if !is_century || before.ends_with(|char: char| char.is_ascii_alphanumeric() || char == '.') {
            return false;
        }
        let goes_on = |char: char| char.is_ascii() && !matches!(char, '-' | '.' | '/' | ' ' | ',' | ')');
        match digits + self.stretch.chars().count() {
            4 => !self.next().is_some_and(goes_on),
            length => digits == 4 && length > 4 && self.next().is_some_and(is_chinese),
        }
    }

    /// Does a sign join it to a run of the same kind, with nothing else beside the two?
    fn is_joined(&self) -> bool {
        let is_sign =
            |char: char| matches!(char, '.' | ',' | '-' | '－' | '—' | '~' | '～' | '+' | '/' | ':' | '、');
        let joins = |sign: Option<char>, other: Option<char>| {
            sign.is_some_and(is_sign) && other.is_some_and(|char| Kind::of(char) == self.kind)
        };
        let (mut before, mut after) = (self.before.chars().rev(), self.after.chars());
        let (last, next) = (before.next(), after.next());
        let joined = (joins(last, before.next()), joins(next, after.next()));
        let free = |side: Option<char>| {
            !side.is_some_and(|char| char.is_ascii_alphanumeric() || matches!(char, '+' | '.'))
        };
        match joined {
            (true, true) => true,
            (true, false) => free(next),
            (false, true) => free(last),
            (false, false) => false,
        }
    }

    /// Is it a sign between two factors?
    fn multiplies(&self) -> bool {
        MULTIPLIED.iter().any(|word| self.before.ends_with(word)) || self.is_in_formula()
    }

    fn is_in_formula(&self) -> bool {
        let clause = self.before.chars().rev().take(FORMULA);
        let mut clause = clause.take_while(|char| !matches!(char, '。' | '；' | '，' | ';' | '\n'));
        clause.any(|char| matches!(char, '=' | '＝'))
    }
}

fn is_chinese(char: char) -> bool {
    char.is_alphabetic() && !char.is_ascii()
}

/// Does a text begin with a year of four digits?
fn begins_with_year(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    digits == 4 && (text.starts_with("19") || text.starts_with("20"))
}

/// The unit at the start of what follows a blank, as in 余万人次 or 亿元: 余 and its like are not of it. Also, does it make
/// the blank a name (`***镇`)?
pub fn unit_after(text: &str) -> Option<(&str, bool)> {
    let text = text.trim_start_matches(['余', '多', '来']);
    let rest = text.trim_start_matches(['十', '百', '千', '万', '亿']);
    let scale = text.len() - rest.len();
    let measure = LONG_UNITS.iter().find(|unit| rest.starts_with(**unit)).map_or_else(
        || rest.chars().next().filter(|char| UNITS.contains(*char)).map_or(0, char::len_utf8),
        |unit| unit.len(),
    );
    let unit = &text[..scale + measure];
    let is_place = scale == 0 && unit.ends_with(PLACES);
    (!unit.is_empty()).then_some((unit, is_place))
}

/// Units of more than one character.
const LONG_UNITS: [&str; 17] = [
    "人次",
    "平方公里",
    "平方米",
    "立方米",
    "公里",
    "公顷",
    "公斤",
    "千瓦时",
    "千瓦",
    "个百分点",
    "百分点",
    "件次",
    "场次",
    "户次",
    "小时",
    "分钟",
    "街道",
];

/// Units of places: what stands before one is a name.
const PLACES: [char; 10] = ['村', '镇', '乡', '县', '市', '区', '旗', '州', '省', '道'];

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
            "20‹xx›年，202‹x›年，20‹**›年，202‹×›—202‹×›年，2023‹X›市，‹XX›2024年，20XX3，20‹xx›",
            "‹X›.‹X›亿、‹X›%，‹*›.‹*›亿，‹*›-‹*›月，“‹x›+‹x›+‹x›”，N+X，双尖双领+X，555X，415X先进",
            "‹X›重建，最‹x›心圆，X射线，X轴，‹XXX›精神，‹XX›D，XXI，XX1",
            "金额=人数×月标准，标准×月数，收入=户数*人均，带*的必填，人工智能×百业",
            "1‹xx›个，S2XX线，iPhone X手机",
            "*注：下同",
            "‹***›家‹×›家，×家庭，‹X›户",
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
