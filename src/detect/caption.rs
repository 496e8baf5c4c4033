//! **What it finds**: a picture's caption, a line that begins with `△`, `▲` or `▼`.
//!
//! **Why it is noise**: it is not, it belongs to the article. It is named, so that who wants
//! running text alone can take it out.
//!
//! **Example**: `△夜色里的渡口`
//!
//! **Keeps**: everything; the action is always a tag.
//!
//! **Confidence**: possible.

use super::{Findings, Page};
use crate::{kind::Kind, text::Class};

const MARKS: [char; 4] = ['△', '▲', '▼', '▽'];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    for line in page.lines.iter().filter(|line| line.count(Class::Symbol) > 0) {
        if line.text(page.text).starts_with(MARKS) {
            findings.tag(line.body..line.end, Kind::Caption, "caption/mark@1");
        }
    }
}
