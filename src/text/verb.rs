//! 是 and 要 at the start of a point: the verb, or a part of a word.

use super::words::begins_with_word;

/// Words that begin with 是 or 要 and are not the verb: after a counter they are the text's own. Words that
/// more often begin a clause of the verb (要强化, 要不断, 是以人民为中心) are left out.
const NOT_THE_VERB: &str = "要素 要点 要害 要件 要务 要领 要道 要闻 要旨 要义 要塞 要职 要案 要员 要略 要求 要么 要挟 要隘 要诀 \
     要犯 要津 要谛 要情 要地 是非 是否 是故";

/// Clauses of the verb that only look like those words: 要务实 is not 要务.
const THE_VERB: &str = "要素质 要素养 要点面 要点亮 要点燃 要点滴 要点名 要点对点 要点上 要点赞 要件件 要务实 要务必 要务求 要务工 \
     要务农 要领导 要领会 要领悟 要领先 要领跑 要领航 要领头 要领略 要道德 要道路 要闻令 要闻风 要闻过 要义无 要义务 要职责 要职能 \
     要职工 要案件 要员工 要略有 要求真 要求新 要求实 要求变 要求突破 要求精 是非常 是非凡 是故意";

/// Does this text begin with the verb 是 or 要?
pub fn begins_with_verb(text: &str) -> bool {
    let begins = |words| begins_with_word(text, words);
    text.starts_with(['是', '要']) && (!begins(NOT_THE_VERB) || begins(THE_VERB))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_begins_like_the_verb_is_none() {
        for text in
            ["要素保障", "要点突出", "要件齐全", "要务繁重", "要求各单位落实", "是非分明", "是否到位", "加强"]
        {
            assert!(!begins_with_verb(text), "{text}");
        }
        for text in [
            "要加强",
            "要紧密结合",
            "要紧跟",
            "要领悟",
            "要件件有着落",
            "要闻令而动",
            "要求真务实",
            "要务实",
            "要职责清",
            "是非常重要的",
            "是以人民为中心",
        ] {
            assert!(begins_with_verb(text), "{text}");
        }
    }
}
