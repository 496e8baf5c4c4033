//! Finds thousands of words at once by their first bytes.
//!
//! Nearly no place of a clean text begins like a word, so what counts is to pass over those that
//! do not: one multiplication and one look into a table each, four at a time. An automaton takes a
//! state, and a miss in the cache, for every character, and ten times as long to build.

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
}

impl Word {
    /// A word that is found wherever it stands.
    pub(super) const fn new(text: Cow<'static, str>, lexicon: Lexicon) -> Self {
        Word { text, lexicon, marked: false }
    }

    /// A label that is found with each mark that stands behind it. It must be as long as the bytes
    /// that are hashed: see [`is_hashed_alone`].
    pub(super) const fn marked(text: Cow<'static, str>, lexicon: Lexicon) -> Self {
        Word { text, lexicon, marked: true }
    }

    fn head(&self) -> u64 {
        head(self.text.as_bytes())
    }
}

/// A word as it is compared: small, for what is not in the cache costs more than the rest.
#[derive(Debug)]
struct Entry {
    /// The first eight bytes, zeros behind a shorter word.
    head: u64,
    /// Where the bytes behind those begin among all words', and how many all are.
    rest: u32,
    len: u16,
    lexicon: Lexicon,
    marked: bool,
}

impl Entry {
    /// Takes a word; what is behind its head goes to `rests`.
    fn of(word: &Word, rests: &mut Vec<u8>) -> Self {
        let text = word.text.as_bytes();
        let rest = rests.len() as u32;
        rests.extend(text.get(HEAD..).unwrap_or_default());
        Entry { head: word.head(), rest, len: text.len() as u16, lexicon: word.lexicon, marked: word.marked }
    }

    /// Adds the hits of the word at the front of `bytes`, which begin with `head`.
    #[inline]
    fn compare(&self, bytes: &[u8], head: u64, start: usize, rests: &[u8], hits: &mut Vec<Hit>) {
        let len = usize::from(self.len);
        let unread = 64 - 8 * len.min(HEAD) as u32;
        if (head ^ self.head) << unread != 0 || len > HEAD && !self.goes_on(bytes, rests) {
            return;
        }
        let end = start + len;
        let hit = |end| Hit { start, end, lexicon: self.lexicon };
        match self.marked {
            true => hits.extend(labels::marks(&bytes[len..]).map(|mark| hit(end + mark))),
            false => hits.push(hit(end)),
        }
    }

    /// Whether the word goes on behind its head as `bytes` do.
    fn goes_on(&self, bytes: &[u8], rests: &[u8]) -> bool {
        let (from, rest) = (self.rest as usize, usize::from(self.len) - HEAD);
        bytes[HEAD..].starts_with(&rests[from..from + rest])
    }
}

/// Bytes of a word that are compared at once.
const HEAD: usize = 8;

/// Whether a word's own bytes decide how it is hashed, whatever stands behind it.
pub(super) fn is_hashed_alone(word: &str) -> bool {
    hashed(head(word.as_bytes())) as usize <= 8 * word.len()
}

/// A set of words to look for.
#[derive(Debug)]
pub(super) struct Matcher {
    /// For each hash a bit for every [`third`] that some word with it has.
    filter: Box<[u8; BUCKETS]>,
    /// For each hash the [`tag`] of the words with it, or [`ANY`] if they have several: of what the
    /// filter lets through, most shares nothing but the hash with a word.
    tags: Box<[u8; BUCKETS]>,
    /// Where each hash's words begin; one more for the end.
    starts: Vec<u16>,
    /// Sorted by the hash of their first bytes.
    entries: Vec<Entry>,
    /// What stands behind the heads of longer words.
    rests: Vec<u8>,
    /// Whether a word begins with such a byte.
    ascii: [bool; 128],
}

/// How many characters of three bytes are looked at together, and the bytes that takes.
const STEP: usize = 4;
const STEP_BYTES: usize = 3 * STEP;
const CHUNK: usize = STEP_BYTES - 3 + 8;

impl Matcher {
    /// From words that have the bytes [`step`] takes. Linear in their length but for a sort.
    pub(super) fn new(mut words: Vec<Word>) -> Self {
        words.sort_by_cached_key(|word| place(step(word.head()).0));
        assert!(words.len() <= usize::from(u16::MAX), "a place among the words is a u16");
        let mut matcher = Matcher {
            filter: Box::new([0; BUCKETS]),
            tags: Box::new([NONE; BUCKETS]),
            starts: vec![0; BUCKETS + 1],
            entries: Vec::with_capacity(words.len()),
            rests: Vec::new(),
            ascii: [false; 128],
        };
        words.iter().for_each(|word| matcher.add(word));
        for hash in 0..BUCKETS {
            matcher.starts[hash + 1] += matcher.starts[hash];
        }
        matcher
    }

    /// Adds a word; how many a hash has is counted where the next one's begin.
    fn add(&mut self, word: &Word) {
        let head = word.head();
        if let Some(begins) = self.ascii.get_mut(usize::from(head as u8)) {
            *begins = true;
        }
        let key = step(head).0;
        let hash = place(key);
        self.starts[hash + 1] += 1;
        self.filter[hash] |= if word.text.len() < HEAD { u8::MAX } else { third(head) };
        let tags = &mut self.tags[hash];
        *tags = if [NONE, tag(key)].contains(tags) { tag(key) } else { ANY };
        self.entries.push(Entry::of(word, &mut self.rests));
    }

