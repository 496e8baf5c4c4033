//! Finds thousands of words at once by their first bytes.
//!
//! Nearly no place of a clean text begins like a word, so what counts is to pass over those that
//! do not: one multiplication and one look into a table of 8 KB each. An automaton takes a state,
//! and a miss in the cache, for every character, and ten times as long to build.

use std::borrow::Cow;

use super::{Hit, Lexicon, labels};

/// Bits of a hash: enough that few of the places that begin no word share one with a word.
const BITS: u32 = 16;
const BUCKETS: usize = 1 << BITS;

/// A word to look for.
#[derive(Debug)]
pub(super) struct Word {
    text: Cow<'static, str>,
    lexicon: Lexicon,
    /// Whether it is found only with a label's mark behind it.
    marked: bool,
    /// The first eight bytes, zeros behind a shorter word, and a mask of those there are.
    head: u64,
    mask: u64,
}

impl Word {
    /// A word that is found wherever it stands.
    pub(super) fn new(text: Cow<'static, str>, lexicon: Lexicon) -> Self {
        let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let mask = if bytes < 8 { (1 << (8 * bytes)) - 1 } else { u64::MAX };
        Word { head: head(text.as_bytes()), text, lexicon, marked: false, mask }
    }

    /// A label that is found with each mark that stands behind it. It must be as long as the bytes
    /// that are hashed: see [`is_hashed_alone`].
    pub(super) fn marked(text: Cow<'static, str>, lexicon: Lexicon) -> Self {
        Word { marked: true, ..Word::new(text, lexicon) }
    }

    /// Adds the hits of the word at the front of `bytes`, which begin with `head`.
    #[inline]
    fn compare(&self, bytes: &[u8], head: u64, start: usize, hits: &mut Vec<Hit>) {
        let word = self.text.as_bytes();
        if (head ^ self.head) & self.mask != 0 || word.len() > 8 && !bytes.starts_with(word) {
            return;
        }
        let end = start + word.len();
        let hit = |end| Hit { start, end, lexicon: self.lexicon };
        match self.marked {
            true => hits.extend(labels::marks(&bytes[word.len()..]).map(|mark| hit(end + mark))),
            false => hits.push(hit(end)),
        }
    }
}

/// Whether a word's own bytes decide how it is hashed, whatever stands behind it.
pub(super) fn is_hashed_alone(word: &str) -> bool {
    hashed(head(word.as_bytes())) as usize <= 8 * word.len()
}

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
        words.sort_by_key(|word| step(word.head).0);
        let mut starts = vec![0; BUCKETS + 1];
        let mut filter = Box::new([0; BUCKETS / 64]);
        for word in &words {
            let hash = step(word.head).0;
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
        while let Some(head) = bytes[at..].first_chunk() {
            let head = u64::from_le_bytes(*head);
            at += self.look(&bytes[at..], head, base + at, hits);
        }
        while at < bytes.len() {
            at += self.look(&bytes[at..], head(&bytes[at..]), base + at, hits);
        }
        hits[known..].sort_unstable_by_key(|hit| (hit.end, hit.start, hit.lexicon));
        hits.dedup();
    }

    /// Looks for words at the front of `bytes`, which begin with `head`. The first character's length.
    #[inline]
    fn look(&self, bytes: &[u8], head: u64, start: usize, hits: &mut Vec<Hit>) -> usize {
        let (hash, len) = step(head);
        if self.filter[hash / 64] >> (hash % 64) & 1 != 0 {
            self.compare(bytes, head, start, hash, hits);
        }
        len
    }

    #[cold]
    fn compare(&self, bytes: &[u8], head: u64, start: usize, hash: usize, hits: &mut Vec<Hit>) {
        let bucket = self.starts[hash] as usize..self.starts[hash + 1] as usize;
        for word in &self.words[bucket] {
            word.compare(bytes, head, start, hits);
        }
    }
}

/// The first eight bytes, zeros behind a shorter text.
fn head(bytes: &[u8]) -> u64 {
    let mut head = [0; 8];
    let len = bytes.len().min(head.len());
    head[..len].copy_from_slice(&bytes[..len]);
    u64::from_le_bytes(head)
}

/// A hash of as many first bytes as any word that begins so has, and the first character's length.
///
/// Six bytes, two Chinese characters; four where ASCII stands behind the first; three of ASCII.
#[inline]
const fn step(head: u64) -> (usize, usize) {
    if head & PAIR_MASK == PAIR {
        (hash_of(head, PAIR_BITS), 3)
    } else {
        (hash_of(head, hashed(head)), char_len(head))
    }
}

/// How many bits of the first bytes are hashed.
#[inline]
const fn hashed(head: u64) -> u32 {
    match (head & 0x80, head & TWO_WIDE) {
        (_, TWO_WIDE) => PAIR_BITS,
        (0, _) => 24,
        _ => 32,
    }
}

const PAIR_BITS: u32 = 48;
/// The first byte of a character of three bytes and, three bytes on, one that is not ASCII.
const PAIR: u64 = 0x8000_00e0;
const PAIR_MASK: u64 = 0x8000_00f0;

/// The top bits of the first and of the fourth byte: neither is ASCII.
const TWO_WIDE: u64 = 0x8000_0080;

#[inline]
const fn hash_of(head: u64, bits: u32) -> usize {
    let key = head << (64 - bits);
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MARKED: [&str; 2] = ["责任", "IPX"];
    const WORDS: [&str; 9] =
        ["责任编辑", "编辑：", "图:", "图：", "IP:", "www.", "辑：渡", "渡口的灯", "口的"];

    fn naive(text: &str) -> Vec<Hit> {
        let forms: Vec<String> = MARKED.iter().flat_map(|label| labels::forms(label)).collect();
        let places = text.char_indices().flat_map(|(start, _)| WORDS.map(|word| (start, word)));
        let found = places.filter(|&(start, word)| text[start..].starts_with(word));
        let hit =
            |(start, word): (usize, &str)| Hit { start, end: start + word.len(), lexicon: Lexicon::PrevNext };
        let places =
            text.char_indices().flat_map(|(start, _)| forms.iter().map(move |form| (start, &form[..])));
        let labels = places.filter(|&(start, form)| text[start..].starts_with(form));
        let mut hits: Vec<Hit> = found.chain(labels).map(hit).collect();
        hits.sort_by_key(|hit| (hit.end, hit.start));
        hits
    }

    proptest! {
        #[test]
        fn finds_what_looking_for_each_word_at_each_place_finds(
            text in "(责任|责 任|编辑|：|图|:| |　|IP|X|www|\\.|渡|口的|灯|e\u{301}|💻|\u{0}){0,16}",
        ) {
            let plain = WORDS.map(|word| Word::new(Cow::Borrowed(word), Lexicon::PrevNext));
            let labels = MARKED.iter().flat_map(|label| labels::words(label, Lexicon::PrevNext));
            let matcher = Matcher::new(plain.into_iter().chain(labels).collect());
            let mut hits = Vec::new();
            matcher.find(&text, 0, &mut hits);
            prop_assert_eq!(hits, naive(&text));
        }
    }
}
