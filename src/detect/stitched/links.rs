//! Whether sentence after sentence has a rare word of an earlier one, or is an item of a list: asked of every
//! page, and answered by most after some ten sentences.

use super::{
    RARE_PAIR,
    sentences::{Sentence, sentences},
};
use crate::detect::{
    Findings, Page,
    evidence::{Symbol, follows, unled},
};

/// So many sentences, and one in so many, may be linked before it is clear that they belong together.
const SPARE: usize = 2;
const LINKED: usize = 4;
/// How many sentences may begin as items of a list do.
const MAX_ITEMS: usize = 1;
/// Longest sentence, in bytes: what goes on and on was written without stops.
pub(super) const MAX_BYTES: usize = 600;
/// A sentence that has so many of a hundred of its pairs from earlier ones is one of them again.
const AGAIN: usize = 70;

/// Whether the sentences of a page belong together, are items of a list or have no end. Reading stops as soon
/// as that is known, or so many are read that it hardly will be: then `kinship` goes on.
pub(super) fn are_many(page: &Page<'_>, findings: &Findings) -> bool {
    let mut links = Links::default();
    for sentence in sentences(page, findings) {
        if links.is_full() {
            return false;
        }
        if sentence.range.len() > MAX_BYTES {
            return true;
        }
        links.add(page.text, &sentence);
        if are_close(links.linked, links.sentences as usize, links.items) {
            return true;
        }
    }
    false
}

/// Whether a sentence that has so many pairs, some of which stood in earlier ones, is one of those again.
pub(super) const fn is_again(met: usize, all: usize) -> bool {
    met * 100 >= all * AGAIN
}

/// Whether so many linked ones of so many sentences, or so many items, show that those are no row of
/// sentences from here and there.
pub(super) const fn are_close(linked: usize, sentences: usize, items: usize) -> bool {
    linked > SPARE + sentences / LINKED || items > MAX_ITEMS
}

/// Whether two characters make a word that only its subject has.
fn is_rare(left: Symbol, right: Symbol) -> bool {
    unled(left) + follows(left, right) >= RARE_PAIR
}

/// Counts over the sentences so far.
#[derive(Default)]
struct Links {
    seen: Seen,
    /// How many different pairs were seen.
    pairs: usize,
    sentences: u32,
    linked: usize,
    items: usize,
}

impl Links {
    fn add(&mut self, text: &str, sentence: &Sentence<'_>) {
        let symbol = Symbol::of_three_bytes();
        self.sentences += 1;
        let (mut pairs, mut fresh, mut here, mut rare) = (0, 0, 0, false);
        for row in sentence.rows(text) {
            pairs += row.len().saturating_sub(1);
            let mut left = Symbol::BOUNDARY;
            for &bytes in row {
                let right = symbol(bytes);
                if left != Symbol::BOUNDARY {
                    match self.seen.meet(left, right, self.sentences) {
                        0 => fresh += 1,
                        last if last == self.sentences => here += 1,
                        _ => rare = rare || is_rare(left, right),
                    }
                }
                left = right;
            }
        }
        self.pairs += fresh;
        let all = pairs - here;
        if is_again(all - fresh, all) {
            self.sentences -= 1;
            return;
        }
        self.linked += usize::from(rare);
        self.items += usize::from(sentence.is_item(text));
    }

    /// Whether there may be no room for another sentence.
    fn is_full(&self) -> bool {
        self.pairs + MAX_BYTES / 3 >= Seen::PLACES || self.sentences + 1 >= 1 << Seen::NUMBER
    }
}

/// The last sentence that each pair stands in: a number of few bits beside the pair's own.
struct Seen(Box<[u32; Seen::PLACES]>);

impl Default for Seen {
    fn default() -> Self {
        Seen(Box::new([Seen::FREE; Seen::PLACES]))
    }
}

const _: () = assert!(Symbol::COUNT < 1 << Seen::SYMBOL, "a pair has no room beside a number");

impl Seen {
    const BITS: u32 = 10;
    const PLACES: usize = 1 << Seen::BITS;
    /// Bits of a sentence's number, and of a symbol.
    const NUMBER: u32 = 8;
    const SYMBOL: u32 = 12;
    /// No pair, and no sentence.
    const FREE: u32 = u32::MAX << Seen::NUMBER;

    /// Notes that a sentence, which count from 1, has a pair. The last one that had it; 0 for none.
    #[inline]
    fn meet(&mut self, left: Symbol, right: Symbol, sentence: u32) -> u32 {
        let pair = (left.number() << Seen::SYMBOL | right.number()) as u32;
        let mut at = (pair.wrapping_mul(0x9e37_79b1) >> (u32::BITS - Seen::BITS)) as usize;
        while self.0[at] >> Seen::NUMBER != pair && self.0[at] != Seen::FREE {
            at = (at + 1) % Seen::PLACES;
        }
        let last = self.0[at] & !Seen::FREE;
        self.0[at] = pair << Seen::NUMBER | sentence;
        last
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn the_last_sentence_with_a_pair_is_known() {
        let symbols: Vec<Symbol> = "一二三四五六七八九十".chars().map(Symbol::of).collect();
        let (mut seen, mut last) = (Seen::default(), HashMap::new());
        for sentence in 1..200 {
            let [left, right] = [sentence * 7 % 10, sentence * sentence % 9].map(|at| symbols[at as usize]);
            let want = last.insert((left, right), sentence).unwrap_or(0);
            assert_eq!(seen.meet(left, right, sentence), want);
        }
    }
}
