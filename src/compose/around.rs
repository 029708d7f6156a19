//! What stands around the body: title and 主送机关 before it, 附件, 署名 and 成文日期 after (GB/T 9704-2012,
//! 7.3.1, 7.3.2, 7.3.4, 7.3.5).

use super::paragraph::push_text;
use super::{Detail, Form, read_date};
use crate::outline::Front;
use crate::summary::{Block, Kind, Role};
use crate::text::Text;

/// The blocks before and after the body.
pub(crate) fn around(front: &Front, form: Form<'_>) -> (Vec<Block>, Vec<Block>) {
    if form.detail == Detail::Headings {
        return (Vec::new(), Vec::new());
    }
    let before = [front.title.as_ref().map(|title| line(Role::Title, title, form)), addressee(front, form)];
    let mut after = attachments(front, form);
    after.extend(front.from.as_ref().map(|from| line(Role::Signature, from, form)));
    after.extend(front.date.as_ref().map(|date| self::date(date, form)));
    (before.into_iter().flatten().collect(), after)
}

fn line(role: Role, text: &Text, form: Form<'_>) -> Block {
    let mut block = Block::new(role, 0);
    push_text(&mut block, Kind::Text, text, 0..text.len(), form);
    block
}

fn addressee(front: &Front, form: Form<'_>) -> Option<Block> {
    let to = front.to.as_ref()?;
    let mut block = line(Role::Addressee, to, form);
    if !to.ends_with(['：', ':']) {
        block.push(Kind::Mark, &form.style.addressee, None);
    }
    Some(block)
}

/// `附件：1.…`, each further one on its own line; a single one takes no number.
fn attachments(front: &Front, form: Form<'_>) -> Vec<Block> {
    let single = front.attachments.len() == 1;
    let numbered = front.attachments.iter().zip(1..);
    let block = |(text, count): (&Text, u32)| {
        let mut block = Block::new(Role::Attachment, count.min(u32::from(u8::MAX)) as u8);
        if count == 1 {
            block.push(Kind::Mark, &form.style.attachment, None);
        }
        if !single {
            block.push(Kind::Number, &form.style.attachment_number.format(&[count]), None);
        }
        push_text(&mut block, Kind::Text, text, 0..text.len(), form);
        block
    };
    numbered.map(block).collect()
}

fn date(text: &Text, form: Form<'_>) -> Block {
    let typed = line(Role::Date, text, form);
    let Some(date) = read_date(&typed.text).filter(|_| !form.style.date.is_empty()) else {
        return typed;
    };
    let mut block = Block::new(Role::Date, 0);
    block.push(Kind::Text, &date.format(&form.style.date), text.span());
    block
}
