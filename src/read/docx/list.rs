//! Automatic numbers, as the reader of the document sees them (ISO/IEC 29500-1, 17.9).

use super::numeral::numeral;
use super::package::Unreadable;
use super::xml::{Element, Node, Nodes};
use crate::text::space::is_wide;

/// How many levels a list may have.
const LEVELS: usize = 9;

/// How long a chain of styles may be; some are based on each other, and would go round.
const DEEPEST_STYLE: usize = 32;

/// Which list a paragraph belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Membership {
    pub(super) list: Option<String>,
    pub(super) level: Option<usize>,
}

/// How one level is numbered.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1` stands for the count of the first level.
    text: String,
    /// Does a tab or a blank follow the number?
    gap: bool,
    /// Are all counts of the levels above in Arabic digits?
    legal: bool,
    /// The level after which it restarts, from 1; 0: never.
    restart: Option<usize>,
    /// The paragraph style that numbers its paragraphs so.
    style: Option<String>,
}

impl Level {
    fn new() -> Self {
        let (format, text) = ("decimal".into(), String::new());
        Level { start: 1, format, text, gap: true, legal: false, restart: None, style: None }
    }

    /// Takes what an element inside it says.
    fn set(&mut self, start: &Element<'_>) {
        let value = start.value().unwrap_or_default();
        let number = value.parse().unwrap_or(0);
        match start.name().as_str() {
            "start" => self.start = number as u32,
            "numFmt" => self.format = value,
            "lvlText" => self.text = value,
            "suff" => self.gap = value != "nothing",
            "isLgl" => self.legal = start.is_on(),
            "lvlRestart" => self.restart = Some(number),
            "pStyle" => self.style = Some(value),
            _ => {}
        }
    }

    /// Does its count restart below a paragraph of `level`?
    fn restarts(&self, level: usize) -> bool {
        self.restart.is_none_or(|after| after > 0 && level < after)
    }
}

/// A list that several may share, and how far it has counted.
struct Shared {
    id: String,
    levels: Vec<Level>,
    counts: [Option<u32>; LEVELS],
}

/// A list that paragraphs name.
struct List {
    id: String,
    /// Index of the one it shares its counts with.
    shared: usize,
    levels: Vec<Level>,
    /// Where levels start that do not start as the shared one does; used up when the list begins.
    starts: Vec<(usize, u32)>,
}

#[derive(Default)]
struct Style {
    id: String,
    based_on: Option<String>,
    membership: Membership,
}

/// All lists of a document, counting.
#[derive(Default)]
pub(super) struct Lists {
    shared: Vec<Shared>,
    all: Vec<List>,
    styles: Vec<Style>,
}

impl Lists {
    pub(super) fn of(numbering: Option<&str>, styles: Option<&str>) -> Result<Self, Unreadable> {
        let mut lists = Lists::default();
        lists.read_numbering(numbering.unwrap_or_default())?;
        lists.read_styles(styles.unwrap_or_default())?;
        lists.settle_styles();
        Ok(lists)
    }

    fn read_numbering(&mut self, part: &str) -> Result<(), Unreadable> {
        let mut nodes = Nodes::of(part);
        let mut at = 0;
        while let Some(node) = nodes.next()? {
            let Node::Start(start) = node else { continue };
            match start.name().as_str() {
                "abstractNum" => {
                    let id = start.attribute("abstractNumId").unwrap_or_default();
                    self.shared.push(Shared {
                        id,
                        levels: vec![Level::new(); LEVELS],
                        counts: [None; LEVELS],
                    });
                }
                "num" => {
                    let id = start.attribute("numId").unwrap_or_default();
                    self.all.push(List { id, shared: 0, levels: Vec::new(), starts: Vec::new() });
                }
                "abstractNumId" => self.share(&start.value().unwrap_or_default()),
                "lvlOverride" | "lvl" => at = number(&start, "ilvl").min(LEVELS - 1),
                "startOverride" => {
                    let from = number(&start, "val") as u32;
                    self.all.last_mut().into_iter().for_each(|list| list.starts.push((at, from)));
                }
                // The lists come after all that they share.
                _ => {
                    let own = self.all.last_mut().map(|list| &mut list.levels);
                    let levels = own.or(self.shared.last_mut().map(|shared| &mut shared.levels));
                    levels
                        .and_then(|levels| levels.get_mut(at))
                        .into_iter()
                        .for_each(|level| level.set(&start));
                }
            }
        }
        Ok(())
    }

