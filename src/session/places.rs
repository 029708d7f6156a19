//! Between the source and the summary of an open document: which number stands beside a line, which block came
//! of a place, which place a block came of. All places are UTF-16 units of the source.

use super::Session;
use super::chunk::{Chunk, blanks_of};
use crate::compose::MarginKind;
use crate::summary::Block;
use crate::text::span::{Utf16Cursor, byte_of_utf16, utf16_len};
use serde::Serialize;

/// The derived number of a heading or point, and the place of its marker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Margin {
    /// Where its marker begins.
    pub from: usize,
    /// What the line is.
    pub kind: MarginKind,
    /// Of a heading its level, of a point how deep it stands; from 1.
    pub level: u8,
    /// As in the summary; empty if it has none.
    pub number: String,
}

impl Session {
    /// What stands in the margin from `from` to `to`; of what lies around it, some may come as well.
    pub fn margin(&self, from: usize, to: usize) -> Vec<Margin> {
        let mut margin = Vec::new();
        for (chunk, before) in self.chunks_between(from, to) {
            let mut cursor = Utf16Cursor::new(&chunk.source);
            margin.extend(chunk.margin(&self.settled.style).into_iter().map(|mark| Margin {
                from: before + cursor.place(mark.place),
                kind: mark.kind,
                level: mark.level,
                number: mark.number,
            }));
        }
        margin
    }

    /// Where the blanks stand, from `from` to `to`; of what lies around it, some may come as well.
    /// Pairs of start and end, flat.
    pub fn blanks(&self, from: usize, to: usize) -> Vec<u32> {
        let mut places = Vec::new();
        if from < self.head_len() {
            let spans = self.front.texts().flat_map(|text| blanks_of(text, &self.settled.facts));
            let mut cursor = Utf16Cursor::new(&self.head);
            places.extend(
                spans.flat_map(|span| [span.start, span.end]).map(|at| cursor.place(at as usize) as u32),
            );
        }
        for (chunk, before) in self.chunks_between(from, to) {
            let mut cursor = Utf16Cursor::new(&chunk.source);
            let mut place = |byte: u32| (before + cursor.place(byte as usize)) as u32;
            places.extend(
                chunk
                    .blanks(&self.settled.facts)
                    .iter()
                    .flat_map(|span| [span.start, span.end])
                    .map(&mut place),
            );
        }
        places
    }

    /// The chunks that a stretch of the source touches, each with the units before it.
    fn chunks_between(&self, from: usize, to: usize) -> impl Iterator<Item = (&Chunk, usize)> {
        let starts = self.chunks.iter().scan(self.head_len(), |after, chunk| {
            let before = *after;
            *after += chunk.units;
            Some((chunk, before))
        });
        starts.filter(move |(chunk, before)| before + chunk.units >= from && *before <= to)
    }

    /// The units of front matter, with what stands before it.
    pub fn head_len(&self) -> usize {
        utf16_len(&self.head)
    }

    /// The block that came of a place of the source, or of what stands before it; `None` if there is none.
    pub fn block_at(&self, place: usize) -> Option<usize> {
        let head_units = self.head_len();
        let around = |list: &[Block], byte| list.iter().position(|block| begins_before(block, byte, true));
        let byte = self.byte_at(place);
        if let Some(index) = around(&self.before, byte) {
            return Some(index);
        }
        let body = self.before.len() + self.chunks.iter().map(|chunk| chunk.blocks.len()).sum::<usize>();
        if place < head_units {
            return around(&self.after, byte).map(|index| body + index);
        }
        let (at, units) = self.chunk_at(place - head_units);
        let chunk = &self.chunks[at];
        let byte = byte_of_utf16(&chunk.source, place - head_units - units);
        let above =
            self.before.len() + self.chunks[..at].iter().map(|chunk| chunk.blocks.len()).sum::<usize>();
        let in_chunk = chunk.blocks.iter().rposition(|block| begins_before(block, byte, false));
        in_chunk.map(|index| above + index).or(above.checked_sub(1))
    }

    /// The place of the source that stands at a UTF-16 place of a block's text, or near it.
    pub fn source_at(&self, block: usize, place: usize) -> Option<usize> {
        let (block, offset) = *self.blocks_at(block, 1).first()?;
        let byte = byte_of_utf16(&block.text, place);
        let mut near = None;
        for (run, range) in block.ranges() {
            let Some(source) = run.source else { continue };
            if range.start > byte && near.is_some() {
                break;
            }
            // A fact or a date is not written as it stood.
            let as_it_stood = range.len() == (source.end - source.start) as usize;
            let inside = byte.clamp(range.start, range.end) - range.start;
            let at = match (as_it_stood, byte >= range.end) {
                (true, _) => source.start as usize + inside,
                (false, true) => source.end as usize,
                (false, false) => source.start as usize,
            };
            near = Some(at + offset);
        }
        Some(self.utf16_at(near?))
    }

