//! A quote or bracket without its other half (GB/T 15834-2011, 4.8, 4.9).
//!
//! `坚持“开门纳谏，广开言路`. No fix: only the writer knows where the other half belongs.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity, message};
use crate::text::Text;

pub(super) const RULE: Rule =
    Rule { code: "unpaired-mark", severity: Severity::Warning, check: Check::Text(check) };

const PAIRS: [(char, char); 6] =
    [('“', '”'), ('‘', '’'), ('（', '）'), ('《', '》'), ('【', '】'), ('〔', '〕')];

fn check(text: &Text, _: &FactTable) -> Vec<Finding> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    let mut unpaired: Vec<(usize, char)> = Vec::new();
    for (at, char) in text.char_indices() {
        if let Some(&(opener, closer)) = PAIRS.iter().find(|(opener, _)| *opener == char) {
            open.push((at, opener, closer));
        } else if PAIRS.iter().any(|(_, closer)| *closer == char) {
            // An apostrophe in Latin text is no quote.
            let apostrophe = char == '’' && text[..at].ends_with(|before: char| before.is_ascii_alphabetic());
            match open.pop_if(|(_, _, closer)| *closer == char) {
                None if !apostrophe => unpaired.push((at, char)),
                _ => {}
            }
        }
    }
    for (place, opener, _) in open {
        let before = unpaired.partition_point(|&(at, _)| at < place);
        unpaired.insert(before, (place, opener));
    }
    unpaired.into_iter().map(|(at, mark)| finding(text, at, mark)).collect()
}

fn finding(text: &Text, at: usize, mark: char) -> Finding {
    let what = message(format!("“{mark}”缺另一半"), format!("“{mark}” has no other half"));
    Finding::new(RULE.code, RULE.severity, what)
        .at(text.source_span(at..at + mark.len_utf8()))
        .hint("补上成对的引号或括号", "Add the quote or bracket that pairs with it")
}
