//! One stretch of the source and what was done with it.

use std::ops::Range;

use crate::kind::Kind;

/// What was done with a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Action {
    /// Stands in the clean text.
    Keep,
    /// Cut out of the clean text.
    Remove,
    /// Stands in the clean text, but is named.
    Tag,
}

impl Action {
    /// `keep`, `remove` or `tag`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Action::Keep => "keep",
            Action::Remove => "remove",
            Action::Tag => "tag",
        }
    }
}

/// How sure a detector is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Confidence {
    /// Worth a tag, never a removal by default.
    Possible,
    /// Wrong now and then.
    Likely,
    /// The form itself proves it.
    Certain,
}

impl Confidence {
    /// `possible`, `likely` or `certain`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Possible => "possible",
            Confidence::Likely => "likely",
            Confidence::Certain => "certain",
        }
    }
}

/// A half-open stretch of bytes of the source text and what was done with it.
///
/// Both ends of a removed or tagged span lie on grapheme-cluster boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) action: Action,
    pub(crate) label: Option<Label>,
}

/// Why a span was removed or tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Label {
    pub(crate) kind: Kind,
    pub(crate) rule: &'static str,
    pub(crate) confidence: Confidence,
}

impl Span {
    pub(crate) const fn keep(start: usize, end: usize) -> Self {
        Span { start, end, action: Action::Keep, label: None }
    }

    /// First byte.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub const fn end(&self) -> usize {
        self.end
    }

    /// The bytes as a range, to index the source with.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// What was done.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// What the span is; `None` for kept text.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.label.map(|label| label.kind)
    }

    /// The rule that found it, `kind/name@version`; `None` for kept text.
    #[must_use]
    pub fn rule(&self) -> Option<&'static str> {
        self.label.map(|label| label.rule)
    }

    /// How sure the rule is; `None` for kept text.
    #[must_use]
    pub fn confidence(&self) -> Option<Confidence> {
        self.label.map(|label| label.confidence)
    }
}
