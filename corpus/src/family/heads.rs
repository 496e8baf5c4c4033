//! Everything that stands above or between the paragraphs of an article.

use crate::{blocks::head::Head, draft::Draft, gold::Gold, scene::Scene};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let share = scene.dice.number(20..=60);
    add(&mut page, share, scene);
    (!page.is_empty()).then(|| page.finish())
}

/// Each sort with the given chance, per cent.
pub(super) fn add(page: &mut Draft, share: usize, scene: &mut Scene<'_>) {
    for sort in Head::ALL {
        if scene.dice.chance(share) {
            sort.add(page, scene);
        }
    }
}
