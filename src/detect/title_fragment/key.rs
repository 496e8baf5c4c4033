//! The title as the key to its scraps.

use super::{filter::Filter, name::Name, sites::trigger};
use crate::{
    detect::evidence::{Symbol, follows, unled},
    text::{
        chars::{self, Class, class, is_wordlike},
        fold::fold,
    },
};

/// Characters of a title that are looked at: positions are bits of a word.
pub(super) const MAX_CHARS: usize = 64;
/// Places of the table of characters: four times as many as there may be characters.
const SLOTS: usize = 256;
/// Characters of a text among which the title is looked for, marks between them included.
const LOOK: usize = 4 * MAX_CHARS;
/// Longest scrap, in characters.
pub(super) const MAX_SCRAP: usize = 20;
/// So much of the title in a row, in characters, is the title itself.
const STANDS: usize = 10;

/// The characters of a title that can stand in a word, in order.
#[derive(Debug)]
pub(super) struct Key {
    chars: Vec<char>,
    /// Each different character with the positions it stands at, as bits.
    places: Vec<(char, u64)>,
    /// Where a character stands in `places`, one up, by its hash; 0 where none is.
    slots: [u8; SLOTS],
    pub(super) filter: Filter,
    /// For each position, how firmly it is tied to the one before, in nats; far below 0 behind a mark.
    ties: Vec<f32>,
    /// For each position but the first, what its character costs behind the one at the position before, in nats.
    costs: Vec<f32>,
    /// What it costs a generator, in nats, that a scrap begins just where it does.
    pub(super) start_cost: f32,
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
    pub(super) name: Name,
}

/// From this cohesion on, in nats, two characters are held for parts of one word.
const LOOSE: f32 = 1.5;
/// The tie across a mark.
const PARTED: f32 = -4.0;

impl Key {
    pub(super) fn new(title: &str) -> Self {
        let mut chars = Vec::with_capacity(MAX_CHARS);
        chars.extend(title.chars().filter(|&c| is_wordlike(c)).take(MAX_CHARS).map(fold));
        let filter = Filter::default();
        let mut key = Key {
            places: Vec::with_capacity(chars.len()),
            start_cost: (chars.len() as f32).ln(),
            chars,
            slots: [0; SLOTS],
            filter,
            ties: Vec::new(),
            costs: Vec::new(),
        };
        for at in 0..key.chars.len() {
            let c = key.chars[at];
            let slot = key.slot(c);
            if key.slots[slot] == 0 {
                key.filter.add(c);
                key.places.push((c, 0));
                key.slots[slot] = key.places.len() as u8;
            }
            key.places[usize::from(key.slots[slot]) - 1].1 |= 1 << at;
        }
        key
    }

    /// Looks up how firmly the characters of the title are tied to each other, the first time.
    pub(super) fn tie(&mut self, title: &str) {
        if !self.ties.is_empty() {
            return;
        }
        let (mut last, mut last_own) = (Symbol::BOUNDARY, Symbol::BOUNDARY);
        for c in title.chars() {
            let symbol = Symbol::of(c);
            if is_wordlike(c) && self.ties.len() < MAX_CHARS {
                let own = Symbol::of(fold(c));
                let cost = follows(last, symbol);
                self.ties.push(if last == Symbol::BOUNDARY { PARTED } else { unled(symbol) - cost });
                let is_same = (last, symbol) == (last_own, own);
                self.costs.push(if is_same { cost } else { follows(last_own, own) });
                last_own = own;
            }
            last = symbol;
        }
    }

    /// What the characters of a match cost behind one another, in nats, from the second on; nothing where
    /// the match leaves some of the title's out.
    pub(super) fn inner_costs(&self, found: &Match) -> Option<&[f32]> {
        (found.skips == 0).then(|| &self.costs[found.first + 1..=found.last])
    }

