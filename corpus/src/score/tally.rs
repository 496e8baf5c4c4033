//! Sums over documents.

use std::collections::BTreeMap;

use super::judge::{Judgement, Miss};

/// Sums over documents.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many documents.
    pub documents: usize,
    /// Restored exactly, or rightly called junk.
    pub exact: usize,
    /// Characters that should stay.
    pub kept: usize,
    /// Clean documents, and those of them from which something was taken or that were dropped.
    pub clean: (usize, usize),
    /// All kinds together.
    pub all: KindTally,
    /// By the kind's name: labels under the label's kind, cuts under the tool's.
    pub kinds: BTreeMap<String, KindTally>,
    /// How often a wanted verdict (first) was given as the second.
    pub verdicts: BTreeMap<(String, String), usize>,
}

/// Sums of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct KindTally {
    /// Labelled.
    pub labels: Sum,
    /// Removed.
    pub cuts: Sum,
}

/// Characters and spans, and how many of them the other side has too. A span is agreed on if all
/// its characters are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    /// Characters.
    pub chars: usize,
    /// Characters agreed on.
    pub agreed_chars: usize,
    /// Spans.
    pub spans: usize,
    /// Spans agreed on.
    pub agreed_spans: usize,
}

impl Sum {
    fn add(&mut self, miss: &Miss) {
        if miss.chars > 0 {
            self.chars += miss.chars;
            self.agreed_chars += miss.agreed;
            self.spans += 1;
            self.agreed_spans += usize::from(miss.lost() == 0);
        }
    }

    /// Characters that only one side has.
    #[must_use]
    pub const fn lost_chars(&self) -> usize {
        self.chars - self.agreed_chars
    }

    /// Share of the characters; `None` where there are none.
    #[must_use]
    pub fn char_share(&self) -> Option<f64> {
        share(self.agreed_chars, self.chars)
    }

    /// Share of the spans; `None` where there are none.
    #[must_use]
    pub fn span_share(&self) -> Option<f64> {
        share(self.agreed_spans, self.spans)
    }
}

impl Tally {
    /// Adds a document.
    pub fn add(&mut self, judgement: &Judgement) {
        self.documents += 1;
        self.kept += judgement.kept;
        let verdicts = (judgement.wanted.clone(), judgement.given.clone());
        *self.verdicts.entry(verdicts).or_default() += 1;
        let unharmed = judgement.missed() + judgement.harmed() == 0;
        let right = if judgement.is_junk() { judgement.was_dropped() } else { unharmed };
        self.exact += usize::from(right);
        if !judgement.is_junk() && judgement.labels.is_empty() {
            self.clean.0 += 1;
            self.clean.1 += usize::from(!unharmed || judgement.was_dropped());
        }
        for label in &judgement.labels {
            self.all.labels.add(label);
            self.kinds.entry(label.cut.kind.clone()).or_default().labels.add(label);
        }
        for cut in &judgement.cuts {
            self.all.cuts.add(cut);
            self.kinds.entry(cut.cut.kind.clone()).or_default().cuts.add(cut);
        }
    }

    /// Characters harmed per million that should stay.
    #[must_use]
    pub fn harm(&self) -> f64 {
        share(self.all.cuts.lost_chars(), self.kept).unwrap_or_default() * 1e6
    }

    /// Share of the documents that came back exactly.
    #[must_use]
    pub fn exact_share(&self) -> Option<f64> {
        share(self.exact, self.documents)
    }

    /// Junk documents, how many of them were dropped, and how many others were dropped.
    #[must_use]
    pub fn drops(&self) -> (usize, usize, usize) {
        let sum = |suits: &dyn Fn(bool, bool) -> bool| {
            let each = self.verdicts.iter().filter(|((wanted, given), _)| suits(wanted != "-", given != "-"));
            each.map(|(_, count)| count).sum()
        };
        (sum(&|junk, _| junk), sum(&|junk, dropped| junk && dropped), sum(&|junk, dropped| !junk && dropped))
    }
}

impl<'j> Extend<&'j Judgement> for Tally {
    fn extend<T: IntoIterator<Item = &'j Judgement>>(&mut self, judgements: T) {
        judgements.into_iter().for_each(|judgement| self.add(judgement));
    }
}

impl<'j> FromIterator<&'j Judgement> for Tally {
    fn from_iter<T: IntoIterator<Item = &'j Judgement>>(judgements: T) -> Self {
        let mut tally = Tally::default();
        tally.extend(judgements);
        tally
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::Tally;
    use crate::{
        gold::{Gold, GoldSpan},
        score::{Cut, Output, judge},
    };

    #[test]
    fn a_half_found_label_is_half_the_characters_and_no_span() {
        let span = GoldSpan { start: 0, end: 6, kind: "k".into(), optional: false };
        let gold = Gold { text: "一二三四".into(), remove: vec![span], ..Gold::default() };
        let cut = Cut { range: 3..9, kind: "k".into(), optional: false };
        let tally: Tally = [judge(&gold, &Output { dropped: None, cuts: vec![cut] })].iter().collect();
        assert_eq!(tally.all.labels.char_share(), Some(0.5));
        assert_eq!(tally.all.labels.span_share(), Some(0.0));
        assert_eq!(tally.harm(), 500_000.0);
    }

    #[test]
    fn junk_counts_by_its_verdict_alone() {
        let gold = Gold { text: "一二".into(), verdict: Some("drop".into()), ..Gold::default() };
        let dropped = Output { dropped: Some("stitched".into()), cuts: Vec::new() };
        let tally: Tally = [judge(&gold, &dropped), judge(&gold, &Output::default())].iter().collect();
        assert_eq!(tally.drops(), (2, 1, 0));
        assert_eq!(tally.exact_share(), Some(0.5));
    }
}
