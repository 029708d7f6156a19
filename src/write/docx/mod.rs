//! Summary → Word document (.docx, ISO/IEC 29500-1, transitional), on the page and in the type of GB/T 9704-2012.
//!
//! What a part of the text is, is said by a style, so that Word can change it everywhere at once. Numbers are text:
//! automatic ones get lost when a document is sent on. The same summary gives the same bytes.

mod deflate;
mod document;
mod package;
mod styles;
mod table;
mod zip;

use super::paper::{Measures, Setting};
use crate::layout::Advances;
use crate::style::Style;
use crate::summary::Block;
use zip::Zip;

/// Writes blocks as a Word document. What is broken or measured here and not by Word, the lines of a title and the columns
/// of tables, is so by these widths.
pub fn docx<'a>(blocks: impl IntoIterator<Item = &'a Block>, style: &Style, advances: &Advances) -> Vec<u8> {
    let blocks: Vec<_> = blocks.into_iter().collect();
    let measures = Measures::of(style);
    let setting = Setting { style, measures: &measures, advances };
    let mut zip = Zip::default();
    for (name, part) in package::parts(&blocks, style) {
        zip.add(name, &part);
    }
    zip.add("word/styles.xml", &styles::styles(setting));
    zip.add("word/document.xml", &document::document(blocks, setting));
    zip.finish()
}
