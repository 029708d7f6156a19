//! Values of JavaScript in and out.

use crate::face::shape::Shape;
use crate::face::{MAX_DEPTH, Plain, check, read_options, read_outline};
use crate::outline::Outline;
use crate::summarize::Options;
use js_sys::{Array, Object, TypeError};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

/// A value of JavaScript as plain data. Deserializing it would tell that something is wrong, but not where.
pub(super) fn plain(value: &JsValue, depth: usize) -> Plain {
    if depth > MAX_DEPTH {
        return Plain::Other("something nested too deep");
    }
    if let Some(text) = value.as_string() {
        Plain::Text(text)
    } else if let Some(number) = value.as_f64() {
        Plain::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Plain::Truth(truth)
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Plain::List(list.iter().map(|item| plain(&item, depth + 1)).collect())
    } else if value.is_undefined() {
        Plain::Missing
    } else if value.is_object() {
        Plain::Object(fields(value.unchecked_ref(), depth))
    } else if value.is_null() {
        Plain::Other("null")
    } else if value.is_function() {
        Plain::Other("function")
    } else {
        Plain::Other("symbol or bigint")
    }
}

/// The own enumerable fields of an object.
fn fields(object: &Object, depth: usize) -> Vec<(String, Plain)> {
    Object::entries(object)
        .iter()
        .map(|entry| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), plain(&entry.get(1), depth + 1))
        })
        .collect()
}

/// A `TypeError` that says what is wrong.
pub(super) fn type_error(what: &impl ToString) -> JsValue {
    TypeError::new(&what.to_string()).into()
}

/// A string argument.
pub(super) fn text(value: &JsValue, name: &str) -> Result<String, JsValue> {
    if let Some(text) = value.as_string() {
        return Ok(text);
    }
    check(&plain(value, 0), Shape::Text, name, "").map_err(|wrong| type_error(&wrong))?;
    Ok(String::new())
}

/// A place in a text, in UTF-16 units.
#[allow(clippy::cast_sign_loss)] // the check has held it to whole numbers from 0 on
pub(super) fn place(value: &JsValue, name: &str) -> Result<usize, JsValue> {
    check(&plain(value, 0), Shape::Whole, name, "").map_err(|wrong| type_error(&wrong))?;
    Ok(value.as_f64().map_or(0, |place| place as usize))
}

/// An outline argument.
pub(super) fn outline(value: &JsValue) -> Result<Outline, JsValue> {
    read_outline(plain(value, 0)).map_err(|wrong| type_error(&wrong))
}

/// An options argument; `undefined` stands for none.
pub(super) fn options(value: &JsValue) -> Result<Options, JsValue> {
    read_options(plain(value, 0)).map_err(|wrong| type_error(&wrong))
}

/// A value for JavaScript: maps are plain objects.
pub(super) fn give(value: &(impl Serialize + ?Sized)) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new().serialize_maps_as_objects(true)).map_err(|wrong| type_error(&wrong))
}
