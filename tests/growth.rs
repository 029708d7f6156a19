//! What takes time in proportion to its input. No time is a limit here: a text is held against one 16 times as long,
//! which takes 16 times as long where all is well, and 256 times as long where each part looks through all others.

use outline_summary::fill::{blanks, fact_list, fill_blanks, read_facts};
use outline_summary::mask::{Masks, maskings};
use outline_summary::outline::Facts;
use outline_summary::read::read_text;
use outline_summary::text::fact::fact;
use std::hint::black_box;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const LONGER: usize = 16;

/// How much longer the longer text may take.
const MOST: u32 = 48;

/// How often the two are tried: on a busy machine one of them may be held up.
const TRIES: usize = 4;

/// Only one test runs at a time.
static TURN: Mutex<()> = Mutex::new(());

fn grows_in_proportion(short: usize, text: impl Fn(usize) -> String, work: impl Fn(&str)) {
    let _turn = TURN.lock();
    let timed = |text: &str| {
        let start = Instant::now();
        work(black_box(text));
        start.elapsed()
    };
    let (one, other) = (text(short), text(short * LONGER));
    // The first time of all takes longer.
    let least = (0..TRIES).map(|_| timed(&one)).min().unwrap_or(Duration::MAX);
    let in_proportion = (0..TRIES).any(|_| timed(&other) < least * MOST);
    assert!(in_proportion, "{least:?}, and {MOST} times as long for a text {LONGER} times as long");
}

fn read(text: &str) {
    black_box(read_text(text));
}

#[test]
fn lines_that_go_on_from_no_first_one() {
    grows_in_proportion(300, |size| "二是甲。\n三是乙。\n".repeat(size / 2), read);
}

#[test]
fn lines_that_are_no_points_as_the_last_holds_nothing() {
    let text = |size| format!("一是甲；二是乙。\n{}三是\n", "二是甲。\n三是乙\n".repeat(size / 2));
    grows_in_proportion(300, text, read);
}

#[test]
fn open_braces() {
    let names = |text: &str| {
        assert!((0..text.len()).all(|at| fact(&text[at..]).is_none()));
    };
    grows_in_proportion(20_000, |size| "{".repeat(size), names);
}

#[test]
fn blanks_facts_and_figures_of_one_paragraph() {
    let fill = |text: &str| {
        black_box((blanks(text), fill_blanks(text, &Facts(vec![("0".into(), "1".into())])), fact_list(text)));
        black_box(maskings(text, &Masks { names: vec!["甲".into()], keep: vec!["5".into()] }));
    };
    grows_in_proportion(500, |size| "甲**个，{乙}5，6X.X%".repeat(size / 8), fill);
    grows_in_proportion(500, |size| "x+".repeat(size), fill);
    let formulas =
        |size| (0..size / 8).map(|at| format!("{{数{at} = {at} + 1}}")).collect::<Vec<_>>().concat();
    grows_in_proportion(500, formulas, fill);
}

#[test]
fn tables_of_open_quotes() {
    grows_in_proportion(5000, |size| "\"甲,".repeat(size), |text| drop(black_box(read_facts(text))));
}
