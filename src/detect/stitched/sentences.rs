//! The sentences of a page.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    text::{Class, Line, chars::class},
};

/// Fewest Chinese characters of a sentence.
const MIN_HAN: usize = 6;

/// One sentence.
#[derive(Debug)]
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    /// How many Chinese characters it has.
    pub(super) han: usize,
    /// Whether the sentence before it stands on the same line.
    pub(super) follows: bool,
}

/// The sentences of the lines that stay, in order; what hardly is one is left out.
pub(super) fn sentences<'p>(
    page: &'p Page<'_>,
    findings: &'p Findings,
) -> impl Iterator<Item = Sentence> + 'p {
    // What goes at a line's front or end may be put there: such a line stays.
    let goes = |line: &Line| findings.removes(line.body) && findings.removes(line.end - 1);
    let lines = page.lines.iter().filter(move |line| !line.is_blank() && !goes(line));
    lines.flat_map(move |line| {
        let mut rest = line.body..line.end;
        let all = std::iter::from_fn(move || {
            let sentence = next(page.text, rest.clone())?;
            rest.start = sentence.range.end;
            Some(sentence)
        });
        let whole = all.filter(|sentence| sentence.han >= MIN_HAN);
        whole.enumerate().map(|(at, sentence)| Sentence { follows: at > 0, ..sentence })
    })
}

/// The sentence that `range` begins with, the marks that close it included.
fn next(text: &str, range: Range<usize>) -> Option<Sentence> {
    let mut han = 0;
    let mut ended = false;
    let mut end = range.start;
    for c in text[range.clone()].chars() {
        let class = class(c);
        if ended && !matches!(class, Class::Stop | Class::Close) {
            break;
        }
        ended |= class == Class::Stop;
        han += usize::from(class == Class::Han);
        end += c.len_utf8();
    }
    (end > range.start).then_some(Sentence { range: range.start..end, han, follows: false })
}
