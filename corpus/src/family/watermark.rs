//! A novel site's calls to visit it, as lines or behind sentences, with changed widths and symbols.

use crate::{
    gold::Gold,
    phrases,
    scene::Scene,
    split::Dice,
    spots::{self, Manner},
};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let line = scene.line(phrases::watermarks());
    let manner = scene.dice.pick(&[Manner::ParagraphEnd, Manner::ParagraphEnd, Manner::SentenceEnd]);
    let count = scene.dice.number(1..=5);
    let spots = spots::choose(spots::all(page.text(), page.body(), manner), count, 90, &mut scene.dice);
    let own_line = manner == Manner::ParagraphEnd && scene.dice.chance(70);
    let call = if manner == Manner::SentenceEnd { sentence(line) } else { line };
    let varied = scene.dice.chance(50);
    for at in &spots {
        let call = if varied { disguise(&call, &mut scene.dice) } else { call.clone() };
        page.insert(*at, "watermark", if own_line { format!("\n{call}") } else { call });
    }
    (!spots.is_empty()).then(|| page.finish())
}

/// Before another sentence a call needs an end of its own.
fn sentence(call: String) -> String {
    if call.ends_with(['。', '！', '）', ')', '】']) { call } else { call + "。" }
}

/// Widens a share of the ASCII and puts symbols between letters.
fn disguise(call: &str, dice: &mut Dice) -> String {
    let share = dice.number(10..=100);
    let symbol = dice.pick(&["", "", "*", "~", "·", "^", "☆"]);
    let mut changed = String::new();
    for c in call.chars() {
        let wide = c.is_ascii_graphic() && dice.chance(share);
        changed.push(if wide { char::from_u32(c as u32 + 0xfee0).unwrap_or(c) } else { c });
        if c.is_ascii_alphanumeric() && dice.chance(40) {
            changed.push_str(symbol);
        }
    }
    changed
}
