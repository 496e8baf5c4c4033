//! The names of scraps.

use super::key::{MAX_CHARS, MAX_SCRAP};

/// The folded characters of a scrap: six bits each behind a leading one, by which of the title's
/// characters they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name(u128);

impl Name {
    pub(super) const EMPTY: Name = Name(1);
    const _FITS: () = assert!(MAX_CHARS <= 1 << 6 && MAX_SCRAP * 6 < 128);

    /// The name with one more character.
    pub(super) fn with(self, id: usize) -> Name {
        Name(self.0 << 6 | id as u128)
    }

    fn bits(self) -> u32 {
        u128::BITS - self.0.leading_zeros()
    }

    /// Whether one of the two begins with the other.
    pub(super) fn is_near(self, other: Name) -> bool {
        let (short, long) = if self.0 < other.0 { (self, other) } else { (other, self) };
        long.0 >> (long.bits() - short.bits()) == short.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_near_where_one_begins_with_the_other() {
        let name = |ids: &[usize]| ids.iter().fold(Name::EMPTY, |name, &id| name.with(id));
        assert!(name(&[0, 7]).is_near(name(&[0, 7, 0])) && name(&[0, 7, 0]).is_near(name(&[0, 7])));
        assert!(!name(&[0, 7]).is_near(name(&[7, 0])) && !name(&[7, 0]).is_near(name(&[0, 7, 0])));
    }
}
