//! Titles behind the article's end, without a heading.

use super::{
    super::{Findings, Page, headline},
    row::{
        chops, ends_speech, has_headline_marks, is_attribution, is_citation, is_framed, is_labelled,
        is_names, is_numbered, is_row, is_signature, speaks,
    },
};
use crate::{
    kind::Kind,
    lexicon::Whole,
    span::Confidence,
    text::{Class, Line},
};

/// Most lines that are looked at from the page's end up.
const MAX_LINES: usize = 60;
/// Lengths, in code points, of nearly every headline.
const LENGTHS: std::ops::RangeInclusive<usize> = 9..=44;
/// Usual lengths of headlines, in code points: from here on, and clearly so.
const MEDIAN: usize = 13;
const LONG: usize = 16;
/// Fewest lines of a numbered list that can be headlines.
const MIN_NUMBERED: usize = 3;
/// Fewest lines without an end in a collection of sayings, and how many lines above the list are near it.
const MANY_OPEN: usize = 4;
const NEAR: usize = 6;
/// Points from which the lines are taken for headlines.
const ENOUGH: i32 = 3;
/// Fewest bytes of a date in figures.
const MIN_DATE: usize = 8;
/// Fewest code points of an article.
const MIN_ARTICLE: usize = 60;
/// Longest word of a button, in code points, between an article and the titles.
const MAX_BUTTON: usize = 4;
/// How many lines from the top may be titles, dates and names.
const HEAD: usize = 4;
/// Fewest code points of a line of running text.
const PROSE: usize = 30;

/// Words of headings below which a writer lists sources, not a site its pages.
const SECTIONS: [&str; 8] = ["参考", "參考", "文献", "文獻", "一步阅读", "注释", "附录", "附錄"];

/// What follows the last sentence of a page.
struct Tail {
    /// The first line of the titles, one past the last.
    first: usize,
    last: usize,
    /// The lines that are titles.
    titles: Vec<usize>,
    /// How many known lines of boilerplate stand between the article and the first title.
    known: usize,
    /// How many separators and gaps stand before the first.
    gaps: usize,
    /// How many dates stand on lines of their own.
    dates: usize,
    /// How many leads that break off stand below titles.
    cuts: usize,
    /// Whether links to the neighbouring articles stand there too.
    behind_links: bool,
    /// The last line of the article.
    closing: usize,
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut bottom = if page.last { page.lines.len() } else { 0 };
    // A sentence below the article, such as a notice in unknown words, ends only what is below it.
    while bottom > 0 {
        let tail = tail(page, findings, bottom);
        let below_all = bottom == page.lines.len();
        let fits = |tail: &Tail| {
            !tail.titles.is_empty() && (below_all || tail.known > 0) && tail.points(page) >= ENOUGH
        };
        if let Some(tail) = tail.as_ref().filter(|tail| fits(tail)) {
            let range = page.lines[tail.first].start..page.lines[tail.last].next;
            findings.remove(range, Kind::RelatedHeadlines, "related_headlines/bare@1", Confidence::Likely);
        }
        let below = tail.map_or(0, |tail| tail.closing);
        let framed = below > 0 && !findings.removed().is_empty();
        bottom = if framed && page.zone().is_tail(below) { below } else { 0 };
    }
}

/// Reads the lines from line `bottom` up to the last sentence above it.
fn tail(page: &Page<'_>, findings: &Findings, bottom: usize) -> Option<Tail> {
    let lines = &page.lines[..bottom];
    let floor = page.lines.len().saturating_sub(MAX_LINES);
    let (mut titles, mut known, mut gaps, mut dates, mut cuts) = (Vec::new(), 0, 0, 0, 0);
    let mut last = None;
    for at in (floor..bottom).rev() {
        let line = &lines[at];
        if line.is_blank() || headline::is_separator(line) || is_button(page, line) {
            gaps += 1;
        } else if findings.removes(line.body) {
            known += 1;
        } else if headline::is_date(page, line) || headline::is_dated_tag(page, line) {
            dates += 1;
            last.get_or_insert(at);
        } else if headline::is_cut(page, line) && !line.text(page.text).ends_with("……") {
            cuts += 1;
            last.get_or_insert(at);
        } else if (headline::is_headline(page, line)
            || titles.last().is_some_and(|&below| belongs(page, at, below)))
            && !is_prose(page, line)
        {
            (gaps, known, last) = (0, 0, last.or(Some(at)));
            titles.push(at);
        } else {
            let (first, last) = (titles.last().map_or(at, |&first| first), last.unwrap_or(at));
            let behind_links = findings.has(Kind::PrevNext, line.next);
            return Some(Tail { first, last, titles, known, gaps, dates, cuts, behind_links, closing: at });
        }
    }
    None
}

