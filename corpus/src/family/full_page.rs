//! A whole page as a crawler gets it: lines above, insertions within, blocks below.

use super::{family_a, heads, tails};
use crate::{gold::Gold, scene::Scene};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    heads::add(&mut page, 35, scene);
    family_a::insert(&mut page, scene.headline(), &mut scene.dice)?;
    tails::add(&mut page, scene);
    Some(page.finish())
}
