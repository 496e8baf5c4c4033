//! **What it finds**: a line of phrases that betting or porn sites are searched with, the names of
//! such a site one a line, and a summary that begins with such a name, above or below an article.
//!
//! **Why it is noise**: it was put on somebody else's page for search engines.
//!
//! **Example**: `甲乙棋牌_甲乙真人娱乐_甲乙彩票平台`
//!
//! **Keeps**: listings of films, clouds of tags, lists of products, and every page that speaks of
//! such sites itself.
//!
//! **Confidence**: likely.

mod brand;
mod phrases;
mod prefix;
mod rows;
mod summary;
mod words;

use std::ops::Range;

use super::{Findings, Page, line_words};
use crate::{
    kind::{DropReason, Kind},
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{Class, Line, words::AnyOf},
};

/// How many filled lines from the top and from the bottom are looked at.
const EDGE: usize = 10;
/// Longest strip, in code points.
const MAX_CHARS: usize = 800;
/// How many filled lines from the top and from the bottom may be one name.
const OUTER_TOP: usize = 3;
const OUTER_BOTTOM: usize = 2;
/// Most such words in running text on a page that does not speak of such sites.
const MAX_SPOKEN: usize = 12;
/// Words of those who report on such sites.
static REPORTS: AnyOf<14> = AnyOf::new([
    "赌",
    "賭",
    "博彩",
    "涉案",
    "警方",
    "色情",
    "淫秽",
    "淫穢",
    "彩民",
    "违法",
    "違法",
    "犯罪",
    "版权",
    "平台方",
]);

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let worded = [Lexicon::SpamWord, Lexicon::SpamBrand, Lexicon::BrandEnd]
        .iter()
        .any(|&lexicon| page.hits(lexicon).next().is_some());
    let strips = strips(page, worded);
    let prefixes = prefix::places(page);
    if strips.is_empty() && prefixes.is_empty() || is_about_them(page, &prefixes) {
        return;
    }
    for range in prefixes {
        findings.remove(range, Kind::KeywordStrip, "keyword_strip/prefix@1", Confidence::Likely);
    }
    if page.first && page.last && is_most(page, &strips) {
        findings.drop_document(DropReason::KeywordPage);
    }
    for row in strips.chunk_by(|&from, &to| page.lines[from + 1..to].iter().all(Line::is_blank)) {
        let range = page.lines[row[0]].start..page.lines[row[row.len() - 1]].next;
        findings.remove(range, Kind::KeywordStrip, "keyword_strip/line@1", Confidence::Likely);
    }
}

/// The lines that are strips: near the ends, or where such words stand.
fn strips(page: &Page<'_>, worded: bool) -> Vec<usize> {
    let edges = edges(page);
    let outer =
        |place: usize| page.first && place < OUTER_TOP || page.last && place + OUTER_BOTTOM >= edges.len();
    let at_edge = |&(place, &at): &(usize, &usize)| is_strip(page, at, worded, outer(place));
    let mut strips: Vec<usize> = edges.iter().enumerate().filter(at_edge).map(|(_, &at)| at).collect();
    let spoken = line_words::lines(page, &[Lexicon::SpamWord, Lexicon::SpamBrand]);
    let inner = spoken.into_iter().filter(|at| edges.binary_search(at).is_err());
    strips.extend(inner.filter(|&at| is_row(page, &page.lines[at], worded)));
    strips.sort_unstable();
    strips
}

/// Whether nearly all that the page says stands in these lines.
fn is_most(page: &Page<'_>, strips: &[usize]) -> bool {
    let chars = |lines: &mut dyn Iterator<Item = &Line>| lines.map(Line::chars).sum::<usize>();
    let inside = chars(&mut strips.iter().map(|&at| &page.lines[at]));
    inside * 10 >= chars(&mut page.lines.iter()) * 9
}

/// The filled lines near either end of the document.
fn edges(page: &Page<'_>) -> Vec<usize> {
    let filled = |at: &usize| !page.lines[*at].is_blank();
    let lines = page.lines.len();
    let mut edges: Vec<usize> = Vec::with_capacity(2 * EDGE);
    if page.first {
        edges.extend((0..lines).filter(filled).take(EDGE));
    }
    if page.last {
        let head = edges.len();
        let from = edges.last().map_or(0, |last| last + 1);
        edges.extend((from..lines).rev().filter(filled).take(EDGE));
        edges[head..].reverse();
    }
    edges
}

/// Whether the article itself speaks of such sites: their words stand in its sentences beside words
/// that only a report has.
fn is_about_them(page: &Page<'_>, prefixes: &[Range<usize>]) -> bool {
    let put = |hit: &&Hit| prefixes.iter().any(|range| range.start <= hit.start && hit.end <= range.end);
    let hits = page.hits(Lexicon::SpamWord).chain(page.hits(Lexicon::SpamBrand)).filter(|hit| !put(hit));
    let lines = hits.map(|hit| &page.lines[page.line_at(hit.start)]).filter(|line| is_prose(page, line));
    let mut reported = 0;
    for (count, line) in lines.enumerate() {
        reported += usize::from(REPORTS.is_in(line.text(page.text)));
        if reported > 1 || count > MAX_SPOKEN {
            return true;
        }
    }
    false
}

fn is_prose(page: &Page<'_>, line: &Line) -> bool {
    line.count(Class::Stop) > 0 && !summary::is_summary(page, line)
}

/// Whether a line near an end is such a strip; `worded` tells whether the page has a word that a run of
/// them needs.
fn is_strip(page: &Page<'_>, at: usize, worded: bool, outer: bool) -> bool {
    let line = &page.lines[at];
    summary::is_summary(page, line)
        || is_row(page, line, worded)
        || line.count(Class::Stop) == 0
            && (phrases::is_name_list(page, at) || outer && rows::is_named(page, line))
            && !is_labelled(page, line)
}

/// Whether the line is a row of phrases that such sites are searched with.
fn is_row(page: &Page<'_>, line: &Line, worded: bool) -> bool {
    line.chars() <= MAX_CHARS
        && line.count(Class::Stop) == 0
        && (worded && phrases::is_run(page, line)
            || (worded || phrases::joints(line, line.text(page.text)) > 1) && rows::is_row(page, line))
        && !is_labelled(page, line)
}

/// Whether the line has marks that labels and works have.
fn is_labelled(page: &Page<'_>, line: &Line) -> bool {
    line.text(page.text).contains(['《', '：', ':'])
}
