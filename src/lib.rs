//! outline-summary (提纲成文): a structured outline becomes a formatted Chinese work summary.
//!
//! ```text
//!  outline source ─▶ read::markdown ─┐                         ┌─▶ write::text · html · docx
//!  finished text ──▶ read::prose ────┼─▶ Outline ─▶ compose ─▶ Summary blocks ─▶ layout ─▶ web::preview
//!  Word document ──▶ read::docx ──▶ (finished text)            └─▶ stats
//!  object (JSON) ──▶ normalize ──────┤
//!                                    ├─▶ write::markdown
//!                                    └─▶ check ─▶ findings
//! ```
//!
//! One direction: each arrow is a pure function from one plain type to the next. `Summary` is the waist; all
//! outputs come from it, so they cannot disagree. Between reader and composer an outline also has a flat form,
//! [`outline::Piece`]s in reading order: [`session`] keeps those, so that a key costs what it changes and
//! not what the text is long.
//!
//! # Invariants
//!
//! - Reading cannot fail: any string gives an outline and findings.
//! - Nothing the writer typed is lost: every character that is not a marker, a note or the name of a fact is in the summary,
//!   or in a finding that says why it is not.
//! - A finished text comes back from the outline that is read from it, line by line: the reader composes as it goes.
//! - A Word document that is written is read back as the text of its summary.
//! - For every outline `o`, what `write::markdown` writes of it reads back as `normalize(o)`.
//! - What fills, names or masks a source changes nothing but those places, to the byte; what is filled in reads back as text.
//! - Outside `web` nothing knows a browser.
//! - Places are byte spans; `text::span` alone turns them into UTF-16.
//! - The DOM is built from text nodes; no markup is ever made of the writer's text.
//!
//! # Modules in reading order

pub mod text;

pub mod finding;
pub mod outline;
pub mod style;

pub mod read;

pub mod normalize;

pub mod facts;
pub mod formula;

pub mod summary;

pub mod compose;
mod condense;

pub mod check;

pub mod layout;

pub mod stats;
pub mod write;

pub mod summarize;

pub mod session;

pub mod fill;
pub mod mask;

pub mod face;

#[cfg(target_arch = "wasm32")]
mod web;
