//! One open document for JavaScript.

use super::value::{give, options, place, text};
#[cfg(feature = "page")]
use crate::face::views::PaperView;
use crate::face::views::Viewer;
use crate::session::{Session, Splice};
use crate::stats::stats;
use crate::write::{TextOptions, text as plain_text};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(js_name = Session)]
pub struct JsSession {
    session: Session,
    text: TextOptions,
}

impl JsSession {
    /// The document.
    pub(super) fn get(&self) -> &Session {
        &self.session
    }

    /// Edits the document, all arguments checked.
    pub(super) fn apply(
        &mut self,
        from: &JsValue,
        to: &JsValue,
        inserted: &JsValue,
    ) -> Result<Vec<Splice>, JsValue> {
        let (from, to) = (place(from, "from")?, place(to, "to")?);
        Ok(self.session.edit(from, to, &text(inserted, "text")?))
    }
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    #[wasm_bindgen(constructor)]
    pub fn new(source: &JsValue, given: &JsValue) -> Result<JsSession, JsValue> {
        let source = text(source, "source")?;
        let options = options(given)?;
        let text = options.text;
        Ok(JsSession { session: Session::new(&source, options), text })
    }

    pub fn text(&self) -> String {
        plain_text(self.session.blocks(), self.session.style(), self.text)
    }

    pub fn blocks(&self, start: usize, end: usize) -> Result<JsValue, JsValue> {
        let source = self.session.source();
        let mut viewer = Viewer::of_source(&source);
        let blocks = self.session.blocks_at(start, end.saturating_sub(start));
        give(&blocks.into_iter().map(|(block, offset)| viewer.block(block, offset)).collect::<Vec<_>>())
    }

    pub fn findings(&self) -> Result<JsValue, JsValue> {
        let source = self.session.source();
        give(&Viewer::of_source(&source).findings(&self.session.findings()))
    }

    pub fn outline(&self) -> Result<JsValue, JsValue> {
        give(&self.session.outline())
    }

    pub fn stats(&self) -> Result<JsValue, JsValue> {
        give(&stats(&self.session.blocks().collect::<Vec<_>>(), self.session.style()))
    }
}

/// What the page asks for.
#[cfg(feature = "page")]
#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// What stands in the margin of an editor.
    pub fn margin(&self, from: usize, to: usize) -> Result<JsValue, JsValue> {
        give(&self.session.margin(from, to))
    }

    /// Where the blanks of the body stand.
    pub fn blanks(&self, from: usize, to: usize) -> Vec<u32> {
        self.session.blanks(from, to)
    }

    /// The units of front matter.
    #[wasm_bindgen(js_name = headLength)]
    pub fn head_length(&self) -> usize {
        self.session.head_len()
    }

    /// The block that came of a place of the source.
    #[wasm_bindgen(js_name = blockAt)]
    pub fn block_at(&self, place: usize) -> Option<usize> {
        self.session.block_at(place)
    }

    /// The place of the source that a place of a block's text came of.
    #[wasm_bindgen(js_name = sourceAt)]
    pub fn source_at(&self, block: usize, place: usize) -> Option<usize> {
        self.session.source_at(block, place)
    }

    /// What the style says of the paper.
    pub fn paper(&self) -> Result<JsValue, JsValue> {
        give(&PaperView::of(self.session.style()))
    }

    /// `stats` without the sections, at a cost that does not grow with the text.
    pub fn totals(&self) -> Result<JsValue, JsValue> {
        give(&self.session.totals())
    }
}
