//! The cells of a table. The standard leaves tables to the writer (GB/T 9704-2012, 9): columns share the type area by
//! what they hold.

use super::Line;
use super::lines::{Measure, Setter};
use crate::summary::{Block, Kind};
use std::ops::Range;

/// What a cell keeps from its borders at either side, in points: Word's 0.19 cm.
pub(crate) const PADDING: f64 = 5.4;

/// What a cell keeps free besides, in points: programs do not measure to the same hair.
const SLACK: f64 = 0.3;

/// A table on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Where each column begins, and where the last one ends.
    pub columns: Vec<f64>,
    /// Its rows, each with its cells.
    pub rows: Vec<Vec<Cell>>,
}

/// The lines of a cell.
pub type Cell = Vec<Line>;

impl Table {
    /// Puts the names of the columns, and what is short, in the middle.
    fn centre(&mut self) {
        for column in 0..self.columns.len() - 1 {
            let is_short = self.is_short(column);
            let (left, right) = (self.columns[column], self.columns[column + 1]);
            let rows = if is_short { self.rows.len() } else { 1 };
            for line in self.rows[..rows].iter_mut().filter_map(|row| row.get_mut(column)).flatten() {
                let spare = (right - left - line.width) / 2.0;
                (line.left, line.spread) = (left + spare.max(PADDING), 0.0);
            }
        }
    }

    /// The lines of all its rows.
    pub fn height(&self) -> usize {
        self.rows.iter().map(|row| height(row)).sum()
    }

    /// The lines of its first row where that is repeated on each page: not if it is the only one, or would leave a page
    /// of so many lines little room.
    pub fn repeated(&self, room: u32) -> u32 {
        let head = self.heights().next().unwrap_or(0) as u32;
        if self.rows.len() > 1 && head <= room / 2 { head } else { 0 }
    }

    /// Does each cell of a column find room in one line? Then they stand in the middle of it.
    pub fn is_short(&self, column: usize) -> bool {
        self.rows.iter().all(|row| row.get(column).is_none_or(|cell| cell.len() <= 1))
    }

    /// How many lines each row takes.
    pub fn heights(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().map(|row| height(row))
    }
}

/// The lines that the longest cell of a row takes.
fn height(row: &[Cell]) -> usize {
    row.iter().map(Vec::len).max().unwrap_or(0).max(1)
}

/// Lays a table out.
pub(super) fn table(block: &Block, setter: Setter<'_>) -> Table {
    let cells = cells(block);
    let columns = columns(block, &cells, setter);
    let rows = cells.iter().map(|row| {
        let cell = |(at, range): (usize, &Range<usize>)| {
            let (left, right) = (columns[at] + PADDING, columns[at + 1] - PADDING);
            setter.lines(block, range.clone(), Measure { first: left, left, right })
        };
        row.iter().enumerate().map(cell).collect()
    });
    let mut table = Table { rows: rows.collect(), columns };
    table.centre();
    table
}

/// The ranges of the cells, by row.
pub(crate) fn cells(block: &Block) -> Vec<Vec<Range<usize>>> {
    let mut rows = vec![vec![empty(0)]];
    for (run, range) in block.ranges() {
        let borders = range.clone();
        match run.kind {
            Kind::Row => {
                for at in borders {
                    rows.push(vec![empty(at + 1)]);
                }
            }
            Kind::Cell => {
                for at in borders {
                    if let Some(row) = rows.last_mut() {
                        row.push(empty(at + 1));
                    }
                }
            }
            _ => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.end = range.end;
                }
            }
        }
    }
    rows
}

fn empty(at: usize) -> Range<usize> {
    at..at
}

/// Where the columns stand: each as wide as its longest cell if there is room for all, else each gets its share.
fn columns(block: &Block, cells: &[Vec<Range<usize>>], setter: Setter<'_>) -> Vec<f64> {
    let count = cells.iter().map(Vec::len).max().unwrap_or(1);
    let mut natural = vec![0.0_f64; count];
    for row in cells {
        for (column, cell) in natural.iter_mut().zip(row) {
            *column = column.max(setter.width_of(block, cell.clone()));
        }
    }
    let all = setter.width();
    let padded: Vec<f64> = natural.iter().map(|width| width + 2.0 * PADDING + SLACK).collect();
    let sum: f64 = padded.iter().sum();
    let widths: Vec<f64> = if sum <= all {
        // What is left is shared alike.
        padded.iter().map(|width| width + (all - sum) / count as f64).collect()
    } else {
        shared(&padded, all)
    };
    let mut at = 0.0;
    let ends = widths.iter().map(|width| {
        at += width;
        at
    });
    [0.0].into_iter().chain(ends).collect()
}

/// Narrow columns keep their width; the wide ones share what they leave.
fn shared(natural: &[f64], all: f64) -> Vec<f64> {
    let mut widths = vec![None; natural.len()];
    loop {
        let left = all - widths.iter().flatten().sum::<f64>();
        let open = widths.iter().filter(|width: &&Option<f64>| width.is_none()).count();
        if open == 0 {
            break;
        }
        let share = left / open as f64;
        let mut changed = false;
        for (width, natural) in widths.iter_mut().zip(natural) {
            if width.is_none() && *natural <= share {
                *width = Some(*natural);
                changed = true;
            }
        }
        if !changed {
            widths.iter_mut().filter(|width| width.is_none()).for_each(|width| *width = Some(share));
        }
    }
    widths.into_iter().flatten().collect()
}
