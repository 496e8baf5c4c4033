//! Every weight of the in-sentence detectors, in nats unless said otherwise.
//!
//! The figures were chosen on the tuned column of the project's benchmark; DESIGN.md has the table
//! of what each is worth.

use super::{AlienWeights, ApartWeights, StuckWeights};

/// The weights. One value is shared by a cleaner; measuring tools switch single ones off.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weights {
    /// What it costs an author to cite some word of the title where it stands: the second clean
    /// story, without which every article about its own title looks polluted.
    pub(crate) cite: f32,
    /// At most this much is added where the cited piece cuts a word of the title in two.
    pub(crate) broken: f32,
    /// How much of what it costs an author to cite more than two characters is believed once a list is
    /// known: long names are cited as readily on clean pages that speak of little else.
    pub(crate) long: f32,
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
    /// What the insertions must be worth on average: many weak ones add up to nothing.
    pub(crate) each: f32,
    /// For whether the insertions of a document are proof that it was treated so: log odds.
    pub(crate) proof: [f32; Proof::COUNT],
    /// For the order of clauses.
    pub(crate) disorder: [f32; Disorder::COUNT],
    /// For sentences of unrelated texts.
    pub(crate) apart: ApartWeights,
    /// For organisations' names.
    pub(crate) name: NameWeights,
    /// For hosts, brands and search phrases.
    pub(crate) stuck: StuckWeights,
    /// For phrases that no list knows.
    pub(crate) alien: AlienWeights,
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
    /// A mark follows, or an opening one stands before it.
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
    /// It has neither a place nor a placeholder.
    Bare,
    /// The document speaks of its trade elsewhere.
    TradeElsewhere,
    /// What follows opens a clause: no name can be its subject.
    Opener,
    /// How much better the text reads without it where it stands between words.
    Joint,
    /// How much better the text reads without it where it begins a clause.
    StartJoint,
    /// The same, summed over all these places.
    JointAll,
    /// The same, summed over all these places.
    StartJointAll,
    /// It stands more than once, and the document says nothing of its trade elsewhere.
    StrangeTrade,
    /// It stands more than once, and ends as a small business does.
    ShopAgain,
    /// It stands more than once and is a part of its sentence: the share of five places that it is.
    Part,
    /// The share of five places that it is not.
    NoPart,
    /// It stands three times or more: the share of the document's sentences that have it, over a third,
    /// less where few of them need it.
    Fills,
    /// It stands three times or more, the first time in the document's first sentence; less where few
    /// sentences need it.
    FirstSentence,
    /// Six more different names than three stand beside it: the share of them that do.
    Among,
    /// It ends as what people go to and write about does: a hotel, a school, a hospital.
    Venue,
    /// It ends as companies do.
    Company,
    /// At how many places it breaks a word, three at most.
    Broken,
    /// The share of places around which stands what stands together elsewhere.
    Mended,
    /// The share of places that are followed by what follows others.
    SameRight,
    /// It is a part of its sentence where it stands once.
    OncePart,
    /// It stands twice.
    Twice,
}

impl Sign {
    /// How many there are.
    pub(crate) const COUNT: usize = Sign::Twice as usize + 1;
}

/// The weights of organisations' names, fitted by logistic regression: log odds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NameWeights {
    /// For a name that stands once.
    pub(crate) once: [f32; Sign::COUNT],
    /// For one that stands more than once.
    pub(crate) again: [f32; Sign::COUNT],
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
            long: 0.5,
            table: 150.0,
            orphan: 5.5,
            member: 1.0,
            skipped: 3.5,
            crowded: 2.0,
            rates: true,
            habits: true,
            in_turn: true,
            cycle: true,
            total: 10.0,
            each: 1.2,
            proof: PROOF,
            disorder: DISORDER,
            apart: ApartWeights::default(),
            name: NameWeights::default(),
            stuck: StuckWeights::default(),
            alien: AlienWeights::default(),
        }
    }
}

impl NameWeights {
    /// Takes signs out of the sum.
    pub(super) fn forget(&mut self, signs: &[Sign]) {
        for &sign in signs {
            self.once[sign as usize] = 0.0;
            self.again[sign as usize] = 0.0;
        }
    }
}

impl Default for NameWeights {
    fn default() -> Self {
        #[rustfmt::skip]
        let once = [
            -1.54, 6.65, 0.60, -0.08, 3.07, 0.18, -4.71, 0.77, -3.86,
            0.00, 5.17, -1.06, -0.94, 0.40, -0.44, -0.03, 2.11, -2.01,
            -0.25, -1.13, -2.29, -5.00, -0.12, 0.08, 2.17, -1.11, -3.85,
            -3.41, -1.99, 0.00, -1.47, 2.11, 0.29, 0.90, 3.64, 1.63,
            0.00, 0.00, 0.00, 0.00, 0.00, 0.00, -2.50, -1.73, -1.44,
            0.77, 1.84, 0.00, -1.05, 0.00,
        ];
        #[rustfmt::skip]
        let again = [
            -0.16, 3.43, 2.67, 1.17, 2.84, -0.48, -3.68, 0.28, -3.91,
            0.97, 4.13, -0.89, -0.91, 0.70, -0.66, -0.35, 1.02, -1.64,
            -1.29, -0.81, -0.89, -2.08, 1.80, 0.23, 2.33, -1.53, -4.19,
            -4.22, -2.55, 0.69, -0.13, 1.76, -1.21, 0.68, 2.80, 1.79,
            2.69, 0.12, -4.42, 3.03, -8.34, -1.53, -2.82, -1.79, -1.69,
            -0.08, 2.52, -2.65, 0.00, -0.85,
        ];
        NameWeights { once, again, suspect: -0.8, remove: 1.3 }
    }
}

/// What may show that scraps of the title were dropped into a document, beside each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// Every document has this one: the bias.
    Always,
    /// The logarithm of the total, in nats.
    Total,
    /// The logarithm of how many insertions there are.
    Insertions,
    /// The logarithm of how many different scraps there are.
    Different,
    /// The share of the scrap that is inserted most often.
    Most,
    /// The logarithm of how many characters the title has: a long one yields more by chance.
    Title,
    /// The share of the scraps that the title yields only by leaving characters out: by chance it yields
    /// a lot of them.
    Skipped,
    /// The share of a scrap's places in the text that are no insertions, on the average.
    Elsewhere,
    /// How many characters a scrap has, on the average.
    Length,
    /// There are fewer than three different scraps.
    Pair,
    /// The share of the insertions that stand in the same surroundings as others: an author says the same
    /// thing twice.
    Alike,
}

impl Proof {
    /// How many there are.
    pub(crate) const COUNT: usize = Proof::Alike as usize + 1;
}

/// Fitted by logistic regression on generated pages against what is found on clean ones, with titles of
/// their own and with their first line for one; look-alikes count six times. A document is asked for odds
/// of 7 to 1.
const PROOF: [f32; Proof::COUNT] = [3.05, 2.78, -2.32, 1.4, -6.98, -1.7, -4.07, -4.83, 0.49, -0.73, -9.01];

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
