//! Pinyin syllables and the usual readings of common characters.
//!
//! `readings.txt` was made from the default readings of pypinyin (MIT licence) for the 2,600 most
//! frequent characters, their Traditional forms added from OpenCC (Apache licence 2.0). A
//! character is *everyday* there if every reader knows it and it has one reading only, or if it is
//! the Traditional form of such a one: nobody annotates it but a machine or a primer.

use std::sync::OnceLock;

use super::chars::{Class, class};

static READINGS: &str = include_str!("readings.txt");

/// Longest reading in brackets, in code points: `zhuang1`.
const MAX_CHARS: usize = 7;

/// What stands in a pair of brackets, if it can be one syllable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Syllable {
    /// The letters, lower case, without tone; `v` for `ü`.
    pub(crate) letters: String,
    /// Whether a vowel bears a tone mark.
    pub(crate) toned: bool,
}

impl Syllable {
    /// Reads one syllable, or a part of one that bears a tone mark. Constant time.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut letters = String::new();
        let mut toned = false;
        for (at, c) in text.chars().enumerate() {
            if at >= MAX_CHARS {
                return None;
            }
            let (letter, tone) = match c {
                'a'..='z' => (c, false),
                'ü' => ('v', false),
                '1'..='4' if at > 0 && at + 1 == text.chars().count() => continue,
                _ => (plain(c)?, true),
            };
            letters.push(letter);
            toned |= tone;
        }
        (toned || is_syllable(&letters)).then_some(Syllable { letters, toned })
    }
}

/// The vowel below a tone mark.
fn plain(c: char) -> Option<char> {
    const VOWELS: [(&str, char); 6] =
        [("āáǎàăâ", 'a'), ("ēéěèĕê", 'e'), ("īíǐìĭî", 'i'), ("ōóǒòŏô", 'o'), ("ūúǔùŭû", 'u'), ("ǖǘǚǜ", 'v')];
    VOWELS.iter().find(|(marked, _)| marked.contains(c)).map(|&(_, vowel)| vowel)
}

/// How well known a character's reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Usual {
    /// The usual reading, without tone.
    pub(crate) letters: &'static str,
    /// Whether nobody needs to be told.
    pub(crate) everyday: bool,
}

#[derive(Debug, Default)]
struct Table {
    syllables: Vec<&'static str>,
    readings: Vec<(char, Usual)>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for line in READINGS.lines().filter(|line| !line.starts_with('#')) {
            table.add(line);
        }
        table.readings.sort_unstable_by_key(|&(c, usual)| (c, !usual.everyday));
        table.readings.dedup_by_key(|entry| entry.0);
        table
    })
}

impl Table {
    fn add(&mut self, line: &'static str) {
        let mut fields = line.split(' ');
        let letters = fields.next().unwrap_or_default();
        self.syllables.push(letters);
        for (field, everyday) in fields.zip([true, false]) {
            let chars = field.chars().filter(|&c| class(c) == Class::Han);
            self.readings.extend(chars.map(|c| (c, Usual { letters, everyday })));
        }
    }
}

/// Whether `letters` is a syllable without tone. Logarithmic time.
fn is_syllable(letters: &str) -> bool {
    table().syllables.binary_search(&letters).is_ok()
}

/// The usual reading of a common character. Logarithmic time.
pub(crate) fn usual(c: char) -> Option<Usual> {
    let readings = &table().readings;
    readings.binary_search_by_key(&c, |entry| entry.0).ok().map(|at| readings[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_read_with_and_without_tone() {
        let read = |text| Syllable::parse(text).map(|s| (s.letters, s.toned));
        assert_eq!(read("guān"), Some(("guan".to_owned(), true)));
        assert_eq!(read("lǜ"), Some(("lv".to_owned(), true)));
        assert_eq!(read("shi4"), Some(("shi".to_owned(), false)));
        assert_eq!(read("ěng"), Some(("eng".to_owned(), true)));
        for other in ["beta", "Shi", "4", "", "cheng du", "chéngdūshì"] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_knows_common_characters() {
        assert!(table().syllables.is_sorted());
        assert_eq!(usual('過'), Some(Usual { letters: "guo", everyday: true }));
        assert_eq!(usual('长').map(|usual| usual.everyday), Some(false));
        assert_eq!(usual('魃'), None);
    }
}
