//! A title over several lines: it is broken where the sense is, and its lines make a trapezium or a diamond
//! (GB/T 9704-2012, 7.3.1).

use super::Line;
use super::breaks::may_break;
use super::lines::{Measure, Setter};
use crate::summary::{Block, TITLE_BREAK};
use crate::text::space::{is_space, trim};
use std::ops::Range;

/// Words that are not broken in a title: what offices, documents and their matters are called.
const WORDS: &str = "工作 总结 情况 报告 通知 通报 通告 公告 意见 方案 办法 规定 规则 细则 条例 要点 计划 规划 讲话 纪要 请示 批复 决定 \
     关于 印发 转发 做好 进一步 加强 推进 推动 开展 落实 全面 实施 深入 会议 年度 半年 上半年 下半年 人民 政府 委员会 办公室 办公厅 \
     领导 小组 建设 发展 管理 服务 安全 生产 经济 社会 生态 环境 保护 教育 文化 卫生 健康 党建 党风 廉政 基层 组织 干部 群众 乡村 振兴 \
     农村 农业 产业 项目 行动 专项 整治 治理 活动 学习 贯彻 精神 任务 责任 目标 考核 检查 督查 调研 研究 述职 存在 问题 整改 措施 \
     打算 安排 部署 机关 单位 部门 系统 全省 全市 全县 全区 全镇 街道 社区 中心 公司 集团 学校 医院 银行 信用 联社 财政 税务 公安 司法";

/// Up to so many bytes a title is broken by sense; what is longer is none.
const LONGEST: usize = 600;

/// The cost of a break by where it falls, and of a line by how far its length is from the others'.
const INSIDE_A_WORD: f64 = 60.0;
const AFTER_A_CHARACTER: f64 = 8.0;
const BETWEEN_WORDS: f64 = 3.0;
const AFTER_A_PARTICLE: f64 = 0.0;

/// The lines of a title, each centred.
pub(super) fn title(block: &Block, setter: Setter<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for own in block.text.split(TITLE_BREAK) {
        let from = start + (own.len() - own.trim_start_matches(is_space).len());
        let range = from..from + trim(own).len();
        start += own.len() + TITLE_BREAK.len_utf8();
        for part in by_sense(block, range, setter) {
            lines.extend(centred(block, part, setter));
        }
    }
    lines
}

fn centred(block: &Block, range: Range<usize>, setter: Setter<'_>) -> Vec<Line> {
    let right = setter.width();
    let mut lines = setter.lines(block, range, Measure { first: 0.0, left: 0.0, right });
    for line in &mut lines {
        line.left = ((right - line.width) / 2.0).max(0.0);
        line.spread = 0.0;
    }
    lines
}

/// Breaks a title that is longer than a line into as few as it takes, at the breaks that cost least.
fn by_sense(block: &Block, range: Range<usize>, setter: Setter<'_>) -> Vec<Range<usize>> {
    let text = &block.text[range.clone()];
    let right = setter.width();
    let all = setter.width_of(block, range.clone());
    if all <= right || right <= 0.0 || text.len() > LONGEST {
        return vec![range];
    }
    let places = places(text);
    // The length from the start to each place.
    let length = |(at, _): &(usize, f64)| setter.width_of(block, range.start..range.start + at);
    let lengths: Vec<f64> = places.iter().map(length).collect();
    let measure = Measure { first: 0.0, left: 0.0, right };
    let least = setter.lines(block, range.clone(), measure).len();
    for count in least..=least + 2 {
        if let Some(breaks) = cheapest(&places, &lengths, count, right) {
            let borders = breaks.iter().map(|at| range.start + places[*at].0);
            let starts = [range.start].into_iter().chain(borders.clone());
            return starts.zip(borders.chain([range.end])).map(|(from, to)| from..to).collect();
        }
    }
    vec![range]
}

/// Where a title may be broken, with what each break costs; its start and end are among them.
fn places(text: &str) -> Vec<(usize, f64)> {
    let inside = inside_words(text);
    let mut places = vec![(0, 0.0)];
    let mut before = None;
    for (at, char) in text.char_indices() {
        if let Some(before) = before.filter(|before| may_break(*before, char)) {
            places.push((at, cost(before, char, inside[at], inside[at - before.len_utf8()])));
        }
        before = Some(char);
    }
    places.push((text.len(), 0.0));
    places
}

/// What a word covers: each byte inside a word, but not its start.
fn inside_words(text: &str) -> Vec<bool> {
    let mut inside = vec![false; text.len()];
    for word in WORDS.split(' ') {
        for (at, _) in text.match_indices(word) {
            inside[at + 1..at + word.len()].fill(true);
        }
    }
    inside
}

fn cost(before: char, after: char, in_word: bool, ends_word: bool) -> f64 {
    if in_word {
        INSIDE_A_WORD
    } else if "的、，》”）和与及暨 ".contains(before) || "《“（".contains(after) {
        AFTER_A_PARTICLE
    } else if "的和与及".contains(after) {
        // What joins stands at the end of a line.
        INSIDE_A_WORD / 2.0
    } else if ends_word {
        BETWEEN_WORDS
    } else {
        AFTER_A_CHARACTER
    }
}

/// The cheapest breaks into `count` lines, none longer than `right`; `None` if there are none.
fn cheapest(places: &[(usize, f64)], lengths: &[f64], count: usize, right: f64) -> Option<Vec<usize>> {
    let last = places.len() - 1;
    let mean = lengths[last] / count as f64;
    // The best way to reach each place with so many lines: its cost, and the place before.
    let mut best: Vec<Vec<Option<(f64, usize)>>> = vec![vec![None; places.len()]; count + 1];
    best[0][0] = Some((0.0, 0));
    for line in 1..=count {
        for to in 1..=last {
            for from in 0..to {
                let Some((above, _)) = best[line - 1][from] else { continue };
                let length = lengths[to] - lengths[from];
                if length > right {
                    continue;
                }
                let uneven = (length - mean) / right * 20.0;
                let all = above + places[to].1 + uneven * uneven;
                if best[line][to].is_none_or(|(known, _)| all < known) {
                    best[line][to] = Some((all, from));
                }
            }
        }
    }
    let mut breaks = Vec::new();
    let mut at = last;
    for line in (1..=count).rev() {
        let (_, from) = best[line][at]?;
        breaks.push(from);
        at = from;
    }
    breaks.reverse();
    breaks.remove(0);
    Some(breaks)
}
