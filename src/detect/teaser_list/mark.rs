//! The links at the ends of cut leads.

use super::super::{Page, line_words};
use crate::{
    lexicon::{Hit, Lexicon},
    text::{
        Class,
        chars::{self, class},
    },
};

/// A line that ends in a link to the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) line: usize,
    /// Whether dots stand before the link.
    pub(crate) dots: bool,
    /// Whether the lead stands on the line too; else on the one before.
    pub(crate) has_lead: bool,
    /// How many links stand on the line.
    pub(crate) links: usize,
}

/// Fewest characters of a lead.
const MIN_LEAD: usize = 8;

/// Fewest characters of a lead that is known to be cut by its missing end.
const MIN_CUT: usize = 36;

/// The lines that end in such links, in order. Linear in the words found.
pub(crate) fn marks(page: &Page<'_>) -> Vec<Mark> {
    let mut links: Vec<Link> = page.hits(Lexicon::TeaserEnd).filter_map(|hit| Link::at(page, hit)).collect();
    links.sort_unstable_by_key(|link| (link.end, link.start));
    links.dedup_by(|next, kept| next.start < kept.end);
    let mut marks = Vec::new();
    for group in links.chunk_by(|a, b| a.line == b.line) {
        marks.extend(mark(page, group));
    }
    marks
}

fn mark(page: &Page<'_>, links: &[Link]) -> Option<Mark> {
    let last = links.last()?;
    let line = &page.lines[last.line];
    let before = page.text[line.body..last.start].chars().take(MIN_LEAD).count();
    let ends = last.end == line.end;
    (ends && (before == 0 || before == MIN_LEAD)).then_some(Mark {
        line: last.line,
        dots: last.dots || is_cut(page, last, before > 0),
        has_lead: before > 0,
        links: links.len(),
    })
}

/// Whether the lead before a link breaks off inside a sentence.
fn is_cut(page: &Page<'_>, link: &Link, has_lead: bool) -> bool {
    let line = &page.lines[link.line];
    let lead = if has_lead {
        page.text[line.body..link.start].trim_end()
    } else {
        line_words::above(page, link.line).map_or("", |line| line.text(page.text))
    };
    let ends = lead.ends_with(|c| matches!(class(c), Class::Stop | Class::Close | Class::Pause));
    !ends && !is_bracketed(lead) && lead.chars().take(MIN_CUT).count() == MIN_CUT
}

/// Whether a bracket opens straight before the lead's end: what stands there is a call, and no lead.
fn is_bracketed(lead: &str) -> bool {
    /// Characters among which it opens.
    const NEAR: usize = 16;
    let mut marks = lead.chars().rev().take(NEAR).map(class);
    marks.find(|class| matches!(class, Class::Open | Class::Close | Class::Stop)) == Some(Class::Open)
}

/// One link, dots and brackets around it included.
#[derive(Clone, Copy, Debug)]
struct Link {
    line: usize,
    start: usize,
    end: usize,
    dots: bool,
}

impl Link {
    /// The link around a word; none if the sentence goes on behind it without dots before it.
    fn at(page: &Page<'_>, hit: &Hit) -> Option<Self> {
        let index = page.line_at(hit.start);
        let line = &page.lines[index];
        let tail = &page.text[hit.end..line.end];
        let rest = tail.trim_start_matches(|c| is_frame(c) || class(c) == Class::Close);
        let head = page.text[line.body..hit.start].trim_end_matches(is_frame);
        let word = page.text[hit.start..hit.end].trim_start_matches(|c| is_frame(c) || is_dot(c));
        let lead = head.trim_end_matches(is_dot);
        let dotted = page.text[line.body + lead.len()..hit.end - word.len()].chars();
        let dots = dotted.clone().filter(|&c| is_dot(c)).count();
        let long = dotted.clone().any(|c| matches!(c, '…' | '⋯'));
        let link = Link {
            line: index,
            start: line.body + lead.len(),
            end: line.end - rest.len(),
            dots: long || dots >= 2,
        };
        (rest.is_empty() || link.dots && !goes_on(page, &link)).then_some(link)
    }
}

/// Whether a clause runs over the link's end.
fn goes_on(page: &Page<'_>, link: &Link) -> bool {
    chars::after(page.text, link.end).is_none_or(|c| matches!(class(c), Class::Pause | Class::Stop))
}

/// Dots that cut a lead.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…' | '⋯' | '。' | '．' | '·' | '⋅' | '•')
}

/// What stands around the link's word.
fn is_frame(c: char) -> bool {
    class(c) == Class::Space
        || class(c) == Class::Open
        || matches!(c, '>' | '＞' | '»' | '》' | '→' | '-' | '|')
}
