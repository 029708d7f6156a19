//! What holds for every input. `PROPTEST_CASES` sets how many are tried.

use outline_summary::compose::Detail;
use outline_summary::normalize::normalize;
use outline_summary::outline::{Block, Facts, Layout, Outline, Point, Section};
use outline_summary::read::{parse, read_markdown};
use outline_summary::session::{Session, Splice};
use outline_summary::style::Style;
use outline_summary::summarize::{Options, Summary, summarize_outline, summarize_source};
use outline_summary::text::Text;
use outline_summary::text::span::utf16_len;
use outline_summary::write::{TextOptions, markdown};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Pieces that mean something to the reader, and some that only look like it.
const TOKENS: [&str; 92] = [
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\r\n",
    "\r",
    "  ",
    "    ",
    "\t",
    "\u{3000}",
    "\u{FEFF}",
    "\u{A0}",
    "#",
    "# ",
    "## ",
    "### ",
    "###### ",
    "####### ",
    "- ",
    "- ",
    "-",
    "+ ",
    "* ",
    "1. ",
    "2. ",
    "10. ",
    "1) ",
    "2022. ",
    "---",
    "---\n",
    "--",
    "***",
    "===",
    "> ",
    ">",
    "<!--",
    "-->",
    "<!-- 注 -->",
    "<!-- -->",
    "|",
    "| 甲 | 乙 |\n",
    "| --- | --- |\n",
    "a | b\n--- | ---\n",
    "\\",
    "\\#",
    "\\\\",
    "\\{",
    "{",
    "}",
    "{-}",
    "{-} ",
    "{=}",
    "{=（四）} ",
    "{=a\\}b}",
    "{镇名}",
    "一、",
    "（一）",
    "(2)",
    "1.",
    "３．",
    "①",
    "㈠",
    "一是",
    "二是",
    "第一，",
    "要",
    "是",
    "要素",
    "。",
    "！",
    "；",
    "：",
    "，",
    "……",
    "”",
    "“",
    "（",
    "）",
    "甲",
    "工作情况",
    "深入",
    "a",
    "Z9",
    "𠮷",
    "😀",
    "**",
    "title: 甲\n",
    "facts:\n  镇名: 严道\n",
    "附件:\n  - 甲\n",
    "[a, b]",
    "\0",
];

fn source() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => vec(prop::sample::select(&TOKENS[..]), 0..40).prop_map(|tokens| tokens.concat()),
        1 => any::<String>(),
        1 => "\\PC{0,60}",
    ]
}

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![
        4 => vec(prop::sample::select(&TOKENS[..]), 0..6).prop_map(|tokens| tokens.concat()),
        1 => any::<String>(),
    ]
    .prop_map(Text::from)
}

fn number() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.3, prop_oneof![Just(String::new()), text().prop_map(|text| text.to_string())])
}

fn point() -> impl Strategy<Value = Point> {
    let leaf = (text(), number()).prop_map(|(text, number)| Point { text, number, ..Point::default() });
    leaf.prop_recursive(3, 12, 3, |inner| {
        (text(), number(), vec(inner, 0..3)).prop_map(|(text, number, points)| Point {
            text,
            number,
            points,
            ..Point::default()
        })
    })
}

fn block() -> impl Strategy<Value = Block> {
    let layout = prop::sample::select(&[Layout::RunOn, Layout::Separate, Layout::Numbered][..]);
    prop_oneof![
        3 => text().prop_map(|text| Block::Paragraph { text }),
        3 => (layout, vec(point(), 0..4)).prop_map(|(layout, points)| Block::Points { layout, points }),
        1 => (vec(text(), 0..3), vec(vec(text(), 0..4), 0..3)).prop_map(|(header, rows)| Block::Table { header, rows }),
        1 => text().prop_map(|text| Block::Note { text }),
    ]
}

