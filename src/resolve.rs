//! Findings become disjoint, sorted edits, by one total order.

use crate::{
    cover::Cover,
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
pub(crate) fn resolve(text: &str, findings: &[Finding], options: &Options) -> Vec<Span> {
    if findings.is_empty() {
        return Vec::new();
    }
    let mut wanted: Vec<Span> = findings.iter().filter_map(|finding| admit(text, finding, options)).collect();
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

fn admit(text: &str, finding: &Finding, options: &Options) -> Option<Span> {
    let action = options.action(finding.action, finding.label.kind, finding.label.confidence)?;
    let (start, end) = graphemes::shrink(text, finding.start, finding.end);
    (start < end).then_some(Span { start, end, action, label: Some(finding.label) })
}

/// What was claimed, and the ground it takes.
#[derive(Default)]
struct Ground {
    claimed: Vec<Span>,
    taken: Cover,
}

impl Ground {
    /// Takes what is free of `span`, or nothing if it only tags and is not wholly free.
    fn claim(&mut self, span: Span) {
        if span.action != Action::Remove && !self.taken.is_free(&span.range()) {
            return;
        }
        let claimed = &mut self.claimed;
        self.taken.take(span.range(), |free| {
            claimed.push(Span { start: free.start, end: free.end, ..span });
        });
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

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
