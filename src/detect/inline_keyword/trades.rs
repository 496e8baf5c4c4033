//! Words of trades and of those who look for them.

use std::sync::OnceLock;

use crate::lexicon;

/// Words of two characters, at least one of which most search phrases have; sorted.
fn trades() -> &'static [&'static str] {
    static TRADES: OnceLock<Vec<&str>> = OnceLock::new();
    TRADES.get_or_init(|| lexicon::entries(include_str!("../../lexicon/trade.txt")).collect())
}

/// How many of a phrase's characters stand in such words. `n log n`.
pub(super) fn in_trades(phrase: &str) -> usize {
    let ends = phrase.char_indices().map(|(at, _)| at).skip(2).chain([phrase.len()]);
    let pairs = phrase.char_indices().zip(ends).map(|((start, _), end)| &phrase[start..end]);
    let mut covered = 0;
    let mut last = false;
    for pair in pairs {
        let is = trades().binary_search(&pair).is_ok();
        covered += match (is, last) {
            (false, _) => 0,
            (true, false) => 2,
            (true, true) => 1,
        };
        last = is;
    }
    covered
}

#[cfg(test)]
mod tests {
    use super::{in_trades, trades};

    #[test]
    fn words_are_sorted_pairs() {
        assert!(trades().is_sorted() && trades().iter().all(|word| word.chars().count() == 2));
    }

    #[test]
    fn a_phrase_with_a_trade_is_known_by_it() {
        assert!(in_trades("云岭窗帘清洗") == 4 && in_trades("云岭镇的老槐树") == 0);
    }
}
