//! One open document. It takes edits and gives what changed, at a cost that does not grow with the text.
//!
//! The source is kept in chunks of a few kilobytes, cut where no block reaches over and none join (see
//! `border`). An edit reads and composes the chunks it touches; the chunks below are made anew only while
//! what they know of those above (the numbers so far, whether the title is given, whether the closing has
//! begun) is not what it was.

mod border;
mod chunk;
mod facts;
mod places;

use crate::check::check_front;
use crate::compose::{Detail, Form, around};
use crate::facts::{FactTable, Formula};
use crate::finding::Finding;
use crate::outline::{Front, Outline, Piece};
use crate::read::{Skeleton, begins_with_rule, head_reach, read_front_matter, title_finding};
use crate::stats::Totals;
use crate::style::Style;
use crate::summarize::{Options, settle};
use crate::summary::Block;
use crate::text::Text;
use crate::text::lines::find_mark;
use crate::text::span::{byte_of_utf16, utf16_len};
use border::{cut, is_border};
use chunk::{Above, Chunk};
pub use places::Margin;
use serde::Serialize;

/// A chunk has at least so many bytes. Smaller ones would make a long text many, larger ones a key dear.
const CHUNK: usize = 4096;

/// A stretch of the summary that an edit replaced. Splices come in order, each counted after those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Splice {
    /// The first block concerned.
    pub at: usize,
    /// How many blocks went.
    pub removed: usize,
    /// How many came.
    pub inserted: usize,
}

/// What options and front matter say together.
#[derive(Default, PartialEq)]
struct Settled {
    style: Style,
    facts: FactTable,
    detail: Detail,
}

impl Settled {
    /// Without the facts that the text computes.
    fn of(front: &Front, options: &Options) -> Self {
        let (style, given, _) = settle(front, options);
        Settled { style, facts: FactTable::new(given, Vec::new()), detail: options.detail }
    }

    /// The same with these formulas.
    fn with(&self, formulas: Vec<Formula>) -> FactTable {
        FactTable::new(self.facts.given().clone(), formulas)
    }

    /// Do these say the same, whatever the text computes?
    fn is_as_given(&self, other: &Settled) -> bool {
        self.style == other.style && self.facts.given() == other.facts.given()
    }

    fn form(&self) -> Form<'_> {
        Form { style: &self.style, facts: &self.facts, detail: self.detail, runs: true }
    }
}

/// An open document.
pub struct Session {
    options: Options,
    least: usize,
    /// Front matter as source, with the byte order mark.
    head: String,
    front: Front,
    front_findings: Vec<Finding>,
    /// The units of the source behind which an edit cannot make front matter of what is above.
    head_reach: usize,
    settled: Settled,
    before: Vec<Block>,
    after: Vec<Block>,
    /// At least one.
    chunks: Vec<Chunk>,
}

impl Session {
    /// Opens a document.
    pub fn new(source: &str, options: Options) -> Self {
        Session::with_chunks_of(CHUNK, source, options)
    }

    /// Opens a document that is kept in chunks of at least `least` bytes.
    pub fn with_chunks_of(least: usize, source: &str, options: Options) -> Self {
        let mut session = Session {
            options,
            least,
            head: String::new(),
            front: Front::default(),
            front_findings: Vec::new(),
            head_reach: 0,
            settled: Settled::default(),
            before: Vec::new(),
            after: Vec::new(),
            chunks: Vec::new(),
        };
        session.open(source);
        session
    }

    fn open(&mut self, source: &str) {
        let (front, findings, body) = read_front_matter(source);
        self.settled = Settled::of(&front, &self.options);
        (self.front, self.front_findings) = (front, findings);
        self.head = source[..body].into();
        self.head_reach = utf16_len(&source[..head_reach(source)]);
        self.chunks = self.read_chunks(&source[body..], Above::first(self.style()));
        let formulas = self.formulas();
        if !formulas.is_empty() {
            self.settled.facts = self.settled.with(formulas);
            let form = self.settled.form();
            self.chunks.iter_mut().for_each(|chunk| drop(chunk.recompose(form)));
        }
        (self.before, self.after) = self.around();
    }

    fn read_chunks(&self, text: &str, mut above: Above) -> Vec<Chunk> {
        let mut chunks = Vec::new();
        for stretch in cut(text, self.least) {
            let chunk = Chunk::new(stretch, above, self.settled.form());
            above = chunk.below();
            chunks.push(chunk);
        }
        chunks
    }

