//! Phrases around words of trades, goods, search phrases and betting, that stand in several places.

use std::ops::Range;

use crate::{
    detect::{Page, twice::Twice},
    lexicon::Lexicon,
    text::{
        chars::{self, is_wordlike},
        words::Chars,
    },
};

/// Shortest and longest phrase, in code points.
const MIN_CHARS: usize = 4;
const MAX_CHARS: usize = 20;
/// Bytes that it may have with the particles around it: where more is the same, a passage is.
const MAX_BYTES: usize = 4 * MAX_CHARS + 48;
/// Fewest bytes of such a phrase: some of its characters may be letters.
const MIN_BYTES: usize = MIN_CHARS * 3 - 2;
/// Bytes of a mark and more than a character.
const BESIDE: usize = 7;
/// Bytes of a trade's word: two Chinese characters.
const WORD: usize = 6;
/// Characters that phrases and names neither begin nor end with.
static PARTICLES: Chars = Chars::of("的了和与與在是被把从從对對将將并並及也就都而着过過一不地得為为以于於");
/// How many different phrases are weighed.
const MAX_PHRASES: usize = 48;
/// Most places of one phrase: what stands more often is what an article is about.
const MAX_PLACES: usize = 12;

/// A phrase with its places, in order.
pub(super) type Phrase<'t> = (&'t str, Vec<Range<usize>>);

/// The lexicons by whose words phrases are found.
const ANCHORS: [Lexicon; 6] = [
    Lexicon::Trade,
    Lexicon::Goods,
    Lexicon::SearchPhrase,
    Lexicon::BrandEnd,
    Lexicon::SpamBrand,
    Lexicon::SpamWord,
];

/// A place of a word, and its first two characters as a number.
type Place = (u64, usize);

/// The two characters at the front of `text` as a number: the first weighs most.
fn two(text: &[u8]) -> u64 {
    match text.first_chunk() {
        Some(head) => u64::from_be_bytes(*head) >> (64 - 8 * WORD),
        None => number(text.iter().chain(&[0; WORD])),
    }
}

/// The two characters at the end of `text` as a number: the last weighs most.
fn last_two(text: &[u8]) -> u64 {
    match text.last_chunk() {
        Some(tail) => u64::from_le_bytes(*tail) >> (64 - 8 * WORD),
        None => number(text.iter().rev().chain(&[0; WORD])),
    }
}

fn number<'b>(bytes: impl Iterator<Item = &'b u8>) -> u64 {
    bytes.take(WORD).fold(0, |number, &byte| number << 8 | u64::from(byte))
}

/// The phrases around words that stand twice or more and of which `is_wanted` says so, being told two of
/// their places. `n log n` in the words.
pub(super) fn phrases<'t>(
    page: &Page<'t>,
    is_wanted: impl FnMut(&str, [usize; 2]) -> bool,
) -> Vec<Phrase<'t>> {
    let bytes = page.text.as_bytes();
    let mut search = Search { page, is_wanted, found: Vec::new(), refused: "" };
    for all in words(page).chunk_by_mut(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        search.refused = "";
        if let [a, b] = *all {
            search.look(a, b, &Group { all, near: all, side: Side::Behind });
            continue;
        }
        // Places of one phrase have the same beside the word: there they stand next to each other.
        for side in [Side::Behind, Side::Before] {
            all.iter_mut().for_each(|place| place.0 = side.two(bytes, place.1));
            all.sort_unstable();
            let same = |a: &Place, b: &Place| a.0 >> (4 * WORD) == b.0 >> (4 * WORD);
            let words = |near: &&[Place]| side.goes_on(page.text, near[0].1);
            for near in all.chunk_by(same).filter(words) {
                let group = Group { all, near, side };
                near.windows(2).for_each(|pair| search.look(pair[0], pair[1], &group));
            }
        }
    }
    search.found
}

/// One side of a word.
#[derive(Clone, Copy, Debug)]
enum Side {
    Behind,
    Before,
}

impl Side {
    /// Whether a character of a word stands beside the one at `at`; or its own, if it has letters and so more
    /// characters than two.
    fn goes_on(self, text: &str, at: usize) -> bool {
        match self {
            Side::Behind => text.get(at + WORD..).is_none_or(|behind| behind.starts_with(is_wordlike)),
            Side::Before => text[..at].ends_with(is_wordlike),
        }
    }

