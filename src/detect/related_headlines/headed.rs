//! Titles below a heading such as `相关阅读`.

use super::super::{Findings, Page, composed::Trade, headline, plain};
use crate::{
    kind::Kind,
    lexicon::{Hit, Lexicon, Whole},
    span::Confidence,
    text::{Class, Line, chars::class},
};

/// Longest line, in code points, that holds a heading and titles behind it.
const MAX_INLINE: usize = 160;
/// Most characters before the heading's word: `本站`, `◆`, `与本文`.
const MAX_LEAD: usize = 6;
/// Most lines below a heading, blank ones included.
const MAX_LINES: usize = 60;
/// Longest name, in code points, that stands among titles as one of them.
const MAX_NAME: usize = 3;
/// Among how many titles one may be a sentence.
const STRANGERS: usize = 4;
/// Shortest title, in code points, in a block that running text follows.
const MIN_TITLE: usize = 9;
/// What may follow the heading's word on its line.
const TRAILERS: [&str; 8] = ["更多", "more", "More", "MORE", "内容", "内容：", "文章", "换一换"];

/// Longest heading put together from words, and the shortest that needs no known line of the frame beside
/// it, in code points.
const MAX_COMPOSED: usize = 14;
const MIN_COMPOSED: usize = 3;
/// What headings are put together from.
const HEADINGS: Trade = Trade { sure: Whole::HeadingSure, part: Whole::HeadingPart };

/// What a heading's line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heading {
    /// The heading alone.
    Alone,
    /// The heading and titles behind it.
    Inline,
    /// A heading in words of its own.
    Composed,
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut floor = 0;
    let mut below = Below { from: 0, to: 0 };
    for (index, heading) in headings(page, findings) {
        if index < floor {
            continue;
        }
        if let Some(end) = block(page, findings, &mut below, (index, heading)) {
            let range = page.lines[index].start..page.lines[end - 1].next;
            let confidence = if end == page.lines.len() { Confidence::Certain } else { Confidence::Likely };
            findings.remove(range, Kind::RelatedHeadlines, "related_headlines/headed@1", confidence);
            floor = end;
        }
    }
}

/// The lines that are headings, in order: by a word of the list, and in the tail by their words.
fn headings(page: &Page<'_>, findings: &Findings) -> Vec<(usize, Heading)> {
    let listed = page.hits(Lexicon::RelatedHead).filter_map(|hit| {
        let index = page.line_at(hit.start);
        heading(page, &page.lines[index], hit).map(|heading| (index, heading))
    });
    let mut headings: Vec<(usize, Heading)> = listed.collect();
    let tail = (0..page.lines.len()).rev().take(MAX_LINES).take_while(|&at| page.zone().is_tail(at));
    let composed = tail.filter(|&at| page.last && is_composed(page, &page.lines[at]));
    headings.extend(composed.map(|at| (at, Heading::Composed)));
    headings.sort_by_key(|&(index, _)| index);
    headings.dedup_by_key(|heading| heading.0);
    headings.retain(|&(index, _)| !findings.removes(page.lines[index].body));
    headings
}

/// Whether the line is nothing but words of such headings.
fn is_composed(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    if line.chars() > MAX_COMPOSED
        || line.count(Class::Han) < 2
        || line.ends_sentence(page.text)
        || !plain::may_begin(HEADINGS.starts(), text)
    {
        return false;
    }
    HEADINGS.read(&plain::squeezed(text), 0).is_some_and(|read| read.sure > 0)
}

fn heading(page: &Page<'_>, line: &Line, hit: &Hit) -> Option<Heading> {
    if line.chars() > MAX_INLINE {
        return None;
    }
    let head = page.text[line.body..hit.start].trim_start_matches(is_frame);
    let tail = &page.text[hit.end..line.end.max(hit.end)];
    let rest = tail.trim_matches(is_frame);
    let plain = |c: char| matches!(class(c), Class::Han | Class::Digit);
    if head.chars().count() > MAX_LEAD || !head.chars().all(plain) || head.ends_with('查') {
        return None;
    }
    if rest.is_empty() || TRAILERS.contains(&rest) {
        return Some(Heading::Alone);
    }
    let spaced = || tail.starts_with([' ', '　']) && page.zone().is_tail(page.line_at(line.body));
    let marked = spaced()
        || tail.starts_with(|c| is_frame(c) && class(c) != Class::Space && !matches!(c, '，' | ',' | '、'));
    let fits = head.is_empty() && line.chars() <= MAX_INLINE && !headline::is_clause(rest);
    (marked && fits && !headline::is_reference(rest)).then_some(Heading::Inline)
}

/// Marks around a heading.
fn is_frame(c: char) -> bool {
    !matches!(class(c), Class::Han | Class::Letter | Class::Digit | Class::Stop | Class::Other)
}

/// Lines in a row that are blank, known or can be titles; each is read once.
struct Below {
    from: usize,
    to: usize,
}