    /// Lets the list that is being read share the counts and levels of another.
    fn share(&mut self, id: &str) {
        let found = self.shared.iter().position(|shared| shared.id == id);
        if let (Some(list), Some(found)) = (self.all.last_mut(), found) {
            list.shared = found;
            list.levels.clone_from(&self.shared[found].levels);
        }
    }

    fn read_styles(&mut self, part: &str) -> Result<(), Unreadable> {
        let mut nodes = Nodes::of(part);
        while let Some(node) = nodes.next()? {
            let Node::Start(start) = node else { continue };
            let name = start.name();
            if name == "style" {
                let id = start.attribute("styleId").unwrap_or_default();
                self.styles.push(Style { id, ..Style::default() });
            }
            let Some(style) = self.styles.last_mut() else { continue };
            match name.as_str() {
                "basedOn" => style.based_on = start.value(),
                "numId" => style.membership.list = start.value(),
                "ilvl" => style.membership.level = Some(number(&start, "val")),
                _ => {}
            }
        }
        Ok(())
    }

    /// The number of the next paragraph, with the blank behind it that its reader sees.
    pub(super) fn next(&mut self, own: &Membership, style: Option<&str>) -> String {
        let styled = self.of_style(style);
        let id = own.list.as_ref().or(styled.list.as_ref());
        let Some(list) = self.all.iter().position(|list| Some(&list.id) == id && !list.levels.is_empty())
        else {
            return String::new();
        };
        let numbers = |level: &Level| style.is_some() && level.style.as_deref() == style;
        let by_style = || self.all[list].levels.iter().position(numbers);
        let level = own.level.or(styled.level).or_else(by_style).unwrap_or(0).min(LEVELS - 1);
        self.count(list, level);
        self.format(list, level)
    }

    /// What a paragraph style says.
    fn of_style(&self, style: Option<&str>) -> Membership {
        let found = style.and_then(|id| self.styles.binary_search_by(|style| style.id.as_str().cmp(id)).ok());
        found.map(|at| self.styles[at].membership.clone()).unwrap_or_default()
    }

    /// Lets each style say what those say that it is based on.
    fn settle_styles(&mut self) {
        self.styles.sort_by(|one, other| one.id.cmp(&other.id));
        for at in 0..self.styles.len() {
            let mut found = self.styles[at].membership.clone();
            let mut next = self.styles[at].based_on.clone();
            let mut depth = 0;
            while let Some(below) = next.take().filter(|_| depth < DEEPEST_STYLE) {
                let Ok(base) = self.styles.binary_search_by(|style| style.id.cmp(&below)) else { break };
                found.list = found.list.or_else(|| self.styles[base].membership.list.clone());
                found.level = found.level.or(self.styles[base].membership.level);
                next.clone_from(&self.styles[base].based_on);
                depth += 1;
            }
            self.styles[at].membership = found;
        }
    }

    /// Counts one more paragraph at a level; deeper levels restart.
    fn count(&mut self, list: usize, level: usize) {
        let List { shared, levels, starts, .. } = &mut self.all[list];
        let counts = &mut self.shared[*shared].counts;
        for (level, start) in starts.drain(..) {
            levels[level].start = start;
            counts[level] = None;
        }
        counts[level] = Some(counts[level].map_or(levels[level].start, |count| count.saturating_add(1)));
        for deeper in (level + 1..LEVELS).filter(|deeper| levels[*deeper].restarts(level)) {
            counts[deeper] = None;
        }
    }

    fn format(&self, list: usize, at: usize) -> String {
        let List { shared, levels, .. } = &self.all[list];
        let level = &levels[at];
        let mut out = String::new();
        let mut chars = level.text.chars().peekable();
        while let Some(char) = chars.next() {
            let of = chars.peek().and_then(|next| next.to_digit(10)).filter(|of| char == '%' && *of > 0);
            let Some(of) = of.map(|of| of as usize - 1) else {
                out.push(char);
                continue;
            };
            chars.next();
            let count = self.shared[*shared].counts[of].unwrap_or(levels[of].start);
            out.push_str(&numeral(if level.legal { "decimal" } else { &levels[of].format }, count));
        }
        if level.format == "bullet" {
            return bullet(&out);
        }
        let gap = level.gap && !out.is_empty() && !out.ends_with(|last| is_wide(last) || last == ' ');
        out + if gap { " " } else { "" }
    }
}

/// A bullet as a writer would type it. Symbol fonts put theirs where Unicode has none.
fn bullet(mark: &str) -> String {
    if mark.contains(['—', '－']) { mark.into() } else { "·".into() }
}

fn number(start: &Element<'_>, name: &str) -> usize {
    start.attribute(name).and_then(|value| value.parse().ok()).unwrap_or(0)
}
