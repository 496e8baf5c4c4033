//! Where a place's name begins an organisation's.

use std::sync::OnceLock;

use crate::{lexicon, text::chars::is_wordlike};

/// Provinces and prefectures, the last character being their level.
fn places() -> &'static [&'static str] {
    static PLACES: OnceLock<Vec<&str>> = OnceLock::new();
    PLACES.get_or_init(|| lexicon::entries(include_str!("../../lexicon/place.txt")).collect())
}

/// Words that name a place's level, longer ones before those they end in.
const LEVELS: [&str; 21] = [
    "自治区",
    "自治區",
    "自治州",
    "自治县",
    "自治縣",
    "地区",
    "地區",
    "新区",
    "新區",
    "省",
    "市",
    "县",
    "縣",
    "区",
    "區",
    "州",
    "旗",
    "盟",
    "镇",
    "鎮",
    "乡",
];
/// Longest place of the list, in code points, without its level.
const LONGEST: usize = 4;

/// What is known of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// In the list, with the level that it has there.
    Real,
    /// In the list, without a level.
    Bare,
    /// In the list, but with a level that it does not have: there is no such place.
    Wrong,
    /// Not in the list; only its level's word shows that it is a place.
    Unknown,
}

/// A place at the front of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes, its level's word included.
    pub(super) len: usize,
    /// Bytes of its name alone.
    pub(super) name: usize,
    pub(super) sort: Sort,
}

/// The place of the list that `text` begins with.
pub(super) fn known(text: &str) -> Option<Place> {
    if !text.starts_with(has_char) {
        return None;
    }
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).skip(1).take(LONGEST - 1).peekable();
    let alike = alike(&text[..*ends.peek()?]);
    let name = ends.filter(|&end| entries(alike, &text[..end]).next().is_some()).max()?;
    let level = level(&text[name..]);
    let fits = |entry: &&str| level > 0 && text[..name + level].ends_with(&entry[name..]);
    let sort = match level {
        0 => Sort::Bare,
        _ if entries(alike, &text[..name]).any(|entry| fits(&entry)) => Sort::Real,
        _ => Sort::Wrong,
    };
    Some(Place { len: name + level, name, sort })
}

/// The entries that begin with `head`.
fn alike(head: &str) -> &'static [&'static str] {
    if !head.chars().all(has_char) {
        return &[];
    }
    let places = places();
    let from = places.partition_point(|place| *place < head);
    let count = places[from..].iter().take_while(|place| place.starts_with(head)).count();
    &places[from..from + count]
}

/// Those of some entries that are `name` and one more character.
fn entries<'n>(places: &'n [&'static str], name: &'n str) -> impl Iterator<Item = &'static str> + 'n {
    let with_level =
        move |place: &&&'static str| place.strip_prefix(name).is_some_and(|level| level.chars().count() == 1);
    places.iter().filter(with_level).copied()
}

/// What looks like a place: one of the list with one character of its name wrong, or an unknown one.
pub(super) fn guess(text: &str) -> Option<Place> {
    let place = unknown(text)?;
    let sort = if is_misspelt(&text[..place.name]) { Sort::Wrong } else { place.sort };
    Some(Place { sort, ..place })
}

fn is_misspelt(name: &str) -> bool {
    let name = name.as_bytes();
    let near = |other: &&&str| {
        // All characters of the list are of three bytes, and so is the level behind the name.
        let pairs = || name.chunks(3).zip(other.as_bytes().chunks(3));
        other.len() == name.len() + 3 && pairs().filter(|(a, b)| a != b).count() == 1
    };
    name.len() >= 9 && places().iter().any(|other| near(&other))
}

/// Whether some character of `text` may begin the word of a level.
pub(super) fn may_have_level(text: &str) -> bool {
    text.contains(LEVEL_FIRSTS)
}

/// Whether `c` stands in the name of some place of the list, its level aside.
pub(super) fn has_char(c: char) -> bool {
    static CHARS: OnceLock<Vec<u64>> = OnceLock::new();
    let chars = CHARS.get_or_init(|| {
        let mut chars = vec![0; 1 << 10];
        for c in places().iter().flat_map(|place| place.chars().rev().skip(1)) {
            chars[c as usize / 64] |= 1 << (c as u32 % 64);
        }
        chars
    });
    chars.get(c as usize / 64).is_some_and(|bits| bits >> (c as u32 % 64) & 1 != 0)
}

/// Two or three characters and the word of a level.
fn unknown(text: &str) -> Option<Place> {
    let ends = text.char_indices().take_while(|(_, c)| is_wordlike(*c)).map(|(at, _)| at).skip(2).take(2);
    let placed = ends.map(|name| (name, level(&text[name..]))).find(|(_, level)| *level > 0);
    // 省级 and its like are ranks.
    let is_rank = |end: usize| text[end..].starts_with(['级', '級']);
    let placed = placed.filter(|(name, level)| !is_word(&text[..name + level]) && !is_rank(name + level));
    placed.map(|(name, level)| Place { len: name + level, name, sort: Sort::Unknown })
}

/// Characters that make a common word with a level behind them.
const BEFORE_LEVEL: [char; 44] = [
    '社', '小', '校', '地', '园', '市', '城', '景', '山', '厂', '院', '辖', '街', '灾', '特', '片', '发',
    '战', '库', '矿', '林', '牧', '郊', '老', '新', '禁', '误', '盲', '上', '超', '都', '股', '楼', '夜',
    '早', '菜', '集', '本', '全', '该', '我', '各', '节', '開',
];
/// Characters that begin no place.
const NO_START: [char; 24] = [
    '在', '由', '与', '和', '对', '为', '是', '向', '从', '给', '被', '到', '往', '至', '于', '及', '的',
    '了', '将', '把', '让', '说', '据', '进',
];

/// Whether something that ends in a level is an ordinary word.
fn is_word(text: &str) -> bool {
    let before = text.chars().rev().nth(1);
    before.is_some_and(|c| BEFORE_LEVEL.contains(&c)) || text.starts_with(NO_START)
}

/// What the words of [`LEVELS`] begin with.
const LEVEL_FIRSTS: [char; 15] =
    ['自', '地', '新', '省', '市', '县', '縣', '区', '區', '州', '旗', '盟', '镇', '鎮', '乡'];

fn level(text: &str) -> usize {
    if !text.starts_with(LEVEL_FIRSTS) {
        return 0;
    }
    LEVELS.iter().find(|level| text.starts_with(**level)).map_or(0, |level| level.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str) -> Option<(usize, Sort)> {
        known(text).or_else(|| guess(text)).map(|place| (place.len, place.sort))
    }

    #[test]
    fn knows_places_and_their_levels() {
        assert_eq!(place("上海某某"), Some((6, Sort::Bare)));
        assert_eq!(place("云南省某某"), Some((9, Sort::Real)));
        assert_eq!(place("云南县某某"), Some((9, Sort::Wrong)));
        assert_eq!(place("延边自治州某某"), Some((15, Sort::Real)));
        assert_eq!(place("桐溪市某某"), Some((9, Sort::Unknown)));
        assert_eq!(place("佳本斯市某某"), Some((12, Sort::Wrong)));
        assert_eq!(place("某某公司"), None);
        assert_eq!(place("创建省级规范"), None);
    }
}
