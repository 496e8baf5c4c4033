//! Names that have neither a place nor a placeholder, known by standing more than once.

use super::candidate::{Blank, Candidate, MAX_MIDDLE, PARTS};
use crate::detect::twice::Twice;

/// Fewest characters before the suffix: a brand and a trade, or most of them.
pub(super) const MIN_OWN: usize = 4;

/// A suffix before which nothing shows where its name begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bare {
    /// How far back the name may begin.
    pub(super) floor: usize,
    /// Where the characters begin that every place of one name shares.
    pub(super) tail: usize,
    pub(super) suffix: usize,
    pub(super) end: usize,
}

impl Bare {
    /// The suffix with those characters.
    fn tail<'t>(&self, text: &'t str) -> &'t str {
        &text[self.tail..self.end]
    }

    /// A number that is the same for the same tail, and for few others.
    fn key(&self, text: &str) -> u64 {
        let tail = self.tail(text).bytes().take(KEY);
        tail.fold(0, |key, byte| key << 8 | u64::from(byte))
    }
}

/// Bytes of a tail that are compared first.
const KEY: usize = 8;

/// The names that stand more than once: what all their places have in common before the suffix.
pub(super) fn repeated(text: &str, mut bare: Vec<Bare>) -> Vec<Candidate> {
    let Some(twice) = Twice::among(bare.iter().map(|one| one.key(text))) else { return Vec::new() };
    bare.retain(|one| twice.has(one.key(text)));
    bare.sort_by_key(|one| (one.tail(text), one.suffix));
    let same = |a: &Bare, b: &Bare| a.tail(text) == b.tail(text);
    let names = bare.chunk_by(same).filter(|places| places.len() > 1);
    names.flat_map(|places| named(text, places)).collect()
}

/// The places of one name, if what they share may be one.
fn named<'b>(text: &str, places: &'b [Bare]) -> impl Iterator<Item = Candidate> + 'b {
    let own = common(text, places);
    let is_name = own.chars().count() >= MIN_OWN;
    let len = own.len();
    places.iter().filter(move |_| is_name).map(move |place| Candidate {
        start: place.suffix - len,
        end: place.end,
        middle: place.suffix - len,
        suffix: place.suffix,
        place: None,
        sort: None,
        placeholder: Blank::None,
    })
}

/// What stands before the suffix at every place, as far as it may belong to a name.
fn common<'t>(text: &'t str, places: &[Bare]) -> &'t str {
    let first = places[0];
    let mut start = first.suffix;
    for (at, c) in text[first.floor..first.suffix].char_indices().rev().take(MAX_MIDDLE) {
        let own = &text[first.floor + at..first.suffix];
        let everywhere = places.iter().all(|place| text[place.floor..place.suffix].ends_with(own));
        // 和 is a word of its own, but brands like it too.
        if !everywhere || c != '和' && PARTS.contains(&c) {
            break;
        }
        start = first.floor + at;
    }
    let own = text[start..first.suffix].trim_start_matches('和');
    if own.ends_with('和') { "" } else { own }
}
