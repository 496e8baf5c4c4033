//! Readings without tones behind characters, to slip past a filter: `开(kai)工(gong)`.

use crate::{gold::Gold, readings, scene::Scene};

/// Fewest readings of a page worth scoring.
const MIN_READINGS: usize = 3;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let dice = &mut scene.dice;
    let share = dice.setting("inject.share", 5..=70);
    let limit = dice.setting("inject.limit", 3..=60);
    let (open, close) = dice.pick(&[("(", ")"), ("(", ")"), ("(", ")"), ("（", "）")]);
    let late = dice.chance(20);
    let body = page.body();
    let text = page.text()[body.clone()].to_owned();
    for (at, c) in text.char_indices() {
        let Some(reading) = readings::of(c).filter(|_| dice.chance(share)) else { continue };
        let behind = at + c.len_utf8();
        let comma = text[behind..].chars().next().filter(|next| late && matches!(next, '，' | ',' | '。'));
        let spot = body.start + behind + comma.map_or(0, char::len_utf8);
        if page.len() < limit {
            page.insert(spot, "pinyin_gloss", format!("{open}{}{close}", readings::untoned(reading.toned)));
        }
    }
    (page.len() >= MIN_READINGS).then(|| page.finish())
}
