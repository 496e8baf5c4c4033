//! Where the head and the tail of a page are: what stands before and after its running text.

use std::ops::Range;

use super::Page;
use crate::{
    lexicon::Lexicon,
    text::{Class, Line, chars},
};

/// Fewest code points of a line of running text.
const PROSE_CHARS: usize = 24;
/// Longest line, in code points, that may be a headline although it ends as a question or a call does.
const MAX_HEADLINE: usize = 44;
/// Most lines of running text from one line of the page's frame to the next, and among them all.
const MAX_STRANGERS: usize = 2;
const MAX_ALL_STRANGERS: usize = 4;
/// How much more running text stands above a page's frame than inside it.
const MIN_SHARE: usize = 2;
/// Words that begin lines of the frame below an article.
const FRAME: [Lexicon; 5] =
    [Lexicon::EditorCredit, Lexicon::PrevNext, Lexicon::RelatedHead, Lexicon::SitePhrase, Lexicon::TagLabel];
/// How many lines from either end belong to head or tail whatever they are.
const EDGE_LINES: usize = 4;

/// The lines, by index, before and after the running text.
#[derive(Debug)]
pub(crate) struct Zone {
    /// One past the last line of the head.
    head: usize,
    /// The first line of the tail.
    tail: usize,
}

impl Zone {
    /// Finds both ends. Linear in the lines; a window inside a document has no ends.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let prose = prose(page);
        let lines = &page.lines;
        let filled = |index: &usize| !lines[*index].is_blank();
        let top = (0..lines.len()).filter(filled).nth(EDGE_LINES - 1).map_or(lines.len(), |at| at + 1);
        let bottom = (0..lines.len()).rev().filter(filled).nth(EDGE_LINES - 1).unwrap_or(0);
        let head = top.min(prose.end).max(prose.start);
        let tail = bottom.max(prose.start).min(frame(page, &prose));
        Zone { head: if page.first { head } else { 0 }, tail: if page.last { tail } else { lines.len() } }
    }

    /// Whether the line stands before the running text.
    pub(crate) fn is_head(&self, line: usize) -> bool {
        line < self.head
    }

    /// Whether the line stands after the running text.
    pub(crate) fn is_tail(&self, line: usize) -> bool {
        line >= self.tail
    }

    /// Whether the line stands before or after the running text.
    pub(crate) fn is_edge(&self, line: usize) -> bool {
        self.is_head(line) || self.is_tail(line)
    }
}

/// The lines from the first to the last of running text; all if there is none. A question or a call
/// below the last paragraph may be a headline.
fn prose(page: &Page<'_>) -> Range<usize> {
    let first = page.lines.iter().position(|line| is_prose(page, line));
    let closes = |line: &Line| is_prose(page, line) && !may_be_headline(page, line);
    let last = page.lines.iter().rposition(closes);
    let last = last.or_else(|| page.lines.iter().rposition(|line| is_prose(page, line)));
    first.unwrap_or(0)..last.map_or(page.lines.len(), |last| last + 1)
}

fn is_prose(page: &Page<'_>, line: &Line) -> bool {
    line.chars() >= PROSE_CHARS && line.count(Class::Stop) > 0 && line.ends_sentence(page.text)
}

fn may_be_headline(page: &Page<'_>, line: &Line) -> bool {
    line.chars() <= MAX_HEADLINE && !line.text(page.text).contains('。')
}

/// The first line of the page's frame below the article: the end of its prose, or further up the first of
/// several lines that only frames have, with little prose among them. Linear in the lines below that.
fn frame(page: &Page<'_>, prose: &Range<usize>) -> usize {
    let mut anchors: Vec<(usize, Lexicon)> = FRAME
        .into_iter()
        .flat_map(|lexicon| page.hits(lexicon))
        .filter(|hit| begins_line(page, hit.start))
        .map(|hit| (page.line_at(hit.start), hit.lexicon))
        .collect();
    if anchors.len() < 2 {
        return prose.end;
    }
    anchors.sort_unstable();
    anchors.dedup_by_key(|anchor| anchor.0);
    let strangers = |from: usize, to: usize| {
        page.lines[from..to].iter().filter(|line| is_prose(page, line) && !may_be_headline(page, line))
    };
    let (mut first, mut all, mut kinds) = (prose.end, 0, 0_u64);
    for &(at, lexicon) in anchors.iter().rev().skip_while(|anchor| anchor.0 >= prose.end) {
        let between = strangers(at + 1, first).count();
        all += between;
        if between > MAX_STRANGERS || all > MAX_ALL_STRANGERS {
            break;
        }
        kinds |= 1 << lexicon as u64;
        first = at;
    }
    let below: usize = strangers(first, prose.end).map(Line::chars).sum();
    let above: usize = strangers(0, first).map(Line::chars).sum();
    let others = anchors.iter().filter(|anchor| anchor.0 >= prose.end).map(|anchor| 1 << anchor.1 as u64);
    kinds = others.fold(kinds, |kinds, kind| kinds | kind);
    if kinds.count_ones() >= 2 && above >= below * MIN_SHARE { first } else { prose.end }
}

/// Whether nothing but marks stands before byte `at` in its line.
fn begins_line(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[page.line_at(at)];
    line.body <= at && !page.text[line.body..at].contains(chars::is_wordlike)
}
