//! What the shared passes note about a text, and how the notes follow a cut.

use std::ops::Range;

use crate::{
    lexicon::{self, Hit, Lexicon},
    text::{Census, Line, Mark, lines},
};

/// Lines, marks, lexicon words and class counts of one text. Its memory is used again for the next text.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) lines: Vec<Line>,
    /// Every character that is not plain Chinese, in order: punctuation, digits, letters, white space, symbols.
    marks: Vec<Mark>,
    /// In order of their end.
    hits: Vec<Hit>,
    index: Index,
    census: Census,
}

/// The hits by lexicon: places in the list of hits, sorted by lexicon, then by place.
#[derive(Debug)]
struct Index {
    places: Vec<u32>,
    /// Where each lexicon's places start; one more for the end.
    starts: [u32; lexicon::FILES.len() + 1],
}

impl Default for Index {
    fn default() -> Self {
        Index { places: Vec::new(), starts: [0; lexicon::FILES.len() + 1] }
    }
}

impl Notes {
    /// Reads a text: lines and classes in one pass, lexicon words in another. Linear.
    pub(crate) fn read(&mut self, text: &str) {
        self.clear();
        self.read_on(text, 0);
        self.sum_up();
    }

    /// Notes for `text`, which is the text of `before` without `cuts` (sorted, disjoint). Lines
    /// that no cut touches are carried over, the others are read again.
    pub(crate) fn read_cut(&mut self, before: &Notes, cuts: &[Range<usize>], text: &str) {
        self.clear();
        let mut carry = Carry { from: before, to: self, text, cuts, gone: 0, passed: 0, hit: 0, mark: 0 };
        let mut at = 0;
        while at < before.lines.len() {
            at = carry.step(at);
        }
        self.sum_up();
    }

    fn clear(&mut self) {
        self.lines.clear();
        self.marks.clear();
        self.hits.clear();
    }

    /// Notes what stands in `text`, which begins at `base` of the whole text.
    fn read_on(&mut self, text: &str, base: usize) {
        lines::read(text, base, &mut self.lines, &mut self.marks);
        lexicon::find(text, base, &mut self.hits);
    }

    /// Every character that is not plain Chinese, in order.
    pub(crate) fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The class counts of the whole text.
    pub(crate) fn census(&self) -> &Census {
        &self.census
    }

    /// All hits, in order of their end.
    pub(crate) fn hits(&self) -> &[Hit] {
        &self.hits
    }

    /// The hits of one lexicon, in order of their end.
    pub(crate) fn hits_of(&self, lexicon: Lexicon) -> impl Iterator<Item = &Hit> {
        let [from, to] = [0, 1].map(|next| self.index.starts[lexicon as usize + next] as usize);
        self.index.places[from..to].iter().map(|&place| &self.hits[place as usize])
    }

    fn sum_up(&mut self) {
        self.census = Census::default();
        for line in &self.lines {
            line.add_to(&mut self.census);
        }
        self.index.sort(&self.hits);
    }
}

impl Index {
    /// Sorts by counting: linear in hits and lexicons.
    fn sort(&mut self, hits: &[Hit]) {
        self.starts.fill(0);
        self.places.clear();
        if hits.is_empty() {
            return;
        }
        for hit in hits {
            self.starts[hit.lexicon as usize + 1] += 1;
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
        self.places.resize(hits.len(), 0);
        let mut free = self.starts;
        for (place, hit) in (0..).zip(hits) {
            let at = &mut free[hit.lexicon as usize];
            self.places[*at as usize] = place;
            *at += 1;
        }
    }
}

/// The walk over the old lines.
struct Carry<'n> {
    from: &'n Notes,
    to: &'n mut Notes,
    text: &'n str,
    /// What was cut behind the place the walk has reached.
    cuts: &'n [Range<usize>],
    /// Bytes cut before that place.
    gone: usize,
    /// Up to where those bytes are counted, in the old text.
    passed: usize,
    /// The first old hit and the first old mark behind that place.
    hit: usize,
    mark: usize,
}

impl Carry<'_> {
    /// Carries over old line `at`, or reads again what became of it, of the lines that a cut line end joined to
    /// it, and of those that were cut right behind. Returns the next old line.
    fn step(&mut self, at: usize) -> usize {
        let line = &self.from.lines[at];
        if !self.is_cut(line) {
            self.keep(line);
            return at + 1;
        }
        let start = line.start - self.gone;
        let mut next = at;
        let mut goes_on = true;
        while let Some(line) = self.from.lines.get(next).filter(|line| goes_on || self.is_cut(line)) {
            goes_on = self.pass(line.next, start);
            next += 1;
        }
        let passed = self.from.lines[next - 1].next;
        self.skip(passed);
        self.to.read_on(&self.text[start..passed - self.gone], start);
        next
    }

    /// Whether something is cut out of the line, before which all cuts are passed.
    fn is_cut(&self, line: &Line) -> bool {
        self.cuts.first().is_some_and(|cut| cut.start < line.next)
    }

    fn keep(&mut self, line: &Line) {
        self.to.lines.push(line.moved_back(self.gone));
        while let Some(hit) = self.from.hits.get(self.hit).filter(|hit| hit.end <= line.next) {
            self.to.hits.push(Hit { start: hit.start - self.gone, end: hit.end - self.gone, ..*hit });
            self.hit += 1;
        }
        while let Some(mark) = self.from.marks.get(self.mark).filter(|mark| mark.at() < line.next) {
            self.to.marks.push(mark.moved_back(self.gone));
            self.mark += 1;
        }
    }

    fn skip(&mut self, next: usize) {
        while self.from.hits.get(self.hit).is_some_and(|hit| hit.end <= next) {
            self.hit += 1;
        }
        while self.from.marks.get(self.mark).is_some_and(|mark| mark.at() < next) {
            self.mark += 1;
        }
    }

    /// Passes the cuts before `next`, where an old line ends. Whether what stands from `start` of
    /// the new text on lost its line end and goes on in the next line.
    fn pass(&mut self, next: usize, start: usize) -> bool {
        let mut end_cut = false;
        while let Some(cut) = self.cuts.first().filter(|cut| cut.start < next) {
            let to = cut.end.min(next);
            self.gone += to - cut.start.max(self.passed);
            self.passed = to;
            end_cut = to == next;
            if cut.end > next {
                break;
            }
            self.cuts = &self.cuts[1..];
        }
        end_cut && next - self.gone > start
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut_out(text: &str, cuts: &[Range<usize>]) -> String {
        let mut left = String::new();
        let mut at = 0;
        for cut in cuts {
            left.push_str(&text[at..cut.start]);
            at = cut.end;
        }
        left + &text[at..]
    }

    proptest! {
        #[test]
        fn notes_carried_over_a_cut_are_the_notes_of_the_text_that_is_left(
            text in "(字|句。|上一篇：|下一篇|，|a| |\r?\n|\n){0,24}",
            ends in prop::collection::btree_set(0usize..100, 0..8),
        ) {
            let ends: Vec<usize> = ends.into_iter().filter(|&end| text.is_char_boundary(end)).collect();
            let cuts: Vec<_> = ends.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
            let left = cut_out(&text, &cuts);
            let (mut before, mut carried, mut fresh) = <(Notes, Notes, Notes)>::default();
            before.read(&text);
            carried.read_cut(&before, &cuts, &left);
            fresh.read(&left);
            prop_assert_eq!(format!("{carried:?}"), format!("{fresh:?}"));
        }
    }
}
