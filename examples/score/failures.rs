//! Shows where the cleaner went wrong.

use jingwen_corpus::{
    gold::Gold,
    score::{Cut, Judgement, Miss},
};

use crate::parts::Part;

/// Characters of context on each side of a failure.
const CONTEXT: usize = 16;
/// Most failures of one sort shown of a document.
const MOST: usize = 12;

/// The failures of the worst documents.
pub fn failures(part: &Part, judgements: &[Judgement], worst: usize) -> String {
    let mut order: Vec<_> = part.documents.iter().zip(judgements).collect();
    order.sort_by_key(|(_, judgement)| std::cmp::Reverse(badness(judgement)));
    let bad = order.into_iter().filter(|(_, judgement)| badness(judgement) > 0).take(worst);
    bad.map(|(gold, judgement)| failure(gold, judgement)).collect()
}

fn badness(judgement: &Judgement) -> usize {
    let verdict = usize::from(judgement.is_junk() != judgement.was_dropped()) * 1000;
    verdict + judgement.missed() + judgement.harmed() * 3
}

/// A document's failures with what stands around them.
fn failure(gold: &Gold, judgement: &Judgement) -> String {
    let title = gold.title.as_deref().unwrap_or("");
    let mut text =
        format!("\n# {} | {title} | wanted {} given {}\n", gold.id, judgement.wanted, judgement.given);
    let lines = |text: &mut String, sign: &str, misses: &[Miss]| {
        for miss in misses.iter().filter(|miss| miss.lost() > 0).take(MOST) {
            *text += &format!("  {sign} {:<16} {}\n", miss.cut.kind, around(&gold.text, &miss.cut));
        }
    };
    lines(&mut text, "missed", &judgement.labels);
    lines(&mut text, "harmed", &judgement.cuts);
    text
}

fn around(text: &str, cut: &Cut) -> String {
    let (inner, after) = (&text[cut.range.clone()], &text[cut.range.end..]);
    let before = &text[..cut.range.start];
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let (before, after) = (&before[from..], &after[..to]);
    format!("{before}⟦{inner}⟧{after}").replace('\n', "⏎")
}
