//! **What it finds**: the name of an organisation that does not exist, stuck between two words or
//! behind a sentence.
//!
//! **Why it is noise**: generators glue one name, the same each time, into an article that has
//! nothing to do with it, so that searches for the name find the page.
//!
//! **Example**: `河水涨了半米。⟦桐溪市某某搬家培训学校⟧`
//!
//! **Keeps**: firms and schools that the article speaks of, `某某公司` in judgments, the name of a
//! place's office where the place is named elsewhere.
//!
//! **Confidence**: likely.

mod bare;
mod blank;
mod candidate;
mod ends;
mod part;
mod place;
mod sentences;
mod settle;
mod signs;

use std::{cmp::Reverse, ops::Range};

pub(super) use self::part::is_part;
use self::{
    candidate::{Blank, Candidate},
    sentences::Sentences,
    signs::{Group, STEPS, Scene, Signs, Step},
};
use super::{Findings, Page, evidence::weigh};
use crate::{kind::Kind, span::Confidence};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let least = page.options.weights.name.remove;
    let (names, limited) = names(page, findings, least);
    findings.limited |= limited;
    for name in names {
        findings.remove(name.start..name.end, Kind::InjectedName, rule(&name), Confidence::Likely);
    }
}

/// Names that may turn out to be injected, for detectors that want to read past them.
pub(super) fn suspects(page: &Page<'_>, findings: &Findings) -> impl Iterator<Item = Range<usize>> {
    names(page, findings, page.options.weights.name.suspect).0.into_iter().map(|name| name.start..name.end)
}

/// Whether a phrase begins with a province, a prefecture or a county.
pub(super) fn is_placed(phrase: &str) -> bool {
    place::known(phrase).is_some_and(|place| place.len < phrase.len())
}

/// Different names that are weighed, those that stand most often first: each costs a search of the
/// page. Directories of firms have more, pages with injected names a handful.
const MAX_NAMES: usize = 64;

/// The candidates that reach a score, and whether there were more than may be weighed.
fn names(page: &Page<'_>, findings: &Findings, least: f32) -> (Vec<Candidate>, bool) {
    let mut candidates = candidate::find(page);
    let too_many = candidates.len() > page.options.limits.candidates;
    candidates.truncate(page.options.limits.candidates);
    let mut groups = groups(page.text, &candidates);
    groups.iter_mut().for_each(|group| group.earlier = page.learned.name(&page.text[group.range()]));
    groups.sort_by_key(|group| Reverse(group.members.len()));
    let limited = too_many || groups.len() > MAX_NAMES;
    groups.truncate(MAX_NAMES);
    let scene = Scene { page, findings, sentences: Sentences::of(page.text), names: groups.len() };
    let guilty = groups.into_iter().filter(|group| reaches(&scene, group, least));
    (guilty.flat_map(|group| group.members.into_iter().cloned()).collect(), limited)
}

/// Whether the weighted sum of a name's signs reaches `least`, or less if earlier windows had it taken out.
/// What costs more is asked only where what is still unknown might make that much.
fn reaches(scene: &Scene<'_, '_>, group: &Group<'_>, least: f32) -> bool {
    /// What each place of an earlier window makes up for, in nats, and of how many.
    const EARLIER: f32 = 0.8;
    const MOST: usize = 5;
    let least = least - EARLIER * group.earlier.min(MOST) as f32;
    let weights = &scene.page.options.weights.name;
    let weights = if group.places() == 1 { &weights.once } else { &weights.again };
    let mut signs = signs::local(scene, group);
    let may_be = |signs: &Signs, unknown: &[Step]| {
        let may_add = unknown.iter().flat_map(|step| step.speaks_for).map(|&sign| weights[sign as usize]);
        weigh(signs, weights) + may_add.map(|weight| weight.max(0.0)).sum::<f32>() >= least
    };
    (0..STEPS.len()).all(|at| {
        let is_open = may_be(&signs, &STEPS[at..]);
        if is_open {
            (STEPS[at].add)(scene, group, &mut signs);
        }
        is_open
    }) && may_be(&signs, &[])
}

fn rule(name: &Candidate) -> &'static str {
    if name.placeholder == Blank::Whole { "injected_name/placeholder@1" } else { "injected_name/brand@1" }
}

/// Candidates with the same text, sorted by it.
fn groups<'c>(text: &str, candidates: &'c [Candidate]) -> Vec<Group<'c>> {
    let own = |candidate: &Candidate| &text[candidate.start..candidate.end];
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by_key(|candidate| (own(candidate), candidate.start));
    let same = |a: &&Candidate, b: &&Candidate| own(a) == own(b);
    order.chunk_by(same).map(|members| Group { members: members.to_vec(), earlier: 0 }).collect()
}
