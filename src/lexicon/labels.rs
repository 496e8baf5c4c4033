//! The ways a label is written: letters apart, a colon or bar behind it.

use std::borrow::Cow;

use super::{Lexicon, key::is_hashed_alone, matcher::Word};

/// Lexicons whose entries are labels: looked for with one of [`MARKS`] behind them.
pub(super) const LABELS: [Lexicon; 8] = [
    Lexicon::Byline,
    Lexicon::EditorCredit,
    Lexicon::NoticeLabel,
    Lexicon::OriginalTitle,
    Lexicon::PageMeta,
    Lexicon::PageMetaWeak,
    Lexicon::StaffCredit,
    Lexicon::TagLabel,
];

/// What stands between a label and its value.
const MARKS: [&str; 17] =
    [":", "：", "|", "｜", "丨", "︱", "︰", "/", "／", "】", " ", "　", " :", " ：", " |", " ｜", "　："];
/// The bytes that marks begin with.
const FIRSTS: [u8; 7] = [b':', b'|', b'/', b' ', 0xe3, 0xe4, 0xef];
/// What is set between the letters of a label to make it as long as the one above it.
const GAPS: [&str; 4] = [" ", "　", "  ", "\u{a0}"];
/// Longest label, in code points, that is set with its letters apart.
const MAX_SPACED: usize = 4;

/// The lengths of the marks that `bytes` begin with.
pub(super) fn marks(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let begins = bytes.first().is_some_and(|first| FIRSTS.contains(first));
    let marks = if begins { &MARKS[..] } else { &[] };
    marks.iter().filter(|mark| bytes.starts_with(mark.as_bytes())).map(|mark| mark.len())
}

/// What the matcher looks for to find a label.
pub(super) fn words(label: &'static str, lexicon: Lexicon) -> Vec<Word> {
    if !is_hashed_alone(label) {
        return forms(label).into_iter().map(|form| Word::new(form.into(), lexicon)).collect();
    }
    let spaced = spaced(label).into_iter().map(|form| Word::new(form.into(), lexicon));
    spaced.chain([Word::marked(Cow::Borrowed(label), lexicon)]).collect()
}

/// Every way `label` is written with its mark.
pub(super) fn forms(label: &str) -> Vec<String> {
    let forms = MARKS.iter().map(|mark| [label, mark].concat());
    forms.chain(spaced(label)).collect()
}

/// The ways a short label is written with its letters apart, with a colon.
fn spaced(label: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let letters: Vec<&str> = label.split_inclusive(|_| true).collect();
    if !label.is_ascii() && (2..=MAX_SPACED).contains(&letters.len()) {
        for gap in GAPS {
            let spaced = letters.join(gap);
            forms.extend(MARKS[..2].iter().map(|mark| [&spaced, *mark].concat()));
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::{FIRSTS, MARKS, forms};

    #[test]
    fn every_mark_begins_with_a_known_byte() {
        assert!(MARKS.iter().all(|mark| FIRSTS.contains(&mark.as_bytes()[0])));
    }

    #[test]
    fn a_label_is_known_with_its_letters_apart_and_either_colon() {
        let forms = forms("编辑");
        for form in ["编辑:", "编辑：", "编 辑：", "编　辑:", "编辑 |"] {
            assert!(forms.iter().any(|known| known == form), "{form}");
        }
    }
}
