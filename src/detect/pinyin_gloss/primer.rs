//! Readings that belong to a text: primers, entries of dictionaries, lessons.

use std::collections::HashMap;

use super::{super::Page, Fit, Gloss};
use crate::text::{
    Class,
    chars::{self, class},
};

/// From so many characters on a stretch without a gap is a primer's.
const MIN_PRIMER: usize = 4;
/// One character in so many that is read makes a line a primer's, whatever was put into it: what a
/// converter leaves is sparse.
const MIN_READ: usize = 2;
/// Fewest readings of such a line.
const MIN_LINE: usize = 8;
/// So many characters read in two ways are a lesson.
const MIN_TAUGHT: usize = 2;

/// Marks the stretches in which no character goes without a reading: the head of an entry, and all on
/// a page that has long ones or hardly anything else; and all in a line of which most is read. Linear.
pub(super) fn mark(page: &Page<'_>, glosses: &mut [Gloss]) {
    let text = page.text;
    for line in glosses.chunk_by_mut(|a, b| page.line_at(a.start) == page.line_at(b.start)) {
        let han = page.lines[page.line_at(line[0].start)].count(Class::Han);
        let is_read = line.len() >= MIN_LINE && line.len() * MIN_READ >= han;
        line.iter_mut().for_each(|gloss| gloss.primer = is_read);
    }
    let mut short = Vec::new();
    let mut long = false;
    let mut from = 0;
    while from < glosses.len() {
        let mut to = from + 1;
        while to < glosses.len() && glosses[to - 1].end + glosses[to].base.len_utf8() == glosses[to].start {
            to += 1;
        }
        let stretch = &mut glosses[from..to];
        if is_whole(text, stretch) {
            let head = is_head(text, &stretch[0], &stretch[stretch.len() - 1]);
            long |= stretch.len() >= MIN_PRIMER;
            stretch.iter_mut().for_each(|gloss| gloss.primer |= head);
            short.push(from..to);
        }
        from = to;
    }
    let count: usize = short.iter().map(ExactSizeIterator::len).sum();
    if long || count * 2 > glosses.len() {
        short.into_iter().flatten().for_each(|at| glosses[at].primer = true);
    }
}

/// Whether marks stand around a stretch.
fn is_whole(text: &str, stretch: &[Gloss]) -> bool {
    let is_han = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Han);
    let (first, last) = (&stretch[0], &stretch[stretch.len() - 1]);
    class(first.base) == Class::Han
        && !is_han(chars::before(text, first.start - first.base.len_utf8()))
        && !is_han(chars::after(text, last.end))
}

/// Whether a stretch is what an entry of a dictionary is about.
fn is_head(text: &str, first: &Gloss, last: &Gloss) -> bool {
    let is = |c: Option<char>, classes: &[Class]| c.is_none_or(|c| classes.contains(&class(c)));
    is(chars::before(text, first.start - first.base.len_utf8()), &[Class::Break])
        && is(chars::after(text, last.end), &[Class::Break, Class::Open])
}

/// Whether readings are what the page is about: it reads whole stretches, or characters in two ways.
pub(super) fn is_about(text: &str, glosses: &[Gloss]) -> bool {
    let mut read: HashMap<char, &str> = HashMap::new();
    let mut twice: Vec<char> = Vec::new();
    let whole = |gloss: &&Gloss| class(gloss.base) == Class::Han && gloss.fit != Fit::Cut;
    for gloss in glosses.iter().filter(whole) {
        let inner = text[gloss.start..gloss.end].trim_matches(['(', ')', '（', '）']);
        let other = *read.entry(gloss.base).or_insert(inner);
        if !other.ends_with(inner) && !inner.ends_with(other) && !twice.contains(&gloss.base) {
            twice.push(gloss.base);
        }
    }
    twice.len() >= MIN_TAUGHT || glosses.iter().any(|gloss| gloss.primer)
}
