//! Scraps of a title: subsequences of its characters.

use crate::{chars::is_word, split::Dice};

/// How scraps are cut.
#[derive(Clone, Debug)]
pub struct Style {
    /// Shortest and longest, in characters.
    pub lengths: (usize, usize),
    /// Share of the shortest length, per cent.
    pub short: usize,
    /// Chance that a scrap leaves a character out, per cent.
    pub holes: usize,
    /// Chance that a character between two scraps is passed over, per cent.
    pub skips: usize,
    /// Whether a quoted phrase of the title comes first.
    pub quote_first: bool,
}

/// Up to `count` distinct scraps in the order of the title, cut one behind the other.
pub fn walk(title: &str, count: usize, style: &Style, dice: &mut Dice) -> Vec<String> {
    let quote = quoted(title).filter(|_| style.quote_first);
    let rest = quote.map_or_else(|| title.to_owned(), |quote| title.replacen(quote, "", 1));
    let chars: Vec<char> = rest.chars().filter(|c| is_word(*c)).collect();
    let mut scraps: Vec<String> = quote.map(str::to_owned).into_iter().collect();
    let mut at = 0;
    while scraps.len() < count {
        at += usize::from(dice.chance(style.skips));
        let Some((scrap, next)) = cut(&chars, at, style, dice) else { break };
        at = next;
        push(&mut scraps, scrap);
    }
    scraps
}

/// Up to `count` distinct scraps from anywhere in the title.
pub fn scatter(title: &str, count: usize, style: &Style, dice: &mut Dice) -> Vec<String> {
    let chars: Vec<char> = title.chars().filter(|c| is_word(*c)).collect();
    let mut scraps = Vec::new();
    for _ in 0..count * 4 {
        let at = dice.number(0..=chars.len().saturating_sub(style.lengths.0));
        if let Some((scrap, _)) = cut(&chars, at, style, dice).filter(|_| scraps.len() < count) {
            push(&mut scraps, scrap);
        }
    }
    scraps
}

fn push(scraps: &mut Vec<String>, scrap: String) {
    if !scraps.contains(&scrap) {
        scraps.push(scrap);
    }
}

/// The scrap that begins at `at` and where the next one may begin.
fn cut(chars: &[char], at: usize, style: &Style, dice: &mut Dice) -> Option<(String, usize)> {
    let (shortest, longest) = style.lengths;
    let length = if dice.chance(style.short) { shortest } else { dice.number(shortest..=longest) };
    let hole = dice.chance(style.holes).then(|| dice.number(1..=length - 1));
    let window = chars.get(at..at + length + usize::from(hole.is_some()))?;
    let kept = window.iter().enumerate().filter(|(index, _)| Some(*index) != hole);
    Some((kept.map(|(_, c)| *c).collect(), at + window.len()))
}

/// The first quoted phrase of 2 to 6 characters.
fn quoted(title: &str) -> Option<&str> {
    let pairs = [('“', '”'), ('「', '」'), ('《', '》'), ('‘', '’')];
    let inside = |(open, close): (char, char)| {
        let from = title.find(open)? + open.len_utf8();
        let inner = &title[from..from + title[from..].find(close)?];
        ((2..=6).contains(&inner.chars().count()) && inner.chars().all(is_word)).then_some(inner)
    };
    pairs.into_iter().find_map(inside)
}

#[cfg(test)]
mod tests {
    use super::{Style, scatter, walk};
    use crate::split::{Column, Dice};

    const TITLE: &str = "渔港装上新灯塔 “归航时间”提前半小时";

    fn style(quote_first: bool) -> Style {
        Style { lengths: (2, 4), short: 50, holes: 30, skips: 20, quote_first }
    }

    fn is_subsequence(scrap: &str, title: &str) -> bool {
        let mut chars = title.chars();
        scrap.chars().all(|c| chars.any(|other| other == c))
    }

    #[test]
    fn scraps_are_subsequences_of_the_title() {
        for seed in 0..50 {
            let mut dice = Dice::new(seed, "scraps", Column::Tuned);
            for cut in [walk, scatter] {
                let scraps = cut(TITLE, 6, &style(false), &mut dice);
                assert!(
                    scraps.len() >= 3 && scraps.iter().all(|scrap| is_subsequence(scrap, TITLE)),
                    "{scraps:?}"
                );
            }
        }
    }

    #[test]
    fn a_quoted_phrase_comes_first() {
        let mut dice = Dice::new(1, "quote", Column::Tuned);
        assert_eq!(walk(TITLE, 5, &style(true), &mut dice)[0], "归航时间");
    }
}
