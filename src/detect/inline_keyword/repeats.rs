//! Strings that stand in several places, whatever they are.

use std::ops::Range;

use memchr::memmem;

use crate::text::chars::{self, is_wordlike};

/// Bytes of the strings that are compared: four Chinese characters.
const KEY: usize = 12;
/// Bytes of the longest that is a phrase or a name, not a sentence: twenty Chinese characters.
const MAX_BYTES: usize = 60;
/// Characters that phrases and names neither begin nor end with.
const PARTICLES: &str = "的了和与與在是被把从從对對将將并並及也就都而着过過一不地得为為以于於";
/// Most and fewest entries of the table of strings seen, as powers of two.
const MAX_BITS: u32 = 16;
const MIN_BITS: u32 = 10;
/// Most places of one string.
const MAX_PLACES: usize = 24;

/// The places of the table: where each string was seen last.
struct Seen {
    last: Vec<u32>,
    shift: u32,
}

impl Seen {
    /// A table with room for the characters of `text`.
    fn with_room(text: &str) -> Self {
        let bits = (text.len() / 2).next_power_of_two().trailing_zeros().clamp(MIN_BITS, MAX_BITS);
        Seen { last: vec![u32::MAX; 1 << bits], shift: 64 - bits }
    }

    /// Where a string with the number of this one was seen last. It is seen at `at` now.
    #[inline]
    fn replace(&mut self, key: &[u8; KEY], at: usize) -> usize {
        let [low, high] =
            [&key[..8], &key[4..]].map(|half| half.first_chunk().map_or(0, |half| u64::from_le_bytes(*half)));
        let hash = (low ^ high.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        std::mem::replace(&mut self.last[(hash >> self.shift) as usize], at as u32) as usize
    }
}

/// A stretch that stands at `first` as well as at `again`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    first: usize,
    again: usize,
    len: usize,
}

impl Run {
    /// Whether a key at `at` that was seen at `last` is the next one of the run.
    fn goes_on(&self, last: usize, at: usize) -> bool {
        let width = at.wrapping_sub(self.again + self.len - KEY);
        last.wrapping_sub(self.first) == at - self.again && (1..=4).contains(&width)
    }
}

/// Calls `visit` with each phrase that stands twice and its two places; again for each place more. Linear.
pub(super) fn each<'t>(text: &'t str, mut visit: impl FnMut(&'t str, [usize; 2])) {
    let mut seen = Seen::with_room(text);
    let mut run = Run { first: 0, again: 0, len: 0 };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(key) = bytes.get(at..).and_then(<[u8]>::first_chunk::<KEY>) {
        let width = width(key[0]);
        // A phrase may begin with letters; what has no Chinese character is none.
        if width == 3 || key[KEY - 1] >= 0x80 {
            let last = seen.replace(key, at);
            if bytes.get(last..).and_then(<[u8]>::first_chunk) == Some(key) {
                if run.len > 0 && run.goes_on(last, at) {
                    run.len = at + KEY - run.again;
                } else {
                    finish(text, run, &mut visit);
                    run = Run { first: last, again: at, len: KEY };
                }
            }
        }
        at += width;
    }
    finish(text, run, &mut visit);
}

/// Bytes of the character that begins with `first`.
fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// Visits the phrase of a run: as far as it is the same, without marks and particles at its ends.
fn finish<'t>(text: &'t str, run: Run, visit: &mut impl FnMut(&'t str, [usize; 2])) {
    if !(KEY..=MAX_BYTES).contains(&run.len) {
        return;
    }
    let mut end = run.again + run.len;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text[run.again..end].trim_start_matches(|c| !is_wordlike(c));
    let body = head.trim_end_matches(|c| !is_wordlike(c));
    if body.is_empty() || !body.chars().all(is_wordlike) {
        return;
    }
    let start = end - head.len();
    let (mut from, mut to) = (start, start + body.len());
    let back = run.again - run.first;
    while let Some(c) = same(chars::before(text, from), chars::before(text, from - back)) {
        from -= c.len_utf8();
    }
    while let Some(c) = same(chars::after(text, to), chars::after(text, to - back)) {
        to += c.len_utf8();
    }
    let phrase = &text[from..to];
    let bare = phrase.trim_start_matches(|c| PARTICLES.contains(c));
    let from = to - bare.len();
    let bare = bare.trim_end_matches(|c| PARTICLES.contains(c));
    if bare.len() >= KEY && bare.len() <= MAX_BYTES {
        visit(bare, [from - back, from]);
    }
}

fn same(a: Option<char>, b: Option<char>) -> Option<char> {
    a.filter(|&c| is_wordlike(c) && Some(c) == b)
}

/// Where `phrase` stands, if it does not stand too often.
pub(super) fn places(text: &str, phrase: &str) -> Option<Vec<Range<usize>>> {
    let found = memmem::find_iter(text.as_bytes(), phrase.as_bytes()).take(MAX_PLACES + 1);
    let places: Vec<Range<usize>> = found.map(|at| at..at + phrase.len()).collect();
    (2..=MAX_PLACES).contains(&places.len()).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::each;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        each(text, |phrase, places| {
            assert!(places.iter().all(|&at| text[at..].starts_with(phrase)));
            found.push(phrase);
        });
        found
    }

    #[test]
    fn a_phrase_is_found_as_far_as_it_is_the_same() {
        assert_eq!(found("一，窗帘清洗河面，窗帘清洗堤岸"), ["窗帘清洗"]);
        assert_eq!(found("老窗帘清洗的路，在老窗帘清洗的灯"), ["老窗帘清洗"]);
        assert_eq!(found("云岭3C认证代理a，云岭3C认证代理b"), ["云岭3C认证代理"]);
        assert_eq!(found("窗帘清洗甲窗帘清洗乙窗帘清洗丙"), ["窗帘清洗", "窗帘清洗"]);
    }

    #[test]
    fn what_stands_once_or_is_short_or_long_is_no_phrase() {
        let long = "清淤船已经连续作业二十天河道比去年同期加深半米";
        assert!(found("清淤船，清淤船。窗帘清洗").is_empty());
        assert!(found(&format!("{long}。{long}。")).is_empty());
    }
}
