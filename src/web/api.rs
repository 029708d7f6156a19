//! The functions of `core.js`. Objects are made only for what is asked for.

use super::value::{give, options, outline, text};
use crate::face::views::Viewer;
use crate::finding::Finding;
use crate::normalize::normalize;
use crate::outline::Outline;
use crate::read::parse;
use crate::summarize::{Options, Summary, summarize_outline, summarize_source};
use crate::write::markdown;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Serialize)]
struct ParsedView<'a, F: Serialize> {
    outline: &'a Outline,
    findings: F,
}

fn parsed(outline: &Outline, findings: &[Finding], source: &str) -> Result<JsValue, JsValue> {
    give(&ParsedView { outline, findings: Viewer::of_source(source).findings(findings) })
}

#[wasm_bindgen(js_name = parse)]
pub fn parse_source(source: &JsValue) -> Result<JsValue, JsValue> {
    let source = text(source, "source")?;
    let (outline, findings) = parse(&source);
    parsed(&outline, &findings, &source)
}

#[wasm_bindgen(js_name = normalize)]
pub fn normalize_object(object: &JsValue) -> Result<JsValue, JsValue> {
    let (outline, findings) = normalize(outline(object)?);
    parsed(&outline, &findings, "")
}

#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(object: &JsValue) -> Result<String, JsValue> {
    Ok(markdown(&normalize(outline(object)?).0))
}

/// A summary whose parts are made when they are read.
#[wasm_bindgen]
pub struct LazySummary {
    /// Empty, where an object was given.
    source: String,
    summary: Summary,
    options: Options,
}

#[wasm_bindgen]
impl LazySummary {
    #[wasm_bindgen(js_name = of)]
    pub fn of(input: &JsValue, given: &JsValue) -> Result<LazySummary, JsValue> {
        let options = options(given)?;
        if let Some(source) = input.as_string() {
            let summary = summarize_source(&source, &options);
            return Ok(LazySummary { source, summary, options });
        }
        let summary = summarize_outline(outline(input)?, &options);
        Ok(LazySummary { source: String::new(), summary, options })
    }

    pub fn text(&self) -> String {
        self.summary.text(self.options.text)
    }

    pub fn blocks(&self) -> Result<JsValue, JsValue> {
        let mut viewer = Viewer::of_source(&self.source);
        give(&self.summary.blocks.iter().map(|block| viewer.block(block, 0)).collect::<Vec<_>>())
    }

    pub fn findings(&self) -> Result<JsValue, JsValue> {
        give(&Viewer::of_source(&self.source).findings(&self.summary.findings))
    }

    pub fn stats(&self) -> Result<JsValue, JsValue> {
        give(&self.summary.stats())
    }
}
