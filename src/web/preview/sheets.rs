//! The summary as sheets of paper, each line as the layout broke it. Only the pages that are asked for are there: two
//! thousand pages cost no more than three.

use super::runs::{Maker, set_class, set_property, tag};
use crate::layout::table::PADDING;
use crate::layout::{Body, Laid, Line, Paper, Placed, Stretch};
use crate::session::Session;
use crate::summary::Block;
use crate::text::span::utf16_len;
use std::ops::Range;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// The pages of a document that are shown.
pub(super) struct Sheets {
    host: Element,
    maker: Maker,
    /// Do the pages bear numbers?
    numbered: bool,
    count: usize,
    shown: Vec<Shown>,
}

/// A page that is shown.
struct Shown {
    index: usize,
    element: Element,
    area: Element,
    stretches: Vec<(Key, Element)>,
}

/// What tells a stretch from all others: its block as it was laid out, its lines, the empty lines above.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    identity: u32,
    first: u32,
    count: u32,
    head: u32,
    above: u32,
}

impl Sheets {
    pub(super) fn new(host: &Element, numbered: bool, maker: Maker) -> Self {
        Sheets { host: host.clone(), maker, numbered, count: usize::MAX, shown: Vec::new() }
    }

    /// Shows some pages and no others. Gives how many stretches were made.
    pub(super) fn show(
        &mut self,
        session: &Session,
        paper: &Paper,
        pages: Range<usize>,
    ) -> Result<usize, JsValue> {
        let count = paper.pages().len();
        if self.count != count {
            self.count = count;
            set_property(&self.host, "--pages", &count.to_string())?;
        }
        let pages = pages.start.min(count)..pages.end.min(count);
        self.shown.retain(|shown| {
            let stays = pages.contains(&shown.index);
            if !stays {
                shown.element.remove();
            }
            stays
        });
        let mut made = 0;
        for index in pages {
            let at = self.shown.partition_point(|shown| shown.index < index);
            if self.shown.get(at).is_none_or(|shown| shown.index != index) {
                let page = self.page(index)?;
                let next = self.shown.get(at).map(|shown| shown.element.as_ref());
                self.host.insert_before(&page.element, next)?;
                self.shown.insert(at, page);
            }
            made += self.fill(at, session, paper)?;
        }
        Ok(made)
    }

    /// Brings the pages that are shown to what they are now.
    pub(super) fn refresh(
        &mut self,
        session: &Session,
        paper: &Paper,
        numbered: bool,
    ) -> Result<usize, JsValue> {
        let (Some(first), Some(last)) = (self.shown.first(), self.shown.last()) else {
            return self.show(session, paper, 0..1);
        };
        // Of a text that has become short the last page stays in sight.
        let first = first.index.min(paper.pages().len().saturating_sub(1));
        let pages = first..last.index + 1;
        if self.numbered != numbered {
            self.numbered = numbered;
            self.show(session, paper, 0..0)?;
        }
        self.show(session, paper, pages)
    }

    /// An empty page.
    fn page(&self, index: usize) -> Result<Shown, JsValue> {
        let element = self.maker.make("section", "page")?;
        set_property(&element, "--at", &index.to_string())?;
        let area = self.maker.append(&element, "div", "area")?;
        if self.numbered {
            let side = if index.is_multiple_of(2) { "folio odd" } else { "folio even" };
            let folio = self.maker.append(&element, "div", side)?;
            folio.set_text_content(Some(&format!("\u{2014} {} \u{2014}", index + 1)));
        }
        Ok(Shown { index, element, area, stretches: Vec::new() })
    }

    /// Makes the stretches of a page what they are now; those that are so already are kept, others serve again.
    fn fill(&mut self, at: usize, session: &Session, paper: &Paper) -> Result<usize, JsValue> {
        let shown = &mut self.shown[at];
        let stretches = &paper.pages()[shown.index].stretches;
        let keys: Vec<Key> = keys(stretches, paper.blocks());
        if shown.stretches.iter().map(|(key, _)| key).eq(&keys) {
            return Ok(0);
        }
        let (mut kept, mut free): (Vec<_>, Vec<_>) =
            std::mem::take(&mut shown.stretches).into_iter().partition(|(key, _)| keys.contains(key));
        let mut made = 0;
        for (stretch, key) in stretches.iter().zip(keys) {
            let element = if let Some(own) = kept.iter().position(|(known, _)| *known == key) {
                kept.remove(own).1
            } else {
                made += 1;
                let blocks = session.blocks_at(stretch.block as usize, 1);
                let Some((block, _)) = blocks.first() else { continue };
                let again = free.iter().position(|(_, element)| element.local_name() == tag(block));
                let element = match again {
                    Some(again) => free.remove(again).1,
                    None => self.maker.make(tag(block), "")?,
                };
                let placed = &paper.blocks()[stretch.block as usize];
                fill_stretch(&self.maker, &element, block, placed, *stretch)?;
                set_length(&element, "--above", f64::from(key.above))?;
                element
            };
            let place = shown.area.children().item(shown.stretches.len() as u32);
            if place.as_ref() != Some(&element) {
                shown.area.insert_before(&element, place.as_deref())?;
            }
            shown.stretches.push((key, element));
        }
        for (_, element) in free {
            element.remove();
        }
        Ok(made)
    }

