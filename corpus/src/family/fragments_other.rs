//! Scraps of the title by other generators: other lengths, orders, triggers, gaps and counts.

use crate::{
    fragments::{self, Style},
    gold::Gold,
    names,
    scene::Scene,
    split::Dice,
    spots::{self, Rule},
};

/// Fewest insertions of a page worth scoring.
const MIN_INSERTIONS: usize = 4;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    scene.is_prose().then_some(())?;
    let mut page = scene.page();
    let title = scene.headline().to_owned();
    let dice = &mut scene.dice;
    let list = list(&title, dice)?;
    let count = dice.setting("other.count", 4..=40);
    let rule = rule(dice);
    let end = extent(page.text(), page.body().end, dice);
    let spots = spots::after_triggers(page.text(), page.body().start..end, &rule, count, dice);
    let sequence = sequence(&list, spots.len(), dice);
    let name = dice.chance(40).then(|| names::masked(dice));
    for (number, (at, scrap)) in spots.iter().zip(sequence).enumerate() {
        page.insert(*at, "title_fragment", scrap);
        if let Some(name) = name.as_ref().filter(|_| number % 7 == 2) {
            page.insert(*at, "injected_name", name);
        }
    }
    (spots.len() >= MIN_INSERTIONS).then(|| page.finish())
}

fn list(title: &str, dice: &mut Dice) -> Option<Vec<String>> {
    let shortest = dice.pick(&[2, 2, 2, 3]);
    let style = Style {
        lengths: (shortest, dice.number(shortest..=6)),
        short: dice.setting("other.short", 20..=90),
        holes: dice.pick(&[0, 10, 25, 40]),
        skips: dice.pick(&[0, 15, 40]),
        quote_first: dice.chance(50),
    };
    let wanted = dice.setting("other.list", 4..=12);
    let cut = if dice.chance(70) { fragments::walk } else { fragments::scatter };
    let list = cut(title, wanted, &style, dice);
    (list.len() >= 3).then_some(list)
}

fn rule(dice: &mut Dice) -> Rule {
    let sets = [
        "，,",
        "，,",
        "，,。",
        "，,。、",
        "，,。、的是了在和与",
        "，,。的",
        "。",
        "的了在",
        "，,。；;：:",
        "，,。！？",
    ];
    let triggers = dice.pick(&sets).chars().collect();
    let gap = dice.setting("other.gap", 3..=30);
    Rule { triggers, gap, line_end: dice.pick(&[1, 8]), miss: dice.pick(&[0, 0, 20, 50]) }
}

/// Where the first one to four paragraphs end, or the whole text.
fn extent(text: &str, end: usize, dice: &mut Dice) -> usize {
    let paragraphs = dice.number(1..=4);
    let ends = text.match_indices('\n').map(|(at, _)| at);
    let first = ends.skip(paragraphs).find(|at| at * 3 > end).unwrap_or(end);
    if dice.chance(40) { first } else { end }
}

fn sequence<'l>(list: &'l [String], len: usize, dice: &mut Dice) -> Vec<&'l String> {
    let mut order: Vec<&String> = list.iter().collect();
    match dice.pick(&["cycle", "shuffled cycle", "random"]) {
        "random" => return (0..len).map(|_| dice.pick(&order)).collect(),
        "shuffled cycle" => dice.shuffle(&mut order),
        _ => {}
    }
    order.into_iter().cycle().take(len).collect()
}
