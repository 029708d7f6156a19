//! All the ways in. Reading cannot fail: any text gives pieces of an outline, and findings.

mod docx;
mod front_matter;
mod inline;
mod list;
mod markdown;
mod note;
mod number;
mod prose;
mod skeleton;
mod slip;
mod table;

pub use docx::{Unreadable, read_docx};
pub(crate) use front_matter::{begins_with_rule, head_reach, read_fact_places, read_front_matter};
pub(crate) use markdown::read_body;
pub use markdown::{Context, Reading};
pub(crate) use note::clean_note;
pub(crate) use number::{begins_like_number, value_of};
pub use prose::{Prose, read_text};
pub(crate) use skeleton::{Comment, Skeleton, comment_at};

use crate::finding::{Finding, Severity, message};
use crate::outline::{Front, Outline, Piece};
use crate::text::Text;

/// A source taken apart.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// What front matter gives.
    pub front: Front,
    /// The body in reading order.
    pub pieces: Vec<Piece>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

/// Reads an outline source. Spans are bytes of `source`.
pub fn read_markdown(source: &str) -> Document {
    let (front, mut findings, body) = read_front_matter(source);
    let mut reading = read_body(source, Skeleton::new(source, body), Context::default());
    findings.append(&mut reading.findings);
    let mut document = Document { front, pieces: reading.pieces, findings };
    settle_title(&mut document);
    document
}

/// Reads an outline source into the tree.
pub fn parse(source: &str) -> (Outline, Vec<Finding>) {
    let Document { front, pieces, findings } = read_markdown(source);
    (Outline::from_pieces(front, pieces), findings)
}

/// `title:` gives way to `#`.
fn settle_title(document: &mut Document) {
    let heading = document.pieces.iter().find_map(|piece| match piece {
        Piece::Title(title) => Some(title.clone()),
        _ => None,
    });
    document.findings.extend(title_finding(document.front.title.as_ref(), heading.as_ref()));
    document.front.title = heading.or(document.front.title.take()).filter(|title| !title.is_empty());
}

/// The finding for a title that front matter gives in vain.
pub(crate) fn title_finding(front: Option<&Text>, heading: Option<&Text>) -> Option<Finding> {
    let (front, heading) = (front?, heading?);
    (front != heading).then(|| {
        Finding::new(
            "title-twice",
            Severity::Error,
            message(
                format!("标题写了两次，以文首下面的为准，未用“{}”", &**front),
                format!("There are two titles; the one below the head counts, not “{}”", &**front),
            ),
        )
        .at(front.span())
        .hint("删去文首的这一行", "Delete this line of the head")
    })
}
