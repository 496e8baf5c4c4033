//! The words that such sites' phrases are put together from.

use std::sync::OnceLock;

use crate::lexicon::Whole;

/// Longest word, in code points.
const LONGEST: usize = 6;

/// A bit for the hash of the two characters that each word begins with, and of those that it ends with.
struct Ends {
    heads: [u64; Ends::BITS / 64],
    tails: [u64; Ends::BITS / 64],
}

impl Ends {
    const BITS: usize = 1 << 13;

    fn get() -> &'static Self {
        static ENDS: OnceLock<Ends> = OnceLock::new();
        ENDS.get_or_init(|| {
            let mut ends = Ends { heads: [0; Ends::BITS / 64], tails: [0; Ends::BITS / 64] };
            for word in Whole::StripWord.entries() {
                let (head, tail) = (Ends::bit(&mut word.chars()), Ends::bit(&mut word.chars().rev()));
                ends.heads[head / 64] |= 1 << (head % 64);
                ends.tails[tail / 64] |= 1 << (tail % 64);
            }
            ends
        })
    }

    /// The place of the next two characters, or of the only one.
    fn bit(chars: &mut dyn Iterator<Item = char>) -> usize {
        let mut code = || chars.next().map_or(0, |c| u32::from(c.to_ascii_lowercase()));
        let (first, second) = (code(), code());
        ((first << 16 ^ second).wrapping_mul(0x9e37_79b1) >> 16) as usize % Ends::BITS
    }

    fn may_begin(&self, text: &str) -> bool {
        Ends::has(&self.heads, || text.chars())
    }

    fn may_end(&self, text: &str) -> bool {
        Ends::has(&self.tails, || text.chars().rev())
    }

    /// Whether a word may have the next two characters, or the next one alone.
    fn has<C: Iterator<Item = char>>(ends: &[u64; Ends::BITS / 64], chars: impl Fn() -> C) -> bool {
        let is = |bit: usize| ends[bit / 64] >> (bit % 64) & 1 != 0;
        is(Ends::bit(&mut chars())) || is(Ends::bit(&mut chars().take(1)))
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
        if !Ends::get().may_begin(rest) {
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
        if !Ends::get().may_end(head) {
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
