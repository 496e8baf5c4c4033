//! Where the head and the tail of a page are: what stands before and after its running text.

use std::ops::Range;

use super::Page;
use crate::text::{Class, Line};

/// Fewest code points of a line of running text.
const PROSE_CHARS: usize = 24;
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
        let tail = bottom.max(prose.start).min(prose.end);
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

/// The lines from the first to the last of running text; all if there is none.
fn prose(page: &Page<'_>) -> Range<usize> {
    let is_prose = |line: &Line| {
        line.chars() >= PROSE_CHARS && line.count(Class::Stop) > 0 && line.ends_sentence(page.text)
    };
    let first = page.lines.iter().position(is_prose);
    let last = page.lines.iter().rposition(is_prose);
    first.unwrap_or(0)..last.map_or(page.lines.len(), |last| last + 1)
}
