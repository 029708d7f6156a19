//! Values of JavaScript in and out.

use crate::face::{Kind, Value, check, read_options, shape::Shape, types};
use crate::outline::Outline;
use crate::summarize::Options;
use js_sys::{Array, Object, TypeError};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::{JsCast, JsValue};

impl Value for JsValue {
    fn kind(&self) -> Kind<JsValue> {
        if self.is_undefined() {
            Kind::Undefined
        } else if self.is_null() {
            Kind::Other("null")
        } else if let Some(text) = self.as_string() {
            Kind::Text(text)
        } else if let Some(number) = self.as_f64() {
            Kind::Number(number)
        } else if self.as_bool().is_some() {
            Kind::Truth
        } else if let Some(list) = self.dyn_ref::<Array>() {
            Kind::List(list.iter().collect())
        } else if self.is_function() {
            Kind::Other("function")
        } else if self.is_symbol() {
            Kind::Other("symbol")
        } else if self.is_bigint() {
            Kind::Other("bigint")
        } else {
            Kind::Object(entries(self.unchecked_ref()))
        }
    }
}

/// The own enumerable fields of an object.
fn entries(object: &Object) -> Vec<(String, JsValue)> {
    Object::entries(object)
        .iter()
        .map(|entry| {
            let entry: Array = entry.unchecked_into();
            (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
        })
        .collect()
}

/// A `TypeError` that says what is wrong.
pub(super) fn type_error(what: &impl ToString) -> JsValue {
    TypeError::new(&what.to_string()).into()
}

fn require(value: &JsValue, shape: Shape, root: &str, prefix: &str) -> Result<(), JsValue> {
    check(value, shape, root, prefix).map_err(|wrong| type_error(&wrong))
}

/// A string argument.
pub(super) fn text(value: &JsValue, name: &str) -> Result<String, JsValue> {
    require(value, Shape::Text, name, "")?;
    Ok(value.as_string().unwrap_or_default())
}

/// A place in a text, in UTF-16 units.
pub(super) fn place(value: &JsValue, name: &str) -> Result<usize, JsValue> {
    require(value, Shape::Whole, name, "")?;
    usize::deserialize(Deserializer::from(value.clone())).map_err(|wrong| type_error(&wrong))
}

/// An outline argument.
pub(super) fn outline(value: JsValue) -> Result<Outline, JsValue> {
    require(&value, types::outline(), "outline", "")?;
    Outline::deserialize(Deserializer::from(value)).map_err(|wrong| type_error(&wrong))
}

/// An options argument; `undefined` stands for none.
pub(super) fn options(value: JsValue) -> Result<Options, JsValue> {
    if value.is_undefined() {
        return Ok(Options::default());
    }
    require(&value, types::options(), "options", "options")?;
    read_options(Deserializer::from(value)).map_err(|wrong| type_error(&wrong))
}

/// A value for JavaScript: maps are plain objects.
pub(super) fn give(value: &(impl Serialize + ?Sized)) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new().serialize_maps_as_objects(true)).map_err(|wrong| type_error(&wrong))
}
