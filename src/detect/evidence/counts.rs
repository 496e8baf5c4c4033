//! How often each pair of symbols was seen.

use super::Pair;

/// Counts by pair, found by hashing. Room for as many different pairs as it was made for.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Pairs with their counts; 0 marks a place that is free.
    places: Vec<(Pair, u32)>,
}

impl Counts {
    /// With room for `most` different pairs.
    pub(super) fn with_room(most: usize) -> Self {
        Counts { places: vec![(0, 0); (2 * most).next_power_of_two().max(2)] }
    }

    /// The place of a pair, or the free one where it would be.
    #[inline]
    fn place(&self, pair: Pair) -> usize {
        let mask = self.places.len() - 1;
        let mut at = (u64::from(pair).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & mask;
        while self.places[at].1 != 0 && self.places[at].0 != pair {
            at = (at + 1) & mask;
        }
        at
    }

    #[inline]
    pub(super) fn add(&mut self, pair: Pair) {
        let at = self.place(pair);
        self.places[at] = (pair, self.places[at].1 + 1);
    }

    /// Whether nothing can have been added.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// How often a pair was added.
    pub(super) fn of(&self, pair: Pair) -> u32 {
        if self.is_empty() { 0 } else { self.places[self.place(pair)].1 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_are_the_sightings(pairs in prop::collection::vec(0u32..20, 0..60)) {
            let mut counts = Counts::with_room(20);
            pairs.iter().for_each(|&pair| counts.add(pair));
            for pair in 0..20 {
                let want = pairs.iter().filter(|&&other| other == pair).count();
                prop_assert_eq!(counts.of(pair) as usize, want);
            }
        }
    }
}
