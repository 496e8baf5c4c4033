//! What speaks for and against a piece having been put where it stands.

use std::ops::Range;

use super::{
    cores::Form,
    gain::{gain, reads_on},
    piece::Piece,
    words::{COMMON, FIRMS, GRAMMAR, INTRODUCES, LEADS, QUERY_ENDS, SITES},
};
use crate::{
    detect::{
        Page,
        evidence::{Stuck, Symbol, cohesion, repeated},
    },
    text::{
        Class,
        chars::{self, class},
    },
};

/// How often or how strongly each sign is there.
pub(super) type Signs = [f32; Stuck::COUNT];

/// From so many code points on known words make up a query by themselves.
const MIN_QUERY: usize = 6;
/// What one joint may say at most, in nats.
const MOST: f32 = 14.0;

/// The signs that stand around the places. Linear in them.
pub(super) fn local(text: &str, piece: &Piece) -> Signs {
    let mut signs = [0.0; Stuck::COUNT];
    form(text, piece, &mut signs);
    for place in &piece.places {
        around(text, place, piece.form, &mut signs);
    }
    mean(&mut signs, piece.places.len());
    signs[Stuck::BrandStarts as usize] = signs[Stuck::Brand as usize] * signs[Stuck::Starts as usize];
    let count = piece.places.len() as f32;
    signs[Stuck::Again as usize] = count.min(8.0).ln();
    if count == 1.0 {
        signs[Stuck::Alone as usize] = 1.0;
        signs[Stuck::AloneFlow as usize] = signs[Stuck::Flow as usize];
        if signs[Stuck::Led as usize] + signs[Stuck::Followed as usize] == 0.0 {
            // Nobody cites such a host once without a word that leads up to it.
            signs[Stuck::RandomHost as usize] *= 2.0;
            if is_dropped(text, &piece.places[0], piece.form) {
                signs[Stuck::RandomHost as usize] += 1.0;
            }
        }
    } else {
        let right = |place: &Range<usize>| chars::after(text, place.end).unwrap_or('\n');
        let left = |place: &Range<usize>| chars::before(text, place.start).unwrap_or('\n');
        signs[Stuck::SameRight as usize] = repeated(piece.places.iter().map(right));
        signs[Stuck::SameLeft as usize] =
            repeated(piece.places.iter().map(left).filter(|&c| class(c) == Class::Han));
    }
    signs
}

/// Whether an address stands behind a mark, and straight before a word.
fn is_dropped(text: &str, place: &Range<usize>, form: Form) -> bool {
    let left = chars::before(text, place.start).map(class);
    let goes_on = chars::after(text, place.end).is_some_and(chars::is_wordlike);
    form == Form::Address && goes_on && matches!(left, Some(Class::Stop | Class::Pause))
}

/// What the string itself says.
fn form(text: &str, piece: &Piece, signs: &mut Signs) {
    let inside = piece.text(text);
    let mut set = |sign: Stuck, is: bool| signs[sign as usize] = f32::from(u8::from(is));
    let host = piece.form >= Form::Named;
    set(Stuck::Always, true);
    set(Stuck::Brand, piece.form == Form::Brand);
    set(Stuck::NamedHost, piece.form == Form::Named);
    set(Stuck::Address, piece.form == Form::Address);
    set(Stuck::RandomHost, piece.form == Form::Random);
    set(Stuck::LabelledHost, host && inside.contains(|c| class(c) == Class::Han));
    set(Stuck::NumberedHost, host && is_numbered(inside));
    set(Stuck::Query, !host && (piece.known >= MIN_QUERY || QUERY_ENDS.ends(inside)));
    let plain = piece.form == Form::Word && inside.chars().count() <= piece.known + 1;
    set(Stuck::PlainPair, plain && piece.places.len() == 2);
    signs[Stuck::Length as usize] = (inside.chars().count() as f32 - 4.0).clamp(0.0, 6.0) / 6.0;
}

/// Whether digits follow letters before a dot, as they do in names that were made in rows.
fn is_numbered(host: &str) -> bool {
    let bytes = host.as_bytes();
    memchr::memchr_iter(b'.', bytes).any(|dot| {
        let name = host[..dot].trim_end_matches(|c: char| c.is_ascii_digit());
        name.len() < dot && name.ends_with(|c: char| c.is_ascii_alphabetic())
    })
}

