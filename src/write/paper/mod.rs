//! How the summary stands on paper (GB/T 9704-2012, 5.2 and 7.3), for all writers of documents that an office opens.

mod grid;
mod measures;
mod place;

pub(super) use grid::{BESIDE_CELL, Column, Grid, Row, cell_line};
pub(super) use measures::{Measures, half_points, halves};
pub(super) use place::{Placed, Stand, place};