    /// The byte of a UTF-16 place of the source.
    fn byte_at(&self, place: usize) -> usize {
        let head_units = self.head_len();
        if place < head_units {
            return byte_of_utf16(&self.head, place);
        }
        let (at, units) = self.chunk_at(place - head_units);
        let above: usize = self.chunks[..at].iter().map(|chunk| chunk.source.len()).sum();
        self.head.len() + above + byte_of_utf16(&self.chunks[at].source, place - head_units - units)
    }

    /// The UTF-16 place of a byte of the source, or of the character that it is inside of.
    fn utf16_at(&self, byte: usize) -> usize {
        let Some(mut left) = byte.checked_sub(self.head.len()) else {
            return utf16_len(before(&self.head, byte));
        };
        let mut units = self.head_len();
        for chunk in &self.chunks {
            if left <= chunk.source.len() {
                return units + utf16_len(before(&chunk.source, left));
            }
            left -= chunk.source.len();
            units += chunk.units;
        }
        units
    }
}

/// The text before a byte, or before the character that it is inside of: where lines join, a place is a guess.
fn before(text: &str, byte: usize) -> &str {
    let start = (0..=byte).rev().find(|&byte| text.is_char_boundary(byte));
    &text[..start.unwrap_or(0)]
}

/// Does something of this block stand at `byte`, or, unless it must be `within`, before it?
fn begins_before(block: &Block, byte: usize, within: bool) -> bool {
    let mut sources = block.runs.iter().filter_map(|run| run.source);
    sources.any(|source| source.start as usize <= byte && (!within || byte <= source.end as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summarize::Options;

    const SOURCE: &str = "\
---
to: 县委
date: 2025-01-02
---
# 总结

## 甲。

领句。

- 修渠
- 要护林
  - 𠮷树
  - 二是松

1. 丙

## {-} 附

### 丁

---

特此报告。
";

    fn sessions() -> [Session; 2] {
        [1, 4096].map(|least| Session::with_chunks_of(least, SOURCE, Options::default()))
    }

    #[test]
    fn every_heading_and_point_has_its_number() {
        for session in sessions() {
            let units: Vec<u16> = SOURCE.encode_utf16().collect();
            let line = |from: usize| {
                let end = units[from..].iter().position(|unit| *unit == u16::from(b'\n')).unwrap();
                String::from_utf16(&units[from..from + end]).unwrap()
            };
            let told: Vec<_> = session
                .margin(0, units.len())
                .into_iter()
                .map(|Margin { from, kind, level, number }| {
                    format!("{kind:?} {level} {number} | {}", line(from))
                })
                .collect();
            assert_eq!(
                told,
                [
                    "Heading 1 一、 | ## 甲。",
                    "Point 1 一是 | - 修渠",
                    "Point 1 二 | - 要护林",
                    "Point 2 ① | - 𠮷树",
                    "Point 2 ② | - 二是松",
                    "Item 1 （一） | 1. 丙",
                    "Heading 1  | ## {-} 附",
                    "Heading 2 （一） | ### 丁",
                ]
            );
        }
    }

    #[test]
    fn a_block_and_its_source_find_each_other() {
        for session in sessions() {
            let blocks: Vec<Block> = session.blocks().cloned().collect();
            for (index, block) in blocks.iter().enumerate() {
                for place in 0..utf16_len(&block.text) {
                    let source = session.source_at(index, place).unwrap();
                    assert_eq!(session.block_at(source), Some(index), "{:?} at {place}", block.text);
                    let byte = byte_of_utf16(&block.text, place);
                    let shown = block.text[byte..].chars().next();
                    let run = block.ranges().find(|(_, range)| range.contains(&byte));
                    let typed = SOURCE[session.byte_at(source)..].chars().next();
                    let as_typed = run.is_some_and(|(run, _)| run.source.is_some());
                    assert!(!as_typed || block.role == crate::summary::Role::Date || shown == typed);
                }
            }
        }
    }

    #[test]
    fn blanks_stand_where_they_are_typed() {
        let session = Session::with_chunks_of(
            1,
            "---\nfrom: ××局\nfacts:\n  丁: 3\n  戊: **\n---\n# ××镇\n\n> **\n\n𠮷：\n- **件{丙}{丁}{戊}{和 = 丁 + 1}{差 = 丁 - 丙}\n\n|*|\n|-|\n|□|\n",
            Options::default(),
        );
        let units: Vec<u16> = session.source().encode_utf16().collect();
        let told: Vec<_> = (session.blanks(0, units.len()).chunks(2))
            .map(|pair| String::from_utf16(&units[pair[0] as usize..pair[1] as usize]).unwrap())
            .collect();
        assert_eq!(told, ["××", "××", "**", "{丙}", "{戊}", "{差 = 丁 - 丙}", "□"]);
    }

    #[test]
    fn a_place_of_nothing_finds_what_is_before_it() {
        let session = Session::new("甲\n\n> 注\n", Options::default());
        assert_eq!(session.block_at(5), Some(0));
        assert_eq!(Session::new("", Options::default()).block_at(0), None);
        assert_eq!(session.source_at(1, 0), None);
    }
}
