//! Evidence that can be switched off, to measure what it is worth.

use super::{Proof, Sign, Weights};

/// Takes one sort of evidence out of the weights.
type Off = fn(&mut Weights);

/// A proof that every document gives.
const UNASKED: [f32; Proof::COUNT] = {
    let mut proof = [0.0; Proof::COUNT];
    proof[Proof::Always as usize] = 1.0;
    proof
};

/// What can be switched off, by name.
pub(crate) const EVIDENCE: &[(&str, Off)] = &[
    ("the second clean story", |weights| weights.cite = 60.0),
    ("words cut in two", |weights| weights.broken = 0.0),
    ("title characters left out", |weights| weights.skipped = 0.0),
    ("the document's own pairs", |weights| weights.table = 1e6),
    ("the author's habits", |weights| weights.habits = false),
    ("rates, gap and strictness learnt", |weights| weights.rates = false),
    ("the cycle", |weights| weights.cycle = false),
    ("a list that cuts in turn", |weights| weights.in_turn = false),
    ("what a list costs", |weights| weights.member = 0.0),
    ("the document's total", |weights| weights.total = 0.0),
    ("the average insertion", |weights| weights.each = 0.0),
    ("the proof", |weights| weights.proof = UNASKED),
    ("names: placeholder", |weights| weights.name.forget(&[Sign::Placeholder, Sign::HalfPlaceholder])),
    ("names: impossible place", |weights| weights.name.forget(&[Sign::WrongPlace])),
    ("names: small business", |weights| weights.name.forget(&[Sign::Shop])),
    ("names: again elsewhere", |weights| weights.name.forget(&AGAIN)),
    ("names: surroundings", |weights| weights.name.forget(&SURROUNDINGS)),
    ("names: what the article is about", |weights| weights.name.forget(&PART)),
    ("names: reads on without it", |weights| weights.name.forget(&FLOW)),
    ("names: glued to a scrap", |weights| weights.name.forget(&[Sign::Glued])),
    ("names: known to the document", |weights| weights.name.forget(&KNOWN)),
];

const AGAIN: [Sign; 3] = [Sign::Again, Sign::StrangeTrade, Sign::ShopAgain];
const PART: [Sign; 5] = [Sign::Part, Sign::NoPart, Sign::Fills, Sign::FirstSentence, Sign::Among];
const FLOW: [Sign; 6] =
    [Sign::Flow, Sign::StartFlow, Sign::Joint, Sign::StartJoint, Sign::JointAll, Sign::StartJointAll];
const SURROUNDINGS: [Sign; 10] = [
    Sign::BehindSentence,
    Sign::WordToLineEnd,
    Sign::StartsLine,
    Sign::StartsClause,
    Sign::Followed,
    Sign::StartsAndFollowed,
    Sign::Led,
    Sign::LedAndFollowed,
    Sign::Punctuated,
    Sign::Opener,
];
const KNOWN: [Sign; 5] =
    [Sign::CoreElsewhere, Sign::PlaceElsewhere, Sign::TradeElsewhere, Sign::InTitle, Sign::Opens];

impl Weights {
    /// The weights without one sort of evidence.
    pub(crate) fn without(mut self, name: &str) -> Option<Self> {
        let (_, off) = EVIDENCE.iter().find(|(own, _)| *own == name)?;
        off(&mut self);
        Some(self)
    }
}
