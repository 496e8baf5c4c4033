//! Invented hosts.

use crate::{phrases, split::Dice};

/// A host name, with `www.` or without.
pub fn host(dice: &mut Dice) -> String {
    let front = dice.pick(&["www.", "www.", "", "m.", "WWW."]);
    let end = dice.pick(&[".com", ".com", ".cn", ".net", ".cc", ".com.cn", ".org", ".vip", ".top"]);
    let digits = if dice.chance(50) { dice.number(1..=999).to_string() } else { String::new() };
    let words: String = (0..dice.number(2..=3)).map(|_| dice.word(phrases::host_words())).collect();
    format!("{front}{words}{digits}{end}")
}
