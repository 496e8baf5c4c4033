//! The signs of a call: its words, a host, a disguise.

use std::ops::Range;

use super::{site, surroundings::Surroundings};
use crate::{
    detect::Page,
    lexicon::{self, Hit, Lexicon},
    text::{
        Class, Line,
        chars::{self, class},
        fold::Folded,
        host,
    },
};

/// Fewest letters of a host.
const MIN_HOST: usize = 4;
/// Fewest marks that may hide a line's letters.
const MIN_MARKS: usize = 4;

/// Fewest marks between Chinese characters that are there to hide words.
const MIN_JAMS: usize = 3;
/// Weight from which on a sign is disguised: nobody says it so.
pub(super) const DISGUISED: usize = 3;

/// The lists of signs, the telling ones first.
pub(super) const SIGNS: [Lexicon; 3] =
    [Lexicon::WatermarkStrong, Lexicon::WatermarkWeak, Lexicon::WatermarkAnchor];

/// One sign; the range counts in the page.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) range: Range<usize>,
    pub(super) weight: usize,
    pub(super) is_host: bool,
}

impl Sign {
    fn new(range: Range<usize>, weight: usize, is_host: bool) -> Self {
        Sign { range, weight, is_host }
    }
}

/// Every sign of the page in order of its start, none inside another, none that someone quotes but in a story, whose people do not speak so.
/// Linear, but for sorting.
pub(super) fn collect(page: &Page<'_>, surroundings: Surroundings) -> Vec<Sign> {
    let story = surroundings == Surroundings::Story;
    let prose = !matches!(surroundings, Surroundings::Report | Surroundings::Text);
    let mut signs: Vec<Sign> = SIGNS
        .into_iter()
        .flat_map(|lexicon| page.hits(lexicon))
        .map(|hit| Sign::new(hit.start..hit.end, weight(hit.lexicon), false))
        .collect();
    if prose {
        let broad = page.hits(Lexicon::WatermarkBroad);
        signs.extend(broad.map(|hit| Sign::new(hit.start..hit.end, 0, false)));
    }
    for line in page.lines.iter().filter(|line| may_hide(page, line)) {
        disguised(page.text, line, &mut signs);
    }
    add_hosts(page, prose, &mut signs);
    signs.sort_by_key(|sign| (sign.range.start, std::cmp::Reverse((sign.range.end, sign.weight))));
    let mut end = 0;
    signs.retain(|sign| {
        let said = || sign.weight < DISGUISED && is_quoted(page, sign.range.start);
        let free = sign.range.start >= end && (story || !said());
        end = if free { sign.range.end } else { end };
        free
    });
    signs
}

fn weight(lexicon: Lexicon) -> usize {
    match lexicon {
        Lexicon::WatermarkStrong => 2,
        Lexicon::WatermarkWeak => 1,
        _ => 0,
    }
}

/// Whether the line has symbols or full-width letters among Chinese ones.
fn may_hide(page: &Page<'_>, line: &Line) -> bool {
    line.count(Class::Han) > 0
        && (line.count(Class::Symbol) > 0
            || line.count(Class::Mark) >= MIN_MARKS && is_jammed(page, line)
            || (line.count(Class::Letter) > 1 && has_wide_letter(line.text(page.text))))
}

/// Whether marks stand singly between Chinese characters, as nobody sets them.
fn is_jammed(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let marks = page.marks(line.body..line.end).iter().filter(|mark| mark.class == Class::Mark);
    let jams = marks.map(|mark| mark.at() - line.body).filter(|&at| {
        let mut behind = text[at..].chars();
        let usual = behind.next().is_none_or(|mark| matches!(mark, '—' | '·' | '/' | '／'));
        let around = [chars::before(text, at), behind.next()];
        !usual && around.into_iter().all(|c| c.is_some_and(|c| class(c) == Class::Han))
    });
    jams.take(MIN_JAMS).count() == MIN_JAMS
}

fn has_wide_letter(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(0xef, bytes).any(|at| match bytes.get(at + 1..at + 3) {
        Some([0xbc, last]) => (0xa1..=0xba).contains(last),
        Some([0xbd, last]) => (0x81..=0x9a).contains(last),
        _ => false,
    })
}

/// Signs that only the bare view of the line shows.
fn disguised(text: &str, line: &Line, signs: &mut Vec<Sign>) {
    let source = &text[line.body..line.end];
    let bare = Folded::dotted(source);
    let back = |range: Range<usize>| line.body + bare.source(range.start)..line.body + bare.end_of(range.end);
    let mut hits: Vec<Hit> = Vec::new();
    lexicon::find(&bare.text, 0, &mut hits);
    for hit in hits {
        let range = back(hit.start..hit.end);
        let known = SIGNS.contains(&hit.lexicon);
        if known && hides(&text[range.clone()], &bare.text[hit.start..hit.end]) {
            let weight = weight(hit.lexicon);
            signs.push(Sign::new(range, weight + weight.min(1), false));
        }
    }
    for found in host::hosts(&bare.text) {
        let range = back(found);
        if is_mixed(&text[range.clone()]) {
            signs.push(Sign::new(range, 3, true));
        }
    }
}

/// Whether `text` is written with more or other characters than its bare form, marks of a clause aside.
fn hides(text: &str, bare: &str) -> bool {
    let pairs = text.chars().zip(bare.chars());
    text.chars().count() != bare.chars().count()
        || pairs.into_iter().any(|(shown, plain)| shown != plain && class(shown) != Class::Pause)
}

/// Whether letters of both widths make up one host.
fn is_mixed(host: &str) -> bool {
    host.contains(|c: char| c.is_ascii_alphabetic()) && has_wide_letter(host)
}

/// Adds the hosts of the lines that have a sign; in a story those of all lines, to be looked at.
fn add_hosts(page: &Page<'_>, story: bool, signs: &mut Vec<Sign>) {
    let telling = signs.iter().filter(|sign| sign.weight > 0);
    let mut lines: Vec<(usize, usize)> = telling.map(|sign| (page.line_at(sign.range.start), 1)).collect();
    if story && page.count(Class::Letter) > 0 {
        let lettered =
            page.lines.iter().enumerate().filter(|(_, line)| line.count(Class::Letter) >= MIN_HOST);
        lines.extend(lettered.map(|(index, _)| (index, 0)));
    }
    lines.sort_unstable_by_key(|&(index, weight)| (index, std::cmp::Reverse(weight)));
    lines.dedup_by_key(|&mut (index, _)| index);
    for (line, weight) in lines.into_iter().map(|(index, weight)| (&page.lines[index], weight)) {
        let source = &page.text[line.body..line.end];
        let bare = Folded::dotted(source);
        let hosts = site::hosts(&bare, source)
            .into_iter()
            .map(|host| line.body + bare.source(host.start)..line.body + bare.end_of(host.end))
            .filter(|range| !page.text[range.clone()].contains('@'));
        signs.extend(hosts.map(|range| {
            let weight = if site::is_dotted(&page.text[range.clone()]) { DISGUISED } else { weight };
            Sign::new(range, weight, true)
        }));
    }
}

/// Whether a quote that someone opened in the line, and has not closed, holds byte `at`: speech.
pub(super) fn is_quoted(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[page.line_at(at)];
    let from = page.text.ceil_char_boundary(at.saturating_sub(300).max(line.body));
    let quote = |c: char| matches!(c, '“' | '”' | '「' | '」' | '‘' | '’');
    let head = &page.text[from..at];
    head.chars().rfind(|&c| quote(c)).is_some_and(|c| class(c) == Class::Open)
}
