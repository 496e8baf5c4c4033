//! **What it finds**: lines of the reader's interface: texts of buttons, counters, calls to scan
//! and to follow, a player's times, script.
//!
//! **Why it is noise**: it belongs to the page's frame or to its program, not to the article.
//!
//! **Example**: `打印 关闭 分享到：`
//!
//! **Keeps**: how-to texts that explain a button; code in a text about code; one common word on a
//! line of its own.
//!
//! **Confidence**: certain for texts that nothing but a button has, else likely.

mod buttons;
mod composed;
mod nav;
mod phrases;
mod player;
mod script;

use super::{Findings, Page};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let zone = page.zone();
    buttons::detect(page, zone, findings);
    phrases::detect(page, zone, findings);
    player::detect(page, findings);
    script::detect(page, findings);
}
