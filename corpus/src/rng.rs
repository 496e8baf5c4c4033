//! A small deterministic random generator: SplitMix64 (Steele, Lea, Flood 2014).
//!
//! One 64-bit word of state, period 2⁶⁴, the same sequence on every machine and in every version of
//! this crate, for the committed scores depend on it. Not for secrets.

/// The state.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// A generator for one purpose: `name` parts the sequences that share a seed.
    #[must_use]
    pub fn new(seed: u64, name: &str) -> Self {
        Rng(hash(name) ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// The next 64 random bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which must not be 0. The bias of the modulus is below 2⁻³² here.
    pub const fn below(&mut self, end: usize) -> usize {
        (self.bits() % end as u64) as usize
    }

    /// Whether something of this probability, in per cent, happens.
    pub const fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// Puts the items in random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// FNV-1a, 64 bits, with a last mix so that short names spread too.
#[must_use]
pub fn hash(name: &str) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let sum = name.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    (sum ^ (sum >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 3
}

#[cfg(test)]
mod tests {
    use super::Rng;

    #[test]
    fn the_sequence_is_the_same_for_ever() {
        let mut rng = Rng::new(1, "x");
        let first: Vec<usize> = (0..6).map(|_| rng.below(1000)).collect();
        assert_eq!(first, PINNED);
    }

    const PINNED: [usize; 6] = [62, 640, 271, 757, 936, 971];
}
