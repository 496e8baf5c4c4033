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
mod candidate;
mod part;
mod place;
mod sentences;
mod signs;

use std::{cmp::Reverse, ops::Range};

pub(super) use self::part::is_part;
use self::{
    candidate::{Blank, Candidate},
    place::Sort,
    sentences::Sentences,
    signs::{Group, Scene},
};
use super::{Findings, Page, evidence::weigh};
use crate::{
    kind::Kind,
    span::Confidence,
    text::chars::{self, is_wordlike},
};

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

/// Different names that are weighed, those that stand most often first: each costs a search of the
/// page. Directories of firms have more, pages with injected names a handful.
const MAX_NAMES: usize = 64;

/// The candidates that reach a score, and whether there were more than may be weighed.
fn names(page: &Page<'_>, findings: &Findings, least: f32) -> (Vec<Candidate>, bool) {
    let mut candidates = candidate::find(page);
    let too_many = candidates.len() > page.options.limits.candidates;
    candidates.truncate(page.options.limits.candidates);
    extend(page.text, &mut candidates);
    let mut groups = groups(page.text, &candidates);
    groups.sort_by_key(|group| Reverse(group.members.len()));
    let limited = too_many || groups.len() > MAX_NAMES;
    groups.truncate(MAX_NAMES);
    let scene = Scene { page, findings, sentences: Sentences::of(page.text), names: groups.len() };
    let guilty = groups.into_iter().filter(|group| score(&scene, group) >= least);
    (guilty.flat_map(|group| group.members.into_iter().cloned()).collect(), limited)
}

/// Longest stretch that is taken in on the left, in code points.
const MAX_EXTENSION: usize = 1;

/// Where a name without a place that is known stands more than once, always behind the same
/// characters, they belong to it.
fn extend(text: &str, candidates: &mut [Candidate]) {
    let bounds = |group: Group<'_>| {
        let unplaced = !matches!(group.members[0].sort, Some(Sort::Real | Sort::Wrong | Sort::Bare));
        let extension = if unplaced { common_left(text, &group) } else { 0 };
        group.members.iter().map(|name| (name.start, extension)).collect::<Vec<_>>()
    };
    let mut extensions: Vec<_> = groups(text, candidates).into_iter().flat_map(bounds).collect();
    extensions.sort_unstable();
    for (candidate, (_, extension)) in candidates.iter_mut().zip(extensions) {
        candidate.start -= extension;
    }
}

/// Bytes of characters such as places are made of that stand before every member.
fn common_left(text: &str, group: &Group<'_>) -> usize {
    let [first, others @ ..] = &group.members[..] else { return 0 };
    let lefts = text[..first.start].chars().rev().take(MAX_EXTENSION);
    let is_same = |len: usize, c: char| others.iter().all(|name| text[..name.start - len].ends_with(c));
    let mut len = 0;
    for c in lefts.take_while(|&c| place::has_char(c)) {
        if others.is_empty() || !is_same(len, c) {
            break;
        }
        len += c.len_utf8();
    }
    // Where still more is the same, the name stands behind the same word, such as a scrap of the title.
    let more = chars::before(text, first.start - len).filter(|&c| is_wordlike(c));
    if more.is_some_and(|c| is_same(len, c)) { 0 } else { len }
}

/// The weighted sum of a name's signs.
fn score(scene: &Scene<'_, '_>, group: &Group<'_>) -> f32 {
    weigh(&signs::signs(scene, group), &scene.page.options.weights.name.signs)
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
    order.chunk_by(same).map(|members| Group { members: members.to_vec() }).collect()
}
