//! A page as the sentence-level detectors read it: without what is already known to go, and with
//! the document's own habits mixed into the table's.

use std::ops::Range;

use super::{Pair, Symbol, follows};
use crate::text::chars::{self, Class, class};

/// A text with stretches taken out.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    text: &'t str,
    /// Sorted, disjoint.
    gone: Vec<Range<usize>>,
    /// Every pair of symbols of the text, sorted, to be counted by searching.
    pairs: Vec<Pair>,
    table: f32,
}

impl<'t> Reading<'t> {
    /// Reads `text` without `gone` (sorted, disjoint). `table` says how many sightings the general
    /// table is worth. Linear, but for sorting the pairs.
    pub(crate) fn new(text: &'t str, gone: Vec<Range<usize>>, table: f32) -> Self {
        let mut reading = Reading { text, gone, pairs: Vec::new(), table };
        reading.count();
        reading
    }

    fn count(&mut self) {
        let mut last = Symbol::BOUNDARY;
        let mut gone = self.gone.iter().peekable();
        for (at, c) in self.text.char_indices() {
            while gone.next_if(|range| range.end <= at).is_some() {}
            if gone.peek().is_some_and(|range| range.start <= at) {
                continue;
            }
            let symbol = Symbol::of(c);
            self.pairs.push(Symbol::pair(last, symbol));
            last = symbol;
        }
        self.pairs.sort_unstable();
    }

    /// The text, what was taken out included.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// How many characters are read.
    pub(crate) fn chars(&self) -> usize {
        self.pairs.len()
    }

    /// Whether byte `at` has been taken out.
    pub(crate) fn is_gone(&self, at: usize) -> bool {
        let index = self.gone.partition_point(|range| range.end <= at);
        self.gone.get(index).is_some_and(|range| range.start <= at)
    }

    /// The character that is read before byte `at`, if any.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        let mut at = at;
        while let Some(range) =
            self.gone[..self.gone.partition_point(|range| range.end <= at)].last().filter(|r| r.end == at)
        {
            at = range.start;
        }
        chars::before(self.text, at)
    }

    /// The character that is read at byte `at` or next after it, if any.
    pub(crate) fn after(&self, at: usize) -> Option<char> {
        let mut at = at;
        while let Some(range) =
            self.gone.get(self.gone.partition_point(|range| range.end <= at)).filter(|r| r.start <= at)
        {
            at = range.end;
        }
        chars::after(self.text, at)
    }

    /// What it costs, in nats, that `right` follows `left` here. `own` sightings of the pair are
    /// the place in question itself and do not count.
    pub(crate) fn link(&self, left: Symbol, right: Symbol, own: usize) -> f32 {
        let both =
            self.sightings(Symbol::pair(left, right), Symbol::pair(left, right)).saturating_sub(own) as f32;
        let any = self
            .sightings(Symbol::pair(left, Symbol::LEAST), Symbol::pair(left, Symbol::GREATEST))
            .saturating_sub(own) as f32;
        let general = (-follows(left, right)).exp();
        -((both + self.table * general) / (any + self.table)).ln()
    }

    fn sightings(&self, from: Pair, to: Pair) -> usize {
        self.pairs.partition_point(|pair| *pair <= to) - self.pairs.partition_point(|pair| *pair < from)
    }

    /// What it costs, in nats, that the characters left and right of a cut meet. Marks and line
    /// ends, which the table holds for one symbol, are told apart here.
    pub(crate) fn meet(&self, left: Option<char>, right: Option<char>) -> f32 {
        let (left, right) = (left.unwrap_or('\n'), right.unwrap_or('\n'));
        let (l, r) = (Symbol::of(left), Symbol::of(right));
        if l != Symbol::BOUNDARY || r != Symbol::BOUNDARY {
            return self.link(l, r, 0);
        }
        marks_meet(class(left), class(right))
    }
}

/// Costs in nats of one mark behind another, by reading: a line may end after a full stop, hardly
/// after a comma, and no mark that parts clauses follows another.
fn marks_meet(left: Class, right: Class) -> f32 {
    match (left, right) {
        (_, Class::Open) => 2.0,
        (Class::Stop | Class::Close | Class::Mark, Class::Break) => 0.5,
        (Class::Stop, Class::Close) => 1.0,
        (Class::Close, Class::Pause | Class::Stop) => 1.0,
        (Class::Break | Class::Space, _) => 3.0,
        (Class::Pause, Class::Break) => 5.0,
        (_, Class::Pause | Class::Stop) => 7.0,
        _ => 4.0,
    }
}
