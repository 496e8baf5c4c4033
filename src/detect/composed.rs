//! Reads a text as words of one trade, put together in whatever order: a button's, a site's call.

use crate::{lexicon::Whole, text::fold::fold};

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
    /// The longest word that `text` begins with, in bytes, and whether only the trade has it.
    pub(crate) fn leading(self, text: &str) -> Option<(usize, bool)> {
        if !self.may_begin(text) {
            return None;
        }
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_WORD);
        let (mut sure, mut part) = (None, None);
        for end in ends {
            let lists = Whole::lists_with(&text[..end]);
            sure = if lists & self.sure.bit() != 0 { Some(end) } else { sure };
            part = if lists & self.part.bit() != 0 { Some(end) } else { part };
        }
        match (sure, part) {
            (Some(sure), part) if part.is_none_or(|part| part <= sure) => Some((sure, true)),
            (_, part) => part.map(|part| (part, false)),
        }
    }

    /// Whether `text` begins with a word, or may.
    pub(crate) fn may_begin(self, text: &str) -> bool {
        let mut chars = text.chars();
        Whole::may_lead(&[self.sure, self.part], [chars.next(), chars.next()])
    }

    /// Whether as many words that only the trade has may begin in `text`. Linear, with a small constant:
    /// asked before a text is read.
    pub(crate) fn may_have(self, text: &str, sure: usize) -> bool {
        let starts = Whole::starts(&[self.sure]);
        let begins = starts.places(text).filter(|&at| {
            let mut rest = text[at..].chars();
            let first = rest.next().filter(|c| !c.is_whitespace()).map(fold);
            let may = first.is_some() && starts.may_be(first);
            may && starts.may_lead([first, rest.find(|c| !c.is_whitespace()).map(fold)])
        });
        begins.take(sure).count() == sure
    }

    /// The reading of `plain`, written plainly, with the least left over: at most so many characters. None
    /// if there is none, or the text is too long. Linear, with a short look ahead where a word may begin;
    /// a text of other words is left as soon as too much of it is over.
    pub(crate) fn read(self, plain: &str, most_unknown: usize) -> Option<Reading> {
        let chars: Vec<(usize, char)> = plain.char_indices().take(MAX_CHARS + 1).collect();
        if chars.len() > MAX_CHARS {
            return None;
        }
        let mut ways = vec![None; chars.len() + 1];
        ways[0] = Some(Reading::default());
        let mut farthest = 0;
        for first in 0..chars.len() {
            if first > farthest {
                return None;
            }
            let Some(way) = ways[first] else { continue };
            if way.unknown < most_unknown {
                offer(&mut ways[first + 1], way.gap());
                farthest = farthest.max(first + 1);
            }
            if !self.may_begin(&plain[chars[first].0..]) {
                continue;
            }
            let reached = ways.iter_mut().enumerate().take(first + MAX_WORD + 1).skip(first + 1);
            for (end, place) in reached {
                let to = chars.get(end).map_or(plain.len(), |&(at, _)| at);
                let lists = Whole::lists_with(&plain[chars[first].0..to]);
                for list in [self.sure, self.part].into_iter().filter(|list| lists & list.bit() != 0) {
                    offer(place, way.word(list == self.sure));
                    farthest = farthest.max(end);
                }
            }
        }
        ways[chars.len()]
    }
}

fn offer(place: &mut Option<Reading>, way: Reading) {
    if place.is_none_or(|held| way.is_better(&held)) {
        *place = Some(way);
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
