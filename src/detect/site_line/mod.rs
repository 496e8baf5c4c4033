//! **What it finds**: the site's own lines: copyright, licence numbers, disclaimers, who may
//! reprint, the page's address, the site's name on a line of its own.
//!
//! **Why it is noise**: it speaks of the site, and stands on each of its pages.
//!
//! **Example**: `版权声明：本站内容来自网络，如有侵权请联系删除。`
//!
//! **Keeps**: laws, news and lessons about copyright and licences; a quoted notice; the address of
//! an office in a notice; a list of references.
//!
//! **Confidence**: certain for licence numbers, else likely.

mod composed;
mod notice;
mod own_name;
mod phrase;

use super::{Findings, Page};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    notice::detect(page, findings);
    composed::detect(page, page.zone(), findings);
    own_name::detect(page, page.zone(), findings);
}
