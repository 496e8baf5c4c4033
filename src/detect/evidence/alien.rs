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
    /// The share of its characters in words of search phrases, betting and porn.
    Advert,
    /// It begins with a province, a prefecture or a county.
    Placed,
    /// It ends as queries do.
    Query,
    /// It ends as the brands of betting sites do.
    Brand,
    /// It is an organisation's name with words of its own.
    Named,
    /// The share of places where it is a part of its sentence.
    Part,
    /// At how many places it is, three at most.
    PartOften,
}

impl Alien {
    /// How many there are.
    pub(crate) const COUNT: usize = Alien::PartOften as usize + 1;
}

/// Fitted by logistic regression on phrases that were put into real web articles, against what real
/// texts repeat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AlienWeights {
    /// For a phrase that stands twice.
    pub(crate) twice: [f32; Alien::COUNT],
    /// For one that stands more often.
    pub(crate) often: [f32; Alien::COUNT],
    /// From this score on a phrase is removed.
    pub(crate) remove: f32,
    /// How much more that is for an organisation's name.
    pub(crate) named: f32,
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
        let twice = [
            -5.32, 1.30, 2.73, -4.32, -4.19, 0.27, 0.17, 1.15, -0.90, -0.48,
            0.20, 0.05, 2.24, 1.76, -0.99, 4.89, -3.27, -1.99, -0.37, -0.49,
            0.37, -1.36, -3.39, -4.36, 0.18, 4.12, 1.54, -1.56, -1.42, -0.39,
            -0.32, -5.26, -0.07, -4.62, -3.33, 2.74, 2.56, 2.64, 0.77, 2.22,
            -0.78, -0.29, -0.57,
        ];
        #[rustfmt::skip]
        let often = [
            -4.76, 1.22, 2.79, -3.76, -4.18, 0.56, 0.15, 0.74, -0.68, -0.56,
            0.16, -0.17, 0.96, 1.47, 0.00, 4.26, -5.42, -1.67, 0.15, -0.63,
            0.53, -0.91, -4.09, -4.22, 0.32, 3.37, 1.10, -0.39, -1.03, -0.22,
            -0.36, -5.12, 0.43, -5.51, -3.56, 2.99, 2.37, 2.50, 0.80, 2.57,
            -1.89, 0.16, -0.99,
        ];
        AlienWeights { twice, often, remove: 2.0, named: 0.8, subject: 1.2, law: 1.2, shown: 1.0 }
    }
}
