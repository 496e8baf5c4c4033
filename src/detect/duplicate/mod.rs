//! **What it finds**: a title that stands twice at the head, a summary that copies the lead (scraps and
//! names that were dropped into either are passed over), a paragraph or a whole article again.
//!
//! **Why it is noise**: the page says the same thing twice because its template does.
//!
//! **Example**: `石桥夜里亮起新灯⏎石桥夜里亮起新灯⏎`
//!
//! **Keeps**: refrains, rows of a table, short lines, a clause that a contract repeats far off, an
//! abstract in words of its own.
//!
//! **Confidence**: certain for a long paragraph straight below itself, else likely.

mod align;
mod paragraph;
mod summary;
mod title;

use super::{Findings, Page};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if page.first {
        title::detect(page, findings);
        summary::detect(page, findings);
    }
    paragraph::detect(page, findings);
}

/// The characters of `text` that are not white space.
fn bare(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}
