//! The summary in the page, as a flow or as sheets of paper: built and patched through text nodes alone.

mod flow;
mod runs;
mod sheets;

use super::session::JsSession;
use super::value::type_error;
use crate::layout::{Advances, FONTS, Paper, Widths};
use crate::text::span::byte_of_utf16;
use crate::write::{docx, html};
use flow::Flow;
use runs::Maker;
use sheets::Sheets;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// The preview of a session inside an element.
#[wasm_bindgen]
pub struct Preview {
    paper: Paper,
    view: View,
}

enum View {
    Flow(Flow),
    Sheets(Sheets),
}

#[wasm_bindgen]
impl Preview {
    /// Shows the document in `host`, in place of what stands there: as sheets of paper, of which none is there before it
    /// is asked for, or all of it as a flow. `widths` are those of the characters in each font of the style, in
    /// thousandths of its size, font by font.
    #[wasm_bindgen(constructor)]
    pub fn new(
        host: &Element,
        session: &JsSession,
        as_sheets: bool,
        characters: &str,
        widths: &[u16],
    ) -> Result<Preview, JsValue> {
        let paper = Paper::new(session.get(), advances(characters, widths));
        let view = view(host, session, as_sheets)?;
        Ok(Preview { paper, view })
    }

    /// Shows the document in `host` in the other way.
    #[wasm_bindgen(js_name = showAs)]
    pub fn show_as(&mut self, host: &Element, session: &JsSession, as_sheets: bool) -> Result<(), JsValue> {
        self.view = view(host, session, as_sheets)?;
        Ok(())
    }

    /// Measured anew: the fonts of the style have changed.
    pub fn measure(&mut self, session: &JsSession, characters: &str, widths: &[u16]) -> Result<(), JsValue> {
        self.paper = Paper::new(session.get(), advances(characters, widths));
        self.refresh(session).map(|_| ())
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
        self.paper.edited(session.get(), &splices);
        let View::Flow(flow) = &mut self.view else { return self.refresh(session) };
        let mut touched = 0;
        for splice in splices {
            flow.patch(session.get(), splice)?;
            touched += splice.removed.max(splice.inserted);
        }
        Ok(touched)
    }

    fn refresh(&mut self, session: &JsSession) -> Result<usize, JsValue> {
        let View::Sheets(sheets) = &mut self.view else { return Ok(0) };
        let numbered = session.get().style().page_numbers;
        sheets.refresh(session.get(), &self.paper, numbered)
    }

    /// Shows the pages from `first` to before `end`, from 0.
    pub fn show(&mut self, session: &JsSession, first: usize, end: usize) -> Result<usize, JsValue> {
        let View::Sheets(sheets) = &mut self.view else { return Ok(0) };
        sheets.show(session.get(), &self.paper, first..end)
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.paper.pages().len()
    }

    /// The page on which a block begins, from 0.
    #[wasm_bindgen(js_name = pageOf)]
    pub fn page_of(&self, block: usize) -> usize {
        self.paper.page_of(block, 0)
    }

    /// The elements in which a block is shown.
    #[wasm_bindgen(js_name = elementsOf)]
    pub fn elements_of(&self, block: usize) -> Vec<Element> {
        match &self.view {
            View::Flow(flow) => flow.element_of(block).into_iter().collect(),
            View::Sheets(sheets) => sheets.elements_of(&self.paper, block),
        }
    }

    /// The block that an element shows.
    #[wasm_bindgen(js_name = blockOf)]
    pub fn block_of(&self, element: &Element) -> Option<usize> {
        match &self.view {
            View::Flow(flow) => flow.block_of(element),
            View::Sheets(sheets) => sheets.block_of(&self.paper, element),
        }
    }

    /// The document as a Word document, measured in the fonts of the page.
    pub fn docx(&self, session: &JsSession) -> Vec<u8> {
        docx(session.get().blocks(), session.get().style(), self.paper.advances())
    }

    /// The document as HTML, in the same way.
    pub fn html(&self, session: &JsSession) -> String {
        html(session.get().blocks(), session.get().style(), self.paper.advances())
    }

    /// The blocks from `start` to `end` as HTML, the first from a place of its text on, the last up to one, in UTF-16 units.
    #[wasm_bindgen(js_name = htmlOf)]
    pub fn html_of(&self, session: &JsSession, start: usize, from: usize, end: usize, to: usize) -> String {
        let blocks = session.get().blocks_at(start, (end + 1).saturating_sub(start));
        let last = blocks.len().saturating_sub(1);
        let parts = blocks.iter().enumerate().map(|(at, (block, _))| {
            let first = if at == 0 { byte_of_utf16(&block.text, from) } else { 0 };
            let end = if at == last { byte_of_utf16(&block.text, to) } else { block.text.len() };
            block.part(first..end.max(first))
        });
        html(&parts.collect::<Vec<_>>(), session.get().style(), self.paper.advances())
    }

    /// Puts all pages into an element, to be printed.
    pub fn print(&self, host: &Element, session: &JsSession) -> Result<(), JsValue> {
        let mut sheets = Sheets::new(host, session.get().style().page_numbers, maker(host)?);
        sheets.show(session.get(), &self.paper, 0..usize::MAX).map(|_| ())
    }
}

fn maker(host: &Element) -> Result<Maker, JsValue> {
    let document = host.owner_document().ok_or_else(|| type_error(&"host: has no document"))?;
    Ok(Maker::new(document))
}

fn view(host: &Element, session: &JsSession, as_sheets: bool) -> Result<View, JsValue> {
    host.set_text_content(None);
    let maker = maker(host)?;
    Ok(if as_sheets {
        View::Sheets(Sheets::new(host, session.get().style().page_numbers, maker))
    } else {
        View::Flow(Flow::new(host, session.get(), maker)?)
    })
}

/// The widths of all fonts, each in the order of the characters.
fn advances(characters: &str, widths: &[u16]) -> Advances {
    let count = characters.chars().count();
    let of_font = |font: usize| {
        let own = widths.get(font * count..(font + 1) * count).unwrap_or_default();
        Widths::of(characters.chars().zip(own.iter().copied()).collect())
    };
    let mut fonts: [Widths; FONTS] = std::array::from_fn(|_| Widths::default());
    for (at, font) in fonts.iter_mut().enumerate() {
        *font = of_font(at);
    }
    Advances::new(fonts)
}
