//! XML as a row of events, without what no Word document needs.

use super::package::Unreadable;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

/// What comes next in a part. Names are without their prefix.
pub(super) enum Node<'a> {
    Start(Element<'a>),
    /// Also behind an element without content.
    End(String),
    Text(String),
}

fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r')
}

/// The start of an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub(super) fn name(&self) -> String {
        self.0.local_name().into_inner().into()
    }

    /// An attribute by its name without a prefix. (The library's own way checks for twins and line ends, which costs a
    /// fifth of all that reads a document.)
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.0.attributes_raw();
        loop {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start_matches(is_blank);
            let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, next) = after[1..].split_once(quote)?;
            let key = key.trim_matches(is_blank);
            if key.rsplit(':').next() == Some(name) {
                return unescape(value).ok().map(Into::into);
            }
            rest = next;
        }
    }

    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// A switch, which is on where it is there, unless it says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads a part from start to end.
pub(super) struct Nodes<'a> {
    reader: Reader<&'a [u8]>,
    /// The name of an element without content, whose end comes next.
    empty: Option<String>,
}

impl<'a> Nodes<'a> {
    pub(super) fn of(part: &'a str) -> Self {
        Nodes { reader: Reader::from_str(part), empty: None }
    }

    /// The next node; `None` at the end. (In one place for all who read: it is large.)
    #[inline(never)]
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, Unreadable> {
        if let Some(name) = self.empty.take() {
            return Ok(Some(Node::End(name)));
        }
        loop {
            let node = match self.reader.read_event().map_err(|_| Unreadable::Broken)? {
                Event::Start(start) => Node::Start(Element(start)),
                Event::Empty(start) => {
                    let element = Element(start);
                    self.empty = Some(element.name());
                    Node::Start(element)
                }
                Event::End(end) => Node::End(end.local_name().into_inner().into()),
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => Node::Text(reference(&entity)?),
                Event::DocType(_) => return Err(Unreadable::Unsafe),
                Event::Eof => return Ok(None),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
            };
            return Ok(Some(node));
        }
    }
}

/// `&amp;` `&#x4E00;`; an entity that the part itself would have to define is refused.
fn reference(entity: &quick_xml::events::BytesRef<'_>) -> Result<String, Unreadable> {
    if let Some(char) = entity.resolve_char_ref().map_err(|_| Unreadable::Broken)? {
        return Ok(char.into());
    }
    resolve_predefined_entity(&entity.xml10_content()).map(Into::into).ok_or(Unreadable::Unsafe)
}

/// The text in each element of one name, with its id: comments, footnotes. Its paragraphs are parted by blanks.
pub(super) fn texts(part: &str, element: &str) -> Result<Vec<(String, String)>, Unreadable> {
    let mut nodes = Nodes::of(part);
    let mut found: Vec<(String, String)> = Vec::new();
    let (mut open, mut in_text) = (false, false);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Start(start) => match start.name().as_str() {
                name if name == element => {
                    open = true;
                    found.push((start.attribute("id").unwrap_or_default(), String::new()));
                }
                "t" => in_text = true,
                "p" | "tab" | "br" => {
                    if let Some((_, text)) = found.last_mut().filter(|(_, text)| !text.is_empty()) {
                        text.push(' ');
                    }
                }
                _ => {}
            },
            Node::End(name) if name == element => open = false,
            Node::End(name) if name == "t" => in_text = false,
            Node::End(_) => {}
            Node::Text(text) => {
                if let Some((_, all)) = found.last_mut().filter(|_| open && in_text) {
                    all.push_str(&text);
                }
            }
        }
    }
    Ok(found)
}
