//! Whether a page is plainly an article by its title's words, or by single characters: asked where its
//! sentences share so little that nothing else has shown it.

use std::sync::OnceLock;

use super::RARE_PAIR;
use crate::{
    detect::{
        Page,
        evidence::{Symbol, Symbols, follows, unled},
    },
    text::{Class, chars::class},
};

/// From this cost on, in nats, a character is seldom met by chance.
const RARE: f32 = 8.0;
/// So many sentences, and one in so many, may share such a character with an earlier one by chance.
const SPARE: usize = 2;
const SHARED: usize = 2;
/// In so many sentences such a word of the title must stand, the title itself among them.
const TITLED: usize = 5;

/// Whether rare words of the title stand in several sentences, or sentence after sentence has rare
/// characters of earlier ones. Linear.
pub(super) fn is_article(page: &Page<'_>) -> bool {
    let words = RareWords::of(page.title.as_ref().map_or("", |title| title.text));
    let mut glance = Glance { words, ..Glance::default() };
    let rare = rare();
    page.text.chars().any(|c| glance.read(c, rare))
}

#[derive(Default)]
struct Glance {
    words: RareWords,
    chars: RareChars,
    last: char,
    /// How many sentences ended, have a word of the title, or share a rare character.
    sentences: usize,
    titled: usize,
    shared: usize,
    /// Whether the present one does.
    is_titled: bool,
    shares: bool,
}

impl Glance {
    /// Reads the next character. Whether the page is known to be an article.
    #[inline]
    fn read(&mut self, c: char, rare: &[u64]) -> bool {
        let last = std::mem::replace(&mut self.last, c);
        match c {
            '\u{4e00}'..='\u{9fff}' => {
                if self.words.any && !self.is_titled {
                    self.is_titled = self.words.may_have(last, c);
                }
                if rare[c as usize / 64] >> (c as usize % 64) & 1 != 0 {
                    self.shares |= self.chars.meet(Symbol::of(c));
                }
                false
            }
            '。' | '！' | '？' | '\n' => self.end(),
            _ => false,
        }
    }

    fn end(&mut self) -> bool {
        self.titled += usize::from(std::mem::take(&mut self.is_titled));
        self.shared += usize::from(std::mem::take(&mut self.shares));
        self.sentences += 1;
        self.chars.end();
        self.titled >= TITLED || self.shared > SPARE + self.sentences / SHARED
    }
}

/// A bit for the hash of each rare pair of a title.
struct RareWords {
    bits: [u64; RareWords::BITS / 64],
    any: bool,
}

impl Default for RareWords {
    fn default() -> Self {
        RareWords { bits: [0; RareWords::BITS / 64], any: false }
    }
}

impl RareWords {
    const BITS: usize = 1 << 12;

    fn of(title: &str) -> Self {
        let mut words = RareWords::default();
        for (left, right) in title.chars().zip(title.chars().skip(1)) {
            let symbols = [Symbol::of(left), Symbol::of(right)];
            let han = [left, right].into_iter().all(|c| class(c) == Class::Han);
            if han && unled(symbols[0]) + follows(symbols[0], symbols[1]) >= RARE_PAIR {
                let bit = RareWords::bit(left, right);
                words.bits[bit / 64] |= 1 << (bit % 64);
                words.any = true;
            }
        }
        words
    }

    fn may_have(&self, left: char, right: char) -> bool {
        let bit = RareWords::bit(left, right);
        self.bits[bit / 64] >> (bit % 64) & 1 != 0
    }

    const fn bit(left: char, right: char) -> usize {
        let mixed = (left as u32).wrapping_mul(0x9e37_79b1) ^ (right as u32).wrapping_mul(0x85eb_ca77);
        (mixed >> 20) as usize
    }
}

/// A bit for each character of the main block that is rare.
fn rare() -> &'static [u64] {
    static RARE_BITS: OnceLock<Vec<u64>> = OnceLock::new();
    RARE_BITS.get_or_init(|| {
        let rare = |code: u32| char::from_u32(code).is_some_and(|c| unled(Symbol::of(c)) >= RARE);
        let word = |word: u32| (0..64).map(|bit| u64::from(rare(word * 64 + bit)) << bit).sum();
        (0..0xa000 / 64).map(word).collect()
    })
}

/// The rare symbols of earlier sentences, and of the present one.
struct RareChars {
    earlier: Symbols,
    present: Vec<Symbol>,
}

impl Default for RareChars {
    fn default() -> Self {
        RareChars { earlier: Symbols::new(), present: Vec::new() }
    }
}

impl RareChars {
    /// Notes a symbol of the present sentence. Whether it stood in an earlier one.
    fn meet(&mut self, symbol: Symbol) -> bool {
        self.present.push(symbol);
        self.earlier.has(symbol)
    }

    fn end(&mut self) {
        for symbol in self.present.drain(..) {
            self.earlier.insert(symbol);
        }
    }
}
