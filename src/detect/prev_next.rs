//! **What it finds**: a line that links to the previous or next article.
//!
//! **Why it is noise**: it is navigation; a third of crawled pages carry it below the article.
//!
//! **Example**: `上一篇：旧桥的故事 下一篇：没有了`
//!
//! **Keeps**: `上一篇讲了……` in a sentence: without a mark behind the word, or with a sentence's
//! end in the line, it is text.
//!
//! **Confidence**: certain with a colon or bracket behind the word, else likely.

use super::{Findings, Page};
use crate::{
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{Class, Line, chars},
};

/// Longest such line, in code points: two titles and their labels.
const MAX_CHARS: usize = 140;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    for hit in page.hits(Lexicon::PrevNext) {
        let line = &page.lines[page.line_at(hit.start)];
        if hit.start != line.body || !is_link(page, line, hit.end) {
            continue;
        }
        findings.remove(line.start..line.next, Kind::PrevNext, "prev_next/label@1", Confidence::Certain);
    }
}

fn is_link(page: &Page<'_>, line: &Line, label_end: usize) -> bool {
    let marked = chars::after(page.text, label_end).is_some_and(|c| matches!(c, ':' | '：' | '】' | ']'));
    marked && line.chars() <= MAX_CHARS && line.count(Class::Stop) == 0
}
