//! Table lines: cells between unescaped pipes. Surplus cells are kept, missing ones are not made up.

use super::inline::read_line;
use super::mask::Mask;
use crate::text::Text;
use std::ops::Range;

/// Does this line hold a pipe that parts cells?
pub(super) fn holds_pipe(mask: &Mask, line: Range<usize>) -> bool {
    mask.text.as_bytes()[line].contains(&b'|')
}

/// The cells of a line. A pipe at either end of the line opens or closes the row and makes no cell.
pub(super) fn read_row(source: &str, mask: &Mask, line: Range<usize>) -> Vec<Text> {
    let masked = mask.text[line.clone()].trim_matches([' ', '\t']);
    let start = line.start + mask.text[line.clone()].find(masked).unwrap_or(0);
    let mut at = start + usize::from(masked.starts_with('|'));
    let closed = masked.len() > 1 && masked.ends_with('|');
    let end = start + masked.len() - usize::from(closed);
    let mut cells = Vec::new();
    while at <= end && start + masked.len() > at {
        let length = mask.text[at..end].find('|').unwrap_or(end - at);
        cells.push(read_line(source, at..at + length));
        at += length + 1;
        if at > end {
            break;
        }
    }
    cells
}
