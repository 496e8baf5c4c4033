//! Strings that have the form of an organisation's name.

use super::{
    bare::{self, Bare},
    blank, ends,
    place::{self, Place, Sort, blank_len},
    settle,
};
use crate::{
    detect::Page,
    text::chars::{self, Class, class},
};

/// Longest name, in code points.
pub(super) const MAX_CHARS: usize = 26;
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
    pub(super) fn moved_to(&self, start: usize) -> Self {
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
    let mut longer = Vec::new();
    for (suffix, end) in ends::of(page) {
        let floor = floor(page.text, suffix);
        let Some(candidate) = read(page.text, floor, suffix, end) else {
            unread.push(Bare { floor, suffix, end });
            continue;
        };
        // A suffix right behind another one goes on with the name, a later one is another name's.
        while found.last().is_some_and(|last| last.end > candidate.start && last.end >= suffix) {
            found.pop();
        }
        match found.last() {
            Some(last) if last.end > candidate.start => longer.push((found.len() - 1, candidate)),
            _ => found.push(candidate),
        }
    }
    settle::lengthen(page.text, &mut found, longer);
    let unknown = blank::repeated(page, &found);
    add(&mut found, unknown);
    add(&mut found, bare::repeated(page.text, unread));
    settle::trim(page.text, &mut found);
    settle::to_core(page.text, &mut found);
    settle::extend(page.text, &mut found);
    found
}

/// Adds names where no other stands.
fn add(found: &mut Vec<Candidate>, others: Vec<Candidate>) {
    for candidate in others {
        let at = found.partition_point(|other| other.start < candidate.start);
        let is_free = at.checked_sub(1).is_none_or(|before| found[before].end <= candidate.start)
            && found.get(at).is_none_or(|after| candidate.end <= after.start);
        if is_free {
            found.insert(at, candidate);
        }
    }
}

/// How far back a name that has its suffix at `at` may begin.
pub(super) fn floor(text: &str, at: usize) -> usize {
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
    let mut row = [(0, '\0'); MAX_CHARS];
    let chars = text[floor..suffix].char_indices().map(|(at, c)| (floor + at, c));
    let count = row.iter_mut().zip(chars).map(|(place, one)| *place = one).count();
    let row = &row[..count];
    let with =
        |may_begin: fn(&[(usize, char)]) -> bool, find: fn(&str) -> Option<Place>, sure: fn(Sort) -> bool| {
            let starts = (0..count).rev().filter(|&at| may_begin(&row[at..])).map(|at| row[at].0);
            let mut found = starts.filter_map(|start| read_from(text, start, suffix, end, find));
            let last = found.next()?;
            let is_sure = |name: &Candidate| name.sort.is_some_and(sure);
            if is_sure(&last) { Some(last) } else { found.find(is_sure).or(Some(last)) }
        };
    // A name without its level may be any two characters.
    let placed = with(may_be_known, place::known, |sort| sort != Sort::Bare)
        .or_else(|| with(may_be_guessed, place::guess, |sort| sort == Sort::Wrong));
    let blanks = || row.iter().filter(|(_, c)| *c == '某' || is_blank_mark(*c) || matches!(c, 'X' | 'x'));
    let mut candidate =
        placed.or_else(|| blanks().find_map(|&(at, _)| read_blank(text, floor, at, suffix, end)))?;
    widen(text, floor, &mut candidate);
    Some(candidate)
}

/// Whether a place of the lists may begin the row.
fn may_be_known(row: &[(usize, char)]) -> bool {
    matches!(row, [(_, first), (_, second), ..] if place::may_begin(*first, *second))
}

/// Whether a level may stand behind two or three characters at the front of the row.
fn may_be_guessed(row: &[(usize, char)]) -> bool {
    row.iter().take(4).skip(2).any(|&(_, c)| place::may_be_level(c))
}

/// A name that begins with a placeholder at `start`.
fn read_blank(text: &str, floor: usize, start: usize, suffix: usize, end: usize) -> Option<Candidate> {
    let blank = blank_len(&text[start..suffix]);
    let middle = start + blank;
    let rest = &text[middle..suffix];
    let in_row = chars::before(text, start) == chars::after(text, start);
    if in_row
        || Blank::of(&text[start..middle]) != Blank::Whole
        || rest.chars().count() > MAX_MIDDLE
        || rest.contains(PARTS)
    {
        return None;
    }
    let before = &text[floor..start];
    let bare = place::bare_county(before).map(|at| (floor + at, Sort::Bare));
    let placed = bare.or_else(|| garbled_place(before).map(|at| (floor + at, Sort::Unknown)));
    Some(Candidate {
        start: placed.map_or(start, |(at, _)| at),
        end,
        middle,
        suffix,
        place: None,
        sort: placed.map(|(_, sort)| sort),
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
pub(super) const PARTS: [char; 17] =
    ['的', '了', '是', '在', '将', '將', '被', '把', '与', '和', '或', '从', '到', '由', '向', '说', '等'];

/// Behind a place they begin the name of a public body, which every article may name.
const PUBLIC: [&str; 12] =
    ["委", "政府", "政务", "政務", "人民", "公安", "纪委", "检察", "檢察", "法院", "人大", "政协"];

fn place_ends(place: &Place, rest: &str) -> bool {
    place.sort != Sort::Unknown || !rest.is_empty()
}

/// Takes in the places before the first one: province and city.
pub(super) fn widen(text: &str, floor: usize, candidate: &mut Candidate) {
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
