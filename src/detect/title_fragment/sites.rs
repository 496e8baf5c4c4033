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
pub(super) fn trigger(c: char) -> Option<Trigger> {
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
        if trigger(before).is_some() {
            let pair = (fold(first), fold(second));
            if key.has_pair(pair.0, pair.1) {
                places += 1;
                if scraps.len() < SCRAPS && !scraps.contains(&pair) {
                    scraps.push(pair);
                }
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
