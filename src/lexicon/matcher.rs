//! Finds thousands of words at once by two of their characters.
//!
//! Nearly no place of a clean text has two such characters, so what counts is to pass over those that have
//! not: one multiplication and one look into a table each, four at a time. An automaton takes a state, and a
//! miss in the cache, for every character, and ten times as long to build.

use std::{borrow::Cow, ops::Range};

use super::{
    Hit, Lexicon,
    key::{BUCKET_BITS, FILTER_BITS, HEAD, Key, are_pairs, head, is_pair, pair_key, step},
    labels,
};

/// A word to look for.
#[derive(Clone, Debug)]
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
    /// that are hashed: see [`is_hashed_alone`](super::key::is_hashed_alone).
    pub(super) const fn marked(text: Cow<'static, str>, lexicon: Lexicon) -> Self {
        Word { text, lexicon, marked: true }
    }

    /// The byte of the word at which the two characters begin by which it is found: the rarer of its first
    /// two pairs, for many words begin as common words do (`相关`, `下一`, `服务`).
    fn anchor(&self, rarity: impl Fn([char; 2]) -> f32) -> usize {
        let mut chars = self.text.chars();
        let [Some(first), Some(second), Some(third)] = [chars.next(), chars.next(), chars.next()] else {
            return 0;
        };
        let wide = [first, second, third].iter().all(|c| c.len_utf8() == 3);
        if wide && rarity([second, third]) > rarity([first, second]) { first.len_utf8() } else { 0 }
    }
}

/// A word as it is compared: small, for what is not in the cache costs more than the rest.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// The eight bytes from its anchor on, zeros behind a shorter word.
    head: u64,
    /// Where its length and its text begin among all words'.
    text: u32,
    /// How many bits of the head are not the word's.
    unread: u8,
    /// How many bytes before its anchor the word begins.
    back: u8,
    lexicon: Lexicon,
    marked: bool,
}

impl Entry {
    /// Takes a word that is found by what stands at `anchor`; its text goes to `texts`.
    fn of(word: &Word, anchor: usize, texts: &mut Vec<u8>) -> Self {
        let bytes = word.text.as_bytes();
        let [len, back] = [bytes.len(), anchor].map(|len| u8::try_from(len).expect("a word is short"));
        let text = texts.len() as u32;
        texts.push(len);
        texts.extend(bytes);
        let unread = 8 * HEAD.saturating_sub(bytes.len() - anchor) as u8;
        let head = head(&bytes[anchor..]);
        Entry { head, text, unread, back, lexicon: word.lexicon, marked: word.marked }
    }

    /// Whether what begins with `head` goes on from the word's anchor as the word does, so far as a head tells.
    #[inline]
    const fn begins(&self, head: u64) -> bool {
        (head ^ self.head) << self.unread == 0
    }

    /// Adds the hits of the word, if its anchor is at byte `at`. `base` is added to their offsets.
    fn compare(&self, bytes: &[u8], at: usize, base: usize, texts: &[u8], hits: &mut Vec<Hit>) {
        let Some(start) = at.checked_sub(usize::from(self.back)) else { return };
        let Some(end) = self.end(bytes, start, texts) else { return };
        let hit = |end| Hit { start: base + start, end: base + end, lexicon: self.lexicon };
        match self.marked {
            true => hits.extend(labels::marks(&bytes[end..]).map(|mark| hit(end + mark))),
            false => hits.push(hit(end)),
        }
    }

    /// Where the word ends, if it stands at byte `start`. Of one that its head has whole nothing else is looked at.
    fn end(&self, bytes: &[u8], start: usize, texts: &[u8]) -> Option<usize> {
        if self.back == 0 && self.unread > 0 {
            return Some(start + HEAD - usize::from(self.unread / 8));
        }
        let (from, len) = (self.text as usize + 1, usize::from(texts[self.text as usize]));
        bytes[start..].starts_with(&texts[from..from + len]).then_some(start + len)
    }
}

const BUCKETS: usize = 1 << BUCKET_BITS;

/// A set of words to look for.
#[derive(Debug)]
pub(super) struct Matcher {
    filter: Filter,
    /// Where each bucket's words begin and end.
    buckets: Vec<[u16; 2]>,
    /// By the bucket of the key by which they are found, those of buckets with a short word first: they are what
    /// most texts have, and so stay in the cache together.
    entries: Vec<Entry>,
    /// Each word's length and text.
    texts: Vec<u8>,
    ascii: Ascii,
}

/// How many characters of three bytes are looked at together, and the bytes that takes.
const STEP: usize = 4;
const STEP_BYTES: usize = 3 * STEP;
const CHUNK: usize = STEP_BYTES - 3 + HEAD;

impl Matcher {
    /// From different words that have the bytes [`step`] takes, and what tells how rare two characters are in a row.
    /// Linear in their length.
    pub(super) fn new(words: Vec<Word>, rarity: impl Fn([char; 2]) -> f32) -> Self {
        assert!(words.len() <= usize::from(u16::MAX), "a place among the words is a u16");
        let (mut filter, mut ascii, mut texts) = <(Filter, Ascii, Vec<u8>)>::default();
        let mut count = vec![0; BUCKETS];
        let mut short = vec![false; BUCKETS];
        let place = |word: &Word| {
            let anchor = word.anchor(&rarity);
            let key = step(head(&word.text.as_bytes()[anchor..])).0;
            ascii.add(&word.text);
            filter.add(key);
            count[key.bucket()] += 1;
            short[key.bucket()] |= word.text.len() < HEAD;
            (key.bucket(), Entry::of(word, anchor, &mut texts))
        };
        let placed: Vec<(usize, Entry)> = words.iter().map(place).collect();
        let mut buckets = vec![[0; 2]; BUCKETS];
        let mut next = 0;
        for first in [true, false] {
            for bucket in (0..BUCKETS).filter(|&bucket| short[bucket] == first) {
                buckets[bucket] = [next; 2];
                next += count[bucket];
            }
        }
        let mut entries: Vec<Entry> = placed.iter().map(|&(_, entry)| entry).collect();
        for (bucket, entry) in placed {
            let end = &mut buckets[bucket][1];
            entries[usize::from(*end)] = entry;
            *end += 1;
        }
        Matcher { filter, buckets, entries, texts, ascii }
    }

