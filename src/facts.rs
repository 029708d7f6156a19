//! What each named fact of a document stands for: values that are given, and those that are computed of them.
//!
//! `{完成率 = 出栏 / 目标 as %}` is computed where it stands, and `{完成率}` elsewhere takes the same value, before one that
//! is given. Of several formulas of one name each is computed in its place; elsewhere the first counts.

use crate::formula::{MAX_DEPTH, Ratio, Reason, compute, value_of_figure};
use crate::outline::Facts;
use crate::text::Text;
use crate::text::blank::blanks;
use crate::text::fact::{Fact, facts};
use std::borrow::Cow;
use std::cell::RefCell;

/// A fact that is computed: its name, and of what.
pub type Formula = (String, String);

/// A figure and how it is written, or why there is none.
type Computed = Result<(Ratio, String), Reason>;

/// The facts of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FactTable {
    given: Facts,
    formulas: Vec<Formula>,
    /// By name.
    computed: Vec<(String, Computed)>,
}

impl FactTable {
    /// No facts.
    pub const EMPTY: FactTable =
        FactTable { given: Facts(Vec::new()), formulas: Vec::new(), computed: Vec::new() };

    /// The values of `given` and of these formulas, which are in the order of the document.
    pub fn new(given: Facts, formulas: Vec<Formula>) -> Self {
        let mut firsts: Vec<&Formula> = formulas.iter().collect();
        firsts.sort_by(|one, other| one.0.cmp(&other.0));
        firsts.dedup_by(|later, first| later.0 == first.0);
        let done = RefCell::new(vec![State::Open; firsts.len()]);
        let resolver = Resolver { given: &given, formulas: &firsts, done };
        for formula in &firsts {
            let _ = resolver.fact(&formula.0, 0);
        }
        let names = firsts.iter().map(|formula| formula.0.clone());
        let computed = names.zip(resolver.done.into_inner()).map(|(name, state)| {
            let circle = Err(Reason::Circle(name.clone()));
            (name, if let State::Done(computed) = state { computed } else { circle })
        });
        let computed = computed.collect();
        FactTable { given, formulas, computed }
    }

    /// The values that are given.
    pub fn given(&self) -> &Facts {
        &self.given
    }

    /// The formulas, in the order of the document.
    pub fn formulas(&self) -> &[Formula] {
        &self.formulas
    }

    fn computed(&self, name: &str) -> Option<&Computed> {
        let at = self.computed.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        Some(&self.computed[at].1)
    }

    /// The value of a fact; `None` if it has none.
    pub fn value(&self, name: &str) -> Option<&str> {
        match self.computed(name) {
            Some(computed) => computed.as_ref().ok().map(|(_, written)| written.as_str()),
            None => self.given.value(name),
        }
    }

    /// Is a fact a blank where it stands: without a value, or with one that is masked?
    pub fn leaves_blank(&self, fact: &Fact<'_>) -> bool {
        self.value_of(fact).is_none_or(|value| blanks(&value).next().is_some())
    }

    /// What a fact stands for in its place; `None` if it has no value or cannot be computed.
    pub fn value_of(&self, fact: &Fact<'_>) -> Option<Cow<'_, str>> {
        match fact.formula {
            Some(formula) => self.compute(fact.name, formula).ok().map(Cow::Owned),
            None => self.value(fact.name).map(Cow::Borrowed),
        }
    }

    /// Why a fact that is computed has no value.
    pub fn failure(&self, name: &str) -> Option<&Reason> {
        self.computed(name)?.as_ref().err()
    }

    /// Computes a formula of the document where it stands.
    ///
    /// # Errors
    /// Why it cannot be computed.
    pub fn compute(&self, name: &str, formula: &str) -> Result<String, Reason> {
        compute(formula, &mut |operand| match self.computed(operand) {
            Some(_) if operand == name => Err(Reason::Circle(name.into())),
            Some(computed) => computed.clone().map(|(figure, _)| figure),
            None => given_figure(&self.given, operand),
        })
        .map(|(_, written)| written)
    }
}

fn given_figure(given: &Facts, name: &str) -> Result<Ratio, Reason> {
    let value = given.value(name).filter(|value| blanks(value).next().is_none());
    let value = value.ok_or_else(|| Reason::NoValue(name.into()))?;
    value_of_figure(value).ok_or_else(|| Reason::NoFigure(name.into(), value.into()))
}

/// How far a fact has been computed.
#[derive(Clone)]
enum State {
    Open,
    Begun,
    Done(Computed),
}

/// Computes each fact once, after those that it is computed of.
struct Resolver<'a> {
    given: &'a Facts,
    /// One for each name, by name.
    formulas: &'a [&'a Formula],
    done: RefCell<Vec<State>>,
}

impl Resolver<'_> {
    fn fact(&self, name: &str, depth: usize) -> Result<Ratio, Reason> {
        let Ok(at) = self.formulas.binary_search_by(|formula| formula.0.as_str().cmp(name)) else {
            return given_figure(self.given, name);
        };
        match &self.done.borrow()[at] {
            State::Done(computed) => return computed.clone().map(|(figure, _)| figure),
            State::Open if depth <= MAX_DEPTH => {}
            State::Open | State::Begun => return Err(Reason::Circle(name.into())),
        }
        self.done.borrow_mut()[at] = State::Begun;
        let computed = compute(&self.formulas[at].1, &mut |operand| self.fact(operand, depth + 1));
        self.done.borrow_mut()[at] = State::Done(computed.clone());
        computed.map(|(figure, _)| figure)
    }
}

/// Appends the formulas of a text.
pub fn collect_formulas(text: &Text, formulas: &mut Vec<Formula>) {
    for (_, fact) in facts(text) {
        formulas.extend(fact.formula.map(|formula| (fact.name.into(), formula.into())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(given: &[(&str, &str)], formulas: &[(&str, &str)]) -> FactTable {
        let owned = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        FactTable::new(Facts(owned(given)), owned(formulas))
    }

    #[test]
    fn facts_are_computed_of_computed_ones() {
        let table =
            table(&[("甲", "3"), ("乙", "4")], &[("丁", "丙 * 2"), ("丙", "甲 / 乙 as %"), ("丙", "7")]);
        assert_eq!(table.value("丙"), Some("75%"));
        assert_eq!(table.value("丁"), Some("1.5"));
        assert_eq!(table.compute("丙", "7"), Ok("7".into()));
    }

    #[test]
    fn circles_come_to_an_end() {
        let round = table(&[], &[("甲", "乙 + 1"), ("乙", "甲 + 1"), ("丙", "丙")]);
        assert!(matches!(round.failure("甲"), Some(Reason::Circle(_))));
        assert!(matches!(round.failure("乙"), Some(Reason::Circle(_))));
        assert_eq!(round.failure("丙"), Some(&Reason::Circle("丙".into())));
        let name = |at: usize| format!("第{at}");
        let row: Vec<_> = (0..5000).map(|at| (name(at), format!("{} + 1", name(at + 1)))).collect();
        let long = FactTable::new(Facts::default(), row);
        assert!(long.failure("第0").is_some());
    }

    #[test]
    fn a_value_that_is_a_blank_is_none() {
        let table = table(&[("甲", "**"), ("乙", "约五千")], &[("丙", "甲"), ("丁", "乙")]);
        assert_eq!(table.failure("丙"), Some(&Reason::NoValue("甲".into())));
        assert_eq!(table.failure("丁"), Some(&Reason::NoFigure("乙".into(), "约五千".into())));
    }
}
