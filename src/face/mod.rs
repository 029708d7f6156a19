//! The public face: what crosses to JavaScript, and how a wrong value is told from a right one.
//!
//! [`types`] holds every exported type as data. What comes in is checked against it before it is read, and a
//! test holds `www/core.d.ts` and what goes out against it, so the three cannot drift apart.

pub mod options;
pub mod shape;
pub mod types;
pub mod views;

pub use options::read_options;
pub use shape::{Kind, Value, Wrong, check};
