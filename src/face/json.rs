//! JSON (RFC 8259) from and to plain data: front matter carries a style as one line of it.

use super::plain::{MAX_DEPTH, Plain};
use std::fmt::Write;

/// Reads one value and nothing after it.
pub(crate) fn read_json(text: &str) -> Option<Plain> {
    let mut reader = Reader { rest: text };
    let value = reader.value(0)?;
    reader.skip_blanks();
    reader.rest.is_empty().then_some(value)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip_blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Takes a mark if it comes next, blanks aside.
    fn takes(&mut self, mark: char) -> bool {
        self.skip_blanks();
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Plain> {
        if depth > MAX_DEPTH {
            return None;
        }
        self.skip_blanks();
        match self.rest.chars().next()? {
            '{' => self.object(depth),
            '[' => self.list(depth),
            '"' => self.string().map(Plain::Text),
            't' => self.word("true", Plain::Truth(true)),
            'f' => self.word("false", Plain::Truth(false)),
            'n' => self.word("null", Plain::Other("null")),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Plain) -> Option<Plain> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(value)
    }

    /// A number without an exponent: a count, a length in millimetres or a size in points.
    fn number(&mut self) -> Option<Plain> {
        let negative = self.rest.strip_prefix('-');
        self.rest = negative.unwrap_or(self.rest);
        let mut number = f64::from(self.digits()?.0);
        if let Some(rest) = self.rest.strip_prefix('.') {
            self.rest = rest;
            let (digits, scale) = self.digits()?;
            // Rounded once, in the division: else 1.118 would not be what others read.
            number = (number * f64::from(scale) + f64::from(digits)) / f64::from(scale);
        }
        Some(Plain::Number(if negative.is_some() { -number } else { number }))
    }

    /// Up to nine digits, and the power of ten above them.
    fn digits(&mut self) -> Option<(u32, u32)> {
        let len = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(len);
        self.rest = rest;
        let number = digits.parse().ok().filter(|_| len < 10)?;
        Some((number, 10_u32.pow(len as u32)))
    }

    fn list(&mut self, depth: usize) -> Option<Plain> {
        self.takes('[');
        let mut items = Vec::new();
        if self.takes(']') {
            return Some(Plain::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.takes(']') {
                return Some(Plain::List(items));
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Plain> {
        self.takes('{');
        let mut fields = Vec::new();
        if self.takes('}') {
            return Some(Plain::Object(fields));
        }
        loop {
            self.skip_blanks();
            let name = self.string()?;
            if !self.takes(':') {
                return None;
            }
            fields.push((name, self.value(depth + 1)?));
            if self.takes('}') {
                return Some(Plain::Object(fields));
            }
            if !self.takes(',') {
                return None;
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut out = String::new();
        loop {
            let char = self.char()?;
            match char {
                '"' => return Some(out),
                '\\' => out.push(self.escape()?),
                _ => out.push(char),
            }
        }
    }

    fn char(&mut self) -> Option<char> {
        let char = self.rest.chars().next()?;
        self.rest = &self.rest[char.len_utf8()..];
        Some(char)
    }

    fn escape(&mut self) -> Option<char> {
        Some(match self.char()? {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{C}',
            'u' => self.unit()?,
            char @ ('"' | '\\' | '/') => char,
            _ => return None,
        })
    }

    /// The four digits of `\u`; half of a surrogate pair is no character.
    fn unit(&mut self) -> Option<char> {
        let digits = self.rest.get(..4)?;
        self.rest = &self.rest[4..];
        char::from_u32(u32::from_str_radix(digits, 16).ok()?)
    }
}

/// Writes a value on one line. What JSON has no word for is `null`.
pub(crate) fn write_json(value: &Plain) -> String {
    match value {
        Plain::Text(text) => quoted(text),
        Plain::Number(number) => decimal(*number),
        Plain::Truth(truth) => truth.to_string(),
        Plain::List(items) => format!("[{}]", items.iter().map(write_json).collect::<Vec<_>>().join(",")),
        Plain::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{}:{}", quoted(name), write_json(value)))
                .collect();
            format!("{{{}}}", fields.join(","))
        }
        Plain::Missing | Plain::Other(_) => "null".into(),
    }
}

/// A number to a thousandth. The standard library's way of writing one is exact, and as large as all of this.
#[allow(clippy::cast_sign_loss)] // the sign is written first
fn decimal(number: f64) -> String {
    let thousandths = (number.abs() * 1000.0).round() as u64;
    let sign = if number < 0.0 { "-" } else { "" };
    let text = format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000);
    text.trim_end_matches('0').trim_end_matches('.').into()
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            // A line of front matter must stay one.
            '\0'..='\u{1F}' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(out, "\\u{:04x}", char as u32);
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let text = r#"{"a":["一、","\"\\"],"b":{"c":true,"d":-1.5},"e":[],"f":{}}"#;
        let value = read_json(text).unwrap();
        assert_eq!(write_json(&value), text);
        assert_eq!(read_json("1.118"), Some(Plain::Number(1.118)));
        assert_eq!(read_json(" [ 1 , \"\\u4e00\\n\" ] "), read_json(r#"[1,"一\n"]"#));
        assert_eq!(write_json(&Plain::Text("\u{2028}\n".into())), r#""\u2028\u000a""#);
    }

    #[test]
    fn what_is_no_json_is_none() {
        for text in [
            "",
            "{",
            "[1,]",
            "1e5",
            "12345678901",
            "1.",
            "{\"a\"}",
            "{a:1}",
            "\"a",
            "\"\\x\"",
            "tru",
            "1 2",
            "--",
            &"[".repeat(200),
        ] {
            assert_eq!(read_json(text), None, "{text}");
        }
    }
}
