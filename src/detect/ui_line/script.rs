//! Lines of script that were left over among prose.

use std::ops::Range;

use crate::{
    detect::{Findings, Page, line_words},
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{Class, Line},
};

/// Most lines of script that were left over; more are a text about code.
const MAX_RUN: usize = 24;
/// Most lines of code elsewhere on a page that is not about code.
const MAX_OTHER: usize = 2;

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let anchors = line_words::lines(page, &[Lexicon::Script]);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for index in anchors {
        if runs.last().is_none_or(|run| index >= run.end) && is_code(page, index) {
            runs.push(run_around(page, index));
        }
    }
    let inside: usize = runs.iter().map(ExactSizeIterator::len).sum();
    if runs.is_empty() || inside > MAX_RUN || is_about_code(page, inside) {
        return;
    }
    for run in runs.iter().filter(|run| !is_introduced(page, run.start)) {
        let range = page.lines[run.start].start..page.lines[run.end - 1].next;
        findings.remove(range, Kind::UiLine, "ui_line/script@1", Confidence::Likely);
    }
}

/// The lines of code around one of them.
fn run_around(page: &Page<'_>, index: usize) -> Range<usize> {
    let before = (0..index).rev().take(MAX_RUN).take_while(|&at| is_code(page, at)).count();
    let after = (index + 1..page.lines.len()).take(MAX_RUN).take_while(|&at| is_code(page, at)).count();
    index - before..index + after + 1
}

/// Whether a line has the marks of code and few characters of prose.
fn is_code(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let text = line.text(page.text);
    let marked = text.contains(['(', ')', '{', '}', ';', '=', '<']);
    marked && line.count(Class::Han) * 5 <= line.chars()
}

fn is_about_code(page: &Page<'_>, inside: usize) -> bool {
    let code = (0..page.lines.len()).filter(|&at| is_code(page, at)).count();
    let fenced = |line: &Line| line.text(page.text).starts_with("```");
    code > inside + MAX_OTHER || page.lines.iter().any(fenced) || page.count(Class::Han) == 0
}

fn is_introduced(page: &Page<'_>, index: usize) -> bool {
    line_words::above(page, index).is_some_and(|line| matches!(line.last(), '：' | ':'))
}
