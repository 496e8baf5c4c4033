//! Invented hosts and telephone numbers. A number has a block of zeros: nobody answers it.

use crate::{phrases, split::Dice};

/// A host name, with `www.` or without.
pub fn host(dice: &mut Dice) -> String {
    let front = dice.pick(&["www.", "www.", "", "m.", "WWW."]);
    let end = dice.pick(&[".com", ".com", ".cn", ".net", ".cc", ".com.cn", ".org", ".vip", ".top"]);
    let digits = if dice.chance(50) { dice.number(1..=999).to_string() } else { String::new() };
    let words: String = (0..dice.number(2..=3)).map(|_| dice.word(phrases::host_words())).collect();
    format!("{front}{words}{digits}{end}")
}
/// A mobile number.
pub fn mobile(dice: &mut Dice) -> String {
    let head = dice.pick(&["130", "135", "138", "151", "158", "177", "186", "189"]);
    let joint = dice.pick(&["", "", "-", " "]);
    format!("{head}{joint}0000{joint}{:04}", dice.number(0..=9999))
}

/// A number that is called from anywhere.
pub fn hotline(dice: &mut Dice) -> String {
    let head = dice.pick(&["400", "400", "800"]);
    format!("{head}-000-{:04}", dice.number(0..=9999))
}

/// A messenger account.
pub fn account(dice: &mut Dice) -> String {
    let words: String = (0..2).map(|_| dice.word(phrases::host_words())).collect();
    if dice.chance(30) {
        mobile(dice).replace(['-', ' '], "")
    } else {
        format!("{words}{:04}", dice.number(0..=9999))
    }
}
