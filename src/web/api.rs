//! The functions that the page has, too.

use super::value::{give, outline, plain, text, type_error};
use crate::face::views::Viewer;
use crate::face::{Plain, read_read_options, style_object};
use crate::finding::Finding;
use crate::normalize::normalize;
use crate::outline::Outline;
use crate::read::{Prose, parse, read_docx, read_text};
use crate::write::markdown;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[derive(Serialize)]
struct ParsedView<'a, F: Serialize> {
    outline: &'a Outline,
    findings: F,
}

pub(super) fn parsed(outline: &Outline, findings: &[Finding], source: &str) -> Result<JsValue, JsValue> {
    give(&ParsedView { outline, findings: Viewer::of_source(source).findings(findings) })
}

#[wasm_bindgen(js_name = parse)]
pub fn parse_source(source: &JsValue) -> Result<JsValue, JsValue> {
    let source = text(source, "source")?;
    let (outline, findings) = parse(&source);
    parsed(&outline, &findings, &source)
}

#[derive(Serialize)]
struct FinishedTextView<'a, F: Serialize> {
    outline: &'a Outline,
    markdown: &'a str,
    findings: F,
    habits: Plain,
}

#[wasm_bindgen(js_name = readText)]
pub fn read_finished_text(given: &JsValue, how: &JsValue) -> Result<JsValue, JsValue> {
    let given = text(given, "text")?;
    let normalized = read_read_options(plain(how, 0)).map_err(|wrong| type_error(&wrong))?;
    let read = read_text(&given);
    let read = if normalized { read.normalized() } else { read };
    finished_text(&read)
}

/// A Word document; one that cannot be read throws the code of the reason.
#[wasm_bindgen(js_name = readDocx)]
pub fn read_word_document(bytes: &[u8], how: &JsValue) -> Result<JsValue, JsValue> {
    let normalized = read_read_options(plain(how, 0)).map_err(|wrong| type_error(&wrong))?;
    let mut read = read_docx(bytes).map_err(|reason| JsValue::from_str(reason.code()))?;
    if normalized {
        read = read.normalized();
    }
    finished_text(&read)
}

fn finished_text(read: &Prose) -> Result<JsValue, JsValue> {
    give(&FinishedTextView {
        outline: &read.outline,
        markdown: &read.markdown,
        findings: Viewer::of_source(&read.markdown).findings(&read.findings),
        habits: style_object(&read.habits),
    })
}

#[wasm_bindgen(js_name = toMarkdown)]
pub fn to_markdown(object: &JsValue) -> Result<String, JsValue> {
    Ok(markdown(&normalize(outline(object)?).0))
}
