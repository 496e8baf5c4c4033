//! What a detector reports.

use std::ops::Range;

use crate::{
    cover::Cover,
    kind::{DropReason, Kind},
    span::{Action, Confidence, Label},
};

/// One stretch of the page that a detector would remove or tag.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) action: Action,
    pub(crate) label: Label,
}

/// The reports of one round, bounded.
#[derive(Debug)]
pub(crate) struct Findings {
    pub(crate) findings: Vec<Finding>,
    pub(crate) drop: Option<DropReason>,
    pub(crate) limited: bool,
    budget: usize,
    removed: Cover,
}

impl Findings {
    pub(crate) fn new(budget: usize) -> Self {
        Findings { findings: Vec::new(), drop: None, limited: false, budget, removed: Cover::default() }
    }

    /// Reports that `range` should go.
    pub(crate) fn remove(
        &mut self,
        range: Range<usize>,
        kind: Kind,
        rule: &'static str,
        confidence: Confidence,
    ) {
        self.add(range, Action::Remove, Label { kind, rule, confidence });
    }

    /// Reports that `range` should be named and stay.
    pub(crate) fn tag(&mut self, range: Range<usize>, kind: Kind, rule: &'static str) {
        self.add(range, Action::Tag, Label { kind, rule, confidence: Confidence::Possible });
    }

    /// What was reported of a kind, in order.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |found| found.label.kind == kind)
    }

    /// Reports that the document is junk. The first report stands.
    pub(crate) fn drop_document(&mut self, reason: DropReason) {
        self.drop.get_or_insert(reason);
    }

    /// Whether some finding that removes covers byte `at`. O(log n) in the findings.
    pub(crate) fn removes(&self, at: usize) -> bool {
        self.removed.covers(at)
    }

    /// What is to be removed.
    pub(crate) fn removed(&self) -> &Cover {
        &self.removed
    }

    /// Whether something of this kind goes at byte `from` or behind it. Linear in the findings.
    pub(crate) fn has(&self, kind: Kind, from: usize) -> bool {
        self.findings.iter().any(|finding| {
            finding.label.kind == kind && finding.action == Action::Remove && finding.start >= from
        })
    }

    fn add(&mut self, range: Range<usize>, action: Action, label: Label) {
        if range.is_empty() {
            return;
        }
        if self.findings.len() >= self.budget {
            self.limited = true;
            return;
        }
        if action == Action::Remove {
            self.removed.take(range.clone(), |_| {});
        }
        self.findings.push(Finding { start: range.start, end: range.end, action, label });
    }
}
