//! Checks: what may be wrong with an outline, told beside the summary and never put right unasked.
//!
//! One rule a file. Each gives what it finds, why (with the clause), an example, and the fix where one is
//! certain. [`RULES`] orders them; a finding of the reader comes before those of the rules.

mod counter_mark;
mod date_form;
mod deep_points;
mod doubled_mark;
mod fact_given_twice;
mod fact_not_computed;
mod fact_without_value;
mod half_width_mark;
mod heading_mark;
mod lone_point;
mod number_differs;
mod number_kept;
mod unknown_style;
mod unpaired_mark;

pub(crate) use number_kept::begins_row;

use crate::compose::{Counted, Numbering};
use crate::facts::FactTable;
use crate::finding::{Finding, Severity};
use crate::outline::{Block, Front, Layout, Line, Outline, Point, Section};
use crate::style::Style;
use crate::text::Text;

/// One rule.
pub struct Rule {
    /// Its stable name.
    pub code: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it looks at.
    check: Check,
}

enum Check {
    /// Front matter.
    Front(fn(&Front) -> Option<Finding>),
    /// A heading, and what its number counts as.
    Heading(fn(&Section, Counted) -> Option<Finding>),
    /// An outermost list.
    Points(fn(&[Point], Layout) -> Vec<Finding>),
    /// Any text, of the body or around it.
    Text(fn(&Text, &FactTable) -> Vec<Finding>),
}

/// All rules, in the order of their findings at one place.
pub const RULES: [&Rule; 16] = [
    &unknown_style::RULE,
    &date_form::RULE,
    &number_differs::HEADINGS,
    &number_differs::POINTS,
    &number_kept::HEADINGS,
    &number_kept::POINTS,
    &heading_mark::RULE,
    &counter_mark::RULE,
    &lone_point::RULE,
    &deep_points::RULE,
    &doubled_mark::RULE,
    &half_width_mark::RULE,
    &unpaired_mark::RULE,
    &fact_without_value::RULE,
    &fact_not_computed::RULE,
    &fact_given_twice::RULE,
];

/// Checks what stands around the body.
pub(crate) fn check_front(front: &Front, facts: &FactTable) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        if let Check::Front(check) = rule.check {
            findings.extend(check(front));
        }
    }
    let mut checker = Checker { findings, ..Checker::new(facts, Numbering::default()) };
    front.texts().for_each(|text| checker.text(text));
    checker.findings
}

/// Checks a whole outline, in reading order.
pub fn check(outline: &Outline, style: &Style, facts: &FactTable) -> Vec<Finding> {
    let mut checker = Checker::new(facts, Numbering::new(style));
    checker.findings = check_front(&outline.front(), facts);
    outline.walk(|line| checker.line(line));
    checker.findings
}

/// Checks the body, line by line.
pub(crate) struct Checker<'a> {
    facts: &'a FactTable,
    numbering: Numbering,
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Checker<'a> {
    /// A checker that goes on from the numbers of what stands above.
    pub(crate) fn new(facts: &'a FactTable, numbering: Numbering) -> Self {
        Checker { facts, numbering, findings: Vec::new() }
    }

    /// Checks one line of the outline.
    pub(crate) fn line(&mut self, line: Line<'_>) {
        match line {
            Line::Heading(section) => self.heading(section),
            Line::Rule => self.numbering.close(),
            Line::Block(Block::Paragraph { text }) => self.text(text),
            Line::Block(Block::Points { layout, points }) => self.points(points, *layout),
            Line::Block(Block::Table { header, rows }) => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| self.text(cell));
            }
            Line::Block(Block::Note { .. }) => {}
        }
    }

    fn heading(&mut self, section: &Section) {
        let counted = self.numbering.count(section);
        for rule in RULES {
            if let Check::Heading(check) = rule.check {
                self.findings.extend(check(section, counted));
            }
        }
        self.text(&section.heading);
    }

    fn points(&mut self, points: &[Point], layout: Layout) {
        for rule in RULES {
            if let Check::Points(check) = rule.check {
                self.findings.append(&mut check(points, layout));
            }
        }
        each_point(points, &mut |point| self.text(&point.text));
    }

    fn text(&mut self, text: &Text) {
        for rule in RULES {
            if let Check::Text(check) = rule.check {
                self.findings.append(&mut check(text, self.facts));
            }
        }
    }
}

/// Calls `visit` with each point, those under it after it.
fn each_point<'a>(points: &'a [Point], visit: &mut impl FnMut(&'a Point)) {
    for point in points {
        visit(point);
        each_point(&point.points, visit);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_rules_is_a_promise() {
        let codes: Vec<_> = RULES.iter().map(|rule| rule.code).collect();
        insta::assert_snapshot!(codes.join("\n"));
    }
}
