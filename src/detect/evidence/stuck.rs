//! The weights of hosts, brands and search phrases inside sentences.

/// What may speak for or against a piece having been put where it stands. Shares and means are taken
/// over its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// Every piece has this one: the bias.
    Always,
    /// It ends as the brands of betting sites do.
    Brand,
    /// The share of a brand's places behind a mark and before a word: there firms' names stand as well.
    BrandStarts,
    /// It is a host that may be a firm's name.
    NamedHost,
    /// It is a host that begins as addresses do.
    Address,
    /// It is a host whose name was drawn at random.
    RandomHost,
    /// It is a host with Chinese before it that stands there at every place.
    LabelledHost,
    /// It is a host with digits behind its letters.
    NumberedHost,
    /// It ends as queries do, or has many words of search.
    Query,
    /// It stands twice and is nothing but a word that others need as well.
    PlainPair,
    /// How long it is: 0 for four characters, 1 for ten.
    Length,
    /// The logarithm of how many places it has, eight at most.
    Again,
    /// It stands once.
    Alone,
    /// How readily the characters around it follow one another where it stands once, in nats.
    AloneFlow,
    /// The share of places that are followed by what follows others.
    SameRight,
    /// The share of places behind a word that stands before others.
    SameLeft,
    /// The share between two Chinese characters.
    Between,
    /// How readily the characters around it follow one another there, in nats.
    Flow,
    /// What the text gains there without it, in nats.
    Joint,
    /// The share behind a mark and before a word.
    Starts,
    /// How readily what follows begins a clause there, in nats.
    StartFlow,
    /// What the text gains there without it, in nats.
    StartJoint,
    /// The share behind a word and before a mark.
    Ends,
    /// The share between marks.
    Apart,
    /// The share that words lead up to, or go on with, as with a site or a firm.
    Led,
    /// The share that a grammatical character follows.
    Followed,
    /// The share that begin a firm's name.
    Firm,
    /// It stands in the title.
    InTitle,
    /// How many pairs of its characters stand elsewhere, three at most.
    Elsewhere,
    /// A host's own name stands elsewhere.
    HostElsewhere,
}

impl Stuck {
    /// How many there are.
    pub(crate) const COUNT: usize = Stuck::HostElsewhere as usize + 1;
}

/// The weights, fitted by logistic regression on the benchmark's pieces against what clean articles
/// repeat: log odds. Those of random hosts and of words that lead up, which the benchmark lacks, and
/// those of firms' names, which must not be taken for brands, were set by hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct StuckWeights {
    pub(crate) signs: [f32; Stuck::COUNT],
    /// From this score on a piece is removed.
    pub(crate) remove: f32,
    /// From this score on it is certain.
    pub(crate) certain: f32,
}

impl Default for StuckWeights {
    fn default() -> Self {
        #[rustfmt::skip]
        let signs = [
            -4.29, -1.40, -4.50, -0.41, 2.38, 2.60, 1.07, 2.24, 2.78, -1.09,
            0.93, 3.02, -1.58, -0.01, -5.80, -0.83, 1.48, 0.62, 0.08,
            2.31, 0.04, -0.06, -3.81, -2.93, -3.50, -1.62, -1.04, -2.86,
            -2.67, -1.76,
        ];
        StuckWeights { signs, remove: 1.3, certain: 4.0 }
    }
}
