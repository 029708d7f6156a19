//! Makes the JavaScript glue of a wasm module: `bindgen <module.wasm> <folder>`.
//!
//! The same as the tool `wasm-bindgen --target web`, as a library call: it builds faster than the tool, and its
//! version is held by the lock file.

use std::env::args;
use std::process::ExitCode;
use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let (Some(module), Some(folder)) = (args().nth(1), args().nth(2)) else {
        eprintln!("usage: bindgen <module.wasm> <folder>");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    let made = bindgen
        .web(true)
        .map(|bindgen| {
            bindgen.input_path(module).out_name("core").typescript(true).omit_default_module_path(true)
        })
        .and_then(|bindgen| bindgen.generate(folder));
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
