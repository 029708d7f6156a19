//! Summary → plain text: one block a line, one `\n` at the end.

use super::lines::hard_lines;
use crate::style::Style;
use crate::summary::{Block, Role, TITLE_BREAK};

/// What plain text may add to the blocks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextOptions {
    /// Indent paragraphs as the style says.
    pub indent: bool,
    /// Put an empty line between blocks.
    pub blank_lines: bool,
    /// Break the lines as on paper; then the paper says what is indented and what is parted.
    pub hard_lines: bool,
}

/// Writes blocks as plain text.
pub fn text<'a>(blocks: impl IntoIterator<Item = &'a Block>, style: &Style, options: TextOptions) -> String {
    if options.hard_lines {
        return hard_lines(&blocks.into_iter().collect::<Vec<_>>(), style);
    }
    let mut out = String::new();
    blocks.into_iter().for_each(|block| push_block(&mut out, block, style, options));
    out
}

/// Writes one block behind those written.
pub(crate) fn push_block(out: &mut String, block: &Block, style: &Style, options: TextOptions) {
    let apart = if options.blank_lines || style.blank_lines { "\n\n" } else { "\n" };
    if !out.is_empty() {
        out.push_str(&apart[1..]);
    }
    out.push_str(&indent(block, style, options));
    if block.role == Role::Title {
        out.push_str(&block.text.replace(TITLE_BREAK, apart));
    } else {
        out.push_str(&block.text);
    }
    out.push('\n');
}

/// The indent of a block. A second attachment stands under the first one's number (GB/T 9704, 7.3.4).
fn indent(block: &Block, style: &Style, options: TextOptions) -> String {
    let usual = match block.role {
        Role::Heading | Role::RunIn | Role::Body | Role::Closing | Role::Attachment => options.indent,
        Role::Title | Role::Addressee | Role::Table | Role::Signature | Role::Date => false,
    };
    if !usual && !style.indented.contains(&block.role) {
        return String::new();
    }
    if block.role == Role::Attachment && block.level > 1 && usual {
        let label = style.attachment.chars().map(|char| if char.is_ascii() { ' ' } else { '\u{3000}' });
        return style.indent.chars().chain(label).collect();
    }
    style.indent.clone()
}
