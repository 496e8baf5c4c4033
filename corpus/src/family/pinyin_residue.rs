//! A page turned from Simplified into Traditional by a converter that left the readings in.

use std::collections::HashSet;

use crate::{
    draft::Draft,
    gold::Gold,
    readings::{self, Reading},
    scene::Scene,
    split::Dice,
};

/// Fewest readings of a page worth scoring.
const MIN_READINGS: usize = 3;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let text: String = scene.body().chars().map(traditional).collect();
    let mut page = Draft::page(scene.base, &text, &mut scene.dice);
    let dice = &mut scene.dice;
    let share = dice.setting("residue.share", 10..=60);
    let known = known(page.text(), share, dice);
    let limit = dice.setting("residue.limit", 5..=80);
    let (open, close) = dice.pick(&[("(", ")"), ("(", ")"), ("（", "）")]);
    let partial = dice.pick(&[0, 0, 10, 30]);
    for (at, c) in chars(&page).into_iter().filter(|(_, c)| known.contains(c)).take(limit) {
        let Some(Reading { toned, .. }) = readings::of(c) else { continue };
        let syllable = if dice.chance(partial) { tail(toned) } else { toned };
        page.insert(at, "pinyin_gloss", format!("{open}{syllable}{close}"));
    }
    (page.len() >= MIN_READINGS).then(|| page.finish())
}

fn traditional(c: char) -> char {
    readings::of(c).map_or(c, |reading| reading.traditional)
}

/// The characters of the body with the places behind them.
fn chars(page: &Draft) -> Vec<(usize, char)> {
    let from = page.body().start;
    page.text()[page.body()].char_indices().map(|(at, c)| (from + at + c.len_utf8(), c)).collect()
}

/// A converter always stumbles over the same characters.
fn known(text: &str, share: usize, dice: &mut Dice) -> HashSet<char> {
    let mut distinct: Vec<char> = text.chars().filter(|c| readings::of(*c).is_some()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    distinct.into_iter().filter(|_| dice.chance(share)).collect()
}

/// The syllable without its first letter, where something toned is left.
fn tail(toned: &str) -> &str {
    let rest = toned.trim_start_matches(|c: char| c.is_ascii() && !"aeiou".contains(c));
    if rest.is_empty() { toned } else { rest }
}
