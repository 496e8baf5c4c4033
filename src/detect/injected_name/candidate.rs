//! Strings that have the form of an organisation's name.

use super::{
    bare::{self, Bare},
    place::{self, Place, Sort},
};
use crate::{
    detect::Page,
    lexicon::Lexicon,
    text::chars::{Class, class},
};

/// Longest name, in code points.
const MAX_CHARS: usize = 26;
/// Longest part between the place and the suffix, in code points.
pub(super) const MAX_MIDDLE: usize = 16;

/// One place where a string in the form of a name stands; half-open bytes.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the places at its front end, and the placeholder behind them.
    pub(super) middle: usize,
    /// Where the suffix begins.
    pub(super) suffix: usize,
    /// Bytes of the last place's name, without its level.
    pub(super) place: Option<(usize, usize)>,
    /// What is known of the place that follows the others.
    pub(super) sort: Option<Sort>,
    pub(super) placeholder: Blank,
}

impl Candidate {
    /// The same name where it begins at `start`.
    fn moved_to(&self, start: usize) -> Self {
        let moved = |at: usize| at - self.start + start;
        Candidate {
            start,
            end: moved(self.end),
            middle: moved(self.middle),
            suffix: moved(self.suffix),
            place: self.place.map(|(from, to)| (moved(from), moved(to))),
            ..*self
        }
    }
}

/// What stands in the place of a brand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    /// Nothing.
    None,
    /// A single 某, as reporters write.
    Half,
    /// 某某, XX, ** and their like.
    Whole,
}

impl Blank {
    fn of(blank: &str) -> Self {
        match blank {
            "" => Blank::None,
            "某" => Blank::Half,
            _ => Blank::Whole,
        }
    }
}

/// Every candidate of the page, in order, disjoint. Linear in the hits of the suffix lexicon, but
/// for sorting them.
pub(super) fn find(page: &Page<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut unread = Vec::new();
    for hit in page.hits(Lexicon::OrgSuffix) {
        let floor = floor(page.text, hit.start);
        let Some(candidate) = read(page.text, floor, hit.start, hit.end) else {
            unread.push(Bare { floor, suffix: hit.start, end: hit.end });
            continue;
        };
        // A suffix right behind another one goes on with the name, a later one is another name's.
        while found.last().is_some_and(|last| last.end > candidate.start && last.end >= hit.start) {
            found.pop();
        }
        if found.last().is_none_or(|last| last.end <= candidate.start) {
            found.push(candidate);
        }
    }
    add_bare(&mut found, bare::repeated(page.text, unread));
    settle(page.text, &mut found);
    found
}

/// Different names that are compared with each other.
const MAX_COMPARED: usize = 48;

