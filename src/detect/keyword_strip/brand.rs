//! The names of such sites and what they look like.

use std::ops::Range;

use super::super::Page;
use crate::{
    lexicon::Lexicon,
    text::{Class, chars::class, words::AnyOf},
};

/// What such a site's name ends in.
static ENDS: AnyOf<24> = AnyOf::new([
    "娱乐",
    "娛樂",
    "体育",
    "體育",
    "棋牌",
    "彩票",
    "电竞",
    "電競",
    "真人",
    "国际",
    "國際",
    "竞技",
    "競技",
    "电子",
    "電子",
    "娱乐城",
    "娱乐场",
    "娱乐网",
    "足球",
    "线上",
    "在线",
    "博彩",
    "彩票网",
    "集团",
]);
/// What the names of others begin with that end so: newspapers, countries, companies of the web.
static OTHERS: AnyOf<42> = AnyOf::new([
    "中国", "中國", "国家", "國家", "新华", "人民", "央视", "新浪", "搜狐", "腾讯", "网易", "凤凰", "今日",
    "环球", "全球", "世界", "国际", "國際", "亚洲", "欧洲", "美国", "日本", "韩国", "香港", "北京", "上海",
    "广东", "广州", "深圳", "全民", "我国", "学校", "大学", "校园", "竞技", "群众", "社会", "现代", "传统",
    "百度", "京东", "阿里",
]);
/// Shortest and longest name, in code points.
const CHARS: std::ops::RangeInclusive<usize> = 3..=10;

/// Whether `name` looks like such a site's: it ends as theirs do, or Chinese follows two to five small
/// letters or figures.
pub(super) fn is_shaped(name: &str) -> bool {
    let ends = || ENDS.ending(name).any(|end| name.len() > end.len() + 2);
    may_be_shaped(name)
        && CHARS.contains(&name.chars().count())
        && (is_mixed(name) || ends())
        && !OTHERS.begins(name)
}

/// Whether it may look so, by its first and last character.
pub(super) fn may_be_shaped(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) || ENDS.may_end(name)
}

/// Whether two to five small letters or figures begin the name and two to four Chinese characters end it.
fn is_mixed(name: &str) -> bool {
    let small = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let head = name.bytes().take_while(small).count();
    let tail = &name[head..];
    (2..=5).contains(&head)
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && (2..=4).contains(&tail.chars().count())
        && tail.chars().all(|c| class(c) == Class::Han)
}

/// Whether a list knows the name that stands at `range`, or a word of it.
pub(super) fn is_known(page: &Page<'_>, range: Range<usize>) -> bool {
    let spam = |lexicon| matches!(lexicon, Lexicon::SpamBrand | Lexicon::SpamWord);
    page.hits_in(range.clone()).iter().any(|hit| spam(hit.lexicon) && hit.start >= range.start)
}

/// Whether no sentence of the page has the name. Linear.
pub(super) fn is_foreign(page: &Page<'_>, name: &str) -> bool {
    is_foreign_but(page, name, |_| false)
}

/// The same, but for the places that are `known`.
pub(super) fn is_foreign_but(page: &Page<'_>, name: &str, known: impl Fn(usize) -> bool) -> bool {
    memchr::memmem::find_iter(page.text.as_bytes(), name.as_bytes())
        .all(|at| known(at) || page.lines[page.line_at(at)].count(Class::Stop) == 0)
}

#[cfg(test)]
mod tests {
    use super::is_shaped;

    #[test]
    fn names_of_such_sites_have_a_shape() {
        assert!(["云巅湾娱乐", "石桥国际", "qzk云巅"].into_iter().all(is_shaped));
        assert!(!["中国体育", "国际", "石桥小学", "AI时代"].into_iter().any(is_shaped));
    }
}
