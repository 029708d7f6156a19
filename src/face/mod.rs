//! The public face: what crosses to JavaScript, and how a wrong value is told from a right one.
//!
//! [`types`] holds every exported type as data. What comes in is checked against it, and a test holds
//! `www/core.d.ts` and what goes out against it, so the three cannot drift apart.

mod input;
mod plain;
pub mod shape;
pub mod types;
pub mod views;

pub use input::{read_options, read_outline};
pub use plain::{MAX_DEPTH, Plain};
pub use shape::{Wrong, check};
