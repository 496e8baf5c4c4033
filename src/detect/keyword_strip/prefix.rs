//! A site's name and a mark before several sentences.

use std::{cmp::Reverse, ops::Range};

use super::{
    super::{Page, twice::Twice},
    brand,
};
use crate::{
    lexicon::Lexicon,
    text::{
        Class,
        chars::{class, is_wordlike},
        pairs::{PAIR, PAIR_MASK},
    },
};

/// Longest name, in code points.
const MAX_NAME: usize = 10;
/// Fewest places of a name that looks like such a site's, and of others.
const MIN_KNOWN: usize = 2;
const MIN_PLAIN: usize = 3;
/// Fewest characters that are the same behind all of the marks by more than chance.
const MIN_SECOND: usize = 2;
/// From so many on they show by themselves that a name stands there.
const LONG: usize = 4;
/// Different names that are weighed, those that stand most often first: each costs a search of the page.
const MAX_NAMES: usize = 8;
/// Most letters and figures that a name which was drawn at random begins with.
const MAX_DRAWN: usize = 4;

/// Where such a name and its mark stand. Linear, but for beginnings that come again.
pub(super) fn places(page: &Page<'_>) -> Vec<Range<usize>> {
    let known =
        [Lexicon::SpamBrand, Lexicon::SpamWord].into_iter().any(|list| page.hits(list).next().is_some());
    let heads = again(page).filter_map(|at| head(page.text, at));
    let mut heads: Vec<Range<usize>> =
        heads.filter(|range| known || may_be_put(&page.text[range.clone()])).collect();
    let own = |range: &Range<usize>| &page.text[range.clone()];
    heads.sort_by(|a, b| own(a).cmp(own(b)).then(a.start.cmp(&b.start)));
    let mut groups: Vec<&[Range<usize>]> =
        heads.chunk_by(|a, b| own(a) == own(b)).filter(|group| group.len() >= MIN_KNOWN).collect();
    groups.sort_by_key(|group| Reverse(group.len()));
    groups.truncate(MAX_NAMES);
    groups.retain(|group| is_put(page, group));
    let mut found: Vec<Range<usize>> =
        groups.into_iter().flat_map(|group| with_second(page.text, group)).collect();
    found.sort_by_key(|range| range.start);
    found
}

/// Where sentences begin that may begin as others do.
fn again(page: &Page<'_>) -> impl Iterator<Item = usize> {
    let starts: Vec<(u64, usize)> = starts(page).map(|at| (key(page.text, at), at)).collect();
    let twice = Twice::among(starts.iter().map(|&(key, _)| key));
    let starts = if twice.is_some() { starts } else { Vec::new() };
    let comes_again = move |key| twice.as_ref().is_some_and(|twice| twice.has(key));
    starts.into_iter().filter(move |&(key, _)| comes_again(key)).map(|(_, at)| at)
}

/// The first six bytes at `at`, and two more if they are surely of the name or its mark: if
/// three characters of three bytes stand there. Zero for the text's last ones.
fn key(text: &str, at: usize) -> u64 {
    let head = text.as_bytes()[at..].first_chunk().map_or(0, |head| u64::from_le_bytes(*head));
    let three = head & PAIR_MASK == PAIR && head >> 48 & 0xf0 == 0xe0;
    if three { head } else { head << 16 }
}

/// Where lines and sentences begin.
fn starts<'p>(page: &'p Page<'_>) -> impl Iterator<Item = usize> + 'p {
    let stops = memchr::memmem::find_iter(page.text.as_bytes(), "。");
    let behind = stops.map(|at| at + "。".len());
    page.lines.iter().filter(|line| !line.is_blank()).map(|line| line.body).chain(behind)
}

/// The name and the mark behind it that stand at `at`.
fn head(text: &str, at: usize) -> Option<Range<usize>> {
    let drawn = drawn(text, at);
    if drawn.is_some() {
        return drawn;
    }
    let (open, from) = match text[at..].strip_prefix('【') {
        Some(_) => (true, at + '【'.len_utf8()),
        None => (false, at),
    };
    let name = text[from..].char_indices().take(MAX_NAME + 1).find(|&(_, c)| !is_wordlike(c) || c == '丨');
    let (len, mark) = name.filter(|&(len, _)| len > 3)?;
    let fits = if open { mark == '】' } else { is_mark(mark) };
    fits.then(|| at..from + len + mark.len_utf8())
}

