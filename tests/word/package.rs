//! A package, unpacked and parsed; HTML that is XML, parsed.

use miniz_oxide::inflate::decompress_to_vec;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use rawzip::{CompressionMethod, ZipArchive};

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    content: String,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Self {
        let attribute = |attribute: quick_xml::events::attributes::Attribute<'_>| {
            let value = unescape(&attribute.value).unwrap().into_owned();
            (attribute.key.into_inner().to_owned(), value)
        };
        Element {
            name: start.name().into_inner().to_owned(),
            attributes: start.attributes().map(|found| attribute(found.unwrap())).collect(),
            ..Element::default()
        }
    }

    /// The name without its prefix.
    pub(crate) fn local(&self) -> &str {
        self.name.rsplit(':').next().unwrap_or_default()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, _)| known == name)
    }

    pub(crate) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or_else(|| panic!("{} has no {name}", self.name), |(_, value)| value.as_str())
    }

    pub(crate) fn value(&self) -> &str {
        self.attribute("w:val")
    }

    pub(crate) fn number(&self, name: &str) -> i32 {
        self.attribute(name).parse().unwrap()
    }

    /// The first element on a path of names.
    pub(crate) fn at(&self, path: &str) -> Option<&Element> {
        path.split('/').try_fold(self, |here, name| here.children.iter().find(|child| child.local() == name))
    }

    /// All elements of one name, at any depth.
    pub(crate) fn all(&self, name: &str) -> Box<dyn Iterator<Item = &Element> + '_> {
        let name = name.to_owned();
        Box::new(self.children.iter().flat_map(move |child| {
            let own = (child.local() == name).then_some(child);
            own.into_iter().chain(child.all(&name))
        }))
    }

    /// The text that a reader sees.
    pub(crate) fn text(&self) -> String {
        match self.local() {
            "t" | "span" => self.content.clone(),
            "br" => "\n".into(),
            "tab" => "\t".into(),
            _ => self.children.iter().map(Element::text).collect(),
        }
    }
}

/// The parts of a package in their order.
pub(crate) struct Package {
    pub(crate) parts: Vec<(String, Element)>,
}

impl Package {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let archive = ZipArchive::from_slice(bytes).unwrap();
        let mut entries = archive.entries();
        let mut parts = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            let name = String::from_utf8(entry.file_path().as_ref().to_vec()).unwrap();
            let found = archive.get_entry(entry.wayfinder()).unwrap();
            let content = match entry.compression_method() {
                CompressionMethod::STORE => found.data().to_vec(),
                _ => decompress_to_vec(found.data()).unwrap(),
            };
            parts.push((name, parsed(std::str::from_utf8(&content).unwrap())));
        }
        Package { parts }
    }

    pub(crate) fn part(&self, name: &str) -> &Element {
        &self.parts.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no part {name}")).1
    }
}

/// The element that a part is.
pub(crate) fn parsed(part: &str) -> Element {
    let mut reader = Reader::from_str(part);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => open.push(Element::of(&start)),
            Event::Empty(start) => open.last_mut().unwrap().children.push(Element::of(&start)),
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().content.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                let char = unescape(&format!("&{};", entity.xml10_content())).unwrap().into_owned();
                open.last_mut().unwrap().content.push_str(&char);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    open.pop().unwrap().children.pop().unwrap()
}
