//! The two columns: what detectors are tuned on, and what is held out from tuning.
//!
//! Three things are parted, each by a hash of its name: base documents (one in four is held out),
//! the entries of the word lists (one in four), and the values of numeric parameters (one in four
//! of each range). A held-out page is therefore made of a text, of words and of settings that no
//! tuned page has.

use std::ops::RangeInclusive;

use crate::rng::{Rng, hash};

/// One in this many is held out.
const HELD_OUT: u64 = 4;
/// Lists and ranges with fewer entries than this are shared by both columns.
const MIN_PARTED: usize = 8;

/// Which part of the texts, words and settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What detectors may be tuned on.
    Tuned,
    /// What only the score may see.
    HeldOut,
}

impl Column {
    /// Both, in the order in which they are printed.
    pub const ALL: [Column; 2] = [Column::Tuned, Column::HeldOut];

    /// `tuned` or `held-out`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Column::Tuned => "tuned",
            Column::HeldOut => "held-out",
        }
    }

    /// Whether the thing of this name belongs here.
    #[must_use]
    pub fn holds(self, name: &str) -> bool {
        hash(name).is_multiple_of(HELD_OUT) == (self == Column::HeldOut)
    }
}

/// Draws the parameters of one document, from one column's part of each range and list.
#[derive(Clone, Debug)]
pub struct Dice {
    rng: Rng,
    column: Column,
}

impl Dice {
    /// Dice for one document.
    #[must_use]
    pub fn new(seed: u64, name: &str, column: Column) -> Self {
        Dice { rng: Rng::new(seed, &format!("{}/{name}", column.name())), column }
    }

    /// A setting of the document: only values of this column. `name` is the setting's.
    pub fn setting(&mut self, name: &str, range: RangeInclusive<usize>) -> usize {
        let all: Vec<usize> = range.collect();
        let ours = part(&all, |value| self.column.holds(&format!("{name}={value}")));
        self.pick(&ours)
    }

    /// An entry of a word list: only entries of this column.
    pub fn word<'w>(&mut self, list: &[&'w str]) -> &'w str {
        let ours = part(list, |word| self.column.holds(word));
        self.pick(&ours)
    }

    /// One of a few forms, which both columns share.
    pub fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.rng.below(items.len())].clone()
    }

    /// A number of no consequence, which both columns share.
    pub fn number(&mut self, range: RangeInclusive<usize>) -> usize {
        range.start() + self.rng.below(range.end() - range.start() + 1)
    }

    /// Whether something of this probability, in per cent, happens.
    pub const fn chance(&mut self, percent: usize) -> bool {
        self.rng.chance(percent)
    }

    /// Puts the items in random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        self.rng.shuffle(items);
    }
}

fn part<T: Clone>(all: &[T], ours: impl Fn(&T) -> bool) -> Vec<T> {
    let part: Vec<T> = all.iter().filter(|item| ours(item)).cloned().collect();
    if all.len() < MIN_PARTED || part.is_empty() { all.to_vec() } else { part }
}

#[cfg(test)]
mod tests {
    use super::{Column, Dice};

    fn settings(column: Column) -> Vec<usize> {
        let mut dice = Dice::new(1, "test", column);
        (0..200).map(|_| dice.setting("length", 1..=40)).collect()
    }

    #[test]
    fn the_columns_share_no_setting_and_no_word() {
        let held_out = settings(Column::HeldOut);
        assert!(settings(Column::Tuned).iter().all(|value| !held_out.contains(value)));
        let words = crate::phrases::places();
        let mut tuned = Dice::new(1, "words", Column::Tuned);
        assert!((0..200).all(|_| Column::Tuned.holds(tuned.word(words))));
    }

    #[test]
    fn a_quarter_or_so_is_held_out() {
        let names = (0..1000).map(|number| format!("name-{number}"));
        let held_out = names.filter(|name| Column::HeldOut.holds(name)).count();
        assert!((200..300).contains(&held_out), "{held_out}");
    }
}
