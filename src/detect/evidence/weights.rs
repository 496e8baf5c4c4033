//! Every weight of the in-sentence detectors, in nats unless said otherwise.
//!
//! The figures were chosen on the tuned column of the project's benchmark; DESIGN.md has the table
//! of what each is worth.

use super::{ApartWeights, StuckWeights};

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
    /// What a member of the list costs, as a share of what it costs to cut it out of the title.
    pub(crate) member: f32,
    /// What a scrap costs an author for each time title characters are left out of it.
    pub(crate) skipped: f32,
    /// What an insertion nearer to the last one than the learnt gap costs.
    pub(crate) crowded: f32,
    /// Whether insertion rates are learnt for each trigger character.
    pub(crate) rates: bool,
    /// Whether what the author says elsewhere makes citing it cheaper.
    pub(crate) habits: bool,
    /// Whether a list that cuts the title into one scrap after the other is cheaper.
    pub(crate) in_turn: bool,
    /// Whether scraps that follow one another in a cycle count as more likely.
    pub(crate) cycle: bool,
    /// A document's total below which nothing is removed.
    pub(crate) total: f32,
    /// What the insertions must be worth on average.
    pub(crate) each: f32,
    /// How many different scraps a document must have.
    pub(crate) distinct: usize,
    /// For the order of clauses.
    pub(crate) disorder: [f32; Disorder::COUNT],
    /// For sentences of unrelated texts.
    pub(crate) apart: ApartWeights,
    /// For organisations' names.
    pub(crate) name: NameWeights,
    /// For hosts, brands and search phrases.
    pub(crate) stuck: StuckWeights,
}

/// The weighted sum of signs: log odds.
pub(crate) fn weigh<const N: usize>(signs: &[f32; N], weights: &[f32; N]) -> f32 {
    signs.iter().zip(weights).map(|(sign, weight)| sign * weight).sum()
}

/// What may speak for or against an organisation's name, counted over all its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Every name has this one: the bias.
    Always,
    /// It has a placeholder for its brand.
    Placeholder,
    /// It has a single 某 for its brand.
    HalfPlaceholder,
    /// It begins with a place that exists.
    RealPlace,
    /// It begins with a place whose level is wrong.
    WrongPlace,
    /// It begins with something that only its level shows to be a place.
    UnknownPlace,
    /// It has no place at all.
    NoPlace,
    /// It ends as a small business does.
    Shop,
    /// There is hardly anything between place and suffix.
    Short,
    /// It stands in one more different surrounding.
    Again,
    /// It begins one more clause.
    AgainAtStarts,
    /// It begins one more clause, and has a placeholder or a place that does not exist.
    InventedAtStarts,
    /// A sentence ends before it and a line behind it.
    BehindSentence,
    /// It is a line of its own.
    OwnLine,
    /// Another mark stands before it and a line's end behind it.
    MarkToLineEnd,
    /// A word stands before it and a line's end behind it.
    WordToLineEnd,
    /// It stands between two words.
    Between,
    /// It begins a clause, and a word follows.
    StartsClause,
    /// It begins a line, and a word follows.
    StartsLine,
    /// A word stands before it, a grammatical character follows.
    Followed,
    /// It begins a clause, and a grammatical character follows.
    StartsAndFollowed,
    /// A preposition leads up to it.
    Led,
    /// A preposition leads up to it, and a grammatical character follows.
    LedAndFollowed,
    /// A mark follows.
    Punctuated,
    /// How well the characters around it go together where it stands between words.
    Flow,
    /// How well the character behind it begins a clause where it does.
    StartFlow,
    /// A scrap of the title ends where it begins.
    Glued,
    /// Its own part stands elsewhere.
    CoreElsewhere,
    /// Its place is named elsewhere.
    PlaceElsewhere,
    /// It stands in the title.
    InTitle,
    /// The document begins with it, and nothing shows that it is invented.
    Opens,
    /// It stands five times or more, always in full, and the document knows nothing of it.
    OftenInFull,
}

impl Sign {
    /// How many there are.
    pub(crate) const COUNT: usize = Sign::OftenInFull as usize + 1;
}

/// The weights of organisations' names, fitted by logistic regression: log odds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NameWeights {
    pub(crate) signs: [f32; Sign::COUNT],
    /// From this score on it is read past.
    pub(crate) suspect: f32,
    /// From this score on it is removed.
    pub(crate) remove: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            cite: 6.0,
            broken: 7.0,
            table: 150.0,
            orphan: 4.0,
            member: 1.0,
            skipped: 3.5,
            crowded: 2.5,
            rates: true,
            habits: true,
            in_turn: true,
            cycle: true,
            total: 22.0,
            each: 2.4,
            distinct: 3,
            disorder: DISORDER,
            apart: ApartWeights::default(),
            name: NameWeights::default(),
            stuck: StuckWeights::default(),
        }
    }
}

impl NameWeights {
    /// Takes signs out of the sum.
    pub(super) fn forget(&mut self, signs: &[Sign]) {
        for &sign in signs {
            self.signs[sign as usize] = 0.0;
        }
    }
}

impl Default for NameWeights {
    fn default() -> Self {
        #[rustfmt::skip]
        let signs = [
            -2.49, 5.76, 2.27, -0.43, 3.31, -0.82, -4.55, 2.36, -2.14,
            2.19, 1.00, 1.06, 2.90, -0.03, -0.23, 1.01, -0.02, 0.08,
            1.33, -0.81, -0.21, -0.76, -1.92, -1.96, 0.55, 0.39, 2.71,
            -1.44, -2.89, -2.66, -4.00, 2.50,
        ];
        NameWeights { signs, suspect: -1.0, remove: 1.3 }
    }
}

/// What may show that a document's clauses were shuffled; shares of what could show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Disorder {
    /// Every document has this one: the bias.
    Always,
    /// Lines of prose that end in a mark behind which a sentence goes on.
    OpenEnds,
    /// How many there are, four at most.
    ManyOpenEnds,
    /// Lines of prose that end in a Chinese character.
    WordEnds,
    /// Commas behind a space.
    SpacedPauses,
    /// Long clauses behind 、, which parts short items.
    LongItems,
    /// Sentences of four characters or fewer.
    TinySentences,
    /// Sentences of one clause.
    SingleClauses,
    /// A dateline stands inside a line.
    Datelines,
    /// Three or more scraps of the title were found.
    Insertions,
    /// Quotes that close where none is open, three at most.
    Quotes,
    /// The first clause, or a paragraph's, goes on with what was said before it.
    GoesOn,
}

impl Disorder {
    /// How many there are.
    pub(crate) const COUNT: usize = Disorder::GoesOn as usize + 1;
}

/// Fitted by logistic regression: log odds. Those of quotes and of words that go on were set by hand, and
/// the bias so that the worst real text stays well below zero.
const DISORDER: [f32; Disorder::COUNT] = [-5.6, 4.9, 5.1, -1.0, 2.6, 1.3, -1.2, 5.4, 3.2, 1.1, 1.0, 1.0];
