//! Word documents (.docx, ISO/IEC 29500) into an outline: first into finished text, as the reader of the document sees
//! it, then as any finished text.

mod contents;
mod document;
mod list;
mod numeral;
mod package;
mod parts;
mod seen;
mod xml;

use super::prose::{Prose, read_noted};
use crate::finding::{Finding, Message, Severity, message};
use crate::text::space::{is_wide, trim};
use document::read_document;
use list::Lists;
use package::Package;
pub use package::Unreadable;
use parts::Parts;
use seen::Seen;
use std::collections::BTreeSet;
use xml::texts;

/// Reads a Word document. Comments become notes; what has no place in an outline is told.
///
/// # Errors
/// Why the file cannot be read.
pub fn read_docx(bytes: &[u8]) -> Result<Prose, Unreadable> {
    let package = Package::open(bytes)?;
    let parts = Parts::of(&package)?;
    let seen = seen(&parts)?;
    let mut read = read_noted(&seen.text, &seen.rows, seen.notes.clone());
    let margins = margins(&parts)?;
    read.findings.extend(findings(&seen, &margins));
    Ok(read)
}

fn seen(parts: &Parts) -> Result<Seen, Unreadable> {
    let comments = texts(parts.comments.as_deref().unwrap_or_default(), "comment")?;
    let footnotes = [
        texts(parts.footnotes.as_deref().unwrap_or_default(), "footnote")?,
        texts(parts.endnotes.as_deref().unwrap_or_default(), "endnote")?,
    ];
    let mut keeps_contents = false;
    loop {
        let lists = Lists::of(parts.numbering.as_deref(), parts.styles.as_deref())?;
        let seen = read_document(&parts.document, lists, &comments, &footnotes, keeps_contents)?;
        if let Some(seen) = seen {
            return Ok(seen);
        }
        keeps_contents = true;
    }
}

/// What headers and footers say, each once.
fn margins(parts: &Parts) -> Result<Vec<String>, Unreadable> {
    let mut found: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    for part in &parts.margins {
        for (_, text) in [texts(part, "hdr")?, texts(part, "ftr")?].into_iter().flatten() {
            let says_something = text.chars().any(|char| is_wide(char) || char.is_ascii_alphabetic());
            if says_something && known.insert(text.clone()) {
                found.push(text);
            }
        }
    }
    Ok(found)
}

fn findings(seen: &Seen, margins: &[String]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if seen.text.is_empty() && seen.notes.is_empty() {
        findings.push(no_text(seen.images > 0));
    }
    let mut tell = |code, there_are: bool, what: Message| {
        if there_are {
            findings.push(Finding::new(code, Severity::Info, what));
        }
    };
    let notes = seen.footnotes;
    tell(
        "docx-footnotes",
        notes > 0,
        message(
            format!("文档有 {notes} 条脚注或尾注，已放在该段之后作批注，不进正文"),
            format!("{notes} footnotes or endnotes stand behind their paragraphs as notes, not in the text"),
        ),
    );
    let images = seen.images;
    tell(
        "docx-images",
        images > 0,
        message(format!("文档有 {images} 张图片，未读入"), format!("{images} images are not read")),
    );
    tell(
        "docx-contents",
        seen.contents,
        message(
            "目录未读入：提纲里的标题就是目录",
            "The table of contents is not read: the headings of the outline say the same",
        ),
    );
    tell(
        "docx-figures",
        seen.figures,
        message("图表目录未读入", "The list of figures or tables was not read"),
    );
    let excerpt: Vec<_> =
        margins.iter().map(|text| trim(text).chars().take(40).collect::<String>()).collect();
    let excerpt = excerpt.join("；");
    tell(
        "docx-margins",
        !margins.is_empty(),
        message(format!("页眉页脚未读入：{excerpt}"), format!("Headers and footers are not read: {excerpt}")),
    );
    findings
}

/// Nothing at all was read: that must not look like an empty outline.
fn no_text(has_images: bool) -> Finding {
    let what = message("文档里没有文字，没有读", "The document holds no text, and was not read");
    let finding = Finding::new("docx-empty", Severity::Error, what);
    if has_images {
        finding.hint(
            "图片里的字要先用文字识别（OCR）取出来，再粘贴进来",
            "Take the words out of its images with a program that recognises text (OCR), and paste them here",
        )
    } else {
        finding.hint(
            "用 Word 或 WPS 打开它看看；看得见文字的，复制粘贴进来",
            "Open it in Word or WPS: if there is text to be seen, copy it and paste it here",
        )
    }
}
