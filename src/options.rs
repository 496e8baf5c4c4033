//! What to remove and what only to name.

use crate::{
    detect::Weights,
    kind::Kind,
    limits::Limits,
    span::{Action, Confidence},
};

/// Settings of a [`Cleaner`](crate::Cleaner).
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    pub(crate) remove_from: Confidence,
    pub(crate) disabled: Vec<Kind>,
    pub(crate) limits: Limits,
    pub(crate) weights: Weights,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            remove_from: Confidence::Likely,
            disabled: Vec::new(),
            limits: Limits::default(),
            weights: Weights::default(),
        }
    }
}

impl Options {
    /// Removes findings of this confidence and above; lower ones are tagged.
    /// Default: [`Confidence::Likely`].
    #[must_use]
    pub const fn with_remove_from(mut self, confidence: Confidence) -> Self {
        self.remove_from = confidence;
        self
    }

    /// Neither removes nor tags this kind; verdicts stay as they are. Default: every kind is on.
    #[must_use]
    pub fn without(mut self, kind: Kind) -> Self {
        self.disabled.push(kind);
        self
    }

    /// Sets the bounds on memory and work. Default: [`Limits::default`].
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Switches one sort of evidence off, to measure what it is worth; none of that name: `None`.
    /// For the project's own score, no part of the stable interface.
    #[doc(hidden)]
    #[must_use]
    pub fn without_evidence(mut self, name: &str) -> Option<Self> {
        self.weights = self.weights.without(name)?;
        Some(self)
    }

    /// What [`Options::without_evidence`] knows.
    #[doc(hidden)]
    pub fn evidence() -> impl Iterator<Item = &'static str> {
        crate::detect::EVIDENCE.iter().map(|(name, _)| *name)
    }

    pub(crate) fn action(&self, wish: Action, kind: Kind, confidence: Confidence) -> Option<Action> {
        if self.disabled.contains(&kind) {
            return None;
        }
        match wish {
            Action::Remove if confidence >= self.remove_from => Some(Action::Remove),
            _ => Some(Action::Tag),
        }
    }
}
