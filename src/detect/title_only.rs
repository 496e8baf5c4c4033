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
    text::{Class, Line},
};

/// Shortest and longest title, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 5..=42;
/// Most lines of a page that can be nothing but a title and known boilerplate.
const MAX_PAGE: usize = 24;
/// Most lines: the title, and the title again.
const MAX_LINES: usize = 3;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !page.first || !page.last || page.lines.len() > MAX_PAGE {
        return;
    }
    let filled: Vec<&Line> =
        page.lines.iter().filter(|line| !line.is_blank() && !findings.removes(line.body)).collect();
    if filled.len() > MAX_LINES || !filled.iter().all(|line| is_open(line)) {
        return;
    }
    let Some(first) = filled.first().map(|line| line.text(page.text)) else { return };
    let core = first.strip_prefix("展开").or_else(|| first.strip_prefix("展開")).unwrap_or(first).trim();
    let same = filled.iter().skip(1).all(|line| line.text(page.text).contains(core));
    if same && (core != first || query::is_query(core) && first.chars().all(|c| !c.is_whitespace())) {
        findings.drop_document(DropReason::TitleOnly);
    }
}

/// Whether the line is as long as a title and has no mark of a sentence.
fn is_open(line: &Line) -> bool {
    let marks = line.count(Class::Stop) + line.count(Class::Pause);
    CHARS.contains(&line.chars()) && line.count(Class::Han) >= 4 && marks == 0
}
