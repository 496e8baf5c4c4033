//! Strings that have the form of an organisation's name.

use super::{
    bare::{self, Bare},
    blank, ends,
    place::{self, Place, Sort, blank_len},
    settle,
};
use crate::{detect::Page, text::chars};

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
        let row = Row::before(page.text, suffix);
        let Some(candidate) = row.read(page.text, suffix, end) else {
            unread.extend(row.bare(suffix, end));
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
    at - back(text, at).map(char::len_utf8).sum::<usize>()
}

/// The characters before byte `at` that one name may have, the nearest first.
fn back(text: &str, at: usize) -> impl Iterator<Item = char> {
    let inside = |c: &char| chars::is_wordlike(*c) || is_blank_mark(*c);
    text[..at].chars().rev().take(MAX_CHARS).take_while(inside)
}

/// Marks that stand for characters left out.
const fn is_blank_mark(c: char) -> bool {
    matches!(c, '*' | '×' | '＊' | '○' | '〇' | 'Ｘ')
}

/// The characters before a suffix that its name may have, the nearest first.
struct Row {
    /// Where each begins; where the suffix does, for those that the name has not.
    starts: [usize; MAX_CHARS],
    count: usize,
    /// A bit for each with which a place of the lists may begin.
    known: u32,
    /// For each that may begin the word of a level.
    levels: u32,
    /// For each that may begin a placeholder.
    blanks: u32,
}

impl Row {
    fn before(text: &str, suffix: usize) -> Self {
        let mut row = Row { starts: [suffix; MAX_CHARS], count: 0, known: 0, levels: 0, blanks: 0 };
        let (mut start, mut next) = (suffix, None);
        for (index, c) in back(text, suffix).enumerate() {
            let bit = |is: bool| u32::from(is) << index;
            start -= c.len_utf8();
            row.starts[index] = start;
            row.known |= bit(next.is_some_and(|next| place::may_begin(c, next)));
            row.levels |= bit(place::may_be_level(c));
            row.blanks |= bit(matches!(c, '某' | 'X' | 'x') || is_blank_mark(c));
            row.count = index + 1;
            next = Some(c);
        }
        row
    }

    /// How far back the name may begin.
    fn floor(&self) -> usize {
        self.starts[self.count.saturating_sub(1)]
    }

    /// Where a bit is set, the nearest first.
    fn starts(&self, bits: u32) -> impl DoubleEndedIterator<Item = usize> {
        let is_set = move |index: &usize| bits >> index & 1 != 0;
        (0..self.count).filter(is_set).map(|index| self.starts[index])
    }

    /// Reads it as something, places, a placeholder, a middle and the suffix: with the last place that is
    /// known, else the last one that looks like a place, else the first placeholder.
    fn read(&self, text: &str, suffix: usize, end: usize) -> Option<Candidate> {
        if self.known | self.levels | self.blanks == 0 {
            return None;
        }
        let with = |bits: u32, find: fn(&str) -> Option<Place>, sure: fn(Sort) -> bool| {
            let mut found = self.starts(bits).filter_map(|start| read_from(text, start, suffix, end, find));
            let last = found.next()?;
            let is_sure = |name: &Candidate| name.sort.is_some_and(sure);
            if is_sure(&last) { Some(last) } else { found.find(is_sure).or(Some(last)) }
        };
        // A name without its level may be any two characters; a level stands behind two or three.
        let placed = with(self.known, place::known, |sort| sort != Sort::Bare)
            .or_else(|| with(self.levels << 2 | self.levels << 3, place::guess, |sort| sort == Sort::Wrong));
        let blanks = || self.starts(self.blanks).rev();
        let blank = |at| read_blank(text, self.floor(), at, suffix, end);
        let mut candidate = placed.or_else(|| blanks().find_map(blank))?;
        widen(text, self.floor(), &mut candidate);
        Some(candidate)
    }

    /// The suffix with what stands before it, if that may be a name.
    fn bare(&self, suffix: usize, end: usize) -> Option<Bare> {
        let own = bare::MIN_OWN;
        (self.count >= own).then(|| Bare { floor: self.floor(), tail: self.starts[own - 1], suffix, end })
    }
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

#[cfg(test)]
mod tests {
    use super::Row;

    fn begins(text: &str, bits: fn(&Row) -> u32) -> Vec<&str> {
        let row = Row::before(text, text.len());
        let starts = row.starts(bits(&row)).collect::<Vec<_>>();
        starts.into_iter().map(|start| &text[start..]).collect()
    }

    #[test]
    fn a_row_knows_where_a_name_may_begin_the_nearest_first() {
        assert_eq!(begins("夜，到云南省某某灯", |row| row.known), ["云南省某某灯"]);
        assert_eq!(begins("夜，到云南省某某灯", |row| row.levels), ["省某某灯"]);
        assert_eq!(begins("夜，到云南省某某灯", |row| row.blanks), ["某灯", "某某灯"]);
        assert_eq!(begins("夜，到云南省某某灯", |_| u32::MAX).last(), Some(&"到云南省某某灯"));
        assert_eq!(begins("夜，", |_| u32::MAX), [""; 0]);
    }
}
