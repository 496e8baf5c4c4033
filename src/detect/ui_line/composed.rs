//! Texts of buttons put together from the words of the interface, whatever their order.

use crate::lexicon::Whole;

/// Longest such text and longest word of it, in code points.
const MAX_CHARS: usize = 30;
const MAX_PART: usize = 7;
/// Fewest words that only a button puts together.
const MIN_PARTS: usize = 3;
/// Fewest code points of such a text.
const MIN_CHARS: usize = 5;

/// How sure it is that a text is a button's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Composed {
    /// Two words, or one that says little.
    Weak,
    /// Several words, one of which speaks of the interface.
    Sure,
}

/// The best way to read the text up to a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    sure: usize,
    /// Fewer words are better: counted down.
    saved: usize,
}

/// Whether `plain` is nothing but words of the interface. Linear, with a short look back.
pub(super) fn composed(plain: &str) -> Option<Composed> {
    let ends: Vec<usize> =
        plain.char_indices().map(|(at, _)| at).skip(1).chain([plain.len()]).take(MAX_CHARS + 1).collect();
    if ends.len() > MAX_CHARS {
        return None;
    }
    let mut ways: Vec<Option<Way>> = vec![Some(Way { sure: 0, saved: MAX_CHARS })];
    for (at, &end) in ends.iter().enumerate() {
        let firsts = (at + 1).saturating_sub(MAX_PART)..=at;
        let way = firsts.filter_map(|first| {
            let start = first.checked_sub(1).map_or(0, |before| ends[before]);
            ways[first].and_then(|way| step(way, &plain[start..end]))
        });
        let best = way.max();
        ways.push(best);
    }
    let way = ways.last().copied().flatten().filter(|way| way.sure > 0)?;
    let parts = MAX_CHARS - way.saved;
    let sure = parts >= MIN_PARTS && ends.len() >= MIN_CHARS;
    (parts > 1).then_some(if sure { Composed::Sure } else { Composed::Weak })
}

fn step(way: Way, part: &str) -> Option<Way> {
    let sure = Whole::ButtonSure.has(part);
    let known = sure || Whole::ButtonPart.has(part);
    known.then(|| Way { sure: way.sure + usize::from(sure), saved: way.saved.saturating_sub(1) })
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
