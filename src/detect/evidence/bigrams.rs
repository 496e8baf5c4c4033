//! How readily one character follows another, measured on web articles.
//!
//! The table is `bigrams.bin`; `examples/bigrams.rs` derives it and describes its layout, and
//! `src/lexicon/README.md` names its sources. It is read where it lies: nothing is parsed, loaded
//! or allocated before the first look.

use std::sync::OnceLock;

use crate::text::{
    Class,
    chars::{class, three_bytes},
};

static BYTES: &[u8] = include_bytes!("bigrams.bin");
/// Steps of a stored cost in one nat.
const STEPS: f32 = 16.0;

const MAPPED: usize = word(0);
const SYMBOLS: usize = word(4);
const PAIRS: usize = word(8);

const CODES: usize = 12;
const NUMBERS: usize = CODES + 2 * MAPPED;
const ROWS: usize = NUMBERS + 2 * MAPPED;
const SECONDS: usize = ROWS + 4 * (SYMBOLS + 1);
const ALONE: usize = SECONDS + 2 * PAIRS;
const LEAVE: usize = ALONE + SYMBOLS;
const COSTS: usize = LEAVE + SYMBOLS;
const _: () = assert!(COSTS + PAIRS == BYTES.len(), "bigrams.bin is not what examples/bigrams.rs writes");

const fn word(at: usize) -> usize {
    u32::from_le_bytes([BYTES[at], BYTES[at + 1], BYTES[at + 2], BYTES[at + 3]]) as usize
}

fn half(base: usize, index: usize) -> u16 {
    let at = base + 2 * index;
    u16::from_le_bytes([BYTES[at], BYTES[at + 1]])
}

fn nats(base: usize, index: usize) -> f32 {
    f32::from(BYTES[base + index]) / STEPS
}

/// A character as the table knows it: variants of one character are one symbol, and so are all
/// digits, all letters, and all marks and line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Symbol(u16);

impl Symbol {
    /// Any mark, space or line end, and the text's two ends.
    pub(crate) const BOUNDARY: Symbol = Symbol(0);
    /// What no character is.
    pub(crate) const NONE: Symbol = Symbol(u16::MAX);
    const DIGIT: Symbol = Symbol(1);
    const LETTER: Symbol = Symbol(2);
    const UNKNOWN: Symbol = Symbol(3);

    /// The symbol of a character. Constant time.
    #[inline]
    pub(crate) fn of(c: char) -> Symbol {
        if let Some(&symbol) = (c as usize).checked_sub(MAIN_BLOCK).and_then(|at| main_block().get(at)) {
            return symbol;
        }
        match class(c) {
            Class::Han => Self::of_han(c),
            Class::Digit => Self::DIGIT,
            Class::Letter => Self::LETTER,
            _ => Self::BOUNDARY,
        }
    }

    /// What [`Symbol::of`] says of characters of three bytes, for passes over a text.
    pub(crate) fn of_three_bytes() -> impl Fn([u8; 3]) -> Symbol {
        let main = main_block();
        move |bytes| {
            let code = three_bytes(bytes);
            let other = || char::from_u32(code as u32).map_or(Self::UNKNOWN, Self::of);
            main.get(code.wrapping_sub(MAIN_BLOCK)).copied().unwrap_or_else(other)
        }
    }

    fn of_han(c: char) -> Symbol {
        let Ok(code) = u16::try_from(c as u32) else { return Self::UNKNOWN };
        index_of(code).map_or(Self::UNKNOWN, |index| Symbol(half(NUMBERS, index)))
    }

    /// How many there are, [`Symbol::NONE`] aside.
    pub(crate) const COUNT: usize = SYMBOLS;

    /// Which of them it is.
    pub(crate) const fn number(self) -> usize {
        self.0 as usize
    }

    /// Two symbols as one number.
    pub(crate) const fn pair(left: Symbol, right: Symbol) -> Pair {
        (left.0 as Pair) << 16 | right.0 as Pair
    }

    fn repeats(self, next: Symbol) -> bool {
        self == next && self.0 < Self::UNKNOWN.0
    }
}