    /// What a chunk has to know of those above it.
    fn above(&self, index: usize) -> Above {
        index.checked_sub(1).map_or_else(|| Above::first(self.style()), |above| self.chunks[above].below())
    }

    fn around(&self) -> (Vec<Block>, Vec<Block>) {
        around(&self.front(), self.settled.form())
    }

    /// What stands around the body, with the title that holds.
    fn front(&self) -> Front {
        Front { title: self.title(), ..self.front.clone() }
    }

    fn title(&self) -> Option<Text> {
        self.heading_title().or(self.front.title.clone()).filter(|title| !title.is_empty())
    }

    /// The title of the body, with its place in the source.
    fn heading_title(&self) -> Option<Text> {
        let first = self.chunks.partition_point(|chunk| !chunk.is_titled());
        let title = self.chunks.get(first)?.title()?;
        let above = self.chunks[..first].iter().map(|chunk| chunk.source.len()).sum::<usize>();
        Some(title.shifted(self.head.len() + above))
    }

    /// The source as it stands.
    pub fn source(&self) -> String {
        let mut source = self.head.clone();
        self.chunks.iter().for_each(|chunk| source.push_str(&chunk.source));
        source
    }

    /// Replaces the UTF-16 units `from..to` of the source by `text`. Places past the end count as the end, and
    /// one inside a surrogate pair as its start. Gives what changed in the summary.
    pub fn edit(&mut self, from: usize, to: usize, text: &str) -> Vec<Splice> {
        let head_units = utf16_len(&self.head);
        let to = to.max(from);
        if from < head_units {
            return self.edit_head(from, to, text);
        }
        if self.head_may_change(from, to, text) {
            return self.reopen(from, to, text);
        }
        self.edit_body(from - head_units, to - head_units, text)
    }

    /// May an edit behind the head change what the head is? It may join a line to it, or touch the line at the
    /// top of the text, where front matter would begin.
    fn head_may_change(&self, from: usize, to: usize, text: &str) -> bool {
        let head_units = utf16_len(&self.head);
        if self.head.len() > '\u{FEFF}'.len_utf8() {
            return from == head_units;
        }
        let first = &self.chunks[0].source;
        if begins_with_rule(first) {
            return from <= self.head_reach;
        }
        let (from, to) = (from - head_units, to - head_units);
        let kept = &first[..byte_of_utf16(first, from)];
        if kept.contains(['\n', '\r']) {
            return false;
        }
        let (last, before_last) = self.chunk_at(to);
        let last = &self.chunks[last].source;
        let top = [kept, text, &last[byte_of_utf16(last, to - before_last)..]].concat();
        begins_with_rule(&top) || top.starts_with('\u{FEFF}')
    }

    /// An edit that begins in front matter. If it ends there and leaves it whole, the body stays as it is.
    fn edit_head(&mut self, from: usize, to: usize, text: &str) -> Vec<Splice> {
        let units = utf16_len(&self.head);
        let head = edited(&self.head, from, to, text);
        let (front, findings, body) = read_front_matter(&head);
        let whole = to < units && body == head.len() && head.ends_with(['\n', '\r']);
        let settled = Settled::of(&front, &self.options);
        if !whole || head.ends_with('\r') || !settled.is_as_given(&self.settled) {
            return self.reopen(from, to, text);
        }
        self.head = head;
        (self.front, self.front_findings) = (front, findings);
        let mut splices = Vec::new();
        self.renew_around(&mut splices);
        self.renew_facts(splices)
    }

    /// Opens the edited source as a new one; gives the difference.
    fn reopen(&mut self, from: usize, to: usize, text: &str) -> Vec<Splice> {
        let source = edited(&self.source(), from, to, text);
        let old: Vec<Block> = self.blocks().cloned().collect();
        self.open(&source);
        let mut splices = Vec::new();
        let new: Vec<&Block> = self.blocks().collect();
        difference(&old, &new, 0, &mut splices);
        splices
    }

