//! The outline source into pieces. The blocks come from pulldown-cmark, run over the skeleton of the source; what
//! differs from Markdown is undone here: setext headings, indented code, lists that do not begin at one.

use super::inline::{Prefix, push_line, read_line, read_lines, read_prefix, trimmed};
use super::list::ListReader;
use super::note::{Notes, read_special};
use super::number::{Place, find};
use super::skeleton::Skeleton;
use super::slip::missing_space;
use super::table::{holds_pipe, read_row};
use crate::finding::{Finding, Severity, message};
use crate::outline::{Block, Origin, Piece, Section, Typed};
use crate::text::Text;
use crate::text::lines::line_end;
use crate::text::span::Span;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// What the lines above decide about those below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Has a `#` heading given the title?
    pub titled: bool,
    /// Has the closing rule gone by?
    pub closing: bool,
    /// Has a comment begun that never ends, and been told?
    pub comment_open: bool,
}

/// A stretch of body, read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In reading order.
    pub pieces: Vec<Piece>,
    /// Spans are bytes of the source that was read.
    pub findings: Vec<Finding>,
    /// What the lines below it have to know.
    pub context: Context,
}

/// Reads a stretch of body in which every block is complete.
pub(crate) fn read_body(source: &str, mut skeleton: Skeleton, context: Context) -> Reading {
    loop {
        let (reading, foreign) = read_once(source, &skeleton, context);
        if foreign.is_empty() {
            return reading;
        }
        // Freeing a list's markers may show another behind it, hardly ever more than one.
        skeleton.free_markers(&foreign);
    }
}

/// Also gives the full stops of list markers that do not count from one.
fn read_once(source: &str, skeleton: &Skeleton, context: Context) -> (Reading, Vec<usize>) {
    let reading = Reading { context, ..Reading::default() };
    let mut reader = Reader { source, skeleton, reading, foreign: Vec::new() };
    reader.read_blocks();
    if let Some(at) = skeleton.unclosed_comment.filter(|_| !context.comment_open) {
        reader.reading.context.comment_open = true;
        let span = trimmed(source, at..line_end(source, at));
        reader.finding(unclosed_comment().at(Span::from(span)));
    }
    (reader.reading, reader.foreign)
}

/// Reads one source once.
pub(super) struct Reader<'a> {
    pub(super) source: &'a str,
    pub(super) skeleton: &'a Skeleton,
    reading: Reading,
    /// Full stops of list markers that do not count from one.
    pub(super) foreign: Vec<usize>,
}

impl Reader<'_> {
    fn read_blocks(&mut self) {
        let skeleton = self.skeleton;
        let mut events = Parser::new_ext(&skeleton.text, Options::ENABLE_TABLES).into_offset_iter();
        while let Some((event, range)) = events.next() {
            match event {
                Event::Start(Tag::List(first)) => {
                    let list = ListReader::new(self, first).read(&mut events);
                    self.push_blocks(list);
                }
                Event::Start(tag) => {
                    self.read_leaf(&tag, range);
                    skip_to_end(&mut events, tag.to_end());
                }
                _ => self.read_paragraphs(range),
            }
        }
    }

    fn read_leaf(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } => self.read_heading(range),
            Tag::Table(_) => self.read_table(range),
            _ => self.read_paragraphs(range),
        }
    }

    /// A stretch of text: paragraphs parted by empty lines, notes and rules.
    fn read_paragraphs(&mut self, range: Range<usize>) {
        let mut text = Text::default();
        let mut notes = Notes::default();
        for (here, line) in self.skeleton.lines(range) {
            let shape = self.skeleton.text[here].trim_start_matches([' ', '\t']);
            if shape.is_empty() {
                self.push_paragraph(&mut text);
            } else if shape.starts_with('>') {
                self.push_paragraph(&mut text);
                if !read_special(self.source, line.clone(), &mut notes) {
                    self.push_blocks(notes.take());
                    self.read_rule(line);
                }
            } else {
                self.push_blocks(notes.take());
                if let Some(finding) = missing_space(self.source, line.clone()) {
                    self.finding(finding);
                }
                push_line(&mut text, self.source, line);
            }
        }
        self.push_paragraph(&mut text);
        self.push_blocks(notes.take());
    }

    fn push_paragraph(&mut self, text: &mut Text) {
        let text = std::mem::take(text);
        if !text.is_empty() {
            self.push_blocks([Block::Paragraph { text }]);
        }
    }

    fn push_blocks(&mut self, blocks: impl IntoIterator<Item = Block>) {
        self.reading.pieces.extend(blocks.into_iter().map(Piece::Block));
    }

    /// Adds a finding behind those of the same place or one before it.
    pub(super) fn finding(&mut self, finding: Finding) {
        let start = |finding: &Finding| finding.span.map(|span| span.start);
        let findings = &mut self.reading.findings;
        let at = findings.partition_point(|other| start(other) <= start(&finding));
        findings.insert(at, finding);
    }

    fn read_rule(&mut self, line: Range<usize>) {
        if self.reading.context.closing {
            let mut text = read_line(self.source, line);
            self.push_paragraph(&mut text);
        } else {
            self.reading.context.closing = true;
            self.reading.pieces.push(Piece::Rule);
        }
    }

    fn read_heading(&mut self, range: Range<usize>) {
        let Some((here, line)) = self.skeleton.lines(range.clone()).next() else { return };
        let shape = &self.skeleton.text[here];
        let marks = shape.len() - shape.trim_start_matches('#').len();
        let underlined =
            marks == 0 || marks > 6 || !shape[marks..].starts_with([' ', '\t']) && marks < shape.len();
        if underlined {
            return self.read_underlined(range);
        }
        let text = trimmed(self.source, line.start + marks..line.end);
        let span = Span::new(line.start, text.end);
        match (self.reading.context, marks) {
            (Context { closing: true, .. }, _) => {
                self.finding(heading_in_closing().at(span));
                let text = read_line(self.source, text);
                // An empty heading is gone, but its neighbours do not join.
                let apart = Block::Note { text: Text::default() };
                self.push_blocks([if text.is_empty() { apart } else { Block::Paragraph { text } }]);
            }
            (Context { titled: false, .. }, 1) => {
                self.reading.context.titled = true;
                self.reading.pieces.push(Piece::Title(read_line(self.source, text)));
            }
            _ => {
                if marks == 1 {
                    let mark = Span::new(line.start, line.start + 1);
                    let label = message("改为一级标题", "Make it a section");
                    self.finding(second_title().at(span).fix(label, Some(mark), "##"));
                }
                let level = marks.max(2) as u8 - 1;
                let section = self.section(level, text, span);
                self.reading.pieces.push(Piece::Heading(section));
            }
        }
    }

    fn section(&self, level: u8, line: Range<usize>, span: Span) -> Section {
        let Numbered { text: heading, number, typed, kept } =
            read_numbered(self.source, [line], Place::Heading);
        Section {
            level,
            heading,
            number,
            origin: Origin { typed, kept, span: Some(span) },
            ..Section::default()
        }
    }

    /// Text over a line of hyphens, which is no heading here. One hyphen is a point that is being begun.
    fn read_underlined(&mut self, range: Range<usize>) {
        let end = range.start + self.skeleton.text[range.clone()].trim_end().len();
        let last = self.skeleton.line_start(end);
        let begun = self.skeleton.text[last..end].trim_start() == "-" && last > range.start;
        self.read_paragraphs(range.start..if begun { last } else { range.end });
    }

    fn read_table(&mut self, range: Range<usize>) {
        let lines: Vec<_> = self.skeleton.lines(range.clone()).map(|(here, _)| here).collect();
        let length = lines.iter().take_while(|line| holds_pipe(self.skeleton, (*line).clone())).count();
        if length < 2 {
            return self.read_paragraphs(range);
        }
        let row = |line: &Range<usize>| read_row(self.source, self.skeleton, line.clone());
        let header = row(&lines[0]);
        let rows = lines[2..length].iter().map(row).filter(|row| !row.is_empty()).collect();
        self.push_blocks([Block::Table { header, rows }]);
        if let Some(rest) = lines.get(length) {
            self.read_paragraphs(rest.start..range.end);
        }
    }
}

