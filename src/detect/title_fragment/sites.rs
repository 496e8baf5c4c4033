//! The places where a scrap may have been dropped.

use super::key::Key;
use crate::text::{
    chars::{Class, class},
    fold::fold,
};

/// Which character a place stands behind; each has a rate of its own.
pub(super) type Trigger = u8;
/// The trigger of a line's start.
const LINE: Trigger = 5;
/// How many triggers there are.
pub(super) const TRIGGERS: usize = 34;

/// The trigger that `c` is, if any: marks and line ends, and characters that end a word more often
/// than not, so that a scrap behind them breaks none.
#[inline]
pub(super) fn trigger(c: char) -> Option<Trigger> {
    let han = matches!(c, '\u{4e00}'..='\u{9fff}');
    if han && WORDS[c as usize % 1024 / 64] >> (c as usize % 64) & 1 == 0 {
        return None;
    }
    known_trigger(c)
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

/// Whether enough places have something of the title behind a trigger. One pass, linear.
pub(super) fn is_worth_a_look(text: &str, key: &Key) -> bool {
    let mut places = 0;
    let mut scraps: Vec<(char, char)> = Vec::new();
    let (mut before, mut first) = ('\n', '\n');
    for second in text.chars() {
        let pair = (fold(first), fold(second));
        if key.has(pair.1) && key.has_pair(pair.0, pair.1) && trigger(before).is_some() {
            places += 1;
            if scraps.len() < SCRAPS && !scraps.contains(&pair) {
                scraps.push(pair);
            }
        }
        (before, first) = (first, second);
    }
    places >= PLACES && scraps.len() >= SCRAPS
}

/// Every place behind a trigger that is not taken out, in order. Linear.
pub(super) fn collect(text: &str, is_gone: impl Fn(usize) -> bool) -> Vec<Site> {
    let mut sites = vec![Site { at: 0, index: 0, trigger: LINE }];
    for (index, (at, c)) in text.char_indices().enumerate() {
        if let Some(trigger) = trigger(c).filter(|_| !is_gone(at)) {
            sites.push(Site { at: at + c.len_utf8(), index: index + 1, trigger });
        }
    }
    sites
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_filter_passes_every_trigger() {
        assert!(('\0'..=char::MAX).all(|c| trigger(c) == known_trigger(c)));
    }
}
