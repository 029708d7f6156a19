//! Tables: which cells there are, how wide their columns and how high their rows. The layout says all that is measured.

use super::Setting;
use super::measures::{POINT, twips};
use crate::layout::Body;
use crate::layout::table::{PADDING, Table, cells};
use crate::summary::Block;
use std::ops::Range;

/// Word refuses a table of more columns.
const MOST_COLUMNS: usize = 63;

/// What a cell keeps free at each side of its text, in twips.
pub(in crate::write) const BESIDE_CELL: i32 = (PADDING * POINT) as i32;

/// How thick a border is, in twips.
const BORDER: i32 = 10;

/// A table.
pub(in crate::write) struct Grid<'a> {
    pub(in crate::write) columns: Vec<Column>,
    pub(in crate::write) rows: Vec<Row<'a>>,
    /// Does the first row stand on each page?
    pub(in crate::write) repeats: bool,
}

/// A column: how wide it is, and whether each of its cells finds room in one line, where it stands in the middle.
pub(in crate::write) struct Column {
    pub(in crate::write) width: i32,
    pub(in crate::write) is_short: bool,
}

/// A row: with the borders above it, and the one below the last, as high as the lines of the page that its longest cell
/// takes. So what is below stands on the lines of the page.
pub(in crate::write) struct Row<'a> {
    pub(in crate::write) cells: Vec<&'a str>,
    pub(in crate::write) height: i32,
}

impl<'a> Grid<'a> {
    pub(in crate::write) fn of(block: &'a Block, setting: Setting<'_>) -> Self {
        let Body::Table(table) = setting.lay_out(block).body else {
            return Grid { columns: Vec::new(), rows: Vec::new(), repeats: false };
        };
        let columns = columns(&table);
        let rows = rows(block, columns.len()).into_iter().zip(table.heights());
        let row = |(at, (cells, lines))| {
            let borders = if at == 0 { 2 * BORDER } else { BORDER };
            Row { cells, height: (setting.measures.pitches(lines) - borders).max(1) }
        };
        let repeats = table.repeated(setting.style.page.lines_a_page()) > 0;
        Grid { rows: rows.enumerate().map(row).collect(), columns, repeats }
    }

    /// The pitch of its lines: less than that of the page, so that the borders find room.
    pub(in crate::write) fn line(setting: Setting<'_>) -> i32 {
        (setting.measures.line(&setting.style.fonts.table) - 2 * BORDER).max(1)
    }

    /// All columns together.
    pub(in crate::write) fn width(&self) -> i32 {
        self.columns.iter().map(|column| column.width).sum()
    }
}

/// The columns. Those that Word has no room for are one with the last.
fn columns(table: &Table) -> Vec<Column> {
    let all = table.columns.len() - 1;
    let most = all.min(MOST_COLUMNS);
    let edge = |column: usize| twips(table.columns[column] * POINT);
    let column = |at: usize| {
        let end = if at + 1 == most { all } else { at + 1 };
        Column { width: (edge(end) - edge(at)).max(1), is_short: (at..end).all(|at| table.is_short(at)) }
    };
    (0..most).map(column).collect()
}

/// The cells of a block, as many in each row. What no column is left for stands in the last.
fn rows(block: &Block, columns: usize) -> Vec<Vec<&str>> {
    let row = |ranges: Vec<Range<usize>>| {
        let last = ranges.last().map_or(0, |last| last.end);
        let text = |at: usize| match ranges.get(at) {
            Some(range) if at + 1 == columns => &block.text[range.start..last],
            Some(range) => &block.text[range.clone()],
            None => "",
        };
        (0..columns).map(text).collect()
    };
    cells(block).into_iter().map(row).collect()
}
