//! How readily one character follows another, measured on web articles.
//!
//! The table is `bigrams.bin`; `examples/bigrams.rs` derives it and describes its layout, and
//! `src/lexicon/README.md` names its sources. It is read where it lies: nothing is parsed, loaded
//! or allocated before the first look.

use std::sync::OnceLock;

use crate::text::{Class, chars::class};

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

    /// The Chinese characters of a text, and a boundary for each other one. Linear.
    pub(crate) fn han(text: &str) -> impl Iterator<Item = Symbol> {
        let main = main_block();
        text.chars().map(move |c| match main.get((c as usize).wrapping_sub(MAIN_BLOCK)) {
            Some(&symbol) => symbol,
            None if class(c) == Class::Han => Self::of_han(c),
            None => Self::BOUNDARY,
        })
    }

    fn of_han(c: char) -> Symbol {
        let Ok(code) = u16::try_from(c as u32) else { return Self::UNKNOWN };
        search(CODES, 0, MAPPED, code).map_or(Self::UNKNOWN, |index| Symbol(half(NUMBERS, index)))
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

/// The index in `from..to` of the sorted half words at `base` that holds `wanted`. No branch depends on
/// what is compared: which way a search goes cannot be foreseen.
fn search(base: usize, from: usize, to: usize, wanted: u16) -> Option<usize> {
    let (halves, _) = BYTES[base + 2 * from..base + 2 * to].as_chunks();
    let (mut at, mut left) = (0, halves.len());
    while left > 1 {
        let middle = at + left / 2;
        at = if u16::from_le_bytes(halves[middle]) <= wanted { middle } else { at };
        left -= left / 2;
    }
    let found = halves.get(at).is_some_and(|&half| u16::from_le_bytes(half) == wanted);
    found.then_some(from + at)
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
    let row = left.0 as usize;
    match search(SECONDS, word(ROWS + 4 * row), word(ROWS + 4 * (row + 1)), right.0) {
        Some(pair) => nats(COSTS, pair),
        None => nats(LEAVE, row) + unled(right),
    }
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
    fn what_is_not_listed_still_has_a_cost() {
        assert!(cost("龘龘").is_finite() && cost("𠮷𠮷") > 0.0);
    }
}
