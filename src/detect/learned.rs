//! What the windows of a document have shown, for those behind them.

use std::collections::HashMap;

use crate::{edits, kind::Kind, span::Span};

/// The strings that were taken out of earlier windows.
#[derive(Debug, Default)]
pub(crate) struct Learned {
    scraps: Strings,
    names: Strings,
}

impl Learned {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.scraps.clear();
        self.names.clear();
    }

    /// Notes what `edits` take out of a window's `text`, up to `limit` different strings of each sort.
    /// Linear in them.
    pub(crate) fn note(&mut self, text: &str, edits: &[Span], limit: usize) {
        for cut in edits::cuts(edits) {
            let strings = match cut.kind() {
                Some(Kind::TitleFragment) => &mut self.scraps,
                Some(Kind::InjectedName) => &mut self.names,
                _ => continue,
            };
            strings.add(&text[cut.range()], limit);
        }
    }

    /// The scraps of the title that were taken out more than once, in the order in which they were met.
    pub(crate) fn scraps(&self) -> impl Iterator<Item = &str> {
        /// What went once may have been the author's.
        const SURE: usize = 2;
        self.scraps.in_order().filter(|&(_, times)| times >= SURE).map(|(scrap, _)| scrap)
    }

    /// How often an organisation's name was taken out.
    pub(crate) fn name(&self, name: &str) -> usize {
        self.names.times.get(name).map_or(0, |&(_, times)| times)
    }
}

/// Different strings, when each was first met and how often.
#[derive(Debug, Default)]
struct Strings {
    times: HashMap<Box<str>, (usize, usize)>,
}

impl Strings {
    fn clear(&mut self) {
        self.times.clear();
    }

    fn add(&mut self, string: &str, limit: usize) {
        if let Some((_, times)) = self.times.get_mut(string) {
            *times += 1;
        } else if self.times.len() < limit {
            self.times.insert(string.into(), (self.times.len(), 1));
        }
    }

    fn in_order(&self) -> impl Iterator<Item = (&str, usize)> {
        let mut all: Vec<_> =
            self.times.iter().map(|(string, &(rank, times))| (rank, &**string, times)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, string, times)| (string, times))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{Action, Confidence, Label};

    /// Takes each word of a text out, as what its first letter says.
    fn cuts(text: &str) -> Vec<Span> {
        let kind = |word: &str| match word.as_bytes()[0] {
            b's' => Kind::TitleFragment,
            b'n' => Kind::InjectedName,
            _ => Kind::Contact,
        };
        let mut at = 0;
        let words = text.split_inclusive(' ').map(|word| {
            at += word.len();
            let label = Label { kind: kind(word), rule: "contact/test@1", confidence: Confidence::Likely };
            let (start, end) = (at - word.len(), at - word.len() + word.trim_end().len());
            Span { start, end, action: Action::Remove, label: Some(label) }
        });
        words.collect()
    }

    #[test]
    fn what_goes_more_than_once_is_known_in_the_order_it_was_met() {
        let text = "s3 s1 s2 n1 c1 s1 s3 n1 s3 ";
        let mut learned = Learned::default();
        learned.note(text, &cuts(text), 9);
        assert_eq!(learned.scraps().collect::<Vec<_>>(), ["s3", "s1"]);
        assert_eq!((learned.name("n1"), learned.name("c1"), learned.name("s1")), (2, 0, 0));
        learned.clear();
        assert_eq!((learned.scraps().count(), learned.name("n1")), (0, 0));
    }

    #[test]
    fn no_more_strings_are_kept_than_may_be() {
        let text = "s1 s2 n1 s2 s1 n2 n1 n2 ";
        let mut learned = Learned::default();
        learned.note(text, &cuts(text), 1);
        assert_eq!(learned.scraps().collect::<Vec<_>>(), ["s1"]);
        assert_eq!((learned.name("n1"), learned.name("n2")), (2, 0));
    }
}
