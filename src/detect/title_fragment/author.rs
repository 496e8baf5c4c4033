//! How readily the author uses each word of the title.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::{
    key::{Key, Match, Name},
    scan::{Scan, inside},
};
use crate::detect::evidence::{Reading, Weights};

/// A map by the names of scraps.
pub(super) type ByName<T> = HashMap<Name, T, BuildHasherDefault<Mix>>;

/// Mixes the one word that a name is.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u128(&mut self, word: u128) {
        self.write_u64(word as u64 ^ (word >> 64) as u64);
    }

    fn write_u64(&mut self, word: u64) {
        let mixed = u128::from(self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        self.0 = (mixed >> 64) as u64 ^ mixed as u64;
    }
}

/// The author's uses of the title's words, wherever nothing need have been dropped.
pub(super) struct Author {
    /// Uses in the middle of a clause, and behind triggers.
    uses: ByName<(f32, f32)>,
    chars: f32,
    triggers: f32,
    /// How much of what long pieces cost him more is believed.
    long: f32,
}

/// By how much less likely an author is to cite a piece of the title of 0, 1, 2 … characters at a place than
/// one of two, in nats; measured on 11,300 real texts, and as much for every longer one.
const LONGER: [f32; 10] = [0.0, 0.0, 0.0, 0.6, 1.0, 1.6, 2.0, 2.4, 2.7, 3.0];

impl Author {
    /// Counts the uses behind triggers. At most `limit` different scraps.
    pub(super) fn behind_triggers(scan: &Scan, limit: usize) -> Self {
        let (chars, triggers) = (scan.chars as f32, scan.triggers as f32);
        let mut author = Author { uses: ByName::default(), chars, triggers, long: 0.0 };
        for found in scan.starts.iter().flat_map(|start| scan.matches(start)) {
            author.add(found.name, limit, |uses| uses.1 += 1.0);
        }
        author
    }

    /// Counts the uses in the middle of clauses as well. Linear in the text.
    pub(super) fn and_inside(mut self, reading: &Reading<'_>, key: &Key, limit: usize) -> Self {
        inside(reading, key, |matches| {
            matches.iter().for_each(|found| self.add(found.name, limit, |uses| uses.0 += 1.0));
        });
        self
    }

    /// Doubts that the pieces at some bytes, in order, are the author's, where scraps were found: half of
    /// them are believed. Nor are long pieces taken for names of which he speaks, as they may be on a page that
    /// nobody treated.
    pub(super) fn doubt(&mut self, scan: &Scan, at: impl Iterator<Item = usize>, long: f32) {
        self.long = long;
        let start = |at| scan.starts.get(scan.starts.partition_point(|start| start.at < at));
        for found in at.filter_map(start).flat_map(|start| scan.matches(start)) {
            if let Some(uses) = self.uses.get_mut(&found.name) {
                uses.1 -= 0.5;
            }
        }
    }

    /// What it costs the author to cite a piece of the title, in nats, however it cuts the title's words.
    pub(super) fn cites(&self, found: &Match, weights: &Weights) -> f32 {
        let habit = if weights.habits { self.rate(found.name) } else { 0.0 };
        let long = self.long * LONGER[found.len.min(LONGER.len() - 1)];
        -((-weights.cite - long).exp() + habit).ln()
    }

    fn add(&mut self, name: Name, limit: usize, count: impl Fn(&mut (f32, f32))) {
        if self.uses.len() < limit || self.uses.contains_key(&name) {
            count(self.uses.entry(name).or_default());
        }
    }

    /// At how many places a scrap stands, of those that were counted.
    pub(super) fn places(&self, scrap: Name) -> usize {
        let (inside, behind) = self.uses.get(&scrap).copied().unwrap_or_default();
        (inside + behind) as usize
    }

    /// How likely the author is to use a scrap at a place, by the other places.
    fn rate(&self, scrap: Name) -> f32 {
        /// So many places without it are believed in beforehand.
        const PRIOR: f32 = 50.0;
        let (inside, behind) = self.uses.get(&scrap).copied().unwrap_or_default();
        2.0 * inside / (self.chars + 2.0 * PRIOR) + (behind - 1.0).max(0.0) / (self.triggers + PRIOR)
    }
}
