//! Names that end as betting sites' names do and stand where no name can.

use std::ops::Range;

use super::super::Page;
use crate::{
    lexicon::Lexicon,
    text::{
        Class,
        chars::{self, class},
    },
};

/// Fewest places of one name.
const MIN_PLACES: usize = 4;
/// Fewest places of one name, and one in how many, where no name can stand.
const MIN_MISFITS: usize = 2;
const SHARE: usize = 12;
/// What is set behind a site's name.
const PAGES: [&str; 4] = ["官网", "官網", "网址", "網址"];
/// Words with which things are counted, not firms.
const MEASURES: &str =
    "条座把只棵头匹盏艘辆朵双幅株盘口张根块粒滴片枚串堆碗杯瓶層條隻頭盞輛雙張塊顆颗本首扇件群";
/// What stands before such a word.
const COUNTS: &str = "一二三四五六七八九十两兩几幾这這那每某半数數0123456789";
/// What stands behind a thing or people, not behind a firm.
const BEHIND: [&str; 10] = ["们", "們", "里的", "裡的", "里有", "上空", "边上", "邊上", "底下", "表面"];

/// Whether one name stands in many places, several of which no name can have, or always with the
/// words for its pages. Linear, but for sorting.
pub(super) fn is_replaced(page: &Page<'_>) -> bool {
    let mut ends: Vec<Range<usize>> = page.hits(Lexicon::BrandEnd).map(|hit| hit.start..hit.end).collect();
    if ends.len() < MIN_PLACES {
        return false;
    }
    let name = |end: &Range<usize>| &page.text[lead(page.text, end.start)..end.end];
    ends.sort_by(|a, b| name(a).cmp(name(b)).then(a.start.cmp(&b.start)));
    ends.chunk_by(|a, b| name(a) == name(b)).any(|places| {
        let named = name(&places[0]).chars().take(2).all(|c| class(c) == Class::Han);
        named && places.len() >= MIN_PLACES && (is_site(page, places) || is_misfit(page, places))
    })
}

/// Where the two characters before an ending begin.
fn lead(text: &str, at: usize) -> usize {
    at - text[..at].chars().rev().take(2).map(char::len_utf8).sum::<usize>()
}

/// Whether the word for a site's pages follows the name wherever it stands, on three lines.
fn is_site(page: &Page<'_>, places: &[Range<usize>]) -> bool {
    let paged = |end: &Range<usize>| PAGES.iter().any(|word| page.text[end.end..].starts_with(word));
    places.iter().all(paged) && lines(page, places) > 2
}

/// Whether the name stands on three lines, and in several places as no name does.
fn is_misfit(page: &Page<'_>, places: &[Range<usize>]) -> bool {
    let misfits = places.iter().filter(|end| is_thing(page.text, end)).count();
    misfits >= MIN_MISFITS && misfits * SHARE >= places.len() && lines(page, places) > 2
}

/// How many lines of running text the places stand in.
fn lines(page: &Page<'_>, places: &[Range<usize>]) -> usize {
    let mut lines: Vec<usize> = places.iter().map(|end| page.line_at(end.start)).collect();
    lines.dedup();
    lines.into_iter().filter(|&line| page.lines[line].count(Class::Stop) > 0).count()
}

/// Whether the name is counted or spoken of as a thing is.
fn is_thing(text: &str, end: &Range<usize>) -> bool {
    let start = lead(text, end.start);
    let measure = chars::before(text, start).filter(|&c| MEASURES.contains(c));
    let counted =
        measure.and_then(|c| chars::before(text, start - c.len_utf8())).is_some_and(|c| COUNTS.contains(c));
    counted || BEHIND.iter().any(|word| text[end.end..].starts_with(word))
}
