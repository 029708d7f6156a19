//! Every exported type. `www/core.d.ts` says the same with its documentation.

use super::shape::Shape::{
    List, Number, Numerals, Object, Positive, Record, Text, Truth, Variants, Whole, Words, WordsOr,
};
use super::shape::{Field, Shape};
use super::shape::{Interface, Union};
use crate::style::Style;

/// [`outline::Outline`](crate::outline::Outline).
pub static OUTLINE: Interface = Interface {
    name: "Outline",
    fields: &[
        Field::may("title", Text),
        Field::may("to", Text),
        Field::may("from", Text),
        Field::may("date", Text),
        Field::may("attachments", List(&Text)),
        Field::may("style", Text),
        Field::may("facts", Record(&Text)),
        Field::must("opening", List(&Variants(&BLOCK))),
        Field::must("sections", List(&Object(&SECTION))),
        Field::must("closing", List(&Variants(&BLOCK))),
    ],
};

/// [`outline::Section`](crate::outline::Section).
pub static SECTION: Interface = Interface {
    name: "Section",
    fields: &[
        Field::must("level", Numerals(&[1, 2, 3, 4, 5])),
        Field::must("heading", Text),
        Field::may("number", Text),
        Field::must("body", List(&Variants(&BLOCK))),
        Field::must("sections", List(&Object(&SECTION))),
    ],
};

/// [`outline::Block`](crate::outline::Block).
pub static BLOCK: Union = Union {
    name: "Block",
    variants: &[
        ("paragraph", &[Field::must("text", Text)]),
        (
            "points",
            &[
                Field::must("layout", Words(&["runOn", "separate", "numbered"])),
                Field::must("points", List(&Object(&POINT))),
            ],
        ),
        ("table", &[Field::must("header", List(&Text)), Field::must("rows", List(&List(&Text)))]),
        ("note", &[Field::must("text", Text)]),
    ],
};

/// [`outline::Point`](crate::outline::Point).
pub static POINT: Interface = Interface {
    name: "Point",
    fields: &[
        Field::must("text", Text),
        Field::may("number", Text),
        Field::must("points", List(&Object(&POINT))),
    ],
};

/// [`summarize::Options`](crate::summarize::Options).
pub static OPTIONS: Interface = Interface {
    name: "Options",
    fields: &[
        Field::may("style", WordsOr(&Style::BUILT_IN, &STYLE)),
        Field::may("detail", Words(&["full", "brief", "headings"])),
        Field::may("indent", Truth),
        Field::may("blankLines", Truth),
        Field::may("hardLines", Truth),
        Field::may("facts", Record(&Text)),
    ],
};

/// [`summary::Role`](crate::summary::Role).
const ROLE: Shape = Words(&[
    "title",
    "addressee",
    "heading",
    "runIn",
    "body",
    "closing",
    "table",
    "attachment",
    "signature",
    "date",
]);

/// [`style::Style`](crate::style::Style).
pub static STYLE: Interface = Interface {
    name: "Style",
    fields: &[
        Field::may("name", Text),
        Field::may("numbering", List(&Text)),
        Field::may("through", List(&Numerals(&[1, 2, 3, 4, 5]))),
        Field::may("counters", List(&Text)),
        Field::may("runOn", Truth),
        Field::may("between", Text),
        Field::may("end", Text),
        Field::may("intro", Text),
        Field::may("gap", Text),
        Field::may("addressee", Text),
        Field::may("attachment", Text),
        Field::may("attachmentNumber", Text),
        Field::may("date", Text),
        Field::may("indent", Text),
        Field::may("indented", List(&ROLE)),
        Field::may("blankLines", Truth),
        Field::may("page", Object(&PAGE)),
        Field::may("fonts", Object(&FONTS)),
        Field::may("seal", Truth),
        Field::may("pageNumbers", Truth),
    ],
};

/// [`style::Page`](crate::style::Page).
pub static PAGE: Interface = Interface {
    name: "Page",
    fields: &[
        Field::may("width", Number),
        Field::may("height", Number),
        Field::may("top", Number),
        Field::may("left", Number),
        Field::may("right", Number),
        Field::may("bottom", Number),
        Field::may("lines", Whole),
        Field::may("characters", Whole),
        Field::may("pitch", Positive),
    ],
};

/// [`style::Fonts`](crate::style::Fonts).
pub static FONTS: Interface = Interface {
    name: "Fonts",
    fields: &[
        Field::may("title", Object(&FONT)),
        Field::may("headings", List(&Object(&FONT))),
        Field::may("body", Object(&FONT)),
        Field::may("table", Object(&FONT)),
        Field::may("pageNumber", Object(&FONT)),
    ],
};

/// [`style::Font`](crate::style::Font).
pub static FONT: Interface = Interface {
    name: "Font",
    fields: &[Field::may("family", Text), Field::may("size", Positive), Field::may("bold", Truth)],
};

/// What `summarize` gives.
pub static SUMMARY: Interface = Interface {
    name: "Summary",
    fields: &[
        Field::must("text", Text),
        Field::must("blocks", List(&Object(&SUMMARY_BLOCK))),
        Field::must("findings", List(&Object(&FINDING))),
        Field::must("stats", Object(&STATS)),
    ],
};

/// [`summary::Block`](crate::summary::Block).
pub static SUMMARY_BLOCK: Interface = Interface {
    name: "SummaryBlock",
    fields: &[
        Field::must("role", ROLE),
        Field::must("level", Whole),
        Field::must("text", Text),
        Field::must("runs", List(&Object(&RUN))),
    ],
};

