//! Blanks in real documents, where they are: those of the masked ones, which a person has listed, and none elsewhere.

use outline_summary::fill::{blanks, fill_blanks};
use outline_summary::mask::{Masks, mask};
use outline_summary::outline::Facts;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A place in a list: file, line, run.
type Place = (String, usize, String);

fn shared(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder)
}

/// The texts of a folder of the corpus, by name.
fn texts(folder: &str) -> BTreeMap<String, String> {
    let Ok(files) = fs::read_dir(shared("corpus").join(folder)) else { return BTreeMap::new() };
    let paths = files.map(|file| file.unwrap().path());
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// The blanks that are found in each line.
fn found(texts: &BTreeMap<String, String>) -> Vec<Place> {
    let mut places = Vec::new();
    for (name, text) in texts {
        for (line, number) in text.lines().zip(1..) {
            let runs = outline_summary::text::blank::blanks(line);
            places.extend(runs.map(|range| (name.clone(), number, line[range].to_owned())));
        }
    }
    places
}

/// The lines of a list, behind its remarks and an empty line, as words.
fn list(text: &str) -> impl Iterator<Item = (String, usize, Vec<&str>)> {
    let lines = text.split_once("\n\n").unwrap().1.lines();
    lines.map(|line| {
        let mut words = line.split(' ');
        let (file, number) = (words.next().unwrap(), words.next().unwrap());
        (file.to_owned(), number.parse().unwrap(), words.collect())
    })
}

/// How many of a list are in neither order nor number in the other; both are sorted.
fn missing(of: &[Place], from: &[Place]) -> Vec<Place> {
    let mut left = from.to_vec();
    let mut missing = Vec::new();
    for place in of {
        match left.iter().position(|other| other == place) {
            Some(at) => drop(left.remove(at)),
            None => missing.push(place.clone()),
        }
    }
    missing
}

#[test]
fn the_blanks_of_masked_documents_are_those_a_person_finds() {
    let texts = texts("masked");
    if texts.is_empty() {
        return;
    }
    let listed: Vec<Place> = list(include_str!("blanks/masked.txt"))
        .flat_map(|(file, line, runs)| {
            runs.into_iter().map(move |run| (file.clone(), line, run.to_owned())).collect::<Vec<_>>()
        })
        .collect();
    let found = found(&texts);
    let (missed, wrong) = (missing(&listed, &found), missing(&found, &listed));
    println!("{} listed, {} found, missed {missed:?}, false {wrong:?}", listed.len(), found.len());
    assert!(missed.len() * 50 <= listed.len(), "{missed:?}");
    assert!(wrong.len() * 50 <= found.len(), "{wrong:?}");
}

#[test]
fn notices_and_reports_have_no_blanks_but_those_explained() {
    let all: BTreeMap<_, _> = ["notices", "reports"].into_iter().flat_map(texts).collect();
    if all.is_empty() {
        return;
    }
    let explained: Vec<Place> = list(include_str!("blanks/false.txt"))
        .map(|(file, line, words)| (file, line, words[0].to_owned()))
        .collect();
    assert_eq!(found(&all), explained);
}

#[test]
fn the_work_summary_is_filled_and_masked() {
    let Ok(source) = fs::read_to_string(shared("fixtures/work-summary.md")) else { return };
    let found = blanks(&source);
    assert_eq!(found.len(), 56);
    let value =
        |index: usize| if found[index].kind.is_some() { "柳溪".into() } else { format!("{}", 12 + index) };
    let values = Facts((0..found.len()).map(|index| (index.to_string(), value(index))).collect());
    let filled = fill_blanks(&source, &values);
    assert_eq!(blanks(&filled), []);
    let mut expected = source.clone();
    for (index, blank) in found.iter().enumerate().rev() {
        expected.replace_range(blank.span.range(), &value(index));
    }
    assert_eq!(filled, expected);

    let masks = Masks { names: vec!["柳溪".into()], keep: vec!["100％".into()] };
    let masked = mask(&filled, &masks);
    let ordinals = masked.split('第').map(|part| part.trim_start_matches(|char: char| char.is_ascii_digit()));
    let left = ordinals.collect::<String>().replace("2022年", "").replace("100％", "");
    assert!(!left.contains(|char: char| char.is_ascii_digit()), "{left}");
    assert!(!left.contains("柳溪"));
    assert_eq!(masked.chars().count(), filled.chars().count());
}