/// Whether the line is an item of the list that a title below belongs to.
fn belongs(page: &Page<'_>, at: usize, below: usize) -> bool {
    let [line, title] = [at, below].map(|at| page.lines[at].text(page.text));
    page.lines[at].chars() <= *LENGTHS.end() && headline::share_bullet(line, title)
}

/// Whether the line is a button's word of the reader's interface.
fn is_button(page: &Page<'_>, line: &Line) -> bool {
    line.chars() <= MAX_BUTTON && Whole::ButtonWeak.has(line.text(page.text))
}

fn is_prose(page: &Page<'_>, line: &Line) -> bool {
    let long = line.chars() > *LENGTHS.end() && line.count(Class::Pause) > 1;
    long || line.chars() >= PROSE && line.ends_sentence(page.text) && line.count(Class::Pause) > 0
}

impl Tail {
    fn points(&self, page: &Page<'_>) -> i32 {
        let linked = self.behind_links && self.known > 0;
        let closed = || is_closed(page, &page.lines[self.closing]) && is_article(page, self.closing);
        let single = self.titles.len() < 2;
        if single && !self.behind_links || !linked && !closed() || !self.is_list(page) {
            return 0;
        }
        let count = match self.titles.len() {
            0 | 1 => 0,
            2 => 1,
            3 | 4 => 2,
            _ => 3,
        };
        let known = if self.known > 0 { 3 } else { 0 };
        let gap = i32::from(self.gaps > 0);
        let dated = self.lines(page).filter(|line| is_dated(line.text(page.text))).count();
        let dated = if dated >= 2 && dated == self.titles.len() { 2 } else { 0 };
        let cut = if self.cuts >= 2 && self.cuts <= self.titles.len() { 2 } else { 0 };
        count + known + gap + dated + cut + self.likeness(page)
    }

    /// Whether the lines can be titles side by side: no rows, labels, names, verses.
    fn is_list(&self, page: &Page<'_>) -> bool {
        let count = self.titles.len() - usize::from(self.is_headed(page));
        let few = |is: fn(&str) -> bool| {
            self.lines(page).filter(|line| is(line.text(page.text))).count() * 2 <= count
        };
        let framed = self.lines(page).any(|line| is_framed(line.text(page.text)));
        let headed = SECTIONS.iter().any(|word| page.lines[self.first].text(page.text).contains(word));
        let fitting = self.lines(page).filter(|line| LENGTHS.contains(&line.chars())).count();
        let others = |is: fn(&str) -> bool| self.lines(page).any(|line| is(line.text(page.text)));
        !framed
            && !headed
            && !others(is_names)
            && !others(is_attribution)
            && (self.known > 0 || self.dates > 0 || self.behind_links || !self.is_common(page))
            && (self.is_marked_off()
                || !others(speaks) && !others(chops) && !others(is_numbered) && !self.is_usual(page))
            && !is_citation(page.lines[self.closing].text(page.text))
            && fitting * 5 >= count * 4
            && few(is_labelled)
            && few(|text| is_row(text) && !is_dated(text))
            && few(is_signature)
            && few(is_citation)
            && few(ends_speech)
            && (self.known > 0 || self.behind_links || few(headline::is_ended))
            && (few(is_numbered) || count >= MIN_NUMBERED && self.median(page) >= LONG)
            && (self.known > 0 || self.cuts > 1 || self.median(page) >= MEDIAN && !self.is_even(page))
            && (self.dates == 0 || self.dates + 1 >= count)
            && self.cuts <= count
    }

    /// Whether more than their own looks tells that they are titles.
    fn is_marked_off(&self) -> bool {
        self.titles.len() > 2 || self.known > 0 || self.gaps > 0 || self.dates > 0 || self.behind_links
    }

