//! Phrases with a word of some trade, and names that end as betting sites' do, that stand in several places.

use std::ops::Range;

use crate::{
    detect::Page,
    lexicon::{Hit, Lexicon},
    text::chars::{self, is_wordlike},
};

/// Shortest and longest phrase, in code points.
const MIN_CHARS: usize = 4;
const MAX_CHARS: usize = 20;
/// Bytes of a mark and more than a character.
const BESIDE: usize = 7;
/// Bytes of a trade's word: two Chinese characters.
const WORD: usize = 6;
/// Characters that phrases and names neither begin nor end with.
const PARTICLES: &str = "的了和与與在是被把从從对對将將并並及也就都而着过過一不地得為为以于於";
/// How many different phrases are weighed.
const MAX_PHRASES: usize = 48;
/// Most places of one phrase: what stands more often is what an article is about.
const MAX_PLACES: usize = 12;

/// A phrase with its places, in order.
pub(super) type Phrase<'t> = (&'t str, Vec<Range<usize>>);

/// The phrases around words of some trade that stand twice or more and of which `is_wanted` says so, being
/// told two of their places. `n log n` in the words, but for words that stand in very many places.
pub(super) fn phrases<'t>(page: &Page<'t>, is_wanted: impl Fn(&str, [usize; 2]) -> bool) -> Vec<Phrase<'t>> {
    let text = page.text;
    let word = |hit: &Hit| {
        let mut bytes = [0; 8];
        bytes[..WORD].copy_from_slice(&text.as_bytes()[hit.start..hit.start + WORD]);
        u64::from_le_bytes(bytes)
    };
    let brands = page.hits(Lexicon::BrandEnd).filter(|hit| hit.end - hit.start == WORD);
    let mut words: Vec<(u64, usize)> =
        page.hits(Lexicon::Trade).chain(brands).map(|hit| (word(hit), hit.start)).collect();
    words.sort_unstable();
    let mut found: Vec<Phrase<'t>> = Vec::new();
    for group in words.chunk_by(|a, b| a.0 == b.0) {
        for pair in group.windows(2) {
            let Some((phrase, at)) = phrase(text, pair[0].1, pair[1].1) else { continue };
            let known = |(other, _): &Phrase<'_>| *other == phrase;
            if found.len() < MAX_PHRASES && !found.iter().any(known) && is_wanted(phrase, at) {
                let places = places(text, phrase, pair[1].1 - at[1], group);
                found.extend(places.map(|places| (phrase, places)));
            }
        }
    }
    found
}

/// Where `phrase` stands around the words of a group, which begin `head` bytes behind its beginning, if
/// it does not stand too often.
fn places(text: &str, phrase: &str, head: usize, group: &[(u64, usize)]) -> Option<Vec<Range<usize>>> {
    let starts = group.iter().filter_map(|&(_, word)| word.checked_sub(head));
    let stands = |&at: &usize| text.as_bytes()[at..].starts_with(phrase.as_bytes());
    let places: Vec<Range<usize>> =
        starts.filter(stands).take(MAX_PLACES + 1).map(|at| at..at + phrase.len()).collect();
    (2..=MAX_PLACES).contains(&places.len()).then_some(places)
}

/// The phrase around the places `first` and `again` as far as it is the same, without particles at its
/// ends; and where it begins.
fn phrase(text: &str, first: usize, again: usize) -> Option<(&str, [usize; 2])> {
    let apart = again - first;
    let (mut from, mut to) = (again, again);
    while let Some(c) = same(chars::before(text, from), chars::before(text, from - apart)) {
        from -= c.len_utf8();
    }
    while let Some(c) = same(chars::after(text, to), chars::after(text, to - apart)) {
        to += c.len_utf8();
    }
    if to - from < MIN_CHARS * 3 - 2 || apart < to - from || is_passage(text.as_bytes(), from..to, apart) {
        return None;
    }
    // The word itself may begin with what is a particle elsewhere.
    let head = text[from..again].trim_start_matches(|c| PARTICLES.contains(c));
    let from = again - head.len();
    let bare = text[from..to].trim_end_matches(|c| PARTICLES.contains(c));
    let fits = (MIN_CHARS..=MAX_CHARS).contains(&bare.chars().count());
    fits.then_some((bare, [from - apart, from]))
}

/// Whether more than a mark beside the stretch stands `apart` bytes before as well: then a passage is told
/// twice.
fn is_passage(text: &[u8], stretch: Range<usize>, apart: usize) -> bool {
    let Range { start, end } = stretch;
    let behind =
        end + BESIDE <= text.len() && text[end..end + BESIDE] == text[end - apart..end - apart + BESIDE];
    let before =
        start >= apart + BESIDE && text[start - BESIDE..start] == text[start - apart - BESIDE..start - apart];
    behind || before
}

fn same(a: Option<char>, b: Option<char>) -> Option<char> {
    a.filter(|&c| Some(c) == b && is_wordlike(c))
}

#[cfg(test)]
mod tests {
    use super::phrase;

    fn found(text: &str) -> Option<&str> {
        let places: Vec<usize> = text.match_indices("清洗").map(|(at, _)| at).collect();
        phrase(text, places[0], places[1]).map(|(phrase, _)| phrase)
    }

    #[test]
    fn a_phrase_is_found_as_far_as_it_is_the_same() {
        assert_eq!(found("一，窗帘清洗河面，窗帘清洗堤岸"), Some("窗帘清洗"));
        assert_eq!(found("老窗帘清洗的路，在老窗帘清洗的灯"), Some("老窗帘清洗"));
        assert_eq!(found("云岭3C清洗代理a，云岭3C清洗代理b"), Some("云岭3C清洗代理"));
    }

    #[test]
    fn what_is_short_or_long_is_no_phrase() {
        let long = "清洗船已经连续作业二十天河道比去年同期加深半米";
        assert_eq!(found("旧清洗，新清洗"), None);
        let floors = "，地板砖价格。，地板砖价格，";
        let whole = phrase(floors, "，".len(), "，地板砖价格。，".len());
        assert_eq!(whole.map(|(phrase, _)| phrase), Some("地板砖价格"));
        assert_eq!(found(&format!("{long}。{long}。")), None);
    }
}
