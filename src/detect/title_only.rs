//! **What it finds**: a page that is nothing but a title which reads like a search query.
//!
//! **Why it is noise**: the page was made for the query; it answers nothing.
//!
//! **Example**: `旧家具搬运怎么收费标准`
//!
//! **Keeps**: a short announcement, a question that somebody asks, a page with one sentence.
//!
//! **Confidence**: a verdict has none.

use super::{Findings, Page, query};
use crate::{
    kind::DropReason,
    lexicon::Lexicon,
    text::{Class, Line},
};

/// Shortest and longest title, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 4..=42;
/// Most lines of a page that can be nothing but a title and known boilerplate.
const MAX_PAGE: usize = 24;
/// Most lines: the title, and the title again.
const MAX_LINES: usize = 3;

/// Words by which a short line announces something.
const NEWS: [&str; 22] = [
    "通知", "公告", "启事", "啟事", "通告", "公示", "开班", "開班", "举行", "舉行", "开业", "開業", "今日",
    "明日", "今天", "明天", "我", "你", "了", "已", "将", "被",
];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !page.first || !page.last || page.lines.len() > MAX_PAGE {
        return;
    }
    let filled = page.lines.iter().filter(|line| !line.is_blank() && !findings.removes(line.body));
    let filled: Vec<&Line> = filled.take(MAX_LINES + 1).collect();
    if filled.len() > MAX_LINES || !filled.iter().all(|line| is_open(line)) {
        return;
    }
    let Some(first) = filled.first().map(|line| line.text(page.text)) else { return };
    let core = first.strip_prefix("展开").or_else(|| first.strip_prefix("展開")).unwrap_or(first).trim();
    let same = filled.iter().skip(1).all(|line| line.text(page.text).contains(core));
    if same && (core != first || is_searched(page, filled[0])) {
        findings.drop_document(DropReason::TitleOnly);
    }
}

/// Whether the line is a query, or names what is searched for and tells nothing.
fn is_searched(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    if query::is_made_of_query(text) {
        return true;
    }
    let single = line.count(Class::Stop) == 0 && !text.contains(char::is_whitespace);
    let named = || page.hits_in(line.body..line.end).iter().any(|hit| hit.lexicon == Lexicon::SearchPhrase);
    single && (query::is_query(text) || !NEWS.iter().any(|word| text.contains(word)) && named())
}

/// Whether the line is as long as a title and has no mark of a sentence, but that it may ask.
fn is_open(line: &Line) -> bool {
    let asks = usize::from(matches!(line.last(), '?' | '？'));
    let marks = line.count(Class::Stop) + line.count(Class::Pause);
    CHARS.contains(&line.chars()) && line.count(Class::Han) >= 4 && marks == asks
}
