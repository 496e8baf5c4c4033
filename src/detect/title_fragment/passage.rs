//! The few characters behind a trigger, read in every way there is.

use std::{ops::Range, sync::OnceLock};

use super::key::MAX_SCRAP;
use crate::{
    detect::evidence::{Reading, Symbol, Weights, behind_noun, follows},
    text::chars::{Class, class},
};

/// The longest scrap at a place with the character before and behind it.
///
/// Every reading of a place is a reading of this same stretch, so that they can be compared.
#[derive(Debug)]
pub(super) struct Passage<'r, 't> {
    reading: &'r Reading<'t>,
    /// How many characters the longest scrap has.
    len: usize,
    /// The characters before the stretch and behind it.
    left: Option<char>,
    right: Option<char>,
    /// Those of the stretch and the one behind.
    symbols: [Symbol; MAX_SCRAP + 1],
    /// For each of them what it costs behind the one before it.
    plain: [f32; MAX_SCRAP + 1],
    /// What the one behind the stretch costs where a word ends before it.
    fresh: f32,
    /// What citing a word of the title costs where it is left, with the one behind.
    cited: f32,
    /// What a piece alone behind a sentence costs its writer.
    orphan: f32,
}

fn symbol(c: Option<char>) -> Symbol {
    c.map_or(Symbol::BOUNDARY, Symbol::of)
}

impl<'r, 't> Passage<'r, 't> {
    /// Reads the `len` characters of `range` and the one that is read behind them. `inner` holds what
    /// they cost behind one another, from the second on, if that is known.
    pub(super) fn new(
        reading: &'r Reading<'t>,
        range: Range<usize>,
        len: usize,
        inner: Option<&[f32]>,
        weights: &Weights,
    ) -> Self {
        let (left, right) = (reading.before(range.start), reading.after(range.end));
        let mut symbols = [Symbol::BOUNDARY; MAX_SCRAP + 1];
        for (symbol, c) in symbols.iter_mut().zip(reading.text()[range].chars()) {
            *symbol = Symbol::of(c);
        }
        symbols[len] = symbol(right);
        let mut plain = [0.0; MAX_SCRAP + 1];
        plain[0] = follows(symbol(left), symbols[0]);
        match inner {
            Some(inner) => plain[1..len].copy_from_slice(inner),
            None => (1..len).for_each(|index| plain[index] = follows(symbols[index - 1], symbols[index])),
        }
        plain[len] = reading.link(symbols[len - 1], symbols[len], 1);
        let fresh = fresh(plain[len], symbols[len]);
        let (cited, orphan) = (weights.cite + fresh, orphan(left, right, weights));
        Passage { reading, len, left, right, symbols, plain, fresh, cited, orphan }
    }

    /// What the character at `index` costs where a word ends before it.
    fn fresh(&self, index: usize) -> f32 {
        if index == self.len { self.fresh } else { fresh(self.plain[index], self.symbols[index]) }
    }

    /// What the stretch costs its writer, in nats: as plain text, or with a scrap cited, given as its
    /// length and what citing it costs.
    pub(super) fn written(&self, cited: impl Iterator<Item = (usize, f32)>) -> f32 {
        let plain: f32 = self.plain[..=self.len].iter().sum();
        let all = cited.fold(plain, |all, (len, cost)| either(all, cost + self.fresh(len) + self.rest(len)));
        all + self.orphan
    }

    /// What is left costs, in nats, if the first `len` characters were dropped in.
    pub(super) fn without(&self, len: usize) -> f32 {
        if len == self.len {
            return self.reading.meet(self.left, self.right);
        }
        let meet = self.reading.link(symbol(self.left), self.symbols[len], 0);
        // What is left may itself be a word of the title.
        self.cited.min(meet + self.rest(len))
    }

    /// Whether the first `len` characters are all that stands between brackets or quotes, or that keeps
    /// two marks apart that never meet.
    pub(super) fn parts_marks(&self, len: usize) -> bool {
        let (left, right) = (self.left.map(class), self.right.map(class));
        len == self.len
            && matches!(left, Some(Class::Open | Class::Pause))
            && matches!(right, Some(Class::Pause | Class::Stop | Class::Close))
    }

    /// What the characters behind the one at `index` cost.
    fn rest(&self, index: usize) -> f32 {
        self.plain[(index + 1).min(self.len + 1)..=self.len].iter().sum()
    }
}

/// What it costs a writer that a piece has a sentence's end before it and a line's end behind it.
fn orphan(left: Option<char>, right: Option<char>, weights: &Weights) -> f32 {
    let ended = left.is_some_and(|c| class(c) == Class::Stop || class(c) == Class::Close);
    let open = right.is_none_or(|c| class(c) == Class::Break);
    if ended && open { weights.orphan } else { 0.0 }
}

/// What a symbol costs where a word ends before it and any other may follow, `plain` being what it costs
/// behind the last one.
fn fresh(plain: f32, symbol: Symbol) -> f32 {
    either(plain, behind_noun(symbol)) + std::f32::consts::LN_2
}

/// The cost of two ways to the same end.
fn either(one: f32, other: f32) -> f32 {
    one.min(other) - saved((one - other).abs())
}

/// What a second way saves that costs so much more, ln (1 + e^−more): from a table, and on the line between
/// its entries.
fn saved(more: f32) -> f32 {
    /// Entries of the table, and how many of them there are for one nat.
    const ENTRIES: usize = 512;
    const STEPS: f32 = 32.0;
    static SAVED: OnceLock<[f32; ENTRIES]> = OnceLock::new();
    let table = SAVED.get_or_init(|| std::array::from_fn(|at| (-(at as f32) / STEPS).exp().ln_1p()));
    let place = more * STEPS;
    let at = place as usize;
    let Some(&[here, next]) = table.get(at..).and_then(<[f32]>::first_chunk) else { return 0.0 };
    here + (next - here) * (place - at as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_saves_what_a_second_way_does() {
        for more in (0..2000).map(|part| part as f32 / 100.0) {
            assert!((saved(more) - (-more).exp().ln_1p()).abs() < 1e-4, "{more}");
        }
    }
}
