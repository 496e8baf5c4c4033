//! Where a place's name begins an organisation's.

use std::sync::OnceLock;

use crate::{lexicon, text::chars::is_wordlike};

/// Provinces and prefectures, the last character being their level.
fn places() -> &'static [&'static str] {
    static PLACES: OnceLock<Vec<&str>> = OnceLock::new();
    PLACES.get_or_init(|| lexicon::entries(include_str!("../../lexicon/place.txt")).collect())
}

/// Counties, districts and towns with the rank of one, the last character being their level.
fn counties() -> &'static [&'static str] {
    static COUNTIES: OnceLock<Vec<&str>> = OnceLock::new();
    COUNTIES.get_or_init(|| lexicon::entries(include_str!("../../lexicon/county.txt")).collect())
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

/// The place of the lists that `text` begins with.
pub(super) fn known(text: &str) -> Option<Place> {
    county(text).or_else(|| greater(text))
}

/// Longest county, in code points, its level included.
const LONGEST_COUNTY: usize = 5;

/// Whether a place of the lists may begin with two characters.
#[inline]
pub(super) fn may_begin(first: char, second: char) -> bool {
    static HEADS_OF_PLACES: OnceLock<Box<[u64; PAIRS / 64]>> = OnceLock::new();
    let heads = HEADS_OF_PLACES.get_or_init(|| {
        let mut heads = Box::new([0; PAIRS / 64]);
        for place in places().iter().chain(counties()) {
            let mut two = place.chars();
            if let (Some(first), Some(second)) = (two.next(), two.next()) {
                let bit = pair(first, second);
                heads[bit / 64] |= 1 << (bit % 64);
            }
        }
        heads
    });
    let bit = pair(first, second);
    heads[bit / 64] >> (bit % 64) & 1 != 0
}

/// How many bits say which two characters begin a place: one in fifteen is set.
const PAIRS: usize = 1 << 16;

/// The bit of two characters.
const fn pair(first: char, second: char) -> usize {
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca77);
    (mixed >> 16) as usize
}

/// What a character does in the lists' places: it stands in a name of a province or prefecture, it is one of
/// the first two of a county.
const NAMES: u8 = 1;
const HEADS: u8 = 2;

fn roles(c: char) -> u8 {
    static ROLES: OnceLock<Box<[u8]>> = OnceLock::new();
    let roles = ROLES.get_or_init(|| {
        let mut roles = vec![0; 1 << 16].into_boxed_slice();
        let mut set = |c: char, role: u8| {
            if let Some(roles) = roles.get_mut(c as usize) {
                *roles |= role;
            }
        };
        places().iter().flat_map(|place| place.chars().rev().skip(1)).for_each(|c| set(c, NAMES));
        counties().iter().flat_map(|county| county.chars().take(2)).for_each(|c| set(c, HEADS));
        roles
    });
    roles.get(c as usize).copied().unwrap_or(0)
}

/// Whether `c` stands in the name of some province or prefecture, its level aside.
pub(super) fn has_char(c: char) -> bool {
    roles(c) & NAMES != 0
}

/// Whether `c` may begin the word of a level.
pub(super) const fn may_be_level(c: char) -> bool {
    matches!(
        c,
        '自' | '地'
            | '新'
            | '省'
            | '市'
            | '县'
            | '縣'
            | '区'
            | '區'
            | '州'
            | '旗'
            | '盟'
            | '镇'
            | '鎮'
            | '乡'
    )
}

/// The county that `text` begins with: without its level it may be any two characters.
fn county(text: &str) -> Option<Place> {
    let is_level = |c: char| matches!(c, '县' | '縣' | '区' | '區' | '市' | '旗');
    let mut chars = text.char_indices().take(LONGEST_COUNTY);
    if !chars.by_ref().take(2).all(|(_, c)| roles(c) & HEADS != 0) {
        return None;
    }
    chars.filter(|&(_, c)| is_level(c)).find_map(|(name, level)| {
        let len = name + level.len_utf8();
        counties().binary_search(&&text[..len]).ok().map(|_| Place { len, name, sort: Sort::Real })
    })
}

/// Where the name of a county begins that `text` ends with, its level left out.
pub(super) fn bare_county(text: &str) -> Option<usize> {
    let starts = text.char_indices().rev().map(|(at, _)| at).take(LONGEST_COUNTY - 1).skip(1);
    let names = |&start: &usize| {
        let name = &text[start..];
        let from = counties().partition_point(|county| *county < name);
        // What goes on with another character than a level is another county's name.
        let alike = counties()[from..].iter().take_while(|county| county.starts_with(name));
        alike.take(MAX_ALIKE).any(|county| county[name.len()..].chars().count() == 1)
    };
    starts.filter(names).last()
}

/// Counties that begin with the same name, at most.
const MAX_ALIKE: usize = 8;

