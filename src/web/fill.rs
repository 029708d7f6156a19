//! The functions that fill, name and mask. The page is given edits instead of whole texts: its editor makes them.

use super::value::{give, place, plain, text, type_error};
use crate::face::views::{FactView, Viewer};
use crate::face::{read_masks, read_name, read_new_facts, read_values};
use crate::fill;
use crate::mask::{self, Masks};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(js_name = blanks)]
pub fn source_blanks(source: &JsValue) -> Result<JsValue, JsValue> {
    let source = text(source, "source")?;
    give(&Viewer::of_source(&source).blanks(&fill::blanks(&source)))
}

#[cfg(not(feature = "page"))]
#[wasm_bindgen(js_name = fillBlanks)]
pub fn fill_blanks(source: &JsValue, values: &JsValue) -> Result<String, JsValue> {
    let source = text(source, "source")?;
    let values = read_values(plain(values, 0)).map_err(|wrong| type_error(&wrong))?;
    Ok(fill::fill_blanks(&source, &values))
}

#[cfg(feature = "page")]
#[wasm_bindgen]
pub fn fillings(source: &JsValue, values: &JsValue) -> Result<JsValue, JsValue> {
    let source = text(source, "source")?;
    let values = read_values(plain(values, 0)).map_err(|wrong| type_error(&wrong))?;
    give(&Viewer::of_source(&source).edits(&fill::fillings(&source, &values)))
}

#[wasm_bindgen(js_name = nameBlank)]
pub fn name_blank(source: &JsValue, index: &JsValue, name: &JsValue) -> Result<String, JsValue> {
    let (source, index) = (text(source, "source")?, place(index, "index")?);
    let name = read_name(plain(name, 0)).map_err(|wrong| type_error(&wrong))?;
    Ok(fill::name_blank(&source, index, &name))
}

#[wasm_bindgen(js_name = facts)]
pub fn facts(source: &JsValue) -> Result<JsValue, JsValue> {
    let facts = fill::fact_list(&text(source, "source")?);
    give(&facts.iter().map(FactView::of).collect::<Vec<_>>())
}

#[wasm_bindgen(js_name = setFacts)]
pub fn set_facts(source: &JsValue, facts: &JsValue) -> Result<String, JsValue> {
    let source = text(source, "source")?;
    let facts = read_new_facts(plain(facts, 0)).map_err(|wrong| type_error(&wrong))?;
    Ok(fill::set_facts(&source, &facts))
}

#[wasm_bindgen(js_name = readFacts)]
pub fn read_facts(table: &JsValue) -> Result<JsValue, JsValue> {
    give(&fill::read_facts(&text(table, "table")?))
}

fn masks(given: &JsValue) -> Result<Masks, JsValue> {
    read_masks(plain(given, 0)).map_err(|wrong| type_error(&wrong))
}

#[cfg(not(feature = "page"))]
#[wasm_bindgen(js_name = mask)]
pub fn mask_source(source: &JsValue, given: &JsValue) -> Result<String, JsValue> {
    Ok(mask::mask(&text(source, "source")?, &masks(given)?))
}

#[wasm_bindgen(js_name = maskings)]
pub fn source_maskings(source: &JsValue, given: &JsValue) -> Result<JsValue, JsValue> {
    let source = text(source, "source")?;
    let maskings = mask::maskings(&source, &masks(given)?);
    give(&Viewer::of_source(&source).maskings(&source, &maskings))
}