/// Two symbols, one behind the other.
pub(crate) type Pair = u32;

/// A set of symbols.
#[derive(Clone, Debug)]
pub(crate) struct Symbols([u64; SYMBOLS / 64 + 1]);

impl Symbols {
    pub(crate) fn new() -> Self {
        Symbols([0; SYMBOLS / 64 + 1])
    }

    pub(crate) fn insert(&mut self, symbol: Symbol) {
        self.0[symbol.0 as usize / 64] |= 1 << (symbol.0 % 64);
    }

    #[inline]
    pub(crate) fn has(&self, symbol: Symbol) -> bool {
        self.0[symbol.0 as usize / 64] >> (symbol.0 % 64) & 1 != 0
    }
}

/// Nearly every Chinese character is one of these.
const MAIN_BLOCK: usize = 0x4e00;
const MAIN_BLOCK_LEN: usize = 0x5200;

/// The symbols of the main block, so that reading a page needs no search.
fn main_block() -> &'static [Symbol] {
    static SYMBOLS_BY_CODE: OnceLock<Vec<Symbol>> = OnceLock::new();
    SYMBOLS_BY_CODE.get_or_init(|| {
        let mut symbols = vec![Symbol::UNKNOWN; MAIN_BLOCK_LEN];
        for index in 0..MAPPED {
            let at = usize::from(half(CODES, index)).checked_sub(MAIN_BLOCK);
            if let Some(symbol) = at.and_then(|at| symbols.get_mut(at)) {
                *symbol = Symbol(half(NUMBERS, index));
            }
        }
        symbols
    })
}

/// The index of a code among the sorted ones.
fn index_of(code: u16) -> Option<usize> {
    let (codes, _) = BYTES[CODES..NUMBERS].as_chunks();
    codes.binary_search_by_key(&code, |&code| u16::from_le_bytes(code)).ok()
}

/// What it costs, in nats, that `right` stands where nothing is known of its left: −ln p.
pub(crate) fn unled(right: Symbol) -> f32 {
    nats(ALONE, right.0 as usize)
}

/// What it costs, in nats, that `right` follows `left`: −ln p. Runs of digits or letters are free.
pub(crate) fn follows(left: Symbol, right: Symbol) -> f32 {
    match (left, right) {
        (Symbol::BOUNDARY, right) => Edges::get().behind[right.number()],
        (left, Symbol::BOUNDARY) => Edges::get().before[left.number()],
        (left, right) if left.repeats(right) => 0.0,
        (left, right) => looked_up(left, right),
    }
}

/// What each symbol costs behind a boundary, and a boundary behind each symbol: half of what is asked for,
/// and the longest rows.
struct Edges {
    behind: Vec<f32>,
    before: Vec<f32>,
}

impl Edges {
    fn get() -> &'static Self {
        static EDGES: OnceLock<Edges> = OnceLock::new();
        EDGES.get_or_init(|| {
            let all = || (0..SYMBOLS as u16).map(Symbol);
            let cost = |left: Symbol, right: Symbol| match left.repeats(right) {
                true => 0.0,
                false => looked_up(left, right),
            };
            Edges {
                behind: all().map(|right| cost(Symbol::BOUNDARY, right)).collect(),
                before: all().map(|left| cost(left, Symbol::BOUNDARY)).collect(),
            }
        })
    }
}

fn looked_up(left: Symbol, right: Symbol) -> f32 {
    match Pairs::get().cost(left, right) {
        Some(cost) => f32::from(cost) / STEPS,
        None => nats(LEAVE, left.number()) + unled(right),
    }
}

/// The pairs of the table by hash: one look is one miss in the cache, where a search of a row has several.
struct Pairs {
    /// A pair's number and its cost, or [`FREE`]. At most half of the places are taken.
    places: Vec<u32>,
}

const PLACE_BITS: u32 = (2 * PAIRS).next_power_of_two().trailing_zeros();
const SYMBOL_BITS: u32 = 12;
const COST_BITS: u32 = 8;
const _: () =
    assert!(SYMBOLS < 1 << SYMBOL_BITS, "a pair's number has 24 bits, and none has all of them set");
