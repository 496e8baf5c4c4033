//! The places where a scrap may have been dropped.

use super::key::{Key, is_pair};
use crate::text::{
    chars::{self, Class, class},
    fold::fold,
};

/// Which character a place stands behind; each has a rate of its own.
pub(super) type Trigger = u8;
/// The trigger of a line's start.
pub(super) const LINE: Trigger = 5;
/// How many triggers there are.
pub(super) const TRIGGERS: usize = 34;

/// The trigger that `c` is, if any: marks and line ends, and characters that end a word more often
/// than not, so that a scrap behind them breaks none.
#[inline]
pub(super) fn trigger(c: char) -> Option<Trigger> {
    trigger_of_code(c as u32)
}

/// The same for a code point.
#[inline]
pub(super) fn trigger_of_code(code: u32) -> Option<Trigger> {
    let han = matches!(code, 0x4e00..=0x9fff);
    if han && WORDS[code as usize % 1024 / 64] >> (code % 64) & 1 == 0 {
        return None;
    }
    char::from_u32(code).and_then(known_trigger)
}

/// A bit for the low bits of each Chinese character that is a trigger: nearly none of the others
/// needs to be looked at twice.
const WORDS: [u64; 16] = {
    let words = [
        '的', '是', '了', '在', '和', '与', '與', '及', '将', '將', '对', '對', '为', '為', '有', '也', '就',
        '都', '而', '并', '並', '或', '等', '被', '把', '从', '從', '以', '到', '着', '著', '说', '說', '称',
        '稱',
    ];
    let mut bits = [0; 16];
    let mut at = 0;
    while at < words.len() {
        let code = words[at] as usize;
        bits[code % 1024 / 64] |= 1 << (code % 64);
        at += 1;
    }
    bits
};

fn known_trigger(c: char) -> Option<Trigger> {
    Some(match c {
        ',' | '，' => 0,
        '。' => 1,
        '、' => 2,
        '的' => 8,
        '是' => 9,
        '了' => 10,
        '在' => 11,
        '和' => 12,
        '与' | '與' => 13,
        '及' => 14,
        '将' | '將' => 15,
        '对' | '對' => 16,
        '为' | '為' => 17,
        '有' => 18,
        '也' => 19,
        '就' => 20,
        '都' => 21,
        '而' => 22,
        '并' | '並' => 23,
        '或' => 24,
        '等' => 25,
        '被' => 26,
        '把' => 27,
        '从' | '從' => 28,
        '以' => 29,
        '到' => 30,
        '着' | '著' => 31,
        '说' | '說' => 32,
        '称' | '稱' => 33,
        _ => return trigger_by_class(c),
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

/// Different scraps, and places that have one, which a page needs to be worth a closer look.
const SCRAPS: usize = 3;
const PLACES: usize = 4;

/// Whether enough places have something of the title behind a trigger. At most one pass, linear.
pub(super) fn is_worth_a_look(text: &str, key: &Key) -> bool {
    let bytes = text.as_bytes();
    let mut tally = Tally::default();
    let (mut at, mut first) = (0, None);
    while at < bytes.len() {
        let (has, width) = key.filter.read(&bytes[at..]);
        if has
            && let Some(first) = first
            && tally.is_enough_with(text, first, at, key)
        {
            return true;
        }
        first = has.then_some(at);
        at += width;
    }
    false
}

/// What was seen of the title behind triggers.
#[derive(Default)]
struct Tally {
    places: usize,
    scraps: Vec<(char, char)>,
}

impl Tally {
    /// Adds the characters at two bytes, and the one before, if they make a place.
    fn is_enough_with(&mut self, text: &str, first: usize, second: usize, key: &Key) -> bool {
        let plain = |at| chars::after(text, at).map_or('\n', fold);
        let pair = (plain(first), plain(second));
        let before = chars::before(text, first).unwrap_or('\n');
        if !is_pair(key.places(pair.0), key.places(pair.1)) || trigger(before).is_none() {
            return false;
        }
        self.places += 1;
        if self.scraps.len() < SCRAPS && !self.scraps.contains(&pair) {
            self.scraps.push(pair);
        }
        self.places >= PLACES && self.scraps.len() >= SCRAPS
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_filter_passes_every_trigger() {
        assert!(('\0'..=char::MAX).all(|c| trigger(c) == known_trigger(c)));
    }

    /// The same, character by character.
    fn is_worth_it(text: &str, key: &Key) -> bool {
        let plain: Vec<char> = ['\n', '\n'].into_iter().chain(text.chars()).collect();
        let places = plain.windows(3).filter(|three| {
            let pair = (key.places(fold(three[1])), key.places(fold(three[2])));
            trigger(three[0]).is_some() && is_pair(pair.0, pair.1)
        });
        let pairs: Vec<_> = places.map(|three| (fold(three[1]), fold(three[2]))).collect();
        let different: HashSet<_> = pairs.iter().collect();
        pairs.len() >= PLACES && different.len() >= SCRAPS
    }

    proptest! {
        #[test]
        fn the_gate_counts_as_one_would_by_hand(title in "[石桥夜里a1é]{0,6}", text in "[石桥夜里，的①Ａa𝟏é\n]{0,40}") {
            let key = Key::new(&title);
            prop_assert_eq!(is_worth_a_look(&text, &key), is_worth_it(&text, &key));
        }
    }
}
