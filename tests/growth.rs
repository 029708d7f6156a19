//! What takes time in proportion to its input. No time is a limit here: a text is held against one 16 times as long,
//! which takes 16 times as long where all is well, and 256 times as long where each part looks through all others.

use outline_summary::read::read_text;
use outline_summary::text::fact::fact_name;
use std::hint::black_box;
use std::sync::Mutex;
use std::time::{Duration, Instant};

const LONGER: usize = 16;

/// How much longer the longer text may take.
const MOST: u32 = 64;

/// How often the two are tried: on a busy machine one of them may be held up.
const TRIES: usize = 5;

/// Only one test runs at a time.
static TURN: Mutex<()> = Mutex::new(());

fn grows_in_proportion(short: usize, text: impl Fn(usize) -> String, work: impl Fn(&str)) {
    let _turn = TURN.lock();
    let texts = [text(short), text(short * LONGER)];
    let mut fastest = [Duration::MAX; 2];
    for _ in 0..TRIES {
        for (text, fastest) in texts.iter().zip(&mut fastest) {
            let start = Instant::now();
            work(black_box(text));
            *fastest = start.elapsed().min(*fastest);
        }
        if fastest[1] < fastest[0] * MOST {
            return;
        }
    }
    panic!("{:?}, and {:?} for a text {LONGER} times as long", fastest[0], fastest[1]);
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
fn rows_in_one_paragraph() {
    let normalized = |text: &str| drop(black_box(read_text(text).normalized()));
    grows_in_proportion(400, |size| "一是甲；二是乙。会议要求，".repeat(size), normalized);
}

#[test]
fn open_braces() {
    let names = |text: &str| {
        assert!((0..text.len()).all(|at| fact_name(&text[at..]).is_none()));
    };
    grows_in_proportion(20_000, |size| "{".repeat(size), names);
}
