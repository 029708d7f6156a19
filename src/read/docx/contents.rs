//! Tables of contents, which no outline needs: they say its headings once more, with page numbers (ISO/IEC 29500-1,
//! 17.16.5.68 for the field, 17.5.2.13 for the gallery).

use super::xml::Element;
use crate::text::space::is_space;

/// What repeats what stands in the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A table of contents.
    Headings,
    /// A list of figures or of tables: the field has the switch `\c` or `\a`, with what they are called.
    Figures,
}

/// Follows fields and content controls, to tell whether what is read stands in a table of contents.
#[derive(Default)]
pub(super) struct Contents {
    /// The fields that are open, of those that begin and end with a character of their own.
    fields: Vec<Field>,
    /// The fields and content controls that are open, of those that are elements: which of them are tables of contents?
    elements: Vec<Option<Kind>>,
    in_instruction: bool,
}

/// A field whose end has not come.
#[derive(Default)]
struct Field {
    instruction: String,
    /// Of what, if its result has begun and is a table of contents.
    kind: Option<Kind>,
}

impl Contents {
    /// In what table of contents what is read now stands, if in any: in the innermost.
    pub(super) fn open(&self) -> Option<Kind> {
        let field = self.fields.iter().rev().find_map(|field| field.kind);
        field.or_else(|| self.elements.iter().rev().find_map(|kind| *kind))
    }

    /// Is there a table of contents that only a character can end?
    pub(super) fn has_open_field(&self) -> bool {
        self.fields.iter().any(|field| field.kind.is_some())
    }

    /// Takes the start of any element that is seen.
    pub(super) fn start(&mut self, name: &str, start: &Element<'_>) {
        match name {
            "fldChar" => self.character(&start.attribute("fldCharType").unwrap_or_default()),
            "instrText" => self.in_instruction = true,
            "fldSimple" => self.elements.push(kind_of(&start.attribute("instr").unwrap_or_default())),
            "sdt" => self.elements.push(None),
            "docPartGallery" if start.value().as_deref() == Some("Table of Contents") => {
                self.elements.last_mut().into_iter().for_each(|control| *control = Some(Kind::Headings));
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
                    field.kind = kind_of(&field.instruction);
                });
            }
            "end" if self.fields.pop().is_some_and(|field| field.kind.is_some()) => {
                // What a writer has put behind it, into the same control, is her text.
                self.elements.fill(None);
            }
            _ => {}
        }
    }
}

/// What an instruction such as `TOC \o "1-3"` makes a table of, if it does.
fn kind_of(instruction: &str) -> Option<Kind> {
    let name = instruction.trim_start().split([' ', '\t', '\\']).next();
    name.filter(|name| name.eq_ignore_ascii_case("TOC"))?;
    // Between quotes stand values of switches.
    let mut switches = instruction.split('"').step_by(2).flat_map(|part| part.split('\\').skip(1));
    let names_figures = switches.any(|switch| switch.starts_with(['c', 'C', 'a', 'A']));
    Some(if names_figures { Kind::Figures } else { Kind::Headings })
}

/// Is a line the heading of a table of contents?
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.replace(is_space, "");
    ["目录", "目次", "contents", "tableofcontents"].iter().any(|name| line.eq_ignore_ascii_case(name))
}
