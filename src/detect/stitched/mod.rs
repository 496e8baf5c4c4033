//! **What it finds**: documents whose sentences come from unrelated articles.
//!
//! **Why it is noise**: a generator took a sentence here and one there to fill a page; it says
//! nothing as a whole, and none of its parts is an article.
//!
//! **Example**: `桥面铺装下周完成。她把琴盒放在窗台上。这种药不能和牛奶同服。`, and so on.
//!
//! **Keeps**: news in brief, quotations and answers, an item a line or numbered; verse; stories, whose
//! words repeat less than an article's; short texts; anything where a fair share of the sentences has
//! a rare word of an earlier one.
//!
//! **Confidence**: the verdict alone; logistic regression over what the sentences share.

mod glance;
mod kinship;
mod links;
mod sentences;

use super::{Findings, Page};
use crate::{
    detect::evidence::weigh,
    kind::DropReason,
    text::{Class, Line},
};

/// Fewest sentences, and fewest that follow another one on the same line.
const MIN_SENTENCES: usize = 8;
const MIN_NEIGHBOURS: usize = 5;

/// From this cost on, in nats, a pair of characters is a word that only its subject has.
const RARE_PAIR: f32 = 10.5;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !page.first || !page.last || page.count(Class::Stop) < MIN_SENTENCES || !is_running(page) {
        return;
    }
    let may_be = may_follow(page, findings) && !links::are_many(page, findings);
    if may_be && is_apart(page, findings) && !glance::is_article(page) {
        findings.drop_document(DropReason::Stitched);
    }
}

/// Whether the sentences share as little as those of unrelated texts.
fn is_apart(page: &Page<'_>, findings: &Findings) -> bool {
    let weights = &page.options.weights.apart;
    kinship::read(page, findings).is_some_and(|signs| weigh(&signs, &weights.signs) >= weights.drop)
}

/// Whether sentences stand in rows, not one a line.
fn is_running(page: &Page<'_>) -> bool {
    let stops = page.lines.iter().map(|line| line.count(Class::Stop));
    stops.map(|stops| stops.saturating_sub(1)).sum::<usize>() >= MIN_NEIGHBOURS
}

/// Whether as many sentences may follow another one on the same line as the verdict asks for: half of
/// them, of which one in five more may not count. That is told by what each line has at most and at least.
fn may_follow(page: &Page<'_>, findings: &Findings) -> bool {
    let balance = |line: &Line| {
        let [least, most] = sentences::bounds(page.text, line).map(|count| count as isize);
        if most == 0 { 0 } else { (3 * most - 5).max(if least == 0 { 0 } else { -2 }) }
    };
    !findings.removed().is_empty() || page.lines.iter().map(balance).sum::<isize>() >= 0
}
