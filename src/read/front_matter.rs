//! Front matter: `key: value` lines between `---` at the very top. Values are literal; it is not YAML.

use super::inline::trimmed;
use super::skeleton::is_rule;
use crate::finding::{Finding, Severity, message};
use crate::outline::Front;
use crate::text::Text;
use crate::text::fact::is_fact_name;
use crate::text::lines::{line_end, next_line};
use crate::text::punctuation::{CLOSERS, OPENERS};
use crate::text::space::trim;
use crate::text::span::Span;
use std::ops::Range;

/// What a front-matter key sets, by its English and Chinese names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Title,
    To,
    From,
    Date,
    Attachments,
    Style,
    Facts,
}

const KEYS: [(&str, Key); 16] = [
    ("title", Key::Title),
    ("标题", Key::Title),
    ("to", Key::To),
    ("主送", Key::To),
    ("主送机关", Key::To),
    ("from", Key::From),
    ("署名", Key::From),
    ("date", Key::Date),
    ("日期", Key::Date),
    ("成文日期", Key::Date),
    ("attachments", Key::Attachments),
    ("附件", Key::Attachments),
    ("style", Key::Style),
    ("样式", Key::Style),
    ("facts", Key::Facts),
    ("事实", Key::Facts),
];

/// Reads front matter. Gives it, its findings, and the byte where the body begins (behind a byte order mark
/// if there is no front matter).
pub(crate) fn read_front_matter(source: &str) -> (Front, Vec<Finding>, usize) {
    let start = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let Ok((lines, body)) = delimit(source, start) else {
        return (Front::default(), never_closed(source, start).into_iter().collect(), start);
    };
    let mut reader = Reader { source, ..Reader::default() };
    for line in lines {
        reader.read_line(line);
    }
    (reader.front, reader.findings, body)
}

/// Where the facts of front matter stand. Places are bytes of the source.
#[derive(Default)]
pub(crate) struct FactPlaces {
    /// The value of each, in their order; an empty one ends its line.
    pub(crate) values: Vec<Span>,
    /// The end of the first line of front matter; `None` if there is none.
    pub(crate) top: Option<usize>,
    /// The end of the last line of facts; `None` if no key begins them.
    pub(crate) last: Option<usize>,
}

/// Reads where the facts of front matter stand.
pub(crate) fn read_fact_places(source: &str) -> FactPlaces {
    let start = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let Ok((lines, _)) = delimit(source, start) else { return FactPlaces::default() };
    let mut reader = Reader { source, ..Reader::default() };
    for line in lines {
        reader.read_line(line);
    }
    FactPlaces { top: Some(line_end(source, start)), ..reader.places }
}

/// The finding for front matter that has keys and no end.
fn never_closed(source: &str, start: usize) -> Option<Finding> {
    let first_end = line_end(source, start);
    let second = next_line(source, first_end);
    let is_begun = is_fence(&source[start..first_end])
        && known_pair(&source[second..line_end(source, second)]).is_some();
    let what = message("文首没有用 --- 结束，已当作正文", "The head has no --- at its end and is text");
    is_begun.then(|| {
        Finding::new("front-matter-open", Severity::Error, what)
            .at(Span::new(start, first_end))
            .hint("在最后一项的下面写一行 ---", "Write a line of --- below its last entry")
    })
}

/// Does the text begin with a rule?
pub(crate) fn begins_with_rule(source: &str) -> bool {
    is_fence(&source[..line_end(source, 0)])
}

/// The bytes that decide whether a text begins with front matter: what is changed behind them does not matter.
pub(crate) fn head_reach(source: &str) -> usize {
    let start = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    delimit(source, start).unwrap_or_else(|reach| (Vec::new(), reach)).1
}

/// The lines between the two `---`, and where the body begins. If this is no front matter, since there is no
/// closing `---` or what stands there is the text of a summary: the end of the line that says so.
fn delimit(source: &str, start: usize) -> Result<(Vec<Range<usize>>, usize), usize> {
    let first_end = line_end(source, start);
    if !is_fence(&source[start..first_end]) {
        return Err(first_end);
    }
    let mut lines = Vec::new();
    let mut after_blank = false;
    let mut known = false;
    let mut at = next_line(source, first_end);
    while at < source.len() {
        let end = line_end(source, at);
        let line = &source[at..end];
        if is_fence(line) {
            return Ok((lines, next_line(source, end)));
        }
        let blank = trim(line).is_empty();
        let known_here = known_pair(line).is_some();
        let entry = blank || known_here || line.starts_with([' ', '\t', '-']);
        // Among keys a line that begins with # or stands behind an empty one is a slip; before them, text.
        let heading = line.starts_with('#') && !known;
        if heading || (after_blank && !entry && !known) {
            return Err(end);
        }
        known |= known_here;
        after_blank = blank;
        lines.push(at..end);
        at = next_line(source, end);
    }
    Err(source.len())
}

fn is_fence(line: &str) -> bool {
    line.starts_with('-') && is_rule(line)
}

/// Splits at the first colon of either width.
fn pair(line: &str) -> Option<(&str, usize)> {
    let colon = line.find([':', '：'])?;
    let width = line[colon..].chars().next()?.len_utf8();
    Some((trim(&line[..colon]), colon + width))
}

