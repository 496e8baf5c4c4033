//! Invented organisations' names: place, placeholder or own name, trade, suffix.

use crate::{phrases, split::Dice};

/// What stands where a firm's own name would.
const PLACEHOLDERS: [&str; 9] = ["某某", "某某", "某某", "XX", "xx", "××", "**", "某", "ＸＸ"];

/// A name with a placeholder, as the seed has it.
pub fn masked(dice: &mut Dice) -> String {
    let own = dice.pick(&PLACEHOLDERS);
    assemble(own, dice)
}

/// A name with a firm's own name or nothing at all between place and trade.
pub fn open(dice: &mut Dice) -> String {
    let own = if dice.chance(75) { dice.word(phrases::firms()) } else { "" };
    assemble(own, dice)
}

fn assemble(own: &str, dice: &mut Dice) -> String {
    let trade = dice.word(phrases::trades());
    let suffix = dice.word(phrases::suffixes());
    format!("{}{own}{trade}{suffix}", place(dice))
}

/// A place with its rank or without, now and then misspelt.
fn place(dice: &mut Dice) -> String {
    let name = dice.word(phrases::places());
    let name = if dice.chance(15) { misspell(name, dice) } else { name.to_owned() };
    let rank = dice.pick(&["市", "市", "市", "市", "省", "县", "区", ""]);
    name + rank
}

/// One character of the place becomes another place's.
fn misspell(name: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = name.chars().collect();
    let other: Vec<char> = dice.word(phrases::places()).chars().collect();
    let at = dice.number(0..=chars.len() - 1);
    chars[at] = dice.pick(&other);
    chars.into_iter().collect()
}
