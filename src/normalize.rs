//! Any outline object into the form that the source can hold.

use crate::finding::{Finding, Severity, message};
use crate::outline::{
    Block, Facts, Front, Layout, MAX_LEVEL, MAX_POINT_DEPTH, Outline, Piece, Point, Section,
};
use crate::read::clean_note;
use crate::text::Text;
use crate::text::fact::is_fact_name;
use crate::text::lines::has_line_break;
use crate::text::space::{is_space, one_line, trim};

/// Normalizes an outline, with a finding for each change of meaning. For every `o`, what
/// [`write::markdown`](crate::write::markdown) makes of it reads back as `normalize(o)`.
pub fn normalize(outline: Outline) -> (Outline, Vec<Finding>) {
    normalize_with(&mut Normalizer::default(), outline)
}

/// The same, and how to tell the places of further findings, which come as if all texts stood in one source.
pub(crate) fn normalize_placing(outline: Outline) -> (Outline, Vec<Finding>, Places) {
    let mut normalizer = Normalizer { places: Some(Places::default()), ..Normalizer::default() };
    let (outline, findings) = normalize_with(&mut normalizer, outline);
    (outline, findings, normalizer.places.unwrap_or_default())
}

fn normalize_with(normalizer: &mut Normalizer, outline: Outline) -> (Outline, Vec<Finding>) {
    let front = normalizer.front(outline.front());
    let mut pieces = normalizer.blocks(outline.opening, "opening");
    for (index, section) in outline.sections.into_iter().enumerate() {
        normalizer.section(section, 0, &format!("sections[{index}]"), &mut pieces);
    }
    let closing = normalizer.blocks(outline.closing, "closing");
    pieces.push(Piece::Rule);
    pieces.extend(closing);
    (Outline::from_pieces(front, pieces), std::mem::take(&mut normalizer.findings))
}

/// Which text of an object stands where in a source that only is imagined.
#[derive(Default)]
pub(crate) struct Places {
    /// The start and the path of each, in order.
    paths: Vec<(u32, String)>,
    end: usize,
}

impl Places {
    fn push(&mut self, text: &mut Text, path: &str) {
        text.stand_at(self.end);
        self.paths.push((self.end as u32, path.into()));
        self.end += text.len() + 1;
    }

    /// Tells a finding by path. A fix, which would be an edit of a source, falls away.
    pub(crate) fn tell(&self, finding: Finding) -> Finding {
        let path = finding.span.and_then(|span| {
            let after = self.paths.partition_point(|(start, _)| *start <= span.start);
            Some(self.paths[after.checked_sub(1)?].1.clone())
        });
        Finding { span: None, fix: None, path, ..finding }
    }
}

#[derive(Default)]
struct Normalizer {
    findings: Vec<Finding>,
    places: Option<Places>,
}

impl Normalizer {
    /// Tells what was brought into form.
    fn finding(&mut self, code: &'static str, path: &str, zh: &str, en: &str) {
        self.tell(code, Severity::Info, path, zh, en);
    }

    fn tell(&mut self, code: &'static str, severity: Severity, path: &str, zh: &str, en: &str) {
        self.findings.push(Finding::new(code, severity, message(zh, en)).at_path(path));
    }

    /// A text on one line.
    fn line(&mut self, text: Text, path: &str) -> Text {
        if has_line_break(&text) {
            self.finding("line-break", path, "换行已并为一行", "Line breaks are joined");
        }
        let line = one_line(&text);
        let mut line = if *line == *text { text } else { Text::from(&*line) };
        if let Some(places) = &mut self.places {
            places.push(&mut line, path);
        }
        line
    }

    fn optional(&mut self, text: Option<Text>, path: &str) -> Option<Text> {
        text.map(|text| self.line(text, path)).filter(|text| !text.is_empty())
    }

    fn front(&mut self, front: Front) -> Front {
        let attachments = front.attachments.into_iter().enumerate();
        let attachments = attachments.map(|(at, text)| self.line(text, &format!("attachments[{at}]")));
        let attachments = attachments.filter(|text| !text.is_empty()).collect();
        Front {
            title: self.optional(front.title, "title"),
            to: self.optional(front.to, "to"),
            from: self.optional(front.from, "from"),
            date: self.optional(front.date, "date"),
            style: self.optional(front.style, "style"),
            facts: self.facts(front.facts),
            attachments,
        }
    }

    fn facts(&mut self, facts: Facts) -> Facts {
        let mut kept = Facts::default();
        for (name, value) in facts.0 {
            let path = format!("facts[{name:?}]");
            let trimmed = trim(&name);
            if !is_fact_name(trimmed) {
                let zh = format!("“{name}”不能作事实的名称，其值“{value}”未用");
                let en = format!("A fact cannot be named “{name}”; its value “{value}” is not used");
                self.tell("fact-name", Severity::Error, &path, &zh, &en);
            } else if kept.0.iter().any(|(known, _)| known == trimmed) {
                let zh = format!("“{trimmed}”重复，“{value}”未用");
                let en = format!("“{trimmed}” is there twice; “{value}” is not used");
                self.tell("fact-repeated", Severity::Error, &path, &zh, &en);
            } else {
                let value = self.line(Text::from(value), &path);
                kept.set(trimmed.into(), value.to_string());
            }
        }
        kept
    }

