//! Where a lexicon's words stand in the lines.

use super::Page;
use crate::{
    lexicon::{Hit, Lexicon},
    text::{Line, chars},
};

/// The lines, by index, in which a word of one of these lexicons stands. `n log n` in the hits.
pub(crate) fn lines(page: &Page<'_>, lexicons: &[Lexicon]) -> Vec<usize> {
    let mut lines: Vec<usize> = Vec::new();
    for &lexicon in lexicons {
        for hit in page.hits(lexicon) {
            lines.push(page.line_at(hit.start));
        }
    }
    if lines.len() > 1 {
        lines.sort_unstable();
        lines.dedup();
    }
    lines
}

/// The words of a lexicon that the line begins with, marks before them aside. Overlapping ones
/// come in order of their end.
pub(crate) fn leading<'p>(
    page: &'p Page<'_>,
    line: &Line,
    lexicon: Lexicon,
) -> impl Iterator<Item = &'p Hit> {
    let body = line.body;
    let bare = move |hit: &&Hit| !page.text[body..hit.start].contains(chars::is_wordlike);
    page.hits_in(line.body..line.end)
        .iter()
        .filter(move |hit| hit.lexicon == lexicon && hit.start >= body)
        .take_while(move |hit| bare(hit))
}

/// The lines above and below that are not blank.
pub(crate) fn near<'p>(page: &'p Page<'_>, index: usize) -> impl Iterator<Item = &'p Line> {
    let below = page.lines[index + 1..].iter().find(|line| !line.is_blank());
    above(page, index).into_iter().chain(below)
}

/// Whether the line stands straight above or below the title, which is given.
pub(crate) fn is_beside_title(page: &Page<'_>, index: usize) -> bool {
    let titled = |other: &Line| page.title.as_ref().is_some_and(|title| other.text(page.text) == title.text);
    page.title_given && near(page, index).any(titled)
}

/// The line above that is not blank.
pub(crate) fn above<'p>(page: &'p Page<'_>, index: usize) -> Option<&'p Line> {
    page.lines[..index].iter().rev().find(|line| !line.is_blank())
}
