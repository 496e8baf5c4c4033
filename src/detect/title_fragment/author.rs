//! How readily the author uses each word of the title.

use super::{key::Key, scan::Scan};
use crate::detect::evidence::{Reading, Weights};

/// The author's uses of the title's words, wherever nothing need have been dropped.
pub(super) struct Author {
    /// For each scrap of a scan the uses in the middle of a clause, and those behind triggers.
    uses: Vec<(f32, f32)>,
    chars: f32,
    triggers: f32,
    /// How much of what long pieces cost him more is believed.
    long: f32,
}

/// By how much less likely an author is to cite a piece of the title of 0, 1, 2 … characters at a place than
/// one of two, in nats; measured on 11,300 real texts, and as much for every longer one.
const LONGER: [f32; 10] = [0.0, 0.0, 0.0, 0.6, 1.0, 1.6, 2.0, 2.4, 2.7, 3.0];

impl Author {
    /// Counts the uses behind triggers and in the middle of clauses. Linear in the places.
    pub(super) fn of(scan: &Scan<'_>, reading: &Reading<'_>, key: &Key) -> Self {
        let mut uses: Vec<_> =
            scan.inside(reading, key).into_iter().map(|times| (times as f32, 0.0)).collect();
        scan.seen.iter().for_each(|seen| uses[seen.scrap].1 += 1.0);
        Author { uses, chars: scan.chars as f32, triggers: scan.triggers as f32, long: 0.0 }
    }

    /// Doubts that the pieces at some bytes, in order, are the author's, where scraps were found: half of
    /// them are believed. Nor are long pieces taken for names of which he speaks, as they may be on a page that
    /// nobody treated.
    pub(super) fn doubt(&mut self, scan: &Scan<'_>, at: impl Iterator<Item = usize>, long: f32) {
        self.long = long;
        let start = |at| scan.starts.get(scan.starts.partition_point(|start| start.at < at));
        for seen in at.filter_map(start).flat_map(|start| scan.seen_at(start)) {
            self.uses[seen.scrap].1 -= 0.5;
        }
    }

    /// What it costs the author to cite a scrap of so many characters, in nats, however it cuts the title's words.
    pub(super) fn cites(&self, scrap: usize, len: usize, weights: &Weights) -> f32 {
        let habit = if weights.habits { self.rate(scrap) } else { 0.0 };
        let long = self.long * LONGER[len.min(LONGER.len() - 1)];
        if habit == 0.0 { weights.cite + long } else { -((-weights.cite - long).exp() + habit).ln() }
    }

    /// At how many places a scrap stands, of those that were counted.
    pub(super) fn places(&self, scrap: usize) -> usize {
        let (inside, behind) = self.uses[scrap];
        (inside + behind) as usize
    }

    /// How likely the author is to use a scrap at a place, by the other places.
    fn rate(&self, scrap: usize) -> f32 {
        /// So many places without it are believed in beforehand.
        const PRIOR: f32 = 50.0;
        let (inside, behind) = self.uses[scrap];
        2.0 * inside / (self.chars + 2.0 * PRIOR) + (behind - 1.0).max(0.0) / (self.triggers + PRIOR)
    }
}
