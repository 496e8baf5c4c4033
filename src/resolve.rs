//! Findings become disjoint, sorted edits, by one total order.

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
    let mut taken = Ground::default();
    for span in wanted {
        taken.claim(span);
    }
    taken.spans.sort_by_key(|span| span.start);
    taken.spans
}

fn admit(text: &str, finding: Finding, options: &Options) -> Option<Span> {
    let action = options.action(finding.action, finding.label.kind, finding.label.confidence)?;
    let (start, end) = graphemes::shrink(text, finding.start, finding.end);
    (start < end).then_some(Span { start, end, action, label: Some(finding.label) })
}

/// Ground that is taken, kept sorted by start.
#[derive(Default)]
struct Ground {
    spans: Vec<Span>,
}

impl Ground {
    fn claim(&mut self, span: Span) {
        let first = self.spans.partition_point(|other| other.end <= span.start);
        let free = self.spans.get(first).is_none_or(|other| other.start >= span.end);
        if free {
            self.spans.insert(first, span);
        } else if span.action == Action::Remove {
            self.claim_gaps(span, first);
        }
    }

    fn claim_gaps(&mut self, span: Span, first: usize) {
        let mut at = span.start;
        let mut index = first;
        while at < span.end {
            let (start, end) =
                self.spans.get(index).map_or((span.end, span.end), |other| (other.start, other.end));
            if at < start {
                let piece = Span { start: at, end: start.min(span.end), ..span };
                self.spans.insert(index, piece);
                index += 1;
            }
            at = end.max(at).max(start);
            index += 1;
        }
    }
}
