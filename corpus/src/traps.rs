//! Sentences that belong to the text and look like dirt.

use crate::{hosts, names, phrases, split::Dice};

/// The body, now and then with a sentence that cites the title, names a firm or a host in earnest,
/// or speaks of a page's furniture.
pub fn plant(body: &str, title: &str, dice: &mut Dice) -> String {
    if !dice.chance(15) {
        return body.to_owned();
    }
    let sentence = match dice.pick(&["title", "title", "name", "name", "other"]) {
        "title" if !title.is_empty() => dice.word(phrases::title_traps()).replace("{title}", title),
        "name" => dice.word(phrases::name_traps()).replace("{name}", &names::open(dice)),
        _ => dice.word(phrases::other_traps()).replace("{host}", &hosts::host(dice)),
    };
    at_some_line_end(body, &sentence, dice)
}

fn at_some_line_end(body: &str, sentence: &str, dice: &mut Dice) -> String {
    let mut ends: Vec<usize> = body.match_indices("。\n").map(|(at, _)| at + "。".len()).collect();
    ends.extend(body.ends_with('。').then_some(body.len()));
    if ends.is_empty() {
        return body.to_owned();
    }
    let at = dice.pick(&ends);
    format!("{}{sentence}{}", &body[..at], &body[at..])
}
