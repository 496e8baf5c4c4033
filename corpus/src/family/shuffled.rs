//! Families B and C: the clauses of an article in random order, with insertions or without. Such a
//! page cannot be restored; the verdict is *drop*.

use super::family_a;
use crate::{chars::half_width, draft::Draft, gold::Gold, phrases, scene::Scene, split::Dice};

/// Fewest clauses of an article whose order can be told from chance.
const MIN_CLAUSES: usize = 20;

/// Shuffled, then as family A with a keyword in place of the name, the keyword before the title.
pub(super) fn family_b(scene: &mut Scene<'_>) -> Option<Gold> {
    let text = shuffle(&scene.body(), &mut scene.dice)?;
    let keyword = scene.dice.word(phrases::keywords());
    let mut page = Draft::plain(text);
    family_a::insert_with(&mut page, scene.headline(), keyword, &mut scene.dice)?;
    let title = format!("【{keyword}】{}", scene.headline());
    page.title = Some(if scene.dice.chance(70) { title } else { scene.headline().to_owned() });
    Some(shuffled(page))
}

/// Shuffled, now and then with a space before commas.
pub(super) fn family_c(scene: &mut Scene<'_>) -> Option<Gold> {
    let text = shuffle(&scene.body(), &mut scene.dice)?;
    let text = if scene.dice.chance(40) { half_width(&text).replace(',', " ,") } else { text };
    let mut page = Draft::plain(text);
    page.title = scene.dice.chance(80).then(|| scene.headline().to_owned());
    Some(shuffled(page))
}

fn shuffled(page: Draft) -> Gold {
    Gold { verdict: Some("drop".to_owned()), reason: Some("shuffled".to_owned()), ..page.finish() }
}

/// The clauses, cut behind commas and stops, in random order across sentences and paragraphs, a
/// tenth of them lost. `None` where there are too few.
fn shuffle(text: &str, dice: &mut Dice) -> Option<String> {
    let lost = dice.pick(&[0, 5, 10, 20]);
    let paragraphs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let cut = |line: &&str| line.split_inclusive(['，', ',', '。', '、']).count();
    let lengths: Vec<usize> = paragraphs.iter().map(cut).collect();
    let mut clauses: Vec<&str> =
        paragraphs.iter().flat_map(|line| line.split_inclusive(['，', ',', '。', '、'])).collect();
    if clauses.len() < MIN_CLAUSES {
        return None;
    }
    dice.shuffle(&mut clauses);
    let mut clauses = clauses.into_iter();
    let mut lines = Vec::new();
    for length in lengths {
        let line: String = clauses.by_ref().take(length).filter(|_| !dice.chance(lost)).collect();
        lines.push(line);
    }
    lines.retain(|line| !line.is_empty());
    Some(lines.join("\n"))
}
