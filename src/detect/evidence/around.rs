//! What stands around the places of one string.

use std::ops::Range;

/// The share of characters that another place has as well.
pub(crate) fn repeated(chars: impl Iterator<Item = char>) -> f32 {
    let mut all: Vec<char> = chars.collect();
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    if count == 0 { 0.0 } else { (count - all.len()) as f32 / count as f32 }
}

/// Whether three characters that meet where `place` is taken out stand together elsewhere. Linear.
pub(crate) fn is_mended(text: &str, place: &Range<usize>) -> bool {
    let (head, tail) = (&text[..place.start], &text[place.end..]);
    let back = |count: usize| head.char_indices().rev().nth(count - 1).map(|(at, _)| &head[at..]);
    let ahead = |count: usize| tail.char_indices().nth(count).map(|(at, _)| &tail[..at]);
    [(1, 2), (2, 1)].into_iter().any(|(left, right)| {
        let meeting = back(left).zip(ahead(right)).map(|(left, right)| format!("{left}{right}"));
        meeting.is_some_and(|meeting| memchr::memmem::find(text.as_bytes(), meeting.as_bytes()).is_some())
    })
}
