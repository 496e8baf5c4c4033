//! Looks for the list of scraps that explains a page best.

use std::cmp::Ordering;

use super::{
    decode::{Decoder, Order, Path},
    story::Scrap,
};

/// Longest list that is tried.
const MAX_LIST: usize = 14;
/// How many scraps are tried as members.
const POOL: usize = 40;
/// How often the list is gone through for a better one.
const SWEEPS: usize = 3;

/// A list of scraps and the page read with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub(super) list: Vec<usize>,
    pub(super) path: Path,
    /// The path's score less what the list costs.
    pub(super) total: f32,
}

/// The best list. Its cost is bounded by the constants above times one decoding.
pub(super) fn search(decoder: &mut Decoder<'_>) -> Reading {
    let pool = pool(decoder);
    if bound(decoder, &pool) < decoder.weights.total {
        return Reading::default();
    }
    let mut best = grow(decoder, &pool, Reading::default());
    for _ in 0..SWEEPS {
        if best.path.nodes.is_empty() {
            break;
        }
        decoder.learn(&best.path, &best.list);
        let before = best.total;
        best = read(decoder, best.list);
        best = grow(decoder, &pool, best);
        best = swap(decoder, &pool, best);
        best = shrink(decoder, best);
        if (best.total - before).abs() < 0.01 {
            break;
        }
    }
    best
}

/// The scraps that gain most over all their places.
fn pool(decoder: &Decoder<'_>) -> Vec<usize> {
    let mut gains = vec![0.0f32; decoder.story.scraps.len()];
    for node in &decoder.story.nodes {
        gains[node.scrap] += (node.gain - 1.0).max(0.0);
    }
    let mut pool: Vec<usize> = (0..gains.len()).filter(|&scrap| gains[scrap] > 1.0).collect();
    pool.sort_by(|&a, &b| gains[b].total_cmp(&gains[a]).then(a.cmp(&b)));
    pool.truncate(POOL);
    pool
}

/// What no list's total exceeds: its members' gains at all their places, less the least they cost.
/// Nearly every clean page stays below what is asked for.
fn bound(decoder: &Decoder<'_>, pool: &[usize]) -> f32 {
    let scraps = &decoder.story.scraps;
    let mut gains = vec![0.0f32; scraps.len()];
    for node in &decoder.story.nodes {
        gains[node.scrap] += node.gain.max(0.0);
    }
    let least = |scrap: &Scrap| decoder.weights.member * (scrap.shape_cost + NEXT.min(scrap.start_cost));
    let mut gains: Vec<f32> = pool.iter().map(|&scrap| gains[scrap] - least(&scraps[scrap])).collect();
    gains.sort_by(|a, b| b.total_cmp(a));
    gains.iter().take(MAX_LIST).filter(|&&gain| gain > 0.0).sum()
}

/// What a scrap costs that goes on in the title where the one before it ended.
const NEXT: f32 = 0.5;

/// Reads the page with a list: in the title's order, in the order of first use, in any order.
fn read(decoder: &Decoder<'_>, mut list: Vec<usize>) -> Reading {
    let scraps = &decoder.story.scraps;
    list.sort_by_key(|&scrap| (scraps[scrap].first, scraps[scrap].last));
    let cost = decoder.weights.member * price(scraps, &list);
    let random = decoder.decode(&list, Order::Random);
    let mut best = Reading { total: random.score - cost - 1.0, path: random, list };
    if !decoder.weights.cycle || best.list.len() < 2 {
        return best;
    }
    let in_use = first_use(decoder, &best.path, &best.list);
    let shuffles: f32 = (1..best.list.len()).map(|n| (n as f32).ln()).sum();
    for (order, price) in [(best.list.clone(), 0.7), (in_use, 1.0 + shuffles)] {
        let path = decoder.decode(&order, Order::Cycle);
        let total = path.score - cost - price;
        if total > best.total {
            best = Reading { list: order, path, total };
        }
    }
    best
}

/// What a list, sorted by place in the title, costs its generator: it cuts the title into one scrap
/// after the other, or takes scraps from anywhere.
fn price(scraps: &[Scrap], list: &[usize]) -> f32 {
    let shapes: f32 = list.iter().map(|&scrap| scraps[scrap].shape_cost).sum();
    let anywhere: f32 = list.iter().map(|&scrap| scraps[scrap].start_cost).sum();
    let mut end = 0;
    let mut in_turn = 1.0;
    for &scrap in list {
        let scrap = &scraps[scrap];
        in_turn += match scrap.first.cmp(&end) {
            Ordering::Equal => NEXT,
            Ordering::Greater => scrap.start_cost,
            Ordering::Less => scrap.start_cost + 1.0,
        };
        end = scrap.last + 1;
    }
    shapes + anywhere.min(in_turn)
}

/// The list in the order in which its members are first used; unused ones last.
fn first_use(decoder: &Decoder<'_>, path: &Path, list: &[usize]) -> Vec<usize> {
    let used = path.nodes.iter().map(|&node| decoder.story.nodes[node].scrap).chain(list.iter().copied());
    let mut order = Vec::with_capacity(list.len());
    for scrap in used {
        if !order.contains(&scrap) {
            order.push(scrap);
        }
    }
    order
}

/// Adds members as long as one makes the reading better.
fn grow(decoder: &Decoder<'_>, pool: &[usize], mut best: Reading) -> Reading {
    while best.list.len() < MAX_LIST {
        let longer = pool.iter().filter(|scrap| !best.list.contains(scrap)).map(|&scrap| {
            let mut list = best.list.clone();
            list.push(scrap);
            read(decoder, list)
        });
        match longer.max_by(|a, b| a.total.total_cmp(&b.total)) {
            Some(next) if next.total > best.total || best.list.len() < 2 => best = next,
            _ => break,
        }
    }
    best
}

/// Puts another scrap in a member's place where that is better.
fn swap(decoder: &Decoder<'_>, pool: &[usize], mut best: Reading) -> Reading {
    for at in 0..best.list.len() {
        let scraps = &decoder.story.scraps;
        let own = &scraps[best.list[at]].text;
        let near = |scrap: &usize| {
            let other = &scraps[*scrap].text;
            !best.list.contains(scrap) && (other.starts_with(own.as_str()) || own.starts_with(other.as_str()))
        };
        let others: Vec<usize> = pool.iter().copied().filter(near).collect();
        for scrap in others {
            let mut list = best.list.clone();
            list[at] = scrap;
            let next = read(decoder, list);
            if next.total > best.total {
                best = next;
                break;
            }
        }
    }
    best
}

/// Leaves members out where that is better.
fn shrink(decoder: &Decoder<'_>, mut best: Reading) -> Reading {
    let mut at = 0;
    while at < best.list.len() && best.list.len() > 1 {
        let mut list = best.list.clone();
        list.remove(at);
        let next = read(decoder, list);
        if next.total > best.total {
            best = next;
            at = 0;
        } else {
            at += 1;
        }
    }
    best
}
