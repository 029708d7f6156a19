//! The body of a Word document into finished text (ISO/IEC 29500-1, 17.3, 17.4, 17.13).

use super::contents::{Contents, Kind};
use super::list::{Lists, Membership};
use super::package::Unreadable;
use super::seen::Seen;
use super::xml::{Element, Node, Nodes};
use crate::text::space::trim;

/// Elements of which nothing is seen: what was deleted or moved away, what an older program would show, the words of a
/// field, phonetic guides.
const UNSEEN: [&str; 7] = ["del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rt"];

/// Reads the main part. The notes of `comments`, footnotes and endnotes are found by their ids. `None`: a table of
/// contents does not end, and would have taken all behind it along, unless `keeps_contents`.
pub(super) fn read_document(
    part: &str,
    lists: Lists,
    comments: &[(String, String)],
    footnotes: &[Vec<(String, String)>; 2],
    keeps_contents: bool,
) -> Result<Option<Seen>, Unreadable> {
    let mut reader = Reader { keeps_contents, ..Reader::new(lists, comments, footnotes) };
    let mut nodes = Nodes::of(part);
    let mut has_body = false;
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(start) => {
                has_body |= start.name() == "body";
                reader.start(&start);
            }
            Node::End(name) => reader.end(&name),
            Node::Text(text) => reader.text(&text),
        }
    }
    if !has_body {
        return Err(Unreadable::NotDocx);
    }
    let is_whole = keeps_contents || !reader.contents.has_open_field();
    Ok(is_whole.then_some(reader.seen))
}

#[derive(Default)]
struct Paragraph {
    text: String,
    membership: Membership,
    style: Option<String>,
    /// Was its end deleted, so that the next goes on in it?
    goes_on: bool,
    /// Does it stand in a table of contents, if only in part?
    is_contents: bool,
    notes: Vec<String>,
}

/// Whose properties are being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Properties {
    None,
    Paragraph,
    /// Of the paragraph's own mark, whose deletion joins it to the next.
    Mark,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    cells: Vec<String>,
    notes: Vec<String>,
}

struct Reader<'a> {
    lists: Lists,
    comments: &'a [(String, String)],
    footnotes: &'a [Vec<(String, String)>; 2],
    seen: Seen,
    /// The open paragraphs: one in a text box stands inside another.
    paragraphs: Vec<Paragraph>,
    /// Text boxes that were closed inside the outermost paragraph, which stand behind it.
    boxes: Vec<(String, Vec<String>)>,
    tables: Vec<Table>,
    /// How many elements are open of which nothing is seen.
    unseen: usize,
    /// Is the run hidden?
    hidden: bool,
    in_text: bool,
    properties: Properties,
    /// What stands in paragraphs whose end was deleted: it goes on in the next.
    carried: Option<(String, Vec<String>)>,
    /// How many elements are open that tell what was before a change.
    changes: usize,
    contents: Contents,
    /// Are tables of contents read as any text?
    keeps_contents: bool,
}

impl<'a> Reader<'a> {
    fn new(
        lists: Lists,
        comments: &'a [(String, String)],
        footnotes: &'a [Vec<(String, String)>; 2],
    ) -> Self {
        Reader {
            lists,
            comments,
            footnotes,
            seen: Seen::default(),
            paragraphs: Vec::new(),
            boxes: Vec::new(),
            tables: Vec::new(),
            unseen: 0,
            hidden: false,
            in_text: false,
            properties: Properties::None,
            carried: None,
            changes: 0,
            contents: Contents::default(),
            keeps_contents: false,
        }
    }

    fn start(&mut self, start: &Element<'_>) {
        let name = start.name();
        if name.ends_with("Change") {
            self.changes += 1;
        }
        if self.changes > 0 {
            return;
        }
        if self.properties != Properties::None {
            return self.property(&name, start);
        }
        if self.unseen == 0 {
            self.contents.start(&name, start);
        }
        if UNSEEN.contains(&name.as_str()) {
            self.unseen += 1;
        }
        match name.as_str() {
            "p" => self.begin_paragraph(),
            "pPr" => self.properties = Properties::Paragraph,
            "r" => self.hidden = false,
            "vanish" => self.hidden = start.is_on(),
            "t" => self.in_text = true,
            "tab" | "ptab" => self.push(" "),
            "br" => self.push(self.broken(start)),
            "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.push(&symbol(start)),
            "tbl" => {
                self.put_carried();
                self.tables.push(Table::default());
            }
            "tr" => self.tables.last_mut().into_iter().for_each(|table| table.cells.clear()),
            "tc" => self.tables.last_mut().into_iter().for_each(|table| table.cells.push(String::new())),
            "blip" | "imagedata" if self.unseen == 0 => self.seen.images += 1,
            "commentReference" => self.note(start, self.comments, "批注"),
            "footnoteReference" => self.footnote(start, 0, "脚注"),
            "endnoteReference" => self.footnote(start, 1, "尾注"),
            _ => {}
        }
    }

