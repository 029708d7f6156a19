//! The facts that the text of an open document computes: what uses them follows wherever it stands.

use super::{Session, Splice, difference};
use crate::facts::{Formula, collect_formulas};

impl Session {
    /// The facts that the text computes, in its order.
    pub(super) fn formulas(&self) -> Vec<Formula> {
        let mut formulas = Vec::new();
        self.front().texts().for_each(|text| collect_formulas(text, &mut formulas));
        self.chunks.iter().for_each(|chunk| formulas.extend_from_slice(&chunk.formulas));
        formulas
    }

    /// Composes all anew if the edit that made `splices` changed what facts are computed of, and adds what changed. No
    /// block comes or goes by it.
    pub(super) fn renew_facts(&mut self, splices: Vec<Splice>) -> Vec<Splice> {
        let formulas = self.formulas();
        if formulas == self.settled.facts.formulas() {
            return splices;
        }
        self.settled.facts = self.settled.with(formulas);
        let form = self.settled.form();
        let mut changed = Vec::new();
        let mut place = self.before.len();
        for chunk in &mut self.chunks {
            let old = chunk.recompose(form);
            difference(&old, &chunk.blocks.iter().collect::<Vec<_>>(), place, &mut changed);
            place += chunk.blocks.len();
        }
        self.renew_around(&mut changed);
        let is_new = |at: usize| splices.iter().any(|new| (new.at..new.at + new.inserted).contains(&at));
        changed.retain(|splice| !is_new(splice.at));
        changed.splice(0..0, splices);
        changed.sort_by_key(|splice| splice.at);
        changed
    }
}
