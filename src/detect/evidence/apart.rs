//! The weights of sentences that have nothing to do with one another.

/// What may show that the sentences of a document come from unrelated texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// Every document has this one: the bias.
    Always,
    /// How telling the pairs of characters are that an earlier sentence has as well, in nats for each
    /// character.
    Pairs,
    /// The share of sentences that have a rare pair of an earlier one.
    Linked,
    /// How telling the pairs are that two neighbours share, in nats, ten at most for each two.
    Neighbours,
    /// How telling the single characters are that an earlier sentence has as well, in nats for each
    /// character.
    Chars,
    /// Eight by the count of sentences: by chance, a few share little.
    Few,
    /// Characters of a sentence by thirty, one and a half at most: short ones share little.
    Long,
    /// The share of sentences that have next to nothing of the earlier ones.
    Alone,
}

impl Apart {
    /// How many there are.
    pub(crate) const COUNT: usize = Apart::Alone as usize + 1;
}

/// Fitted by logistic regression on rows of sentences that were drawn from different web articles,
/// against real texts and stretches of them; pages of few sentences were then made harder to call by hand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ApartWeights {
    pub(crate) signs: [f32; Apart::COUNT],
    /// From this score on the document is junk: well above whatever a real text has.
    pub(crate) drop: f32,
}

impl Default for ApartWeights {
    fn default() -> Self {
        let signs = [0.56, 1.97, -9.42, -2.55, -10.32, -7.82, 7.3, 7.01];
        ApartWeights { signs, drop: 3.9 }
    }
}
