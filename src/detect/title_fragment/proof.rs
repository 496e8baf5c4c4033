//! What a page shows as a whole.

use super::story::{Scrap, Story};
use crate::detect::evidence::Proof;

/// The logarithm of the length of a short title: shorter ones yield no less by chance.
const SHORT: f32 = 2.3;

/// The signs of a page on which each scrap of the story was dropped so many times, worth `total` nats
/// together.
pub(super) fn signs(total: f32, times: &[usize], story: &Story) -> [f32; Proof::COUNT] {
    let members = || story.scraps.iter().zip(times).filter(|&(_, &times)| times > 0);
    let different = members().count().max(1) as f32;
    let all = times.iter().sum::<usize>().max(1) as f32;
    let most = times.iter().copied().max().unwrap_or(0) as f32;
    let mean = |sign: fn(&Scrap, usize) -> f32| {
        members().map(|(scrap, &times)| sign(scrap, times)).sum::<f32>() / different
    };
    let mut signs = [0.0; Proof::COUNT];
    signs[Proof::Always as usize] = 1.0;
    signs[Proof::Total as usize] = total.max(1.0).ln();
    signs[Proof::Insertions as usize] = all.ln();
    signs[Proof::Different as usize] = different.ln();
    signs[Proof::Most as usize] = most / all;
    signs[Proof::Title as usize] = story.scraps.first().map_or(0.0, |scrap| scrap.start_cost).max(SHORT);
    signs[Proof::Skipped as usize] = mean(|scrap, _| if scrap.skips { 1.0 } else { 0.0 });
    signs[Proof::Elsewhere as usize] = mean(elsewhere);
    signs[Proof::Length as usize] = mean(|scrap, _| scrap.len as f32);
    signs[Proof::Pair as usize] = if different < 3.0 { 1.0 } else { 0.0 };
    signs
}

/// The share of a scrap's places that something else explains.
fn elsewhere(scrap: &Scrap, times: usize) -> f32 {
    scrap.places.saturating_sub(times) as f32 / scrap.places.max(1) as f32
}
