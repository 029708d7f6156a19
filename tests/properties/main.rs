//! What holds for every input. `PROPTEST_CASES` sets how many are tried.

mod generate;

use generate::{filling, formula, is_numbered, numbered_source, options, outline, prose, source, style};
use outline_summary::face::{Plain, read_options, style_object};
use outline_summary::facts::FactTable;
use outline_summary::fill::{blanks, fact_list, fill_blanks, name_blank, read_facts, set_facts};
use outline_summary::mask::{Masks, mask, maskings};
use outline_summary::normalize::normalize;
use outline_summary::outline::{Block, Facts, Line, Outline};
use outline_summary::read::{parse, read_text};
use outline_summary::session::{Session, Splice};
use outline_summary::summarize::{Options, Summary, summarize_outline, summarize_source, summarize_text};
use outline_summary::summary::{Kind, Role};
use outline_summary::text::space::trim;
use outline_summary::text::span::{Utf16Cursor, utf16_len};
use outline_summary::write::{TextOptions, markdown};
use proptest::collection::vec;
use proptest::prelude::*;

fn plain(summary: &Summary) -> String {
    summary.text(TextOptions::default())
}

/// The lines of a text that hold something, without the blanks at their ends.
fn content(text: &str) -> Vec<&str> {
    text.split(['\n', '\r']).map(trim).filter(|line| !line.is_empty()).collect()
}

fn is_of_the_body(role: Role) -> bool {
    matches!(role, Role::Heading | Role::RunIn | Role::Body | Role::Closing | Role::Table)
}

