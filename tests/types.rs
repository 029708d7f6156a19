//! Holds `www/core.d.ts`, the types as data and what goes out to JavaScript together: none can drift from the others.

use outline_summary::face::shape::{Field, Interface, Shape};
use outline_summary::face::types::{
    BLANK, BLOCK, FACT, FINDING, INTERFACES, MASKING, OUTLINE, SPLICE, STATS, SUMMARY_BLOCK, UNIONS,
};
use outline_summary::face::views::{FactView, Viewer};
use outline_summary::face::{Plain, check};
use outline_summary::fill::{blanks, fact_list};
use outline_summary::mask::{Masks, maskings};
use outline_summary::normalize::normalize;
use outline_summary::outline::{Layout, Outline, Point, Section};
use outline_summary::read::parse;
use outline_summary::session::Session;
use outline_summary::summarize::{Options, summarize_source};
use serde::Serialize;
use std::collections::BTreeSet;

#[test]
fn the_declarations_say_what_the_types_say() {
    let mut declared = declarations(include_str!("../www/core.d.ts"));
    let interfaces = INTERFACES.iter().map(|interface| {
        (interface.name.to_owned(), interface.fields.iter().map(declaration).collect::<Vec<_>>())
    });
    let unions = UNIONS.iter().map(|union| {
        let variants = union.variants.iter().map(|(kind, fields)| {
            let fields = fields.iter().map(declaration);
            let all: Vec<_> = std::iter::once(format!("kind: \"{kind}\"")).chain(fields).collect();
            format!("{{ {} }}", all.join("; "))
        });
        (union.name.to_owned(), variants.collect())
    });
    let mut expected: Vec<_> = interfaces.chain(unions).collect();
    expected.sort();
    declared.sort();
    similar_asserts::assert_eq!(declared, expected);
}

fn declaration(Field { name, shape, optional }: &Field) -> String {
    format!("{name}{}: {}", if *optional { "?" } else { "" }, shape.typescript())
}

/// The interfaces of a declaration file with their fields, and its union types with their variants.
fn declarations(file: &str) -> Vec<(String, Vec<String>)> {
    let code = without_comments(file);
    let mut found = Vec::new();
    for part in code.split("export ").skip(1) {
        if let Some((name, body)) = part.strip_prefix("interface ").and_then(|part| part.split_once('{')) {
            let fields = body.trim().trim_end_matches('}');
            found.push((name.trim().into(), pieces(fields, ';')));
        } else if let Some((name, body)) = part.strip_prefix("type ").and_then(|part| part.split_once('=')) {
            found.push((name.trim().into(), pieces(body.trim().trim_end_matches(';'), '|')));
        }
    }
    found
}

fn without_comments(code: &str) -> String {
    let mut rest = code;
    let mut kept = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept + rest
}

/// What stands between separators outside braces, its blanks made one and without the `|` of a long union.
fn pieces(code: &str, separator: char) -> Vec<String> {
    let mut depth = 0;
    let outside = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0 && c == separator
    };
    let parts = code.split(outside).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    let on_one_line = |part: String| part.replace(": | ", ": ").replace("( | ", "(").replace(" )[]", ")[]");
    parts.map(on_one_line).filter(|part| !part.is_empty()).collect()
}

/// What shows every field that can go out.
const SOURCES: [&str; 3] = [
    include_str!("documents/bureau-2024.md"),
    include_str!("documents/company-2023-half.md"),
    "---\nto: 各村\nfrom: 办公室\ndate: 2024-7-5\nattachments: [台账]\nstyle: gongwen\nfacts:\n  村名: 柳溪\n作者: 周\n---\n\
     # 总结\n## {=（甲）} 去{村名}\n## 四、共**户，\n做法。\n- {=首先，} 学习\n- 整改\n\n\
     - 松散\n\n- 列表\n\n1. 编号\n\n| 类 | 数 |\n| --- | --- |\n| 甲 | 2 |\n\n> 待核\n\n---\n特此报告。\n",
];

const SPLICES: Shape = Shape::List(&Shape::Object(&SPLICE));
const BLANKS: Shape = Shape::List(&Shape::Object(&BLANK));
const MASKINGS: Shape = Shape::List(&Shape::Object(&MASKING));
const FINDINGS: Shape = Shape::List(&Shape::Object(&FINDING));

#[test]
fn what_goes_out_is_of_the_types() {
    let mut seen = BTreeSet::new();
    let splices = Session::new("甲\n\n乙", Options::default()).edit(0, 1, "丙");
    assert_is(&splices, SPLICES, &mut seen);
    for source in SOURCES {
        let summary = summarize_source(source, &Options::default());
        let mut viewer = Viewer::of_source(source);
        assert_is(&viewer.findings(&summary.findings), FINDINGS, &mut seen);
        for block in &summary.blocks {
            assert_is(&viewer.block(block, 0), Shape::Object(&SUMMARY_BLOCK), &mut seen);
        }
        assert_is(&summary.stats(), Shape::Object(&STATS), &mut seen);
        assert_is(&parse(source).0, Shape::Object(&OUTLINE), &mut seen);
    }
    let filling = "## 工作\n\n接待**人次，{甲 = 1 + 2}，{乙}镇，5个。\n";
    let mut viewer = Viewer::of_source(filling);
    assert_is(&viewer.blanks(&blanks(filling)), BLANKS, &mut seen);
    let masked = maskings(filling, &Masks::default());
    assert_is(&viewer.maskings(filling, &masked), MASKINGS, &mut seen);
    for fact in &fact_list(filling) {
        assert_is(&FactView::of(fact), Shape::Object(&FACT), &mut seen);
    }
    let (_, findings) = normalize(not_normal());
    assert_is(&Viewer::of_source("").findings(&findings), FINDINGS, &mut seen);
    assert_is(&not_normal(), Shape::Object(&OUTLINE), &mut seen);

    let mut expected = BTreeSet::new();
    for root in [&BLANK, &FACT, &MASKING, &SPLICE, &FINDING, &SUMMARY_BLOCK, &STATS, &OUTLINE] {
        list_fields(Shape::Object(root), &mut expected);
    }
    similar_asserts::assert_eq!(seen, expected, "some fields of the types never go out");
}

