//! **What it finds**: readings in brackets behind single characters of running text, left behind
//! by a converter of scripts or injected.
//!
//! **Why it is noise**: nobody annotates the characters that every reader knows, here and there,
//! in the middle of a sentence; search engines and language models choke on it.
//!
//! **Example**: `產品通過(guò)檢測,遠銷(xiāo)沿海各省(shěng)`, `烟(yan)台市(shi)`
//!
//! **Keeps**: words read as a whole, `成都(Chéngdū)`; rare characters, `荨(qián)麻`; characters of
//! several readings, `六(lù)安`; primers, where every character of a stretch is read; words of
//! other languages in brackets; jokes whose reading is another word's, `老(hao)搭(ji)档(you)`.
//!
//! **Confidence**: three different everyday characters with their usual reading prove the page;
//! then such a reading is certain, and any other single syllable in brackets likely.

use super::{Findings, Page};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
        pinyin::{Syllable, usual},
    },
};

/// How many different everyday characters must be read before the page counts as polluted.
const MIN_DISTINCT: usize = 3;
/// Longest inside of a bracket that is looked at, in bytes.
const MAX_INNER: usize = 16;

/// A full-width bracket.
const WIDE: &[u8] = "（".as_bytes();

/// How a reading fits the character before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// The usual reading of a character that every reader knows.
    Needless,
    /// The usual reading of another character, or one that the table does not know.
    Fair,
    /// Not the usual reading, or not behind a character.
    Other,
}

#[derive(Clone, Copy, Debug)]
struct Gloss {
    start: usize,
    end: usize,
    base: char,
    fit: Fit,
    /// Whether every character of the stretch around is read.
    primer: bool,
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if page.count(Class::Letter) < MIN_DISTINCT || page.count(Class::Open) < MIN_DISTINCT {
        return;
    }
    let mut glosses = collect(page);
    if glosses.len() < MIN_DISTINCT {
        return;
    }
    mark_primers(page.text, &mut glosses);
    if !is_polluted(&glosses) {
        return;
    }
    for gloss in glosses {
        let sure = gloss.fit == Fit::Needless;
        let confidence = if sure { Confidence::Certain } else { Confidence::Likely };
        findings.remove(gloss.start..gloss.end, Kind::PinyinGloss, "pinyin_gloss/syllable@1", confidence);
    }
}

/// Every bracket that holds one syllable and stands behind a character or a mark. Linear.
fn collect<'p>(page: &'p Page<'_>) -> Vec<Gloss> {
    let lettered = |line: &&Line| line.count(Class::Letter) > 0 && line.count(Class::Open) > 0;
    let brackets = |line: &'p Line| {
        let bytes = line.text(page.text).as_bytes();
        // The last byte of `（`: its first begins every other full-width mark too.
        let ends = memchr::memchr2_iter(b'(', 0x88, bytes)
            .filter(|&at| bytes[..=at].ends_with(WIDE) || bytes[at] == b'(');
        ends.filter_map(|at| gloss_at(page.text, line.body + at + 1))
    };
    page.lines.iter().filter(lettered).flat_map(brackets).collect()
}

/// The gloss whose bracket opens before byte `inner_at`.
fn gloss_at(text: &str, inner_at: usize) -> Option<Gloss> {
    let start = inner_at - chars::before(text, inner_at)?.len_utf8();
    let base = chars::before(text, start)?;
    if !matches!(class(base), Class::Han | Class::Pause | Class::Stop | Class::Digit) {
        return None;
    }
    let reach = text.floor_char_boundary((inner_at + MAX_INNER).min(text.len()));
    let close_at = inner_at + text[inner_at..reach].find([')', '）'])?;
    let close = chars::after(text, close_at)?;
    let syllable = Syllable::parse(&text[inner_at..close_at])?;
    Some(Gloss { start, end: close_at + close.len_utf8(), base, fit: fit(base, &syllable), primer: false })
}

fn fit(base: char, syllable: &Syllable) -> Fit {
    match usual(base) {
        Some(usual) if usual.letters != syllable.letters => Fit::Other,
        Some(usual) if usual.everyday => Fit::Needless,
        None if class(base) != Class::Han => Fit::Other,
        _ => Fit::Fair,
    }
}

/// Marks the stretches in which no character goes without a reading. Linear.
fn mark_primers(text: &str, glosses: &mut [Gloss]) {
    let mut from = 0;
    while from < glosses.len() {
        let mut to = from + 1;
        while to < glosses.len() && glosses[to - 1].end + glosses[to].base.len_utf8() == glosses[to].start {
            to += 1;
        }
        let (first, last) = (&glosses[from], &glosses[to - 1]);
        let is_han = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Han);
        let before = chars::before(text, first.start - first.base.len_utf8());
        let primer = !is_han(before) && !is_han(chars::after(text, last.end));
        for gloss in &mut glosses[from..to] {
            gloss.primer = primer;
        }
        from = to;
    }
}

fn is_polluted(glosses: &[Gloss]) -> bool {
    let stray = || glosses.iter().filter(|gloss| !gloss.primer);
    let mut needless: Vec<char> =
        stray().filter(|gloss| gloss.fit == Fit::Needless).map(|gloss| gloss.base).collect();
    let (count, all) = (needless.len(), stray().count());
    needless.sort_unstable();
    needless.dedup();
    needless.len() >= MIN_DISTINCT && count * 3 >= all && all * 2 >= glosses.len()
}
