//! Sources, outlines and options for the properties.

use outline_summary::compose::Detail;
use outline_summary::outline::{Block, Facts, Layout, Outline, Point, Section};
use outline_summary::style::{Font, Fonts, Page, Pattern, Style};
use outline_summary::summarize::Options;
use outline_summary::text::Text;
use outline_summary::write::TextOptions;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Pieces that mean something to the reader, and some that only look like it.
const TOKENS: [&str; 97] = [
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
    "{和 = 1 + 镇名}",
    "{和}",
    "{差 = 和 / 2 as %}",
    "镇名: 5万\n",
    "×个",
];

pub(crate) fn source() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => vec(prop::sample::select(&TOKENS[..]), 0..40).prop_map(|tokens| tokens.concat()),
        1 => any::<String>(),
        1 => "\\PC{0,60}",
    ]
}

/// What finished texts are made of, and what only looks like it.
const PROSE_TOKENS: [&str; 82] = [
    "\n",
    "\n",
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\u{3000}\u{3000}",
    " ",
    "\t",
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "(一)",
    "㈠",
    "1.",
    "2.",
    "1. ",
    "３．",
    "（1）",
    "①",
    "②",
    "十一、",
    "第一章 ",
    "第一条 ",
    "第二条 ",
    "一是",
    "二是",
    "三是",
    "一要",
    "二要",
    "第一，",
    "第二，",
    "首先，",
    "其次，",
    "最后，",
    "要",
    "是",
    "附件：",
    "附件",
    "各位代表：",
    "特此报告。",
    "2022年12月5日",
    "2022年**月**日",
    "某某镇人民政府",
    "年度工作总结",
    "。",
    "。",
    "；",
    "：",
    "，",
    "……",
    "“",
    "”",
    "（",
    "）",
    "工作情况",
    "深入推进",
    "\\{甲}",
    "{甲}",
    "\u{2028}",
    "二、三季度",
    "5.12个村",
    "1 ",
    "1.1 ",
    "1.2 ",
    "2.1",
    "1）",
    "会议要求，",
    "附件1",
    "附件1：",
    "某政发〔2023〕1号",
    "（此件公开发布）",
    "请批复。",
    "一是：",
    "(a) ",
    "(1) ",
    "; ",
    "Work",
    "---",
];

/// A finished text, as a writer pastes it.
pub(crate) fn prose() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => vec(prop::sample::select(&PROSE_TOKENS[..]), 0..50).prop_map(|tokens| tokens.concat()),
        1 => source(),
    ]
}

/// The first of the characters that stand once each in a [`numbered_source`]: rare ones, in no token.
const FIRST: char = '\u{3400}';

/// A source in which rising characters stand between the tokens, so that one that is lost can be named.
pub(crate) fn numbered_source() -> impl Strategy<Value = String> {
    vec((prop::sample::select(&TOKENS[..]), any::<bool>()), 0..40).prop_map(|tokens| {
        let mut rising = FIRST..;
        tokens
            .into_iter()
            .flat_map(|(token, numbered)| {
                let after = if numbered { rising.next() } else { None };
                token.chars().chain(after)
            })
            .collect()
    })
}

