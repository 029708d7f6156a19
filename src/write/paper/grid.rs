//! Tables: which cells there are, how wide their columns and how high their rows.

use super::{Measures, half_points, halves};
use crate::style::Style;
use crate::summary::{Block, Kind};

/// Word refuses a table of more columns.
const MOST_COLUMNS: usize = 63;

/// What a cell keeps free at each side of its text, in twips.
pub(in crate::write) const BESIDE_CELL: i32 = 108;

const MARGINS: i32 = 2 * BESIDE_CELL;

/// A table.
pub(in crate::write) struct Grid {
    pub(in crate::write) columns: Vec<Column>,
    pub(in crate::write) rows: Vec<Row>,
}

/// A column: how wide it is, and whether each of its cells finds room in one line, where it stands in the middle.
pub(in crate::write) struct Column {
    pub(in crate::write) width: i32,
    pub(in crate::write) is_short: bool,
}

/// A row: as many lines of the page high as its longest cell asks for, so that what is below stands on the lines of the
/// page.
pub(in crate::write) struct Row {
    pub(in crate::write) cells: Vec<String>,
    pub(in crate::write) height: i32,
}

impl Grid {
    pub(in crate::write) fn of(block: &Block, style: &Style, measures: &Measures) -> Self {
        let size = half_points(&style.fonts.table) * 10;
        let rows = rows(block);
        let columns = columns(&rows, size, measures.type_width());
        let height = |cells: &[String]| {
            let lines = cells.iter().zip(&columns).map(|(cell, column)| column.lines(cell, size));
            measures.lines(lines.max().unwrap_or(1).saturating_mul(cell_line(style, measures)))
        };
        let rows = rows.into_iter().map(|cells| Row { height: height(&cells), cells }).collect();
        Grid { columns, rows }
    }

    /// All columns together.
    pub(in crate::write) fn width(&self) -> i32 {
        self.columns.iter().map(|column| column.width).sum()
    }
}

impl Column {
    /// How many lines a text takes in it.
    fn lines(&self, text: &str, size: i32) -> i32 {
        let room = (self.width - MARGINS).max(size) / size * 2;
        (halves(text).saturating_add(room - 1) / room).max(1)
    }
}

/// The pitch of lines in a cell: less than that of the page, so that they stand in the middle of their row.
pub(in crate::write) fn cell_line(style: &Style, measures: &Measures) -> i32 {
    let font = &style.fonts.table;
    (half_points(font) * 14).min(measures.line(font))
}

/// The cells of a block, as many in each row. What no column is left for stands in the last.
fn rows(block: &Block) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    for (run, range) in block.ranges() {
        let row = rows.len() - 1;
        let cell = rows[row].len() - 1;
        match run.kind {
            Kind::Row => rows.push(vec![String::new()]),
            Kind::Cell if cell + 1 < MOST_COLUMNS => rows[row].push(String::new()),
            _ => rows[row][cell].push_str(&block.text[range]),
        }
    }
    let most = rows.iter().map(Vec::len).max().unwrap_or(1);
    for row in &mut rows {
        row.resize(most, String::new());
    }
    rows
}

/// Columns that fill the line: each as wide as its text, and what is left is shared out. Where there is too little, the
/// narrow ones have what they need, and the wide ones share the rest: from the narrowest on, none takes more than its
/// part of what is left.
fn columns(rows: &[Vec<String>], size: i32, whole: i32) -> Vec<Column> {
    let needed: Vec<i32> = (0..rows[0].len())
        .map(|column| {
            let longest = rows.iter().map(|row| halves(&row[column])).max().unwrap_or(0);
            (longest.saturating_mul(size) / 2).saturating_add(MARGINS + size).min(whole)
        })
        .collect();
    let count = i32::try_from(needed.len()).unwrap_or(i32::MAX);
    let spare = (whole - needed.iter().sum::<i32>()).max(0) / count;
    let mut widths = needed.clone();
    let mut from_narrow: Vec<usize> = (0..needed.len()).collect();
    from_narrow.sort_unstable_by_key(|&column| needed[column]);
    let (mut left, mut columns) = (whole, count);
    for column in from_narrow {
        widths[column] = (needed[column] + spare).min(left / columns).max(1);
        left -= widths[column];
        columns -= 1;
    }
    let column = |(&width, &needed)| Column { width, is_short: needed <= width };
    widths.iter().zip(&needed).map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_line_as_their_texts_ask() {
        let widths = |row: &[&str]| {
            let columns = columns(&[row.iter().map(ToString::to_string).collect()], 280, 8845);
            columns.iter().map(|column| (column.width, column.is_short)).collect::<Vec<_>>()
        };
        assert_eq!(widths(&["甲", "甲乙"]), [(4282, true), (4562, true)]);
        assert_eq!(widths(&["甲", &"甲".repeat(80)]), [(776, true), (8069, false)]);
        let same = "甲".repeat(20);
        assert_eq!(widths(&[&same, &same]), [(4422, false), (4423, false)]);
    }
}
