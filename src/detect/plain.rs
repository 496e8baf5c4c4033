//! Short texts written plainly, to be looked up whole.

use crate::{
    lexicon::Head,
    text::{Class, chars::class, fold::fold},
};

/// The letters, characters and digits of `text`, folded, each number as `0`. Linear.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(fold) {
        push(&mut out, c);
    }
    out
}

/// The first two characters of [`squeezed`] text. Linear only in the marks before them.
pub(crate) fn head(text: &str) -> Head {
    let mut plain = text.chars().map(fold).filter_map(|c| match class(c) {
        Class::Digit => Some('0'),
        Class::Han | Class::Letter | Class::Other => Some(c),
        _ => None,
    });
    let first = plain.next();
    [first, plain.find(|&c| c != '0' || first != Some('0'))]
}

/// The words of `text` between its marks and white space, each written plainly.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c| !is_wordlike(c)).filter(|word| !word.is_empty()).map(squeezed)
}

fn is_wordlike(c: char) -> bool {
    matches!(class(c), Class::Han | Class::Letter | Class::Digit | Class::Other)
}

fn push(out: &mut String, c: char) {
    match class(c) {
        Class::Digit if out.ends_with('0') => {}
        Class::Digit => out.push('0'),
        Class::Han | Class::Letter | Class::Other => out.push(c),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{head, squeezed, words};

    #[test]
    fn a_head_is_what_the_plain_text_begins_with() {
        for text in ["", "！", "【评论】", "１２3人", "（1）２", "a①b", "〇二"] {
            let plain = squeezed(text);
            let mut chars = plain.chars();
            assert_eq!(head(text), [chars.next(), chars.next()], "{text}");
        }
    }

    #[test]
    fn numbers_become_one_zero_and_marks_go() {
        assert_eq!(squeezed("【评论】 （１２3）"), "评论0");
        assert_eq!(words("很赞哦!(2796)").collect::<Vec<_>>(), ["很赞哦", "0"]);
    }
}