/// The province or prefecture that `text` begins with.
fn greater(text: &str) -> Option<Place> {
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

/// Whether a name of three characters or more has one other than a place of the lists.
fn is_misspelt(name: &str) -> bool {
    /// Fewest characters of such a place, its level included.
    const LONG: usize = 4;
    static PLACES: OnceLock<Vec<&[[u8; 3]]>> = OnceLock::new();
    let long = PLACES.get_or_init(|| {
        // All characters of the list are of three bytes, and so is the level behind the name.
        let chars = places().iter().map(|place| place.as_bytes().as_chunks().0);
        chars.filter(|place| place.len() >= LONG).collect()
    });
    let (name, rest) = name.as_bytes().as_chunks();
    let others = |place: &[[u8; 3]]| name.iter().zip(place).filter(|(a, b)| a != b).count();
    let near = |place: &&[[u8; 3]]| place.len() == name.len() + 1 && others(place) == 1;
    rest.is_empty() && name.len() + 1 >= LONG && long.iter().any(near)
}

/// Two or three characters and the word of a level.
fn unknown(text: &str) -> Option<Place> {
    let ends = text.char_indices().take_while(|(_, c)| is_wordlike(*c)).map(|(at, _)| at).skip(2).take(2);
    let placed = ends.map(|name| (name, level(&text[name..]))).find(|(_, level)| *level > 0);
    // 省级 and its like are ranks.
    let is_rank = |end: usize| text[end..].starts_with(['级', '級']);
    let is_word = |end: usize| is_word(&text[..end]) && !is_hill(&text[..end], &text[end..]);
    let placed = placed.filter(|(name, level)| !is_word(name + level) && !is_rank(name + level));
    placed.map(|(name, level)| Place { len: name + level, name, sort: Sort::Unknown })
}

/// Characters that make a common word with a level behind them: with any, and with some.
const BEFORE_ANY: &str = "本全该該我各每邻鄰辖轄老";
const BEFORE_LEVEL: [(&str, &str); 9] = [
    ("区區", "社小校地园園市城景山厂廠院街灾災特片发發战戰库庫矿礦林牧郊新禁误誤盲军軍疫警"),
    ("市", "城都超股楼樓夜早菜集上门門开開闹鬧街花黑车車房"),
    ("镇鎮", "城集古小乡鄉重"),
    ("乡鄉", "家故城他异異还還下返同思水"),
    ("省", "节節外"),
    ("旗", "红紅国國彩军軍战戰大"),
    ("盟", "联聯同结結加欧歐"),
    ("县縣", "跨"),
    ("州", "跨"),
];
/// Characters that begin no place.
const NO_START: [char; 37] = [
    '在', '由', '与', '和', '对', '为', '是', '向', '从', '给', '被', '到', '往', '至', '于', '及', '的',
    '了', '将', '把', '让', '说', '据', '进', '有', '等', '以', '该', '本', '这', '每', '各', '其', '此',
    '位', '或', '因',
];

/// Whether it is a district named for a hill: a placeholder stands behind no hills.
fn is_hill(place: &str, behind: &str) -> bool {
    let ends = place.ends_with("山区") || place.ends_with("山區");
    ends && !place.starts_with(NO_START) && blank_len(behind) > 0
}

/// Bytes of the placeholder that `text` begins with: 某某, XX, ** and their like.
pub(super) fn blank_len(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let blank = match first {
        '某' | '×' | '*' | '＊' | '○' | '〇' | 'X' | 'x' | 'Ｘ' => {
            1 + chars.take_while(|&c| c == first).count()
        }
        _ => 0,
    };
    // Longer rows mask numbers.
    let is_blank = (2..=MAX_BLANK).contains(&blank) || blank == 1 && first == '某';
    if is_blank { blank * first.len_utf8() } else { 0 }
}

/// Longest placeholder, in code points.
const MAX_BLANK: usize = 3;

/// Whether something that ends in a level is an ordinary word.
fn is_word(text: &str) -> bool {
    let mut back = text.chars().rev();
    let Some((level, before)) = back.next().zip(back.next()) else { return false };
    let is_known = |(levels, words): &(&str, &str)| levels.contains(level) && words.contains(before);
    BEFORE_ANY.contains(before) || BEFORE_LEVEL.iter().any(is_known) || text.starts_with(NO_START)
}

fn level(text: &str) -> usize {
    if !text.starts_with(may_be_level) {
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
    fn knows_counties_by_their_level_alone() {
        assert_eq!(place("南山区某某"), Some((9, Sort::Real)));
        assert_eq!(place("朝阳区某某"), Some((9, Sort::Real)));
        assert_eq!(place("齐河某某"), None);
        assert_eq!(bare_county("他在齐河"), Some(6));
        assert_eq!(bare_county("他在河边"), None);
    }

    #[test]
    fn knows_words_that_end_like_places() {
        assert_eq!(place("边远山区的人"), None);
        assert_eq!(place("北山区某某"), Some((9, Sort::Unknown)));
        assert_eq!(place("各大超市"), None);
    }

    #[test]
    fn every_place_may_begin_with_its_first_two_characters_and_few_others_may() {
        let begins = |place: &&&str| {
            let mut two = place.chars();
            may_begin(two.next().unwrap(), two.next().unwrap())
        };
        assert!(places().iter().chain(counties()).all(|place| begins(&place)));
        let chance = ('\u{4e00}'..'\u{5e00}').zip('\u{6e00}'..).filter(|&(a, b)| may_begin(a, b)).count();
        assert!(chance < 0x1000 / 8);
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