    /// Whether a fourth of the lines inside the article and of those near the list have no end either, as
    /// in a collection of sayings.
    fn is_common(&self, page: &Page<'_>) -> bool {
        let share = |lines: &[Line]| {
            let filled = || lines.iter().filter(|line| !line.is_blank());
            let open = filled().filter(|line| {
                LENGTHS.contains(&line.chars()) && !line.ends_sentence(page.text) && !is_item(line)
            });
            (open.count(), filled().count())
        };
        let (open, all) = share(&page.lines[..self.closing]);
        let near = share(&page.lines[self.closing.saturating_sub(NEAR)..self.closing]);
        open >= MANY_OPEN && open * 4 >= all && near.0 > 0
    }

    /// Whether as many lines without an end stand inside the article, as among notes and remarks.
    fn is_usual(&self, page: &Page<'_>) -> bool {
        let inner = page.lines[..self.closing].iter().skip(HEAD);
        let open = |line: &&Line| {
            LENGTHS.contains(&line.chars()) && !line.ends_sentence(page.text) && !is_item(line)
        };
        inner.filter(open).nth(1).is_some()
    }

    /// Whether all lines are of one length, as in verse and slogans.
    fn is_even(&self, page: &Page<'_>) -> bool {
        let mut lengths = self.lines(page).map(Line::chars);
        let first = lengths.next();
        lengths.all(|length| Some(length) == first)
    }

    /// The middle of the titles' lengths, in code points.
    fn median(&self, page: &Page<'_>) -> usize {
        let mut lengths: Vec<usize> = self.lines(page).map(Line::chars).collect();
        lengths.sort_unstable();
        lengths.get(lengths.len() / 2).copied().unwrap_or(0)
    }

    /// How much the lines read like headlines.
    fn likeness(&self, page: &Page<'_>) -> i32 {
        let median = self.median(page);
        let marked = self.lines(page).filter(|line| has_headline_marks(line.text(page.text))).count();
        let own = page
            .title
            .as_ref()
            .is_some_and(|title| self.lines(page).any(|line| line.text(page.text) == title.text));
        i32::from(median >= MEDIAN)
            + i32::from(median >= LONG)
            + i32::from(marked * 3 >= self.titles.len())
            + 2 * i32::from(own)
    }

    /// Whether the first line is a heading in unknown words: behind known lines of the frame, short, and over
    /// two titles or more.
    fn is_headed(&self, page: &Page<'_>) -> bool {
        let short = |at: &usize| page.lines[*at].chars() < *LENGTHS.start();
        self.known > 0 && self.titles.len() > 2 && self.titles.last().is_some_and(short)
    }

    fn lines<'p>(&'p self, page: &'p Page<'_>) -> impl Iterator<Item = &'p Line> {
        let titles = self.titles.len() - usize::from(self.is_headed(page));
        self.titles[..titles].iter().map(|&at| &page.lines[at])
    }
}

/// Whether a date with its whole year stands behind the title in figures, or in brackets before it.
fn is_dated(text: &str) -> bool {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/');
    let is_date = |date: &str| {
        let year = date.bytes().take_while(u8::is_ascii_digit).count() == 4;
        year && date.starts_with(['1', '2']) && date.len() >= MIN_DATE
    };
    let tail = text.trim_end_matches([')', '）', ']', '】']);
    let name = tail.trim_end_matches(figures);
    let head = text.trim_start_matches(['[', '【', '(', '（']);
    let rest = head.trim_start_matches(figures);
    let behind = is_date(&tail[name.len()..]) && name.ends_with([' ', '　', '(', '（', '[', '【']);
    let before = head.len() < text.len() && rest.starts_with([']', '】', ')', '）']);
    behind || before && is_date(&head[..head.len() - rest.len()])
}

/// Whether the article's last line ends it: with a sentence's end, and no list announced.
fn is_closed(page: &Page<'_>, line: &Line) -> bool {
    line.ends_sentence(page.text) && !line.text(page.text).ends_with(['…', '.'])
        || line.text(page.text).ends_with(['）', ')'])
}

/// Whether the lines up to `end` are running text, with few characters on lines without an end.
fn is_article(page: &Page<'_>, end: usize) -> bool {
    let (mut prose, mut open) = (0, 0);
    for line in &page.lines[..=end] {
        let runs = line.ends_sentence(page.text) || line.count(Class::Stop) > 0 || is_item(line);
        *(if runs { &mut prose } else { &mut open }) += line.chars();
    }
    prose >= MIN_ARTICLE && open * 4 <= prose
}

/// Whether the line goes on in the next: an item of a list inside the text.
fn is_item(line: &Line) -> bool {
    matches!(line.last(), ';' | '；' | '：' | ':' | '，' | ',')
}
