//! Case files: many small cases, each a name and its parts.
//!
//! ```text
//! @@ a name, one sentence
//! @ source
//! ## 工作
//! @ text
//! 一、工作
//! ```
//!
//! A part is the lines up to the next `@`, each with a line break. `@ source escaped` reads `\r`, `\u{FEFF}`,
//! `\n` and the other escapes of Rust, and its line breaks are not content. Lines between a file's start and its
//! first `@@` are remarks.

use std::path::{Path, PathBuf};

/// One case.
pub struct Case {
    /// Its file and name.
    pub name: String,
    parts: Vec<(String, String)>,
}

impl Case {
    /// The part of this name.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// A part that has to be there.
    pub fn must(&self, name: &str) -> Result<&str, String> {
        self.part(name).ok_or_else(|| format!("the case has no part `{name}`"))
    }

    /// Fails where a part has a name that no runner reads.
    pub fn only(&self, known: &[&str]) -> Result<(), String> {
        match self.parts.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => Err(format!("unknown part `{name}`; there are {known:?}")),
            None => Ok(()),
        }
    }
}

/// The cases of all files of one kind, which is a folder of `tests/cases`.
pub fn cases(kind: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files.iter().flat_map(|file| read_file(kind, file)).collect()
}

fn read_file(kind: &str, file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).unwrap();
    let stem = file.file_stem().unwrap().to_string_lossy();
    let mut cases: Vec<Case> = Vec::new();
    let mut escaped = false;
    for line in text.split_inclusive('\n') {
        if let Some(name) = line.strip_prefix("@@ ") {
            cases.push(Case { name: format!("{kind}/{stem}: {}", name.trim_end()), parts: Vec::new() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("@ ") {
            let name = name.trim_end();
            let plain = name.strip_suffix(" escaped");
            escaped = plain.is_some();
            case.parts.push((plain.unwrap_or(name).into(), String::new()));
        } else if let Some((_, part)) = case.parts.last_mut() {
            part.push_str(&if escaped { unescape(line.trim_end_matches('\n')) } else { line.into() });
        }
    }
    cases
}

fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (char, length) = escape(&rest[at + 1..]).unwrap_or_else(|| panic!("unknown escape in {text}"));
        out.push(char);
        rest = &rest[at + 1 + length..];
    }
    out + rest
}

fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(code) = text.strip_prefix("u{") {
        let code = &code[..code.find('}')?];
        return Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, code.len() + 3));
    }
    let char = match text.chars().next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        's' => ' ',
        '\\' => '\\',
        _ => return None,
    };
    Some((char, 1))
}
