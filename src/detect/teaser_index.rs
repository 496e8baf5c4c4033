//! **What it finds**: a page of cut leads without a single complete paragraph.
//!
//! **Why it is noise**: it is an index of other pages; every item breaks off.
//!
//! **Example**: `石桥夜里亮起新灯⏎桥头的摊主说，自从有了灯，晚上的生意……⏎`, three times.
//!
//! **Keeps**: a page with one complete article; a story whose sentences trail off.
//!
//! **Confidence**: a verdict has none.

use super::{Findings, Page, headline};
use crate::{
    kind::DropReason,
    lexicon::Lexicon,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// Fewest cut leads.
const MIN_ITEMS: usize = 3;
/// Longest link, in code points, dots included.
const MAX_LINK: usize = 16;
/// Fewest code points of a lead, and of a paragraph.
const MIN_LEAD: usize = 32;
/// Most other lines for each lead.
const MAX_OTHER: usize = 2;
/// Most code points of a lead.
const MAX_LEAD: usize = 320;
/// Fewest code points of a lead on a page that has no other line.
const MIN_ALONE: usize = 80;

/// What the lines of a page are.
#[derive(Default)]
struct Tally {
    cut: usize,
    /// Those that a row of half-width dots cuts, as no writer does.
    dotted: usize,
    /// Those that half an ellipsis cuts behind a word: writers set whole ones.
    halved: usize,
    linked: usize,
    shortest: usize,
    longest: usize,
    complete: usize,
    /// Lines that are neither: titles, dates, or verse.
    other: usize,
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !page.first || !page.last || page.count(Class::Han) == 0 {
        return;
    }
    let mut tally = Tally { shortest: usize::MAX, ..Tally::default() };
    let mut lines = page.lines.iter().filter(|line| !line.is_blank()).peekable();
    while let Some(line) = lines.next() {
        if lines.next_if(|next| is_dots(page, next)).is_some() {
            tally.add_cut(line, true, false);
            continue;
        }
        if lines.peek().is_some_and(|next| is_link(page, next)) {
            continue;
        }
        tally.add(page, line);
        if tally.complete > 0 {
            return;
        }
    }
    if tally.is_index() {
        findings.drop_document(DropReason::TeaserIndex);
    }
}

impl Tally {
    /// Whether the leads are many enough, and linked or cut at one length.
    fn is_index(&self) -> bool {
        let even = self.longest <= MAX_LEAD && self.longest.div_ceil(3) <= self.shortest;
        // Sloppy writers do set half ones, but give their paragraphs no headlines.
        let halved = if self.other * 2 >= self.cut { self.halved } else { 0 };
        let list = self.cut >= MIN_ITEMS && (self.dotted + halved) * 2 >= self.cut;
        let pair = self.dotted >= 2 && self.dotted == self.cut && self.shortest >= MIN_ALONE;
        let filled = self.other <= self.cut * MAX_OTHER + MAX_OTHER;
        filled && (list && self.linked * 2 >= self.cut || (list || pair) && even)
    }

    fn add_cut(&mut self, line: &Line, dotted: bool, linked: bool) {
        self.cut += 1;
        self.dotted += usize::from(dotted);
        self.linked += usize::from(linked);
        self.longest = self.longest.max(line.chars());
        self.shortest = self.shortest.min(line.chars());
    }

    fn add(&mut self, page: &Page<'_>, line: &Line) {
        let text = line.text(page.text);
        let linked = ends_in_link(page, line);
        let long = line.chars() >= MIN_LEAD;
        if linked || long && text.ends_with(['…', '⋯']) || long && has_dots(text) {
            self.add_cut(line, linked || has_dots(text), linked);
            self.halved += usize::from(!linked && is_halved(text));
        } else if long && (line.ends_sentence(page.text) || line.count(Class::Stop) > 1) {
            self.complete += 1;
        } else {
            self.other += usize::from(!headline::is_separator(line));
        }
    }
}

/// Whether two or three half-width dots end the line, or six and more; people who trail off write
/// others.
fn has_dots(text: &str) -> bool {
    let dots = text.bytes().rev().take_while(|&byte| byte == b'.').count();
    matches!(dots, 2 | 3) || dots > 5
}

/// Whether half an ellipsis ends the line behind a word.
fn is_halved(text: &str) -> bool {
    let head = text.strip_suffix(['…', '⋯']).and_then(|head| head.chars().next_back());
    head.is_some_and(|c| chars::is_wordlike(c) || class(c) == Class::Pause)
}

/// Whether the line is nothing but three half-width dots.
fn is_dots(page: &Page<'_>, line: &Line) -> bool {
    line.text(page.text) == "..."
}

/// Whether the line is only the link to the rest of the line above.
fn is_link(page: &Page<'_>, line: &Line) -> bool {
    line.chars() < MAX_LINK && ends_in_link(page, line)
}

/// Whether a link to the rest ends the line, and not a novel site's call to turn the page.
fn ends_in_link(page: &Page<'_>, line: &Line) -> bool {
    let hits = page.hits_in(line.body..line.end);
    let rest = |end: usize| page.text[end..line.end].chars().all(|c| class(c) == Class::Close);
    hits.iter().rev().take(4).any(|hit| hit.lexicon == Lexicon::TeaserEnd && rest(hit.end))
        && !hits.iter().any(|hit| hit.lexicon == Lexicon::WatermarkStrong)
}
