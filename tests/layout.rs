//! What holds of every layout: nothing is lost, nothing is longer than its line, no page than the paper.

use outline_summary::layout::{Advances, Body, Laid, Layout, Line, Paper};
use outline_summary::session::Session;
use outline_summary::style::Style;
use outline_summary::summarize::{Options, Summary, summarize_source};
use outline_summary::summary::{Block, Role, TITLE_BREAK};
use outline_summary::write::TextOptions;
use proptest::prelude::*;

/// No line begins with one of these, unless there is nothing else in it.
const NO_START: &str = "，。、；：！？）》";

fn summary(source: &str, style: Style) -> Summary {
    summarize_source(source, &Options { style: Some(style), ..Options::default() })
}

fn layout(summary: &Summary) -> Layout {
    let blocks: Vec<&Block> = summary.blocks.iter().collect();
    Layout::of(&blocks, &summary.style, &Advances::default())
}

/// The lines of a block, those of its cells too.
fn lines(laid: &Laid) -> Vec<Line> {
    match &laid.body {
        Body::Lines(lines) => lines.clone(),
        Body::Table(table) => table.rows.iter().flatten().flatten().copied().collect(),
    }
}

/// The text without what a line may lose at its end.
fn bare(text: &str) -> String {
    text.chars().filter(|char| !char.is_whitespace() && *char != TITLE_BREAK && *char != '\u{FEFF}').collect()
}

fn piece() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[甲乙丙丁工作总结的一二三]{1,40}",
        "[，。；：“”（）《》…—]{1,3}",
        "[0-9]{1,6}(年|％|万元)?",
        "[a-zA-Z]{1,12} ?",
        r"\*{2,5}",
        "𠮷|😀| |\u{3000}",
    ];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

fn source() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        piece(),
        piece().prop_map(|text| format!("## {text}")),
        piece().prop_map(|text| format!("### {text}。\n\n{text}")),
        (piece(), piece()).prop_map(|(one, two)| format!("- {one}\n- {two}")),
        (piece(), piece()).prop_map(|(one, two)| format!("| {one} | {two} |\n| --- | --- |\n| {two} | |")),
    ];
    (piece(), prop::collection::vec(block, 0..12)).prop_map(|(title, blocks)| {
        format!(
            "---\nfrom: {title}\ndate: 2025-12-5\nattachments: [{title}, 乙]\n---\n# {title}\n\n{}",
            blocks.join("\n\n")
        )
    })
}

fn style() -> impl Strategy<Value = Style> {
    (0u32..40, 0u32..30, 0.0..220.0, 1.0..60.0, any::<bool>()).prop_map(
        |(characters, lines, left, size, seal)| {
            let mut style = Style { seal, ..Style::gongwen() };
            (style.page.characters, style.page.lines, style.page.left) = (characters, lines, left);
            style.fonts.body.size = size;
            style
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_hold_all_of_the_text(source in source(), style in prop_oneof![Just(Style::gongwen()), style()]) {
        let summary = summary(&source, style);
        for (block, laid) in summary.blocks.iter().zip(&layout(&summary).blocks) {
            let mut last = 0;
            let mut text = String::new();
            for line in lines(laid) {
                prop_assert!(line.start >= last && line.end >= line.start, "{:?}", line);
                text.push_str(&block.text[line.start as usize..line.end as usize]);
                last = line.end;
            }
            prop_assert_eq!(bare(&text), bare(&block.text));
        }
    }

    #[test]
    fn hard_lines_hold_all_of_the_text(source in source(), style in prop_oneof![Just(Style::gongwen()), style()]) {
        let summary = summary(&source, style);
        let broken = summary.text(TextOptions { hard_lines: true, ..TextOptions::default() });
        // The lines of cells beside each other come in turns.
        let sorted = |text: &str| {
            let mut chars: Vec<char> = bare(text).chars().collect();
            chars.sort_unstable();
            chars
        };
        prop_assert_eq!(sorted(&broken), sorted(&summary.text(TextOptions::default())));
        prop_assert!(broken.lines().filter(|line| !line.is_empty()).count() <= layout(&summary).lines());
    }

    #[test]
    fn lines_are_as_wide_as_they_may_be(source in source()) {
        let summary = summary(&source, Style::gongwen());
        let right = summary.style.page.character_pitch() * f64::from(summary.style.page.characters_a_line());
        for (block, laid) in summary.blocks.iter().zip(&layout(&summary).blocks) {
            let all = lines(laid);
            for (at, line) in all.iter().enumerate() {
                let text = &block.text[line.start as usize..line.end as usize];
                let gaps = text.chars().count().saturating_sub(1) as f64;
                prop_assert!(line.left >= 0.0 && line.left + line.width <= right + 0.01, "{text:?}");
                let goes_on = at + 1 < all.len() && !matches!(block.role, Role::Title | Role::Table);
                if goes_on && gaps > 0.0 {
                    let end = line.left + line.width + line.spread * gaps;
                    prop_assert!((end - right).abs() < 0.01, "{text:?} ends at {end}");
                }
                let starts_wrong = at > 0 && text.starts_with(|first| NO_START.contains(first));
                let forced = block.text.contains(|mark| "（《“…— 　".contains(mark)) || !matches!(block.role, Role::Body | Role::RunIn);
                prop_assert!(!starts_wrong || forced || no_break_before(&block.text[..line.start as usize]), "{text:?}");
            }
        }
    }

    #[test]
    fn pages_hold_all_lines_in_their_order(source in source(), style in prop_oneof![Just(Style::gongwen()), style()]) {
        let summary = summary(&source, style);
        let layout = layout(&summary);
        let room = summary.style.page.lines_a_page();
        let mut expected = layout.blocks.iter().enumerate().flat_map(|(block, laid)| (0..laid.height()).map(move |line| (block, line)));
        for sheet in &layout.pages {
            let mut free = 0;
            for stretch in &sheet.stretches {
                prop_assert!(stretch.top >= free && stretch.count > 0);
                free = stretch.top + stretch.height();
                for line in stretch.first..stretch.first + stretch.count {
                    prop_assert_eq!(expected.next(), Some((stretch.block as usize, line as usize)));
                }
            }
            prop_assert!(free <= room.max(1), "{free} lines of {room}");
        }
        prop_assert_eq!(expected.next(), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_paper_that_follows_edits_is_as_a_fresh_one(
        source in source(),
        edits in prop::collection::vec((0usize..400, 0usize..60, piece()), 1..6),
    ) {
        let mut session = Session::with_chunks_of(1, &source, Options::default());
        let mut paper = Paper::new(&session, Advances::default());
        for (from, len, text) in edits {
            let splices = session.edit(from, from + len, &text);
            paper.edited(&session, &splices);
        }
        let fresh = Paper::new(&session, Advances::default());
        prop_assert_eq!(paper.pages(), fresh.pages());
        for (one, other) in paper.blocks().iter().zip(fresh.blocks()) {
            prop_assert_eq!(&one.laid, &other.laid);
        }
    }
}

/// Is all of the line above marks, so that there was nothing to take along?
fn no_break_before(above: &str) -> bool {
    above.chars().rev().take(28).all(|char| NO_START.contains(char) || !char.is_alphanumeric())
}