    /// An edit of the body, in units of the body.
    fn edit_body(&mut self, from: usize, to: usize, text: &str) -> Vec<Splice> {
        let (mut first, before_first) = self.chunk_at(from);
        let (mut last, before_last) = self.chunk_at(to);
        let start = byte_of_utf16(&self.chunks[first].source, from - before_first);
        let end = byte_of_utf16(&self.chunks[last].source, to - before_last);
        let mut stretch = self.chunks[first].source[..start].to_owned();
        stretch.push_str(text);
        stretch.push_str(&self.chunks[last].source[end..]);

        let old_first = first;
        self.widen(&mut first, &mut last, &mut stretch);
        debug_assert!(first <= old_first);

        let above = self.above(first);
        let mut new = self.read_chunks(&stretch, above);
        // An empty chunk at the top would hide the line that now stands there.
        if stretch.is_empty() && last - first + 1 < self.chunks.len() {
            new.clear();
        }
        let mut place =
            self.before.len() + self.chunks[..first].iter().map(|chunk| chunk.blocks.len()).sum::<usize>();
        let count = new.len();
        let below = self.chunks.split_off(last + 1);
        let old = self.chunks.split_off(first);
        self.chunks.extend(new.into_iter().chain(below));

        let mut splices = Vec::new();
        let old_blocks: Vec<Block> = old.into_iter().flat_map(|chunk| chunk.blocks).collect();
        let new_blocks: Vec<&Block> =
            self.chunks[first..first + count].iter().flat_map(|chunk| &chunk.blocks).collect();
        difference(&old_blocks, &new_blocks, place, &mut splices);
        place += new_blocks.len();
        self.renew_below(first + count, place, &mut splices);
        self.renew_around(&mut splices);
        self.renew_facts(splices)
    }

    /// The chunk that holds a place of the body, and the units before it.
    fn chunk_at(&self, place: usize) -> (usize, usize) {
        let mut before = 0;
        for (index, chunk) in self.chunks.iter().enumerate() {
            if place < before + chunk.units {
                return (index, before);
            }
            before += chunk.units;
        }
        let last = self.chunks.len() - 1;
        (last, before - self.chunks[last].units)
    }

    /// Widens an edited stretch until it begins and ends at borders.
    fn widen(&self, first: &mut usize, last: &mut usize, stretch: &mut String) {
        loop {
            let above = first.checked_sub(1);
            let reaches_up = |index: usize| {
                self.ends_comment_above(*first, stretch) || !is_border(&self.chunks[index].source, stretch)
            };
            if let Some(index) = above.filter(|&index| reaches_up(index)) {
                stretch.insert_str(0, &self.chunks[index].source);
                *first = index;
                continue;
            }
            let Some(below) = self.chunks.get(*last + 1) else { return };
            let comment_goes_on = Skeleton::new(stretch, 0).unclosed_comment.is_some()
                && self.chunks[*last + 1..].iter().any(|chunk| find_mark(&chunk.source, "-->").is_some());
            if is_border(stretch, &below.source) && !comment_goes_on {
                return;
            }
            stretch.push_str(&below.source);
            *last += 1;
        }
    }

    /// Does a comment that is open above `first` end in this stretch?
    fn ends_comment_above(&self, first: usize, stretch: &str) -> bool {
        find_mark(stretch, "-->").is_some() && self.chunks[..first].iter().any(Chunk::opens_comment)
    }

    /// Makes the chunks from `index` on anew while they are not as they would be made now.
    fn renew_below(&mut self, index: usize, mut place: usize, splices: &mut Vec<Splice>) {
        let mut above = self.above(index);
        let form = self.settled.form();
        for chunk in &mut self.chunks[index..] {
            if chunk.follows(above) {
                return;
            }
            let old = chunk.renew(above, form);
            let new: Vec<&Block> = chunk.blocks.iter().collect();
            difference(&old, &new, place, splices);
            place += chunk.blocks.len();
            above = chunk.below();
        }
    }

    /// Makes the blocks around the body anew.
    fn renew_around(&mut self, splices: &mut Vec<Splice>) {
        let (before, after) = self.around();
        let old = std::mem::replace(&mut self.before, before);
        let mut at_head = Vec::new();
        difference(&old, &self.before.iter().collect::<Vec<_>>(), 0, &mut at_head);
        for splice in splices.iter_mut() {
            splice.at = splice.at - old.len() + self.before.len();
        }
        at_head.append(splices);
        *splices = at_head;
        let place = self.before.len() + self.body_len();
        let old = std::mem::replace(&mut self.after, after);
        difference(&old, &self.after.iter().collect::<Vec<_>>(), place, splices);
    }

    fn body_len(&self) -> usize {
        self.chunks.iter().map(|chunk| chunk.blocks.len()).sum()
    }

