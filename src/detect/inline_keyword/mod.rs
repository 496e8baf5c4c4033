//! **What it finds**: a search phrase, a host or a brand stuck between two words of a sentence or
//! into a word.
//!
//! **Why it is noise**: it was put there for search engines; the sentence around it is older and
//! reads on without it.
//!
//! **Example**: `第39条石桥专业私家侦探，离婚时`, `书www.a1b.example.com画展`
//!
//! **Keeps**: hosts and firms that the sentence speaks of, with a mark or a grammatical word behind
//! them; phrases of the title; phrases whose words the article uses elsewhere; single words.
//!
//! **Confidence**: what the joints of a piece cost more than the cut without it, in nats, over the
//! places where the same piece stands: likely above one bound, certain far above it.

mod brands;
mod gain;
mod hosts;
mod phrases;
mod piece;
mod pinyin;
mod shared;

use super::{Findings, Page};
use crate::{kind::Kind, span::Confidence, text::chars};
use piece::{Bounds, Spot};

/// Sum of the gains of one piece's places, in nats, above which it is certain.
const CERTAIN: f32 = 30.0;

/// How many different pieces a page may be searched for.
const MAX_PIECES: usize = 32;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    hosts::detect(page, findings);
    phrases::detect(page, findings);
    brands::detect(page, findings);
    pinyin::detect(page, findings);
}

/// Judges the places of pieces with the same text together. Linear, but for sorting: few pieces are
/// looked for in the whole text.
fn judge(
    page: &Page<'_>,
    mut spots: Vec<Spot>,
    bounds: &Bounds,
    rule: &'static str,
    findings: &mut Findings,
) {
    let text = |spot: &Spot| &page.text[spot.range.clone()];
    spots.sort_by(|a, b| text(a).cmp(text(b)).then(a.range.start.cmp(&b.range.start)));
    let mut asked = 0;
    for group in spots.chunk_by(|a, b| text(a) == text(b)) {
        if !piece::is_stuck(group, bounds) {
            continue;
        }
        asked += 1;
        if asked > MAX_PIECES {
            return;
        }
        if piece::is_topic(page, group) {
            continue;
        }
        let sum: f32 = group.iter().map(|spot| spot.gain).sum();
        let confidence = if sum >= CERTAIN { Confidence::Certain } else { Confidence::Likely };
        for spot in
            group.iter().filter(|spot| spot.stuck || spot.gain >= bounds.mean || is_quoted(page.text, spot))
        {
            findings.remove(spot.range.clone(), Kind::InlineKeyword, rule, confidence);
        }
    }
}

/// Whether quotes hold the piece and nothing else: some generators put it so before a title.
fn is_quoted(text: &str, spot: &Spot) -> bool {
    let (left, right) = (chars::before(text, spot.range.start), chars::after(text, spot.range.end));
    matches!((left, right), (Some('“'), Some('”')) | (Some('「'), Some('」')) | (Some('"'), Some('"')))
}
