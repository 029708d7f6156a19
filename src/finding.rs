//! Findings (问题): what the program has to say about a place in the source, in both of its languages.

use crate::text::span::Span;
use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something that the writer typed is not in the summary, or not where she put it.
    Error,
    /// The summary is likely not what she means.
    Warning,
    /// Worth a look.
    Info,
}

/// One sentence in Chinese and in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// 中文.
    pub zh: String,
    /// English.
    pub en: String,
}

/// Makes a [`Message`] of the two.
pub fn message(zh: impl Into<String>, en: impl Into<String>) -> Message {
    Message { zh: zh.into(), en: en.into() }
}

/// A change to the source: `text` in place of what stands at `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the source.
    pub span: Span,
    /// What comes there.
    pub text: String,
}

/// What would put a finding right, offered as one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the action does, as a verb phrase.
    pub label: Message,
    /// Changes in the order of the source; none overlap.
    pub edits: Vec<Edit>,
}

/// One finding. It has a `span` where a source was read, a `path` where an object was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable name, such as `number-differs`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// Bytes of the source.
    pub span: Option<Span>,
    /// Place in the object, such as `sections[2].heading`.
    pub path: Option<String>,
    /// What is so.
    pub message: Message,
    /// What to do about it.
    pub hint: Option<Message>,
    /// An edit that does it.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding without place, hint or fix.
    pub const fn new(code: &'static str, severity: Severity, message: Message) -> Self {
        Finding { code, severity, span: None, path: None, message, hint: None, fix: None }
    }

    /// At a place in the source.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// At a place in the object.
    #[must_use]
    pub fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(message(zh, en));
        self
    }

    /// With a fix that replaces `span` by `text`; none where the place is not known.
    #[must_use]
    pub fn fix(mut self, label: Message, span: Option<Span>, text: impl Into<String>) -> Self {
        self.fix = span.map(|span| Fix { label, edits: vec![Edit { span, text: text.into() }] });
        self
    }

    /// The same finding in a text that stands `offset` bytes later.
    #[must_use]
    pub fn shifted(mut self, offset: usize) -> Self {
        self.span = self.span.map(|span| span.shifted(offset));
        if let Some(fix) = &mut self.fix {
            for edit in &mut fix.edits {
                edit.span = edit.span.shifted(offset);
            }
        }
        self
    }
}
