//! What stands around a word wherever it stands.

use std::ops::Range;

use crate::text::chars;

/// How far is looked before and behind a word, in code points.
pub(super) const MAX_BEFORE: usize = 8;
pub(super) const MAX_BEHIND: usize = 4;

/// How many bytes before and behind a word are the same at all of its places, up to a mark; zero
/// for a word that stands once. Linear in the places.
pub(super) fn around(text: &str, group: &[Range<usize>]) -> (usize, usize) {
    let [first, rest @ ..] = group else { return (0, 0) };
    if rest.is_empty() {
        return (0, 0);
    }
    let mut before = width(text[..first.start].chars().rev(), MAX_BEFORE);
    let mut behind = width(text[first.end..].chars(), MAX_BEHIND);
    for place in rest {
        let pairs = text[..first.start].chars().rev().zip(text[..place.start].chars().rev());
        before = before.min(common(pairs));
        let pairs = text[first.end..].chars().zip(text[place.end..].chars());
        behind = behind.min(common(pairs));
    }
    (before, behind)
}

/// Bytes of the first wordlike characters, at most `most` of them.
pub(super) fn width(chars: impl Iterator<Item = char>, most: usize) -> usize {
    chars.take(most).take_while(|&c| chars::is_wordlike(c)).map(char::len_utf8).sum()
}

fn common(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take(MAX_BEFORE).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}
