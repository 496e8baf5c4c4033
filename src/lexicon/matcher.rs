//! Finds thousands of words at once by their first bytes.
//!
//! Nearly no place of a clean text begins like a word, so what counts is to pass over those that
//! do not: one multiplication and one look into a table of 8 KB each. An automaton takes a state,
//! and a miss in the cache, for every character, and ten times as long to build.

use std::borrow::Cow;

use super::{Hit, Lexicon};

/// Bits of a hash: enough that few of the places that begin no word share one with a word.
const BITS: u32 = 16;
const BUCKETS: usize = 1 << BITS;

/// A word and the lexicon it stands in.
pub(super) type Word = (Cow<'static, str>, Lexicon);

/// A set of words to look for.
#[derive(Debug)]
pub(super) struct Matcher {
    /// Sorted by the hash of their first bytes.
    words: Vec<Word>,
    /// Where each hash's words begin; one more for the end.
    starts: Vec<u32>,
    /// A bit for each hash that some word has.
    filter: Box<[u64; BUCKETS / 64]>,
}

impl Matcher {
    /// From words that have the bytes [`step`] takes. Linear in their length but for a sort.
    pub(super) fn new(mut words: Vec<Word>) -> Self {
        words.sort_by_cached_key(|word| hash(word.0.as_bytes()));
        let mut starts = vec![0; BUCKETS + 1];
        let mut filter = Box::new([0; BUCKETS / 64]);
        for (word, _) in &words {
            let hash = hash(word.as_bytes());
            starts[hash + 1] += 1;
            filter[hash / 64] |= 1 << (hash % 64);
        }
        for hash in 0..BUCKETS {
            starts[hash + 1] += starts[hash];
        }
        Matcher { words, starts, filter }
    }

    /// Every word in `text`, overlapping ones included, in order of their end. `base` is added to
    /// their offsets. Linear in the text and in how many words begin alike.
    pub(super) fn find(&self, text: &str, base: usize, hits: &mut Vec<Hit>) {
        let bytes = text.as_bytes();
        let known = hits.len();
        let mut at = 0;
        while at < bytes.len() {
            let (hash, len) = step(head(&bytes[at..]));
            if self.filter[hash / 64] >> (hash % 64) & 1 != 0 {
                self.compare(&bytes[at..], base + at, hash, hits);
            }
            at += len;
        }
        hits[known..].sort_unstable_by_key(|hit| (hit.end, hit.start, hit.lexicon));
        hits.dedup();
    }

    #[cold]
    fn compare(&self, bytes: &[u8], start: usize, hash: usize, hits: &mut Vec<Hit>) {
        let bucket = self.starts[hash] as usize..self.starts[hash + 1] as usize;
        for (word, lexicon) in &self.words[bucket] {
            if bytes.starts_with(word.as_bytes()) {
                hits.push(Hit { start, end: start + word.len(), lexicon: *lexicon });
            }
        }
    }
}

/// The first eight bytes, zeros behind a shorter text.
#[inline]
fn head(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or_else(|| short_head(bytes), |head| u64::from_le_bytes(*head))
}

#[cold]
fn short_head(bytes: &[u8]) -> u64 {
    let mut head = [0; 8];
    head[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(head)
}

/// A hash of as many first bytes as any word that begins so has, and the first character's length.
///
/// Six bytes, two Chinese characters; four where ASCII stands behind the first; three of ASCII.
#[inline]
const fn step(head: u64) -> (usize, usize) {
    if head & TWO_WIDE == TWO_WIDE {
        (hash_of(head, 6), if head & 0xf0 == 0xe0 { 3 } else { char_len(head) })
    } else if head & 0x80 != 0 {
        (hash_of(head, 4), char_len(head))
    } else {
        (hash_of(head, 3), 1)
    }
}

/// The top bits of the first and of the fourth byte: neither is ASCII.
const TWO_WIDE: u64 = 0x8000_0080;

#[inline]
const fn hash_of(head: u64, bytes: u32) -> usize {
    let key = head << (64 - 8 * bytes);
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - BITS)) as usize
}

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

fn hash(word: &[u8]) -> usize {
    step(head(word)).0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: [&str; 9] =
        ["责任编辑", "编辑：", "图:", "图：", "IP:", "www.", "辑：渡", "渡口的灯", "口的"];

    fn naive(text: &str) -> Vec<Hit> {
        let places = text.char_indices().flat_map(|(start, _)| WORDS.map(|word| (start, word)));
        let found = places.filter(|&(start, word)| text[start..].starts_with(word));
        let hit =
            |(start, word): (usize, &str)| Hit { start, end: start + word.len(), lexicon: Lexicon::PrevNext };
        let mut hits: Vec<Hit> = found.map(hit).collect();
        hits.sort_by_key(|hit| (hit.end, hit.start));
        hits
    }

    proptest! {
        #[test]
        fn finds_what_looking_for_each_word_at_each_place_finds(
            text in "(责任|编辑|：|图|:|IP|www|\\.|渡|口的|灯|e\u{301}|💻|\u{0}){0,16}",
        ) {
            let matcher = Matcher::new(WORDS.map(|word| (Cow::Borrowed(word), Lexicon::PrevNext)).to_vec());
            let mut hits = Vec::new();
            matcher.find(&text, 0, &mut hits);
            prop_assert_eq!(hits, naive(&text));
        }
    }
}
