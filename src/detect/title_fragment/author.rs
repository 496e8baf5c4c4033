//! How readily the author uses each word of the title.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};

use super::{key::Name, scan::Scan};

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

    fn write_u64(&mut self, word: u64) {
        let mixed = u128::from(self.0 ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        self.0 = (mixed >> 64) as u64 ^ mixed as u64;
    }
}

/// The author's uses of the title's words, wherever nothing need have been dropped.
pub(super) struct Author {
    /// Uses in the middle of a clause, and behind triggers.
    uses: ByName<(u32, u32)>,
    chars: f32,
    triggers: f32,
}

impl Author {
    /// Counts what was seen. At most `limit` different scraps.
    pub(super) fn of(scan: &Scan, limit: usize) -> Self {
        let mut uses = ByName::<(u32, u32)>::default();
        for start in &scan.starts {
            for found in scan.matches(start) {
                if uses.len() < limit || uses.contains_key(&found.name) {
                    let uses = uses.entry(found.name).or_default();
                    if start.behind { uses.1 += 1 } else { uses.0 += 1 }
                }
            }
        }
        Author { uses, chars: scan.chars as f32, triggers: scan.triggers as f32 }
    }

    /// How likely the author is to use a scrap at a place, by the other places.
    pub(super) fn rate(&self, scrap: Name) -> f32 {
        /// So many places without it are believed in beforehand.
        const PRIOR: f32 = 50.0;
        let (inside, behind) = self.uses.get(&scrap).copied().unwrap_or_default();
        2.0 * inside as f32 / (self.chars + 2.0 * PRIOR)
            + behind.saturating_sub(1) as f32 / (self.triggers + PRIOR)
    }
}
