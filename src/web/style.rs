//! What the page asks for where a style is chosen.

use super::session::JsSession;
use super::value::{give, plain};
use crate::face::{read_style, style_line, whole_style};
use crate::style::Style;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What front matter says of a style: one line, empty for the standard form. An object that is none throws the place
/// where it is wrong, an empty one if it is no object at all.
#[wasm_bindgen(js_name = styleLine)]
pub fn line_of_style(style: &JsValue) -> Result<String, JsValue> {
    let style = read_style(plain(style, 0)).map_err(|wrong| JsValue::from_str(wrong.place()))?;
    Ok(style_line(&style))
}

/// All that a built-in style says; one of another name goes back to the standard form.
#[wasm_bindgen(js_name = standardStyle)]
pub fn standard_style(name: &str) -> Result<JsValue, JsValue> {
    give(&whole_style(&Style::built_in(name).unwrap_or_default()))
}

#[wasm_bindgen(js_class = Session)]
impl JsSession {
    /// All that the style of the document says.
    pub fn style(&self) -> Result<JsValue, JsValue> {
        give(&whole_style(self.get().style()))
    }
}
