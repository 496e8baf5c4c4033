//! Forms, tables and lists, whose rows look like labels too.

use super::is_label;
use crate::{detect::Page, lexicon::Lexicon, text::Line};

/// Longest label of a row, in code points.
const MAX_LABEL: usize = 8;
/// How many rows above and below are looked at.
const REACH: usize = 2;
/// Longest row, in code points.
const MAX_ROW: usize = 60;

/// Whether a neighbour is a label of another sort: then the line is a row of a form or a list.
pub(crate) fn in_record(page: &Page<'_>, line: usize) -> bool {
    let filled = |line: &&Line| !line.is_blank();
    let above = page.lines[..line].iter().rev().filter(filled).take(REACH);
    let below = page.lines[line + 1..].iter().filter(filled).take(REACH);
    let foreign = |near: &Line| is_foreign_row(page, near);
    above.take_while(|near| is_row(page, near)).any(foreign)
        || below.take_while(|near| is_row(page, near)).any(foreign)
}

/// Whether the line is a label of whatever sort and its value.
fn is_row(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let label = text.split_once(['：', ':']).map(|(label, _)| label.chars().count());
    label.is_some_and(|count| (1..=MAX_LABEL).contains(&count))
        && !matches!(line.last(), '：' | ':')
        && page.title.as_ref().is_none_or(|title| title.text != text)
        && line.chars() <= MAX_ROW
        && !line.ends_sentence(page.text)
}

fn is_foreign_row(page: &Page<'_>, line: &Line) -> bool {
    is_row(page, line) && !page.hits_in(line.body..line.end).iter().any(|hit| is_known(hit.lexicon))
}

/// Whether a line with such a word is boilerplate of another sort, not a row of a form.
fn is_known(lexicon: Lexicon) -> bool {
    is_label(lexicon) && lexicon != Lexicon::NoticeLabel
        || matches!(lexicon, Lexicon::PrevNext | Lexicon::TagLabel | Lexicon::Breadcrumb)
}
