//! **What it finds**: cut leads of other articles, each ending in dots and a link to the rest, with
//! their titles and what separates them.
//!
//! **Why it is noise**: they advertise other pages; none says what it begins to say.
//!
//! **Example**: `-⏎山村小学迎来了第一台……⏎...[详细]`
//!
//! **Keeps**: a sentence that speaks of such a link; an article whose own end is cut.
//!
//! **Confidence**: certain for two items or more, likely for one.

mod block;
mod mark;

use super::{Findings, Page};
use crate::{kind::Kind, span::Confidence};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let marks = mark::marks(page);
    for block in block::blocks(page, &marks) {
        let confidence = if block.items > 1 { Confidence::Certain } else { Confidence::Likely };
        let range = page.lines[block.first].start..page.lines[block.last].next;
        findings.remove(range, Kind::TeaserList, "teaser_list/item@1", confidence);
    }
}