/// The letters and figures at `at` that were drawn at random, and three Chinese characters behind them.
fn drawn(text: &str, at: usize) -> Option<Range<usize>> {
    let head = text[at..].bytes().take_while(u8::is_ascii_alphanumeric).take(MAX_DRAWN + 1).count();
    if !(2..=MAX_DRAWN).contains(&head) {
        return None;
    }
    let name = &text[at..at + head];
    let mixed =
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().any(|byte| byte.is_ascii_digit());
    let tail = text[at + head..].chars().take(3).take_while(|&c| class(c) == Class::Han);
    let (count, bytes) = tail.fold((0, 0), |(count, bytes), c| (count + 1, bytes + c.len_utf8()));
    (mixed && count == 3).then(|| at..at + head + bytes)
}

fn is_mark(c: char) -> bool {
    matches!(c, '：' | ':' | '，' | ',' | '-' | '_') || is_bar(c)
}

/// Whether no author puts such a mark behind the first word of a sentence.
fn is_bar(c: char) -> bool {
    matches!(c, '|' | '｜' | '丨')
}

/// Whether a name that no list knows may be such a site's, with its mark: asked of each before the page is
/// searched.
fn may_be_put(text: &str) -> bool {
    let name = text.trim_start_matches('【').trim_end_matches(|c| !is_wordlike(c) || c == '丨');
    text.ends_with(is_bar) || brand::may_be_shaped(name)
}

/// Whether a name with its mark was put where it stands.
fn is_put(page: &Page<'_>, group: &[Range<usize>]) -> bool {
    let text = &page.text[group[0].clone()];
    let Some(mark) = text.chars().next_back() else { return false };
    if is_wordlike(mark) && mark != '丨' {
        // Nothing but its letters gives it away, and that sentences begin with it alone.
        let enough =
            group.len() >= MIN_PLAIN || group.len() > 1 && second(page.text, group).chars().count() >= LONG;
        return enough && brand::is_foreign_but(page, text, |at| is_in(group, at));
    }
    let name = text.trim_end_matches(mark).trim_start_matches('【');
    let inside = group.iter().any(|range| !begins_line(page, range.start));
    let spoken = || matches!(mark, '：' | ':') && !inside && is_talk(page, name);
    least(page, group, name, mark, inside).is_some_and(|least| group.len() >= least)
        && !spoken()
        && !page.title.as_ref().is_some_and(|title| title.text.contains(name))
        && brand::is_foreign_but(page, name, |at| is_in(group, at))
}

/// How often a name must be there, if it may be such a site's.
fn least(page: &Page<'_>, group: &[Range<usize>], name: &str, mark: char, inside: bool) -> Option<usize> {
    // Columns of newspapers stand in brackets as well, where lines begin.
    let shaped = brand::is_shaped(name) && (inside || mark != '】');
    let comma = matches!(mark, '，' | ',');
    if brand::is_known(page, group[0].clone()) || shaped && !comma {
        return Some(MIN_KNOWN);
    }
    (shaped || is_bar(mark) && inside).then_some(MIN_PLAIN)
}

/// The places with a second name that all of them have behind the mark.
fn with_second(text: &str, group: &[Range<usize>]) -> Vec<Range<usize>> {
    let second = second(text, group);
    let open = text[..group[0].end].ends_with(is_wordlike);
    let more = if second.chars().count() < MIN_SECOND && !open { 0 } else { second.len() };
    group.iter().map(|range| range.start..range.end + more).collect()
}

/// What stands behind all of the places.
fn second<'t>(text: &'t str, group: &[Range<usize>]) -> &'t str {
    let tail = |range: &Range<usize>| text[range.end..].chars();
    let same = |c: char, at: usize| group.iter().all(|range| tail(range).nth(at) == Some(c));
    let shared = tail(&group[0]).take(MAX_NAME).enumerate();
    let shared = shared.take_while(|&(at, c)| (is_wordlike(c) || c == '-') && same(c, at));
    let bytes: usize = shared.map(|(_, c)| c.len_utf8()).sum();
    &text[group[0].end..group[0].end + bytes]
}

fn begins_line(page: &Page<'_>, at: usize) -> bool {
    page.lines[page.line_at(at)].body == at
}

/// Whether others speak on the page as well: a name and a colon begin lines in talks.
fn is_talk(page: &Page<'_>, name: &str) -> bool {
    let other = |text: &str| {
        let colon = text.char_indices().take(MAX_NAME + 1).find(|&(_, c)| matches!(c, '：' | ':'));
        colon.is_some_and(|(at, _)| at > 0 && &text[..at] != name)
    };
    page.lines.iter().filter(|line| other(line.text(page.text))).nth(1).is_some()
}

/// Whether byte `at` stands in one of the ranges, which are sorted. `log n`.
fn is_in(ranges: &[Range<usize>], at: usize) -> bool {
    let index = ranges.partition_point(|range| range.end <= at);
    ranges.get(index).is_some_and(|range| range.start <= at)
}
