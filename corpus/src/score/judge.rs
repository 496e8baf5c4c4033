//! One document: labels against cuts.

use std::ops::Range;

use super::align::align;
use crate::gold::Gold;

/// What a tool made of a document.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The reason, where the tool calls the whole document junk.
    pub dropped: Option<String>,
    /// What it removed: sorted and disjoint.
    pub cuts: Vec<Cut>,
}

/// A stretch of the text with its kind, removed or to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Bytes of the source.
    pub range: Range<usize>,
    /// The kind's name.
    pub kind: String,
    /// Counts neither way.
    pub optional: bool,
}

/// A labelled or removed stretch, and how much of it the other side agrees with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    /// The stretch, slid to where it agrees best.
    pub cut: Cut,
    /// Its characters.
    pub chars: usize,
    /// Those that the other side has too.
    pub agreed: usize,
}

impl Miss {
    /// Characters that only one side has.
    #[must_use]
    pub const fn lost(&self) -> usize {
        self.chars - self.agreed
    }
}

/// What is to be said of one document.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// The label's reason, `-` for a document that is not junk.
    pub wanted: String,
    /// The tool's reason, `-` for a document that it kept.
    pub given: String,
    /// Characters that should stay.
    pub kept: usize,
    /// Each label and what was found of it.
    pub labels: Vec<Miss>,
    /// Each cut and what was right about it.
    pub cuts: Vec<Miss>,
}

impl Judgement {
    /// Characters that should have gone and stayed.
    #[must_use]
    pub fn missed(&self) -> usize {
        self.labels.iter().map(Miss::lost).sum()
    }

    /// Characters that should have stayed and went.
    #[must_use]
    pub fn harmed(&self) -> usize {
        self.cuts.iter().map(Miss::lost).sum()
    }

    /// Whether the document is junk as a whole.
    #[must_use]
    pub fn is_junk(&self) -> bool {
        self.wanted != KEPT
    }

    /// Whether it was called junk.
    #[must_use]
    pub fn was_dropped(&self) -> bool {
        self.given != KEPT
    }
}

/// Stands for a reason where there is none.
const KEPT: &str = "-";

/// Compares one document. Linear in the text.
#[must_use]
pub fn judge(gold: &Gold, output: &Output) -> Judgement {
    let reason = gold.reason.clone().unwrap_or_else(|| "drop".to_owned());
    let wanted = if gold.is_drop() { reason } else { KEPT.to_owned() };
    let given = output.dropped.clone().unwrap_or_else(|| KEPT.to_owned());
    if gold.is_drop() {
        return Judgement { wanted, given, ..Judgement::default() };
    }
    let labels = gold.remove.iter().map(|span| Cut {
        range: span.start..span.end,
        kind: span.kind.clone(),
        optional: span.optional,
    });
    let cuts = &output.cuts;
    let labels = align(&gold.text, labels.collect(), cuts);
    let (label_mask, cut_mask) = (Mask::new(&gold.text, &labels), Mask::new(&gold.text, cuts));
    let kept = count(&gold.text, 0..gold.text.len(), |at| label_mask.0[at] == Mark::Free);
    let found = |at: usize| cut_mask.0[at] != Mark::Free;
    let right = |at: usize| label_mask.0[at] != Mark::Free;
    let wanted_cuts = labels.iter().filter(|label| !label.optional);
    Judgement {
        wanted,
        given,
        kept,
        labels: wanted_cuts.map(|label| miss(&gold.text, label, &|_| true, &found)).collect(),
        cuts: cuts
            .iter()
            .map(|cut| miss(&gold.text, cut, &|at| label_mask.0[at] != Mark::Either, &right))
            .collect(),
    }
}

fn miss(text: &str, cut: &Cut, counts: &dyn Fn(usize) -> bool, agrees: &dyn Fn(usize) -> bool) -> Miss {
    let chars = count(text, cut.range.clone(), counts);
    let agreed = count(text, cut.range.clone(), |at| counts(at) && agrees(at));
    Miss { cut: cut.clone(), chars, agreed }
}

/// The characters of the range that are not white space and suit.
fn count(text: &str, range: Range<usize>, suits: impl Fn(usize) -> bool) -> usize {
    let inked = text[range.clone()].char_indices().filter(|(_, c)| !c.is_whitespace());
    inked.filter(|(at, _)| suits(range.start + at)).count()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Free,
    Either,
    Marked,
}

/// What holds of each byte.
struct Mask(Vec<Mark>);

impl Mask {
    fn new(text: &str, cuts: &[Cut]) -> Self {
        let mut marks = vec![Mark::Free; text.len()];
        for cut in cuts {
            marks[cut.range.clone()].fill(if cut.optional { Mark::Either } else { Mark::Marked });
        }
        Mask(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, Output, judge};
    use crate::gold::{Gold, GoldSpan};

    fn gold(text: &str, remove: &[(usize, usize)]) -> Gold {
        let span =
            |&(start, end): &(usize, usize)| GoldSpan { start, end, kind: "k".into(), optional: false };
        Gold { text: text.into(), remove: remove.iter().map(span).collect(), ..Gold::default() }
    }

    fn output(cuts: &[(usize, usize)]) -> Output {
        let cut =
            |&(start, end): &(usize, usize)| Cut { range: start..end, kind: "k".into(), optional: false };
        Output { dropped: None, cuts: cuts.iter().map(cut).collect() }
    }

    #[test]
    fn a_cut_that_leaves_the_same_text_is_the_same_cut() {
        let judgement = judge(&gold("班主班主任", &[(0, 6)]), &output(&[(6, 12)]));
        assert_eq!((judgement.missed(), judgement.harmed()), (0, 0));
    }

    #[test]
    fn touching_labels_slide_as_one() {
        let text = "甲,乙丙乙丁";
        let judgement = judge(&gold(text, &[(4, 7), (7, 10)]), &output(&[(4, 10)]));
        assert_eq!((judgement.missed(), judgement.harmed()), (0, 0));
    }

    #[test]
    fn a_label_does_not_slide_away_from_what_was_found() {
        let text = "一。\n二\n三。";
        let first = "一。".len().."一。\n二".len();
        let judgement = judge(
            &gold(text, &[(first.start, first.end), (first.end, text.len())]),
            &output(&[(first.start, first.end)]),
        );
        assert_eq!((judgement.missed(), judgement.harmed()), (2, 0));
    }

    #[test]
    fn of_two_equal_lines_either_may_go() {
        let text = "题\n题\n时间\n文";
        let judgement = judge(&gold(text, &[(4, 8), (8, 15)]), &output(&[(0, 4), (8, 15)]));
        assert_eq!((judgement.missed(), judgement.harmed()), (0, 0));
    }

    #[test]
    fn what_is_missed_and_what_is_harmed_are_told_apart() {
        let judgement = judge(&gold("一二三四五六", &[(3, 9)]), &output(&[(6, 12)]));
        assert_eq!((judgement.missed(), judgement.harmed(), judgement.kept), (1, 1, 4));
    }

    #[test]
    fn an_optional_label_counts_neither_way() {
        let mut gold = gold("一二三四", &[(3, 6)]);
        gold.remove[0].optional = true;
        assert_eq!(judge(&gold, &output(&[])).missed(), 0);
        assert_eq!(judge(&gold, &output(&[(3, 6)])).harmed(), 0);
    }
}
