//! **What it finds**: titles of other pages in a row, below a heading or bare behind the article's
//! end.
//!
//! **Why it is noise**: they advertise other pages.
//!
//! **Example**: `相关阅读⏎河滨步道今起试开放⏎老粮仓改成社区书屋`
//!
//! **Keeps**: items that close an article, verse, signatures, references, rows of a table, names.
//!
//! **Confidence**: certain below a heading at the page's end, else likely.

mod bare;
mod headed;
mod row;

use super::{Findings, Page};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    headed::detect(page, findings);
    bare::detect(page, findings);
}
