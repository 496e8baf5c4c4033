//! Invented brands inside sentences: they end as betting sites do.

use std::ops::Range;

use super::{
    judge,
    piece::{Bounds, Spot},
    shared,
};
use crate::{
    detect::{Findings, Page},
    lexicon::Lexicon,
};

/// A brand must stand more than twice: real firms have such names too.
const BOUNDS: Bounds = Bounds { single: f32::MAX, pair: f32::MAX, mean: 8.0, reads_on: 2.5 };
const UNGRAMMATICAL: f32 = 7.0;
/// Length of a brand, its ending included, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 4..=9;

/// Looks at the endings of brands with what stands before each of them again and again. Linear, but
/// for sorting.
pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut ends: Vec<Range<usize>> = page.hits(Lexicon::BrandEnd).map(|hit| hit.start..hit.end).collect();
    if ends.len() < 3 {
        return;
    }
    let key = |end: &Range<usize>| (lead(page.text, end.start), &page.text[end.clone()]);
    ends.sort_by(|a, b| key(a).cmp(&key(b)).then(a.start.cmp(&b.start)));
    let mut spots = Vec::new();
    for group in ends.chunk_by(|a, b| key(a) == key(b)) {
        let (before, behind) = shared::around(page.text, group);
        for end in group {
            let range = end.start - before..end.end;
            let fits = group.len() > 2 && behind == 0;
            if fits && CHARS.contains(&page.text[range.clone()].chars().count()) {
                spots.push(Spot::new(page.text, range, UNGRAMMATICAL));
            }
        }
    }
    judge(page, spots, &BOUNDS, "inline_keyword/brand@1", findings);
}

/// The two characters before an ending: those of one brand are the same.
fn lead(text: &str, at: usize) -> &str {
    let bytes: usize = text[..at].chars().rev().take(2).map(char::len_utf8).sum();
    &text[at - bytes..at]
}
