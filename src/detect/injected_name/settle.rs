//! Where a name begins and ends, told by all places where it stands.

use super::{
    candidate::{Blank, Candidate, PARTS},
    place::{self, Sort},
    signs::Group,
};
use crate::text::chars::{self, Class, class, is_wordlike};

/// Takes longer names for those that they begin with, where the longer ones stand more than once.
pub(super) fn lengthen(text: &str, found: &mut [Candidate], mut longer: Vec<(usize, Candidate)>) {
    let own = |name: &Candidate| &text[name.start..name.end];
    longer.sort_by_key(|(index, name)| (own(name), *index));
    for group in longer.chunk_by(|(_, a), (_, b)| own(a) == own(b)).filter(|group| group.len() > 1) {
        for (index, name) in group {
            let last = &mut found[*index];
            if last.start == name.start && last.end < name.end {
                *last = name.clone();
            }
        }
    }
}

/// Cuts what differs before names that are the same but for a guessed place: `保温县` and `损温县`.
pub(super) fn trim(text: &str, names: &mut [Candidate]) {
    let level = |name: &Candidate| name.place.map_or(name.start, |(_, end)| end);
    let mut guessed: Vec<&mut Candidate> =
        names.iter_mut().filter(|name| name.sort == Some(Sort::Unknown)).collect();
    guessed.sort_by_key(|name| (&text[level(name)..name.end], name.start));
    let same = |a: &&mut Candidate, b: &&mut Candidate| text[level(a)..a.end] == text[level(b)..b.end];
    for group in guessed.chunk_by_mut(same) {
        let own = |name: &Candidate| &text[name.start..level(name)];
        let first = own(group[0]);
        let shared = group.iter().map(|name| shared_end(first, own(name))).min().unwrap_or(0);
        for name in group.iter_mut().filter(|_| shared > 0) {
            name.start = level(name) - shared;
            name.place = name.place.map(|(_, end)| (name.start, end));
        }
    }
}

/// Bytes of the characters that two texts end with.
fn shared_end(a: &str, b: &str) -> usize {
    let pairs = a.chars().rev().zip(b.chars().rev());
    pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

/// Different names that are compared with each other.
const MAX_COMPARED: usize = 48;

/// Where one name is another one with something more at either end, the text around it has been
/// taken for a part of it: `苏州这对` before, `学校` behind.
pub(super) fn to_core(text: &str, names: &mut [Candidate]) {
    let own = |name: &Candidate| &text[name.start..name.end];
    let shows_start = |name: &&Candidate| name.sort.is_some() || name.placeholder == Blank::Whole;
    let mut different: Vec<Candidate> = names.iter().filter(shows_start).cloned().collect();
    different.sort_by_key(|name| (own(name).len(), own(name)));
    different.dedup_by(|a, b| own(a) == own(b));
    if different.len() > MAX_COMPARED {
        return;
    }
    for name in names {
        let is_core = |core: &&Candidate| {
            let is_shorter = own(core).len() < own(name).len();
            is_shorter && (own(name).ends_with(own(core)) || own(name).starts_with(own(core)))
        };
        let Some(core) = different.iter().find(is_core) else { continue };
        let start = if own(name).ends_with(own(core)) { name.end - own(core).len() } else { name.start };
        *name = core.moved_to(start);
    }
}

/// Longest stretch that is taken in on the left, in code points.
const MAX_EXTENSION: usize = 4;
/// From so many places on nothing is the same by chance.
const MANY: usize = 3;

/// Where a name without a place that is known stands more than once, always behind the same
/// characters, they belong to it.
pub(super) fn extend(text: &str, candidates: &mut [Candidate]) {
    let bounds = |group: Group<'_>| {
        let unplaced = !matches!(group.members[0].sort, Some(Sort::Real | Sort::Wrong | Sort::Bare));
        let extension = if unplaced { common_left(text, &group) } else { 0 };
        group.members.iter().map(|name| (name.start, extension)).collect::<Vec<_>>()
    };
    let mut extensions: Vec<_> = super::groups(text, candidates).into_iter().flat_map(bounds).collect();
    extensions.sort_unstable();
    for (candidate, (_, extension)) in candidates.iter_mut().zip(extensions) {
        candidate.start -= extension;
        if extension > 0 && candidate.sort.is_none() && candidate.placeholder == Blank::Whole {
            candidate.sort = Some(Sort::Unknown);
        }
    }
}

/// Bytes of characters such as places are made of that stand before every member.
fn common_left(text: &str, group: &Group<'_>) -> usize {
    let [first, others @ ..] = &group.members[..] else { return 0 };
    let lefts = text[..first.start].chars().rev().take(MAX_EXTENSION);
    let is_same = |len: usize, c: char| others.iter().all(|name| text[..name.start - len].ends_with(c));
    let mut len = 0;
    let may_be = |c: char| place::has_char(c) || others.len() + 1 >= MANY && is_own(c);
    for c in lefts.take_while(|&c| may_be(c)) {
        if others.is_empty() || !is_same(len, c) {
            break;
        }
        len += c.len_utf8();
    }
    // Where still more is the same, the name stands behind the same word, such as a scrap of the title.
    let more = chars::before(text, first.start - len).filter(|&c| is_wordlike(c));
    if more.is_some_and(|c| is_same(len, c)) { 0 } else { len }
}

/// Whether a character may stand in a place's name.
fn is_own(c: char) -> bool {
    class(c) == Class::Han && !PARTS.contains(&c)
}
