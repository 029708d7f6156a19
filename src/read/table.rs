//! Table lines: cells between unescaped pipes. Surplus cells are kept, missing ones are not made up.

use super::inline::read_line;
use super::skeleton::Skeleton;
use crate::text::Text;
use std::ops::Range;

/// Does this line of the skeleton hold a pipe that parts cells?
pub(super) fn holds_pipe(skeleton: &Skeleton, line: Range<usize>) -> bool {
    skeleton.text.as_bytes()[line].contains(&b'|')
}

/// Is this the line of hyphens under the header of a table?
pub(super) fn is_delimiter_row(shape: &str) -> bool {
    shape.contains('|')
        && shape.contains('-')
        && shape.trim_start_matches(['|', '-', ':', ' ', '\t']).is_empty()
}

/// The cells of a line of the skeleton that holds a pipe. A pipe at either end of the line opens or closes the
/// row and makes no cell.
pub(super) fn read_row(source: &str, skeleton: &Skeleton, line: Range<usize>) -> Vec<Text> {
    let whole = &skeleton.text[line.clone()];
    let row = whole.trim_matches([' ', '\t']);
    let start = line.start + whole.len() - whole.trim_start_matches([' ', '\t']).len();
    let mut at = start + usize::from(row.starts_with('|'));
    let closed = row.len() > 1 && row.ends_with('|');
    let end = start + row.len() - usize::from(closed);
    let mut cells = Vec::new();
    while at <= end && start + row.len() > at {
        let length = skeleton.text[at..end].find('|').unwrap_or(end - at);
        cells.push(read_line(source, skeleton.source(at..at + length)));
        at += length + 1;
        if at > end {
            break;
        }
    }
    cells
}
