//! The few characters behind a trigger, read in every way there is.

use super::key::MAX_SCRAP;
use crate::{
    detect::evidence::{Reading, Symbol, Weights, follows, unled},
    text::chars::{Class, class},
};

/// The longest scrap at a place with the character before and behind it.
///
/// Every reading of a place is a reading of this same stretch, so that they can be compared.
#[derive(Debug)]
pub(super) struct Passage {
    /// How many characters the longest scrap has.
    len: usize,
    /// For each of its characters, and the one behind, what it costs behind the one before it.
    plain: [f32; MAX_SCRAP + 1],
    /// The same where a word ends before it and any other may follow.
    fresh: [f32; MAX_SCRAP + 1],
    /// The same where the character before the whole stretch stands before it.
    joined: [f32; MAX_SCRAP + 1],
    /// What citing a word of the title costs.
    cite: f32,
    /// What a piece alone behind a sentence costs its writer.
    orphan: f32,
}

impl Passage {
    /// Reads `len` characters at byte `at` and the one that is read behind them.
    pub(super) fn new(reading: &Reading<'_>, at: usize, len: usize, weights: &Weights) -> Self {
        let left = reading.before(at);
        let inside: Vec<char> = reading.text()[at..].chars().take(len).collect();
        let end = at + inside.iter().map(|c| c.len_utf8()).sum::<usize>();
        let right = reading.after(end);
        let mut passage = Passage {
            len,
            plain: [0.0; MAX_SCRAP + 1],
            fresh: [0.0; MAX_SCRAP + 1],
            joined: [0.0; MAX_SCRAP + 1],
            cite: weights.cite,
            orphan: orphan(left, right, weights),
        };
        let mut last = left.map_or(Symbol::BOUNDARY, Symbol::of);
        for (index, c) in inside.iter().copied().map(Some).chain([right]).enumerate() {
            let symbol = c.map_or(Symbol::BOUNDARY, Symbol::of);
            let link = if index == len { reading.link(last, symbol, 1) } else { follows(last, symbol) };
            passage.plain[index] = link;
            passage.fresh[index] = either(link, unled(symbol)) + std::f32::consts::LN_2;
            passage.joined[index] = reading.meet(left, c);
            last = symbol;
        }
        passage
    }

    /// What the stretch costs its writer, in nats: as plain text, or with a scrap cited, given as its
    /// length and what citing it costs.
    pub(super) fn written(&self, cited: impl Iterator<Item = (usize, f32)>) -> f32 {
        let plain: f32 = self.plain[..=self.len].iter().sum();
        let all = cited.fold(plain, |all, (len, cost)| either(all, cost + self.fresh[len] + self.rest(len)));
        all + self.orphan
    }

    /// What is left costs, in nats, if the first `len` characters were dropped in.
    pub(super) fn without(&self, len: usize) -> f32 {
        // What is left may itself be a word of the title.
        let cited = if len < self.len { self.cite + self.fresh[self.len] } else { f32::INFINITY };
        cited.min(self.joined[len] + self.rest(len))
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

/// The cost of two ways to the same end.
fn either(one: f32, other: f32) -> f32 {
    let least = one.min(other);
    least - ((least - one).exp() + (least - other).exp()).ln()
}
