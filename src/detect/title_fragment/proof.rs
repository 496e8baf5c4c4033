//! What a page shows as a whole.

use crate::detect::evidence::Proof;

/// The signs of a page on which each scrap was dropped so many times, worth `total` nats together.
pub(super) fn signs(total: f32, times: &[usize]) -> [f32; Proof::COUNT] {
    let different = times.iter().filter(|&&count| count > 0).count() as f32;
    let most = times.iter().copied().max().unwrap_or(0) as f32;
    let all = times.iter().sum::<usize>().max(1) as f32;
    let mut signs = [0.0; Proof::COUNT];
    signs[Proof::Always as usize] = 1.0;
    signs[Proof::Total as usize] = total.max(1.0).ln();
    signs[Proof::Insertions as usize] = all.ln();
    signs[Proof::Different as usize] = different.max(1.0).ln();
    signs[Proof::Most as usize] = most / all;
    signs
}
