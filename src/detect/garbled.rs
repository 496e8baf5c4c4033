//! **What it finds**: documents that a broken decoder made unreadable: over a twentieth of the text is
//! runs of characters that no decoder knows or that only some font has.
//!
//! **Why it is noise**: what stood there is lost, and what is left does not read on.
//!
//! **Example**: `昨晚\u{fffd}\u{fffd}\u{fffd}桥头\u{fffd}\u{fffd}亮起`, and so on.
//!
//! **Keeps**: single characters of a font's own, be they marks all through a text; a few such runs,
//! which are taken out as noise.
//!
//! **Confidence**: a verdict has none.

use super::{Findings, Page};
use crate::{
    kind::DropReason,
    text::{Class, chars::class},
};

/// Fewest broken characters in runs, and one in how many is one at least.
const MIN_BROKEN: usize = 10;
const SHARE: usize = 20;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let chars = || page.lines.iter().map(crate::text::Line::chars).sum::<usize>();
    let broken = page.count(Class::Broken);
    if broken < MIN_BROKEN || !page.first || !page.last || broken * SHARE < chars() {
        return;
    }
    if in_runs(page.text) * SHARE >= chars() {
        findings.drop_document(DropReason::Garbled);
    }
}

/// How many broken characters stand beside another. Linear.
fn in_runs(text: &str) -> usize {
    let mut count = 0;
    let mut run = 0;
    for c in text.chars().chain(['\n']) {
        if class(c) == Class::Broken {
            run += 1;
        } else {
            count += if run > 1 { run } else { 0 };
            run = 0;
        }
    }
    count
}
