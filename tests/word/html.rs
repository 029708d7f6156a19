//! HTML for the clipboard. It is written as XML too, so it is parsed as such.

use crate::package::{Element, parsed};
use crate::{SOURCE, visible};
use outline_summary::layout::Advances;
use outline_summary::style::Style;
use outline_summary::summarize::{Options, Summary, summarize_source};
use outline_summary::text::space::trim;
use outline_summary::write::html;

fn body(summary: &Summary) -> Element {
    let mut page = parsed(&html(&summary.blocks, &summary.style, &Advances::default()));
    page.children.pop().unwrap()
}

/// The lines that are seen, without the blanks at their ends; cells are parted by blanks.
pub(crate) fn lines(summary: &Summary) -> Vec<String> {
    let mut all = Vec::new();
    for element in &body(summary).children {
        if element.name == "table" {
            all.extend(element.all("tr").map(row));
        } else {
            all.extend(element.text().split(['\n', '\r']).map(visible));
        }
    }
    all.iter().map(|line| trim(line).to_owned()).filter(|line| !line.is_empty()).collect()
}

fn row(row: &Element) -> String {
    row.all("td").map(|cell| trim(&visible(&cell.text())).to_owned()).collect::<Vec<_>>().join(" ")
}

fn standard() -> Element {
    let options = Options { style: Some(Style::gongwen()), ..Options::default() };
    body(&summarize_source(SOURCE, &options))
}

/// What the style of an element says of a property.
fn told<'a>(element: &'a Element, property: &str) -> &'a str {
    let style = element.attribute("style");
    let told = style.split(';').filter_map(|told| told.split_once(':'));
    told.filter(|(name, _)| *name == property).map(|(_, value)| value).next_back().unwrap_or_default()
}

#[test]
fn each_part_of_the_text_has_its_look() {
    let body = standard();
    let shown: Vec<_> = body
        .children
        .iter()
        .filter(|element| !element.text().is_empty() && element.name != "table")
        .map(|element| {
            let span = element.all("span").next().unwrap();
            let family = told(span, "mso-fareast-font-family").trim_matches('\'');
            let look = ["text-align", "text-indent", "line-height"].map(|property| told(element, property));
            (element.name.as_str(), family, told(span, "font-size"), look)
        })
        .collect();
    let (indented, flush) = (["justify", "32.00pt", "28.95pt"], ["justify", "0.00pt", "28.95pt"]);
    let fang_song = "仿宋_GB2312";
    let expected = [
        ("p", "方正小标宋简体", "22.00pt", ["center", "0.00pt", "28.95pt"]),
        ("p", fang_song, "16.00pt", flush),
        ("p", fang_song, "16.00pt", indented),
        ("h1", "黑体", "16.00pt", indented),
        ("p", "楷体_GB2312", "16.00pt", indented),
        ("h3", fang_song, "16.00pt", indented),
        ("p", fang_song, "16.00pt", indented),
        ("p", fang_song, "16.00pt", ["justify", "-62.50pt", "28.95pt"]),
        ("p", fang_song, "16.00pt", ["justify", "-15.40pt", "28.95pt"]),
        ("p", fang_song, "16.00pt", ["right", "0.00pt", "28.95pt"]),
        ("p", fang_song, "16.00pt", ["right", "0.00pt", "28.95pt"]),
    ];
    assert_eq!(shown, expected);
    for element in body.children.iter().filter(|element| element.name.starts_with('h')) {
        assert_eq!(told(element, "mso-outline-level"), &element.name[1..]);
        assert_eq!(told(element.all("span").next().unwrap(), "font-weight"), "normal");
    }
}

#[test]
fn the_heading_of_a_run_in_alone_is_set_as_one() {
    let body = standard();
    let run_in = body.children.iter().find(|element| element.text().starts_with("（一）")).unwrap();
    let spans: Vec<_> =
        run_in.all("span").map(|span| (told(span, "mso-fareast-font-family"), span.text())).collect();
    let expected = [("'楷体_GB2312'", "（一）学习。"), ("'仿宋_GB2312'", "一是读“原文”；二是写心得。")];
    assert_eq!(spans, expected.map(|(family, text)| (family, text.to_owned())));
}

#[test]
fn no_style_breaks_out_of_its_place() {
    let mut style = Style::gongwen();
    style.fonts.body.family = "x\\';color:red;\"><script>".into();
    let summary = summarize_source(
        "<script>甲</script> & \"乙\"",
        &Options { style: Some(style), ..Options::default() },
    );
    let body = body(&summary);
    assert_eq!(body.text(), "<script>甲</script> & \"乙\"");
    assert_eq!(told(body.all("span").next().unwrap(), "color"), "");
}