fn known_pair(line: &str) -> Option<(Key, usize)> {
    let (name, value) = pair(line)?;
    let lower = name.to_ascii_lowercase();
    KEYS.iter().find(|(known, _)| *known == lower).map(|&(_, key)| (key, value))
}

/// What stands in the brackets around a list. In `[2022]第1号` they are not around it.
fn inside_brackets(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?.strip_suffix(']')?;
    let mut depth = 0_usize;
    for char in inside.chars() {
        match char {
            '[' => depth += 1,
            ']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(inside)
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    front: Front,
    findings: Vec<Finding>,
    seen: Vec<Key>,
    /// The key whose list or facts the next lines go on with.
    open: Option<Key>,
    places: FactPlaces,
}

impl Reader<'_> {
    fn read_line(&mut self, line: Range<usize>) {
        let content = trimmed(self.source, line.clone());
        if content.is_empty() {
            return;
        }
        let text = &self.source[content.clone()];
        let indented = content.start > line.start;
        match self.open {
            Some(Key::Attachments) if text == "-" => {}
            Some(Key::Attachments) if text.starts_with("- ") => {
                let item = self.literal(content.start + 1..content.end);
                self.front.attachments.push(item);
            }
            Some(Key::Facts) if indented => {
                self.places.last = Some(line.end);
                self.read_fact(content);
            }
            _ if indented => self.not_understood(content),
            _ => self.read_pair(content),
        }
    }

    fn read_pair(&mut self, line: Range<usize>) {
        self.open = None;
        let Some((key, value)) = known_pair(&self.source[line.clone()]) else {
            return self.not_understood(line);
        };
        let value = trimmed(self.source, line.start + value..line.end);
        if self.seen.contains(&key) {
            return self.repeated(line);
        }
        self.seen.push(key);
        if value.is_empty() {
            self.open = Some(key);
            self.places.last = self.places.last.or((key == Key::Facts).then_some(value.end));
            return;
        }
        let text = self.literal(value.clone());
        match key {
            Key::Title => self.front.title = Some(text),
            Key::To => self.front.to = Some(text),
            Key::From => self.front.from = Some(text),
            Key::Date => self.front.date = Some(text),
            Key::Style => self.front.style = Some(text),
            Key::Attachments => self.front.attachments = self.attachments(value),
            Key::Facts => self.not_understood(line),
        }
    }

    /// `[a, b]`, or one attachment.
    fn attachments(&self, value: Range<usize>) -> Vec<Text> {
        let text = &self.source[value.clone()];
        let Some(inside) = inside_brackets(text) else {
            return vec![self.literal(value)];
        };
        let mut at = value.start + 1;
        let mut attachments = Vec::new();
        let mut depth = 0_usize;
        let begin = at;
        for (place, char) in inside.char_indices() {
            if OPENERS.contains(&char) {
                depth += 1;
            } else if CLOSERS.contains(&char) {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && matches!(char, ',' | '，') {
                attachments.push(self.literal(at..begin + place));
                at = begin + place + char.len_utf8();
            }
        }
        attachments.push(self.literal(at..begin + inside.len()));
        attachments.retain(|item| !item.is_empty());
        attachments
    }

    fn read_fact(&mut self, line: Range<usize>) {
        let text = &self.source[line.clone()];
        match pair(text).filter(|(name, _)| is_fact_name(name)) {
            Some((name, _)) if self.front.facts.0.iter().any(|(known, _)| known == name) => {
                self.repeated(line);
            }
            Some((name, value)) => {
                self.front.facts.set(name.into(), trim(&text[value..]).into());
                let value = trimmed(self.source, line.start + value..line.end);
                self.places.values.push(Span::from(value));
            }
            None => self.not_understood(line),
        }
    }

    fn literal(&self, range: Range<usize>) -> Text {
        let range = trimmed(self.source, range);
        let mut text = Text::default();
        text.push_source(&self.source[range.clone()], range.start);
        text
    }

    fn not_understood(&mut self, line: Range<usize>) {
        let text = &self.source[line.clone()];
        let what = message(
            format!("文首的“{text}”没有看懂，未写入正文"),
            format!("“{text}” at the head is not understood and is not in the summary"),
        );
        self.findings.push(
            Finding::new("front-matter-line", Severity::Error, what).at(Span::from(line)).hint(
                "文首可写：标题、主送、署名、日期、附件、样式、事实，每行一项，如“标题: 工作总结”",
                "The head takes title, to, from, date, attachments, style and facts, one a line: “title: …”",
            ),
        );
    }

    fn repeated(&mut self, line: Range<usize>) {
        let text = &self.source[line.clone()];
        let what = message(
            format!("“{text}”重复，以前面的为准"),
            format!("“{text}” is a repetition; the first one counts"),
        );
        self.findings.push(
            Finding::new("front-matter-repeated", Severity::Error, what).at(Span::from(line.clone())).fix(
                message("删去这一行", "Delete this line"),
                Some(Span::from(line)),
                "",
            ),
        );
    }
}
