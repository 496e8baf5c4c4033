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

mod candidate;
mod place;
mod score;

use std::ops::Range;

use self::{candidate::Candidate, score::Group};
use super::{Findings, Page};
use crate::{kind::Kind, span::Confidence};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let weights = &page.options.weights.name;
    let candidates = candidate::find(page);
    for group in groups(page, &candidates) {
        if score::score(page, &group, findings, weights) < weights.remove {
            continue;
        }
        for name in group.members {
            findings.remove(name.start..name.end, Kind::InjectedName, rule(name), Confidence::Likely);
        }
    }
}

/// Names that may turn out to be injected, for detectors that want to read past them. Sorted.
pub(super) fn suspects(page: &Page<'_>, findings: &Findings) -> Vec<Range<usize>> {
    let weights = &page.options.weights.name;
    let candidates = candidate::find(page);
    let mut suspects: Vec<Range<usize>> = groups(page, &candidates)
        .into_iter()
        .filter(|group| score::score(page, group, findings, weights) >= weights.suspect)
        .flat_map(|group| group.members.into_iter().map(|name| name.start..name.end))
        .collect();
    suspects.sort_by_key(|range| range.start);
    suspects
}

fn rule(name: &Candidate) -> &'static str {
    if name.placeholder { "injected_name/placeholder@1" } else { "injected_name/brand@1" }
}

/// Candidates with the same text, in order of their first.
fn groups<'c>(page: &Page<'_>, candidates: &'c [Candidate]) -> Vec<Group<'c>> {
    let text = |candidate: &Candidate| &page.text[candidate.start..candidate.end];
    let mut order: Vec<&Candidate> = candidates.iter().take(page.options.limits.candidates).collect();
    order.sort_by_key(|candidate| (text(candidate), candidate.start));
    let same = |a: &&Candidate, b: &&Candidate| text(a) == text(b);
    order.chunk_by(same).map(|members| Group { members: members.to_vec() }).collect()
}
