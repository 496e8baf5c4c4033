//! The places where a scrap may have been dropped.

use std::sync::OnceLock;

use crate::text::{
    chars::{self, Class, class},
    pairs::{PAIR, PAIR_MASK, code},
};

/// Which character a place stands behind; each has a rate of its own.
pub(super) type Trigger = u8;
/// The trigger of a line's start.
pub(super) const LINE: Trigger = 5;
/// How many triggers there are.
pub(super) const TRIGGERS: usize = 39;
/// The trigger of opening quotes and brackets.
const OPEN: usize = 7;
/// The first of those that are words and were never seen on a real page.
const FIRST_RARE: usize = 10;

/// Whether hardly any generator drops scraps behind a trigger.
pub(super) const fn is_rare(trigger: usize) -> bool {
    trigger == OPEN || trigger >= FIRST_RARE
}

/// The trigger that `c` is, if any: marks and line ends, and characters that end a word more often
/// than not, so that a scrap behind them breaks none.
#[inline]
pub(super) fn trigger(c: char) -> Option<Trigger> {
    match table().get(c as usize) {
        Some(&one_up) => one_up.checked_sub(1),
        None => known_trigger(c),
    }
}

const TABLE: usize = 1 << 16;

/// The triggers of the first [`TABLE`] code points, one up; 0 for those that are none.
fn table() -> &'static [u8; TABLE] {
    static TRIGGERS_BY_CODE: OnceLock<Box<[u8; TABLE]>> = OnceLock::new();
    TRIGGERS_BY_CODE.get_or_init(|| {
        let mut table = Box::new([0; TABLE]);
        let marks = ('\0'..'\u{3400}').chain('\u{f900}'..='\u{ffff}');
        for c in marks.chain(WORDS.into_iter().map(|(c, _)| c)) {
            table[c as usize] = known_trigger(c).map_or(0, |trigger| trigger + 1);
        }
        table
    })
}

/// The characters that are triggers beside marks.
const WORDS: [(char, Trigger); 42] = [
    ('的', 8),
    ('是', 9),
    ('了', 10),
    ('在', 11),
    ('和', 12),
    ('与', 13),
    ('與', 13),
    ('及', 14),
    ('将', 15),
    ('將', 15),
    ('对', 16),
    ('對', 16),
    ('为', 17),
    ('為', 17),
    ('有', 18),
    ('也', 19),
    ('就', 20),
    ('都', 21),
    ('而', 22),
    ('并', 23),
    ('並', 23),
    ('或', 24),
    ('等', 25),
    ('被', 26),
    ('把', 27),
    ('从', 28),
    ('從', 28),
    ('以', 29),
    ('到', 30),
    ('着', 31),
    ('著', 31),
    ('说', 32),
    ('說', 32),
    ('称', 33),
    ('稱', 33),
    ('上', 34),
    ('中', 35),
    ('这', 36),
    ('這', 36),
    ('又', 37),
    ('还', 38),
    ('還', 38),
];

fn known_trigger(c: char) -> Option<Trigger> {
    let word = || WORDS.iter().find(|(word, _)| *word == c).map(|&(_, trigger)| trigger);
    Some(match c {
        ',' | '，' => 0,
        '。' => 1,
        '、' => 2,
        _ => return trigger_by_class(c).or_else(word),
    })
}

fn trigger_by_class(c: char) -> Option<Trigger> {
    match class(c) {
        Class::Stop => Some(3),
        Class::Pause => Some(4),
        Class::Break => Some(5),
        Class::Close => Some(6),
        Class::Open => Some(7),
        _ => None,
    }
}

/// A place behind a trigger.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// Byte behind the trigger.
    pub(super) at: usize,
    /// How many characters stand before it.
    pub(super) index: usize,
    pub(super) trigger: Trigger,
}

/// Every place of a text behind a trigger, in order, the text's start being the first.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) sites: Vec<Site>,
    /// How many characters the text has.
    pub(super) chars: usize,
}

/// A trigger stands at every fifth character or so.
const BYTES_A_SITE: usize = 14;

impl Places {
    /// One pass, linear.
    pub(super) fn of(text: &str) -> Self {
        let mut places = Places { sites: Vec::with_capacity(text.len() / BYTES_A_SITE + 1), chars: 0 };
        places.sites.push(Site { at: 0, index: 0, trigger: LINE });
        let mut at = 0;
        loop {
            at = places.pairs(text.as_bytes(), at);
            let Some(c) = chars::after(text, at) else { return places };
            at += c.len_utf8();
            places.chars += 1;
            places.add(at, places.chars, trigger(c));
        }
    }

    /// Reads characters of three bytes, two at a time, as long as they stand in pairs. Returns where
    /// that ends. Most of a Chinese text is read here.
    #[inline]
    fn pairs(&mut self, bytes: &[u8], mut at: usize) -> usize {
        let table = table();
        while let Some(head) = bytes[at..].first_chunk() {
            let head = u64::from_le_bytes(*head);
            if head & PAIR_MASK != PAIR {
                break;
            }
            let (first, second) = (table[code(head)], table[code(head >> 24)]);
            at += 6;
            self.chars += 2;
            if first | second != 0 {
                self.add(at - 3, self.chars - 1, first.checked_sub(1));
                self.add(at, self.chars, second.checked_sub(1));
            }
        }
        at
    }

    fn add(&mut self, at: usize, index: usize, trigger: Option<Trigger>) {
        self.sites.extend(trigger.map(|trigger| Site { at, index, trigger }));
    }
}

/// How many sites of each trigger a thousand bytes have: means of 7,353 news articles from the web and
/// of 1,009 published texts of other kinds, counted by a throw-away script.
pub(super) const USUAL: [f32; TRIGGERS] = [
    14.6, 6.6, 3.7, 1.0, 2.1, 2.8, 3.1, 3.0, 7.9, 2.2, 2.0, 2.2, 1.5, 0.5, 0.5, 0.5, 0.8, 1.4, 2.1, 0.7, 0.7,
    0.5, 0.5, 0.5, 0.4, 0.7, 0.6, 0.2, 0.4, 1.4, 1.0, 0.3, 0.5, 0.2, 1.3, 1.8, 1.1, 0.2, 0.4,
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_table_has_every_trigger() {
        assert!(('\0'..=char::MAX).all(|c| trigger(c) == known_trigger(c)));
    }

    proptest! {
        #[test]
        fn every_place_stands_behind_its_trigger(text in "[石桥夜，。的①é💻a\r\n]{0,40}") {
            let places = Places::of(&text);
            let behind = |(index, (at, c)): (usize, (usize, char))| {
                Some((at + c.len_utf8(), index + 1, known_trigger(c)?))
            };
            let want = [(0, 0, LINE)].into_iter().chain(text.char_indices().enumerate().filter_map(behind));
            let found = places.sites.iter().map(|site| (site.at, site.index, site.trigger));
            prop_assert!(found.eq(want));
            prop_assert_eq!(places.chars, text.chars().count());
        }
    }
}