/// The text of a heading or point, and what became of its number.
pub(super) struct Numbered {
    pub(super) text: Text,
    pub(super) number: Option<String>,
    pub(super) typed: Option<Typed>,
    /// The prefix that keeps the number.
    pub(super) kept: Option<Span>,
}

/// Reads a text that the program numbers: a prefix settles the number, a typed number is taken off.
pub(super) fn read_numbered(
    source: &str,
    lines: impl IntoIterator<Item = Range<usize>>,
    place: Place,
) -> Numbered {
    let mut lines = lines.into_iter();
    let first = lines.next().map_or(0..0, |line| trimmed(source, line));
    if let Some((prefix, len)) = read_prefix(&source[first.clone()]) {
        let kept = matches!(prefix, Prefix::Keeps(_)).then(|| Span::new(first.start, first.start + len));
        let number = match prefix {
            Prefix::NoNumber => Some(String::new()),
            Prefix::Keeps(number) => Some(number),
            Prefix::Literal => None,
        };
        let rest = first.start + len..first.end;
        let text = read_lines(source, std::iter::once(rest).chain(lines));
        return Numbered { text, number, typed: None, kept };
    }
    let text = read_lines(source, std::iter::once(first).chain(lines));
    let Some(found) = find(&text, place) else {
        return Numbered { text, number: None, typed: None, kept: None };
    };
    let rest = text.without_front(found.len);
    let typed = Typed {
        value: found.value,
        text: text[..found.len].into(),
        span: text.source_span(0..text.len() - rest.len()),
    };
    Numbered { text: rest, number: None, typed: Some(typed), kept: None }
}

/// Drops the events up to the end of a leaf; nothing nests in itself there.
fn skip_to_end<'e>(events: &mut impl Iterator<Item = (Event<'e>, Range<usize>)>, end: TagEnd) {
    let _ = events.find(|(event, _)| matches!(event, Event::End(tag) if *tag == end));
}

fn unclosed_comment() -> Finding {
    Finding::new(
        "comment-unclosed",
        Severity::Warning,
        message("批注没有结束，已当作正文", "The note has no end and stands in the text"),
    )
    .hint("在批注末尾写 -->", "Write --> at the end of the note")
}

fn heading_in_closing() -> Finding {
    Finding::new(
        "heading-in-closing",
        Severity::Warning,
        message(
            "--- 之后是结尾，标题已当作一段正文",
            "After --- comes the closing: the heading is a paragraph",
        ),
    )
    .hint("把标题移到 --- 之前", "Move the heading above ---")
}

fn second_title() -> Finding {
    Finding::new(
        "second-title",
        Severity::Warning,
        message("总标题只有一个，这里已按一级标题处理", "There is one title: this one counts as a section"),
    )
}