/// Where one name is another one with something more at either end, the text around it has been
/// taken for a part of it: `苏州这对` before, `学校` behind.
fn settle(text: &str, names: &mut [Candidate]) {
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

/// Adds names that have neither place nor placeholder where no other name stands.
fn add_bare(found: &mut Vec<Candidate>, bare: Vec<Candidate>) {
    for candidate in bare {
        let at = found.partition_point(|other| other.start < candidate.start);
        let is_free = at.checked_sub(1).is_none_or(|before| found[before].end <= candidate.start)
            && found.get(at).is_none_or(|after| candidate.end <= after.start);
        if is_free {
            found.insert(at, candidate);
        }
    }
}

/// How far back a name that has its suffix at `at` may begin.
fn floor(text: &str, at: usize) -> usize {
    let inside =
        |c: &char| matches!(class(*c), Class::Han | Class::Letter | Class::Digit) || is_blank_mark(*c);
    let back = text[..at].chars().rev().take(MAX_CHARS).take_while(inside);
    at - back.map(char::len_utf8).sum::<usize>()
}

/// Marks that stand for characters left out.
fn is_blank_mark(c: char) -> bool {
    matches!(c, '*' | '×' | '＊' | '○' | '〇' | 'Ｘ')
}

/// Reads `floor..end` as something, places, a placeholder, a middle and a suffix: with the last
/// place that is known, else the last one that looks like a place, else the first placeholder.
fn read(text: &str, floor: usize, suffix: usize, end: usize) -> Option<Candidate> {
    let starts: Vec<usize> = text[floor..suffix].char_indices().map(|(at, _)| floor + at).collect();
    let with = |find: fn(&str) -> Option<Place>, sure: fn(Sort) -> bool| {
        let mut found = starts.iter().rev().filter_map(|&start| read_from(text, start, suffix, end, find));
        let last = found.next()?;
        let is_sure = |name: &Candidate| name.sort.is_some_and(sure);
        if is_sure(&last) { Some(last) } else { found.find(is_sure).or(Some(last)) }
    };
    let levelled = || place::may_have_level(&text[floor..suffix]);
    // A name without its level may be any two characters.
    let placed = with(place::known, |sort| sort != Sort::Bare)
        .or_else(|| levelled().then(|| with(place::guess, |sort| sort == Sort::Wrong))?);
    let mut candidate =
        placed.or_else(|| starts.iter().find_map(|&at| read_blank(text, floor, at, suffix, end)))?;
    widen(text, floor, &mut candidate);
    Some(candidate)
}

/// A name that begins with a placeholder at `start`.
fn read_blank(text: &str, floor: usize, start: usize, suffix: usize, end: usize) -> Option<Candidate> {
    let blank = blank_len(&text[start..suffix]);
    let middle = start + blank;
    let whole = Blank::of(&text[start..middle]) == Blank::Whole;
    let rest = &text[middle..suffix];
    let plausible = whole && rest.chars().count() <= MAX_MIDDLE && !rest.contains(PARTS);
    let garbled = garbled_place(&text[floor..start]).map(|at| floor + at);
    plausible.then_some(Candidate {
        start: garbled.unwrap_or(start),
        end,
        middle,
        suffix,
        place: None,
        sort: garbled.map(|_| Sort::Unknown),
        placeholder: Blank::Whole,
    })
}

/// Where the two characters at the end of `text` begin if both are such as places are made of.
fn garbled_place(text: &str) -> Option<usize> {
    let mut back = text.char_indices().rev().take(2);
    let (second, first) = (back.next()?, back.next()?);
    (place::has_char(first.1) && place::has_char(second.1)).then_some(first.0)
}

/// A name that begins with a place at `start`.
fn read_from(
    text: &str,
    start: usize,
    suffix: usize,
    end: usize,
    find: fn(&str) -> Option<Place>,
) -> Option<Candidate> {
    let place = find(&text[start..suffix])?;
    let middle = start + place.len;
    let blank = blank_len(&text[middle..suffix]);
    let rest = &text[middle + blank..suffix];
    let plausible = rest.chars().count() <= MAX_MIDDLE
        && !rest.contains(PARTS)
        && (blank > 0 || place_ends(&place, rest) && !PUBLIC.iter().any(|body| rest.starts_with(body)));
    plausible.then_some(Candidate {
        start,
        end,
        middle: middle + blank,
        suffix,
        place: Some((start, start + place.name)),
        sort: Some(place.sort),
        placeholder: Blank::of(&text[middle..middle + blank]),
    })
}

/// Characters that part a sentence, and so do not stand inside a name.
pub(super) const PARTS: [char; 16] =
    ['的', '了', '是', '在', '将', '將', '被', '把', '与', '和', '从', '到', '由', '向', '说', '等'];

/// Behind a place they begin the name of a public body, which every article may name.
const PUBLIC: [&str; 12] =
    ["委", "政府", "政务", "政務", "人民", "公安", "纪委", "检察", "檢察", "法院", "人大", "政协"];

fn place_ends(place: &Place, rest: &str) -> bool {
    place.sort != Sort::Unknown || !rest.is_empty()
}

/// Bytes of the placeholder that `text` begins with: 某某, XX, ** and their like.
fn blank_len(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let blank = match first {
        '某' | '×' | '*' | '＊' | '○' | '〇' | 'X' | 'x' | 'Ｘ' => {
            1 + chars.take_while(|&c| c == first).count()
        }
        _ => 0,
    };
    if blank >= 2 || first == '某' { blank * first.len_utf8() } else { 0 }
}

/// Takes in the places before the first one: province and city.
fn widen(text: &str, floor: usize, candidate: &mut Candidate) {
    let Some(_) = candidate.place else { return };
    for _ in 0..2 {
        let before = &text[floor..candidate.start];
        let starts = before.char_indices().rev().map(|(at, _)| floor + at).take(8);
        let adjoining = |&start: &usize| {
            place::known(&text[start..candidate.start])
                .is_some_and(|place| start + place.len == candidate.start)
        };
        match starts.filter(adjoining).last() {
            Some(start) => candidate.start = start,
            None => return,
        }
    }
}
