//! Short texts written plainly, to be looked up whole.

use crate::text::{Class, chars::class, fold::fold};

/// The letters, characters and digits of `text`, folded, each number as `0`. Linear.
pub(crate) fn squeezed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(fold) {
        push(&mut out, c);
    }
    out
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
    use super::{squeezed, words};

    #[test]
    fn numbers_become_one_zero_and_marks_go() {
        assert_eq!(squeezed("【评论】 （１２3）"), "评论0");
        assert_eq!(words("很赞哦!(2796)").collect::<Vec<_>>(), ["很赞哦", "0"]);
    }
}
