//! Texts of buttons put together from the words of the interface.

use crate::{
    detect::{composed::Trade, plain},
    lexicon::Whole,
};

const BUTTONS: Trade = Trade { sure: Whole::ButtonSure, part: Whole::ButtonPart };
/// Longest such text in bytes, and the shortest that is sure.
const MAX_BYTES: usize = 90;
const MIN_BYTES: usize = 15;
/// Fewest words that only a button puts together.
const MIN_WORDS: usize = 3;
/// Fewest of them that speak of the interface: one alone may end an essay, `点赞的都是好人`.
const MIN_SURE: usize = 2;

/// Longest name of a site inside such a text, in code points, and what sites' names end in.
const MAX_NAME: usize = 8;
const SITES: [&str; 22] = [
    "网",
    "網",
    "在线",
    "論壇",
    "论坛",
    "社区",
    "社區",
    "频道",
    "頻道",
    "之家",
    "日报",
    "日報",
    "晚报",
    "晚報",
    "新闻",
    "新聞",
    "资讯",
    "門戶",
    "门户",
    "百科",
    "公众号",
    "视频",
];

/// How sure it is that a text is a button's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Composed {
    /// Two words, or one that says little.
    Weak,
    /// Several words, one of which speaks of the interface.
    Sure,
}

/// Whether `text` begins with a word of the interface, or may.
pub(super) fn may_begin(text: &str) -> bool {
    plain::may_begin(BUTTONS.starts(), text)
}

/// Whether `plain` is nothing but words of the interface.
pub(super) fn composed(plain: &str) -> Option<Composed> {
    // What begins with no word is not words alone.
    if plain.len() > MAX_BYTES || !may_begin(plain) {
        return None;
    }
    let read = BUTTONS.read(plain, 0).filter(|read| read.sure > 0 && read.words > 1)?;
    let sure = read.sure >= MIN_SURE && read.words >= MIN_WORDS && plain.len() >= MIN_BYTES;
    Some(if sure { Composed::Sure } else { Composed::Weak })
}

/// Whether `text` is a call of the interface around a name, a site's or one in quotes: `下载云岭在线客户端`.
pub(super) fn is_call(text: &str) -> bool {
    const QUOTES: [char; 8] = ['“', '”', '「', '」', '"', '【', '】', '『'];
    let Some((head, sure)) = BUTTONS.leading(text) else { return false };
    let parts: Vec<&str> = text.split(QUOTES).collect();
    let [before, name, after] = match parts[..] {
        [before, name, after] if sure => [before, name, after],
        [whole] if ends_in_word(whole) => {
            let ends = SITES.iter().filter_map(|end| Some(whole.rfind(end)? + end.len()));
            let Some(end) = ends.max().filter(|&end| head < end) else { return false };
            [&whole[..head], &whole[head..end], &whole[end..]]
        }
        _ => return false,
    };
    let named = (2..=MAX_NAME).contains(&name.chars().count());
    let read = |part: &str| {
        let plain = plain::squeezed(part);
        if plain.is_empty() {
            Some((0, 0))
        } else {
            BUTTONS.read(&plain, 0).map(|read| (read.sure, read.words))
        }
    };
    let (Some(before), Some(after)) = (read(before), read(after)) else { return false };
    let (sure, words) = (before.0 + after.0, before.1 + after.1);
    // A word in quotes may be a menu's, unless the interface itself speaks first.
    let quoted = parts.len() > 1;
    named && before.1 > 0 && words > 1 && (sure > 1 || sure == 1 && words > 2 && quoted)
}

/// Whether a word of two to four characters ends the text.
fn ends_in_word(text: &str) -> bool {
    let lists = BUTTONS.sure.bit() | BUTTONS.part.bit();
    let starts = text.char_indices().rev().map(|(at, _)| at).skip(1).take(3);
    starts.into_iter().any(|at| Whole::lists_with(&text[at..]) & lists != 0)
}

#[cfg(test)]
mod tests {
    use super::{Composed, composed, is_call};

    #[test]
    fn buttons_are_put_together_from_words_of_the_interface() {
        assert_eq!(composed("点击展开剩余内容"), Some(Composed::Sure));
        assert_eq!(composed("登入後才能留言"), Some(Composed::Weak));
        assert_eq!(composed("点赞的都是好人"), Some(Composed::Weak));
        assert_eq!(composed("展开剩余"), Some(Composed::Weak));
        assert_eq!(composed("我的朋友来看大家"), None);
        assert_eq!(composed("登录栈桥的人"), None);
    }

    #[test]
    fn a_call_may_have_a_name_inside() {
        for call in ["下载云岭在线客户端", "扫码关注“渡口的猫”公众号", "关注「渡口的猫」 获取更多资讯"]
        {
            assert!(is_call(call), "{call}");
        }
        for text in ["分享一碗热汤", "下载了云岭在线的人都说好", "“渡口”的灯", "关注“老人与河”的故事"]
        {
            assert!(!is_call(text), "{text}");
        }
    }
}
