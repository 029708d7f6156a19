//! Which part of a package holds what: as its relationships say (ISO/IEC 29500-2, 6.5), else by the names that Word gives.

use super::package::{Package, Unreadable};
use super::xml::{Node, Nodes};
use std::collections::BTreeSet;

/// How the types of relationships begin, in the transitional form and in the strict one.
const TYPES: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
];

/// The parts that hold text, or say how it is numbered.
pub(super) struct Parts {
    pub(super) document: String,
    pub(super) numbering: Option<String>,
    pub(super) styles: Option<String>,
    pub(super) comments: Option<String>,
    pub(super) footnotes: Option<String>,
    pub(super) endnotes: Option<String>,
    /// Headers and footers.
    pub(super) margins: Vec<String>,
}

impl Parts {
    pub(super) fn of(package: &Package<'_>) -> Result<Self, Unreadable> {
        let (name, document) = main_part(package)?;
        let related = Relationships::of(package, &name);
        let part = |kind: &str| {
            let named = related.first(kind).map_or(Ok(None), |name| package.part(name))?;
            named.map_or_else(|| package.part(&format!("word/{kind}.xml")), |part| Ok(Some(part)))
        };
        Ok(Parts {
            document,
            numbering: part("numbering")?,
            styles: part("styles")?,
            comments: part("comments")?,
            footnotes: part("footnotes")?,
            endnotes: part("endnotes")?,
            margins: margins(package, &related)?,
        })
    }
}

/// The name of the main part, and what it holds.
fn main_part(package: &Package<'_>) -> Result<(String, String), Unreadable> {
    if let Some(name) = Relationships::of(package, "").first("officeDocument")
        && let Some(document) = package.part(name)?
    {
        return Ok((name.into(), document));
    }
    let names = package.names();
    let has_sheets = names.iter().any(|name| name.starts_with("xl/") || name.starts_with("ppt/"));
    let name = names.iter().find(|name| is_document(name)).filter(|_| !has_sheets);
    let name = name.ok_or(Unreadable::NotDocx)?;
    let document = package.part(name)?.ok_or(Unreadable::NotDocx)?;
    Ok((name.clone(), document))
}

/// `word/document.xml`, or `word/document2.xml` as some programs call it.
fn is_document(name: &str) -> bool {
    let inside = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
    inside.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Headers and footers, each once.
fn margins(package: &Package<'_>, related: &Relationships) -> Result<Vec<String>, Unreadable> {
    let margins = related.0.iter().filter(|(kind, _)| kind == "header" || kind == "footer");
    let mut names: Vec<&str> = margins.map(|(_, name)| name.as_str()).collect();
    if names.is_empty() {
        names = package.names().iter().map(String::as_str).collect();
        names.retain(|name| name.starts_with("word/header") || name.starts_with("word/footer"));
    }
    let mut known = BTreeSet::new();
    let mut parts = Vec::new();
    for name in names.into_iter().filter(|name| known.insert(name.to_ascii_lowercase())) {
        parts.extend(package.part(name)?);
    }
    Ok(parts)
}

/// What a part says of others: of what kind each is, and its name.
#[derive(Default)]
struct Relationships(Vec<(String, String)>);

impl Relationships {
    /// Of a part, or of the package itself, which has no name. Where they cannot be read, they say nothing: the usual
    /// names may still be right.
    fn of(package: &Package<'_>, part: &str) -> Self {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = joined(folder, &format!("_rels/{file}.rels"));
        let text = package.part(&name).ok().flatten();
        text.and_then(|text| Self::read(&text, folder).ok()).unwrap_or_default()
    }

    fn read(text: &str, folder: &str) -> Result<Self, Unreadable> {
        let mut nodes = Nodes::of(text);
        let mut found = Vec::new();
        while let Some(node) = nodes.next()? {
            let Node::Start(start) = node else { continue };
            let kind = start.attribute("Type").unwrap_or_default();
            let kind = TYPES.iter().find_map(|start| kind.strip_prefix(start));
            if let (Some(kind), Some(target)) = (kind, start.attribute("Target")) {
                found.push((kind.into(), joined(folder, &target)));
            }
        }
        Ok(Relationships(found))
    }

    /// The name of the first part of a kind.
    fn first(&self, kind: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == kind).map(|(_, name)| name.as_str())
    }
}

/// The name of a part, from the folder of the one that names it: `../a.xml`, or `/a.xml` from the top.
fn joined(folder: &str, target: &str) -> String {
    let path = if target.starts_with('/') { target.into() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    steps.join("/")
}
