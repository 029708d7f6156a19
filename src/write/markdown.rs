//! Outline → its source, in canonical form.

use crate::outline::{Block, Front, Layout, Line, Outline, Point};
use crate::read::begins_like_number;
use crate::text::Text;
use crate::text::space::is_space;

/// Writes a normalized outline as outline Markdown: blocks parted by one empty line, `-` for points, `+`
/// for a list that follows another.
pub fn markdown(outline: &Outline) -> String {
    let mut writer = Writer::default();
    writer.front(&outline.front());
    if let Some(title) = &outline.title {
        writer.block(&format!("# {}", escaped(title)));
    }
    let mut previous_plus = None;
    outline.walk(|line| {
        let mut plus = None;
        match line {
            Line::Heading(section) => {
                let marks = "#".repeat(usize::from(section.level) + 1);
                let prefix = prefix(&section.heading, section.number.as_deref(), false);
                let text = escaped(&section.heading);
                writer.block(format!("{marks} {prefix}{text}").trim_end_matches(' '));
            }
            Line::Rule if outline.closing.is_empty() => {}
            Line::Rule => writer.block("---"),
            Line::Block(Block::Paragraph { text }) => writer.block(&at_line_start(text)),
            Line::Block(Block::Note { text }) => writer.note(text),
            Line::Block(Block::Table { header, rows }) => writer.table(header, rows),
            Line::Block(Block::Points { layout: Layout::Numbered, points }) => writer.numbered(points),
            Line::Block(Block::Points { layout, points }) => {
                let marker = if previous_plus == Some(false) { '+' } else { '-' };
                plus = Some(marker == '+');
                writer.points(points, marker, *layout == Layout::Separate);
            }
        }
        previous_plus = plus;
    });
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
}

impl Writer {
    /// Begins a block: an empty line after the one before.
    fn begin(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn block(&mut self, line: &str) {
        self.begin();
        self.line(line);
    }

    fn front(&mut self, front: &Front) {
        let Front { title: _, to, from, date, attachments, style, facts } = front;
        let scalars = [("to", to), ("from", from), ("date", date), ("style", style)];
        let nothing = scalars.iter().all(|(_, value)| value.is_none());
        if nothing && attachments.is_empty() && facts.is_empty() {
            return;
        }
        self.line("---");
        for (key, value) in scalars {
            if let Some(value) = value {
                self.line(&format!("{key}: {}", &**value));
            }
        }
        if !attachments.is_empty() {
            self.line("attachments:");
            for item in attachments {
                self.line(&format!("  - {}", &**item));
            }
        }
        if !facts.is_empty() {
            self.line("facts:");
            for (name, value) in &facts.0 {
                self.line(format!("  {name}: {value}").trim_end_matches(' '));
            }
        }
        self.line("---");
    }

    fn note(&mut self, text: &Text) {
        if text.is_empty() {
            return self.block("<!-- -->");
        }
        self.begin();
        for line in text.split('\n') {
            self.line(format!("> {line}").trim_end_matches(' '));
        }
    }

    fn table(&mut self, header: &[Text], rows: &[Vec<Text>]) {
        self.begin();
        self.row(header);
        self.line(&format!("|{}", " --- |".repeat(header.len())));
        for row in rows {
            self.row(row);
        }
    }

    fn row(&mut self, cells: &[Text]) {
        let mut line = String::from("|");
        for cell in cells {
            line.push(' ');
            line.push_str(&escaped(cell).replace('|', "\\|"));
            line.push_str(" |");
        }
        self.line(&line);
    }

    fn points(&mut self, points: &[Point], marker: char, loose: bool) {
        self.begin();
        for (index, point) in points.iter().enumerate() {
            if loose && index > 0 {
                self.out.push('\n');
            }
            self.point(point, &format!("{marker} "), 0, true);
        }
    }

    fn numbered(&mut self, points: &[Point]) {
        self.begin();
        for (index, point) in points.iter().enumerate() {
            self.point(point, &format!("{}. ", index + 1), 0, false);
        }
    }

    fn point(&mut self, point: &Point, marker: &str, indent: usize, counted: bool) {
        let prefix = prefix(&point.text, point.number.as_deref(), counted);
        let text =
            if prefix.is_empty() { at_line_start(&point.text) } else { prefix + &escaped(&point.text) };
        let blanks = " ".repeat(indent);
        self.line(format!("{blanks}{marker}{text}").trim_end_matches(' '));
        for below in &point.points {
            self.point(below, "- ", indent + marker.len(), true);
        }
    }
}

/// What settles the number of a text where something has to.
fn prefix(text: &Text, number: Option<&str>, point: bool) -> String {
    match number {
        Some("") => "{-} ".into(),
        Some(number) => format!("{{={}}} ", number.replace('\\', "\\\\").replace('}', "\\}")),
        // A marker with nothing behind it would underline the line above it.
        None if point && text.is_empty() => "{=}".into(),
        None if begins_like_number(text, point) || is_like_prefix(text) => "{=}".into(),
        None => String::new(),
    }
}

fn is_like_prefix(text: &str) -> bool {
    text.starts_with("{-}") || text.starts_with("{=")
}

/// A text with the backslashes that it needs inside a line. Those before `{` are its own already.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let after = rest[at..].trim_start_matches('\\');
        let run = rest.len() - at - after.len();
        let next = after.chars().next();
        let as_is = next == Some('{') || (run == 1 && !next.is_some_and(|next| next.is_ascii_punctuation()));
        out.push_str(&"\\".repeat(if as_is { run } else { 2 * run }));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// A text at the start of a line, freed of what would make it something else than text.
fn at_line_start(text: &Text) -> String {
    let mut out = escaped(text);
    if let Some(at) = marker(text).or_else(|| table_rule(text)) {
        out.insert(at, '\\');
    }
    out
}

/// The place of the character that would make a line another block; what stands before it needs
/// no backslash itself.
pub(crate) fn marker(text: &str) -> Option<usize> {
    let ends = |rest: &str| rest.chars().next().is_none_or(is_space);
    let first = text.chars().next()?;
    match first {
        '>' => Some(0),
        '<' => text.starts_with("<!--").then_some(0),
        '#' => ends(text.trim_start_matches('#')).then_some(0),
        '-' | '+' => {
            (ends(&text[1..]) || text.bytes().all(|byte| matches!(byte, b'-' | b' ' | b'\t'))).then_some(0)
        }
        '0'..='9' => {
            let digits = text.len() - text.trim_start_matches(|char: char| char.is_ascii_digit()).len();
            (text[digits..].strip_prefix('.').is_some_and(ends)).then_some(digits)
        }
        _ => None,
    }
}

/// The first pipe of a text that would be the second line of a table, under a line with pipes.
fn table_rule(text: &str) -> Option<usize> {
    let of_rule = |byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t');
    text.find('|').filter(|_| text.bytes().all(of_rule))
}
