//! The public face: what crosses to JavaScript, and how a wrong value is told from a right one.
//!
//! [`types`] holds every exported type as data. What comes in is checked against it, and a test holds
//! `www/core.d.ts` and what goes out against it, so the three cannot drift apart.

mod input;
mod json;
mod plain;
pub mod shape;
mod style;
pub mod types;
pub mod views;

pub use input::{
    read_masks, read_name, read_new_facts, read_options, read_outline, read_read_options, read_values,
};
pub use plain::{MAX_DEPTH, Plain};
pub use shape::{Wrong, check};
pub(crate) use style::{OWN, named_style, style_name};
pub use style::{read_style, style_line, style_object, whole_style};
