//! All the ways out.

mod markdown;
mod text;

pub use markdown::markdown;
pub use text::{TextOptions, text};
