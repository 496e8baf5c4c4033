//! Strings that begin several clauses and that no list knows.

use std::ops::Range;

use memchr::memmem;

use super::{
    cores::{Core, Form},
    piece::{MAX_BEFORE, MAX_BEHIND},
    trades::has_trade,
};
use crate::{
    detect::Page,
    text::{Class, marks},
};

/// Fewest Chinese characters of a page that is searched.
const MIN_ARTICLE: usize = 120;
/// The word that stands before most of the rest.
const PARTICLE: &[u8] = "的".as_bytes();
/// Bytes of the four characters that clauses are compared by.
const KEY: usize = 12;
/// Characters that phrases and names hardly have.
const PARTICLES: &str = "的了和与與在是被把从從这這那我你他她它们們不也就都而着过一有为為以对對于於个個将將";
/// How many different strings are looked for.
const MAX_KEYS: usize = 24;
/// Most places of one string.
const MAX_PLACES: usize = 24;
/// Bits of the filter of strings seen.
const FILTER: usize = 1 << 13;

/// The strings that begin two clauses or more, each at all of its places. Linear.
pub(super) fn groups(page: &Page<'_>) -> Vec<Vec<Core>> {
    if page.count(Class::Han) < MIN_ARTICLE {
        return Vec::new();
    }
    let keys = repeated(page.text).into_iter().filter(|&(_, at)| has_trade(around(page.text, at)));
    keys.filter_map(|(key, _)| places(page.text, key)).collect()
}

/// As much of the text around a key as may belong to its piece: what stands at all of its places is the
/// same.
fn around(text: &str, at: usize) -> &str {
    let back =
        |head: &str| head.char_indices().rev().take(MAX_BEFORE).last().map_or(head.len(), |(at, _)| at);
    let ahead = |tail: &str| tail.chars().take(MAX_BEHIND).map(char::len_utf8).sum::<usize>();
    &text[back(&text[..at])..at + KEY + ahead(&text[at + KEY..])]
}

/// Four characters that stand behind two triggers or more, each with one of its places.
fn repeated(text: &str) -> Vec<(&str, usize)> {
    let mut seen = [0u64; FILTER / 64];
    let mut again: Vec<(&str, usize)> = Vec::new();
    let mut note = |at: usize| {
        let Some(key) = key(text.as_bytes(), at) else { return };
        let bit = hash(key);
        if seen[bit / 64] >> (bit % 64) & 1 != 0 {
            again.push((&text[at..at + KEY], at));
        }
        seen[bit / 64] |= 1 << (bit % 64);
    };
    marks::each(text, |at, head| {
        if let Some(len) = mark(head) {
            note(at + len);
        }
    });
    memmem::find_iter(text.as_bytes(), PARTICLE).for_each(|at| note(at + PARTICLE.len()));
    again.sort_unstable();
    again.dedup_by_key(|again| again.0);
    again.retain(|(key, _)| !key.contains(|c| PARTICLES.contains(c)));
    again.truncate(MAX_KEYS);
    again
}

/// How long the mark is that stands before much of what is put into a text, if one begins with `head`.
fn mark(head: [u8; 4]) -> Option<usize> {
    match head {
        [b',' | b'\n', ..] => Some(1),
        // ， and 。
        [0xef, 0xbc, 0x8c, _] | [0xe3, 0x80, 0x82, _] => Some(3),
        _ => None,
    }
}

/// The four Chinese characters of three bytes at byte `at`.
fn key(text: &[u8], at: usize) -> Option<&[u8; KEY]> {
    let key = text.get(at..)?.first_chunk()?;
    [0, 3, 6, 9].into_iter().all(|at| matches!(key[at], 0xe4..=0xe9)).then_some(key)
}

fn hash(&[a, b, c, d, e, f, g, h, i, j, k, l]: &[u8; KEY]) -> usize {
    let head = u64::from_le_bytes([a, b, c, d, e, f, g, h]).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let tail = u64::from(u32::from_le_bytes([i, j, k, l])).wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    ((head ^ tail) >> 40) as usize % FILTER
}

fn places(text: &str, key: &str) -> Option<Vec<Core>> {
    let found = memmem::find_iter(text.as_bytes(), key.as_bytes()).take(MAX_PLACES + 1);
    let ranges: Vec<Range<usize>> = found.map(|at| at..at + KEY).collect();
    let fits = (2..=MAX_PLACES).contains(&ranges.len());
    fits.then(|| ranges.into_iter().map(|range| Core { range, form: Form::Unknown }).collect())
}
