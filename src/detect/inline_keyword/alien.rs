//! Search phrases that no list knows: strings with a word of some trade that stand in several places, in
//! none of which the sentence needs them.

use super::{
    piece::Piece,
    repeats::groups,
    signs::{self, Signs},
    trades::has_trade,
};
use crate::{
    detect::{
        Findings, Page,
        evidence::{StuckWeights, weigh},
    },
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
};

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    for group in groups(page) {
        let piece = Piece::around(page.text, &group);
        if !has_trade(piece.text(page.text)) || is_organisation(page, &piece) {
            continue;
        }
        if is_alien(page, &piece) {
            for place in &piece.places {
                findings.remove(
                    place.clone(),
                    Kind::InlineKeyword,
                    "inline_keyword/alien@1",
                    Confidence::Likely,
                );
            }
        }
    }
}

/// Whether the piece ends as an organisation's name does: those are weighed elsewhere.
pub(super) fn is_organisation(page: &Page<'_>, piece: &Piece) -> bool {
    let place = &piece.places[0];
    page.hits_in(place.clone()).iter().any(|hit| hit.lexicon == Lexicon::OrgSuffix && hit.end == place.end)
}

/// Whether the joints and the rest of the article say that the piece does not belong. What the rest
/// says can only speak for it, and is asked last.
fn is_alien(page: &Page<'_>, piece: &Piece) -> bool {
    let weights = &page.options.weights.stuck;
    let mut signs = signs::local(page.text, piece);
    score(&signs, weights) >= weights.alien_remove && {
        signs::add_distant(page, piece, &mut signs);
        score(&signs, weights) >= weights.alien_remove
    }
}

fn score(signs: &Signs, weights: &StuckWeights) -> f32 {
    weigh(signs, &weights.alien)
}
