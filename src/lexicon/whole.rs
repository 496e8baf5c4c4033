//! Lists whose entries are looked up whole, therefore not in the matcher.

use std::{iter, sync::OnceLock};

use crate::text::chars::three_bytes;

/// The first two characters of a text written plainly.
pub(crate) type Head = [Option<char>; 2];

/// A bit for each list.
pub(crate) type Lists = u16;

/// A list of texts that are noise when nothing else stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Labels of advertisements, without marks and white space.
    AdMarker,
    /// Words that labels of advertisements are put together from.
    AdPart,
    /// Those among them that say so.
    AdSure,
    /// Texts of buttons and counters that mean nothing else.
    Button,
    /// Words of buttons that texts have too.
    ButtonWeak,
    /// Words that the texts of buttons are put together from.
    ButtonPart,
    /// Those among them that speak of the interface.
    ButtonSure,
    /// Words that a novel site's calls are put together from.
    CallPart,
    /// Those among them that speak of the site and its novels.
    CallSure,
    /// Words that headings over lists of other pages are put together from.
    HeadingPart,
    /// Those among them that recommend.
    HeadingSure,
    /// Names of a site's columns and pages, as a row of links to them has.
    NavWord,
    /// Words that sites' notices are put together from.
    NoticePart,
    /// Those among them that speak of rights, sources and sites.
    NoticeSure,
    /// Words that the phrases of betting and porn sites are put together from.
    StripWord,
}

impl Whole {
    const ALL: [Whole; 15] = [
        Whole::AdMarker,
        Whole::AdPart,
        Whole::AdSure,
        Whole::Button,
        Whole::ButtonWeak,
        Whole::ButtonPart,
        Whole::ButtonSure,
        Whole::CallPart,
        Whole::CallSure,
        Whole::HeadingPart,
        Whole::HeadingSure,
        Whole::NavWord,
        Whole::NoticePart,
        Whole::NoticeSure,
        Whole::StripWord,
    ];

    /// Whether the list has `text`: plain lower-case letters, `0` for any number. Linear in the text.
    pub(crate) fn has(self, text: &str) -> bool {
        Whole::lists_with(text) & self.bit() != 0
    }

    /// A bit for each list that has `text`, see [`Whole::bit`].
    pub(crate) fn lists_with(text: &str) -> Lists {
        static ENTRIES: OnceLock<Entries> = OnceLock::new();
        ENTRIES.get_or_init(Entries::of_all).lists_with(text)
    }

    /// What the entries of the lists begin with, to ask about many places.
    pub(crate) fn starts(lists: &[Whole]) -> Starts {
        static HEADS: OnceLock<Box<Heads>> = OnceLock::new();
        let lists = lists.iter().fold(0, |lists, list| lists | list.bit());
        Starts { heads: HEADS.get_or_init(heads), lists }
    }

    /// The bit that stands for the list.
    pub(crate) const fn bit(self) -> Lists {
        1 << self as Lists
    }

    /// The list's entries, sorted.
    pub(crate) fn entries(self) -> impl Iterator<Item = &'static str> {
        self.file().lines()
    }

    const fn file(self) -> &'static str {
        match self {
            Whole::AdMarker => include_str!("ad_marker.txt"),
            Whole::AdPart => include_str!("ad_part.txt"),
            Whole::AdSure => include_str!("ad_sure.txt"),
            Whole::Button => include_str!("button.txt"),
            Whole::ButtonWeak => include_str!("button_weak.txt"),
            Whole::ButtonPart => include_str!("button_part.txt"),
            Whole::ButtonSure => include_str!("button_sure.txt"),
            Whole::CallPart => include_str!("call_part.txt"),
            Whole::CallSure => include_str!("call_sure.txt"),
            Whole::HeadingPart => include_str!("heading_part.txt"),
            Whole::HeadingSure => include_str!("heading_sure.txt"),
            Whole::NavWord => include_str!("nav_word.txt"),
            Whole::NoticePart => include_str!("notice_part.txt"),
            Whole::NoticeSure => include_str!("notice_sure.txt"),
            Whole::StripWord => include_str!("strip_word.txt"),
        }
    }
}

