//! Names whose ending no list knows, known by a place, a placeholder, and standing more than once.

use super::{
    candidate::{self, Blank, Candidate, MAX_MIDDLE, PARTS},
    place::{self, Place},
};
use crate::{
    detect::Page,
    lexicon::Lexicon,
    text::{
        Class,
        chars::{self, class},
    },
};

/// Fewest characters behind the placeholder.
const MIN_OWN: usize = 3;

/// A place with a placeholder behind it.
#[derive(Clone, Copy, Debug)]
struct Head {
    start: usize,
    place: Place,
    /// Where the placeholder ends.
    middle: usize,
}

impl Head {
    /// The first characters that every place of one name shares.
    fn key<'t>(&self, text: &'t str) -> &'t str {
        let own =
            text[self.middle..].char_indices().nth(MIN_OWN).map_or(text.len(), |(at, _)| self.middle + at);
        &text[self.start..own]
    }
}

/// The names that stand more than once and of which `found` has no part: what all their places share.
pub(super) fn repeated(page: &Page<'_>, found: &[Candidate]) -> Vec<Candidate> {
    let text = page.text;
    let is_free = |at: usize| {
        let next = found.partition_point(|name| name.end <= at);
        found.get(next).is_none_or(|name| name.start > at)
    };
    let free = page.hits(Lexicon::Blank).filter(|hit| is_free(hit.start));
    let mut heads: Vec<Head> = free.filter_map(|hit| head(text, hit.start)).collect();
    heads.sort_by_key(|head| (head.key(text), head.start));
    let same = |a: &Head, b: &Head| a.key(text) == b.key(text);
    let names = heads.chunk_by(same).filter(|places| places.len() > 1);
    names.flat_map(|places| named(text, places)).collect()
}

/// The place that ends where a placeholder begins.
fn head(text: &str, blank: usize) -> Option<Head> {
    let floor = candidate::floor(text, blank);
    let starts = text[floor..blank].char_indices().map(|(at, _)| floor + at);
    let placed = |start: usize| {
        let fits = |place: &Place| start + place.len == blank;
        let place = place::known(&text[start..])
            .filter(fits)
            .or_else(|| place::guess(&text[start..]).filter(fits))?;
        let len = place::blank_len(&text[blank..]);
        (len > 0).then_some(Head { start, place, middle: blank + len })
    };
    starts.rev().find_map(placed)
}

/// The places of one name.
fn named<'h>(text: &'h str, places: &'h [Head]) -> impl Iterator<Item = Candidate> + 'h {
    let first = &places[0];
    let own = |c: char| class(c) == Class::Han && !PARTS.contains(&c);
    let mut len = 0;
    for c in text[first.middle..].chars().take(MAX_MIDDLE).take_while(|&c| own(c)) {
        if places.iter().any(|place| !text[place.middle + len..].starts_with(c)) {
            break;
        }
        len += c.len_utf8();
    }
    let whole = &text[first.middle..first.middle + len];
    let last = chars::before(whole, len).map_or(0, char::len_utf8);
    let is_name = whole.chars().count() >= MIN_OWN;
    places.iter().filter(move |_| is_name).map(move |head| {
        let mut name = Candidate {
            start: head.start,
            end: head.middle + len,
            middle: head.middle,
            suffix: head.middle + len - last,
            place: Some((head.start, head.start + head.place.name)),
            sort: Some(head.place.sort),
            placeholder: Blank::Whole,
        };
        candidate::widen(text, candidate::floor(text, head.start), &mut name);
        name
    })
}
