//! What `core.js` has and the page does without. Objects are made only for what is asked for.

use super::api::parsed;
use super::session::JsSession;
use super::value::{give, options, outline, text};
use crate::face::views::Viewer;
use crate::layout::Advances;
use crate::normalize::normalize;
use crate::stats::Stats;
use crate::summarize::{Summary, summarize_outline, summarize_source, summarize_text};
use crate::text::span::utf16;
use crate::write::{docx, html};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(js_name = normalize)]
pub fn normalize_object(object: &JsValue) -> Result<JsValue, JsValue> {
    let (outline, findings) = normalize(outline(object)?);
    parsed(&outline, &findings, "")
}

#[wasm_bindgen]
extern "C" {
    /// The decoder of JavaScript, for UTF-16.
    pub type TextDecoder;
    #[wasm_bindgen(method)]
    fn decode(this: &TextDecoder, units: &[u16]) -> JsValue;
}

/// The text of a source alone, which is what most callers want of it. The decoder reads it where it is: a copy of
/// it for JavaScript would cost more than making it.
#[wasm_bindgen(js_name = summarizeText)]
pub fn source_text(source: &JsValue, given: &JsValue, decoder: &TextDecoder) -> Result<JsValue, JsValue> {
    let text = summarize_text(&text(source, "source")?, &options(given)?);
    Ok(decoder.decode(&utf16(&text)))
}

/// The summary of a source or an object.
fn summary(input: &JsValue, given: &JsValue) -> Result<Summary, JsValue> {
    let options = options(given)?;
    Ok(match input.as_string() {
        Some(source) => summarize_source(&source, &options),
        None => summarize_outline(outline(input)?, &options),
    })
}

#[wasm_bindgen(js_name = toDocx)]
pub fn to_docx(input: &JsValue, given: &JsValue) -> Result<Vec<u8>, JsValue> {
    let summary = summary(input, given)?;
    Ok(docx(&summary.blocks, &summary.style, &Advances::default()))
}

#[wasm_bindgen(js_name = toHtml)]
pub fn to_html(input: &JsValue, given: &JsValue) -> Result<String, JsValue> {
    let summary = summary(input, given)?;
    Ok(html(&summary.blocks, &summary.style, &Advances::default()))
}

#[derive(Serialize)]
struct SummaryView<B: Serialize, F: Serialize> {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    blocks: Option<B>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<F>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stats: Option<Stats>,
}

/// A summary as an object: one part of it by its name, or all of them.
#[wasm_bindgen(js_name = summaryOf)]
pub fn summary_of(input: &JsValue, given: &JsValue, part: &str) -> Result<JsValue, JsValue> {
    let options = options(given)?;
    let source = input.as_string();
    let summary = match &source {
        Some(source) => summarize_source(source, &options),
        None => summarize_outline(outline(input)?, &options),
    };
    let source = source.unwrap_or_default();
    let mut viewer = Viewer::of_source(&source);
    let is_wanted = |name| part == name || part == "all";
    let blocks = || summary.blocks.iter().map(|block| viewer.block(block, 0)).collect::<Vec<_>>();
    give(&SummaryView {
        text: is_wanted("text").then(|| summary.text(options.text)),
        blocks: is_wanted("blocks").then(blocks),
        findings: is_wanted("findings").then(|| Viewer::of_source(&source).findings(&summary.findings)),
        stats: is_wanted("stats").then(|| summary.stats()),
    })
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    pub fn edit(&mut self, from: &JsValue, to: &JsValue, inserted: &JsValue) -> Result<JsValue, JsValue> {
        give(&self.apply(from, to, inserted)?)
    }

    pub fn source(&self) -> String {
        self.get().source()
    }

    pub fn docx(&self) -> Vec<u8> {
        docx(self.get().blocks(), self.get().style(), &Advances::default())
    }

    pub fn html(&self) -> String {
        html(self.get().blocks(), self.get().style(), &Advances::default())
    }
}