    /// The two characters beside the word at `at`.
    fn two(self, text: &[u8], at: usize) -> u64 {
        match self {
            Side::Behind => two(&text[at + WORD..]),
            Side::Before => last_two(&text[..at]),
        }
    }
}

/// The places of one word, and those of them that have the same bytes of one character on one side.
struct Group<'g> {
    all: &'g [Place],
    near: &'g [Place],
    side: Side,
}

impl Group<'_> {
    /// Those among which all places of a phrase are, which begins `head` bytes before the word; it stands
    /// around the place `at`, as numbered for this side.
    fn with(&self, phrase: &str, head: usize, at: Place) -> &[Place] {
        let reach = match self.side {
            Side::Behind => phrase.len().saturating_sub(head + WORD),
            Side::Before => head,
        };
        let first = |past: fn(&u64, &u64) -> bool| self.near.partition_point(|place| past(&place.0, &at.0));
        match reach {
            WORD.. => &self.near[first(u64::lt)..first(u64::le)],
            PLAIN.. => self.near,
            _ => self.all,
        }
    }
}

struct Search<'p, 't, W> {
    page: &'p Page<'t>,
    is_wanted: W,
    found: Vec<Phrase<'t>>,
    /// The last phrase around the present word that stands too often.
    refused: &'t str,
}

impl<W: FnMut(&str, [usize; 2]) -> bool> Search<'_, '_, W> {
    /// Looks for a phrase around two places of a word.
    fn look(&mut self, a: Place, b: Place, group: &Group<'_>) {
        let text = self.page.text;
        let (first, again) = (a.1.min(b.1), a.1.max(b.1));
        if !may_share(text.as_bytes(), first, again) || self.found.len() >= MAX_PHRASES {
            return;
        }
        let Some((phrase, at)) = phrase(text, first, again) else { return };
        let known = |(other, _): &Phrase<'_>| *other == phrase;
        if phrase == self.refused || self.found.iter().any(known) || !(self.is_wanted)(phrase, at) {
            return;
        }
        let own = own(self.page, phrase, at[1]);
        let head = again - at[1];
        match places(text, own, head, group.with(own, head, a)) {
            Some(places) => self.found.push((own, places)),
            None => self.refused = phrase,
        }
    }
}

/// The places of words that stand twice or more, and of some others, sorted by the word.
fn words(page: &Page<'_>) -> Vec<Place> {
    let bytes = page.text.as_bytes();
    let hits = ANCHORS.iter().flat_map(|&lexicon| page.hits(lexicon));
    let long = hits.filter(|hit| hit.end - hit.start >= WORD);
    let mut words: Vec<Place> = long.map(|hit| (two(&bytes[hit.start..]), hit.start)).collect();
    let Some(twice) = Twice::among(words.iter().map(|word| word.0)) else { return Vec::new() };
    words.retain(|word| twice.has(word.0));
    words.sort_unstable();
    words.dedup();
    words
}

/// Whether as many bytes may be the same around the words at two places as the shortest phrase has: asked
/// first, since most words of a trade have nothing around them twice.
fn may_share(text: &[u8], a: usize, b: usize) -> bool {
    let behind = |at: usize| text[at + WORD..].first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    let before = |at: usize| text[..at].last_chunk().map(|bytes| u64::from_be_bytes(*bytes));
    // What stands at the text's ends is read to be sure.
    let shared = |a: Option<u64>, b: Option<u64>| match a.zip(b) {
        Some((a, b)) => (a ^ b).trailing_zeros() as usize / 8,
        None => MIN_BYTES,
    };
    WORD + shared(behind(a), behind(b)) + shared(before(a), before(b)) >= MIN_BYTES
}

/// The phrase, which stands at `at`, without a word of the article that follows it at both places: the text
/// has that more often.
fn own<'t>(page: &Page<'_>, phrase: &'t str, at: usize) -> &'t str {
    let hits = page.hits_in(at..at + phrase.len() - 1).iter();
    let ends = hits.filter(|hit| hit.start >= at && ANCHORS.contains(&hit.lexicon)).map(|hit| hit.end - at);
    let Some(end) = ends.max() else { return phrase };
    let (own, rest) = phrase.split_at(end);
    let long = |text: &str, least: usize| text.chars().count() >= least;
    let apart = |at: usize| !page.text.as_bytes()[..at].ends_with(own.as_bytes());
    let is_word = || memchr::memmem::find_iter(page.text.as_bytes(), rest).any(apart);
    if long(own, MIN_CHARS) && long(rest, 2) && is_word() { own } else { phrase }
}

