//! How far a piece reaches around its core.

use std::ops::Range;

use super::{
    cores::{Core, Form},
    gain::gain,
};
use crate::text::chars;

/// How far is looked before and behind a core, in code points.
const MAX_BEFORE: usize = 8;
const MAX_BEHIND: usize = 4;
/// Longest place name before a phrase, in code points.
const MAX_PLACE: usize = 3;
/// What a character more in a phrase must bring, in nats.
const STEP: f32 = 0.3;
/// Characters that phrases and names hardly have: what stands beyond one at two or three places
/// stands there by chance.
const PARTICLES: &str = "的了和与與在是被把从從对對将將并並及后後也就都而着過过一不";
/// From so many places on nothing is the same by chance.
const MANY: usize = 4;

/// The same string at all of its places.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// In order; never empty.
    pub(super) places: Vec<Range<usize>>,
    pub(super) form: Form,
    /// How many code points of it are known words.
    pub(super) known: usize,
}

impl Piece {
    /// The piece around cores with the same text. Linear in them.
    pub(super) fn around(text: &str, group: &[Core]) -> Self {
        let core = &group[0];
        let (before, behind) = match group {
            [core] => alone(text, core),
            _ => shared(text, group),
        };
        let known = text[core.range.clone()].chars().count();
        let places = group.iter().map(|core| core.range.start - before..core.range.end + behind).collect();
        Piece { places, form: core.form, known }
    }

    /// Its text.
    pub(super) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.places[0].clone()]
    }
}

/// The widening of a core that stands once, in bytes: the one that brings the most.
fn alone(text: &str, core: &Core) -> (usize, usize) {
    if core.form > Form::Word && text[core.range.clone()].is_ascii() {
        return (0, 0);
    }
    let core = core.range.clone();
    let starts = ends(text[..core.start].chars().rev(), MAX_BEFORE);
    let behind = ends(text[core.end..].chars(), MAX_BEHIND);
    let mut best = (f32::MIN, 0, 0);
    for (more, &before) in starts.iter().enumerate() {
        for (most, &after) in behind.iter().enumerate() {
            let worth = gain(text, &(core.start - before..core.end + after)) - STEP * (more + most) as f32;
            if worth > best.0 {
                best = (worth, before, after);
            }
        }
    }
    (to_mark(text, core.start, best.1), best.2)
}

/// A phrase that begins at most a word behind a mark or a line's start begins there.
fn to_mark(text: &str, core: usize, before: usize) -> usize {
    let head = text[..core - before].chars().rev().take(MAX_PLACE + 1);
    let word: Vec<char> = head.take_while(|&c| chars::is_wordlike(c)).collect();
    let more: usize = word.iter().map(|c| c.len_utf8()).sum();
    if word.len() <= MAX_PLACE { before + more } else { before }
}

/// Bytes of the first 0, 1, 2, … wordlike characters, at most `most` of them.
fn ends(chars: impl Iterator<Item = char>, most: usize) -> Vec<usize> {
    let mut ends = vec![0];
    for c in chars.take(most).take_while(|&c| chars::is_wordlike(c)) {
        ends.push(ends[ends.len() - 1] + c.len_utf8());
    }
    ends
}

/// How many bytes before and behind a core are the same at all of its places, up to a mark.
fn shared(text: &str, group: &[Core]) -> (usize, usize) {
    let first = &group[0].range;
    let few = group.len() < MANY;
    let (mut before, mut behind) = (usize::MAX, usize::MAX);
    for core in &group[1..] {
        let pairs = text[..first.start].chars().rev().zip(text[..core.range.start].chars().rev());
        before = before.min(common(pairs, MAX_BEFORE, few));
        let pairs = text[first.end..].chars().zip(text[core.range.end..].chars());
        behind = behind.min(common(pairs, MAX_BEHIND, few));
    }
    let host = group[0].form >= Form::Named;
    // A single character before a bare host is the same by chance, what stands behind never its own.
    let single = text[first.start - before..first.start].chars().count() < 2;
    let bare = host && text[first.clone()].is_ascii();
    (if bare && single { 0 } else { before }, if host { 0 } else { behind })
}

fn common(pairs: impl Iterator<Item = (char, char)>, most: usize, few: bool) -> usize {
    let own = |c| chars::is_wordlike(c) && !matches!(c, '的' | '了') && !(few && PARTICLES.contains(c));
    let same = |&(a, b): &(char, char)| a == b && own(a);
    pairs.take(most).take_while(same).map(|(a, _)| a.len_utf8()).sum()
}
