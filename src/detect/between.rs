//! **What it finds**: short lines that no list knows among known lines of the page's frame: below the
//! article, and above it where the title is given.
//!
//! **Why it is noise**: a frame does not go over into the article and back; what stands inside belongs to it.
//!
//! **Example**: `一键三连` in `下一篇：没有了⏎一键三连⏎版权所有 云岭在线⏎【打印】【关闭】`
//!
//! **Keeps**: what stands between the article and the frame; sentences, notes and captions
//! inside it; a subtitle; everything where only one or two lines of one sort are known.
//!
//! **Confidence**: likely.

use std::ops::Range;

use super::{Findings, Page, editorial_line, headline, plain};
use crate::{
    kind::Kind,
    span::{Action, Confidence},
    text::{Class, Line, chars::class},
};

/// Kinds of lines that a frame has, and those among them that stand in no article.
const FRAME: [Kind; 10] = [
    Kind::PrevNext,
    Kind::RelatedHeadlines,
    Kind::SiteLine,
    Kind::UiLine,
    Kind::TagLine,
    Kind::TeaserList,
    Kind::EditorialLine,
    Kind::MetaLine,
    Kind::AdMarker,
    Kind::Breadcrumb,
];
const FIRM: usize = 6;
/// Fewest known lines below an article and above it, and of how many kinds.
const MIN_TAIL: usize = 3;
const MIN_HEAD: usize = 2;
const MIN_KINDS: usize = 2;
/// Most unknown lines at the page's very end and beginning.
const MAX_LAST: usize = 2;
/// Most unknown lines in a row, and longest ones, in code points.
const MAX_RUN: usize = 8;
const MAX_SHARE: usize = 3;
const MAX_CHARS: usize = 40;
const MIN_LAST: usize = 4;
/// Longest mark at an article's end, in code points.
const MAX_END: usize = 12;
const MAX_HEAD_CHARS: usize = 20;
/// What begins notes, captions and signs that belong to the article.
const NOTES: [char; 13] = ['附', '注', '註', '（', '(', '▲', '△', '▼', '图', '圖', '—', '^', '《'];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if findings.removed().is_empty() {
        return;
    }
    let known = known(page, findings);
    if known.is_empty() {
        return;
    }
    let filled: Vec<usize> = (0..page.lines.len()).filter(|&at| !page.lines[at].is_blank()).collect();
    let mut unknown = below(page, &known, &filled);
    unknown.extend(end_mark(page, &known, &filled));
    unknown.extend(above(page, &known, &filled));
    for index in unknown {
        let line = &page.lines[index];
        findings.remove(line.start..line.next, Kind::UiLine, "ui_line/between@1", Confidence::Likely);
    }
}

/// The lines of the frame that go whole, by index, with their kinds.
fn known(page: &Page<'_>, findings: &Findings) -> Vec<(usize, Kind)> {
    let mut known = Vec::new();
    let frame = |kind| FRAME.contains(&kind);
    for found in findings.findings.iter().filter(|found| found.action == Action::Remove) {
        if frame(found.label.kind) {
            let (first, last) = (page.line_at(found.start), page.line_at(found.end - 1));
            let whole = |&at: &usize| {
                let line = &page.lines[at];
                !line.is_blank() && found.start <= line.body && line.end <= found.end
            };
            known.extend((first..=last).filter(whole).map(|at| (at, found.label.kind)));
        }
    }
    known.sort_unstable_by_key(|&(at, _)| at);
    known.dedup_by_key(|&mut (at, _)| at);
    known
}

/// Unknown lines inside the frame below the article.
fn below(page: &Page<'_>, known: &[(usize, Kind)], filled: &[usize]) -> Vec<usize> {
    let zone = page.zone();
    let firm = |kind: Kind| FRAME[..FIRM].contains(&kind);
    let first = known.iter().position(|&(at, kind)| zone.is_tail(at) && !zone.is_head(at) && firm(kind));
    let Some(known) = first.map(|first| &known[first..]).filter(|_| page.last) else { return Vec::new() };
    if known.len() < MIN_TAIL || kinds(known) < MIN_KINDS {
        return Vec::new();
    }
    let fits = |line: &Line| is_short(page, line, MAX_CHARS);
    let mut found = gaps(known, filled, |run| run.iter().all(|&at| fits(&page.lines[at])));
    let last = between(filled, known[known.len() - 1].0 + 1..page.lines.len());
    if last.len() <= MAX_LAST && last.iter().all(|&at| fits(&page.lines[at]) && !is_signed(page, at)) {
        found.extend_from_slice(last);
    }
    if found.len() <= known.len() * MAX_SHARE { found } else { Vec::new() }
}

