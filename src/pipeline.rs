//! The whole way from a window of text to its edits.

use crate::{
    detect::{self, Page, Place, Scratch},
    edits,
    kind::DropReason,
    options::Options,
    resolve::resolve,
    span::{Action, Span},
};

/// How often a window is read again after something was cut out of it. Real pages need two; what
/// needs more than this was made to, and passes through unchanged.
const ROUNDS: usize = 8;

/// What was decided about a window.
#[derive(Debug, Default)]
pub(crate) struct Decision {
    pub(crate) edits: Vec<Span>,
    pub(crate) drop: Option<DropReason>,
    /// Whether a limit was reached and something may have been left in.
    pub(crate) limited: bool,
}

/// Decides one window: text → detect → resolve, again on what is left until nothing more goes.
///
/// The last round removes nothing, therefore cleaning clean output removes nothing.
pub(crate) fn decide(text: &str, place: &Place<'_>, options: &Options, scratch: &mut Scratch) -> Decision {
    let mut decision = Decision::default();
    for round in 0..ROUNDS {
        let view = edits::apply(text, &decision.edits);
        let page = Page::read(&view, place, options, scratch);
        let mut found = detect::run(&page);
        let fresh = resolve(&view, &mut found.findings, options);
        decision.limited |= found.limited;
        if round == 0 {
            decision.drop = found.drop;
        }
        let done = fresh.iter().all(|edit| edit.action != Action::Remove);
        decision.edits = edits::compose(&decision.edits, &fresh, text.len());
        page.give_back(scratch);
        if done {
            return decision;
        }
    }
    Decision { limited: true, edits: Vec::new(), ..decision }
}
