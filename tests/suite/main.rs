//! Cases as data: one runner for each kind of case file, one test for each case.

mod case;
mod paper;
mod runners;

use case::{Case, cases};
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::Path;

/// What checks one case.
type Runner = fn(&Case) -> Result<(), String>;

/// The kinds of case files; each is a folder of `tests/cases`.
const KINDS: [(&str, Runner); 7] = [
    ("compose", runners::compose),
    ("outline", runners::outline),
    ("normalize", runners::normalize),
    ("prose", runners::prose),
    ("findings", runners::findings),
    ("session", runners::session),
    ("layout", paper::layout),
];

fn main() {
    let arguments = Arguments::from_args();
    let own = KINDS.into_iter().flat_map(|(kind, runner)| {
        cases(kind).into_iter().map(move |case| {
            let name = case.name.clone();
            Trial::test(name, move || runner(&case).map_err(Failed::from))
        })
    });
    libtest_mimic::run(&arguments, own.chain(shared()).collect()).exit();
}

/// The cases and the whole document that stand beside the project, where they do.
fn shared() -> Vec<Trial> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures");
    let Ok(cases) = std::fs::read_to_string(folder.join("language-cases.json")) else { return Vec::new() };
    let cases: Vec<serde_json::Value> = serde_json::from_str(&cases).unwrap();
    let mut trials: Vec<Trial> = cases
        .into_iter()
        .map(|case| {
            let name = format!("shared: {}", case["name"].as_str().unwrap());
            Trial::test(name, move || runners::shared_case(&case).map_err(Failed::from))
        })
        .collect();
    trials.push(Trial::test("shared: the work summary", move || {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
        runners::shared_document(&read("work-summary.md")?, &read("work-summary.txt")?).map_err(Failed::from)
    }));
    trials
}
