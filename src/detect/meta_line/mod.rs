//! **What it finds**: a line of the page's own data: when it was put up, where it came from, how
//! often it was read.
//!
//! **Why it is noise**: it is a record about the page; the article begins below it.
//!
//! **Example**: `发布时间：2031-05-06 07:08 来源：青禾日报 浏览：82次`
//!
//! **Keeps**: a dateline, which is the article's first sentence; the rows of a form or of a
//! notice; a date that closes a letter.
//!
//! **Confidence**: certain where a label is one that only such lines have, else likely.

pub(crate) mod composite;

use super::{Findings, Page, Zone, date, labelled::Labelled, line_words};
use crate::{
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{Class, Line, chars::class},
};

const LABELS: [Lexicon; 6] = [
    Lexicon::Byline,
    Lexicon::NoticeLabel,
    Lexicon::OriginalTitle,
    Lexicon::PageMeta,
    Lexicon::PageMetaWeak,
    Lexicon::StaffCredit,
];
/// How many lines from either end may be a date alone.
const STAMP_LINES: usize = 6;
/// Longest name of an account, in code points.
const MAX_ACCOUNT: usize = 12;
/// Longest line of dates, counts and names, in code points.
const MAX_RECORD: usize = 80;
/// Longest date with a site's name behind it, in code points.
const MAX_STAMP: usize = 40;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    stamps(page, findings);
    let lines = line_words::lines(page, &LABELS);
    if lines.is_empty() {
        return;
    }
    let zone = page.zone();
    for index in lines {
        labels(page, zone, index, findings);
    }
}

fn labels(page: &Page<'_>, zone: &Zone, index: usize, findings: &mut Findings) {
    let line = &page.lines[index];
    let Some(found) = Labelled::line(page, line) else {
        if let Some(end) = Labelled::leading(page, line).filter(|_| index < STAMP_LINES && page.first) {
            let range = line.start..end;
            findings.remove(range, Kind::MetaLine, "meta_line/leading@1", Confidence::Likely);
        }
        return;
    };
    if found.is_credit(zone, index) || !found.counts(page, zone, index) {
        return;
    }
    let confidence = if found.is_strong() { Confidence::Certain } else { Confidence::Likely };
    findings.remove(line.start..line.next, Kind::MetaLine, "meta_line/label@1", confidence);
}

/// Finds dates on lines of their own near either end.
fn stamps(page: &Page<'_>, findings: &mut Findings) {
    let head = if page.first { STAMP_LINES.min(page.lines.len()) } else { 0 };
    let tail = if page.last { page.lines.len().saturating_sub(STAMP_LINES) } else { page.lines.len() };
    let near = page.lines[..head].iter().chain(&page.lines[tail.max(head)..]);
    let dated = |line: &&Line| line.chars() <= MAX_STAMP && line.count(Class::Digit) >= 6;
    let is_log = near.clone().any(|line| dated(&line)) && is_log(page);
    for line in near.filter(|line| line.chars() <= MAX_RECORD) {
        let stamped = !is_log && dated(&line) && (is_stamp(page, line) || is_own(line.text(page.text)));
        let opens = line.count(Class::Mark) > 0 && is_opening(line.text(page.text));
        if stamped || opens || !is_log && is_record(page, line, head) {
            findings.remove(line.start..line.next, Kind::MetaLine, "meta_line/date@1", Confidence::Likely);
        }
    }
}

/// Whether several dates stand on lines of their own with text below each: entries of a log.
fn is_log(page: &Page<'_>) -> bool {
    /// How many show one.
    const ENTRIES: usize = 3;
    let filled = || page.lines.iter().filter(|line| !line.is_blank());
    let stamp = |line: &Line| {
        line.chars() <= MAX_STAMP && line.count(Class::Digit) >= 6 && date::is_stamp(line.text(page.text))
    };
    let entries = filled().zip(filled().skip(1)).filter(|(date, below)| stamp(date) && !stamp(below));
    entries
        .filter(|(_, below)| below.count(Class::Stop) + below.count(Class::Pause) > 1)
        .nth(ENTRIES - 1)
        .is_some()
}

/// Whether the line, one of the first `head`, is nothing but the page's own data.
fn is_record(page: &Page<'_>, line: &Line, head: usize) -> bool {
    let first = page.lines[..head].last().is_some_and(|last| line.start <= last.start);
    first && composite::is_record(page, line) && !is_chat(page)
}

/// Whether `text` is how accounts open: that it is their own, names, the date.
fn is_own(text: &str) -> bool {
    let named = ["原创 ", "原創 "].iter().find_map(|label| text.strip_prefix(label));
    named.and_then(|rest| rest.trim_end().rsplit_once(' ')).is_some_and(|(names, date)| {
        date::is_stamp(date) && names.split(' ').all(|name| name.chars().count() <= MAX_ACCOUNT)
    })
}

/// Whether `text` is how papers of Taiwan open: `記者某某／某地報導`.
fn is_opening(text: &str) -> bool {
    let framed = |c| matches!(class(c), Class::Open | Class::Close);
    let text = text.trim_matches(framed);
    let named = ["記者", "记者", "特派記者", "本報記者"].iter().any(|label| text.starts_with(label));
    named
        && text.contains(['／', '/'])
        && ["報導", "报导", "報道", "报道"].iter().any(|end| text.ends_with(end))
}

fn is_stamp(page: &Page<'_>, line: &Line) -> bool {
    let framed = |c| matches!(class(c), Class::Open | Class::Close);
    let text = line.text(page.text).trim_matches(framed);
    let head = line.start < page.lines[STAMP_LINES.min(page.lines.len() - 1)].start;
    let timed = date::has_time(text);
    date::is_stamp(text) && (head || timed)
        || head && timed && (date::leads(text) || date::trails(text)) && !is_chat(page)
}

/// Whether a name and a time, in either order, stand above each of several lines, as in a record of a talk.
fn is_chat(page: &Page<'_>) -> bool {
    let short = |line: &&Line| line.chars() <= MAX_STAMP && line.count(Class::Digit) >= 6;
    let named =
        |text: &str| date::trails(text) || !date::is_stamp(text) && date::has_time(text) && date::leads(text);
    let mut said = page.lines.iter().filter(short).filter(|line| named(line.text(page.text)));
    said.nth(2).is_some()
}