    /// Every word in `text`, overlapping ones included, in order of their end. `base` is added to
    /// their offsets. Linear in the text and in how many words begin alike.
    pub(super) fn find(&self, text: &str, base: usize, hits: &mut Vec<Hit>) {
        let known = hits.len();
        let mut rest = text.as_bytes();
        let end = base + rest.len();
        while !rest.is_empty() {
            rest = self.pass_wide(rest, end, hits);
            rest = self.pass_other(rest, end, hits);
        }
        hits[known..].sort_unstable_by_key(|hit| (hit.end, hit.start, hit.lexicon));
        hits.dedup();
    }

    /// Looks at characters of three bytes, [`STEP`] at a time, as long as they stand in such rows. What
    /// is left. Most of a Chinese text is read here.
    #[inline]
    fn pass_wide<'t>(&self, mut rest: &'t [u8], end: usize, hits: &mut Vec<Hit>) -> &'t [u8] {
        while let Some(chunk) = rest.first_chunk() {
            let heads = heads(chunk);
            if !are_pairs(&heads) {
                break;
            }
            let keys = heads.map(|head| key_of(head, PAIR_BITS));
            let filters = keys.map(|key| self.filter[place(key)]);
            if filters.iter().fold(0, |all, filter| all | filter) != 0 {
                for (at, (head, key)) in (0..).step_by(3).zip(heads.into_iter().zip(keys)) {
                    self.look(&rest[at..], head, key, end, hits);
                }
            }
            rest = &rest[STEP_BYTES..];
        }
        rest
    }

    /// Looks at characters one at a time up to behind the next that is not of three bytes, or stands
    /// before one that is not, and those like it. What is left.
    #[inline]
    fn pass_other<'t>(&self, mut rest: &'t [u8], end: usize, hits: &mut Vec<Hit>) -> &'t [u8] {
        let mut other = false;
        while let Some(&first) = rest.first() {
            if first < 0x80 && !self.ascii[usize::from(first)] {
                other = true;
                rest = &rest[1..];
                continue;
            }
            let head = head(rest);
            if head & PAIR_MASK != PAIR {
                other = true;
            } else if other {
                break;
            }
            let (key, len) = step(head);
            self.look(rest, head, key, end, hits);
            rest = &rest[len..];
        }
        rest
    }

    /// Looks for words at the front of `bytes`, which begin with `head`, of that key.
    #[inline]
    fn look(&self, bytes: &[u8], head: u64, key: u64, end: usize, hits: &mut Vec<Hit>) {
        let hash = place(key);
        if self.filter[hash] & third(head) != 0 && [ANY, tag(key)].contains(&self.tags[hash]) {
            self.compare(bytes, head, end - bytes.len(), hash, hits);
        }
    }

    #[cold]
    fn compare(&self, bytes: &[u8], head: u64, start: usize, hash: usize, hits: &mut Vec<Hit>) {
        let [from, to] = [0, 1].map(|next| usize::from(self.starts[hash + next]));
        for entry in &self.entries[from..to] {
            entry.compare(bytes, head, start, &self.rests, hits);
        }
    }
}

/// The heads of the characters of three bytes that `chunk` may begin with.
#[inline]
fn heads(chunk: &[u8; CHUNK]) -> [u64; STEP] {
    std::array::from_fn(|at| {
        let head = chunk[3 * at..].first_chunk();
        head.map_or(0, |head| u64::from_le_bytes(*head))
    })
}

/// Whether each head begins with a character of three bytes, and one that is not ASCII stands behind.
#[inline]
const fn are_pairs(heads: &[u64; STEP]) -> bool {
    /// The first bytes of three characters of three bytes.
    const THREE: u64 = 0x00e0_0000_e000_00e0;
    const THREE_MASK: u64 = 0x00f0_0000_f000_00f0;
    (heads[0] & THREE_MASK ^ THREE) | (heads[STEP - 1] & PAIR_MASK ^ PAIR) == 0
}

/// A bit for what stands behind the first two characters of three bytes.
#[inline]
const fn third(head: u64) -> u8 {
    1 << (head >> 56 & 7)
}

/// The first eight bytes, zeros behind a shorter text.
#[inline]
fn head(bytes: &[u8]) -> u64 {
    if let Some(head) = bytes.first_chunk() {
        return u64::from_le_bytes(*head);
    }
    let mut head = [0; HEAD];
    let len = bytes.len().min(head.len());
    head[..len].copy_from_slice(&bytes[..len]);
    u64::from_le_bytes(head)
}

/// The key of as many first bytes as any word that begins so has, and the first character's length.
///
/// Six bytes, two Chinese characters; four where ASCII stands behind the first; three of ASCII.
#[inline]
const fn step(head: u64) -> (u64, usize) {
    if head & PAIR_MASK == PAIR {
        (key_of(head, PAIR_BITS), 3)
    } else if head & 0x80 == 0 {
        (key_of(head, ASCII_BITS), 1)
    } else if head & 0x8000_00f0 == 0xe0 {
        (key_of(head, BEFORE_ASCII_BITS), 3)
    } else {
        (key_of(head, hashed(head)), char_len(head))
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

/// The first bits of `head`, mixed: the hash stands on top, the tag below it.
#[inline]
const fn key_of(head: u64, bits: u32) -> u64 {
    (head << (64 - bits)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[inline]
const fn place(key: u64) -> usize {
    (key >> (64 - BITS)) as usize
}

/// The tag of a hash that no word has, and of one that words with different tags have.
const NONE: u8 = 0;
const ANY: u8 = 1;

/// What tells keys with the same hash apart.
#[inline]
const fn tag(key: u64) -> u8 {
    (key >> (56 - BITS)) as u8 | 2
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