const FREE: u32 = u32::MAX;

impl Pairs {
    fn get() -> &'static Self {
        static PAIRS_BY_HASH: OnceLock<Pairs> = OnceLock::new();
        PAIRS_BY_HASH.get_or_init(|| {
            let mut pairs = Pairs { places: vec![FREE; 1 << PLACE_BITS] };
            for left in 0..SYMBOLS {
                for pair in word(ROWS + 4 * left)..word(ROWS + 4 * (left + 1)) {
                    let number = pair_number(left, half(SECONDS, pair).into());
                    let place = pairs.place(number);
                    pairs.places[place] = number << COST_BITS | u32::from(BYTES[COSTS + pair]);
                }
            }
            pairs
        })
    }

    fn cost(&self, left: Symbol, right: Symbol) -> Option<u8> {
        let held = self.places[self.place(pair_number(left.number(), right.number()))];
        (held != FREE).then_some(held as u8)
    }

    /// Where a pair stands, or the free place where it would.
    fn place(&self, number: u32) -> usize {
        let mut place = (number.wrapping_mul(0x9e37_79b1) >> (u32::BITS - PLACE_BITS)) as usize;
        while self.places[place] != FREE && self.places[place] >> COST_BITS != number {
            place = (place + 1) & (self.places.len() - 1);
        }
        place
    }
}

const fn pair_number(left: usize, right: usize) -> u32 {
    (left << SYMBOL_BITS | right) as u32
}

/// How seldom two characters stand in a row, in nats: −ln p.
pub(crate) fn rarity(pair: [char; 2]) -> f32 {
    let [left, right] = pair.map(Symbol::of);
    unled(left) + looked_up(left, right)
}

/// Characters that end nouns nearly wherever they stand.
const NOUN_ENDS: [char; 8] = ['会', '者', '市', '国', '院', '部', '场', '人'];

/// What it costs, in nats, that `right` stands behind some noun: −ln p, half from what is known of
/// such ends, half from what is known of nothing.
pub(crate) fn behind_noun(right: Symbol) -> f32 {
    static COSTS: OnceLock<Vec<f32>> = OnceLock::new();
    let costs = COSTS.get_or_init(|| (0..SYMBOLS as u16).map(|symbol| mean_cost(Symbol(symbol))).collect());
    costs[right.0 as usize]
}

fn mean_cost(right: Symbol) -> f32 {
    let chance = |end: &char| (-follows(Symbol::of(*end), right)).exp();
    let noun = NOUN_ENDS.iter().map(chance).sum::<f32>() / NOUN_ENDS.len() as f32;
    -((noun + (-unled(right)).exp()) / 2.0).ln()
}

/// How much more readily `right` follows `left` than it would by chance, in nats; inside words this
/// is high.
pub(crate) fn cohesion(left: Symbol, right: Symbol) -> f32 {
    unled(right) - follows(left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(pair: &str) -> f32 {
        let mut chars = pair.chars();
        follows(Symbol::of(chars.next().unwrap()), Symbol::of(chars.next().unwrap()))
    }

    #[test]
    fn words_cost_less_than_chance_meetings() {
        assert!(cost("经济") + 3.0 < cost("经蓝"));
        assert!(cost("，但") + 2.0 < cost("，济"));
        assert!(cost("疫情") < 2.0);
    }

    #[test]
    fn traditional_and_simplified_forms_are_one_symbol() {
        assert_eq!(Symbol::of('經'), Symbol::of('经'));
        assert_eq!(cost("經濟"), cost("经济"));
    }

    #[test]
    fn every_pair_of_the_table_is_found() {
        for left in 0..SYMBOLS {
            for pair in word(ROWS + 4 * left)..word(ROWS + 4 * (left + 1)) {
                let right = Symbol(half(SECONDS, pair));
                assert_eq!(looked_up(Symbol(left as u16), right), nats(COSTS, pair));
            }
        }
    }

    #[test]
    fn what_is_not_listed_still_has_a_cost() {
        assert!(cost("龘龘").is_finite() && cost("𠮷𠮷") > 0.0);
    }
}
