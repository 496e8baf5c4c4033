//! Ordered insertion, the seed's kind: scraps of the title in a fixed cycle behind commas and
//! stops, the first fifteen or so places, and an invented name twice.

use crate::{
    draft::Draft,
    fragments::{self, Style},
    gold::Gold,
    names,
    scene::Scene,
    split::Dice,
    spots::{self, Rule},
};

/// Fewest insertions of a page worth scoring.
const MIN_INSERTIONS: usize = 6;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    scene.is_prose().then_some(())?;
    let mut page = scene.page();
    let title = scene.headline().to_owned();
    insert(&mut page, &title, &mut scene.dice)?;
    Some(page.finish())
}

/// Sticks the cycle and the name into the body.
pub(super) fn insert(page: &mut Draft, title: &str, dice: &mut Dice) -> Option<()> {
    let name = if dice.chance(15) { String::new() } else { name(dice) };
    insert_with(page, title, &name, dice)
}

/// Sticks the cycle and a given name, which may be empty, into the body.
pub(super) fn insert_with(page: &mut Draft, title: &str, name: &str, dice: &mut Dice) -> Option<()> {
    let cycle = cycle(title, dice)?;
    let count = if dice.chance(50) { 15 } else { dice.setting("a.count", 10..=20) };
    let rule = rule(dice);
    let spots = spots::after_triggers(page.text(), page.body(), &rule, count, dice);
    let again = dice.setting("a.again", 9..=15);
    for (number, (at, scrap)) in spots.iter().zip(cycle.iter().cycle()).enumerate() {
        page.insert(*at, "title_fragment", scrap);
        if !name.is_empty() && (number + 1 == 3 || number + 1 == again) {
            page.insert(*at, "injected_name", name);
        }
    }
    (spots.len() >= MIN_INSERTIONS).then_some(())
}

fn cycle(title: &str, dice: &mut Dice) -> Option<Vec<String>> {
    let wanted = dice.number(4..=8);
    let longest = dice.pick(&[2, 2, 3, 4, 6]);
    let style = Style {
        lengths: (2, longest),
        short: 75,
        holes: dice.pick(&[0, 5, 15]),
        skips: dice.pick(&[0, 10, 25]),
        quote_first: dice.chance(67),
    };
    let cycle = fragments::walk(title, wanted, &style, dice);
    (cycle.len() >= 4).then_some(cycle)
}

fn rule(dice: &mut Dice) -> Rule {
    let sets = ["，,。", "，,。、", "，,。的", "，,。、的是", "，,。、的", "，,。是"];
    let triggers = dice.pick(&sets).chars().collect();
    Rule { triggers, gap: dice.setting("a.gap", 6..=10), line_end: dice.pick(&[1, 1, 8]), miss: 0 }
}

fn name(dice: &mut Dice) -> String {
    if dice.chance(90) { names::masked(dice) } else { names::open(dice) }
}
