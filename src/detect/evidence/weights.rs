//! Every weight of the in-sentence detectors, in nats unless said otherwise.
//!
//! The figures were chosen on the tuning half of the project's benchmark; DESIGN.md has the table
//! of what each is worth.

/// The weights. One value is shared by a cleaner; measuring tools switch single ones off.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    /// What it costs an author to cite some word of the title where it stands: the second clean
    /// story, without which every article about its own title looks polluted.
    pub(crate) cite: f32,
    /// At most this much is added where the cited piece cuts a word of the title in two.
    pub(crate) broken: f32,
    /// How many sightings of its own the table of pairs is worth against the document's pairs.
    pub(crate) table: f32,
    /// What a piece that stands alone behind a sentence's end, before a line's end, costs a writer.
    pub(crate) orphan: f32,
    /// What one more member of the list of scraps costs.
    pub(crate) member: f32,
    /// What the next scrap of the cycle costs; another one than the next.
    pub(crate) next: f32,
    /// What skipping one scrap of the cycle costs.
    pub(crate) skip: f32,
    /// What any other scrap of the cycle costs.
    pub(crate) stray: f32,
    /// What an insertion nearer to the last one than the learnt gap costs.
    pub(crate) crowded: f32,
    /// Whether insertion rates are learnt for each trigger character.
    pub(crate) rates: bool,
    /// Whether scraps that follow one another in a cycle count as more likely.
    pub(crate) cycle: bool,
    /// A document's total below which nothing is removed.
    pub(crate) total: f32,
    /// How many different scraps a document must have.
    pub(crate) distinct: usize,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            cite: 4.0,
            broken: 8.0,
            table: 20.0,
            orphan: 4.0,
            member: 2.5,
            next: 0.15,
            skip: 3.0,
            stray: 4.5,
            crowded: 4.0,
            rates: true,
            cycle: true,
            total: 14.0,
            distinct: 3,
        }
    }
}