    /// Every word in `text`, overlapping ones included, in order of their end. `base` is added to
    /// their offsets. Linear in the text and in how many words have the same two characters.
    pub(super) fn find(&self, text: &str, base: usize, hits: &mut Vec<Hit>) {
        let known = hits.len();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at = self.pass_wide(bytes, at, base, hits);
            at = self.pass_other(bytes, at, base, hits);
        }
        hits[known..].sort_unstable_by_key(|hit| (hit.end, hit.start, hit.lexicon));
    }

    /// Looks at characters of three bytes from byte `at` on, [`STEP`] at a time, as long as they stand in such
    /// rows. Where it stops. Most of a Chinese text is read here.
    #[inline]
    fn pass_wide(&self, bytes: &[u8], mut at: usize, base: usize, hits: &mut Vec<Hit>) -> usize {
        while let Some(chunk) = bytes[at..].first_chunk() {
            let heads = heads(chunk);
            if !are_pairs(&heads) {
                break;
            }
            let keys = heads.map(pair_key);
            let may = keys.map(|key| self.filter.bit(key));
            if may.iter().fold(0, |all, bit| all | bit) & 1 != 0 {
                let found = keys.into_iter().zip(may).enumerate().filter(|(_, (_, bit))| bit & 1 != 0);
                found.for_each(|(row, (key, _))| self.compare(bytes, at + 3 * row, key, base, hits));
            }
            at += STEP_BYTES;
        }
        at
    }

    /// Looks at characters one at a time up to behind the next that is not of three bytes, or stands
    /// before one that is not, and those like it. Where it stops.
    #[inline]
    fn pass_other(&self, bytes: &[u8], mut at: usize, base: usize, hits: &mut Vec<Hit>) -> usize {
        let mut other = false;
        while at < bytes.len() {
            if !self.ascii.may_begin(&bytes[at..]) {
                other = true;
                at += 1;
                continue;
            }
            let head = head(&bytes[at..]);
            if !is_pair(head) {
                other = true;
            } else if other {
                break;
            }
            let (key, len) = step(head);
            if self.filter.bit(key) & 1 != 0 {
                self.compare(bytes, at, key, base, hits);
            }
            at += len;
        }
        at
    }

    /// Looks for words that have `key` at byte `at`.
    #[inline]
    fn compare(&self, bytes: &[u8], at: usize, key: Key, base: usize, hits: &mut Vec<Hit>) {
        let [from, to] = self.buckets[key.bucket()].map(usize::from);
        if from < to {
            self.compare_all(from..to, bytes, at, base, hits);
        }
    }

    #[cold]
    fn compare_all(&self, words: Range<usize>, bytes: &[u8], at: usize, base: usize, hits: &mut Vec<Hit>) {
        let head = head(&bytes[at..]);
        for entry in self.entries[words].iter().filter(|entry| entry.begins(head)) {
            entry.compare(bytes, at, base, &self.texts, hits);
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

/// A bit for each key: so many that few of the places that have no word's key have one's bit.
#[derive(Debug)]
struct Filter(Box<[u64; FILTER_WORDS]>);

const FILTER_WORDS: usize = 1 << FILTER_BITS;

impl Default for Filter {
    fn default() -> Self {
        Filter(Box::new([0; FILTER_WORDS]))
    }
}

impl Filter {
    fn add(&mut self, key: Key) {
        let (word, bit) = key.filter();
        self.0[word] |= 1 << bit;
    }

    /// The lowest bit says whether some word has the key, or may have it.
    #[inline]
    fn bit(&self, key: Key) -> u64 {
        let (word, bit) = key.filter();
        self.0[word] >> bit
    }
}

/// Which bytes of ASCII words begin with: for each first one a bit for every second one, and whether some word
/// goes on with another byte, or ends.
#[derive(Debug)]
struct Ascii([u128; 128]);

impl Default for Ascii {
    fn default() -> Self {
        Ascii([0; 128])
    }
}

impl Ascii {
    fn add(&mut self, word: &str) {
        if let [first @ 0..0x80, second @ 0..0x80, ..] = *word.as_bytes() {
            self.0[usize::from(first)] |= 1 << second;
        }
    }

    /// Whether a word may begin as `bytes` do; true where they do not begin with two of ASCII.
    #[inline]
    fn may_begin(&self, bytes: &[u8]) -> bool {
        match *bytes {
            [first @ 0..0x80, second @ 0..0x80, ..] => self.0[usize::from(first)] >> second & 1 != 0,
            _ => true,
        }
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
            let labels: Vec<_> = MARKED.iter().flat_map(|label| labels::words(label, Lexicon::PrevNext)).collect();
            let words = || plain.clone().into_iter().chain(labels.clone()).collect();
            // By whichever pair of its characters a word is found.
            for commonest in ['责', '任', '编', '辑', '：', '灯'] {
                let matcher = Matcher::new(words(), |pair| f32::from(u8::from(pair[0] != commonest)));
                let mut hits = Vec::new();
                matcher.find(&text, 0, &mut hits);
                prop_assert_eq!(hits, naive(&text));
            }
        }
    }
}
