//! A summary above the article that only copies its lead.

use super::super::{Findings, Page};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
    },
};

/// How many filled lines from the top are looked at.
const HEAD: usize = 8;
/// Fewest letters and characters of a copy, with a label before it and without.
const MIN_LABELLED: usize = 16;
const MIN_COPY: usize = 36;
/// Labels of a summary.
const LABELS: [&str; 14] = [
    "本文摘要",
    "文章摘要",
    "内容摘要",
    "摘要",
    "简介",
    "简要描述",
    "内容简介",
    "导读",
    "核心提示",
    "内容提要",
    "文章导读",
    "本文導讀",
    "導讀",
    "摘錄",
];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let head: Vec<&Line> = page
        .lines
        .iter()
        .filter(|line| !line.is_blank() && !findings.removes(line.body))
        .take(HEAD)
        .collect();
    for (at, line) in head.iter().enumerate() {
        let (label, body) = split(line.text(page.text));
        let needed = if label { MIN_LABELLED } else { MIN_COPY };
        let followers = if label { head[at + 1..].iter().take(3) } else { head[at + 1..].iter().take(1) };
        for next in followers {
            let shorter = label || line.chars() < next.chars();
            if shorter && is_copy(body, next.text(page.text), needed) {
                let rule = "duplicate/summary@1";
                findings.remove(line.start..line.next, Kind::Duplicate, rule, Confidence::Likely);
                break;
            }
        }
    }
}

/// Takes a label with its mark off the front.
fn split(text: &str) -> (bool, &str) {
    let text = text.trim_start_matches(|c| class(c) == Class::Open);
    let labelled = LABELS.iter().find_map(|label| {
        let rest = text.strip_prefix(label)?.trim_start_matches(|c| class(c) == Class::Close);
        rest.strip_prefix([':', '：']).or_else(|| (rest.len() < text.len() - label.len()).then_some(rest))
    });
    (labelled.is_some(), labelled.unwrap_or(text))
}

/// Whether `lead` begins with `copy`; where that ends as a sentence does, foreign scraps inside the
/// lead are passed over. A headline, which has no such end, is often made of the lead's words.
/// Linear in `copy`.
fn is_copy(copy: &str, lead: &str, needed: usize) -> bool {
    let mut wanted = words(copy).peekable();
    let begins = |c: &char| lead.contains(*c);
    if !wanted.peek().is_some_and(begins) {
        return false;
    }
    let is_whole = copy.trim_end().ends_with(|c| c == '.' || class(c) == Class::Stop);
    let count = words(copy).count();
    let allowed = if is_whole { count / 12 } else { 0 };
    let mut skips = 0;
    let mut gap = false;
    for c in words(lead).take(count + count / 2) {
        if wanted.peek() == Some(&c) {
            wanted.next();
            gap = false;
        } else {
            skips += usize::from(!gap);
            gap = true;
        }
        if skips > allowed {
            return false;
        }
    }
    count >= needed && wanted.count() * 20 <= count
}

/// The letters, characters and digits of `text`.
fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| is_wordlike(c))
}
