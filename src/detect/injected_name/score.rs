//! What speaks for and against a name.

use super::candidate::Candidate;
use crate::{
    detect::{
        Findings, Page,
        evidence::{NameWeights, Symbol, cohesion},
    },
    kind::Kind,
    text::chars::{self, Class, class},
};

/// All places where one string stands.
#[derive(Debug)]
pub(super) struct Group<'c> {
    pub(super) members: Vec<&'c Candidate>,
}

/// Characters that go on from a name as a sentence does.
const GRAMMAR: [char; 44] = [
    '的', '是', '在', '于', '於', '与', '與', '和', '等', '有', '将', '將', '为', '為', '对', '對', '及',
    '也', '已', '从', '從', '向', '由', '称', '稱', '说', '說', '表', '则', '則', '就', '还', '還', '又',
    '而', '以', '因', '给', '給', '被', '把', '了', '都', '内',
];
/// Characters that lead up to a name as a sentence does.
const LEADS: [char; 32] = [
    '在', '由', '与', '與', '和', '对', '對', '为', '為', '是', '向', '从', '從', '给', '給', '被', '到',
    '往', '至', '于', '於', '及', '跟', '同', '让', '讓', '找', '经', '經', '以', '把', '进',
];

/// The score of a name over all its places.
pub(super) fn score(page: &Page<'_>, group: &Group<'_>, findings: &Findings, weights: &NameWeights) -> f32 {
    let name = group.members[0];
    let mut score = form(name, weights) + repeats(page.text, group, weights);
    let mut grammatical = 0;
    for member in &group.members {
        score += place_score(page, member, weights);
        grammatical += usize::from(goes_on(page.text, member.end));
        if glued(member, findings) {
            score += weights.glued;
        }
    }
    if group.members.len() >= 3 && grammatical * 3 > group.members.len() {
        score -= weights.grammatical;
    }
    score - known(page, group, weights)
}

fn form(name: &Candidate, weights: &NameWeights) -> f32 {
    let placeholder = if name.placeholder { weights.placeholder } else { 0.0 };
    placeholder + if name.place.is_some() { weights.place } else { 0.0 }
}

/// The same string in new surroundings.
fn repeats(text: &str, group: &Group<'_>, weights: &NameWeights) -> f32 {
    let mut contexts: Vec<_> = group
        .members
        .iter()
        .map(|member| (chars::before(text, member.start), chars::after(text, member.end)))
        .filter(|context| !context.0.is_none_or(is_clause_start) || !context.1.is_none_or(is_clause_start))
        .collect();
    contexts.sort_unstable();
    contexts.dedup();
    weights.repeat * contexts.len().saturating_sub(1).min(3) as f32
}

/// What one place says.
fn place_score(page: &Page<'_>, name: &Candidate, weights: &NameWeights) -> f32 {
    let left = chars::before(page.text, name.start).unwrap_or('\n');
    let right = chars::after(page.text, name.end).unwrap_or('\n');
    let after_end = matches!(class(left), Class::Stop) || left == '”' && ends_before(page.text, name.start);
    let behind = match class(right) {
        Class::Break if after_end => weights.line_end,
        Class::Break if class(left) == Class::Break => -weights.punctuated,
        Class::Break => 0.0,
        Class::Han | Class::Letter | Class::Digit if GRAMMAR.contains(&right) => -weights.followed,
        // At a clause's start a firm is what the clause is about.
        Class::Han | Class::Letter | Class::Digit if is_clause_start(left) => 0.0,
        Class::Han | Class::Letter | Class::Digit => weights.running_on,
        Class::Open => 0.0,
        _ => -weights.punctuated,
    };
    behind + flow(left, right, weights) - if LEADS.contains(&left) { weights.led } else { 0.0 }
}

/// How well the text reads on without the name, where it stands between two words.
fn flow(left: char, right: char, weights: &NameWeights) -> f32 {
    let (left, right) = (Symbol::of(left), Symbol::of(right));
    if left == Symbol::BOUNDARY || right == Symbol::BOUNDARY {
        return 0.0;
    }
    weights.flow * (cohesion(left, right) - 1.0).clamp(-2.0, 3.0)
}

fn is_clause_start(left: char) -> bool {
    matches!(
        class(left),
        Class::Pause | Class::Stop | Class::Break | Class::Open | Class::Close | Class::Space
    )
}

fn ends_before(text: &str, at: usize) -> bool {
    text[..at].chars().rev().nth(1).is_some_and(|c| class(c) == Class::Stop)
}

fn goes_on(text: &str, at: usize) -> bool {
    let right = chars::after(text, at).unwrap_or('\n');
    GRAMMAR.contains(&right) || matches!(class(right), Class::Pause | Class::Stop | Class::Close)
}

/// Whether a scrap of the title ends where the name begins.
fn glued(name: &Candidate, findings: &Findings) -> bool {
    findings.findings.iter().any(|found| found.label.kind == Kind::TitleFragment && found.end == name.start)
}

/// What the document knows of the name beside the name itself.
fn known(page: &Page<'_>, group: &Group<'_>, weights: &NameWeights) -> f32 {
    let name = group.members[0];
    let elsewhere = |word: &str| {
        let outside =
            |at: &usize| !group.members.iter().any(|member| member.start <= *at && *at < member.end);
        page.text.match_indices(word).map(|(at, _)| at).filter(outside).take(2).count()
    };
    let mut known = 0.0;
    let core = core(page.text, name);
    if core.chars().count() >= 2 {
        known += weights.core * elsewhere(core) as f32;
    }
    if let Some((start, end)) = name.place {
        known += weights.place_known * elsewhere(&page.text[start..end]).min(1) as f32;
    }
    let titled = |title: &str| {
        title.contains(&page.text[name.start..name.end]) || core.chars().count() >= 2 && title.contains(core)
    };
    known + if page.title.as_ref().is_some_and(|title| titled(title.text)) { weights.titled } else { 0.0 }
}

/// The part of a name that is its own: the two characters or so behind place and placeholder.
fn core<'t>(text: &'t str, name: &Candidate) -> &'t str {
    let rest = &text[name.middle..name.end];
    let end = rest.char_indices().nth(2).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}