    /// The names of those scraps that the title has the characters for, in order.
    pub(super) fn names<'s>(&self, scraps: impl Iterator<Item = &'s str>) -> Vec<Name> {
        let name = |scrap: &str| {
            let ids = scrap.chars().take(MAX_SCRAP).map_while(|c| self.id(fold(c)));
            ids.fold(None, |name, id| Some(name.unwrap_or(Name::EMPTY).with(id)))
        };
        scraps.filter_map(name).collect()
    }

    /// Where a folded character stands in the table, or would.
    #[inline]
    fn slot(&self, c: char) -> usize {
        let mut slot = ((c as u32).wrapping_mul(0x9e37_79b1) >> 24) as usize % SLOTS;
        while self.slots[slot] != 0 && self.places[usize::from(self.slots[slot]) - 1].0 != c {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    /// Which of the title's characters a folded one is.
    #[inline]
    pub(super) fn id(&self, c: char) -> Option<usize> {
        usize::from(self.slots[self.slot(c)]).checked_sub(1)
    }

    /// The title positions of each different character, as bits.
    pub(super) fn chars(&self) -> impl Iterator<Item = u64> {
        self.places.iter().map(|&(_, places)| places)
    }

    /// The same for one of them.
    pub(super) fn places_of(&self, id: usize) -> u64 {
        self.places[id].1
    }

    /// How many characters the title has for scraps.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The positions of a folded character, as bits.
    #[inline]
    pub(super) fn places(&self, c: char) -> u64 {
        self.id(c).map_or(0, |id| self.places[id].1)
    }

    /// Whether the title has the character at byte `at` and, further on, the one behind it.
    #[inline]
    pub(super) fn may_begin_scrap(&self, text: &str, at: usize) -> bool {
        let bytes = &text.as_bytes()[at..];
        let (has, width) = self.filter.read(bytes);
        has && self.filter.read(&bytes[width..]).0 && self.begins_scrap(&text[at..])
    }

    /// The same for the front of a text, of whatever the filter may have.
    pub(super) fn begins_scrap(&self, text: &str) -> bool {
        let mut places = text.chars().map(|c| self.places(fold(c)));
        is_pair(places.next().unwrap_or(0), places.next().unwrap_or(0))
    }

    /// Where the title itself, or most of it, ends that begins at byte `at` of `text` or behind marks
    /// there that are no triggers; else 0. Constant time where something else stands.
    #[inline]
    pub(super) fn end_of_title_at(&self, text: &str, at: usize) -> usize {
        match chars::after(text, at) {
            Some(c @ '\u{4e00}'..='\u{9fff}') if self.chars.first() != Some(&c) => 0,
            Some(c) if trigger(c).is_none() || is_wordlike(c) => self.end_of_title_behind(text, at),
            _ => 0,
        }
    }

    fn end_of_title_behind(&self, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let marks = rest.char_indices().find(|(_, c)| is_wordlike(*c)).map_or(rest.len(), |(at, _)| at);
        match self.stands_at(&rest[marks..]) {
            0 => 0,
            len => at + marks + len,
        }
    }

    /// Whether a character and the one at byte `at` behind it are tied to one another in the title: what
    /// begins there is the end of a longer word.
    pub(super) fn goes_on(&self, before: char, text: &str, at: usize) -> bool {
        let mut both = self.places(fold(before)) << 1;
        both &= if both == 0 { 0 } else { chars::after(text, at).map_or(0, |c| self.places(fold(c))) };
        while both != 0 {
            if self.ties[both.trailing_zeros() as usize] >= LOOSE {
                return true;
            }
            both &= both - 1;
        }
        false
    }

    /// Bytes at the front of `text`, which begins with a character that can stand in a word, that are
    /// the title itself, or most of it; else 0.
    fn stands_at(&self, text: &str) -> usize {
        let mut own = self.chars.iter();
        let mut run = 0;
        let mut end = 0;
        for (at, c) in text.char_indices().take(LOOK).filter(|(_, c)| is_wordlike(*c)) {
            if own.next() != Some(&fold(c)) {
                break;
            }
            run += 1;
            end = at + c.len_utf8();
        }
        if run > STANDS && run * 5 >= self.len() * 3 || run == self.len() { end } else { 0 }
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
}

/// What it costs a generator, in nats, that a scrap is as long as it is, and what it leaves out.
pub(super) fn shape_cost(found: &Match) -> f32 {
    const LENGTH: [f32; MAX_SCRAP + 1] = [
        9.0, 9.0, 0.7, 1.6, 1.8, 2.5, 2.8, 3.5, 3.5, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0,
        4.0,
    ];
    LENGTH[found.len] + SKIP * found.skips as f32
}

/// What leaving title characters out of a scrap costs a generator, in nats.
const SKIP: f32 = 2.5;

/// Whether a number, or what stands before one, may begin with a character.
#[inline]
pub(super) fn may_be_number(c: char) -> bool {
    matches!(c, '第' | '民') || is_digit(c)
}

/// Whether the first `len` characters are the beginning of a number and nothing else, an ordinal's sign
/// or an era before it aside: the text's own numbers look like the title's.
pub(super) fn cuts_number(text: &str, len: usize) -> bool {
    let number = text.trim_start_matches("民國").trim_start_matches('第');
    let sign = text[..text.len() - number.len()].chars().count();
    let is_part = |c: char| is_digit(c) || sign > 0 && NUMERALS.contains(&c);
    let mut chars = number.chars();
    sign < len && chars.by_ref().take(len - sign).all(is_part) && chars.next().is_some_and(is_part)
}

/// The characters that write the numbers of articles and years, and have other uses too.
const NUMERALS: [char; 13] = ['〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百'];

fn is_digit(c: char) -> bool {
    !matches!(c, '\u{4e00}'..='\u{9fff}') && class(c) == Class::Digit
}

/// Whether one of the positions `seconds` is behind one of `firsts`.
#[inline]
pub(super) fn is_pair(firsts: u64, seconds: u64) -> bool {
    firsts != 0 && seconds & (u64::MAX << firsts.trailing_zeros() << 1) != 0
}

/// How bad it is to cut a tie as firm as `outer` where the tie on the other side is `inner`.
fn cut(outer: f32, inner: f32) -> f32 {
    (outer - LOOSE).clamp(0.0, 4.0) * ((outer - inner + 1.0) / 2.0).clamp(0.0, 1.0)
}
