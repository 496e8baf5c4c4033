//! Where a place's name begins an organisation's.

use std::sync::OnceLock;

use crate::{lexicon, text::chars::is_wordlike};

/// Provinces and prefectures without their level's word.
fn places() -> &'static [&'static str] {
    static PLACES: OnceLock<Vec<&str>> = OnceLock::new();
    PLACES.get_or_init(|| lexicon::entries(include_str!("../../lexicon/place.txt")).collect())
}

/// Words that name a place's level, longest first.
const LEVELS: [&str; 18] = [
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
];
/// Longest place of the list, in code points.
const LONGEST: usize = 4;

/// A place at the front of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Bytes, its level's word included.
    pub(super) len: usize,
    /// Bytes of its name alone.
    pub(super) name: usize,
    /// Whether it is in the list; else only its level's word shows that it is a place.
    pub(super) known: bool,
}

/// The place that `text` begins with: one of the list, or two or three characters and a level.
pub(super) fn at_front(text: &str) -> Option<Place> {
    known(text).or_else(|| unknown(text))
}

fn known(text: &str) -> Option<Place> {
    let places = places();
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let fits = |end: &usize| places.binary_search(&&text[..*end]).is_ok();
    let name = ends.filter(fits).max()?;
    Some(Place { len: name + level(&text[name..]), name, known: true })
}

fn unknown(text: &str) -> Option<Place> {
    let ends = text.char_indices().take_while(|(_, c)| is_wordlike(*c)).map(|(at, _)| at).skip(2).take(2);
    let placed = ends.map(|name| (name, level(&text[name..]))).find(|(_, level)| *level > 0);
    placed.map(|(name, level)| Place { len: name + level, name, known: false })
}

fn level(text: &str) -> usize {
    LEVELS.iter().find(|level| text.starts_with(**level)).map_or(0, |level| level.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_places_with_and_without_their_level() {
        assert_eq!(at_front("上海某某"), Some(Place { len: 6, name: 6, known: true }));
        assert_eq!(at_front("云南省某某"), Some(Place { len: 9, name: 6, known: true }));
        assert_eq!(at_front("桐溪市某某"), Some(Place { len: 9, name: 6, known: false }));
        assert_eq!(at_front("某某公司"), None);
    }
}
