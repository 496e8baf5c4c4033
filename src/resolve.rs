//! Findings become disjoint, sorted edits, by one total order.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    detect::Finding,
    options::Options,
    span::{Action, Span},
    text::graphemes,
};

/// Resolves `findings` on `text` into sorted disjoint edits.
///
/// Where findings overlap, this order decides who keeps the ground: removal before tag, higher
/// confidence, longer, earlier, kind's order, rule's name. What a later one has left over beside
/// an earlier one is kept only for removals, so that two overlapping removals cut their union.
pub(crate) fn resolve(text: &str, findings: &mut Vec<Finding>, options: &Options) -> Vec<Span> {
    if findings.is_empty() {
        return Vec::new();
    }
    let mut wanted: Vec<Span> =
        findings.drain(..).filter_map(|finding| admit(text, finding, options)).collect();
    wanted.sort_by_key(|span| {
        (
            span.action != Action::Remove,
            std::cmp::Reverse(span.confidence()),
            std::cmp::Reverse(span.end - span.start),
            span.start,
            span.label,
        )
    });
    let mut ground = Ground::default();
    for span in wanted {
        ground.claim(span);
    }
    ground.claimed.sort_by_key(|span| span.start);
    ground.claimed
}

fn admit(text: &str, finding: Finding, options: &Options) -> Option<Span> {
    let action = options.action(finding.action, finding.label.kind, finding.label.confidence)?;
    let (start, end) = graphemes::shrink(text, finding.start, finding.end);
    (start < end).then_some(Span { start, end, action, label: Some(finding.label) })
}

/// What was claimed, and the ground it takes.
#[derive(Default)]
struct Ground {
    claimed: Vec<Span>,
    /// Start to end of each stretch that is taken; a claim joins those it overlaps, so each is
    /// walked over once.
    taken: BTreeMap<usize, usize>,
}

impl Ground {
    /// Takes what is free of `span`, or nothing if it only tags and is not wholly free.
    fn claim(&mut self, span: Span) {
        let before = self.taken.range(..=span.start).next_back();
        let mut at = before.map_or(span.start, |(_, &end)| end.max(span.start));
        let free = at == span.start && self.taken.range(span.start..span.end).next().is_none();
        if !free && span.action != Action::Remove {
            return;
        }
        let mut end = span.end.max(at);
        while let Some((from, to)) = self.taken.range(span.start..span.end).next().map(|(&s, &e)| (s, e)) {
            self.take(at..from, span);
            self.taken.remove(&from);
            at = at.max(to);
            end = end.max(to);
        }
        self.take(at..span.end, span);
        let start = self.joined_start(span.start);
        self.taken.insert(start, end);
    }

    fn take(&mut self, range: Range<usize>, span: Span) {
        if !range.is_empty() {
            self.claimed.push(Span { start: range.start, end: range.end, ..span });
        }
    }

    /// Where the stretch that reaches up to `start` begins, else `start`.
    fn joined_start(&self, start: usize) -> usize {
        let before = self.taken.range(..=start).next_back();
        before.filter(|&(_, &end)| end >= start).map_or(start, |(&from, _)| from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::Kind,
        span::{Confidence, Label},
    };

    fn claimed(spans: &[(usize, usize, Action)]) -> Vec<Range<usize>> {
        let label = Label { kind: Kind::UiLine, rule: "ui_line/test@1", confidence: Confidence::Certain };
        let mut ground = Ground::default();
        for &(start, end, action) in spans {
            ground.claim(Span { start, end, action, label: Some(label) });
        }
        ground.claimed.sort_by_key(|span| span.start);
        ground.claimed.iter().map(Span::range).collect()
    }

    #[test]
    fn a_later_removal_takes_the_gaps_that_earlier_ones_left() {
        let remove = |start, end| (start, end, Action::Remove);
        assert_eq!(claimed(&[remove(2, 4), remove(6, 8), remove(0, 10)]), [0..2, 2..4, 4..6, 6..8, 8..10]);
        assert_eq!(claimed(&[remove(0, 10), remove(2, 4), remove(8, 12)]), [0..10, 10..12]);
        assert_eq!(claimed(&[remove(4, 6), remove(2, 5), remove(1, 9)]), [1..2, 2..4, 4..6, 6..9]);
        assert_eq!(claimed(&[remove(0, 4), remove(4, 8), remove(2, 9)]), [0..4, 4..8, 8..9]);
    }

    #[test]
    fn a_tag_stands_only_on_free_ground() {
        let spans = [(2, 4, Action::Remove), (3, 6, Action::Tag), (4, 6, Action::Tag), (0, 9, Action::Tag)];
        assert_eq!(claimed(&spans), [2..4, 4..6]);
    }
}
