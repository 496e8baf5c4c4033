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

use super::{Findings, Page, composed::Trade, plain};
use crate::{
    kind::Kind,
    lexicon::Whole,
    span::Confidence,
    text::{Class, Line},
};

/// What labels are put together from, and fewest words of one that no list has.
const ADS: Trade = Trade { sure: Whole::AdSure, part: Whole::AdPart };
const MIN_WORDS: usize = 3;
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
    let listed = Whole::AdMarker.bit();
    let begun = plain::beginning(Whole::starts(&[Whole::AdMarker, ADS.sure, ADS.part]), text);
    // Letters in a list are no word.
    begun & listed != 0 && !text.contains('、') && Whole::AdMarker.has(&plain::squeezed(text))
        || begun & !listed != 0 && is_composed(text)
}

/// Whether the line is nothing but words of such labels: `以下是广告，请继续往下阅读`.
fn is_composed(text: &str) -> bool {
    !text.ends_with('。')
        && ADS.may_have(text, 1)
        && ADS.read(&plain::squeezed(text), 0).is_some_and(|read| read.sure > 0 && read.words >= MIN_WORDS)
}

fn is_framed(line: &Line, text: &str) -> bool {
    line.last() == '◢' && text.starts_with('◤') && line.count(Class::Han) > 0
}
