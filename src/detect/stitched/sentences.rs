//! The sentences of a page.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    text::{Class, Line, Mark, chars::class},
};

/// Fewest Chinese characters of a sentence.
const MIN_HAN: usize = 6;

/// One sentence.
#[derive(Debug)]
pub(super) struct Sentence<'p> {
    pub(super) range: Range<usize>,
    /// What it has beside plain Chinese characters.
    marks: &'p [Mark],
    /// How many Chinese characters it has.
    pub(super) han: usize,
    /// Whether the sentence before it stands on the same line.
    pub(super) follows: bool,
}

/// The sentences of the lines that stay, in order; what hardly is one is left out. Linear in the marks.
pub(super) fn sentences<'p>(
    page: &'p Page<'_>,
    findings: &'p Findings,
) -> impl Iterator<Item = Sentence<'p>> + 'p {
    // What goes at a line's front or end may be put there: such a line stays.
    let goes = |line: &Line| findings.removes(line.body) && findings.removes(line.end - 1);
    let lines = page.lines.iter().filter(move |line| !line.is_blank() && !goes(line));
    lines.flat_map(move |line| {
        let mut rest = line.body..line.end;
        let mut marks = page.marks(rest.clone());
        let all = std::iter::from_fn(move || {
            let sentence = next(page.text, rest.clone(), marks)?;
            rest.start = sentence.range.end;
            marks = &marks[sentence.marks.len()..];
            Some(sentence)
        });
        let whole = all.filter(|sentence| sentence.han >= MIN_HAN);
        whole.enumerate().map(|(at, sentence)| Sentence { follows: at > 0, ..sentence })
    })
}

/// The sentence that `range`, which has `marks`, begins with, the marks that close it included.
fn next<'p>(text: &str, range: Range<usize>, marks: &'p [Mark]) -> Option<Sentence<'p>> {
    let mut han = 0;
    let mut ended = false;
    let mut end = range.start;
    let mut read = 0;
    for mark in marks {
        let plain = mark.at() - end;
        if ended && (plain > 0 || !matches!(mark.class, Class::Stop | Class::Close)) {
            break;
        }
        ended |= mark.class == Class::Stop;
        han += plain / PLAIN + usize::from(mark.class == Class::Han);
        end = mark.end(text);
        read += 1;
    }
    if !ended {
        han += (range.end - end) / PLAIN;
        end = range.end;
    }
    (end > range.start).then_some(Sentence {
        range: range.start..end,
        marks: &marks[..read],
        han,
        follows: false,
    })
}

/// How many sentences a line has at least, 0 or 1, and at most. Constant time but for marks that close it.
pub(super) fn bounds(text: &str, line: &Line) -> [usize; 2] {
    let (stops, han) = (line.count(Class::Stop), line.count(Class::Han));
    let is_ended = match class(line.last()) {
        Class::Stop => true,
        Class::Close => {
            let body = line.text(text).trim_end_matches(|c| class(c) == Class::Close);
            body.ends_with(|c| class(c) == Class::Stop)
        }
        _ => false,
    };
    let parts = if is_ended { stops } else { stops + 1 };
    [usize::from(han > (MIN_HAN - 1) * parts), parts.min(han / MIN_HAN)]
}

/// Bytes of a plain Chinese character.
const PLAIN: usize = 3;

impl Sentence<'_> {
    /// Its rows of Chinese characters of three bytes.
    pub(super) fn rows<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t [[u8; PLAIN]]> {
        let bytes = text.as_bytes();
        let parts = |mark: &&Mark| mark.class != Class::Han || bytes[mark.at()] >= 0xf0;
        let parts = self.marks.iter().filter(parts).map(|mark| (mark.at(), mark.end(text)));
        parts.chain([(self.range.end, 0)]).scan(self.range.start, |from, (end, next)| {
            Some(bytes[std::mem::replace(from, next)..end].as_chunks().0)
        })
    }

    /// Whether it begins with a number or a sign that parts items.
    pub(super) fn is_item(&self, text: &str) -> bool {
        if self.marks.first().is_none_or(|mark| mark.at() > self.range.start) {
            return false;
        }
        let text = text[self.range.clone()].trim_start();
        let number = text.trim_start_matches(|c| class(c) == Class::Digit);
        let marked = number.starts_with(['.', '．', '、', ')', '）']) && number.len() < text.len();
        marked
            || text.starts_with(['【', '·', '•', '-', '─', '*'])
            || text.starts_with(|c| class(c) == Class::Symbol)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        detect::{Learned, Notes, Place},
        options::Options,
    };

    proptest! {
        #[test]
        fn sentences_are_what_reading_each_character_finds(
            text in "(字句话河水涨|字|䶿|㐀|𠮷|。|！|”|，|a|é| |\n){0,40}",
        ) {
            let (options, findings, learned) = (Options::default(), Findings::new(1), Learned::default());
            let (title, site) = (None, None);
            let place = Place { title, title_given: false, site, learned: &learned, first: true, last: true };
            let mut notes = Notes::default();
            notes.read(&text);
            let page = Page::new(&text, notes, &place, &options);
            let is_han = |c: &char| class(*c) == Class::Han;
            for line in &page.lines {
                let stands = |sentence: &Sentence<'_>| (line.start..line.next).contains(&sentence.range.start);
                let count = sentences(&page, &findings).filter(stands).count();
                let [least, most] = bounds(&text, line);
                prop_assert!((least..=most).contains(&count), "{count} of {least} to {most}");
            }
            for sentence in sentences(&page, &findings) {
                let inside = &text[sentence.range.clone()];
                let body = inside.trim_end_matches(|c| matches!(class(c), Class::Stop | Class::Close));
                prop_assert!(!body.contains(|c| class(c) == Class::Stop || c == '\n'));
                prop_assert_eq!(sentence.han, inside.chars().filter(is_han).count());
                let rows: Vec<_> = sentence.rows(&text).filter(|row| !row.is_empty()).collect();
                let want = inside.split(|c| !is_han(&c) || c.len_utf8() > 3).filter(|row| !row.is_empty());
                prop_assert_eq!(rows, want.map(|row| row.as_bytes().as_chunks().0).collect::<Vec<_>>());
            }
        }
    }
}
