//! Texts of buttons put together from the words of the interface.

use crate::{detect::composed::Trade, lexicon::Whole};

const BUTTONS: Trade = Trade { sure: Whole::ButtonSure, part: Whole::ButtonPart };
/// Longest such text in bytes, and the shortest that is sure.
const MAX_BYTES: usize = 90;
const MIN_BYTES: usize = 15;
/// Fewest words that only a button puts together.
const MIN_WORDS: usize = 3;

/// How sure it is that a text is a button's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Composed {
    /// Two words, or one that says little.
    Weak,
    /// Several words, one of which speaks of the interface.
    Sure,
}

/// Whether `plain` is nothing but words of the interface.
pub(super) fn composed(plain: &str) -> Option<Composed> {
    // What begins with no word is not words alone.
    if plain.len() > MAX_BYTES || !BUTTONS.may_begin(plain) {
        return None;
    }
    let read = BUTTONS.read(plain, 0).filter(|read| read.sure > 0 && read.words > 1)?;
    let sure = read.words >= MIN_WORDS && plain.len() >= MIN_BYTES;
    Some(if sure { Composed::Sure } else { Composed::Weak })
}

#[cfg(test)]
mod tests {
    use super::{Composed, composed};

    #[test]
    fn buttons_are_put_together_from_words_of_the_interface() {
        assert_eq!(composed("点击展开剩余内容"), Some(Composed::Sure));
        assert_eq!(composed("登入後才能留言"), Some(Composed::Sure));
        assert_eq!(composed("展开剩余"), Some(Composed::Weak));
        assert_eq!(composed("我的朋友来看大家"), None);
        assert_eq!(composed("登录栈桥的人"), None);
    }
}
