//! The seed's kind of page: ordered insertion in the frame that its sites put around an article.

use super::family_a;
use crate::{blocks::frame, gold::Gold, scene::Scene};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    family_a::insert(&mut page, scene.headline(), &mut scene.dice)?;
    frame::add(&mut page, scene);
    Some(page.finish())
}