/// Where `phrase` stands around the words of a group, which begin `head` bytes behind its beginning, if
/// it does not stand too often.
fn places(text: &str, phrase: &str, head: usize, group: &[Place]) -> Option<Vec<Range<usize>>> {
    let (bytes, phrase) = (text.as_bytes(), phrase.as_bytes());
    let starts = group.iter().filter_map(|&(_, word)| word.checked_sub(head));
    // All places have the word: its ends tell more of what stands around it.
    let is_like = |at: usize, byte: usize| bytes.get(at + byte) == phrase.get(byte);
    let is_near = |at: usize| is_like(at, PLAIN - 1) && is_like(at, phrase.len() - 1);
    let stands = |&at: &usize| is_near(at) && bytes[at..].starts_with(phrase);
    let mut places: Vec<Range<usize>> =
        starts.filter(stands).take(MAX_PLACES + 1).map(|at| at..at + phrase.len()).collect();
    places.sort_unstable_by_key(|place| place.start);
    (2..=MAX_PLACES).contains(&places.len()).then_some(places)
}

/// The phrase around the places `first` and `again` as far as it is the same, without particles at its
/// ends; and where it begins.
fn phrase(text: &str, first: usize, again: usize) -> Option<(&str, [usize; 2])> {
    let apart = again - first;
    let (mut from, mut to) = (again, again);
    // Where a word stands again and again, all of the text may be the same.
    let most = apart.min(MAX_BYTES);
    while to - from <= most
        && let Some(len) = same_before(text, from, from - apart)
    {
        from -= len;
    }
    while to - from <= most
        && let Some(len) = same_behind(text, to, to - apart)
    {
        to += len;
    }
    if !(MIN_BYTES..=most).contains(&(to - from)) || is_passage(text.as_bytes(), from..to, apart) {
        return None;
    }
    // The word itself may begin with what is a particle elsewhere.
    let head = text[from..again].trim_start_matches(|c| PARTICLES.has(c));
    let from = again - head.len();
    let bare = text[from..to].trim_end_matches(|c| PARTICLES.has(c));
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

/// Bytes of the character that stands before both places, if it is the same, and of a word.
fn same_before(text: &str, a: usize, b: usize) -> Option<usize> {
    match (text.as_bytes()[..a].last_chunk(), text.as_bytes()[..b].last_chunk()) {
        (Some(one), Some(other)) if is_plain(one) => (one == other).then_some(PLAIN),
        _ => same(chars::before(text, a), chars::before(text, b)),
    }
}

/// The same of the one that stands behind them.
fn same_behind(text: &str, a: usize, b: usize) -> Option<usize> {
    match (text.as_bytes()[a..].first_chunk(), text.as_bytes()[b..].first_chunk()) {
        (Some(one), Some(other)) if is_plain(one) => (one == other).then_some(PLAIN),
        _ => same(chars::after(text, a), chars::after(text, b)),
    }
}

fn same(a: Option<char>, b: Option<char>) -> Option<usize> {
    a.filter(|&c| Some(c) == b && is_wordlike(c)).map(char::len_utf8)
}

/// Bytes of most Chinese characters.
const PLAIN: usize = 3;

/// Whether three bytes that begin or end where a character does are such a character.
fn is_plain(bytes: &[u8; PLAIN]) -> bool {
    matches!(bytes, [0xe5..=0xe9, ..] | [0xe4, 0xb8..=0xbf, _])
}

#[cfg(test)]
mod tests {
    use super::{Side, phrase};

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
    fn a_word_with_letters_goes_on_with_its_own_characters() {
        assert!(Side::Behind.goes_on("ab亚博，", 0));
        assert!(Side::Behind.goes_on("清洗船", 0) && !Side::Behind.goes_on("清洗，", 0));
        assert!(Side::Before.goes_on("旧清洗", 3) && !Side::Before.goes_on("，清洗", 3));
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

    #[test]
    fn beside_a_word_that_begins_with_letters_stands_its_own_character() {
        let text = "的ob欧宝，";
        assert!(Side::Behind.goes_on(text, "的".len()) && Side::Before.goes_on(text, "的".len()));
        assert!(!Side::Before.goes_on(text, 0));
    }
}