/// [`summary::Run`](crate::summary::Run).
pub static RUN: Interface = Interface {
    name: "Run",
    fields: &[
        Field::must("kind", Words(&["number", "heading", "text", "blank", "fact", "mark", "cell", "row"])),
        Field::must("text", Text),
        Field::may("from", Whole),
        Field::may("to", Whole),
    ],
};

/// [`finding::Finding`](crate::finding::Finding).
pub static FINDING: Interface = Interface {
    name: "Finding",
    fields: &[
        Field::must("code", Text),
        Field::must("severity", Words(&["error", "warning", "info"])),
        Field::may("from", Whole),
        Field::may("to", Whole),
        Field::may("path", Text),
        Field::must("message", Object(&MESSAGE)),
        Field::may("hint", Object(&MESSAGE)),
        Field::may("fix", Object(&FIX)),
    ],
};

/// [`finding::Message`](crate::finding::Message).
pub static MESSAGE: Interface =
    Interface { name: "Message", fields: &[Field::must("zh", Text), Field::must("en", Text)] };

/// [`finding::Fix`](crate::finding::Fix).
pub static FIX: Interface = Interface {
    name: "Fix",
    fields: &[Field::must("label", Object(&MESSAGE)), Field::must("edits", List(&Object(&EDIT)))],
};

/// [`finding::Edit`](crate::finding::Edit).
pub static EDIT: Interface = Interface {
    name: "Edit",
    fields: &[Field::must("from", Whole), Field::must("to", Whole), Field::must("text", Text)],
};

/// [`stats::Stats`](crate::stats::Stats).
pub static STATS: Interface = Interface {
    name: "Stats",
    fields: &[
        Field::must("words", Whole),
        Field::must("characters", Whole),
        Field::must("charactersWithSpaces", Whole),
        Field::must("paragraphs", Whole),
        Field::must("blanks", Whole),
        Field::must("pages", Whole),
        Field::must("lines", Whole),
        Field::must("sections", List(&Object(&SECTION_STATS))),
    ],
};

/// [`stats::SectionStats`](crate::stats::SectionStats).
pub static SECTION_STATS: Interface = Interface {
    name: "SectionStats",
    fields: &[
        Field::must("level", Whole),
        Field::must("number", Text),
        Field::must("heading", Text),
        Field::must("words", Whole),
        Field::must("characters", Whole),
        Field::must("charactersWithSpaces", Whole),
    ],
};

/// What `parse` and `normalize` give.
pub static PARSED: Interface = Interface {
    name: "Parsed",
    fields: &[Field::must("outline", Object(&OUTLINE)), Field::must("findings", List(&Object(&FINDING)))],
};

/// What `readText` takes.
pub static READ_OPTIONS: Interface =
    Interface { name: "ReadOptions", fields: &[Field::may("normalize", Truth)] };

/// [`read::Prose`](crate::read::Prose).
pub static FINISHED_TEXT: Interface = Interface {
    name: "FinishedText",
    fields: &[
        Field::must("outline", Object(&OUTLINE)),
        Field::must("markdown", Text),
        Field::must("findings", List(&Object(&FINDING))),
        Field::must("habits", Object(&STYLE)),
    ],
};

/// A stretch of the summary that an edit replaced: [`session::Splice`](crate::session::Splice).
pub static SPLICE: Interface = Interface {
    name: "Splice",
    fields: &[Field::must("at", Whole), Field::must("removed", Whole), Field::must("inserted", Whole)],
};

/// [`fill::Blank`](crate::fill::Blank).
pub static BLANK: Interface = Interface {
    name: "Blank",
    fields: &[
        Field::must("index", Whole),
        Field::must("from", Whole),
        Field::must("to", Whole),
        Field::must("run", Text),
        Field::must("before", Text),
        Field::must("after", Text),
        Field::may("unit", Text),
        Field::may("name", Text),
        Field::may("section", Text),
        Field::may("kind", Text),
    ],
};

/// [`fill::NamedFact`](crate::fill::NamedFact).
pub static FACT: Interface = Interface {
    name: "Fact",
    fields: &[
        Field::must("name", Text),
        Field::may("value", Text),
        Field::may("formula", Text),
        Field::must("uses", Whole),
    ],
};

/// [`mask::Masks`](crate::mask::Masks).
pub static MASK_OPTIONS: Interface = Interface {
    name: "MaskOptions",
    fields: &[Field::may("names", List(&Text)), Field::may("keep", List(&Text))],
};

/// [`mask::Masking`](crate::mask::Masking).
pub static MASKING: Interface = Interface {
    name: "Masking",
    fields: &[
        Field::must("from", Whole),
        Field::must("to", Whole),
        Field::must("run", Text),
        Field::must("mask", Text),
    ],
};

/// All object types, in the order of `core.d.ts`.
pub static INTERFACES: [&Interface; 25] = [
    &OUTLINE,
    &SECTION,
    &POINT,
    &OPTIONS,
    &STYLE,
    &PAGE,
    &FONTS,
    &FONT,
    &PARSED,
    &SUMMARY,
    &SUMMARY_BLOCK,
    &RUN,
    &FINDING,
    &MESSAGE,
    &FIX,
    &EDIT,
    &STATS,
    &SECTION_STATS,
    &READ_OPTIONS,
    &FINISHED_TEXT,
    &SPLICE,
    &BLANK,
    &FACT,
    &MASK_OPTIONS,
    &MASKING,
];

/// All types of several objects.
pub static UNIONS: [&Union; 1] = [&BLOCK];
