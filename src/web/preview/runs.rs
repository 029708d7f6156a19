//! Elements made of the runs of a block, through text nodes alone.

use crate::summary::{Block, Kind, Role};
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, Node};

/// What makes elements.
pub(super) struct Maker {
    document: Document,
}

impl Maker {
    pub(super) fn new(document: Document) -> Self {
        Maker { document }
    }

    /// An element with a class.
    pub(super) fn make(&self, tag: &str, class: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(tag)?;
        if !class.is_empty() {
            element.set_class_name(class);
        }
        Ok(element)
    }

    /// Appends an element.
    pub(super) fn append(&self, parent: &Element, tag: &str, class: &str) -> Result<Element, JsValue> {
        let element = self.make(tag, class)?;
        parent.append_child(&element)?;
        Ok(element)
    }

    /// Makes the children of an element those of a stretch of a block; what is so already is not touched.
    pub(super) fn update(
        &self,
        element: &Element,
        block: &Block,
        range: Range<usize>,
    ) -> Result<(), JsValue> {
        let mut child = element.first_child();
        for (class, text) in looks(block, range) {
            match child.take() {
                Some(old) if is_of(&old, class) => {
                    set_text(&old, text);
                    child = old.next_sibling();
                }
                Some(old) => {
                    let next = old.next_sibling();
                    element.replace_child(&self.run(class, text)?, &old)?;
                    child = next;
                }
                None => {
                    element.append_child(&self.run(class, text)?)?;
                }
            }
        }
        while let Some(surplus) = child {
            child = surplus.next_sibling();
            element.remove_child(&surplus)?;
        }
        Ok(())
    }

    fn run(&self, class: &str, text: &str) -> Result<Node, JsValue> {
        let node = self.document.create_text_node(text);
        if class.is_empty() {
            return Ok(node.into());
        }
        let element = self.make("span", class)?;
        element.append_child(&node)?;
        Ok(element.into())
    }
}

/// The parts of a stretch of a block, each with its class.
fn looks(block: &Block, range: Range<usize>) -> impl Iterator<Item = (&'static str, &str)> {
    let heading = block.heading_end();
    block.ranges().filter_map(move |(run, own)| {
        let (start, end) = (own.start.max(range.start), own.end.min(range.end));
        (start < end).then(|| (class(run.kind, own.start < heading), &block.text[start..end]))
    })
}

/// The class of a run, none if it is bare text. What is in the heading of a run-in is set as a heading.
fn class(kind: Kind, in_heading: bool) -> &'static str {
    match (kind, in_heading) {
        (Kind::Number, false) => "number",
        (Kind::Number, true) => "number head",
        (Kind::Heading, false) => "heading",
        (Kind::Heading, true) => "heading head",
        (Kind::Blank, false) => "blank",
        (Kind::Blank, true) => "blank head",
        (Kind::Fact, false) => "fact",
        (Kind::Fact, true) => "fact head",
        (Kind::Text | Kind::Mark | Kind::Cell | Kind::Row, _) => "",
    }
}

/// Is this node one of this class?
fn is_of(node: &Node, class: &str) -> bool {
    match node.dyn_ref::<Element>() {
        Some(element) => element.class_name() == class,
        None => class.is_empty(),
    }
}

/// Sets the text of a run's node, unless it is that: a selection in it stays.
fn set_text(node: &Node, text: &str) {
    let holder = node.first_child().unwrap_or_else(|| node.clone());
    if holder.node_value().as_deref() != Some(text) {
        holder.set_node_value(Some(text));
    }
}

/// Sets a custom property of an element's style, or takes it away where the value is empty. What it is already is not set
/// again, which would have all inside styled anew.
pub(super) fn set_property(element: &Element, name: &str, value: &str) -> Result<(), JsValue> {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return Ok(()) };
    let style = element.style();
    if style.get_property_value(name)? == value {
        return Ok(());
    }
    style.set_property(name, value)
}

/// The element that a block is.
pub(super) fn tag(block: &Block) -> &'static str {
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

/// Sets the class that tells what a block is.
pub(super) fn set_class(element: &Element, block: &Block) {
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
