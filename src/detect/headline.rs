//! Knows the line of a list of headlines, and what separates such lines, when it sees one.

use super::{Page, date, meta_line::composite};
use crate::text::{Class, Line, chars};

/// Longest headline, in code points, with the date or column that stands beside it.
pub(crate) const MAX_CHARS: usize = 72;
/// Longest headline, in code points, that ends as a sentence does.
const MAX_ENDED: usize = 44;
/// Marks that sites set before titles; writers set others.
const BULLETS: [char; 18] =
    ['■', '●', '○', '◆', '·', '•', '▪', '►', '▶', '◎', '☆', '★', '※', '→', '>', '□', '◇', '◦'];
/// Lengths of a lead that breaks off, in code points.
const MIN_LEAD: usize = 30;
const MAX_LEAD: usize = 320;
/// Longest separator, in code points.
const MAX_SEPARATOR: usize = 80;

/// Whether the line is nothing but marks: `-`, `—`, `***`.
pub(crate) fn is_separator(line: &Line) -> bool {
    let marks = line.count(Class::Mark) + line.count(Class::Symbol) + line.count(Class::Stop);
    !line.is_blank() && line.chars() <= MAX_SEPARATOR && marks == line.chars()
}

/// Whether the line is a date with or without the time of day, or what else stands below a title in a
/// list: who put it up, how often it was read.
pub(crate) fn is_date(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text).trim_matches(|c| matches!(chars::class(c), Class::Open | Class::Close));
    let dated = || line.count(Class::Digit) >= 4 && date::leads(text);
    line.chars() <= 24 && line.count(Class::Digit) > 0 && (dated() || composite::is_item(text))
}

/// Whether the line is a lead that breaks off in dots.
pub(crate) fn is_cut(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let core = text.trim_end_matches(['.', '…', '⋯']);
    let dots = &text[core.len()..];
    (MIN_LEAD..=MAX_LEAD).contains(&line.chars())
        && (dots.starts_with('…') || dots.len() > 2)
        && core.ends_with(|c| chars::is_wordlike(c) || chars::class(c) == Class::Pause)
}

/// Whether the line is `#tags` and a date.
pub(crate) fn is_dated_tag(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let tagged = text.starts_with('#') && line.chars() <= 60;
    tagged && text.split_once(' ').is_some_and(|(_, date)| date::leads(date.trim()))
}

/// Whether the line can be a headline in a list: short, of Chinese, and no sentence of an article.
pub(crate) fn is_headline(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let long = line.chars() > MAX_CHARS;
    let wordy = line.count(Class::Han) >= (line.count(Class::Letter) / 2).max(4);
    !long
        && wordy
        && !is_clause(text)
        && !is_reference(text)
        && (!is_ended(text) || line.chars() <= MAX_ENDED)
}

/// Whether a mark, a date or a number that begins the line begins the other too: then both are items of one list.
pub(crate) fn share_bullet(a: &str, b: &str) -> bool {
    let bullet = |text: &str| {
        let first = text.chars().next().filter(|&c| !chars::is_wordlike(c) || c.is_ascii_digit())?;
        let dated = || text[first.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
        match first {
            '[' | '［' | '(' | '（' => dated().then_some('['),
            '0'..='9' => dated().then_some('0'),
            mark => BULLETS.contains(&mark).then_some(mark),
        }
    };
    bullet(a).is_some_and(|mark| bullet(b) == Some(mark))
}

/// Whether the line stops where only a clause or a statement does.
pub(crate) fn is_clause(text: &str) -> bool {
    let core = text.trim_end_matches(|c| chars::class(c) == Class::Close);
    core.ends_with(['。', '，', ',', '；', ';', '：', ':', '、'])
        || text.contains('。') && !text.contains("。。")
}

/// Whether the line ends as a question or a call does.
pub(crate) fn is_ended(text: &str) -> bool {
    text.ends_with(|c| chars::class(c) == Class::Stop)
}

/// Whether the line cites a book, a paper or a page.
pub(crate) fn is_reference(text: &str) -> bool {
    text.contains("ISBN")
        || text.contains("出版")
        || text.contains("http")
        || text.contains("doi")
        || text.contains("[J]")
        || text.contains("[M]")
        || text.contains('．')
        || text.starts_with('^')
        || text.starts_with('《') && text.ends_with('》')
}