    /// The elements in which a block is shown.
    pub(super) fn elements_of(&self, paper: &Paper, block: usize) -> Vec<Element> {
        let mut elements = Vec::new();
        for shown in &self.shown {
            let stretches = paper.pages().get(shown.index).map_or(&[][..], |sheet| &sheet.stretches);
            let of_block =
                stretches.iter().zip(&shown.stretches).filter(|(stretch, _)| stretch.block as usize == block);
            elements.extend(of_block.map(|(_, (_, element))| element.clone()));
        }
        elements
    }

    /// The block that an element shows.
    pub(super) fn block_of(&self, paper: &Paper, element: &Element) -> Option<usize> {
        self.shown.iter().find_map(|shown| {
            let at = shown.stretches.iter().position(|(_, own)| own == element)?;
            Some(paper.pages().get(shown.index)?.stretches.get(at)?.block as usize)
        })
    }
}

/// What tells the stretches of a page.
fn keys(stretches: &[Stretch], blocks: &[Placed]) -> Vec<Key> {
    let mut end = 0;
    let key = |stretch: &Stretch| {
        let above = stretch.top - end;
        end = stretch.top + stretch.height();
        let identity = blocks[stretch.block as usize].identity;
        Key { identity, first: stretch.first, count: stretch.count, head: stretch.head, above }
    };
    stretches.iter().map(key).collect()
}

/// Makes an element show the lines of a block that stand on one page. Lines that are so already are not touched: each one
/// made anew is styled anew, which takes a browser longer than all else that a key costs.
fn fill_stretch(
    maker: &Maker,
    element: &Element,
    block: &Block,
    placed: &Placed,
    stretch: Stretch,
) -> Result<(), JsValue> {
    set_class(element, block);
    let Laid { body, .. } = &placed.laid;
    let lines = stretch.first as usize..(stretch.first + stretch.count) as usize;
    match body {
        Body::Lines(all) => {
            let mut own = element.first_element_child();
            for line in &all[lines] {
                let again = own.take();
                own = again.as_ref().and_then(Element::next_element_sibling);
                fill_line(maker, &line_of(maker, element, again)?, block, *line)?;
            }
            while let Some(surplus) = own {
                own = surplus.next_element_sibling();
                surplus.remove();
            }
        }
        Body::Table(table) => {
            element.set_text_content(None);
            if stretch.head > 0 {
                // Seen only: it is heard, selected and copied where it stands in the text.
                let head = maker.append(element, "thead", "")?;
                head.set_attribute("aria-hidden", "true")?;
                append_row(maker, &head, block, &table.columns, &table.rows[0], 0..stretch.head as usize)?;
            }
            let body = maker.append(element, "tbody", "")?;
            let mut start = 0;
            for (row, height) in table.rows.iter().zip(table.heights()) {
                let (first, last) = (lines.start.max(start), lines.end.min(start + height));
                if first < last {
                    let own = first - start..last - start;
                    append_row(maker, &body, block, &table.columns, row, own)?;
                }
                start += height;
            }
        }
    }
    Ok(())
}

/// Some lines of a row of a table.
fn append_row(
    maker: &Maker,
    body: &Element,
    block: &Block,
    columns: &[f64],
    row: &[Vec<Line>],
    lines: Range<usize>,
) -> Result<(), JsValue> {
    let element = maker.append(body, "tr", "")?;
    for column in 0..columns.len() - 1 {
        let cell = maker.append(&element, "td", "")?;
        set_property(&cell, "--width", &(columns[column + 1] - columns[column]).to_string())?;
        let own = row.get(column).map_or(&[][..], Vec::as_slice);
        let shown = lines.start.min(own.len())..lines.end.min(own.len());
        if shown.is_empty() {
            maker.append(&cell, "span", "line")?;
        }
        // A cell keeps its own distance from the border.
        let edge = columns[column] + PADDING;
        for line in &own[shown] {
            append_line(maker, &cell, block, Line { left: line.left - edge, ..*line })?;
        }
    }
    Ok(())
}

fn append_line(maker: &Maker, parent: &Element, block: &Block, line: Line) -> Result<(), JsValue> {
    fill_line(maker, &line_of(maker, parent, None)?, block, line)
}

/// An element for a line: one that serves again, or a new one at the end of its parent.
fn line_of(maker: &Maker, parent: &Element, again: Option<Element>) -> Result<Element, JsValue> {
    again.map_or_else(|| maker.append(parent, "span", "line"), Ok)
}

fn fill_line(maker: &Maker, element: &Element, block: &Block, line: Line) -> Result<(), JsValue> {
    set_length(element, "--left", line.left)?;
    set_length(element, "--spread", line.spread)?;
    // Where the line begins in the text of its block, in UTF-16 units.
    let before = utf16_len(&block.text[..line.start as usize]);
    if before > 0 {
        element.set_attribute("data-at", &before.to_string())?;
    } else {
        element.remove_attribute("data-at")?;
    }
    maker.update(element, block, line.start as usize..line.end as usize)
}

/// Sets a length in points, as exact as can be seen; none for 0, which is what the style sheet takes.
fn set_length(element: &Element, name: &str, points: f64) -> Result<(), JsValue> {
    // By whole numbers, ten times as fast: a line is given its lengths at each key.
    let parts = (points * 10_000.0).round() as i64;
    let value = if parts > 0 { format!("{}.{:04}", parts / 10_000, parts % 10_000) } else { String::new() };
    set_property(element, name, &value)
}