/// Whether the line says that the article is over, or who wrote it.
fn is_end_mark(page: &Page<'_>, at: usize) -> bool {
    let text = page.lines[at].text(page.text);
    page.lines[at].chars() <= MAX_CHARS
        && (editorial_line::is_reporters(text) || editorial_line::is_origin(text))
        || page.lines[at].chars() <= MAX_END
            && ["完", "全文完", "本文完", "end", "theend"].contains(&plain::squeezed(text).as_str())
}

/// The mark or the credit at the article's end, which is its own unless the frame follows.
fn end_mark(page: &Page<'_>, known: &[(usize, Kind)], filled: &[usize]) -> Option<usize> {
    let zone = page.zone();
    let (first, _) = known.iter().find(|&&(at, _)| zone.is_tail(at) && !zone.is_head(at))?;
    let above = between(filled, 0..*first).last().copied();
    above.filter(|&at| page.last && is_end_mark(page, at))
}

/// Unknown lines inside the frame above the article, where the title shows that they are none.
fn above(page: &Page<'_>, known: &[(usize, Kind)], filled: &[usize]) -> Vec<usize> {
    let zone = page.zone();
    let known = &known[..known.iter().take_while(|&&(at, _)| zone.is_head(at) && !zone.is_tail(at)).count()];
    let Some(title) = page.title.as_ref().filter(|_| page.first && page.title_given) else {
        return Vec::new();
    };
    let titled = |&at: &usize| page.lines[at].text(page.text) == title.text;
    let own = filled.iter().take_while(|&&at| zone.is_head(at)).find(|at| titled(at));
    if known.len() < MIN_HEAD || kinds(known) < MIN_KINDS || own.is_none() {
        return Vec::new();
    }
    let fits = |line: &Line| is_short(page, line, MAX_HEAD_CHARS) && line.count(Class::Pause) == 0;
    let fits = |run: &[usize]| run.iter().all(|at| fits(&page.lines[*at]) && !titled(at));
    let mut found = gaps(known, filled, fits);
    let first = between(filled, 0..known[0].0);
    if first.len() <= MAX_LAST && fits(first) {
        found.extend_from_slice(first);
    }
    found
}

fn kinds(known: &[(usize, Kind)]) -> usize {
    FRAME.iter().filter(|&&kind| known.iter().any(|known| known.1 == kind)).count()
}

/// The runs of unknown lines between one known line and the next, where they fit.
fn gaps(known: &[(usize, Kind)], filled: &[usize], fits: impl Fn(&[usize]) -> bool) -> Vec<usize> {
    let mut found = Vec::new();
    for pair in known.windows(2) {
        let run = between(filled, pair[0].0 + 1..pair[1].0);
        if (1..=MAX_RUN).contains(&run.len()) && fits(run) {
            found.extend_from_slice(run);
        }
    }
    found
}

fn between(filled: &[usize], lines: Range<usize>) -> &[usize] {
    let from = filled.partition_point(|&at| at < lines.start);
    let to = filled.partition_point(|&at| at < lines.end);
    &filled[from..to.max(from)]
}

/// Whether the line is a date or a name, as those who sign set it.
fn is_signed(page: &Page<'_>, at: usize) -> bool {
    let line = &page.lines[at];
    headline::is_date(page, line) || line.chars() < MIN_LAST
}

/// Whether the line is short and neither a sentence nor a note, a caption, a reference.
fn is_short(page: &Page<'_>, line: &Line, longest: usize) -> bool {
    let text = line.text(page.text);
    let ends = class(line.last()) == Class::Pause && !matches!(line.last(), '：' | ':');
    line.chars() <= longest
        && !text.contains(['。', '；'])
        && !ends
        && !text.starts_with(NOTES)
        && !headline::is_reference(text)
}
