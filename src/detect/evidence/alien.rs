//! The weights of phrases that no list knows and that stand in several places.

/// What may speak for or against such a phrase having been put where it stands. Shares and means are taken
/// over its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alien {
    /// Every phrase has this one: the bias.
    Always,
    /// The share between two characters.
    Between,
    /// The share behind a mark and before a word.
    Starts,
    /// The share behind a word and before a mark.
    Ends,
    /// The share between marks.
    Apart,
    /// How readily the characters around it follow one another, in nats.
    Flow,
    /// The least of that over all places.
    LeastFlow,
    /// How readily it follows what stands before, in nats.
    Left,
    /// The most of that over all places.
    MostLeft,
    /// How readily what stands behind follows, in nats.
    Right,
    /// The most of that over all places.
    MostRight,
    /// How readily what stands behind begins a clause, where it stands at one's beginning, in nats.
    StartFlow,
    /// What the text gains without it at all its places, in tens of nats.
    Gain,
    /// The logarithm of how many places it has, eight at most.
    Again,
    /// It stands twice.
    Pair,
    /// How long it is: 0 for four characters, 1 for ten.
    Length,
    /// The share of places that are followed by what follows others.
    SameRight,
    /// The share of places behind a character that stands before others.
    SameLeft,
    /// The share that a grammatical character follows.
    Followed,
    /// How many it follows, five at most.
    FollowedOften,
    /// The share that words lead up to.
    Led,
    /// How many words lead up to, three at most.
    LedOften,
    /// The share beside a mark of enumerations.
    Listed,
    /// The share in quotes or brackets.
    Quoted,
    /// It has a word of some trade.
    Trade,
    /// The share of its characters in such words.
    TradeShare,
    /// It ends as organisations' names do.
    Organisation,
    /// It ends as the names of places, offices and people's groups do.
    NameEnd,
    /// It has a grammatical character inside.
    Grammar,
    /// How readily its own characters follow one another, in nats.
    Inner,
    /// The least of that over all its pairs.
    LeastInner,
    /// It has figures.
    Figures,
    /// At how many places it breaks a word, three at most.
    Broken,
    /// It stands in the title.
    InTitle,
    /// How many pairs of its characters stand elsewhere, three at most.
    Elsewhere,
    /// The share of places around which stands what stands together elsewhere.
    Mended,
}

impl Alien {
    /// How many there are.
    pub(crate) const COUNT: usize = Alien::Mended as usize + 1;
}

/// Fitted by logistic regression on phrases that were put into real web articles, against what real
/// articles repeat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AlienWeights {
    pub(crate) signs: [f32; Alien::COUNT],
    /// From this score on a phrase with a word of some trade is removed.
    pub(crate) remove: f32,
    /// From this score on any other is.
    pub(crate) plain: f32,
    /// How much more that is where it begins clauses and nothing else.
    pub(crate) subject: f32,
    /// How much more that is where laws are cited.
    pub(crate) law: f32,
    /// What other pieces on the page add to the score: the page was treated so.
    pub(crate) shown: f32,
}

impl Default for AlienWeights {
    fn default() -> Self {
        #[rustfmt::skip]
        let signs = [
            -5.21, 1.70, 2.48, -2.13, -6.42, 0.12, 0.48, 0.54, -0.58, -0.08, -0.22,
            -0.40, 1.66, 1.84, -0.88, 3.64, -2.69, -2.47, -0.39, -0.53, 0.44, -1.22,
            -5.53, -4.14, 1.13, 3.65, 2.31, -1.34, -1.22, -0.30, -0.63, -5.25, 0.52,
            -4.34, -2.81, 2.33,
        ];
        AlienWeights { signs, remove: 3.05, plain: 4.4, subject: 0.6, law: 1.2, shown: 1.0 }
    }
}
