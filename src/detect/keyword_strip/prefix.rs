//! A site's name and a mark before several sentences.

use std::{cmp::Reverse, ops::Range};

use super::{super::Page, brand};
use crate::{
    lexicon::Lexicon,
    text::{
        Class, Mark,
        chars::{self, class, is_wordlike},
    },
};

/// Longest name, in code points and in bytes.
const MAX_NAME: usize = 10;
const MAX_BYTES: usize = 4 * MAX_NAME;
const MAX_PLAIN: usize = 3 * MAX_NAME;
/// Bytes of a sentence's stop.
const STOP: usize = 3;
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

/// Where such a name and its mark stand. Linear, but for names that may be such a site's.
pub(super) fn places(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut heads = heads(page);
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

/// The names with their marks that may be such a site's, where lines and sentences begin.
fn heads(page: &Page<'_>) -> Vec<Range<usize>> {
    let text = page.text;
    let known = known(page);
    let put = |range: &Range<usize>| is_in(&known, range) || may_be_put(&text[range.clone()]);
    let mut heads = Vec::new();
    // This mark is plain Chinese.
    if memchr::memmem::find(text.as_bytes(), "丨".as_bytes()).is_some() {
        heads.extend(starts(page).filter_map(|at| head(text, at)).filter(put));
        return heads;
    }
    each_start(page, |start, marks| {
        if may_be_name(text, start, marks, &known) {
            heads.extend(head(text, start).filter(put));
        }
    });
    heads
}

/// Where words of such sites' stand that some list knows, in order.
fn known(page: &Page<'_>) -> Vec<usize> {
    let hits = page.hits(Lexicon::SpamBrand).chain(page.hits(Lexicon::SpamWord));
    let mut starts: Vec<usize> = hits.map(|hit| hit.start).collect();
    starts.sort_unstable();
    starts
}

/// Whether one of these places, which are sorted, is in `range`. `log n`.
fn is_in(places: &[usize], range: &Range<usize>) -> bool {
    places.get(places.partition_point(|&at| at < range.start)).is_some_and(|&at| at < range.end)
}

/// Where lines and sentences begin.
fn starts<'p>(page: &'p Page<'_>) -> impl Iterator<Item = usize> + 'p {
    let stops = memchr::memmem::find_iter(page.text.as_bytes(), "。");
    let behind = stops.map(|at| at + "。".len());
    page.lines.iter().filter(|line| !line.is_blank()).map(|line| line.body).chain(behind)
}

/// Calls `visit` where lines and sentences begin and other than plain Chinese stands near enough for a name's
/// mark, with all such characters from there on.
fn each_start(page: &Page<'_>, mut visit: impl FnMut(usize, &[Mark])) {
    let marks = page.marks(0..page.text.len());
    each_line(page, 0, marks, &mut visit);
    let mut rest = marks;
    while let Some(at) = rest.iter().position(|mark| matches!(mark.class, Class::Break | Class::Stop)) {
        let end = rest[at];
        rest = &rest[at + 1..];
        if rest.first().is_none_or(|next| next.at() - end.at() > MAX_PLAIN + STOP) {
            continue;
        }
        if end.class == Class::Break {
            each_line(page, end.at() + 1, rest, &mut visit);
        } else if page.text[end.at()..].starts_with('。') {
            visit(end.at() + STOP, rest);
        }
    }
}

/// Visits a line's beginning, behind the white space there.
fn each_line(page: &Page<'_>, from: usize, marks: &[Mark], visit: &mut impl FnMut(usize, &[Mark])) {
    let (mut start, mut marks) = (from, marks);
    while let Some((space, rest)) = marks.split_first()
        && space.class == Class::Space
        && space.at() == start
    {
        start += chars::width(page.text.as_bytes()[start]);
        marks = rest;
    }
    visit(start, marks);
}

/// Whether what begins at byte `start` may be a name with its mark. `marks` stand from there on.
fn may_be_name(text: &str, start: usize, marks: &[Mark], known: &[usize]) -> bool {
    let wordy = |mark: &&Mark| matches!(mark.class, Class::Han | Class::Letter | Class::Digit);
    let letters = marks.iter().take(MAX_NAME + 1).take_while(wordy).count();
    if letters > 0 && text.as_bytes()[start].is_ascii_lowercase() {
        return true;
    }
    let Some(end) = marks.get(letters) else { return false };
    match (end.class, end.at() - start) {
        (Class::Open, len) => len == 0,
        (Class::Mark, len) => (1..=MAX_BYTES).contains(&len),
        (Class::Pause, len @ 1..=MAX_BYTES) => {
            let range = start..start + len;
            brand::may_be_shaped(&text[range.clone()]) || !known.is_empty() && is_in(known, &range)
        }
        _ => false,
    }
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
        return enough && brand::is_foreign_but(page, text, |at| covers(group, at));
    }
    let name = text.trim_end_matches(mark).trim_start_matches('【');
    let inside = group.iter().any(|range| !begins_line(page, range.start));
    let spoken = || matches!(mark, '：' | ':') && !inside && is_talk(page, name);
    least(page, group, name, mark, inside).is_some_and(|least| group.len() >= least)
        && !spoken()
        && !page.title.as_ref().is_some_and(|title| title.text.contains(name))
        && brand::is_foreign_but(page, name, |at| covers(group, at))
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
fn covers(ranges: &[Range<usize>], at: usize) -> bool {
    let index = ranges.partition_point(|range| range.end <= at);
    ranges.get(index).is_some_and(|range| range.start <= at)
}
