//! Summary → plain text: one block a line, one `\n` at the end.

use crate::style::Style;
use crate::summary::{Block, Role};

/// What plain text may add to the blocks.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextOptions {
    /// Indent paragraphs as the style says.
    pub indent: bool,
    /// Put an empty line between blocks.
    pub blank_lines: bool,
}

/// Writes blocks as plain text.
pub fn text<'a>(blocks: impl IntoIterator<Item = &'a Block>, style: &Style, options: TextOptions) -> String {
    let mut out = String::new();
    blocks.into_iter().for_each(|block| push_block(&mut out, block, style, options));
    out
}

/// Writes one block behind those written.
pub(crate) fn push_block(out: &mut String, block: &Block, style: &Style, options: TextOptions) {
    if options.blank_lines && !out.is_empty() {
        out.push('\n');
    }
    if options.indent {
        out.push_str(&indent(block, style));
    }
    out.push_str(&block.text);
    out.push('\n');
}

/// The indent of a block. A second attachment stands under the first one's number (GB/T 9704, 7.3.4).
fn indent(block: &Block, style: &Style) -> String {
    match block.role {
        Role::Attachment if block.level > 1 => {
            let label = style.attachment.chars().map(|char| if char.is_ascii() { ' ' } else { '\u{3000}' });
            style.indent.chars().chain(label).collect()
        }
        Role::Heading | Role::RunIn | Role::Body | Role::Closing | Role::Attachment => style.indent.clone(),
        Role::Title | Role::Addressee | Role::Table | Role::Signature | Role::Date => String::new(),
    }
}