    /// The blocks of the summary.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks_at(0, usize::MAX).into_iter().map(|(block, _)| block)
    }

    /// `len` blocks from the one at `start` on, each with the byte from which its places count. Those before it
    /// are passed over by lists.
    pub fn blocks_at(&self, start: usize, len: usize) -> Vec<(&Block, usize)> {
        let mut blocks = Vec::new();
        let mut skip = start;
        for (list, offset) in self.lists() {
            let skipped = skip.min(list.len());
            skip -= skipped;
            for block in &list[skipped..] {
                if blocks.len() == len {
                    return blocks;
                }
                blocks.push((block, offset));
            }
        }
        blocks
    }

    /// The blocks in their lists, each with the byte from which its places count.
    fn lists(&self) -> Vec<(&[Block], usize)> {
        let mut lists = vec![(self.before.as_slice(), 0)];
        let mut offset = self.head.len();
        for chunk in &self.chunks {
            lists.push((chunk.blocks.as_slice(), offset));
            offset += chunk.source.len();
        }
        lists.push((self.after.as_slice(), 0));
        lists
    }

    /// The form of the summary.
    pub fn style(&self) -> &Style {
        &self.settled.style
    }

    /// The counts of the whole summary, without those of its sections.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::of_all(self.before.iter().chain(&self.after));
        self.chunks.iter().for_each(|chunk| totals += chunk.totals);
        totals
    }

    /// The outline.
    pub fn outline(&self) -> Outline {
        let pieces: Vec<Piece> = self.chunks.iter().flat_map(Chunk::pieces).cloned().collect();
        Outline::from_pieces(self.front(), pieces)
    }

    /// All findings; spans are bytes of the source.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.front_findings.clone();
        self.collect(&mut findings, Chunk::reader_findings);
        findings.extend(title_finding(self.front.title.as_ref(), self.heading_title().as_ref()));
        findings.extend(settle(&self.front, &self.options).2);
        findings.extend(check_front(&self.front(), &self.settled.facts));
        self.collect(&mut findings, Chunk::check_findings);
        findings
    }

    fn collect(&self, findings: &mut Vec<Finding>, of: impl Fn(&Chunk) -> &[Finding]) {
        let mut offset = self.head.len();
        for chunk in &self.chunks {
            findings.extend(of(chunk).iter().cloned().map(|finding| finding.shifted(offset)));
            offset += chunk.source.len();
        }
    }
}

/// A text in which the UTF-16 units `from..to` are replaced.
fn edited(source: &str, from: usize, to: usize, text: &str) -> String {
    [&source[..byte_of_utf16(source, from)], text, &source[byte_of_utf16(source, to)..]].concat()
}

/// What has to be replaced to make `new` of `old`, which stands at `place`. Lists of one length are compared
/// one by one (a number changed here and there), others at their ends (blocks came or went).
fn difference(old: &[Block], new: &[&Block], place: usize, splices: &mut Vec<Splice>) {
    let same = |(old, new): (&Block, &&Block)| old.looks_like(new);
    if old.len() == new.len() {
        let changed = old.iter().zip(new).enumerate().filter(|&(_, pair)| !same(pair));
        splices.extend(changed.map(|(index, _)| Splice { at: place + index, removed: 1, inserted: 1 }));
        return;
    }
    let head = old.iter().zip(new).take_while(|&pair| same(pair)).count();
    let rest = (&old[head..], &new[head..]);
    let tail = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|&pair| same(pair)).count();
    splices.push(Splice { at: place + head, removed: rest.0.len() - tail, inserted: rest.1.len() - tail });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Edits a session of the smallest chunks, and holds it to a fresh one.
    fn assert_follows(source: &str, edits: &[(usize, usize, &str)]) {
        let mut session = Session::with_chunks_of(1, source, Options::default());
        for &(from, to, text) in edits {
            session.edit(from, to, text);
        }
        let fresh = Session::new(&session.source(), Options::default());
        assert_eq!(session.outline(), fresh.outline(), "{:?}", session.source());
        let texts = |session: &Session| session.blocks().map(|block| block.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&session), texts(&fresh), "{:?}", session.source());
    }

    #[test]
    fn a_deletion_over_many_chunks_may_bring_front_matter_to_the_top() {
        let source = "## 甲\n\n## 乙\n\n---\n标题: 丙\n---\n正文\n";
        assert_follows(source, &[(0, "## 甲\n\n## 乙\n\n".chars().count(), "")]);
        assert_follows(source, &[(1, "## 甲\n\n## 乙\n\n-".chars().count(), ""), (0, 1, "-")]);
    }

    #[test]
    fn front_matter_may_begin_where_the_first_chunk_was_emptied() {
        let source = "\u{FEFF}## 甲\n\n## 乙\n";
        assert_follows(source, &[(1, 7, ""), (1, 6, "---\n"), (5, 5, "标题: 丙\n---\n")]);
        assert_follows("## {-} 甲\n## 乙\n## 丙\n", &[(0, 8, "")]);
    }
}
