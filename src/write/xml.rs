//! XML 1.0 and HTML, written as they will stand: what is always the same as text, with a `%` for each value. Built element
//! by element, the same would be three times as large in the module.

use std::fmt::Write;

/// What a `%` stands for.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Text(&'a str),
    Number(i32),
    /// Twips, told in points.
    Points(i32),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Value::Number(number)
    }
}

/// What is being written.
#[derive(Default)]
pub(super) struct Xml {
    out: String,
}

impl Xml {
    /// Begins a part of a package.
    pub(super) fn part() -> Self {
        Xml { out: "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".into() }
    }

    /// The whole.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// What is XML already.
    pub(super) fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// XML with values in it, escaped.
    pub(super) fn fill(&mut self, template: &str, values: &[Value<'_>]) {
        let mut values = values.iter();
        for (at, piece) in template.split('%').enumerate() {
            if at > 0 {
                match values.next() {
                    Some(Value::Text(text)) => self.text(text),
                    Some(Value::Number(number)) => self.number(*number),
                    Some(Value::Points(twips)) => self.points(*twips),
                    None => {}
                }
            }
            self.raw(piece);
        }
    }

    fn number(&mut self, number: i32) {
        // A string takes all that is written to it.
        let _ = write!(self.out, "{number}");
    }

    /// In hundredths, of which a twip has five.
    fn points(&mut self, twips: i32) {
        let hundredths = twips.unsigned_abs() * 5;
        let sign = if twips < 0 { "-" } else { "" };
        let _ = write!(self.out, "{sign}{}.{:02}", hundredths / 100, hundredths % 100);
    }

    /// Text.
    pub(super) fn text(&mut self, text: &str) {
        let mut from = 0;
        for (at, char) in text.char_indices() {
            let Some(written) = escape(char) else { continue };
            self.out.push_str(&text[from..at]);
            self.out.push_str(written);
            from = at + char.len_utf8();
        }
        self.out.push_str(&text[from..]);
    }
}

/// What is written for a character that cannot stand for itself. XML has no place for most control characters, not even
/// by their numbers: those that are blanks become one, the others are shown as the mark for a character that is none.
fn escape(char: char) -> Option<&'static str> {
    Some(match char {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\t' => "&#9;",
        '\n' => "&#10;",
        '\r' => "&#13;",
        '\u{B}' | '\u{C}' => " ",
        '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => "\u{FFFD}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_text() {
        let mut xml = Xml::default();
        xml.fill("<a b=\"%\" c=\"%\"/>", &["\"<&\t\n\0%".into(), (-6).into()]);
        xml.text("<a>&甲\u{1}\u{B}\u{FFFF}");
        let expected =
            "<a b=\"&quot;&lt;&amp;&#9;&#10;\u{FFFD}%\" c=\"-6\"/>&lt;a&gt;&amp;甲\u{FFFD} \u{FFFD}";
        assert_eq!(xml.finish(), expected);
    }

    #[test]
    fn twips_are_told_in_points() {
        let mut xml = Xml::default();
        xml.fill("% % %", &[579, -6, 640].map(Value::Points));
        assert_eq!(xml.finish(), "28.95 -0.30 32.00");
    }
}
