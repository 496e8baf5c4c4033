//! A number for each pair of symbols.

use super::Pair;

/// Numbers by pair, found by hashing; 0 for a pair that has none. At most half of its places are taken.
#[derive(Debug)]
pub(crate) struct PairMap {
    /// Pairs with their numbers; 0 marks a place that is free.
    places: Vec<(Pair, u32)>,
    taken: usize,
}

/// Places of a table that is new, and how many times as many one has that had not enough.
const FIRST: usize = 1 << 10;
const MORE: usize = 4;

impl Default for PairMap {
    fn default() -> Self {
        PairMap { places: vec![(0, 0); FIRST], taken: 0 }
    }
}

impl PairMap {
    /// Sets the number of a pair, which must not be 0, from the one it had.
    #[inline]
    pub(crate) fn update(&mut self, pair: Pair, next: impl FnOnce(u32) -> u32) {
        if self.taken * 2 >= self.places.len() {
            self.grow();
        }
        let at = self.place(pair);
        let number = self.places[at].1;
        self.taken += usize::from(number == 0);
        self.places[at] = (pair, next(number));
    }

    /// The number of a pair.
    pub(crate) fn of(&self, pair: Pair) -> u32 {
        self.places[self.place(pair)].1
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

    fn grow(&mut self) {
        let room = MORE * self.places.len();
        for held in std::mem::replace(&mut self.places, vec![(0, 0); room]) {
            if held.1 != 0 {
                let at = self.place(held.0);
                self.places[at] = held;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_are_the_sightings(pairs in prop::collection::vec(0u32..400, 0..900)) {
            let mut counts = PairMap::default();
            pairs.iter().for_each(|&pair| counts.update(pair, |count| count + 1));
            for pair in 0..400 {
                let want = pairs.iter().filter(|&&other| other == pair).count();
                prop_assert_eq!(counts.of(pair) as usize, want);
            }
        }
    }
}
