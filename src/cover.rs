//! Ground that is taken: a set of places in a text.

use std::{collections::BTreeMap, ops::Range};

/// Stretches of a text, joined where they overlap or touch.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cover {
    /// Start to end of each stretch.
    stretches: BTreeMap<usize, usize>,
}

impl Cover {
    /// Whether nothing is taken.
    pub(crate) fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// The stretches, from left to right.
    pub(crate) fn into_stretches(self) -> Vec<Range<usize>> {
        self.stretches.into_iter().map(|(start, end)| start..end).collect()
    }

    /// Whether byte `at` is taken. O(log n).
    pub(crate) fn covers(&self, at: usize) -> bool {
        !self.is_empty() && self.stretches.range(..=at).next_back().is_some_and(|(_, &end)| at < end)
    }

    /// Whether nothing of `range` is taken. O(log n).
    pub(crate) fn is_free(&self, range: &Range<usize>) -> bool {
        !self.covers(range.start) && self.stretches.range(range.clone()).next().is_none()
    }

    /// Takes `range` and hands over what of it was free, from left to right. O(log n) amortised:
    /// the stretches it walks over become one.
    pub(crate) fn take(&mut self, range: Range<usize>, mut free: impl FnMut(Range<usize>)) {
        let before = self.stretches.range(..=range.start).next_back().filter(|&(_, &end)| end >= range.start);
        let (start, mut at) = before.map_or((range.start, range.start), |(&start, &end)| (start, end));
        while let Some((from, to)) = self.next_in(at, range.end) {
            if at < from {
                free(at..from);
            }
            self.stretches.remove(&from);
            at = to;
        }
        if at < range.end {
            free(at..range.end);
        }
        self.stretches.insert(start, at.max(range.end));
    }

    /// The first stretch that starts in `from..to`.
    fn next_in(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let range = from..to.max(from);
        self.stretches.range(range).next().map(|(&start, &end)| (start, end))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cover_is_the_set_of_its_places(ranges in prop::collection::vec((0usize..40, 1usize..12), 0..20)) {
            let mut cover = Cover::default();
            let mut naive = [false; 64];
            for (start, len) in ranges {
                let range = start..start + len;
                prop_assert_eq!(cover.is_free(&range), !naive[range.clone()].contains(&true));
                let mut fresh = Vec::new();
                cover.take(range.clone(), |free| {
                    assert!(free.start < free.end, "nothing is not free");
                    fresh.extend(free);
                });
                let want: Vec<usize> = range.clone().filter(|&at| !naive[at]).collect();
                prop_assert_eq!(fresh, want);
                naive[range].fill(true);
                prop_assert!((0..64).all(|at| cover.covers(at) == naive[at]));
            }
        }
    }

    #[test]
    fn stretches_that_overlap_or_touch_are_one() {
        let mut cover = Cover::default();
        [6..9, 0..3, 2..5, 7..8, 9..12].into_iter().for_each(|range| cover.take(range, |_| {}));
        assert_eq!(cover.into_stretches(), [0..5, 6..12]);
    }
}
