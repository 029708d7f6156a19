//! All the ways out.

mod docx;
mod html;
mod lines;
mod markdown;
mod paper;
mod text;
mod xml;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub(crate) use markdown::marker;
pub(crate) use text::push_block;
pub use text::{TextOptions, text};
