//! Names of the make of betting sites' names, each at all of its places.

use std::ops::Range;

use super::{super::Page, is_inside};
use crate::{
    lexicon::Lexicon,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// Fewest places of one name.
const MIN_PLACES: usize = 4;
/// Letters and digits before a name's characters.
const SPELT: std::ops::RangeInclusive<usize> = 2..=6;
/// Bytes of two Chinese characters.
const TWO: usize = 6;

/// One name.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) places: Vec<Range<usize>>,
    /// Its own characters at the first of them, without letters and ending.
    pub(super) stem: Range<usize>,
    /// Whether it ends as such names do.
    pub(super) is_ended: bool,
    /// Whether small letters begin it, or letters and digits.
    pub(super) is_spelt: bool,
}

/// The names that stand in several places. Linear, but for sorting.
pub(super) fn collect(page: &Page<'_>, stays: &dyn Fn(&Range<usize>) -> bool) -> Vec<Name> {
    let kept = |mut places: Vec<Range<usize>>| {
        places.retain(|place| stays(place) && is_inside(page, place));
        places
    };
    let mut names = grouped(page, kept(ended(page)), true);
    if page.count(Class::Letter) + page.count(Class::Digit) >= MIN_PLACES * SPELT.start() {
        names.extend(grouped(page, kept(spelt(page)), false));
    }
    names
}

/// Endings with the two characters before them.
fn ended(page: &Page<'_>) -> Vec<Range<usize>> {
    let hits = page.hits(Lexicon::BrandEnd);
    hits.filter_map(|hit| Some(lead(page.text, hit.start)?..hit.end)).collect()
}

/// Where the two wordlike characters before a place begin.
fn lead(text: &str, at: usize) -> Option<usize> {
    let own = text[..at].chars().rev().take(2).take_while(|&c| chars::is_wordlike(c));
    let (count, bytes) = own.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    (count == 2).then_some(at - bytes)
}

/// Small letters, or letters and digits, with the two Chinese characters behind them, in sentences.
fn spelt(page: &Page<'_>) -> Vec<Range<usize>> {
    let can = |line: &&Line| line.count(Class::Letter) > 0 && line.count(Class::Stop) > 0;
    page.lines.iter().filter(can).flat_map(|line| spelt_in(page, line.body..line.end)).collect()
}

/// Those of one line. Linear in its marks and in what it has of ASCII.
fn spelt_in<'p>(page: &'p Page<'_>, line: Range<usize>) -> impl Iterator<Item = Range<usize>> + 'p {
    let bytes = page.text.as_bytes();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric();
    let is_han = |two: &str| two.chars().count() == 2 && two.chars().all(|c| class(c) == Class::Han);
    let own =
        page.marks(line.clone()).iter().filter(|mark| matches!(mark.class, Class::Letter | Class::Digit));
    let ends =
        own.map(|mark| mark.at() + 1).filter(|&end| bytes.get(end).is_some_and(|next| !next.is_ascii()));
    ends.filter_map(move |end| {
        let run = bytes[line.start..end].iter().rev().take_while(is_part).count();
        let behind = page.text.get(end..end + TWO)?;
        (is_code(&page.text[end - run..end]) && is_han(behind)).then_some(end - run..end + TWO)
    })
}

/// Whether a run of letters and digits is one that such sites have before their names.
fn is_code(run: &str) -> bool {
    SPELT.contains(&run.len())
        && run.bytes().any(|byte| byte.is_ascii_lowercase())
        && !run.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// The places of each name with enough of them.
fn grouped(page: &Page<'_>, mut places: Vec<Range<usize>>, is_ended: bool) -> Vec<Name> {
    if places.len() < MIN_PLACES {
        return Vec::new();
    }
    let text = |place: &Range<usize>| &page.text[place.clone()];
    places.sort_by(|a, b| text(a).cmp(text(b)).then(a.start.cmp(&b.start)));
    let groups = places.chunk_by(|a, b| text(a) == text(b)).filter(|group| group.len() >= MIN_PLACES);
    groups.map(|group| name(page.text, group, is_ended)).collect()
}

fn name(text: &str, group: &[Range<usize>], is_ended: bool) -> Name {
    let first = &group[0];
    if !is_ended {
        let stem = first.end - TWO..first.end;
        return Name { places: group.to_vec(), stem, is_ended, is_spelt: true };
    }
    let code = code_before(text, first.start);
    let spelt = code > 0 && group.iter().all(|place| code_before(text, place.start) == code);
    let own: usize = text[first.clone()].chars().take(2).map(char::len_utf8).sum();
    let stem = first.start..first.start + own;
    let before = if spelt { code } else { 0 };
    let places = group.iter().map(|place| place.start - before..place.end).collect();
    let is_spelt = spelt || is_code(&text[stem.clone()]);
    Name { places, stem, is_ended, is_spelt }
}

/// How many bytes of letters and digits stand before a place, if such sites have them.
fn code_before(text: &str, at: usize) -> usize {
    let run = text.as_bytes()[..at].iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if is_code(&text[at - run..at]) { run } else { 0 }
}
