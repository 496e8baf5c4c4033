//! **What it finds**: the label of an advertisement on a line of its own, and a line between the
//! corner marks with which portals frame their own offers.
//!
//! **Why it is noise**: it marks the place where an advertisement stood.
//!
//! **Example**: `[廣告] 請繼續往下閱讀.`
//!
//! **Keeps**: sentences about advertising; a title between other marks.
//!
//! **Confidence**: certain.

use super::{Findings, Page, plain};
use crate::{
    kind::Kind,
    lexicon::Whole,
    span::Confidence,
    text::{Class, Line},
};

/// Longest label, in code points.
const MAX_CHARS: usize = 24;
/// Longest framed offer, in code points.
const MAX_FRAMED: usize = 40;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    for line in page.lines.iter().filter(|line| !line.is_blank() && line.chars() <= MAX_FRAMED) {
        let text = line.text(page.text);
        if is_framed(line, text) {
            findings.remove(line.start..line.next, Kind::AdMarker, "ad_marker/frame@1", Confidence::Likely);
        } else if line.chars() <= MAX_CHARS && is_label(text) {
            findings.remove(line.start..line.next, Kind::AdMarker, "ad_marker/label@1", Confidence::Certain);
        }
    }
}

fn is_label(text: &str) -> bool {
    Whole::may_begin(&[Whole::AdMarker], plain::head(text))
        // Letters in a list are no word.
        && !text.contains('、')
        && Whole::AdMarker.has(&plain::squeezed(text))
}

fn is_framed(line: &Line, text: &str) -> bool {
    line.last() == '◢' && text.starts_with('◤') && line.count(Class::Han) > 0
}
