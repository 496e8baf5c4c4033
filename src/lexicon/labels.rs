//! The ways a label is written: letters apart, a colon or bar behind it.

use super::Lexicon;

/// Lexicons whose entries are labels: looked for with one of [`MARKS`] behind them.
pub(super) const LABELS: [Lexicon; 7] = [
    Lexicon::Byline,
    Lexicon::EditorCredit,
    Lexicon::OriginalTitle,
    Lexicon::PageMeta,
    Lexicon::PageMetaWeak,
    Lexicon::StaffCredit,
    Lexicon::TagLabel,
];

/// What stands between a label and its value.
const MARKS: [&str; 17] =
    [":", "：", "|", "｜", "丨", "︱", "︰", "/", "／", "】", " ", "　", " :", " ：", " |", " ｜", "　："];
/// What is set between the letters of a label to make it as long as the one above it.
const GAPS: [&str; 4] = [" ", "　", "  ", "\u{a0}"];
/// Longest label, in code points, that is set with its letters apart.
const MAX_SPACED: usize = 4;

/// Every way `label` is written with its mark.
pub(super) fn forms(label: &str) -> Vec<String> {
    let mut forms: Vec<String> = MARKS.iter().map(|mark| [label, mark].concat()).collect();
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
    use super::forms;

    #[test]
    fn a_label_is_known_with_its_letters_apart_and_either_colon() {
        let forms = forms("编辑");
        for form in ["编辑:", "编辑：", "编 辑：", "编　辑:", "编辑 |"] {
            assert!(forms.iter().any(|known| known == form), "{form}");
        }
    }
}
