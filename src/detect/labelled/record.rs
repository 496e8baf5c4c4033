//! Forms, tables and lists, whose rows look like labels too.

use super::is_label;
use crate::{
    detect::{Page, line_words::near},
    lexicon::Lexicon,
    text::Line,
};

/// Longest label of a row, in code points.
const MAX_LABEL: usize = 8;
/// Longest row, in code points.
const MAX_ROW: usize = 60;

/// Whether a neighbour is a label of another sort: then the line is a row of a form or a list.
pub(crate) fn in_record(page: &Page<'_>, line: usize) -> bool {
    near(page, line).any(|near| is_foreign_row(page, near))
}

fn is_foreign_row(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let label = text.split_once(['：', ':']).map(|(label, _)| label.chars().count());
    label.is_some_and(|count| (1..=MAX_LABEL).contains(&count))
        && line.chars() <= MAX_ROW
        && !line.ends_sentence(page.text)
        && !page.hits_in(line.body..line.end).iter().any(|hit| is_known(hit.lexicon))
}

/// Whether a line with such a word is boilerplate of another sort, not a row of a form.
fn is_known(lexicon: Lexicon) -> bool {
    is_label(lexicon) || matches!(lexicon, Lexicon::PrevNext | Lexicon::TagLabel | Lexicon::Breadcrumb)
}
