//! Items in a row: title, lead, link, separators.

use super::{
    super::{Page, headline, line_words},
    mark::Mark,
};
use crate::{
    lexicon::Lexicon,
    text::{Class, Line},
};

/// Most lines of text from one link to the next.
const MAX_LINES: usize = 5;
/// Most code points from one link to the next.
const MAX_CHARS: usize = 900;
/// Longest title of an item, in code points.
const MAX_TITLE: usize = 64;

/// Longest heading over the items, in code points.
const MAX_HEADING: usize = 14;

/// Items in a row, by their first and last lines.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) items: usize,
}

/// Items that follow one another, and the lines they own.
struct Run<'m> {
    marks: &'m [Mark],
    /// How many lines of text stand above the leads of all items but the first.
    above: usize,
}

/// The blocks that the marked lines belong to. Linear.
pub(crate) fn blocks(page: &Page<'_>, marks: &[Mark]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if marks.is_empty() {
        return blocks;
    }
    let prose = prose(page);
    for run in runs(page, marks) {
        let floor = blocks.last().map_or(0, |block| block.last + 1);
        blocks.extend(run.block(page, floor, prose));
    }
    blocks
}

fn runs<'m>(page: &Page<'_>, marks: &'m [Mark]) -> Vec<Run<'m>> {
    let mut runs = Vec::new();
    let mut rest = marks;
    while !rest.is_empty() {
        let mut run = Run { marks: &rest[..1], above: 0 };
        while let Some(next) = rest.get(run.marks.len()) {
            let Some(above) = joined(page, &run.marks[run.marks.len() - 1], next) else { break };
            run.marks = &rest[..=run.marks.len()];
            run.above += above;
        }
        rest = &rest[run.marks.len()..];
        runs.push(run);
    }
    runs
}

/// How many lines of text stand above the next item's lead; none if too much stands between.
fn joined(page: &Page<'_>, from: &Mark, to: &Mark) -> Option<usize> {
    let between = page.lines[from.line + 1..to.line].iter();
    let mut lines = 0;
    let mut chars = 0;
    for line in between.filter(|line| !line.is_blank() && !headline::is_separator(line)) {
        lines += 1;
        chars += line.chars();
        if lines > MAX_LINES || chars > MAX_CHARS {
            return None;
        }
    }
    let needed = usize::from(!to.has_lead);
    lines.checked_sub(needed)
}

impl Run<'_> {
    fn items(&self) -> usize {
        self.marks.iter().map(|mark| mark.links).sum()
    }

    fn block(&self, page: &Page<'_>, floor: usize, prose: Option<(usize, usize)>) -> Option<Block> {
        // A button with a link's text above the block has no lead.
        let bare = self.marks.iter().take_while(|mark| !mark.dots && !mark.has_lead).count();
        let whole = Run { marks: &self.marks[bare..], above: self.above };
        let first = whole.marks.first()?;
        let dotted = whole.marks.iter().filter(|mark| mark.dots).count();
        if dotted * 2 < whole.marks.len() {
            return None;
        }
        let lead = if first.has_lead { first.line } else { above(page, floor, first.line)? };
        let top = whole.top(page, floor, lead);
        let last = whole.marks.last()?.line;
        let framed = top < lead || first.has_lead;
        let top = headed(page, floor, top);
        let block = Block { first: top, last: below(page, last), items: whole.items() };
        (block.items > 1 || framed && prose.is_some_and(|prose| is_beside(prose, &block))).then_some(block)
    }

    /// The first line of the first item, from its lead up.
    fn top(&self, page: &Page<'_>, floor: usize, lead: usize) -> usize {
        let Some(over) = above(page, floor, lead) else { return lead };
        let dated = headline::is_date(page, &page.lines[over]);
        let line = if dated { above(page, floor, over).unwrap_or(over) } else { over };
        if headline::is_separator(&page.lines[line]) {
            return line;
        }
        let titled = self.marks.len() == 1 || self.above > 0;
        let opens = page.first && page.lines[..line].iter().all(Line::is_blank);
        if !titled || opens || !is_title(page, &page.lines[line]) {
            return lead;
        }
        above(page, floor, line).filter(|&over| headline::is_separator(&page.lines[over])).unwrap_or(line)
    }
}

/// The line of the heading above the first item, if there is one.
fn headed(page: &Page<'_>, floor: usize, top: usize) -> usize {
    let heads = |line: &Line| {
        line.chars() <= MAX_HEADING && line_words::leading(page, line, Lexicon::RelatedHead).next().is_some()
    };
    above(page, floor, top).filter(|&line| heads(&page.lines[line])).unwrap_or(top)
}

/// The last line above `line` that is not blank.
fn above(page: &Page<'_>, floor: usize, line: usize) -> Option<usize> {
    (floor..line).rev().find(|&at| !page.lines[at].is_blank())
}

/// The last separator straight below `line`, or `line`.
fn below(page: &Page<'_>, line: usize) -> usize {
    let mut next = (line + 1..page.lines.len()).filter(|&at| !page.lines[at].is_blank());
    next.next().filter(|&at| headline::is_separator(&page.lines[at])).unwrap_or(line)
}

fn is_title(page: &Page<'_>, line: &Line) -> bool {
    line.chars() <= MAX_TITLE
        && line.count(Class::Han) >= 4
        && !headline::is_clause(line.text(page.text))
        && !line.text(page.text).ends_with(['”', '」', '）', ')'])
}

/// The first and last lines that are sentences, if any.
fn prose(page: &Page<'_>) -> Option<(usize, usize)> {
    let is_prose = |line: &Line| line.chars() >= 24 && line.ends_sentence(page.text);
    Some((page.lines.iter().position(is_prose)?, page.lines.iter().rposition(is_prose)?))
}

/// Whether a sentence stands outside the block: then the block is not the article itself.
fn is_beside((first, last): (usize, usize), block: &Block) -> bool {
    first < block.first || last > block.last
}
