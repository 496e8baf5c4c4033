//! Reads a text as words of one trade, put together in whatever order: a button's, a site's call.

use crate::{
    lexicon::{Lengths, Starts, Whole},
    text::fold::fold,
};

/// Longest text and longest word, in code points.
const MAX_CHARS: usize = 90;
const MAX_WORD: usize = 7;
/// What a word costs and what a character costs that is in none.
const WORD: usize = 1;
const UNKNOWN: usize = 3;

/// The words of a trade: those that only it has, and those that go with them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trade {
    pub(crate) sure: Whole,
    pub(crate) part: Whole,
}

/// How a text reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Words that only the trade has, and all words of it.
    pub(crate) sure: usize,
    pub(crate) words: usize,
    /// Characters in no word, and the stretches they make up.
    pub(crate) unknown: usize,
    pub(crate) gaps: usize,
    cost: usize,
    open: bool,
}

impl Reading {
    /// Whether the text ends in no known word.
    pub(crate) fn ends_open(&self) -> bool {
        self.open
    }

    fn word(self, sure: bool) -> Self {
        let sure = self.sure + usize::from(sure);
        Reading { sure, words: self.words + 1, cost: self.cost + WORD, open: false, ..self }
    }

    fn gap(self) -> Self {
        let gaps = self.gaps + usize::from(!self.open);
        Reading { unknown: self.unknown + 1, gaps, cost: self.cost + UNKNOWN, open: true, ..self }
    }

    fn is_better(&self, other: &Self) -> bool {
        (self.cost, other.sure) < (other.cost, self.sure)
    }
}

impl Trade {
    /// What its words begin with.
    pub(crate) fn starts(self) -> Starts {
        Whole::starts(&[self.sure, self.part])
    }

    /// The lengths of the words that `text` begins with, or may.
    fn lengths(self, text: &str) -> Lengths {
        let mut chars = text.chars();
        self.starts().lengths([chars.next(), chars.next()])
    }

    /// The longest word that `text` begins with, in bytes, and whether only the trade has it.
    pub(crate) fn leading(self, text: &str) -> Option<(usize, bool)> {
        let (mut sure, mut part) = (None, None);
        for (_, end) in self.lengths(text).ends(text).take_while(|&(length, _)| length <= MAX_WORD) {
            let lists = Whole::lists_with(&text[..end]);
            sure = if lists & self.sure.bit() != 0 { Some(end) } else { sure };
            part = if lists & self.part.bit() != 0 { Some(end) } else { part };
        }
        match (sure, part) {
            (Some(sure), part) if part.is_none_or(|part| part <= sure) => Some((sure, true)),
            (_, part) => part.map(|part| (part, false)),
        }
    }

    /// Whether as many words that only the trade has may begin in `text`. Linear, with a small constant:
    /// asked before a text is read.
    pub(crate) fn may_have(self, text: &str, sure: usize) -> bool {
        let starts = Whole::starts(&[self.sure]);
        let begins = starts.places(text).filter(|&at| {
            let mut rest = text[at..].chars();
            let first = rest.next().filter(|c| !c.is_whitespace()).map(fold);
            let may = first.is_some() && starts.may_be(first);
            may && starts.lists([first, rest.find(|c| !c.is_whitespace()).map(fold)]) != 0
        });
        begins.take(sure).count() == sure
    }

    /// The reading of `plain`, written plainly, with the least left over: at most so many characters. None
    /// if there is none, or the text is too long. Linear, with a short look ahead where a word may begin;
    /// a text of other words is left as soon as too much of it is over.
    pub(crate) fn read(self, plain: &str, most_unknown: usize) -> Option<Reading> {
        if plain.chars().count() > MAX_CHARS {
            return None;
        }
        // The readings up to the next few places, in turn.
        let mut ways = [None; MAX_WORD + 1];
        let (mut place, mut farthest) = (0, 0);
        ways[0] = Some(Reading::default());
        for (at, _) in plain.char_indices() {
            if place > farthest {
                return None;
            }
            if let Some(way) = ways[place % ways.len()].take() {
                farthest = farthest.max(self.read_on(&plain[at..], way, most_unknown, place, &mut ways));
            }
            place += 1;
        }
        ways[place % ways.len()]
    }

    /// Offers what a reading up to `place` goes on to, in the text behind it. The farthest place.
    fn read_on(
        self,
        rest: &str,
        way: Reading,
        most_unknown: usize,
        place: usize,
        ways: &mut [Option<Reading>; MAX_WORD + 1],
    ) -> usize {
        let mut farthest = place;
        let mut offer = |length: usize, way: Reading| {
            farthest = farthest.max(place + length);
            let held = &mut ways[(place + length) % (MAX_WORD + 1)];
            if held.is_none_or(|held| way.is_better(&held)) {
                *held = Some(way);
            }
        };
        if way.unknown < most_unknown {
            offer(1, way.gap());
        }
        for (length, end) in self.lengths(rest).ends(rest).take_while(|&(length, _)| length <= MAX_WORD) {
            let lists = Whole::lists_with(&rest[..end]);
            for list in [self.sure, self.part].into_iter().filter(|list| lists & list.bit() != 0) {
                offer(length, way.word(list == self.sure));
            }
        }
        farthest
    }
}

#[cfg(test)]
mod tests {
    use super::Trade;
    use crate::lexicon::Whole;

    #[test]
    fn a_text_is_read_with_the_least_left_over() {
        let calls = Trade { sure: Whole::CallSure, part: Whole::CallPart };
        let call = calls.read("请记住本站最新网址", 0).unwrap();
        assert_eq!((call.sure, call.unknown), (3, 0));
        let named = calls.read("竹影阁小说更新最快", 3).unwrap();
        assert_eq!((named.sure, named.gaps), (3, 1));
        assert!(calls.read("竹影阁小说更新最快", 1).is_none());
        assert!(calls.read(&"长".repeat(91), usize::MAX).is_none());
    }
}
