//! Marks that close a text, and those that come in pairs (GB/T 15834-2011).

use super::words::ends_with_any;

/// Marks that end a heading which runs on into its paragraph.
pub const RUN_IN: [char; 5] = ['。', '！', '？', '；', '：'];

/// Marks after which a point needs no other: the standard's closing marks, and the comma of a writer who goes
/// on.
const CLOSING: [char; 13] = ['。', '！', '？', '；', '，', '：', '…', '.', '!', '?', ';', ':', ','];

/// Closing quotes and brackets, behind which a mark still counts.
pub(crate) const CLOSERS: [char; 15] =
    ['”', '’', '」', '』', '）', ')', '】', '》', '〉', ']', '］', '〕', '﹂', '"', '\''];

/// Opening quotes and brackets.
pub(crate) const OPENERS: [char; 13] =
    ['“', '‘', '「', '『', '（', '(', '【', '《', '〈', '[', '［', '〔', '﹁'];

/// Does a heading with this text run on into the paragraph below it?
pub fn is_run_in(heading: &str) -> bool {
    heading.ends_with(RUN_IN)
}

/// Does this text end in a mark of its own, perhaps behind closing quotes or brackets?
pub fn has_closing_mark(text: &str) -> bool {
    text.trim_end_matches(CLOSERS).ends_with(CLOSING)
}

/// The text without the marks that close it. An ellipsis stays: it is content.
pub fn without_closing_mark(text: &str) -> &str {
    text.trim_end_matches(|char| char != '…' && CLOSING.contains(&char))
}

/// Where the words begin that end a text and lead to what follows: behind its last sentence, up to a ： or ， at the end.
/// Words that end in ， lead only where a sentence stands before them.
pub(crate) fn lead_start(text: &str) -> Option<usize> {
    if !ends_with_any(text, "：，:,") {
        return None;
    }
    let ends = |(_, char): &(usize, char)| "。！？；".contains(*char);
    let start = text.char_indices().rev().find(ends).map_or(0, |(end, _)| end + '。'.len_utf8());
    (start > 0 || ends_with_any(text, "：:")).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_counts_behind_a_closing_quote() {
        assert!(has_closing_mark("提出“大干快上。”"));
        assert!(has_closing_mark("等等……"));
        assert!(!has_closing_mark("（见附件）"));
        assert_eq!(without_closing_mark("坚强有力。"), "坚强有力");
        assert_eq!(without_closing_mark("等等……"), "等等……");
    }

    #[test]
    fn a_lead_is_what_follows_the_last_sentence() {
        let lead = |text: &'static str| lead_start(text).map(|start| &text[start..]);
        assert_eq!(lead("抓好落实。会议要求，"), Some("会议要求，"));
        assert_eq!(lead("抓好以下工作："), Some("抓好以下工作："));
        assert_eq!(lead("抓好落实，"), None);
        assert_eq!(lead("抓好落实。"), None);
    }
}
