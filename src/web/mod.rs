//! The only place that knows JavaScript.

#[cfg(not(feature = "page"))]
mod alone;
mod api;
mod fill;
#[cfg(feature = "page")]
mod preview;
mod session;
#[cfg(feature = "page")]
mod style;
mod value;

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

/// Smaller than the standard library's, and as fast.
#[global_allocator]
static ALLOCATOR: WasmDynamicTalc = new_wasm_dynamic_allocator();
