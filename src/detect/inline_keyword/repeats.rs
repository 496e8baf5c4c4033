//! Strings that begin several clauses and that no list knows.

use std::ops::Range;

use memchr::memmem;

use super::cores::{Core, Form};
use crate::{detect::Page, text::Class};

/// Fewest Chinese characters of a page that is searched.
const MIN_ARTICLE: usize = 120;
/// What stands before most of what is put into a text.
const TRIGGERS: [&str; 5] = ["，", "。", ",", "\n", "的"];
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
    let keys = repeated(page.text);
    keys.into_iter().filter_map(|key| places(page.text, key)).collect()
}

/// Four characters that stand behind two triggers or more.
fn repeated(text: &str) -> Vec<&str> {
    let mut seen = [0u64; FILTER / 64];
    let mut again: Vec<&str> = Vec::new();
    for trigger in TRIGGERS {
        for at in memmem::find_iter(text.as_bytes(), trigger.as_bytes()) {
            let Some(key) = key(text, at + trigger.len()) else { continue };
            let bit = hash(key);
            if seen[bit / 64] >> (bit % 64) & 1 != 0 {
                again.push(key);
            }
            seen[bit / 64] |= 1 << (bit % 64);
        }
    }
    again.retain(|key| !key.contains(|c| PARTICLES.contains(c)));
    again.sort_unstable();
    again.dedup();
    again.truncate(MAX_KEYS);
    again
}

/// The four Chinese characters of three bytes at byte `at`.
fn key(text: &str, at: usize) -> Option<&str> {
    let key = text.get(at..at + KEY)?;
    let lead = |at: usize| matches!(key.as_bytes()[at], 0xe4..=0xe9);
    [0, 3, 6, 9].into_iter().all(lead).then_some(key)
}

fn hash(key: &str) -> usize {
    let (head, tail) = key.as_bytes().split_at(8);
    let word = |bytes: &[u8]| bytes.iter().rev().fold(0u64, |word, &byte| word << 8 | u64::from(byte));
    let mixed = (word(head) ^ word(tail).rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40) as usize % FILTER
}

fn places(text: &str, key: &str) -> Option<Vec<Core>> {
    let found = memmem::find_iter(text.as_bytes(), key.as_bytes()).take(MAX_PLACES + 1);
    let ranges: Vec<Range<usize>> = found.map(|at| at..at + KEY).collect();
    let fits = (2..=MAX_PLACES).contains(&ranges.len());
    fits.then(|| ranges.into_iter().map(|range| Core { range, form: Form::Unknown }).collect())
}