    /// A line break; those of pages and columns are none, nor is the one that `write::docx` puts where it breaks a title by
    /// sense: in a title, no other program is known to say that nothing is cleared.
    fn broken(&self, start: &Element<'_>) -> &'static str {
        let style = self.paragraphs.last().and_then(|paragraph| paragraph.style.as_deref());
        let is_plain = start.attribute("type").is_none_or(|kind| kind == "textWrapping");
        let is_by_sense = style == Some("Title") && start.attribute("clear").as_deref() == Some("none");
        if is_plain && !is_by_sense { "\n" } else { "" }
    }

    /// What stands in the properties of a paragraph.
    fn property(&mut self, name: &str, start: &Element<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = start.value(),
            "ilvl" => paragraph.membership.level = start.value().and_then(|level| level.parse().ok()),
            "numId" => paragraph.membership.list = start.value(),
            "rPr" => self.properties = Properties::Mark,
            "del" | "moveFrom" if self.properties == Properties::Mark => paragraph.goes_on = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.changes > 0 {
            self.changes -= usize::from(name.ends_with("Change"));
            return;
        }
        match name {
            "pPr" => self.properties = Properties::None,
            "rPr" if self.properties == Properties::Mark => self.properties = Properties::Paragraph,
            _ if self.properties != Properties::None => {}
            "t" => self.in_text = false,
            "r" => self.hidden = false,
            "p" => self.end_paragraph(),
            "tc" | "body" => self.put_carried(),
            "tr" => self.end_row(),
            "tbl" => drop(self.tables.pop()),
            _ if UNSEEN.contains(&name) => self.unseen = self.unseen.saturating_sub(1),
            _ => {}
        }
        if self.unseen == 0 {
            self.contents.end(name);
        }
    }

    fn text(&mut self, text: &str) {
        self.contents.text(text);
        if self.in_text {
            self.push(text);
        }
    }

    fn push(&mut self, text: &str) {
        if self.unseen > 0 || self.hidden {
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match self.contents.open().filter(|_| !self.keeps_contents) {
            None => paragraph.text.push_str(text),
            Some(_) if trim(text).is_empty() => {}
            Some(kind) => {
                paragraph.is_contents = true;
                match kind {
                    Kind::Headings => self.leave_out_contents(),
                    Kind::Figures => self.seen.figures = true,
                }
            }
        }
    }

    fn leave_out_contents(&mut self) {
        if !self.seen.contents && self.tables.is_empty() {
            self.seen.drop_heading_of_contents();
        }
        self.seen.contents = true;
    }

    fn footnote(&mut self, start: &Element<'_>, kind: usize, label: &str) {
        if self.unseen == 0 {
            self.seen.footnotes += 1;
            self.note(start, &self.footnotes[kind], label);
        }
    }

    fn note(&mut self, start: &Element<'_>, notes: &[(String, String)], label: &str) {
        let id = start.attribute("id").unwrap_or_default();
        let text = notes.iter().find(|(known, _)| *known == id).map_or("", |(_, text)| trim(text));
        if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.unseen == 0 && !text.is_empty()) {
            paragraph.notes.push(format!("{label}：{text}"));
        }
    }

    fn begin_paragraph(&mut self) {
        let (text, notes) = self.carried.take().unwrap_or_default();
        self.paragraphs.push(Paragraph { text, notes, ..Paragraph::default() });
    }

    /// Puts what was to go on in a paragraph that never came.
    fn put_carried(&mut self) {
        if let Some((text, notes)) = self.carried.take() {
            self.put(&text, notes);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.goes_on {
            self.carried = Some((paragraph.text, paragraph.notes));
            return;
        }
        let mut text = String::new();
        let own = trim(&paragraph.text);
        if self.unseen == 0 && !(paragraph.is_contents && own.is_empty()) {
            let number = self.lists.next(&paragraph.membership, paragraph.style.as_deref());
            // A number that stands alone is seen in a table, where it counts the rows.
            if !own.is_empty() || !self.tables.is_empty() {
                text = number + own;
            }
        }
        if self.paragraphs.is_empty() {
            self.put(&text, paragraph.notes);
            for (text, notes) in std::mem::take(&mut self.boxes) {
                self.put(&text, notes);
            }
        } else {
            self.boxes.push((text, paragraph.notes));
        }
    }

    /// Puts a paragraph where it is seen: into the open cell, or on a line of its own.
    fn put(&mut self, text: &str, notes: Vec<String>) {
        if let Some(table) = self.tables.last_mut() {
            table.notes.extend(notes);
            if let Some(cell) = table.cells.last_mut() {
                cell.push_str(&text.replace('\t', " "));
                cell.push('\n');
            }
        } else {
            self.seen.put(text);
            self.seen.put_notes(notes);
        }
    }

    fn end_row(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        let notes = std::mem::take(&mut table.notes);
        let cells = std::mem::take(&mut table.cells);
        match (self.tables.last_mut().and_then(|outer| outer.cells.last_mut()), &cells[..]) {
            // A table in a cell is read as its text.
            (Some(outer), _) => outer.push_str(&cells.concat()),
            // A table of one cell only draws a frame.
            (None, [cell]) => self.seen.put(cell),
            (None, _) => self.seen.put_row(&cells),
        }
        self.seen.put_notes(notes);
        self.tables.push(table);
    }
}

/// A character of a symbol font. What Unicode has no place for is a box to tick more often than anything else.
fn symbol(start: &Element<'_>) -> String {
    let code = start.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
    let char = code.and_then(char::from_u32).filter(|char| !('\u{E000}'..='\u{F8FF}').contains(char));
    char.unwrap_or('□').into()
}
