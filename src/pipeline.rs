//! The whole way from a window of text to its edits.

use std::{borrow::Cow, mem};

use crate::{
    detect::{self, Findings, Notes, Page, Place, Stage},
    edits,
    kind::DropReason,
    options::Options,
    resolve::resolve,
    span::{Action, Span},
};

/// How often a window is read again after something was cut out of it. Real pages need two; what
/// needs more than this was made to, and passes through unchanged.
pub(crate) const ROUNDS: usize = 8;

/// What was decided about a window.
#[derive(Debug, Default)]
pub(crate) struct Decision {
    pub(crate) edits: Vec<Span>,
    pub(crate) drop: Option<DropReason>,
    /// The title that was guessed in a first window, for those to come.
    pub(crate) title: Option<String>,
    /// Whether a limit was reached and something may have been left in.
    pub(crate) limited: bool,
    /// The last stage whose verdict on the document was heard.
    judged: Option<Stage>,
}

/// Memory that is used again for the next window: the notes on a text and on what it was cut from.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    notes: Notes,
    before: Notes,
}

/// Decides one window: text → detect → resolve, again on what is left until nothing more goes.
///
/// The last round removes nothing, therefore cleaning clean output removes nothing.
pub(crate) fn decide(text: &str, place: &Place<'_>, options: &Options, scratch: &mut Scratch) -> Decision {
    let mut decision = Decision::default();
    let mut view = Cow::Borrowed(text);
    scratch.notes.read(text);
    for round in 0..ROUNDS {
        let page = Page::new(&view, mem::take(&mut scratch.notes), place, options);
        let fresh = look(&page, &mut decision);
        if round == 0 && place.first && !place.last && !place.title_given {
            decision.title = page.title.as_ref().map(|title| title.text.to_owned());
        }
        scratch.notes = page.into_notes();
        decision.edits = edits::compose(&decision.edits, &fresh, text);
        if fresh.iter().all(|edit| edit.action != Action::Remove) {
            return decision;
        }
        view = scratch.cut(&view, &fresh).into();
    }
    decision.pass();
    decision
}

/// Looks at a page, at its sentences only where all its lines stay: detect → resolve. The verdict on the
/// document is what each stage says when it first looks.
fn look(page: &Page<'_>, decision: &mut Decision) -> Vec<Span> {
    let mut found = Findings::new(page.budget());
    let mut fresh = Vec::new();
    for stage in Stage::ALL {
        detect::run(stage, page, &mut found);
        fresh = resolve(page.text, &found.findings, page.options);
        decision.judge(stage, found.drop);
        if fresh.iter().any(|edit| edit.action == Action::Remove) {
            break;
        }
    }
    decision.limited |= found.limited;
    fresh
}

impl Decision {
    /// Lets the window through unchanged, for something was too much.
    pub(crate) fn pass(&mut self) {
        self.edits.clear();
        self.limited = true;
    }

    /// Takes in what a stage says of the document as a whole. What it says first stands.
    fn judge(&mut self, stage: Stage, drop: Option<DropReason>) {
        if self.judged < Some(stage) {
            self.judged = Some(stage);
            self.drop = self.drop.or(drop);
        }
    }
}

impl Scratch {
    /// Cuts a text that was noted, and notes what is left.
    fn cut(&mut self, text: &str, fresh: &[Span]) -> String {
        let left = edits::apply(text, fresh).into_owned();
        let cuts: Vec<_> = edits::cuts(fresh).map(Span::range).collect();
        mem::swap(&mut self.notes, &mut self.before);
        self.notes.read_cut(&self.before, &cuts, &left);
        left
    }
}
