//! A summary that begins with such a site's name.

use super::{
    super::Page,
    brand,
    phrases::{MAX_NAME, is_name},
};
use crate::{
    lexicon::Lexicon,
    text::{Line, chars::is_wordlike},
};

/// Labels of a summary.
const SUMMARIES: [&str; 5] = ["文章摘要", "本文摘要", "内容摘要", "文章导读", "摘要"];
/// The characters that labels begin with.
const FIRSTS: [char; 4] = ['文', '本', '内', '摘'];
/// Longest name, in code points, that is told by what stands behind it.
const MAX_SHORT_NAME: usize = 6;
/// Most titles behind it, and the length of one, in code points, that is sure to be a title.
const MAX_TITLES: usize = 8;
const MIN_TITLE: usize = 8;
/// How many of a title's first characters are looked for on the page.
const FOREIGN: usize = 3;

/// Whether the line is a summary that begins with such a site's name.
pub(super) fn is_summary(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    if !text.starts_with(FIRSTS) {
        return false;
    }
    let body = SUMMARIES.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix([':', '：']));
    let Some((name, rest)) = body.and_then(|body| body.trim_start().split_once([',', '，', ':', '：', '|']))
    else {
        return false;
    };
    let known = page
        .hits_in(line.body..line.end)
        .iter()
        .any(|hit| hit.lexicon == Lexicon::SpamBrand && hit.end <= line.body + text.len() - name.len());
    let named = is_name(name) || brand::is_shaped(name) || known && name.chars().count() <= MAX_NAME;
    named && brand::is_foreign_but(page, name, |at| (line.start..line.next).contains(&at))
        || is_foreign(page, line, name, rest)
}

/// Whether a short name and titles stand behind the label none of which begins with words that the
/// page has elsewhere: an article's own summary speaks of what it speaks of.
fn is_foreign(page: &Page<'_>, line: &Line, name: &str, rest: &str) -> bool {
    let elsewhere =
        |words: &str| page.text[..line.start].contains(words) || page.text[line.next..].contains(words);
    if !(2..=MAX_SHORT_NAME).contains(&name.chars().count()) || !name.chars().all(is_wordlike) {
        return false;
    }
    let titles: Vec<&str> = rest.split([',', '，', '。']).filter(|title| !title.is_empty()).collect();
    let begins = |title: &str| title.char_indices().nth(FOREIGN).map(|(end, _)| end);
    (1..=MAX_TITLES).contains(&titles.len())
        && titles.iter().any(|title| title.chars().count() >= MIN_TITLE)
        && !elsewhere(name)
        && !titles.iter().any(|title| begins(title).is_some_and(|end| elsewhere(&title[..end])))
}