/// The entries of all lists, found by hashing. At most half of the places are taken.
struct Entries {
    /// For each place the number of its entry, one up, and a tag: more of the hash, so that hardly any
    /// other text is compared with the entry. 0 where none is.
    places: Vec<u32>,
    /// Each entry with the bits of the lists that have it.
    entries: Vec<(&'static str, Lists)>,
}

impl Entries {
    fn of_all() -> Self {
        let count: usize = Whole::ALL.iter().map(|list| list.entries().count()).sum();
        let places = vec![0; (2 * count + 2).next_power_of_two()];
        let mut all = Entries { places, entries: Vec::with_capacity(count) };
        for list in Whole::ALL {
            list.entries().for_each(|entry| all.add(entry, list.bit()));
        }
        assert!(all.entries.len() <= NUMBER as usize, "an entry's number has sixteen bits");
        all
    }

    fn add(&mut self, text: &'static str, list: Lists) {
        let (place, tag) = self.place(text);
        match self.places[place] & NUMBER {
            0 => {
                self.entries.push((text, list));
                self.places[place] = tag | self.entries.len() as u32;
            }
            number => self.entries[number as usize - 1].1 |= list,
        }
    }

    fn lists_with(&self, text: &str) -> Lists {
        let number = self.places[self.place(text).0] & NUMBER;
        number.checked_sub(1).map_or(0, |number| self.entries[number as usize].1)
    }

    /// Where `text` stands, or the free place where it would, and its tag.
    fn place(&self, text: &str) -> (usize, u32) {
        let mask = self.places.len() - 1;
        let hash = hash(text);
        let tag = hash as u32 & !NUMBER;
        let mut place = (hash >> 32) as usize & mask;
        while self.places[place] != 0 && !self.is_at(place, tag, text) {
            place = (place + 1) & mask;
        }
        (place, tag)
    }

    fn is_at(&self, place: usize, tag: u32, text: &str) -> bool {
        let held = self.places[place];
        held & !NUMBER == tag && self.entries[(held & NUMBER) as usize - 1].0 == text
    }
}

/// The bits of a place that say which entry stands there.
const NUMBER: u32 = 0xffff;

fn hash(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks();
    let mix = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let sum = words.iter().fold(text.len() as u64, |sum, word| mix(sum, u64::from_le_bytes(*word)));
    let rest = rest.iter().fold(0, |rest, &byte| rest << 8 | u64::from(byte));
    mix(sum, rest)
}

/// Lengths that entries may have, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lengths(u8);

impl Lengths {
    /// The ends of the beginnings of `text` that are so long, with their lengths, the shortest first; of what
    /// is longer than seven code points that of eight.
    pub(crate) fn ends(self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let most = 8 - self.0.leading_zeros() as usize;
        (1..).zip(ends).take(most).filter(move |&(length, _)| self.0 & Lengths::bit(length) != 0)
    }

    /// The bit of a length; the last one is for all that are longer.
    fn bit(length: usize) -> u8 {
        1 << (length - 1).min(7)
    }
}

/// For each hash of a head what entries have it; for each first character's hash, which is looked at
/// before, a bit for every list some entry of which begins with it.
struct Heads {
    firsts: [Lists; FIRSTS],
    pairs: [Pair; PAIRS],
}

/// A bit for every list some entry of which has the head, and the lengths of these entries.
#[derive(Clone, Copy, Default)]
struct Pair {
    lists: Lists,
    lengths: u8,
}

/// What the entries of some lists begin with.
#[derive(Clone, Copy)]
pub(crate) struct Starts {
    heads: &'static Heads,
    lists: Lists,
}

impl Starts {
    /// Whether an entry begins with that character, or may.
    #[inline]
    pub(crate) fn may_be(self, first: Option<char>) -> bool {
        self.heads.firsts[first_place(first)] & self.lists != 0
    }

