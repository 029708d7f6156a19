//! The lines of a finished text, and the blanks between and before them.

use super::habits::Tally;
use super::prove::lines_of;
use super::units::literal;
use crate::compose::{Detail, Form, compose};
use crate::facts::FactTable;
use crate::outline::Outline;
use crate::style::Style;
use crate::summary::{Role, TITLE_BREAK};
use crate::text::Text;
use crate::text::lines::lines;
use crate::text::space::{trim, trim_start};

/// The lines that hold something.
pub(super) struct Lines<'a> {
    /// Without the blanks at their ends.
    pub(super) texts: Vec<&'a str>,
    /// What stands before each.
    indents: Vec<&'a str>,
    /// After how many of them is an empty line?
    parted: usize,
    /// Where the same lines begin for a second time, if the text is there several times over.
    pub(super) copy: Option<usize>,
    /// The text once, if it is there several times over without a line break between, and how many times.
    pub(super) joined: Option<(&'a str, usize)>,
    /// Which of them are known to be rows of a table.
    pub(super) rows: Vec<usize>,
    /// Notes, each behind how many lines.
    pub(super) notes: Vec<(usize, String)>,
}

impl<'a> Lines<'a> {
    /// `rows` are those of the lines that hold something which are rows of a table: their empty cells count.
    pub(super) fn of(text: &'a str, rows: &[usize]) -> Self {
        let mut all = Lines {
            texts: Vec::new(),
            indents: Vec::new(),
            parted: 0,
            copy: None,
            joined: None,
            rows: rows.into(),
            notes: Vec::new(),
        };
        let mut after_empty = false;
        for line in lines(text) {
            let own = trim(line);
            if own.is_empty() {
                after_empty = true;
                continue;
            }
            all.parted += usize::from(after_empty && !all.texts.is_empty());
            after_empty = false;
            let is_row = rows.binary_search(&all.texts.len()).is_ok();
            let indent = if is_row { 0 } else { line.len() - trim_start(line).len() };
            all.texts.push(if is_row { line } else { own });
            all.indents.push(line[..indent].trim_start_matches('\u{FEFF}'));
        }
        all.copy = repeated(&all.texts).filter(|copy| *copy > 1);
        if all.copy.is_none() {
            all.joined = joined_copies(trim(text));
        }
        all
    }

    /// The lines up to one of them.
    pub(super) fn first(&self, count: usize) -> Lines<'a> {
        let parted = if self.parted * 2 > self.texts.len() { count } else { 0 };
        let notes = self.notes[..self.notes.partition_point(|(at, _)| *at <= count)].into();
        Lines {
            texts: self.texts[..count].into(),
            indents: self.indents[..count].into(),
            parted,
            copy: None,
            joined: None,
            rows: self.rows[..self.rows.partition_point(|row| *row < count)].into(),
            notes,
        }
    }

    /// What stands before a line.
    pub(super) fn indent(&self, at: usize) -> &'a str {
        self.indents[at]
    }

    /// The first lines as a title. What stands before one of them that is not the first is a part of it.
    pub(super) fn title(&self, count: usize) -> Option<Text> {
        let mut title = (*self.texts.first().filter(|_| count > 0)?).to_owned();
        for (text, indent) in self.texts.iter().zip(&self.indents).take(count).skip(1) {
            title.push(TITLE_BREAK);
            title.push_str(indent);
            title.push_str(text);
        }
        Some(literal(&title))
    }

    /// Sets what the style says of indents and empty lines to what most of the lines do.
    pub(super) fn set_blanks(&self, outline: &Outline, style: &mut Style) {
        style.blank_lines = self.texts.len() > 1 && self.parted * 2 > self.texts.len() - 1;
        let Some(indent) = self.usual_indent() else { return };
        let form = Form { style, facts: &FactTable::EMPTY, detail: Detail::Full, runs: false };
        let blocks = compose(outline, form);
        let mut roles: Vec<(Role, usize, usize)> = Vec::new();
        let mut titled = false;
        let mut line_roles = Vec::with_capacity(self.texts.len());
        for block in &blocks {
            lines_of(block).for_each(|_| line_roles.push(block.role));
        }
        for (role, here) in line_roles.into_iter().zip(&self.indents) {
            // Further lines of a title bring their own.
            if role == Role::Title && std::mem::replace(&mut titled, true) {
                continue;
            }
            let at = roles.iter().position(|(known, ..)| *known == role).unwrap_or(roles.len());
            if at == roles.len() {
                roles.push((role, 0, 0));
            }
            roles[at].1 += usize::from(*here == indent);
            roles[at].2 += 1;
        }
        roles.retain(|(_, indented, all)| indented * 2 > *all);
        style.indented = roles.into_iter().map(|(role, ..)| role).collect();
        if !style.indented.is_empty() {
            style.indent = indent;
        }
    }

    /// The indent that most of the indented lines have.
    fn usual_indent(&self) -> Option<String> {
        let mut indents = Tally::default();
        self.indents.iter().filter(|indent| !indent.is_empty()).for_each(|indent| indents.count(indent));
        indents.most().cloned()
    }
}

/// The most copies that are looked for.
const COPIES: usize = 4;

/// The part of a text which, several times over, is all of it, and how many times.
fn joined_copies(text: &str) -> Option<(&str, usize)> {
    let len = repeated(text.as_bytes())?;
    // Half a character is none. A line break tells it from a word said twice.
    let once = text.get(..len).filter(|once| once.contains(['\n', '\r']))?;
    Some((once, text.len() / len))
}

/// How long the part is which, several times over, is all of it.
fn repeated<T: PartialEq>(all: &[T]) -> Option<usize> {
    for copies in (2..=COPIES).rev() {
        let len = all.len() / copies;
        if len > 0 && len * copies == all.len() && all[len..] == all[..all.len() - len] {
            return Some(len);
        }
    }
    None
}