/// Is it one of the rising characters?
pub(crate) fn is_numbered(char: char) -> bool {
    (FIRST..='\u{3500}').contains(&char)
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

pub(crate) fn outline() -> impl Strategy<Value = Outline> {
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

/// A length or size above zero, to the thousandth that front matter holds.
fn measure() -> impl Strategy<Value = f64> {
    (1_u32..400_000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
}

fn page() -> impl Strategy<Value = Page> {
    let margins = (measure(), measure(), measure(), measure());
    let counts = (0_u32..60, 0_u32..60, option::of(measure()));
    (measure(), measure(), margins, counts).prop_map(
        |(width, height, (top, left, right, bottom), (lines, characters, pitch))| Page {
            width,
            height,
            top,
            left,
            right,
            bottom,
            lines,
            characters,
            pitch,
        },
    )
}

fn font() -> impl Strategy<Value = Font> {
    let family = prop::sample::select(&["仿宋_GB2312", "黑体", "Times New Roman", "a\"b\\c", ""][..]);
    let size = prop_oneof![Just(16.0), measure()];
    (family, size, any::<bool>()).prop_map(|(family, size, bold)| Font { family: family.into(), size, bold })
}

fn fonts() -> impl Strategy<Value = Fonts> {
    let own = (font(), vec(font(), 0..7), font(), font(), font()).prop_map(
        |(title, headings, body, table, page_number)| Fonts { title, headings, body, table, page_number },
    );
    prop_oneof![Just(Fonts::default()), own]
}

pub(crate) fn style() -> impl Strategy<Value = Style> {
    let mark = || prop::sample::select(&["", " ", "。", ".", ";", "；", "：", "\t", "甲"][..]);
    let patterns = || {
        let known =
            &["一、", "（一）", "1.", "①", "1.1 ", "I. ", "a)", "第一章 ", "一是", "(1) ", "", "甲"][..];
        vec(prop::sample::select(known), 0..6)
            .prop_map(|patterns| patterns.into_iter().map(Pattern::from).collect::<Vec<_>>())
    };
    let marks = (mark(), mark(), mark(), mark());
    let paper = (prop_oneof![Just(Page::default()), page()], fonts(), any::<bool>(), any::<bool>());
    let own = (patterns(), patterns(), any::<bool>(), marks, mark(), paper).prop_map(
        |(
            numbering,
            counters,
            run_on,
            (between, end, intro, gap),
            indent,
            (page, fonts, seal, page_numbers),
        )| Style {
            name: "own".into(),
            numbering,
            counters,
            run_on,
            between: between.into(),
            end: end.into(),
            intro: intro.into(),
            gap: gap.into(),
            indent: indent.into(),
            page,
            fonts,
            seal,
            page_numbers,
            ..Style::gongwen()
        },
    );
    let built_in = prop::sample::select(&Style::BUILT_IN[..]);
    prop_oneof![built_in.prop_map(|name| Style::built_in(name).unwrap_or_default()), own]
}

pub(crate) fn options() -> impl Strategy<Value = Options> {
    let detail = prop::sample::select(&[Detail::Full, Detail::Full, Detail::Brief, Detail::Headings][..]);
    let fact = "\\PC{0,4}".prop_map(|value| Facts(vec![("镇名".into(), value)]));
    let facts = prop_oneof![2 => Just(Facts::default()), 1 => fact];
    let text = (any::<bool>(), any::<bool>());
    (detail, option::weighted(0.5, style()), facts, text).prop_map(
        |(detail, style, facts, (indent, blank_lines))| Options {
            detail,
            style,
            facts,
            text: TextOptions { indent, blank_lines, hard_lines: false },
        },
    )
}

/// A value that a writer fills in, with marks that mean something elsewhere.
pub(crate) fn filling() -> impl Strategy<Value = String> {
    let tokens = &[
        "#", " ", "- ", "1. ", "12", "3,400", ".5", "万元", "%", "{", "}", "{镇名}", "\\", "|", "---", "-->",
        "<!--", ">", "甲", "𠮷", "\n", "\r\n", "a", "+ ", ":", "_", "，",
    ][..];
    vec(prop::sample::select(tokens), 0..5).prop_map(|tokens| tokens.concat())
}

/// What may stand behind the equals sign of a fact.
pub(crate) fn formula() -> impl Strategy<Value = String> {
    let tokens = &[
        "甲",
        "乙",
        "丙",
        "1",
        "0",
        "3,400万",
        "85%",
        "99999999999999999999",
        "0.1",
        "+",
        "-",
        "*",
        "/",
        "÷",
        "（",
        "）",
        "(",
        ")",
        " ",
        " as ",
        "%",
        "%.1",
        "0.00",
        ",",
        "亿元",
        "as",
        "万",
        ".9",
        "𠮷",
    ][..];
    prop_oneof![
        6 => vec(prop::sample::select(tokens), 0..12).prop_map(|tokens| tokens.concat()),
        1 => "[^{}\r\n]{0,20}",
    ]
}
