//! The words that such sites' phrases are put together from.

use std::sync::OnceLock;

use crate::lexicon::Whole;

/// Longest word, in code points.
const LONGEST: usize = 6;

/// A bit for the last bits of each character that a word begins with, and that one ends with.
struct Ends {
    firsts: [u64; Ends::BITS / 64],
    lasts: [u64; Ends::BITS / 64],
}

impl Ends {
    const BITS: usize = 1 << 10;

    fn get() -> &'static Self {
        static ENDS: OnceLock<Ends> = OnceLock::new();
        ENDS.get_or_init(|| {
            let mut ends = Ends { firsts: [0; Ends::BITS / 64], lasts: [0; Ends::BITS / 64] };
            for word in Whole::StripWord.entries() {
                word.chars().next().into_iter().for_each(|c| Ends::add(&mut ends.firsts, c));
                word.chars().next_back().into_iter().for_each(|c| Ends::add(&mut ends.lasts, c));
            }
            ends
        })
    }

    fn add(bits: &mut [u64; Ends::BITS / 64], c: char) {
        bits[c as usize % Ends::BITS / 64] |= 1 << (c as u32 % 64);
    }

    fn may_have(bits: &[u64; Ends::BITS / 64], c: char) -> bool {
        bits[c as usize % Ends::BITS / 64] >> (c as u32 % 64) & 1 != 0 || c.is_ascii_uppercase()
    }
}

/// Whether `word` is one of them, whatever the size of its letters.
fn has(word: &str) -> bool {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Whole::StripWord.has(&word.to_ascii_lowercase());
    }
    Whole::StripWord.has(word)
}

/// How many words `phrase` is put together from, and how many code points they cover. Longer words go
/// first. Linear.
pub(super) fn cover(phrase: &str) -> (usize, usize) {
    let (mut count, mut covered) = (0, 0);
    let mut rest = phrase;
    while let Some(first) = rest.chars().next() {
        if !Ends::may_have(&Ends::get().firsts, first) {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST).enumerate();
        let word = ends.filter(|&(_, end)| has(&rest[..end])).last();
        count += usize::from(word.is_some());
        covered += word.map_or(0, |(last, _)| last + 1);
        rest = &rest[word.map_or(first.len_utf8(), |(_, end)| end)..];
    }
    (count, covered)
}

/// What stands before the words that `phrase` ends in. Linear.
pub(super) fn without_tail(phrase: &str) -> &str {
    let mut head = phrase;
    loop {
        if !head.chars().next_back().is_some_and(|last| Ends::may_have(&Ends::get().lasts, last)) {
            return head;
        }
        let mut starts: Vec<usize> = head.char_indices().rev().map(|(at, _)| at).take(LONGEST).collect();
        starts.reverse();
        match starts.into_iter().find(|&at| has(&head[at..])) {
            Some(at) => head = &head[..at],
            None => return head,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cover, without_tail};

    #[test]
    fn phrases_are_covered_by_their_words() {
        assert_eq!(cover("导航影院"), (2, 4));
        assert_eq!(cover("云巅湾app下载"), (1, 5));
        assert_eq!(cover("河道清淤"), (0, 0));
    }

    #[test]
    fn a_tail_is_all_the_words_at_the_end() {
        assert_eq!(without_tail("云巅湾娱乐登录入口"), "云巅湾");
        assert_eq!(without_tail("清淤船"), "清淤船");
    }
}
