//! What cases of the layout say: the pages, drawn with characters.

use crate::case::Case;
use crate::runners::{options, same};
use outline_summary::layout::{Advances, Body, Layout};
use outline_summary::summarize::summarize_source;
use outline_summary::summary::Block;

/// `source`, `options` (JSON), and the `pages` with their numbers.
pub fn layout(case: &Case) -> Result<(), String> {
    case.only(&["source", "options", "pages"])?;
    let options = options(case.part("options").unwrap_or("{}"))?;
    let summary = summarize_source(case.must("source")?, &options);
    let blocks: Vec<&Block> = summary.blocks.iter().collect();
    let layout = Layout::of(&blocks, &summary.style, &Advances::default());
    same(&drawn(&layout, &blocks, summary.style.page.character_pitch()), case.must("pages")?)
}

/// The pages, each line indented as on paper and every page with its number.
pub fn drawn(layout: &Layout, blocks: &[&Block], cell: f64) -> String {
    let mut out = String::new();
    for (sheet, number) in layout.pages.iter().zip(1..) {
        let mut at = 0;
        for stretch in &sheet.stretches {
            out.push_str(&"\n".repeat((stretch.top - at) as usize));
            let block = stretch.block as usize;
            for line in (0..stretch.head).chain(stretch.first..stretch.first + stretch.count) {
                out.push_str(&line_of(&layout.blocks[block].body, &blocks[block].text, line as usize, cell));
                out.push('\n');
            }
            at = stretch.top + stretch.height();
        }
        out.extend(["— ", &number.to_string(), " —\n"]);
    }
    out
}

fn line_of(body: &Body, text: &str, at: usize, cell: f64) -> String {
    match body {
        Body::Lines(lines) => lines[at].indent(cell) + lines[at].text(text),
        Body::Table(table) => {
            let mut line = at;
            for (row, height) in table.rows.iter().zip(table.heights()) {
                if line < height {
                    let cells = row.iter().map(|cell| cell.get(line).map_or("", |line| line.text(text)));
                    return cells.collect::<Vec<_>>().join(" | ");
                }
                line -= height;
            }
            String::new()
        }
    }
}
