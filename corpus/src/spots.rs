//! Where pieces go: bytes of a clean text.

use std::ops::Range;

use crate::{
    chars::{is_han, is_stop},
    split::Dice,
};

/// How a generator chooses the places behind its triggers.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Characters behind which it inserts.
    pub triggers: Vec<char>,
    /// Fewest characters between an insertion and the next one's trigger.
    pub gap: usize,
    /// How many characters a line end counts for in the gap.
    pub line_end: usize,
    /// Share of the triggers past the gap that it passes over, per cent. The first is always used.
    pub miss: usize,
}

/// The first `count` places behind a trigger. Linear in the range.
pub fn after_triggers(
    text: &str,
    range: Range<usize>,
    rule: &Rule,
    count: usize,
    dice: &mut Dice,
) -> Vec<usize> {
    let mut spots = Vec::new();
    let mut since = rule.gap;
    for (at, c) in text[range.clone()].char_indices() {
        since += if c == '\n' { rule.line_end } else { 1 };
        let free = rule.triggers.contains(&c) && since > rule.gap;
        if free && spots.len() < count && (spots.is_empty() || !dice.chance(rule.miss)) {
            spots.push(range.start + at + c.len_utf8());
            since = 0;
        }
    }
    spots
}

/// A manner of placing pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Behind a full stop, before the line end.
    ParagraphEnd,
    /// Behind a full stop, before the next sentence.
    SentenceEnd,
    /// Before a paragraph's first character.
    ParagraphStart,
    /// Behind a comma.
    Clause,
    /// Beside a grammatical character, so that no word is broken.
    BetweenWords,
    /// Between any two Chinese characters.
    Anywhere,
}

/// Every place of the range for one manner, in order. Linear in the range.
pub fn all(text: &str, range: Range<usize>, manner: Manner) -> Vec<usize> {
    let body = &text[range.clone()];
    let mut before = '\n';
    let mut spots = Vec::new();
    for (at, c) in body.char_indices() {
        if suits(before, c, manner) {
            spots.push(range.start + at);
        }
        before = c;
    }
    if suits(before, '\n', manner) {
        spots.push(range.end);
    }
    spots
}

/// Characters that are words of their own nearly everywhere.
const PARTICLES: &str = "的了和与在是被把从对将並及與對從將後后";

fn suits(before: char, after: char, manner: Manner) -> bool {
    match manner {
        Manner::ParagraphEnd => is_stop(before) && after == '\n',
        Manner::SentenceEnd => is_stop(before) && is_han(after),
        Manner::ParagraphStart => before == '\n' && is_han(after),
        Manner::Clause => matches!(before, '，' | ',') && is_han(after),
        Manner::BetweenWords => PARTICLES.contains(before) && is_han(after),
        Manner::Anywhere => is_han(before) && is_han(after),
    }
}

/// At most `count` of the places, at least `gap` bytes apart, in order.
pub fn choose(mut spots: Vec<usize>, count: usize, gap: usize, dice: &mut Dice) -> Vec<usize> {
    dice.shuffle(&mut spots);
    let mut chosen: Vec<usize> = Vec::new();
    for spot in spots {
        if chosen.len() < count && chosen.iter().all(|other| other.abs_diff(spot) >= gap) {
            chosen.push(spot);
        }
    }
    chosen.sort_unstable();
    chosen
}

#[cfg(test)]
mod tests {
    use super::{Manner, Rule, after_triggers, all};
    use crate::split::{Column, Dice};

    const TEXT: &str = "雨停了，路还湿，他推车出门。\n巷口的灯亮着，豆浆冒着热气。";

    #[test]
    fn the_first_trigger_is_used_and_the_gap_kept() {
        let rule = Rule { triggers: vec!['，', '。'], gap: 8, line_end: 1, miss: 0 };
        let mut dice = Dice::new(1, "spots", Column::Tuned);
        let spots = after_triggers(TEXT, 0..TEXT.len(), &rule, 9, &mut dice);
        let before: Vec<&str> = spots.iter().map(|at| &TEXT[..*at]).collect();
        assert_eq!(before, ["雨停了，", "雨停了，路还湿，他推车出门。", TEXT]);
    }

    #[test]
    fn each_manner_finds_its_places() {
        let count = |manner| all(TEXT, 0..TEXT.len(), manner).len();
        assert_eq!(count(Manner::ParagraphEnd), 2);
        assert_eq!(count(Manner::ParagraphStart), 2);
        assert_eq!(count(Manner::SentenceEnd), 0);
        assert_eq!(count(Manner::Clause), 3);
        assert_eq!(count(Manner::BetweenWords), 1);
    }
}