fn not_normal() -> Outline {
    let point = Point { text: "甲\n乙".into(), ..Point::default() };
    let points = outline_summary::outline::Block::Points { layout: Layout::Separate, points: vec![point] };
    let section = Section { level: 1, heading: "丙".into(), body: vec![points], ..Section::default() };
    Outline { title: Some("总结".into()), sections: vec![section], ..Outline::default() }
}

/// Checks that a value is of a shape, and notes which of its fields and words are there.
fn assert_is(value: &(impl Serialize + ?Sized), shape: Shape, seen: &mut BTreeSet<String>) {
    let plain = plain(serde_json::to_value(value).unwrap());
    if let Err(wrong) = check(&plain, shape, "value", "") {
        panic!("{wrong} in {plain:?}");
    }
    note(&plain, shape, seen);
}

fn plain(value: serde_json::Value) -> Plain {
    use serde_json::Value;
    match value {
        Value::Null => Plain::Other("null"),
        Value::Bool(truth) => Plain::Truth(truth),
        Value::Number(number) => Plain::Number(number.as_f64().unwrap()),
        Value::String(text) => Plain::Text(text),
        Value::Array(items) => Plain::List(items.into_iter().map(plain).collect()),
        Value::Object(fields) => {
            Plain::Object(fields.into_iter().map(|(name, value)| (name, plain(value))).collect())
        }
    }
}

fn note(value: &Plain, shape: Shape, seen: &mut BTreeSet<String>) {
    match (shape, value) {
        (Shape::List(inner), Plain::List(items)) => items.iter().for_each(|item| note(item, *inner, seen)),
        (Shape::Object(Interface { name, fields }), Plain::Object(entries)) => {
            note_fields(name, fields, entries, seen);
        }
        (Shape::Variants(union), Plain::Object(entries)) => {
            for (kind, fields) in union.variants {
                if entries.contains(&("kind".into(), Plain::Text((*kind).into()))) {
                    note_fields(kind, fields, entries, seen);
                }
            }
        }
        _ => {}
    }
}

fn note_fields(owner: &str, fields: &[Field], entries: &[(String, Plain)], seen: &mut BTreeSet<String>) {
    for (name, value) in entries {
        let Some(field) = fields.iter().find(|field| field.name == name) else { continue };
        seen.insert(format!("{owner}.{name}"));
        if let (Shape::Words(_), Plain::Text(word)) = (field.shape, value) {
            seen.insert(format!("{owner}.{name}={word}"));
        }
        note(value, field.shape, seen);
    }
}

/// Lists the fields and words that values of a shape can have.
fn list_fields(shape: Shape, listed: &mut BTreeSet<String>) {
    match shape {
        Shape::List(inner) => list_fields(*inner, listed),
        Shape::Object(Interface { name, fields }) => list_all(name, fields, listed),
        Shape::Variants(union) => {
            union.variants.iter().for_each(|(kind, fields)| list_all(kind, fields, listed));
        }
        _ => {}
    }
}

fn list_all(owner: &str, fields: &[Field], listed: &mut BTreeSet<String>) {
    for Field { name, shape, .. } in fields {
        let is_new = listed.insert(format!("{owner}.{name}"));
        if let Shape::Words(words) = shape {
            listed.extend(words.iter().map(|word| format!("{owner}.{name}={word}")));
        }
        // A section holds sections: one round is enough.
        if is_new {
            list_fields(*shape, listed);
        }
    }
}

#[test]
fn every_object_of_the_types_is_listed() {
    let mut reached = BTreeSet::new();
    for interface in INTERFACES {
        names(Shape::Object(interface), &mut reached);
    }
    let listed: BTreeSet<_> = INTERFACES.iter().map(|interface| interface.name).chain([BLOCK.name]).collect();
    assert_eq!(reached, listed);
}

/// The names of the types that a shape reaches.
fn names(shape: Shape, reached: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::List(inner) | Shape::Record(inner) => names(*inner, reached),
        Shape::Object(interface) | Shape::WordsOr(_, interface) if reached.insert(interface.name) => {
            interface.fields.iter().for_each(|field| names(field.shape, reached));
        }
        Shape::Variants(union) if reached.insert(union.name) => {
            let fields = union.variants.iter().flat_map(|(_, fields)| *fields);
            fields.for_each(|field| names(field.shape, reached));
        }
        _ => {}
    }
}
