//! Short texts written plainly, to be looked up whole.

use crate::{
    lexicon::{Lists, Starts},
    text::{Class, chars::class, fold::fold},
};

/// The letters, characters and digits of `text`, folded, each number as `0`. Linear.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(squeeze(text));
    out
}

/// Whether two texts are the same, written plainly. Left where they differ.
pub(crate) fn is_same(a: &str, b: &str) -> bool {
    squeeze(a).eq(squeeze(b))
}

fn squeeze(text: &str) -> impl Iterator<Item = char> {
    let mut after_digit = false;
    text.chars().map(fold).filter_map(move |c| {
        let class = class(c);
        let again = after_digit;
        after_digit = match class {
            Class::Digit => true,
            Class::Han | Class::Letter | Class::Other => false,
            _ => again,
        };
        match class {
            Class::Digit if !again => Some('0'),
            Class::Han | Class::Letter | Class::Other => Some(c),
            _ => None,
        }
    })
}

/// Those among some lists of which an entry begins as `text` does, written plainly, or may.
pub(crate) fn beginning(starts: Starts, text: &str) -> Lists {
    // Most texts begin with a character that is written plainly, and with which none does.
    let first = text.chars().next();
    if matches!(first, Some('\u{4e00}'..='\u{9fff}')) && !starts.may_be(first) {
        return 0;
    }
    let mut plain = squeeze(text);
    starts.lists([plain.next(), plain.next()])
}

/// Whether some entry of some lists begins as `text` does, written plainly, or may.
pub(crate) fn may_begin(starts: Starts, text: &str) -> bool {
    beginning(starts, text) != 0
}

/// The words of `text` between its marks and white space, each written plainly.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    parts(text).map(squeezed)
}

/// The words of `text` between its marks and white space.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_wordlike(c)).filter(|word| !word.is_empty())
}

fn is_wordlike(c: char) -> bool {
    matches!(class(c), Class::Han | Class::Letter | Class::Digit | Class::Other)
}

#[cfg(test)]
mod tests {
    use super::{may_begin, squeezed, words};
    use crate::lexicon::Whole;

    #[test]
    fn what_a_text_begins_with_is_looked_at_written_plainly() {
        let starts = Whole::starts(&[Whole::Button, Whole::AdMarker]);
        for entry in Whole::Button.entries().chain(Whole::AdMarker.entries()) {
            assert!(may_begin(starts, &format!("【 {entry}】")), "{entry}");
        }
        assert!(!may_begin(starts, "") && !may_begin(starts, "！") && !may_begin(starts, "龘1"));
    }

    #[test]
    fn numbers_become_one_zero_and_marks_go() {
        assert_eq!(squeezed("【评论】 （１２3）"), "评论0");
        assert_eq!(words("很赞哦!(2796)").collect::<Vec<_>>(), ["很赞哦", "0"]);
    }
}
