//! The summary in the page: built and patched through text nodes alone.
//!
//! Blocks stand in groups of some dozens. The browser lays out a group that is out of sight lazily (the style
//! sheet says `content-visibility`), and a key makes it look at its own group and not at every block there is.

use super::session::JsSession;
use super::value::type_error;
use crate::session::{Session, Splice};
use crate::summary::{Block, Kind, Role};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Node};

/// Blocks of a new group; one of twice as many is split.
const GROUP: usize = 64;

/// The preview of a session inside an element.
#[wasm_bindgen]
pub struct Preview {
    host: Element,
    groups: Vec<Group>,
    document: Document,
}

struct Group {
    element: Element,
    len: u32,
}

#[wasm_bindgen]
impl Preview {
    /// Shows the whole document in `host`, in place of what stands there.
    #[wasm_bindgen(constructor)]
    pub fn new(host: Element, session: &JsSession) -> Result<Preview, JsValue> {
        let document = host.owner_document().ok_or_else(|| type_error(&"host: has no document"))?;
        host.set_text_content(None);
        let mut preview = Preview { host, groups: Vec::new(), document };
        let blocks = session.get().blocks_at(0, usize::MAX);
        preview.insert(0, &blocks)?;
        Ok(preview)
    }

    /// Edits the document and what it touches of the preview; gives the number of blocks touched.
    pub fn edit(
        &mut self,
        session: &mut JsSession,
        from: &JsValue,
        to: &JsValue,
        text: &JsValue,
    ) -> Result<usize, JsValue> {
        let splices = session.apply(from, to, text)?;
        let mut touched = 0;
        for splice in splices {
            self.patch(session.get(), splice)?;
            touched += splice.removed.max(splice.inserted);
        }
        Ok(touched)
    }
}

impl Preview {
    /// Blocks that came stand for those that went, as far as they go; the rest is removed or inserted.
    fn patch(&mut self, session: &Session, Splice { at, removed, inserted }: Splice) -> Result<(), JsValue> {
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
        self.update_runs(&old, block)
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
        let element = self.document.create_element("div")?;
        element.set_class_name("group");
        let next = self.groups.get(at).map(|group| group.element.as_ref());
        self.host.insert_before(&element, next)?;
        self.groups.insert(at, Group { element, len: 0 });
        Ok(())
    }

    fn element(&self, block: &Block) -> Result<Element, JsValue> {
        let element = self.document.create_element(tag(block))?;
        set_class(&element, block);
        match block.role {
            Role::Table => self.fill_table(&element, block)?,
            _ => self.update_runs(&element, block)?,
        }
        Ok(element)
    }

    fn fill_table(&self, table: &Element, block: &Block) -> Result<(), JsValue> {
        let body = self.append(table, "tbody")?;
        let mut row = self.append(&body, "tr")?;
        let mut cell = self.append(&row, "td")?;
        for (run, range) in block.ranges() {
            let text = &block.text[range];
            // Borders with nothing between them are one run.
            let borders = text.len();
            match run.kind {
                Kind::Row => {
                    for _ in 0..borders {
                        row = self.append(&body, "tr")?;
                        cell = self.append(&row, "td")?;
                    }
                }
                Kind::Cell => {
                    for _ in 0..borders {
                        cell = self.append(&row, "td")?;
                    }
                }
                kind => {
                    cell.append_child(&self.run(kind, text)?)?;
                }
            }
        }
        Ok(())
    }

    fn append(&self, parent: &Element, tag: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(tag)?;
        parent.append_child(&element)?;
        Ok(element)
    }

    /// Makes the children of an element those of the block's runs; what is so already is not touched.
    fn update_runs(&self, element: &Element, block: &Block) -> Result<(), JsValue> {
        let mut child = element.first_child();
        for (run, range) in block.ranges() {
            let text = &block.text[range];
            match child.take() {
                Some(old) if is_of(&old, run.kind) => {
                    set_text(&old, text);
                    child = old.next_sibling();
                }
                Some(old) => {
                    let next = old.next_sibling();
                    element.replace_child(&self.run(run.kind, text)?, &old)?;
                    child = next;
                }
                None => {
                    element.append_child(&self.run(run.kind, text)?)?;
                }
            }
        }
        while let Some(surplus) = child {
            child = surplus.next_sibling();
            element.remove_child(&surplus)?;
        }
        Ok(())
    }

    fn run(&self, kind: Kind, text: &str) -> Result<Node, JsValue> {
        let node = self.document.create_text_node(text);
        let Some(class) = class(kind) else { return Ok(node.into()) };
        let element = self.document.create_element("span")?;
        element.set_class_name(class);
        element.append_child(&node)?;
        Ok(element.into())
    }
}

/// The class of a run that has an element of its own; the others are bare text.
fn class(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Number => Some("number"),
        Kind::Heading => Some("heading"),
        Kind::Blank => Some("blank"),
        Kind::Fact => Some("fact"),
        Kind::Text | Kind::Mark | Kind::Cell | Kind::Row => None,
    }
}

/// Is this node the one of a run of this kind?
fn is_of(node: &Node, kind: Kind) -> bool {
    match (node.dyn_ref::<Element>(), class(kind)) {
        (Some(element), Some(class)) => element.class_name() == class,
        (element, class) => element.is_none() && class.is_none(),
    }
}

/// Sets the text of a run's node, unless it is that: a selection in it stays.
fn set_text(node: &Node, text: &str) {
    let holder = node.first_child().unwrap_or_else(|| node.clone());
    if holder.node_value().as_deref() != Some(text) {
        holder.set_node_value(Some(text));
    }
}

fn tag(block: &Block) -> &'static str {
    match (block.role, block.level) {
        (Role::Title, _) => "h1",
        (Role::Heading, 1) => "h2",
        (Role::Heading, 2) => "h3",
        (Role::Heading, 3) => "h4",
        (Role::Heading, 4) => "h5",
        (Role::Heading, _) => "h6",
        (Role::Table, _) => "table",
        _ => "p",
    }
}

fn set_class(element: &Element, block: &Block) {
    let role = match block.role {
        Role::Heading => "own-line",
        Role::RunIn => "run-in",
        role => role.name(),
    };
    let class = if block.level > 0 { format!("{role} level-{}", block.level) } else { role.into() };
    if element.class_name() != class {
        element.set_class_name(&class);
    }
}
