//! Tables of contents, which no outline needs: they say its headings once more, with page numbers (ISO/IEC 29500-1,
//! 17.16.5.68 for the field, 17.5.2.13 for the gallery).

use super::xml::Element;
use crate::text::space::is_space;

/// Follows fields and content controls, to tell whether what is read stands in a table of contents.
#[derive(Default)]
pub(super) struct Contents {
    /// The fields that are open, of those that begin and end with a character of their own.
    fields: Vec<Field>,
    /// The fields and content controls that are open, of those that are elements: is each a table of contents?
    elements: Vec<bool>,
    in_instruction: bool,
}

/// A field whose end has not come.
#[derive(Default)]
struct Field {
    instruction: String,
    /// Has its result begun, and is that a table of contents?
    is_contents: bool,
}

impl Contents {
    /// Does what is read now stand in a table of contents?
    pub(super) fn is_open(&self) -> bool {
        self.elements.contains(&true) || self.has_open_field()
    }

    /// Is there a table of contents that only a character can end?
    pub(super) fn has_open_field(&self) -> bool {
        self.fields.iter().any(|field| field.is_contents)
    }

    /// Takes the start of any element that is seen.
    pub(super) fn start(&mut self, name: &str, start: &Element<'_>) {
        match name {
            "fldChar" => self.character(&start.attribute("fldCharType").unwrap_or_default()),
            "instrText" => self.in_instruction = true,
            "fldSimple" => self.elements.push(is_contents(&start.attribute("instr").unwrap_or_default())),
            "sdt" => self.elements.push(false),
            "docPartGallery" if start.value().as_deref() == Some("Table of Contents") => {
                self.elements.last_mut().into_iter().for_each(|control| *control = true);
            }
            _ => {}
        }
    }

    /// Takes the end of any element that is seen.
    pub(super) fn end(&mut self, name: &str) {
        match name {
            "instrText" => self.in_instruction = false,
            "fldSimple" | "sdt" => drop(self.elements.pop()),
            _ => {}
        }
    }

    /// Takes any text.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut().filter(|_| self.in_instruction) {
            field.instruction.push_str(text);
        }
    }

    fn character(&mut self, kind: &str) {
        match kind {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                self.fields.last_mut().into_iter().for_each(|field| {
                    field.is_contents = is_contents(&field.instruction);
                });
            }
            "end" if self.fields.pop().is_some_and(|field| field.is_contents) => {
                // What a writer has put behind it, into the same control, is her text.
                self.elements.fill(false);
            }
            _ => {}
        }
    }
}

/// Does an instruction such as `TOC \o "1-3"` make a table of contents?
fn is_contents(instruction: &str) -> bool {
    let name = instruction.trim_start().split([' ', '\t', '\\']).next();
    name.is_some_and(|name| name.eq_ignore_ascii_case("TOC"))
}

/// Is a line the heading of a table of contents?
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.replace(is_space, "");
    ["目录", "目次", "contents", "tableofcontents"].iter().any(|name| line.eq_ignore_ascii_case(name))
}
