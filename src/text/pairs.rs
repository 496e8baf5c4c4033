//! Two characters of three bytes, read as one number: most of a Chinese text stands in such pairs.

/// The first bytes of both characters; with [`PAIR_MASK`] they show that eight bytes begin with a pair.
pub(crate) const PAIR: u64 = 0xe000_00e0;
pub(crate) const PAIR_MASK: u64 = 0xf000_00f0;

/// The code point of the character of three bytes that `head` begins with, the first byte lowest.
#[inline]
pub(crate) const fn code(head: u64) -> usize {
    (head << 12 & 0xf000 | head >> 2 & 0xfc0 | head >> 16 & 0x3f) as usize
}