/// What one place says.
fn around(text: &str, place: &Range<usize>, form: Form, signs: &mut Signs) {
    let han = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Han);
    let wordlike = |c: Option<char>| c.is_some_and(chars::is_wordlike);
    let (left, right) = (chars::before(text, place.start), chars::after(text, place.end));
    let gain = gain(text, place).clamp(-4.0, MOST);
    let mut add = |sign: Stuck, value: f32| signs[sign as usize] += value;
    if leads(text, place, form) {
        add(Stuck::Led, 1.0);
    }
    if FIRMS.iter().any(|firm| text[place.end..].starts_with(firm)) {
        add(Stuck::Firm, 1.0);
    }
    match (wordlike(left), wordlike(right)) {
        (false, false) => add(Stuck::Apart, 1.0),
        (true, false) => add(Stuck::Ends, 1.0),
        (starts, true) => {
            if right.is_some_and(|c| GRAMMAR.has(c)) {
                add(Stuck::Followed, 1.0);
            }
            if han(left) && han(right) {
                add(Stuck::Between, 1.0);
                add(Stuck::Flow, reads_on(text, place));
                add(Stuck::Joint, gain);
            } else if !starts {
                let start = right.map_or(0.0, |c| cohesion(Symbol::BOUNDARY, Symbol::of(c)));
                add(Stuck::Starts, 1.0);
                add(Stuck::StartFlow, start.clamp(-3.0, 3.0));
                add(Stuck::StartJoint, gain);
            }
        }
    }
}

/// Whether words lead up to what stands here, or go on with it, as they do with a site or a firm.
fn leads(text: &str, place: &Range<usize>, form: Form) -> bool {
    let (head, tail) = (&text[..place.start], &text[place.end..]);
    if form >= Form::Named {
        let label = text[place.clone()].trim_end_matches(|c: char| c.is_ascii());
        head.ends_with([':', '：', '(', '（', '@'])
            || LEADS.iter().any(|word| head.ends_with(word) || label.ends_with(word))
            || label.ends_with('网')
            || SITES.iter().any(|word| tail.starts_with(word))
    } else {
        chars::before(text, place.start).is_some_and(|c| INTRODUCES.has(c))
    }
}

/// Makes means of the signs that were added up over the places.
fn mean(signs: &mut Signs, places: usize) {
    let over = |signs: &mut Signs, of: Stuck, by: f32| {
        signs[of as usize] = if by > 0.0 { signs[of as usize] / by } else { 0.0 };
    };
    let (between, starts) = (signs[Stuck::Between as usize], signs[Stuck::Starts as usize]);
    for (sign, by) in [
        (Stuck::Flow, between),
        (Stuck::Joint, between),
        (Stuck::StartFlow, starts),
        (Stuck::StartJoint, starts),
    ] {
        over(signs, sign, by);
    }
    for sign in
        [Stuck::Between, Stuck::Starts, Stuck::Ends, Stuck::Apart, Stuck::Led, Stuck::Followed, Stuck::Firm]
    {
        over(signs, sign, places as f32);
    }
}

/// Adds what the rest of the article says: it speaks of what the piece names. Linear in the text for
/// each pair of a piece of at most some 20 characters.
pub(super) fn add_distant(page: &Page<'_>, piece: &Piece, signs: &mut Signs) {
    let inside = piece.text(page.text);
    // A first line that is nothing but the piece is no title.
    let is_title = |title: &str| title.contains(inside) && (page.title_given || title != inside);
    let titled = page.title.as_ref().is_some_and(|title| is_title(title.text));
    signs[Stuck::InTitle as usize] = f32::from(u8::from(titled));
    let places = piece.places.len();
    signs[Stuck::Elsewhere as usize] = heavy_pairs(page.text, inside, places) as f32;
    // Without its first letter, which may be a capital.
    let name = host_name(inside).filter(|_| piece.form >= Form::Named);
    let named = name.is_some_and(|name| stands(page.text, &name[1..], places));
    signs[Stuck::HostElsewhere as usize] = f32::from(u8::from(named));
}

/// How many telling pairs of a phrase's characters stand elsewhere than at its places, three at most.
/// Linear in the text for each of them.
pub(super) fn heavy_pairs(text: &str, phrase: &str, places: usize) -> usize {
    let ends = phrase.char_indices().skip(2).map(|(at, _)| at).chain([phrase.len()]);
    let pairs = phrase.char_indices().zip(ends).map(|((start, _), end)| &phrase[start..end]);
    let telling = pairs.filter(|pair| pair.chars().all(|c| class(c) == Class::Han) && !COMMON.contains(pair));
    telling.filter(|pair| stands(text, pair, places)).take(3).count()
}

/// Whether `word` stands in more than so many places.
fn stands(text: &str, word: &str, places: usize) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), word.as_bytes()).nth(places).is_some()
}

/// The longest label of a host in letters and digits.
fn host_name(host: &str) -> Option<&str> {
    let labels = host.split(|c: char| !c.is_ascii_alphanumeric());
    labels.max_by_key(|label| label.len()).filter(|label| label.len() > 3)
}
