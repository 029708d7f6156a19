//! A fact that cannot be computed: it stands as typed, as a blank.
//!
//! `{完成率 = 出栏 / 目标 as %}` where 目标 has no value, is no figure, or is 0; and `{完成率}` elsewhere.

use super::{Check, Rule};
use crate::facts::FactTable;
use crate::finding::{Finding, Message, Severity, message};
use crate::formula::Reason;
use crate::text::Text;
use crate::text::fact::{Fact, facts};

pub(super) const RULE: Rule =
    Rule { code: "fact-not-computed", severity: Severity::Warning, check: Check::Text(check) };

fn check(text: &Text, table: &FactTable) -> Vec<Finding> {
    let failed = |(at, fact): (usize, Fact<'_>)| {
        let reason = match fact.formula {
            Some(formula) => table.compute(fact.name, formula).err()?,
            None => table.failure(fact.name)?.clone(),
        };
        let name = fact.name;
        let why = why(&reason);
        let what = message(
            format!("“{name}”算不出来：{}", why.zh),
            format!("“{name}” cannot be computed: {}", why.en),
        );
        let hint = hint(&reason);
        let place = text.source_span(at..at + fact.len);
        Some(Finding::new(RULE.code, RULE.severity, what).at(place).hint(hint.zh, hint.en))
    };
    facts(text).filter_map(failed).collect()
}

fn why(reason: &Reason) -> Message {
    match reason {
        Reason::NoValue(name) => message(format!("“{name}”还没有值"), format!("“{name}” has no value yet")),
        Reason::NoFigure(name, value) => message(
            format!("“{name}”的值“{value}”不是数"),
            format!("the value of “{name}”, “{value}”, is no figure"),
        ),
        Reason::NothingToDivideBy => message("除数是 0", "it is divided by 0"),
        Reason::Circle(name) => message(
            format!("“{name}”绕回到自己，或套得太深"),
            format!("“{name}” is computed of itself, or too deep"),
        ),
        Reason::TooLarge => message("数太大", "a figure is too large"),
        Reason::Unreadable => message("算式没有看懂", "the formula is not understood"),
        Reason::UnknownForm(form) => {
            message(format!("“as {form}”没有看懂"), format!("“as {form}” is not understood"))
        }
    }
}

fn hint(reason: &Reason) -> Message {
    match reason {
        Reason::NoValue(name) | Reason::NoFigure(name, _) => message(
            format!("在文首的“事实:”下写“  {name}: 12.5”这样的数"),
            format!("Write a figure, “  {name}: 12.5”, under “facts:” at the head"),
        ),
        Reason::NothingToDivideBy => message("核对除数的值", "Look at the value that it is divided by"),
        Reason::Circle(_) => message("改用别的事实来算", "Compute it of other facts"),
        Reason::TooLarge => message("核对各数的值", "Look at the values of its figures"),
        Reason::Unreadable => message(
            "可用 + - * / 和括号，如“{同比 = (今年 - 去年) / 去年 as %}”",
            "There are + - * / and brackets: “{growth = (new - old) / old as %}”",
        ),
        Reason::UnknownForm(_) => message(
            "可写 %、%.1、0.0、万、亿元、,0 这样的格式",
            "There are forms such as %, %.1, 0.0, 万, 亿元 and ,0",
        ),
    }
}
