//! The summary as one flow, for narrow places.
//!
//! Blocks stand in groups of some dozens. The browser lays out a group that is out of sight lazily (the style
//! sheet says `content-visibility`), and a key makes it look at its own group and not at every block there is.

use super::runs::{Maker, set_class, tag};
use crate::session::{Session, Splice};
use crate::summary::{Block, Kind, Role};
use crate::web::value::type_error;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Blocks of a new group; one of twice as many is split.
const GROUP: usize = 64;

/// The blocks of a summary, one below the other.
pub(super) struct Flow {
    host: Element,
    groups: Vec<Group>,
    maker: Maker,
}

struct Group {
    element: Element,
    len: u32,
}

impl Flow {
    /// Shows the whole document in `host`.
    pub(super) fn new(host: &Element, session: &Session, maker: Maker) -> Result<Self, JsValue> {
        let mut flow = Flow { host: host.clone(), groups: Vec::new(), maker };
        flow.insert(0, &session.blocks_at(0, usize::MAX))?;
        Ok(flow)
    }

    /// Follows an edit of the document.
    /// Blocks that came stand for those that went, as far as they go; the rest is removed or inserted.
    pub(super) fn patch(
        &mut self,
        session: &Session,
        Splice { at, removed, inserted }: Splice,
    ) -> Result<(), JsValue> {
        let blocks = session.blocks_at(at, inserted);
        let replaced = removed.min(inserted);
        let (mut group, mut index) = self.group_at(at);
        for (block, _) in &blocks[..replaced] {
            while index == self.groups[group].len {
                (group, index) = (group + 1, 0);
            }
            self.replace(&self.groups[group].element, index, block)?;
            index += 1;
        }
        self.remove(at + replaced, removed - replaced);
        self.insert(at + replaced, &blocks[replaced..])
    }

    /// The element of a block.
    pub(super) fn element_of(&self, block: usize) -> Option<Element> {
        let (group, index) = self.group_at(block);
        self.groups.get(group)?.element.children().item(index)
    }

    /// The block that an element is.
    pub(super) fn block_of(&self, element: &Element) -> Option<usize> {
        let parent = element.parent_element()?;
        let mut above = 0;
        for group in &self.groups {
            if group.element == parent {
                let children = parent.children();
                let at = (0..group.len).find(|at| children.item(*at).as_ref() == Some(element))?;
                return Some(above + at as usize);
            }
            above += group.len as usize;
        }
        None
    }

    /// The group of a block and its index there; past the last block, the end of the last group.
    fn group_at(&self, block: usize) -> (usize, u32) {
        let mut left = block as u32;
        for (index, group) in self.groups.iter().enumerate() {
            if left < group.len || index + 1 == self.groups.len() {
                return (index, left.min(group.len));
            }
            left -= group.len;
        }
        (0, 0)
    }

    fn replace(&self, group: &Element, index: u32, block: &Block) -> Result<(), JsValue> {
        let Some(old) = group.children().item(index) else {
            return Err(type_error(&"the preview was changed by another script"));
        };
        if block.role == Role::Table || old.local_name() != tag(block) {
            let new = self.element(block)?;
            group.replace_child(&new, &old)?;
            return Ok(());
        }
        set_class(&old, block);
        self.maker.update(&old, block, 0..block.text.len())
    }

    /// Removes `count` blocks from the one at `at` on.
    fn remove(&mut self, at: usize, count: usize) {
        for _ in 0..count {
            let (group, index) = self.group_at(at);
            let Some(Group { element, len }) = self.groups.get_mut(group) else { return };
            if let Some(block) = element.children().item(index) {
                block.remove();
            }
            *len -= 1;
            if *len == 0 {
                element.remove();
                self.groups.remove(group);
            }
        }
    }

    /// Inserts blocks before the one at `at`.
    fn insert(&mut self, at: usize, blocks: &[(&Block, usize)]) -> Result<(), JsValue> {
        let (mut group, mut index) = self.group_at(at);
        for (block, _) in blocks {
            if self.groups.is_empty() {
                self.new_group(0)?;
            }
            if self.groups[group].len as usize >= 2 * GROUP {
                (group, index) = self.split(group, index)?;
            }
            let element = self.element(block)?;
            let Group { element: parent, len } = &mut self.groups[group];
            let next = parent.children().item(index);
            parent.insert_before(&element, next.as_deref())?;
            *len += 1;
            index += 1;
        }
        Ok(())
    }

    /// Moves what stands behind the first blocks of a group into a new one. Gives the place where `index` is now.
    fn split(&mut self, at: usize, index: u32) -> Result<(usize, u32), JsValue> {
        let kept = GROUP as u32;
        self.new_group(at + 1)?;
        let moved = self.groups[at].len - kept;
        let children = self.groups[at].element.children();
        for _ in 0..moved {
            if let Some(child) = children.item(kept) {
                self.groups[at + 1].element.append_child(&child)?;
            }
        }
        self.groups[at].len = kept;
        self.groups[at + 1].len = moved;
        Ok(if index <= kept { (at, index) } else { (at + 1, index - kept) })
    }

    fn new_group(&mut self, at: usize) -> Result<(), JsValue> {
        let element = self.maker.make("div", "group")?;
        let next = self.groups.get(at).map(|group| group.element.as_ref());
        self.host.insert_before(&element, next)?;
        self.groups.insert(at, Group { element, len: 0 });
        Ok(())
    }

    fn element(&self, block: &Block) -> Result<Element, JsValue> {
        let element = self.maker.make(tag(block), "")?;
        set_class(&element, block);
        match block.role {
            Role::Table => self.fill_table(&element, block)?,
            _ => self.maker.update(&element, block, 0..block.text.len())?,
        }
        Ok(element)
    }

    fn fill_table(&self, table: &Element, block: &Block) -> Result<(), JsValue> {
        let body = self.maker.append(table, "tbody", "")?;
        let mut row = self.maker.append(&body, "tr", "")?;
        let mut cell = self.maker.append(&row, "td", "")?;
        let mut start = 0;
        for (run, range) in block.ranges() {
            if !matches!(run.kind, Kind::Row | Kind::Cell) {
                continue;
            }
            self.maker.update(&cell, block, start..range.start)?;
            // Borders with nothing between them are one run.
            for _ in range.clone() {
                if run.kind == Kind::Row {
                    row = self.maker.append(&body, "tr", "")?;
                }
                cell = self.maker.append(&row, "td", "")?;
            }
            start = range.end;
        }
        self.maker.update(&cell, block, start..block.text.len())
    }
}
