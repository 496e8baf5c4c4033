//! Copyright lines and disclaimers, weighed by how many of their phrases stand in them.

use super::phrase::{is_address, is_contact, is_enumerated, is_law, is_licence};
use crate::{
    detect::{Findings, Page, line_words},
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{Class, Line, chars},
};

/// Longest notice, in code points.
const MAX_CHARS: usize = 500;
/// Longest notice, in code points, that needs no second phrase.
const MAX_SHORT: usize = 60;
/// Most bytes at the end of a line in which a glued notice is looked for.
const MAX_GLUED: usize = 1500;
/// How many lines from the end of the page a notice may stand in running text.
const LAST_LINES: usize = 8;
/// Most characters before the first phrase: `网站`, and in a copyright line its owner.
const MAX_BEFORE: usize = 6;
const MAX_OWNER: usize = 24;
/// Most characters of a notice between one phrase and the next.
const MAX_GAP: usize = 75;

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let lines = line_words::lines(page, &[Lexicon::SitePhrase]);
    if lines.is_empty() {
        return;
    }
    let zone = page.zone();
    for index in lines {
        let line = &page.lines[index];
        let quoted = line_words::above(page, index).is_some_and(|line| matches!(line.last(), '：' | ':'));
        let near_end = page.last && index + LAST_LINES >= page.lines.len();
        if quoted || !zone.is_edge(index) && !near_end && !is_sure(page, index) {
            continue;
        }
        let below = || zone.is_tail(index) && is_below_noise(page, index, findings);
        let owned = line.text(page.text).starts_with('©') && zone.is_tail(index);
        let notice = is_notice(page, line.body, line.end) || is_imprint(page, line) && (owned || below());
        if notice && !is_law(line.text(page.text)) {
            findings.remove(line.start..line.next, Kind::SiteLine, "site_line/notice@1", Confidence::Likely);
        } else if let Some(start) = (near_end || zone.is_tail(index)).then(|| glued(page, line)).flatten() {
            findings.remove(start..line.end, Kind::SiteLine, "site_line/glued@1", Confidence::Likely);
        }
    }
}

/// Whether three phrases make a notice that begins with one, not far from the page's end.
fn is_sure(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let hits = distinct(page, line.body, line.end);
    page.last
        && index + LAST_LINES * 4 >= page.lines.len()
        && hits.len() >= 3
        && words(&page.text[line.body..hits[0].start]) == 0
}

/// Whether the line is nothing but an address, a telephone, who is in charge.
fn is_imprint(page: &Page<'_>, line: &Line) -> bool {
    let short = line.chars() <= MAX_SHORT && line.count(Class::Stop) == 0;
    let leads = |hit: &&Hit| words(&page.text[line.body..hit.start]) == 0;
    short && distinct(page, line.body, line.end).first().is_some_and(leads)
}

/// Whether the line above goes.
fn is_below_noise(page: &Page<'_>, index: usize, findings: &Findings) -> bool {
    line_words::above(page, index).is_some_and(|line| findings.removes(line.body))
}

/// Whether the text between two bytes is nothing but a notice.
fn is_notice(page: &Page<'_>, from: usize, to: usize) -> bool {
    let text = &page.text[from..to];
    if text.len() > MAX_CHARS * 4 {
        return false;
    }
    let hits = distinct(page, from, to);
    // No notice asks.
    if text.trim_end().ends_with(['？', '?']) {
        return false;
    }
    let Some(first) = hits.first().filter(|hit| !is_spoken_of(page.text, hit)) else { return false };
    let own = hits.iter().filter(|hit| !is_contact(&page.text[hit.start..hit.end])).count();
    let before = words(&page.text[from..first.start]);
    if own == 0
        || is_enumerated(page, first)
        || before > if is_licence(page.text, first) { MAX_OWNER } else { MAX_BEFORE }
    {
        return false;
    }
    let count = text.chars().filter(|&c| chars::class(c) != Class::Space).count();
    if count <= MAX_SHORT {
        return hits.len() >= 2 || is_telling(page.text, first, count, before);
    }
    let owned = before > MAX_BEFORE;
    count <= MAX_CHARS && hits.len() >= 2 && !(owned && text.contains('。')) && is_dense(page, &hits, to)
}

/// Whether the text speaks of the phrase: `免责声明里常见的……`.
fn is_spoken_of(text: &str, hit: &Hit) -> bool {
    let named = text[..hit.end].ends_with(['明', '款', '示']);
    named
        && chars::after(text, hit.end)
            .is_some_and(|c| matches!(c, '里' | '裡' | '是' | '中' | '常' | '往' | '也' | '上'))
}

/// Whether no long stretch without a phrase follows a phrase: there the article would go on.
fn is_dense(page: &Page<'_>, hits: &[&Hit], to: usize) -> bool {
    let ends = hits.iter().skip(1).map(|hit| hit.start).chain([to]);
    hits.iter().zip(ends).all(|(hit, next)| words(&page.text[hit.end.min(next)..next]) <= MAX_GAP)
}

fn words(text: &str) -> usize {
    text.chars().filter(|&c| chars::is_wordlike(c)).count()
}

/// Whether one phrase is enough: it begins the line, and is most of it or says what the line is.
fn is_telling(text: &str, hit: &Hit, count: usize, before: usize) -> bool {
    let phrase = &text[hit.start..hit.end];
    let heading =
        phrase.contains(['声', '聲', '载', '載']) || phrase.starts_with("友情") || is_licence(text, hit);
    let size = phrase.chars().count();
    let rider = phrase.starts_with(['©', '不', '仅', '僅', '并', '並']);
    // `未经授权的访问` is spoken of.
    let noun = text[hit.end..].starts_with('的');
    heading || !rider && !noun && size * 3 >= count && before <= 4 || is_address(text, hit)
}

/// The phrases between two bytes, each once, those in quotes left out.
fn distinct<'p>(page: &'p Page<'_>, from: usize, to: usize) -> Vec<&'p Hit> {
    let mut hits: Vec<&Hit> = Vec::new();
    let quoted = |at: usize| matches!(chars::before(page.text, at), Some('“' | '「' | '《' | '‘' | '"'));
    for hit in page.hits_in(from..to) {
        if hit.lexicon != Lexicon::SitePhrase || hit.start < from || quoted(hit.start) {
            continue;
        }
        match hits.last_mut() {
            Some(last) if hit.start < last.end => *last = if hit.start <= last.start { hit } else { last },
            _ => hits.push(hit),
        }
    }
    hits
}

/// Where a notice begins behind a sentence of the line.
fn glued(page: &Page<'_>, line: &Line) -> Option<usize> {
    let from = page.text.ceil_char_boundary(line.end.saturating_sub(MAX_GLUED).max(line.body));
    distinct(page, from, line.end).iter().find_map(|hit| {
        let head = page.text[line.body..hit.start].trim_end_matches(is_opening);
        let start = line.body + head.len();
        let ends = head.trim_end().ends_with(|c| matches!(chars::class(c), Class::Stop | Class::Close));
        (ends && is_notice(page, hit.start, line.end)).then_some(start)
    })
}

fn is_opening(c: char) -> bool {
    matches!(chars::class(c), Class::Open | Class::Space | Class::Symbol)
}