    /// Writes a section and all below it as flat pieces, from which the tree is built anew.
    fn section(&mut self, section: Section, parent: u8, path: &str, pieces: &mut Vec<Piece>) {
        let level = section.level.clamp(1, MAX_LEVEL);
        if level != section.level || level <= parent {
            let (zh, en) = (
                "章节的级别不低于上级，已按级别重排",
                "This section is not below its parent: it has moved by its level",
            );
            self.finding("section-level", path, zh, en);
        }
        let heading = self.line(section.heading, &format!("{path}.heading"));
        let number = section.number.as_deref().map(number);
        pieces.push(Piece::Heading(Section {
            level,
            heading,
            number,
            origin: section.origin,
            ..Section::default()
        }));
        pieces.extend(self.blocks(section.body, &format!("{path}.body")));
        for (index, child) in section.sections.into_iter().enumerate() {
            self.section(child, level, &format!("{path}.sections[{index}]"), pieces);
        }
    }

    fn blocks(&mut self, blocks: Vec<Block>, path: &str) -> Vec<Piece> {
        let mut kept: Vec<Piece> = Vec::with_capacity(blocks.len());
        for (index, block) in blocks.into_iter().enumerate() {
            let path = format!("{path}[{index}]");
            let Some(block) = self.block(block, &path) else { continue };
            if is_numbered(&block)
                && kept.last().is_some_and(|piece| matches!(piece, Piece::Block(last) if is_numbered(last)))
            {
                let (zh, en) = (
                    "两个编号列表之间加了空批注，以免连成一个",
                    "An empty note keeps two numbered lists apart",
                );
                self.finding("lists-apart", &path, zh, en);
                kept.push(Piece::Block(Block::Note { text: Text::default() }));
            }
            kept.push(Piece::Block(block));
        }
        kept
    }

    fn block(&mut self, block: Block, path: &str) -> Option<Block> {
        match block {
            Block::Paragraph { text } => {
                let text = self.line(text, &format!("{path}.text"));
                (!text.is_empty()).then_some(Block::Paragraph { text })
            }
            Block::Points { layout, points } => self.points_block(layout, points, path),
            Block::Table { header, rows } => self.table(header, rows, path),
            Block::Note { text } => Some(Block::Note { text: clean_note(&text) }),
        }
    }

    fn points_block(&mut self, layout: Layout, points: Vec<Point>, path: &str) -> Option<Block> {
        let points = self.points(points, 1, &format!("{path}.points"));
        let single = layout == Layout::Separate && points.len() == 1;
        if single {
            self.finding("single-separate", path, "只有一点，已接在前文之后", "A single point runs on");
        }
        let layout = if single { Layout::RunOn } else { layout };
        (!points.is_empty()).then_some(Block::Points { layout, points })
    }

    fn points(&mut self, points: Vec<Point>, depth: usize, path: &str) -> Vec<Point> {
        let mut kept = Vec::with_capacity(points.len());
        for (index, point) in points.into_iter().enumerate() {
            let path = format!("{path}[{index}]");
            let text = self.line(point.text, &format!("{path}.text"));
            let too_deep = depth == MAX_POINT_DEPTH && !point.points.is_empty();
            if too_deep {
                let (zh, en) = ("要点的层次太深，已提到上一层", "Points nest too deep: these have moved up");
                self.finding("points-too-deep", &path, zh, en);
            }
            let below = self.points(point.points, depth + usize::from(!too_deep), &format!("{path}.points"));
            let (points, after) = if too_deep { (Vec::new(), below) } else { (below, Vec::new()) };
            let point =
                Point { text, number: point.number.as_deref().map(number), points, origin: point.origin };
            if !point.is_empty() {
                kept.push(point);
            }
            kept.extend(after);
        }
        kept
    }

    fn table(&mut self, header: Vec<Text>, rows: Vec<Vec<Text>>, path: &str) -> Option<Block> {
        let mut cells = |row: Vec<Text>, path: String| -> Vec<Text> {
            row.into_iter().enumerate().map(|(at, cell)| self.line(cell, &format!("{path}[{at}]"))).collect()
        };
        let mut header = cells(header, format!("{path}.header"));
        let rows: Vec<_> = rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| cells(row, format!("{path}.rows[{at}]")))
            .filter(|row| !row.is_empty())
            .collect();
        if header.is_empty() && rows.is_empty() {
            return None;
        }
        if header.is_empty() {
            header.push(Text::default());
        }
        Some(Block::Table { header, rows })
    }
}

fn is_numbered(block: &Block) -> bool {
    matches!(block, Block::Points { layout: Layout::Numbered, .. })
}

/// A kept number on one line; blanks at its end are part of its form, a number of blanks is none.
fn number(number: &str) -> String {
    let number = number.replace(['\n', '\r'], "");
    if trim(&number).is_empty() { String::new() } else { number.trim_start_matches(is_space).into() }
}
