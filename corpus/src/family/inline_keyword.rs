//! A host, search phrase or brand between two words or inside one, one to eight times.

use crate::{
    gold::Gold,
    hosts, phrases,
    scene::Scene,
    split::Dice,
    spots::{self, Manner},
};

/// Fewest bytes between two keywords.
const GAP: usize = 45;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let dice = &mut scene.dice;
    let manner = dice.pick(&[Manner::BetweenWords, Manner::Anywhere, Manner::Clause]);
    let keyword = keyword(dice);
    let count = dice.number(fewest(&keyword, manner)..=8);
    let spots = spots::choose(spots::all(page.text(), page.body(), manner), count, GAP, dice);
    if spots.len() < fewest(&keyword, manner) {
        return None;
    }
    for at in &spots {
        page.insert(*at, "inline_keyword", &keyword);
    }
    Some(page.finish())
}

/// A phrase that stands once between two words cannot be told from the author's.
fn fewest(keyword: &str, manner: Manner) -> usize {
    if manner == Manner::Anywhere || keyword.contains('.') { 1 } else { 2 }
}

fn keyword(dice: &mut Dice) -> String {
    match dice.pick(&["host", "phrase", "phrase", "place and phrase", "brand", "brand and host"]) {
        "host" => hosts::host(dice),
        "phrase" => dice.word(phrases::keywords()).to_owned(),
        "place and phrase" => format!("{}{}", dice.word(phrases::places()), dice.word(phrases::keywords())),
        "brand" => dice.word(phrases::brands()).to_owned(),
        _ => format!("{}{}", dice.word(phrases::brands()), hosts::host(dice)),
    }
}