impl Below {
    /// The first line below a heading, not further than `reach`, that ends the titles.
    fn stop(&mut self, page: &Page<'_>, findings: &Findings, index: usize, reach: usize) -> Option<usize> {
        if !(self.from..=self.to).contains(&(index + 1)) {
            *self = Below { from: index + 1, to: index + 1 };
        }
        while self.to < reach && goes_on(page, findings, self.to) {
            self.to += 1;
        }
        (self.to < reach).then_some(self.to)
    }
}

fn goes_on(page: &Page<'_>, findings: &Findings, at: usize) -> bool {
    let line = &page.lines[at];
    line.is_blank() || is_other(page, findings, line) || line.chars() <= headline::MAX_CHARS
}

fn told(page: &Page<'_>, at: usize) -> bool {
    headline::is_headline(page, &page.lines[at])
}

/// Whether most of some lines are titles: among them a name may stand, or a title that is a sentence.
fn are_titles(page: &Page<'_>, lines: &[usize]) -> bool {
    let told = |at: &usize| told(page, *at);
    let named = |at: &usize| page.lines[*at].chars() <= MAX_NAME;
    let titles = lines.iter().filter(|at| told(at)).count();
    let names = lines.iter().filter(|at| !told(at) && named(at)).count();
    titles > 0 && titles + names.min(titles) + lines.len() / STRANGERS >= lines.len()
}

/// Whether the line belongs to a block of titles without being one.
fn is_other(page: &Page<'_>, findings: &Findings, line: &Line) -> bool {
    headline::is_separator(line)
        || headline::is_date(page, line)
        || findings.removes(line.body)
        || headline::is_cut(page, line)
}

/// One past the last line of the block below the heading; none if no titles stand there.
fn block(
    page: &Page<'_>,
    findings: &Findings,
    below: &mut Below,
    (index, heading): (usize, Heading),
) -> Option<usize> {
    let reach = page.lines.len().min(index + 1 + MAX_LINES);
    if let Some(stop) = below.stop(page, findings, index, reach) {
        return inside(page, index, heading, stop);
    }
    if !page.last || reach < page.lines.len() || !page.lines[..index].iter().any(|line| is_prose(page, line))
    {
        return None;
    }
    let filled = |at: &usize| !page.lines[*at].is_blank();
    let title = |at: usize| !is_other(page, findings, &page.lines[at]);
    let titles: Vec<usize> = (index + 1..reach).filter(filled).filter(|&at| title(at)).collect();
    // Without anything else of a frame below the article, a list of short terms may be its own.
    let strict = findings.removed().is_empty() && !titles.iter().all(|&at| told(page, at));
    let sound = !strict && are_titles(page, &titles);
    let titled = match heading {
        Heading::Inline => sound || titles.is_empty(),
        Heading::Alone => sound,
        Heading::Composed => {
            let long = titles.iter().filter(|at| page.lines[**at].chars() >= MIN_TITLE).count();
            let listed = page.lines[index].chars() >= MIN_COMPOSED && long >= 2 && long * 2 > titles.len();
            sound && (listed || is_framed(page, findings, index))
        }
    };
    if titled {
        return Some((index..reach).rev().find(filled).map_or(index + 1, |last| last + 1));
    }
    // What is no title below ends a shorter block, as running text does.
    let stop = titles.into_iter().find(|&at| !told(page, at))?;
    inside(page, index, heading, stop)
}

/// The end of a block that running text follows, at line `stop`: titles up to the first gap, or
/// all but the last, which may head what follows. Lists that a writer set with bullets stay.
fn inside(page: &Page<'_>, index: usize, heading: Heading, stop: usize) -> Option<usize> {
    if is_bulleted(page, &page.lines[index]) || page.lines[index].is_blank() {
        return None;
    }
    if heading == Heading::Inline {
        return Some(index + 1);
    }
    let first = (index + 1..stop).find(|&at| !page.lines[at].is_blank())?;
    let gap = (first..stop).find(|&at| page.lines[at].is_blank());
    let end = gap.unwrap_or(stop - 1);
    let titles = &page.lines[first..end.max(first)];
    let sound = |line: &Line| {
        let title = headline::is_headline(page, line) || headline::is_date(page, line);
        title && line.chars() >= MIN_TITLE && !is_bulleted(page, line)
    };
    (titles.len() >= 2 && titles.iter().all(sound)).then_some(end)
}

/// Whether a line of the page's frame goes below the heading or straight above it.
fn is_framed(page: &Page<'_>, findings: &Findings, index: usize) -> bool {
    let goes = |line: &Line| findings.removes(line.body) && !line.is_blank();
    page.lines[index + 1..].iter().any(goes)
        || page.lines[..index].iter().rev().find(|line| !line.is_blank()).is_some_and(goes)
}

/// Whether a bullet as writers of plain text set it begins the line.
fn is_bulleted(page: &Page<'_>, line: &Line) -> bool {
    line.text(page.text).starts_with(['*', '-', '+', '#'])
}

fn is_prose(page: &Page<'_>, line: &Line) -> bool {
    line.chars() >= 24 && line.ends_sentence(page.text)
}
