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
    /// For organisations' names.
    pub(crate) name: NameWeights,
}

/// The weights of organisations' names: points, added over all places where one name stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NameWeights {
    /// It has a placeholder for its brand.
    pub(crate) placeholder: f32,
    /// It begins with a place.
    pub(crate) place: f32,
    /// Each time it stands in new surroundings, three times at most.
    pub(crate) repeat: f32,
    /// It stands behind a sentence's end and before a line's end, without a mark of its own.
    pub(crate) line_end: f32,
    /// A word that is no grammar follows at once.
    pub(crate) running_on: f32,
    /// For each nat that the characters around it belong together.
    pub(crate) flow: f32,
    /// A scrap of the title ends where it begins.
    pub(crate) glued: f32,
    /// Against it: a grammatical character follows.
    pub(crate) followed: f32,
    /// Against it: a preposition or conjunction leads up to it.
    pub(crate) led: f32,
    /// Against it: a mark follows.
    pub(crate) punctuated: f32,
    /// Against it: its own part stands elsewhere; twice at most.
    pub(crate) core: f32,
    /// Against it: its place is named elsewhere.
    pub(crate) place_known: f32,
    /// Against it: it stands in the title.
    pub(crate) titled: f32,
    /// Against it: over a third of three or more places are grammatical.
    pub(crate) grammatical: f32,
    /// From this score on it is read past.
    pub(crate) suspect: f32,
    /// From this score on it is removed.
    pub(crate) remove: f32,
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
            name: NameWeights::default(),
        }
    }
}

impl Default for NameWeights {
    fn default() -> Self {
        NameWeights {
            placeholder: 2.5,
            place: 1.5,
            repeat: 1.5,
            line_end: 4.0,
            running_on: 1.2,
            flow: 0.6,
            glued: 3.5,
            followed: 1.6,
            led: 1.5,
            punctuated: 4.0,
            core: 3.0,
            place_known: 2.5,
            titled: 6.0,
            grammatical: 6.0,
            suspect: 4.5,
            remove: 6.5,
        }
    }
}
