//! The title as the key to its scraps.

use crate::{
    detect::evidence::{Symbol, cohesion},
    text::{
        chars::{Class, class, is_wordlike},
        fold::fold,
    },
};

/// Characters of a title that are looked at: positions are bits of a word.
const MAX_CHARS: usize = 64;
/// Bits of the filter of characters.
const FILTER: usize = 1024;
/// Longest scrap, in characters.
pub(super) const MAX_SCRAP: usize = 10;

/// The characters of a title that can stand in a word, in order.
#[derive(Debug)]
pub(super) struct Key {
    chars: Vec<char>,
    /// Each different character with the positions it stands at, as bits; sorted.
    places: Vec<(char, u64)>,
    /// A bit for the low bits of each of them, so that the other characters cost next to nothing.
    filter: [u64; FILTER / 64],
    /// For each position, how firmly it is tied to the one before, in nats; far below 0 behind a mark.
    ties: Vec<f32>,
}

/// A stretch of text that the title yields by leaving characters out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    /// Length in characters.
    pub(super) len: usize,
    /// Title positions of the first and the last character.
    pub(super) first: usize,
    pub(super) last: usize,
    /// How many times title characters were left out between two that were taken.
    pub(super) skips: usize,
}

/// From this cohesion on, in nats, two characters are held for parts of one word.
const LOOSE: f32 = 1.5;
/// The tie across a mark.
const PARTED: f32 = -4.0;

impl Key {
    pub(super) fn new(title: &str) -> Self {
        let mut chars: Vec<char> = Vec::new();
        let mut ties = Vec::new();
        let mut last = Symbol::BOUNDARY;
        for c in title.chars() {
            let symbol = Symbol::of(c);
            if is_wordlike(c) && chars.len() < MAX_CHARS {
                chars.push(fold(c));
                ties.push(if last == Symbol::BOUNDARY { PARTED } else { cohesion(last, symbol) });
            }
            last = symbol;
        }
        let mut key = Key { places: Vec::new(), filter: [0; FILTER / 64], ties, chars };
        key.index();
        key
    }

    fn index(&mut self) {
        for (at, &c) in self.chars.iter().enumerate() {
            self.filter[c as usize % FILTER / 64] |= 1 << (c as usize % 64);
            match self.places.binary_search_by_key(&c, |place| place.0) {
                Ok(index) => self.places[index].1 |= 1 << at,
                Err(index) => self.places.insert(index, (c, 1 << at)),
            }
        }
    }

    /// How many characters the title has for scraps.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether the title may have a folded character; wrong now and then for one it has not.
    #[inline]
    pub(super) fn has(&self, c: char) -> bool {
        self.filter[c as usize % FILTER / 64] >> (c as usize % 64) & 1 != 0
    }

    fn places(&self, c: char) -> u64 {
        if !self.has(c) {
            return 0;
        }
        self.places.binary_search_by_key(&c, |place| place.0).map_or(0, |index| self.places[index].1)
    }

    /// Whether the title has `second` somewhere behind `first`. Both folded.
    pub(super) fn has_pair(&self, first: char, second: char) -> bool {
        let firsts = self.places(first);
        firsts != 0 && self.places(second) & (u64::MAX << firsts.trailing_zeros() << 1) != 0
    }

    /// Whether the first two characters of `text` are a scrap.
    pub(super) fn may_begin(&self, text: &str) -> bool {
        let mut chars = text.chars().map(fold);
        matches!((chars.next(), chars.next()), (Some(first), Some(second)) if self.has_pair(first, second))
    }

    /// Bytes at the front of `text` that are the title itself, or most of it; else 0.
    pub(super) fn stands_at(&self, text: &str) -> usize {
        let mut own = self.chars.iter();
        let mut run = 0;
        let mut end = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| is_wordlike(*c)) {
            if own.next() != Some(&fold(c)) {
                break;
            }
            run += 1;
            end = at + c.len_utf8();
        }
        if run > MAX_SCRAP && run * 5 >= self.len() * 3 || run == self.len() { end } else { 0 }
    }

    /// The scraps that `text` may begin with, shortest first, each in its way with fewest skips.
    pub(super) fn scraps(&self, text: &str) -> impl Iterator<Item = Match> {
        let mut found = [None; MAX_SCRAP + 1];
        let mut starts = text.chars().next().map_or(0, |c| self.places(fold(c)));
        while starts != 0 {
            let first = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            self.follow(text, first, &mut found);
        }
        found.into_iter().flatten().filter(|found| !cuts_number(text, found.len))
    }

    /// Takes characters from the text as long as the title has them further on.
    fn follow(&self, text: &str, first: usize, found: &mut [Option<Match>; MAX_SCRAP + 1]) {
        let mut way = Match { len: 1, first, last: first, skips: 0 };
        for c in text.chars().skip(1).take(MAX_SCRAP - 1) {
            let ahead = self.places(fold(c)) & (u64::MAX << way.last << 1);
            if ahead == 0 || !is_wordlike(c) {
                return;
            }
            let next = ahead.trailing_zeros() as usize;
            way = Match {
                len: way.len + 1,
                last: next,
                skips: way.skips + usize::from(next > way.last + 1),
                ..way
            };
            let best = &mut found[way.len];
            if best.is_none_or(|other: Match| way.skips < other.skips) {
                *best = Some(way);
            }
        }
    }

    /// How badly a match cuts the title's words at its two ends, in nats: an end is cut where its
    /// character holds faster to what was left out than to the match.
    pub(super) fn torn(&self, found: &Match) -> f32 {
        let inner = |at: usize| if found.skips == 0 { self.ties[at] } else { LOOSE };
        let front = cut(self.ties[found.first], inner(found.first + 1));
        let after = self.ties.get(found.last + 1).copied().unwrap_or(PARTED);
        let loose = if found.len == 2 { (LOOSE - 1.0 - inner(found.last)).clamp(0.0, 3.0) } else { 0.0 };
        front + cut(after, inner(found.last)) + loose
    }

    /// What it costs a generator, in nats, that a scrap begins just where it does.
    pub(super) fn start_cost(&self) -> f32 {
        (self.len() as f32).ln()
    }
}

/// What it costs a generator, in nats, that a scrap is as long as it is, and what it leaves out.
pub(super) fn shape_cost(found: &Match) -> f32 {
    const LENGTH: [f32; MAX_SCRAP + 1] = [9.0, 9.0, 0.7, 1.6, 1.8, 2.5, 2.8, 3.5, 3.5, 4.0, 4.0];
    LENGTH[found.len] + SKIP * found.skips as f32
}

/// What leaving title characters out of a scrap costs a generator, in nats.
const SKIP: f32 = 2.5;

/// Whether the first `len` characters are the beginning of a number and nothing else: the text's own
/// numbers look like the title's.
fn cuts_number(text: &str, len: usize) -> bool {
    let mut chars = text.chars();
    chars.by_ref().take(len).all(|c| class(c) == Class::Digit)
        && chars.next().is_some_and(|c| class(c) == Class::Digit)
}

/// How bad it is to cut a tie as firm as `outer` where the tie on the other side is `inner`.
fn cut(outer: f32, inner: f32) -> f32 {
    (outer - LOOSE).clamp(0.0, 4.0) * ((outer - inner + 1.0) / 2.0).clamp(0.0, 1.0)
}
