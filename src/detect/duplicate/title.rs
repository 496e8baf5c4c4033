//! The title twice at the head.

use super::{
    super::{Findings, Page},
    bare,
};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{Class, Line},
};

/// Shortest and longest title, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 7..=64;
/// Fewest code points of a line that shows the page to be an article.
const PROSE: usize = 30;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut head = page.lines.iter().filter(|line| !line.is_blank() && !findings.removes(line.body)).take(4);
    let (Some(first), Some(second)) = (head.next(), head.next()) else { return };
    let fits = CHARS.contains(&first.chars()) && first.count(Class::Han) >= 4;
    let third = head.next();
    let again = |line: &Line| is_same(page, first, line);
    let is_article = third.is_some_and(|line| !again(line))
        && page.lines.iter().any(|line| line.chars() >= PROSE && is_prose(line));
    if fits && again(second) && is_article && !is_spoken(first.text(page.text)) {
        let range = first.start..first.next;
        // Who gives a title may have written it above the text himself.
        if page.title_given && findings.removed().is_empty() {
            findings.tag(range, Kind::Duplicate, "duplicate/title@1");
        } else {
            findings.remove(range, Kind::Duplicate, "duplicate/title@1", Confidence::Likely);
        }
    }
}

fn is_prose(line: &Line) -> bool {
    line.count(Class::Stop) > 0 || line.count(Class::Pause) > 1
}

/// Whether the line is a clause, or words in quotation marks.
fn is_spoken(text: &str) -> bool {
    text.ends_with(['，', ',', '。', '；']) || text.starts_with(['“', '「']) && text.ends_with(['”', '」'])
}

fn is_same(page: &Page<'_>, a: &Line, b: &Line) -> bool {
    a.chars() == b.chars() && bare(a.text(page.text)).eq(bare(b.text(page.text)))
}
