//! Everything that stands below an article, one to five blocks of it.

use crate::{blocks::tail::Tail, draft::Draft, gold::Gold, scene::Scene};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    add(&mut page, scene);
    Some(page.finish())
}

/// Puts one to five sorts of block below the page, in any order, a credit now and then glued on.
pub(super) fn add(page: &mut Draft, scene: &mut Scene<'_>) {
    if scene.dice.chance(10) {
        let credit = scene.fill("（责任编辑：{person}）");
        page.insert_optional(page.text().len(), "editorial_line", credit);
    }
    let mut sorts = Tail::ALL;
    scene.dice.shuffle(&mut sorts);
    let count = scene.dice.number(1..=5);
    for sort in &sorts[..count] {
        sort.add(page, scene);
    }
}