    /// Where in `text` an entry may begin: every character but those plain Chinese ones with which none does.
    /// Linear, without reading what they are.
    pub(crate) fn places(self, text: &str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let mut next = 0;
        iter::from_fn(move || {
            while let [first @ 0xe4..0xea, second, third, ..] = bytes[next..] {
                next += 3;
                let place = three_bytes([first, second, third]) % FIRSTS;
                if self.heads.firsts[place] & self.lists != 0 {
                    return Some(next - 3);
                }
            }
            let at = next;
            let len = text[at..].chars().next()?.len_utf8();
            next += len;
            Some(at)
        })
    }

    /// Those among the lists of which an entry begins so or is the first character alone, or may.
    #[inline]
    pub(crate) fn lists(self, head: Head) -> Lists {
        let pairs = &self.heads.pairs;
        let lists = self.lists & (pairs[place(head)].lists | pairs[place([head[0], None])].lists);
        if self.may_be(head[0]) { lists } else { 0 }
    }

    /// The lengths of the entries that begin so or are the first character alone, or may.
    #[inline]
    pub(crate) fn lengths(self, head: Head) -> Lengths {
        if !self.may_be(head[0]) {
            return Lengths(0);
        }
        let [long, short] = [head, [head[0], None]].map(|head| self.heads.pairs[place(head)]);
        let of = |pair: Pair| if pair.lists & self.lists == 0 { 0 } else { pair.lengths };
        Lengths(of(long) | of(short) & 1)
    }
}

const FIRSTS: usize = 1 << 12;
const PAIRS: usize = 1 << 14;

fn heads() -> Box<Heads> {
    let mut heads = Box::new(Heads { firsts: [0; FIRSTS], pairs: [Pair::default(); PAIRS] });
    for list in Whole::ALL {
        for entry in list.entries() {
            let mut chars = entry.chars();
            let head = [chars.next(), chars.next()];
            heads.firsts[first_place(head[0])] |= list.bit();
            let pair = &mut heads.pairs[place(head)];
            pair.lists |= list.bit();
            pair.lengths |= Lengths::bit(entry.chars().count());
        }
    }
    heads
}

#[inline]
fn first_place(first: Option<char>) -> usize {
    first.map_or(0, |c| c as usize % FIRSTS)
}

#[inline]
fn place(head: Head) -> usize {
    let [first, second] = head.map(|c| c.map_or(0, u32::from));
    let hash = (first << 16 ^ second).wrapping_mul(0x9e37_79b1);
    hash as usize >> 16 & (PAIRS - 1)
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn no_place_where_an_entry_begins_is_passed_over() {
        let starts = Whole::starts(&[Whole::NoticeSure]);
        for entry in Whole::NoticeSure.entries() {
            let text = format!("灯{entry} é{entry}");
            let places: Vec<usize> = starts.places(&text).collect();
            for at in ["灯".len(), text.len() - entry.len()] {
                assert!(places.contains(&at), "{entry}");
            }
        }
        let others = String::from_iter('\u{4e00}'..'\u{8e00}');
        assert!(starts.places(&others).count() < 0x1000, "most characters begin no entry");
    }

    #[test]
    fn a_head_tells_which_lists_have_it_and_how_long_entries_are() {
        for list in Whole::ALL {
            let starts = Whole::starts(&[list]);
            for entry in list.entries().filter(|entry| entry.chars().count() < 8) {
                let (text, mut chars) = (format!("{entry}。"), entry.chars());
                let head = [chars.next(), chars.next()];
                assert!(starts.lengths(head).ends(&text).any(|(_, end)| end == entry.len()), "{entry}");
                assert_eq!(starts.lists(head), list.bit(), "{entry}");
            }
        }
        assert_eq!(Whole::starts(&[Whole::Button]).lengths([Some('龘'), None]).ends("龘").count(), 0);
    }

    #[test]
    fn the_lists_are_sorted_without_doubles() {
        for list in Whole::ALL {
            let entries: Vec<&str> = list.entries().collect();
            assert!(entries.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
            assert!(
                entries.iter().all(|entry| list.has(entry) && !list.has(&format!("{entry}。"))),
                "{list:?}"
            );
        }
    }
}
