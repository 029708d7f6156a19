//! Facts out of a table of two columns: pasted from a spreadsheet (tabs), or CSV as RFC 4180 says, with commas of either
//! width.

use crate::outline::Facts;
use crate::text::fact::is_fact_name;
use crate::text::space::{one_line, trim};

/// What stands above the names and above the values in the first row.
const NAMES: [&str; 11] =
    ["名称", "事实", "项目", "指标", "内容", "字段", "名字", "name", "fact", "key", "item"];
const VALUES: [&str; 6] = ["值", "数值", "数据", "数字", "value", "figure"];

/// Reads the facts of a table: the first column names them, the second holds their values. A first row of headings, and
/// rows whose name no fact can have, are left out; of two rows of one name the later one counts.
pub fn read_facts(text: &str) -> Facts {
    let mut facts = Facts::default();
    for (at, row) in rows(text.trim_start_matches('\u{FEFF}')).into_iter().enumerate() {
        let name = one_line(&row[0]);
        let name = trim(name.trim_end_matches([':', '：']));
        let value = row.get(1).map_or(String::new(), |value| one_line(value).into_owned());
        if at == 0 && is_heading(name, &value) || !is_fact_name(name) {
            continue;
        }
        facts.set(name.into(), value);
    }
    facts
}

fn is_heading(name: &str, value: &str) -> bool {
    NAMES.contains(&&*name.to_ascii_lowercase()) || VALUES.contains(&&*value.to_ascii_lowercase())
}

/// The rows that hold something, each of one cell or more.
fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let row;
        (row, rest) = read_row(rest);
        if row.iter().any(|cell| !trim(cell).is_empty()) {
            rows.push(row);
        }
    }
    rows
}

/// Reads a row; gives what follows it.
fn read_row(text: &str) -> (Vec<String>, &str) {
    let is_tab = text[..text.find(['\n', '\r']).unwrap_or(text.len())].contains('\t');
    let ends_cell = |char: char| if is_tab { char == '\t' } else { matches!(char, ',' | '，') };
    let mut cells = Vec::new();
    let mut rest = text;
    loop {
        let quoted = trim_blanks(rest).strip_prefix('"').and_then(read_quoted);
        let (mut cell, behind) = quoted.unwrap_or((String::new(), rest));
        let end = behind.find(|char| ends_cell(char) || matches!(char, '\n' | '\r')).unwrap_or(behind.len());
        cell.push_str(&behind[..end]);
        rest = &behind[end..];
        // 3,400 is one figure although a comma parts cells.
        let thousands = (cells.len() == 1 && !is_tab).then(|| thousands(&cell, rest)).flatten();
        if let Some(len) = thousands {
            cell.push_str(&rest[..len]);
            rest = &rest[len..];
        }
        cells.push(cell);
        match rest.chars().next() {
            Some(char) if ends_cell(char) => rest = &rest[char.len_utf8()..],
            Some('\r') => return (cells, rest[1..].strip_prefix('\n').unwrap_or(&rest[1..])),
            Some(_) => return (cells, &rest[1..]),
            None => return (cells, rest),
        }
    }
}

fn trim_blanks(text: &str) -> &str {
    text.trim_start_matches([' ', '\u{3000}'])
}

/// Reads a cell up to its closing quote; two of them stand for one.
fn read_quoted(inside: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let end = rest.find('"')?;
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(behind) => (cell, rest) = (cell + "\"", behind),
            None => return Some((cell, rest)),
        }
    }
}

/// How much of `rest` goes on with the figure that `cell` begins: `,400` and what follows it up to the end of the cell.
fn thousands(cell: &str, rest: &str) -> Option<usize> {
    let figure = trim(cell);
    let begins = (1..=3).contains(&figure.len()) && figure.bytes().all(|byte| byte.is_ascii_digit());
    let mut len = 0;
    while let Some(group) = rest[len..].strip_prefix(',').filter(|_| begins) {
        let digits = group.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 3 {
            break;
        }
        len += 1 + digits;
    }
    if len == 0 {
        return None;
    }
    let tail = rest[len..].find([',', '，', '\n', '\r']).unwrap_or(rest.len() - len);
    Some(len + tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_as_they_are_pasted() {
        let cases: [(&str, &[(&str, &str)]); 9] = [
            ("出栏\t3,400\n收入\t1.2亿元\n", &[("出栏", "3,400"), ("收入", "1.2亿元")]),
            ("名称,值\r\n出栏,3400\r\n", &[("出栏", "3400")]),
            ("\u{FEFF}指标\t2024年\n出栏\t5\t头\n", &[("出栏", "5")]),
            (
                "出栏，3,400头\n收入,1,200,300.5\n人数,12,家",
                &[("出栏", "3,400头"), ("收入", "1,200,300.5"), ("人数", "12")],
            ),
            ("\"出,栏\",\"3,400\"\n\"甲\"\"乙\",\"一\n二\"\n", &[("出,栏", "3,400"), ("甲\"乙", "一二")]),
            ("出栏：,5\n\n{x},6\n出栏,7\n", &[("出栏", "7")]),
            ("甲", &[("甲", "")]),
            ("\"甲,乙\n丙,丁", &[("\"甲", "乙"), ("丙", "丁")]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let pairs: Vec<_> =
                expected.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
            assert_eq!(read_facts(text), Facts(pairs), "{text:?}");
        }
    }
}
