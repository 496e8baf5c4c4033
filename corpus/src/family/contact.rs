//! A number or account that advertises, as a line or behind a sentence, with look-alike characters.

use crate::{
    gold::Gold,
    phrases,
    scene::Scene,
    split::Dice,
    spots::{self, Manner},
};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let call = scene.line(phrases::contacts());
    let call = if scene.dice.chance(35) { disguise(&call, &mut scene.dice) } else { call };
    let manner = scene.dice.pick(&[Manner::ParagraphEnd, Manner::ParagraphEnd, Manner::SentenceEnd]);
    let count = scene.dice.number(1..=4);
    let spots = spots::choose(spots::all(page.text(), page.body(), manner), count, 90, &mut scene.dice);
    let own_line = manner == Manner::ParagraphEnd && scene.dice.chance(60);
    let stop = if own_line { "" } else { scene.dice.pick(stops(manner)) };
    for at in &spots {
        let start = if own_line { "\n" } else { "" };
        page.insert(*at, "contact", format!("{start}{call}{stop}"));
    }
    (!spots.is_empty()).then(|| page.finish())
}

/// How a call behind a sentence ends: before another sentence it needs an end of its own.
const fn stops(manner: Manner) -> &'static [&'static str] {
    match manner {
        Manner::SentenceEnd => &["。", "！", "。"],
        _ => &["", "。", "！"],
    }
}

/// Writes digits and the messengers' names with characters that look or sound alike.
fn disguise(call: &str, dice: &mut Dice) -> String {
    let rows =
        ["０１２３４５６７８９", "⓪①②③④⑤⑥⑦⑧⑨", "零一二三四五六七八九", "O1234567B9", "零壹贰叁肆伍陆柒捌玖"];
    let row: Vec<char> = dice.pick(&rows).chars().collect();
    let share = dice.number(20..=100);
    let digits: String = call
        .chars()
        .map(|c| match c.to_digit(10) {
            Some(digit) if dice.chance(share) => row[digit as usize],
            _ => c,
        })
        .collect();
    let names = ["薇信", "V信", "徽信", "微❤", "wei信", "崴信", "维信"];
    digits.replace("微信", dice.pick(&names))
}
