//! What words are found by: the first bytes at a place, mixed.

/// Bytes that are read at once.
pub(super) const HEAD: usize = 8;

/// Mixed bytes: the upper the bit, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// The first `bits` bits of `head`.
    #[inline]
    const fn of(head: u64, bits: u32) -> Self {
        Key((head << (64 - bits)).wrapping_mul(MIX))
    }

    /// Its place in a filter of words of 64 bits: the word, and the bit.
    #[inline]
    pub(super) const fn filter(self) -> (usize, u32) {
        ((self.0 >> (64 - FILTER_BITS)) as usize, (self.0 >> (58 - FILTER_BITS)) as u32 & 63)
    }

    /// Among which words it is looked for: mixed once more, so that what passes the filter by chance hardly
    /// finds any there.
    #[inline]
    pub(super) const fn bucket(self) -> usize {
        ((self.0 ^ self.0 >> 32).wrapping_mul(MIX) >> (64 - BUCKET_BITS)) as usize
    }
}

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
/// Bits of a key that say which word of the filter is its, and which bucket.
pub(super) const FILTER_BITS: u32 = 13;
pub(super) const BUCKET_BITS: u32 = 15;

/// Whether a word's own bytes decide how it is hashed, whatever stands behind it.
pub(super) fn is_hashed_alone(word: &str) -> bool {
    hashed(head(word.as_bytes())) as usize <= 8 * word.len()
}

/// The first eight bytes, zeros behind a shorter text.
#[inline]
pub(super) fn head(bytes: &[u8]) -> u64 {
    if let Some(head) = bytes.first_chunk() {
        return u64::from_le_bytes(*head);
    }
    let mut head = [0; HEAD];
    let len = bytes.len().min(head.len());
    head[..len].copy_from_slice(&bytes[..len]);
    u64::from_le_bytes(head)
}

/// Whether each head begins with a character of three bytes, and one that is not ASCII stands behind; so far
/// as one head tells of the next.
#[inline]
pub(super) const fn are_pairs(heads: &[u64; 4]) -> bool {
    /// The first bytes of three characters of three bytes.
    const THREE: u64 = 0x00e0_0000_e000_00e0;
    const THREE_MASK: u64 = 0x00f0_0000_f000_00f0;
    (heads[0] & THREE_MASK ^ THREE) | (heads[3] & PAIR_MASK ^ PAIR) == 0
}

/// Whether a character of three bytes stands first, and behind it one that is not ASCII.
#[inline]
pub(super) const fn is_pair(head: u64) -> bool {
    head & PAIR_MASK == PAIR
}

/// The key of such two characters.
#[inline]
pub(super) const fn pair_key(head: u64) -> Key {
    Key::of(head, PAIR_BITS)
}

/// The key of as many first bytes as any word that begins so has, and the first character's length.
///
/// Six bytes, two Chinese characters; four where ASCII stands behind the first; three of ASCII.
#[inline]
pub(super) const fn step(head: u64) -> (Key, usize) {
    if is_pair(head) {
        (pair_key(head), 3)
    } else if head & 0x80 == 0 {
        (Key::of(head, ASCII_BITS), 1)
    } else if head & 0x8000_00f0 == 0xe0 {
        (Key::of(head, BEFORE_ASCII_BITS), 3)
    } else {
        (Key::of(head, hashed(head)), char_len(head))
    }
}

/// How many bits of the first bytes are hashed.
#[inline]
const fn hashed(head: u64) -> u32 {
    match (head & 0x80, head & TWO_WIDE) {
        (_, TWO_WIDE) => PAIR_BITS,
        (0, _) => ASCII_BITS,
        _ => BEFORE_ASCII_BITS,
    }
}

const PAIR_BITS: u32 = 48;
const BEFORE_ASCII_BITS: u32 = 32;
const ASCII_BITS: u32 = 24;
/// The first byte of a character of three bytes and, three bytes on, one that is not ASCII.
const PAIR: u64 = 0x8000_00e0;
const PAIR_MASK: u64 = 0x8000_00f0;

/// The top bits of the first and of the fourth byte: neither is ASCII.
const TWO_WIDE: u64 = 0x8000_0080;

/// How long the character is that begins with the first byte of `head`.
#[inline]
const fn char_len(head: u64) -> usize {
    match head as u8 {
        0..0xc0 => 1,
        0xc0..0xe0 => 2,
        0xe0..0xf0 => 3,
        0xf0.. => 4,
    }
}
