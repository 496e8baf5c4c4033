//! The words that such sites' phrases are put together from.

use std::sync::OnceLock;

use crate::lexicon::{Head, Whole};

/// Longest word, in code points.
const LONGEST: usize = 6;

/// A bit for the hash of the two characters that each word ends with, the last one first.
struct Tails([u64; Tails::BITS / 64]);

impl Tails {
    const BITS: usize = 1 << 13;

    fn get() -> &'static Self {
        static TAILS: OnceLock<Tails> = OnceLock::new();
        TAILS.get_or_init(|| {
            let mut tails = Tails([0; Tails::BITS / 64]);
            for word in Whole::StripWord.entries() {
                let bit = Tails::bit(plain(word.chars().rev()));
                tails.0[bit / 64] |= 1 << (bit % 64);
            }
            tails
        })
    }

    fn bit([last, before]: Head) -> usize {
        let code = |c: Option<char>| c.map_or(0, u32::from);
        ((code(last) << 16 ^ code(before)).wrapping_mul(0x9e37_79b1) >> 16) as usize % Tails::BITS
    }

    fn may_have(&self, [last, before]: Head) -> bool {
        [before, None].into_iter().any(|before| {
            let bit = Tails::bit([last, before]);
            self.0[bit / 64] >> (bit % 64) & 1 != 0
        })
    }
}

/// The next two characters, written in small letters.
fn plain(mut chars: impl Iterator<Item = char>) -> Head {
    [(); 2].map(|()| chars.next().map(|c| c.to_ascii_lowercase()))
}

/// Whether `text` may end with one of the words.
pub(super) fn may_end(text: &str) -> bool {
    Tails::get().may_have(plain(text.chars().rev()))
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
    let starts = Whole::starts(&[Whole::StripWord]);
    let (mut count, mut covered, mut free) = (0, 0, 0);
    for at in starts.places(phrase) {
        if at < free {
            continue;
        }
        let rest = &phrase[at..];
        let ends =
            starts.lengths(plain(rest.chars())).ends(rest).take_while(|&(length, _)| length <= LONGEST);
        if let Some((length, end)) = ends.filter(|&(_, end)| has(&rest[..end])).last() {
            (count, covered, free) = (count + 1, covered + length, at + end);
        }
    }
    (count, covered)
}

/// What stands before the words that `phrase` ends in. Linear.
pub(super) fn without_tail(phrase: &str) -> &str {
    let mut head = phrase;
    loop {
        if !may_end(head) {
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
        assert_eq!(cover("河裸道"), (1, 1));
    }

    #[test]
    fn a_tail_is_all_the_words_at_the_end() {
        assert_eq!(without_tail("云巅湾娱乐登录入口"), "云巅湾");
        assert_eq!(without_tail("清淤船"), "清淤船");
    }
}