/// Appends the notes of an outline.
fn collect_notes(outline: &Outline, kept: &mut String) {
    outline.walk(|line| {
        if let Line::Block(Block::Note { text }) = line {
            kept.push_str(text);
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn any_string_reads_and_every_span_lies_on_borders(source in source(), options in options()) {
        let summary = summarize_source(&source, &options);
        let edits = summary.findings.iter().filter_map(|finding| finding.fix.as_ref()).flat_map(|fix| &fix.edits);
        let spans = summary.findings.iter().filter_map(|finding| finding.span);
        let runs = summary.blocks.iter().flat_map(|block| &block.runs).filter_map(|run| run.source);
        for span in spans.chain(runs).chain(edits.map(|edit| edit.span)) {
            prop_assert!(span.start <= span.end);
            prop_assert!(source.get(span.range()).is_some(), "{:?} in {:?}", span, source);
        }
    }

    #[test]
    fn places_map_to_utf16(source in source()) {
        let mut cursor = Utf16Cursor::new(&source);
        let borders: Vec<usize> = source.char_indices().map(|(byte, _)| byte).collect();
        // Findings need not come in order: places behind and before the last one are asked for.
        for &byte in borders.iter().chain(borders.iter().rev()) {
            prop_assert_eq!(cursor.place(byte), source[..byte].encode_utf16().count());
        }
        prop_assert_eq!(utf16_len(&source), source.encode_utf16().count());
    }

    #[test]
    fn runs_make_up_their_block_and_stand_where_they_say(source in source(), options in options()) {
        let summary = summarize_source(&source, &options);
        for block in &summary.blocks {
            prop_assert_eq!(block.runs.last().map_or(0, |run| run.end as usize), block.text.len());
            for (run, range) in block.ranges() {
                let Some(span) = run.source else { continue };
                let (shown, typed) = (&block.text[range], &source[span.range()]);
                let simple = !typed.contains(['\\', '\n', '\r', '{']) && run.kind != outline_summary::summary::Kind::Fact;
                let date = block.role == Role::Date;
                prop_assert!(!simple || date || shown.trim() == typed.trim(), "{:?} at {:?}", shown, typed);
            }
        }
    }

    #[test]
    fn nothing_typed_is_lost(source in numbered_source()) {
        let summary = summarize_source(&source, &Options::default());
        let (outline, _) = parse(&source);
        let body: String = summary
            .blocks
            .iter()
            .filter(|block| is_of_the_body(block.role))
            .flat_map(|block| block.text.chars().filter(|&char| is_numbered(char)))
            .collect();
        // A block below the points of an item joins its text, which stands above them; a finding says so.
        let moved = summary.findings.iter().any(|finding| finding.code == "item-block");
        prop_assert!(moved || body.chars().is_sorted(), "out of order: {:?} from {:?}", body, source);

        let mut kept = plain(&summary) + &format!("{:?}", outline.front());
        for finding in &summary.findings {
            kept += &finding.message.zh;
        }
        collect_notes(&outline, &mut kept);
        // A computed fact shows its value.
        for fact in fact_list(&source) {
            kept.extend([fact.name, fact.formula.unwrap_or_default()]);
        }
        for char in source.chars().filter(|&char| is_numbered(char)) {
            prop_assert!(kept.contains(char), "{:?} is lost from {:?}: {:?}", char, source, outline);
        }
    }

    #[test]
    fn finished_text_comes_back_line_by_line(text in prose()) {
        let read = read_text(&text);
        let options = Options { style: Some(read.habits), ..Options::default() };
        let back = summarize_outline(read.outline.clone(), &options).text(options.text);
        prop_assert_eq!(content(&back), content(&text), "{:#?}", read.outline);

        // The source says the same, and carries the habits.
        prop_assert_eq!(&parse(&read.markdown).0, &read.outline, "{}", read.markdown);
        prop_assert_eq!(plain(&summarize_source(&read.markdown, &Options::default())), back, "{}", read.markdown);
        for span in read.findings.iter().filter_map(|finding| finding.span) {
            prop_assert!(read.markdown.get(span.range()).is_some());
        }
    }

    #[test]
    fn text_read_into_the_standard_form_stays_in_it(text in prose()) {
        let once = read_text(&text).normalized();
        prop_assert_eq!(&parse(&once.markdown).0, &once.outline, "{}", once.markdown);
        let words = |text: &str| text.chars().filter(|char| *char == '深').count();
        prop_assert_eq!(words(&once.markdown), words(&text), "{}", once.markdown);
    }

    #[test]
    fn normalize_is_what_the_source_can_hold(outline in outline()) {
        let normal = normalize(outline.clone()).0;
        let source = markdown(&normal);
        let (read, _) = parse(&source);
        prop_assert_eq!(&read, &normal, "{}", source);
        prop_assert_eq!(&normalize(normal.clone()).0, &normal);
    }

    #[test]
    fn the_source_and_the_object_say_the_same(outline in outline(), options in options()) {
        let source = markdown(&normalize(outline.clone()).0);
        let from_source = plain(&summarize_source(&source, &options));
        prop_assert_eq!(from_source, plain(&summarize_outline(outline, &options)), "{}", source);
    }

    #[test]
    fn what_is_read_says_what_the_source_says(source in source(), options in options()) {
        let from_source = plain(&summarize_source(&source, &options));
        let (read, _) = parse(&source);
        prop_assert_eq!(from_source, plain(&summarize_outline(read, &options)), "{}", source);
    }

    #[test]
    fn the_text_alone_is_the_text_of_the_summary(source in source(), options in options()) {
        let whole = summarize_source(&source, &options).text(options.text);
        prop_assert_eq!(summarize_text(&source, &options), whole, "{}", source);
    }

    #[test]
    fn to_markdown_is_stable(source in source()) {
        let once = markdown(&normalize(parse(&source).0).0);
        let twice = markdown(&normalize(parse(&once).0).0);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn what_stands_beside_the_source_stands_in_it(
        source in source(),
        options in options(),
        least in prop::sample::select(&[1_usize, 4096][..]),
    ) {
        let session = Session::with_chunks_of(least, &source, options);
        let units: Vec<u16> = source.encode_utf16().collect();
        for mark in session.margin(0, units.len()) {
            prop_assert!(mark.from < units.len(), "{:?}", mark);
        }
        for pair in session.blanks(0, units.len()).chunks(2) {
            let blank = String::from_utf16(&units[pair[0] as usize..pair[1] as usize]);
            prop_assert!(blank.is_ok_and(|blank| !blank.is_empty()));
        }
        for (index, (block, _)) in session.blocks_at(0, usize::MAX).into_iter().enumerate() {
            for place in 0..=utf16_len(&block.text) {
                prop_assert!(session.source_at(index, place).is_none_or(|place| place <= units.len()));
            }
        }
        for place in 0..=units.len() {
            prop_assert!(session.block_at(place).is_none_or(|block| block < session.blocks().count()));
        }
    }

    #[test]
    fn a_style_crosses_as_an_object_and_in_front_matter(style in style()) {
        let object = style_object(&style);
        let source = format!("---\nstyle: {}\n---\n", serde_json::to_string(&object).unwrap());
        let session = Session::new(&source, Options::default());
        prop_assert_eq!(session.style(), &style, "{}", source);
        let options = read_options(Plain::Object(vec![("style".into(), object)]));
        prop_assert_eq!(options.unwrap().style, Some(style));
    }

    #[test]
    fn every_page_holds_a_line_and_a_character(style in style()) {
        let page = style.page;
        prop_assert!(page.lines_a_page() > 0 && page.characters_a_line() > 0);
        let filled = page.line_pitch() * (f64::from(page.lines_a_page()) - 0.01);
        let is_one = page.lines_a_page() == 1;
        prop_assert!(is_one || filled <= page.type_height() * 72.0 / 25.4, "{:?}", page);
    }

    #[test]
    fn an_edited_session_equals_a_fresh_one(
        source in source(),
        edits in vec((any::<prop::sample::Index>(), prop_oneof![0_usize..12, 0_usize..200], source()), 1..6),
        options in options(),
        least in prop::sample::select(&[1_usize, 30][..]),
    ) {
        let mut session = Session::with_chunks_of(least, &source, options.clone());
        let mut units: Vec<u16> = source.encode_utf16().collect();
        let mut shown: Vec<String> = session.blocks().map(|block| format!("{:?}{:?}", block.role, block.text)).collect();
        for (place, length, text) in edits {
            let mut from = place.index(units.len() + 1);
            let mut to = (from + length).min(units.len());
            let inside_pair = |place: usize| units.get(place).is_some_and(|unit| (0xDC00..0xE000).contains(unit));
            from -= usize::from(inside_pair(from));
            to -= usize::from(inside_pair(to));
            units.splice(from..to, text.encode_utf16());
            let splices = session.edit(from, to, &text);
            let edited = String::from_utf16(&units).unwrap();
            prop_assert_eq!(session.source(), edited.clone());
            let fresh = summarize_source(&edited, &options);
            let expected: Vec<_> = fresh.blocks.iter().map(|block| format!("{:?}{:?}", block.role, block.text)).collect();
            let got: Vec<_> = session.blocks().map(|block| format!("{:?}{:?}", block.role, block.text)).collect();
            prop_assert_eq!(&got, &expected, "{:?}", edited);
            prop_assert_eq!(session.findings(), fresh.findings, "{:?}", edited);
            prop_assert_eq!(session.outline(), parse(&edited).0);
            for Splice { at, removed, inserted } in splices {
                let new: Vec<_> = session.blocks_at(at, inserted).into_iter().map(|(block, _)| format!("{:?}{:?}", block.role, block.text)).collect();
                shown.splice(at..at + removed, new);
            }
            prop_assert_eq!(&shown, &expected, "patched: {:?}", edited);
        }
    }

    #[test]
    fn blanks_are_those_of_the_summary_and_filling_touches_nothing_else(
        source in source(),
        fills in vec((any::<prop::sample::Index>(), filling()), 0..4),
    ) {
        let found = blanks(&source);
        let summary = summarize_source(&source, &Options::default());
        let shown = |summary: &Summary| {
            let runs = summary.blocks.iter().flat_map(|block| &block.runs);
            let places = runs.filter(|run| run.kind == Kind::Blank).filter_map(|run| run.source);
            places.collect::<std::collections::BTreeSet<_>>().len()
        };
        prop_assert_eq!(found.len(), shown(&summary));
        let mut cursor = Utf16Cursor::new(&source);
        let units: Vec<u16> = source.encode_utf16().collect();
        for blank in &found {
            let typed = source.get(blank.span.range());
            let (from, to) = (cursor.place(blank.span.start as usize), cursor.place(blank.span.end as usize));
            prop_assert_eq!(typed.map(str::to_owned), String::from_utf16(&units[from..to]).ok());
        }
        if found.is_empty() {
            return Ok(());
        }
        let mut values = Facts::default();
        for (index, value) in fills {
            values.set(index.index(found.len()).to_string(), value);
        }
        // What each does alone, all do together.
        let mut expected = String::new();
        let mut at = 0;
        for (index, blank) in found.iter().enumerate() {
            let alone = values.0.iter().filter(|(key, _)| *key == index.to_string()).cloned().collect();
            let alone = fill_blanks(&source, &Facts(alone));
            let (before, after) = (&source[..blank.span.start as usize], &source[blank.span.end as usize..]);
            let inside = alone.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
            prop_assert!(inside.is_some(), "{:?} from {:?}", alone, source);
            expected += &source[at..blank.span.start as usize];
            expected += inside.unwrap_or_default();
            at = blank.span.end as usize;
        }
        expected += &source[at..];
        prop_assert_eq!(fill_blanks(&source, &values), expected);
    }

    #[test]
    fn what_is_filled_in_reads_as_the_text_it_is(value in filling(), line in 0_usize..6) {
        let source = ["甲**乙", "**", "- **，丙", "1. 丁**", "|**|己|\n|---|---|\n|庚|**|", "---\nfrom: 甲**\n---\n"][line];
        let count = blanks(source).len();
        let values = Facts((0..count).map(|index| (index.to_string(), value.clone())).collect());
        let text = |source: &str| summarize_text(source, &Options::default());
        let value = trim(&value).replace("\r\n", " ").replace(['\n', '\r'], " ");
        if value.is_empty() {
            return Ok(());
        }
        let filled = fill_blanks(source, &values);
        let (shown, expected) = (text(&filled), text(source).replace("**", &value));
        // A mark at the end of a point, and the counter before a verb, follow what is typed.
        let bare = |text: &str| text.trim_end().trim_end_matches(['。', '；', '.', '?', '!']).replace("一是", "一");
        prop_assert_eq!(bare(&shown), bare(&expected), "{:?}", filled);
    }

    #[test]
    fn computed_facts_never_panic(formula in formula(), values in vec(filling(), 3)) {
        let names = ["甲", "乙", "丙"].map(String::from);
        let given = Facts(names.into_iter().zip(values).collect());
        let formulas = vec![("丙".to_owned(), formula.clone()), ("丁".to_owned(), "丙 / 甲 as %".to_owned())];
        let table = FactTable::new(given, formulas);
        let written = table.value("丙").map(str::to_owned);
        prop_assert_eq!(table.compute("丙", &formula).ok(), written);
        let summary = summarize_source(&format!("{{丙 = {formula}}}"), &Options::default());
        prop_assert!(summary.blocks.len() <= 1);
    }

    #[test]
    fn masking_keeps_lengths_and_structure(source in source(), names in vec("\\PC{1,3}", 0..3)) {
        let masks = Masks { names: names.clone(), keep: vec!["5万".into()] };
        for masking in maskings(&source, &masks) {
            let typed = source.get(masking.span.range());
            prop_assert_eq!(typed.map(|typed| typed.chars().count()), Some(masking.mask.chars().count()));
        }
        let masked = mask(&source, &masks);
        prop_assert_eq!(masked.chars().count(), source.chars().count());
        let changed = source.chars().zip(masked.chars()).filter(|(old, new)| old != new);
        for (_, new) in changed {
            prop_assert_eq!(new, '*');
        }
    }

    #[test]
    fn facts_are_set_and_listed(source in source(), value in filling(), index in any::<prop::sample::Index>()) {
        let set = set_facts(&source, &Facts(vec![("新".into(), value.clone()), ("镇名".into(), value.clone())]));
        prop_assert_eq!(set_facts(&set, &Facts(vec![("新".into(), value)])), set.clone());
        prop_assert!(fact_list(&set).iter().any(|fact| fact.name == "新"), "{:?} from {:?}", set, source);
        let found = blanks(&source);
        if !found.is_empty() {
            let index = index.index(found.len());
            let named = name_blank(&source, index, "新");
            let is_named = named.contains("{新}");
            prop_assert!(is_named, "{:?}", named);
        }
        let _ = read_facts(&source);
    }
}
