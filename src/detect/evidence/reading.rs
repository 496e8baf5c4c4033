//! A page as the sentence-level detectors read it: without what is already known to go, and with
//! the document's own habits mixed into the table's.

use std::ops::Range;

use super::{PairMap, Symbol, Symbols, follows};
use crate::text::chars::{self, Class, class};

/// A text with stretches taken out.
#[derive(Debug)]
pub(crate) struct Reading<'t> {
    text: &'t str,
    /// Sorted, disjoint.
    gone: Vec<Range<usize>>,
    counts: Option<Counts>,
    table: f32,
}

/// What stands in the text.
#[derive(Debug)]
struct Counts {
    /// How often each pair stands there whose symbols were asked for.
    pairs: PairMap,
    /// How often something stands behind each left symbol that was.
    lefts: Box<[u32; Symbol::COUNT]>,
}

/// Which symbols are asked for on the left and on the right of a joint.
#[derive(Debug)]
pub(crate) struct Joints {
    pub(crate) lefts: Symbols,
    pub(crate) rights: Symbols,
}

impl<'t> Reading<'t> {
    /// Reads `text` without `gone` (sorted, disjoint). `table` says how many sightings the general
    /// table is worth.
    pub(crate) fn new(text: &'t str, gone: Vec<Range<usize>>, table: f32) -> Self {
        Reading { text, gone, counts: None, table }
    }

    /// Counts how often symbols stand at `joints`: no others may be asked for. Linear.
    pub(crate) fn count(&mut self, joints: &Joints) {
        let mut counts = Counts { pairs: PairMap::default(), lefts: Box::new([0; Symbol::COUNT]) };
        let mut last = Symbol::BOUNDARY;
        let mut from = 0;
        let end = self.text.len()..self.text.len();
        for gone in self.gone.iter().chain([&end]) {
            for c in self.text[from..gone.start].chars() {
                let symbol = Symbol::of(c);
                if joints.lefts.has(last) {
                    counts.lefts[last.number()] += 1;
                    if joints.rights.has(symbol) {
                        counts.pairs.update(Symbol::pair(last, symbol), |count| count + 1);
                    }
                }
                last = symbol;
            }
            from = gone.end;
        }
        self.counts = Some(counts);
    }

    /// Takes over what was counted in another reading.
    pub(crate) fn take_counts(&mut self, other: Reading<'t>) {
        self.counts = other.counts;
    }

    /// The text, what was taken out included.
    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    /// What was taken out, sorted, disjoint.
    pub(crate) fn gone(&self) -> &[Range<usize>] {
        &self.gone
    }

    /// Whether byte `at` has been taken out. O(log n) in what was.
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
        let Some(counts) = &self.counts else { return follows(left, right) };
        let others = |seen: u32| (seen as usize).saturating_sub(own) as f32;
        let pairs = others(counts.pairs.of(Symbol::pair(left, right)));
        let general = (-follows(left, right)).exp();
        -((pairs + self.table * general) / (others(counts.lefts[left.number()]) + self.table)).ln()
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
