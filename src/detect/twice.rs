//! Tells what comes again from what stands once, without comparing each with each.

/// The places in a table that more than one key falls on: most keys are alone.
#[derive(Debug)]
pub(super) struct Twice {
    twice: Vec<u64>,
    shift: u32,
}

/// Places of the table for each key, and fewest places.
const ROOM: usize = 16;
const MIN_PLACES: usize = 1 << 9;

impl Twice {
    /// None if there is no such place.
    pub(super) fn among(keys: impl ExactSizeIterator<Item = u64>) -> Option<Self> {
        if keys.len() < 2 {
            return None;
        }
        let places = (keys.len() * ROOM).next_power_of_two().max(MIN_PLACES);
        let mut once = vec![0; places / 64];
        let mut found = Twice { twice: vec![0; places / 64], shift: 64 - places.trailing_zeros() };
        let mut any = 0;
        for key in keys {
            let (word, bit) = found.place(key);
            let again = once[word] & bit;
            any |= again;
            found.twice[word] |= again;
            once[word] |= bit;
        }
        (any != 0).then_some(found)
    }

    /// Whether the key is among them more than once, or may be.
    pub(super) fn has(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.twice[word] & bit != 0
    }

    fn place(&self, key: u64) -> (usize, u64) {
        let place = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize;
        (place / 64, 1 << (place % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::Twice;

    #[test]
    fn what_comes_again_is_found_and_most_others_are_not() {
        assert!(Twice::among([7].into_iter()).is_none());
        let keys = (0..1000).chain([5, 400]).collect::<Vec<u64>>();
        let twice = Twice::among(keys.iter().copied()).unwrap();
        assert!(twice.has(5) && twice.has(400));
        assert!(keys.iter().filter(|&&key| twice.has(key)).count() < 200);
    }
}
