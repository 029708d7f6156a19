//! Summary → plain text as it stands on paper, line by line, for what knows no paragraphs.

use crate::layout::{Advances, Body, Layout};
use crate::style::Style;
use crate::summary::Block;

/// Writes blocks line by line, each where the paper has it: a wide blank stands for a character, a narrow one for half of
/// one, an empty line for an empty line. Pages are not told apart.
pub(super) fn hard_lines(blocks: &[&Block], style: &Style) -> String {
    let layout = Layout::of(blocks, style, &Advances::default());
    let cell = style.page.character_pitch();
    let mut out = String::new();
    let mut below = 0;
    for (block, laid) in blocks.iter().zip(&layout.blocks) {
        if !out.is_empty() {
            out.extend(std::iter::repeat_n('\n', (below + laid.above) as usize));
        }
        below = laid.below;
        match &laid.body {
            Body::Lines(lines) => {
                for line in lines {
                    out.push_str(&line.indent(cell));
                    push_line(&mut out, line.text(&block.text));
                }
            }
            Body::Table(table) => {
                for (row, height) in table.rows.iter().zip(table.heights()) {
                    for at in 0..height {
                        let cells =
                            row.iter().map(|cell| cell.get(at).map_or("", |line| line.text(&block.text)));
                        push_line(&mut out, &cells.collect::<Vec<_>>().join("\t"));
                    }
                }
            }
        }
    }
    out
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}