fn section() -> impl Strategy<Value = Section> {
    let own = || (0_u8..8, text(), number(), vec(block(), 0..3));
    let leaf = own().prop_map(|(level, heading, number, body)| Section {
        level,
        heading,
        number,
        body,
        ..Section::default()
    });
    leaf.prop_recursive(3, 10, 3, move |inner| {
        (own(), vec(inner, 0..3)).prop_map(|((level, heading, number, body), sections)| Section {
            level,
            heading,
            number,
            body,
            sections,
            ..Section::default()
        })
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    vec((text(), text()), 0..3).prop_map(|facts| {
        Facts(facts.into_iter().map(|(name, value)| (name.to_string(), value.to_string())).collect())
    })
}

fn outline() -> impl Strategy<Value = Outline> {
    let line = || option::weighted(0.3, text());
    let front = (line(), line(), line(), line(), vec(text(), 0..3), line(), facts());
    let body = (vec(block(), 0..3), vec(section(), 0..3), vec(block(), 0..3));
    (front, body).prop_map(
        |((title, to, from, date, attachments, style, facts), (opening, sections, closing))| Outline {
            title,
            to,
            from,
            date,
            attachments,
            style,
            facts,
            opening,
            sections,
            closing,
        },
    )
}

fn options() -> impl Strategy<Value = Options> {
    let detail = prop::sample::select(&[Detail::Full, Detail::Full, Detail::Brief, Detail::Headings][..]);
    let style = option::weighted(0.3, prop::sample::select(&Style::BUILT_IN[..]));
    (detail, style).prop_map(|(detail, style)| Options {
        detail,
        style: style.and_then(Style::built_in),
        ..Options::default()
    })
}

fn plain(summary: &Summary) -> String {
    summary.text(TextOptions::default())
}

/// Letters and figures that a reader would miss: not those that serve as markers.
fn content(text: &str) -> Vec<char> {
    text.chars().filter(|char| char.is_alphabetic() || matches!(char, '😀' | '*' | '。' | '“')).collect()
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
        let session = Session::with_chunks_of(1, &source, Options::default());
        for (byte, _) in source.char_indices() {
            let span = outline_summary::text::span::Span::new(0, byte);
            prop_assert_eq!(session.utf16(span), (0, utf16_len(&source[..byte])));
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
                let date = block.role == outline_summary::summary::Role::Date;
                prop_assert!(!simple || date || shown.trim() == typed.trim(), "{:?} at {:?}", shown, typed);
            }
        }
    }

    #[test]
    fn nothing_typed_is_lost(source in source()) {
        let document = read_markdown(&source);
        let mut kept: String = plain(&summarize_source(&source, &Options::default()));
        for finding in &document.findings {
            kept += &finding.message.zh;
        }
        for finding in summarize_source(&source, &Options::default()).findings {
            kept += &finding.message.zh;
        }
        let (outline, _) = parse(&source);
        // Facts, notes, prefixes and numbers are told by the outline.
        kept += &markdown(&outline);
        kept += &format!("{:?}", document.front);
        let mut left = content(&kept);
        left.sort_unstable();
        left.dedup();
        for char in content(&source) {
            let key = ["title", "facts", "附件"].iter().any(|key| key.contains(char));
            let number = "一二三四第要是".contains(char);
            prop_assert!(key || number || left.binary_search(&char).is_ok(), "{:?} is lost from {:?}: {:?}", char, source, outline);
        }
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
    fn to_markdown_is_stable(source in source()) {
        let once = markdown(&normalize(parse(&source).0).0);
        let twice = markdown(&normalize(parse(&once).0).0);
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn an_edited_session_equals_a_fresh_one(
        source in source(),
        edits in vec((any::<prop::sample::Index>(), 0_usize..12, source()), 1..6),
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
                let new: Vec<_> = session.blocks_at(at, inserted).map(|block| format!("{:?}{:?}", block.role, block.text)).collect();
                shown.splice(at..at + removed, new);
            }
            prop_assert_eq!(&shown, &expected, "patched: {:?}", edited);
        }
    }
}
