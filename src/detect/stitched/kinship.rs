//! What sentences share with those before them.

use super::{
    MIN_NEIGHBOURS, MIN_SENTENCES, RARE_PAIR, links,
    sentences::{Sentence, sentences},
};
use crate::detect::{
    Findings, Page,
    evidence::{Apart, Pair, PairMap, Symbol, follows, unled},
};

/// What a pair or a character must cost to tell anything, and at most tells, in nats.
const COMMON_PAIR: f32 = 6.0;
const RAREST_PAIR: f32 = 14.0;
const COMMON_CHAR: f32 = 5.5;
const RAREST_CHAR: f32 = 9.0;
/// What a sentence shares at most for each of its characters, if it stands alone.
const ALONE: f32 = 0.1;
/// Fewest characters of an average sentence.
const MIN_LENGTH: usize = 11;
/// One sentence in so many may be an earlier one again.
const MAX_AGAIN: usize = 4;
/// What all modern prose is full of, and one in how many characters is at least.
const PARTICLES: [char; 4] = ['的', '是', '了', '在'];
const MODERN: usize = 60;

type Signs = [f32; Apart::COUNT];

/// What the sentences of a page share; `None` as soon as it is clear that they belong together, or
/// that there are too few. Linear.
pub(super) fn read(page: &Page<'_>, findings: &Findings) -> Option<Signs> {
    let mut kinship = Kinship::default();
    for sentence in sentences(page, findings) {
        kinship.add(page.text, &sentence);
        let is_close = links::are_close(kinship.linked, kinship.sentences, kinship.items);
        if sentence.range.len() > links::MAX_BYTES || is_close {
            return None;
        }
    }
    kinship.signs()
}

/// Sums over the sentences so far.
#[derive(Default)]
struct Kinship {
    /// The last sentence that has a pair or, paired with nothing, a character; they count from 1.
    seen: PairMap,
    sentences: usize,
    neighbours: usize,
    items: usize,
    again: usize,
    particles: usize,
    linked: usize,
    alone: usize,
    han: usize,
    pairs: f32,
    chars: f32,
    near: f32,
}

/// Where a pair stood before.
enum Met {
    Never,
    /// In the same sentence.
    Here,
    /// In an earlier one, by number.
    Before(usize),
}

/// What one sentence shares with those before it.
#[derive(Default)]
struct Shared {
    pairs: f32,
    chars: f32,
    /// With the one straight before it.
    near: f32,
    rare: bool,
    /// How many different pairs it has, and how many of them stood before.
    all: usize,
    met: usize,
}

impl Kinship {
    fn add(&mut self, text: &str, sentence: &Sentence<'_>) {
        /// What two neighbours may share at most, in nats.
        const MOST: f32 = 10.0;
        let inside = &text[sentence.range.clone()];
        self.sentences += 1;
        let shared = self.read(text, sentence);
        if links::is_again(shared.met, shared.all) {
            self.sentences -= 1;
            self.again += 1;
            return;
        }
        self.items += usize::from(sentence.is_item(text));
        self.particles += inside.chars().filter(|c| PARTICLES.contains(c)).count();
        self.han += sentence.han;
        self.pairs += shared.pairs;
        self.chars += shared.chars;
        self.linked += usize::from(shared.rare);
        self.alone += usize::from(shared.pairs < ALONE * sentence.han as f32);
        if sentence.follows {
            self.neighbours += 1;
            self.near += shared.near.min(MOST);
        }
    }

    /// Looks up the pairs and characters of a sentence, each once.
    fn read(&mut self, text: &str, sentence: &Sentence<'_>) -> Shared {
        let symbol = Symbol::of_three_bytes();
        let mut shared = Shared::default();
        for row in sentence.rows(text) {
            let mut left = None;
            for right in row.iter().copied().map(&symbol) {
                if let Met::Before(_) = self.meet(Symbol::pair(Symbol::NONE, right)) {
                    shared.chars += unled(right).clamp(COMMON_CHAR, RAREST_CHAR) - COMMON_CHAR;
                }
                if let Some(left) = left {
                    let met = self.meet(Symbol::pair(left, right));
                    shared.add(&met, [left, right], self.sentences);
                }
                left = Some(right);
            }
        }
        shared
    }

    /// Notes that the present sentence has a pair.
    fn meet(&mut self, pair: Pair) -> Met {
        let mut last = 0;
        self.seen.update(pair, |sentence| {
            last = sentence as usize;
            self.sentences as u32
        });
        match last {
            0 => Met::Never,
            last if last == self.sentences => Met::Here,
            last => Met::Before(last),
        }
    }

    fn signs(&self) -> Option<Signs> {
        let enough = self.sentences >= MIN_SENTENCES
            && self.neighbours >= MIN_NEIGHBOURS
            && self.neighbours * 2 >= self.sentences
            && self.han >= self.sentences * MIN_LENGTH
            && self.particles * MODERN >= self.han
            && self.again * MAX_AGAIN <= self.sentences;
        if !enough {
            return None;
        }
        let (han, sentences) = (self.han as f32, self.sentences as f32);
        let later = sentences - 1.0;
        let mut signs = [0.0; Apart::COUNT];
        let mut set = |sign: Apart, value: f32| signs[sign as usize] = value;
        set(Apart::Always, 1.0);
        set(Apart::Pairs, self.pairs / han);
        set(Apart::Linked, self.linked as f32 / later);
        set(Apart::Neighbours, self.near / self.neighbours as f32);
        set(Apart::Chars, self.chars / han);
        set(Apart::Few, MIN_SENTENCES as f32 / sentences);
        set(Apart::Long, (han / sentences / 30.0).min(1.5));
        // The first has nothing before it.
        set(Apart::Alone, (self.alone as f32 - 1.0) / later);
        Some(signs)
    }
}

impl Shared {
    fn add(&mut self, met: &Met, [left, right]: [Symbol; 2], present: usize) {
        self.all += usize::from(!matches!(met, Met::Here));
        let Met::Before(last) = met else { return };
        let cost = unled(left) + follows(left, right);
        let worth = cost.clamp(COMMON_PAIR, RAREST_PAIR) - COMMON_PAIR;
        self.met += 1;
        self.pairs += worth;
        self.rare |= cost >= RARE_PAIR;
        if last + 1 == present {
            self.near += worth;
        }
    }
}
