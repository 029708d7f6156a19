//! Tables.

use super::document::{Look, Writer};
use crate::summary::Block;
use crate::write::paper::{Grid, Row};

const TABLE: &str = r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%" w:type="dxa"/><w:jc w:val="center"/>
<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#;

const ROW: &str = r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%" w:hRule="atLeast"/>"#;

/// A cell up to the style of its paragraph.
const CELL: &str = r#"<w:tc><w:tcPr><w:tcW w:w="%" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>
<w:p><w:pPr><w:pStyle w:val="TableText"/>"#;

/// Writes a block as a table. Its first row is repeated on each page, and does not stand alone at the foot of one.
pub(super) fn table(writer: &mut Writer<'_>, block: &Block) {
    let grid = Grid::of(block, writer.setting);
    writer.xml.fill(TABLE, &[grid.width().into()]);
    for column in &grid.columns {
        writer.xml.fill("<w:gridCol w:w=\"%\"/>", &[column.width.into()]);
    }
    writer.xml.raw("</w:tblGrid>\n");
    for (at, row) in grid.rows.iter().enumerate() {
        self::row(writer, row, &grid, at == 0);
    }
    writer.xml.raw("</w:tbl>\n");
}

fn row(writer: &mut Writer<'_>, row: &Row<'_>, grid: &Grid<'_>, is_first: bool) {
    let repeats = is_first && grid.repeats;
    writer.xml.fill(ROW, &[row.height.into()]);
    writer.xml.raw(if repeats { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
    let look = Look::of(&writer.setting.style.fonts.table);
    for (text, column) in row.cells.iter().zip(&grid.columns) {
        writer.xml.fill(CELL, &[column.width.into()]);
        writer.xml.raw(if repeats { "<w:keepNext/>" } else { "" });
        writer.xml.raw(if column.is_short || is_first {
            "</w:pPr>"
        } else {
            "<w:jc w:val=\"both\"/></w:pPr>"
        });
        writer.run(text, &look);
        writer.xml.raw("</w:p></w:tc>");
    }
    writer.xml.raw("</w:tr>\n");
}
