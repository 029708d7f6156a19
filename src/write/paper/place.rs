//! Where each block of the summary stands (GB/T 9704-2012, 7.3).

use super::Measures;
use crate::layout::place::{INDENT, SEALED, above_signature};
use crate::style::Style;
use crate::summary::{Block, Kind, Role};

/// A block and where it stands.
pub(in crate::write) struct Placed<'a> {
    pub(in crate::write) block: &'a Block,
    /// How many lines are blank above it.
    pub(in crate::write) above: i32,
    pub(in crate::write) stand: Stand,
}

/// Where a paragraph stands in its lines. Lengths in twips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::write) enum Stand {
    /// As its kind always does.
    Usual,
    /// The first line begins at `first`, the others at `left`.
    Hanging { first: i32, left: i32 },
    /// It begins so far from the left edge.
    Left(i32),
    /// It ends so far from the right edge; so many characters, if it is a whole number of them.
    Right { away: i32, characters: Option<i32> },
}

/// Places the blocks of a summary.
pub(in crate::write) fn place<'a>(
    blocks: impl IntoIterator<Item = &'a Block>,
    style: &Style,
    measures: &Measures,
) -> Vec<Placed<'a>> {
    let usual = |block| Placed { block, above: 0, stand: Stand::Usual };
    let mut placed: Vec<_> = blocks.into_iter().map(usual).collect();
    for here in placed.iter_mut().filter(|here| here.block.role == Role::Attachment) {
        here.above = i32::from(here.block.level == 1);
        here.stand = attachment(here.block, style, measures);
    }
    place_end(&mut placed, style, measures);
    placed
}

/// In two characters; what goes on stands under the first character of the name (7.3.4).
fn attachment(block: &Block, style: &Style, measures: &Measures) -> Stand {
    let label = if block.level > 1 { measures.length(&style.attachment) } else { 0 };
    let name =
        block.ranges().find(|(run, _)| !matches!(run.kind, Kind::Mark | Kind::Number)).map(|(_, text)| text);
    let before = name.map_or(0, |name| measures.length(&block.text[..name.start]));
    // A label that leaves no room for the name is none to stand beside.
    let most = measures.type_width() / 2;
    let first = (2 * measures.size + label).min(most);
    Stand::Hanging { first, left: (first + before).min(most) }
}

/// Places signature and date.
fn place_end(placed: &mut [Placed<'_>], style: &Style, measures: &Measures) {
    let find = |role| placed.iter().position(|here| here.block.role == role);
    let (signature, date) = (find(Role::Signature), find(Role::Date));
    let length = |at: Option<usize>| at.map(|at| measures.length(&placed[at].block.text));
    let (from, on) = end(length(signature), length(date), style.seal, measures);
    if let Some(first) = signature.or(date) {
        placed[first].above = i32::from(above_signature(style));
    }
    for (at, stand) in [(signature, from), (date, on)] {
        if let Some(at) = at {
            placed[at].stand = stand;
        }
    }
}

/// How signature and date of these lengths stand to the right edge.
fn end(signature: Option<i32>, date: Option<i32>, seal: bool, measures: &Measures) -> (Stand, Stand) {
    let characters = |count: i32| Stand::Right { away: count * measures.size, characters: Some(count) };
    let away = |away: i32| Stand::Right { away: away.clamp(0, measures.type_width() / 2), characters: None };
    let two = i32::from(INDENT) * measures.size;
    let last = characters(i32::from(if seal { SEALED } else { INDENT }));
    let (Some(signature), Some(date)) = (signature, date) else { return (last, last) };
    if seal {
        // The signature stands over the middle of the date.
        return (away(i32::from(SEALED) * measures.size + (date - signature) / 2), last);
    }
    if date > signature {
        return (away(two + date + two - signature), last);
    }
    // Its digits need not be as wide as they should be: it is placed by where it begins.
    (last, Stand::Left((measures.type_width() - signature).max(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(stand: Stand) -> (i32, Option<i32>) {
        match stand {
            Stand::Right { away, characters } => (away, characters),
            Stand::Left(away) => (-away, None),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn signature_and_date_stand_as_the_standard_says() {
        let measures = Measures::of(&Style::gongwen());
        let stands = |signature: Option<i32>, date: Option<i32>, seal| {
            let (signature, date) = end(signature, date, seal, &measures);
            (shown(signature), shown(date))
        };
        // A signature that is longer: the date begins two characters behind it.
        assert_eq!(stands(Some(3000), Some(1900), false), ((640, Some(2)), (3000 - 8845, None)));
        // A date that is longer: it keeps two characters, and the signature begins two before it.
        assert_eq!(stands(Some(1000), Some(1900), false), ((2180, None), (640, Some(2))));
        assert_eq!(stands(Some(1000), None, false).0, (640, Some(2)));
        // With a seal the date keeps four characters, and the signature stands over its middle.
        assert_eq!(stands(Some(1000), Some(1900), true), ((1730, None), (1280, Some(4))));
        assert_eq!(stands(Some(8000), Some(1900), true), ((0, None), (1280, Some(4))));
    }
}
