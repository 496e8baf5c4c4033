//! An invented organisation's name, one to eight times.

use crate::{
    draft::Draft,
    gold::Gold,
    names,
    scene::Scene,
    split::Dice,
    spots::{self, Manner},
};

/// Fewest bytes between two names: ten characters or so.
const GAP: usize = 30;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let dice = &mut scene.dice;
    let count = dice.number(1..=8);
    let spots = spots::choose(places(&page, dice), count, GAP, dice);
    let first = name(dice);
    let second = if dice.chance(20) { name(dice) } else { first.clone() };
    for at in &spots {
        page.insert(*at, "injected_name", if dice.chance(50) { &first } else { &second });
    }
    (!spots.is_empty()).then(|| page.finish())
}

fn name(dice: &mut Dice) -> String {
    if dice.chance(60) { names::masked(dice) } else { names::open(dice) }
}

/// The places of one or two manners.
fn places(page: &Draft, dice: &mut Dice) -> Vec<usize> {
    let manners = [
        Manner::ParagraphEnd,
        Manner::SentenceEnd,
        Manner::ParagraphStart,
        Manner::Clause,
        Manner::BetweenWords,
    ];
    let mut spots = spots::all(page.text(), page.body(), dice.pick(&manners));
    if dice.chance(40) {
        spots.extend(spots::all(page.text(), page.body(), dice.pick(&manners)));
    }
    spots.sort_unstable();
    spots.dedup();
    spots
}
