//! Runs of control, invisible and undecodable characters.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// Shortest run of private-use characters that no font explains, in code points.
const MIN_PRIVATE: usize = 3;

/// One pass over the lines that hold such characters. Linear.
pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let odd = |line: &&Line| {
        line.count(Class::Control) + line.count(Class::Invisible) + line.count(Class::Broken) > 0
    };
    for line in page.lines.iter().filter(odd) {
        let mut at = line.start;
        while let Some(run) = next_run(page.text, at, line.next) {
            at = run.end;
            judge(page.text, run, findings);
        }
    }
}

/// What a run consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Silent,
    Broken,
}

fn sort(c: char) -> Option<Sort> {
    match class(c) {
        // Page breaks, next-line marks and terminal escapes are somebody's format.
        Class::Control if !matches!(c, '\u{b}' | '\u{c}' | '\u{1b}' | '\u{85}') => Some(Sort::Silent),
        Class::Invisible => Some(Sort::Silent),
        Class::Broken => Some(Sort::Broken),
        _ => None,
    }
}

fn next_run(text: &str, from: usize, to: usize) -> Option<Range<usize>> {
    let mut chars = text[from..to].char_indices();
    let (start, kind) = chars.find_map(|(at, c)| sort(c).map(|kind| (from + at, kind)))?;
    let end = chars.find(|&(_, c)| sort(c) != Some(kind)).map_or(to, |(at, _)| from + at);
    Some(start..end)
}

fn judge(text: &str, run: Range<usize>, findings: &mut Findings) {
    let inside = &text[run.clone()];
    let (left, right) = (chars::before(text, run.start), chars::after(text, run.end));
    if inside.contains(|c| class(c) == Class::Control) {
        findings.remove(run, Kind::NoiseChars, "noise_chars/control@1", Confidence::Certain);
    } else if inside.contains(|c| class(c) == Class::Invisible) {
        if is_idle(left, right) {
            findings.remove(run, Kind::NoiseChars, "noise_chars/invisible@1", Confidence::Certain);
        }
    } else if is_mojibake(inside) {
        findings.remove(run, Kind::NoiseChars, "noise_chars/mojibake@1", Confidence::Likely);
    } else if inside.contains('\u{fffd}') {
        findings.tag(run, Kind::NoiseChars, "noise_chars/lost_character@1");
    }
}

/// Whether an invisible character between these two means nothing: it may hyphenate a word, break
/// a line of Thai or direct a line of Arabic.
fn is_idle(left: Option<char>, right: Option<char>) -> bool {
    let foreign = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Other | Class::Symbol));
    let letter = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Letter);
    !(foreign(left) || foreign(right) || letter(left) && letter(right))
}

/// Two replacement characters in a row come from a wrong decoder, and three private ones.
fn is_mojibake(run: &str) -> bool {
    let count = run.chars().count();
    count >= MIN_PRIVATE || (count == 2 && run.contains('\u{fffd}'))
}
