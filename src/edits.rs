//! Sorted, disjoint edits of one window and how a later round's edits join them.

use std::borrow::Cow;

use crate::{
    span::{Action, Span},
    text::graphemes,
};

/// The edits that remove.
pub(crate) fn cuts(edits: &[Span]) -> impl Iterator<Item = &Span> {
    edits.iter().filter(|edit| edit.action == Action::Remove)
}

/// Cuts the removed spans out of `text`; borrowed where there is none.
pub(crate) fn apply<'t>(text: &'t str, edits: &[Span]) -> Cow<'t, str> {
    if cuts(edits).next().is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in cuts(edits) {
        out.push_str(&text[at..edit.start]);
        at = edit.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// Joins `first` (offsets into `source`) with `second` (offsets into the source with `first`'s
/// removals cut): removals of both, tags of `second` alone, as offsets into the source.
pub(crate) fn compose(first: &[Span], second: &[Span], source: &str) -> Vec<Span> {
    let cuts: Vec<&Span> = cuts(first).collect();
    if cuts.is_empty() {
        return second.to_vec();
    }
    let mut joined: Vec<Span> = cuts.iter().map(|&&cut| cut).collect();
    let mut kept = KeptRuns::new(&cuts, source.len());
    for edit in second {
        kept.pieces(edit, &mut joined);
    }
    joined.retain_mut(|span| {
        // What bounds a cluster in the cut text need not bound one in the source: halves of flags.
        (span.start, span.end) = graphemes::shrink(source, span.start, span.end);
        span.start < span.end
    });
    joined.sort_by_key(|span| (span.start, span.end));
    joined
}

/// The stretches of source between cuts, walked once from left to right.
struct KeptRuns<'c> {
    cuts: &'c [&'c Span],
    source_len: usize,
    /// Index of the cut that ends the present run.
    index: usize,
    /// Where the present run starts, in the cut text and in the source.
    view: usize,
    source: usize,
}

impl<'c> KeptRuns<'c> {
    fn new(cuts: &'c [&'c Span], source_len: usize) -> Self {
        KeptRuns { cuts, source_len, index: 0, view: 0, source: 0 }
    }

    fn run_len(&self) -> usize {
        self.cuts.get(self.index).map_or(self.source_len, |cut| cut.start) - self.source
    }

    fn step(&mut self) {
        self.view += self.run_len();
        self.source = self.cuts[self.index].end;
        self.index += 1;
    }

    /// Adds the pieces of source that make up `edit`.
    fn pieces(&mut self, edit: &Span, out: &mut Vec<Span>) {
        let mut at = edit.start;
        while at < edit.end {
            while self.view + self.run_len() <= at && self.index < self.cuts.len() {
                self.step();
            }
            let end = edit.end.min(self.view + self.run_len());
            let shift = self.source - self.view;
            out.push(Span { start: at + shift, end: end + shift, ..*edit });
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kind::Kind,
        span::{Confidence, Label},
    };

    fn cut(start: usize, end: usize) -> Span {
        let label = Label { kind: Kind::UiLine, rule: "ui_line/test@1", confidence: Confidence::Certain };
        Span { start, end, action: Action::Remove, label: Some(label) }
    }

    #[test]
    fn a_second_cut_across_a_first_one_becomes_two_pieces() {
        let text = "abcdefgh";
        let first = [cut(2, 4)];
        let view = apply(text, &first);
        assert_eq!(view, "abefgh");
        let joined = compose(&first, &[cut(1, 3), cut(5, 6)], text);
        let ranges: Vec<_> = joined.iter().map(Span::range).collect();
        assert_eq!(ranges, [1..2, 2..4, 4..5, 7..8]);
        assert_eq!(apply(text, &joined), "afg");
    }
}
