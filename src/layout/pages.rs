//! Lines into pages: no heading stands alone at the foot of one, and the last one holds a line of the body
//! (GB/T 9704-2012, 7.3.5.4). A table that goes on has the names of its columns on each page.

use super::{Body, Laid};
use crate::style::Page;
use crate::summary::Role;

/// What stands on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its stretches, from the top down.
    pub stretches: Vec<Stretch>,
}

/// Lines of one block on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The block.
    pub block: u32,
    /// The line of the page at which it begins, from 0.
    pub top: u32,
    /// The first of the block's lines here.
    pub first: u32,
    /// How many there are.
    pub count: u32,
    /// The lines above them in which the first row of a table stands once more.
    pub head: u32,
}

impl Stretch {
    /// The lines that it takes.
    pub fn height(&self) -> u32 {
        self.head + self.count
    }
}

/// A line of the text, empty ones aside.
#[derive(Clone, Copy)]
struct Row {
    block: u32,
    line: u32,
    /// Empty lines above it, unless it begins a page.
    above: u32,
    /// The lines of the first row of its table, which stand above it where it begins a page.
    head: u32,
    /// May a page end behind it?
    holds: Hold,
    /// Is it of the body?
    is_body: bool,
}

/// How a line holds what comes behind it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hold {
    /// A page may end there.
    Free,
    /// What comes next belongs to it, as the text does to its heading.
    Next,
    /// It is in the middle of a row of a table.
    Row,
}

/// Puts blocks on pages.
pub fn pages<'a>(blocks: impl Iterator<Item = (Role, &'a Laid)>, page: &Page) -> Vec<Sheet> {
    let rows = rows(blocks, page.lines_a_page());
    let tail = rows.iter().rposition(|row| row.is_body).unwrap_or(rows.len());
    let room = page.lines_a_page();
    let mut sheets = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let end = page_end(&rows, at, tail, room);
        sheets.push(sheet(&rows[at..end]));
        at = end;
    }
    sheets
}

fn rows<'a>(blocks: impl Iterator<Item = (Role, &'a Laid)>, room: u32) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut gap = 0;
    for ((role, laid), block) in blocks.zip(0..) {
        let height = laid.height();
        let is_body = matches!(role, Role::Body | Role::RunIn | Role::Heading | Role::Closing | Role::Table);
        let names = match &laid.body {
            Body::Table(table) => table.repeated(room),
            Body::Lines(_) => 0,
        };
        let held = held(role, laid, names);
        for line in 0..height {
            let above = if line == 0 { gap + laid.above } else { 0 };
            let line = line as u32;
            let names = if line < names { 0 } else { names };
            rows.push(Row { block, line, above, head: names, holds: held(line as usize), is_body });
        }
        gap = if height == 0 { gap } else { laid.below };
        if matches!(role, Role::Signature | Role::Date) && height > 0 {
            // What is signed is not parted from the signature, nor that from the date.
            let first = rows.len() - height;
            if let Some(before) = first.checked_sub(1) {
                rows[before].holds = Hold::Next;
            }
        }
    }
    rows
}

/// How each of a block's lines holds what comes behind it. `head` are those of a first row that is repeated.
fn held(role: Role, laid: &Laid, head: u32) -> impl Fn(usize) -> Hold + use<> {
    let mut ends = Vec::new();
    if let Body::Table(table) = &laid.body {
        let mut end = 0;
        for height in table.heights() {
            end += height;
            ends.push(end);
        }
    }
    let is_table = role == Role::Table;
    let always = matches!(role, Role::Heading | Role::Title | Role::Addressee | Role::Signature);
    let head = head as usize;
    move |line| match () {
        () if is_table && ends.binary_search(&(line + 1)).is_err() => Hold::Row,
        // The names of columns do not stand alone.
        () if always || is_table && line + 1 == head => Hold::Next,
        () => Hold::Free,
    }
}

/// Where the page ends that begins at `start`. `tail` is the last line of the body, which stays with what follows it.
fn page_end(rows: &[Row], start: usize, tail: usize, room: u32) -> usize {
    let mut height = rows[start].head;
    let mut end = start;
    while let Some(row) = rows.get(end) {
        height += 1 + if end == start { 0 } else { row.above };
        if end > start && height > room {
            break;
        }
        end += 1;
    }
    if end == rows.len() {
        return end;
    }
    let ends = || (start + 1..=end).rev();
    let may_end = |end: &usize| rows[*end - 1].holds == Hold::Free && *end <= tail;
    // A row stays whole where a page has room for it, whatever it belongs to; what is longer is broken where the page ends.
    let keeps_row = |end: &usize| rows[*end - 1].holds == Hold::Next && has_room(rows, *end, room);
    ends().find(may_end).or_else(|| ends().find(keeps_row)).unwrap_or(end)
}

/// Does a page have room for the row of a table that begins at `start`?
fn has_room(rows: &[Row], start: usize, room: u32) -> bool {
    let inside = rows[start..].iter().take_while(|row| row.holds == Hold::Row).count();
    inside > 0 && rows[start].head + (inside as u32) < room
}

fn sheet(rows: &[Row]) -> Sheet {
    let mut sheet = Sheet::default();
    let mut top = 0;
    for (index, row) in rows.iter().enumerate() {
        match sheet.stretches.last_mut() {
            Some(last) if last.block == row.block => last.count += 1,
            _ => {
                let head = if index == 0 { row.head } else { 0 };
                top += if index == 0 { 0 } else { row.above };
                sheet.stretches.push(Stretch { block: row.block, top, first: row.line, count: 1, head });
                top += head;
            }
        }
        top += 1;
    }
    sheet
}
