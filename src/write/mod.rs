//! All the ways out.

mod markdown;
mod text;

pub use markdown::markdown;
pub(crate) use text::push_block;
pub use text::{TextOptions, text};
