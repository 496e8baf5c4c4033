//! Looks for the list of scraps that explains a page best.

use std::cmp::Ordering;

use super::{
    decode::{Decoder, Order},
    habits::Habits,
    lists::{List, MAX_LIST, POOL, Pool, WIDE_POOL},
    name::Name,
    sites::Site,
    story::{Scrap, Story},
};
use crate::detect::evidence::Weights;

/// How often the list is gone through for a better one.
const SWEEPS: usize = 3;

/// A page read with a list.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    list: List,
    order: Order,
    /// The best path's score less what the list costs.
    total: f32,
}

/// What was dropped into a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// How much better the page reads so than if nothing was dropped, in nats.
    pub(super) total: f32,
    /// The nodes that were dropped, in order.
    pub(super) nodes: Vec<usize>,
    /// Whether the search was given up.
    pub(super) limited: bool,
    /// How many nodes might still have been looked at.
    pub(super) left: usize,
}

/// Looks for the list of scraps that a page reads best with. Its cost is bounded by the constants
/// here and of [`Pool`] times one decoding; it is given up when `work` nodes were looked at.
pub(super) fn search(story: &Story, sites: &[Site], weights: &Weights, work: usize) -> Found {
    let pool = Pool::new(story, &[], POOL);
    if bound(story, &pool, weights) < weights.total {
        return Found { left: work, ..Found::default() };
    }
    let mut search = Search {
        decoder: Decoder::new(story, sites, weights, &pool, work),
        pool: &pool,
        weights,
        keeps_order: false,
    };
    // What is believed of the rate at first decides which members are found.
    let sparing = search.from(Habits::sparing());
    let is_hopeless = sparing.total < HOPELESS * weights.total;
    let busy = if is_hopeless { Found::default() } else { search.from(Habits::busy()) };
    if search.decoder.is_spent() {
        return Found { limited: true, ..Found::default() };
    }
    Found { left: search.decoder.left(), ..if sparing.total > busy.total { sparing } else { busy } }
}

/// What a member costs once it is known that there is a list, and an insertion near the last one, as a share
/// of what they cost before.
const KNOWN: f32 = 0.8;
const KNOWN_CROWD: f32 = 0.5;

/// Looks on from a list that was found, among more scraps: those that stand once or twice have no
/// place in a small pool. Only for pages that have shown that there is a list. What the list is already
/// `known` to have costs its generator nothing.
pub(super) fn refine(
    story: &Story,
    sites: &[Site],
    weights: &Weights,
    found: Found,
    known: &[Name],
    work: usize,
) -> Found {
    let mut pool = Pool::new(story, &found.nodes, WIDE_POOL);
    pool.make_free(known);
    let weights = &Weights {
        member: weights.member * KNOWN,
        crowded: weights.crowded * KNOWN_CROWD,
        ..weights.clone()
    };
    let decoder = Decoder::new(story, sites, weights, &pool, work);
    let mut search = Search { decoder, pool: &pool, weights, keeps_order: true };
    let mut members: Vec<u8> =
        found.nodes.iter().filter_map(|&node| pool.member(story.nodes[node].scrap)).collect();
    members.sort_unstable();
    members.dedup();
    members.truncate(MAX_LIST);
    let refined = search.on_from(List::of(members.into_iter()));
    if refined.nodes.is_empty() { found } else { refined }
}

/// A page that reaches less than this share of what is asked for with one belief is not read with the
/// other. On the benchmark's pages no finding is lost by it.
const HOPELESS: f32 = 0.55;

/// Where the first list that is grown reaches less than this share once habits were learnt from it, it is
/// not improved. On the benchmark's and another 1,100 polluted pages nothing is lost by it; of the clean ones
/// that are searched seven in ten stay below.
const FAINT: f32 = 0.2;

/// What no list's total exceeds: its members' gains at all their places, less the least they cost.
/// Of the clean pages whose title is spoken of, one in three stays below what is asked for.
fn bound(story: &Story, pool: &Pool, weights: &Weights) -> f32 {
    let least = |scrap: &Scrap| weights.member * (scrap.shape_cost + NEXT.min(scrap.start_cost));
    let mut gains: Vec<f32> = pool.scraps.iter().map(|scrap| -least(scrap)).collect();
    for node in &story.nodes {
        if let Some(member) = pool.member(node.scrap) {
            gains[member as usize] += node.gain.max(0.0);
        }
    }
    gains.sort_by(|a, b| b.total_cmp(a));
    gains.iter().take(MAX_LIST).filter(|&&gain| gain > 0.0).sum()
}

/// What it costs a generator to take the list in the title's order: the least that any order costs.
const IN_ORDER: f32 = 0.7;
/// What a scrap costs that goes on in the title where the one before it ended.
const NEXT: f32 = 0.5;

struct Search<'s> {
    decoder: Decoder<'s>,
    pool: &'s Pool,
    weights: &'s Weights,
    /// Whether the order of a list that is known is tried for lists that differ from it in one member.
    keeps_order: bool,
}

impl Search<'_> {
    /// The best list that is found when nothing but `habits` is believed beforehand.
    fn from(&mut self, habits: Habits) -> Found {
        self.decoder.believe(habits);
        let best = self.grow(Reading::default());
        self.sweep(best)
    }

    /// The best list that is found from one that is known.
    fn on_from(&mut self, list: List) -> Found {
        self.decoder.believe(Habits::known());
        let best = self.read(list);
        let best = self.best(best);
        let best = self.deepen(best);
        self.found(&best)
    }

    /// The best list that is found from a reading.
    fn sweep(&mut self, from: Reading) -> Found {
        let best = self.best(from);
        self.found(&best)
    }

    fn found(&mut self, best: &Reading) -> Found {
        let nodes = if best.list.len() > 0 { self.decoder.path(&best.list, best.order) } else { Vec::new() };
        Found { total: best.total, nodes, ..Found::default() }
    }

    fn best(&mut self, mut best: Reading) -> Reading {
        for _ in 0..SWEEPS {
            if best.list.len() == 0 || !self.decoder.learn(&best.list, best.order) {
                break;
            }
            let before = best.total;
            best = self.read(best.list);
            if !self.keeps_order && best.total < FAINT * self.weights.total {
                break;
            }
            best = self.grow(best);
            best = if self.keeps_order { self.fill(best) } else { best };
            best = self.swap(best);
            best = self.shrink(best);
            if (best.total - before).abs() < 0.01 {
                break;
            }
        }
        best
    }

    /// Reads the page with a list.
    fn read(&mut self, list: List) -> Reading {
        self.read_if_better(list, f32::NEG_INFINITY).unwrap_or_default()
    }

    /// Reads the page with a list: in the title's order, in the order of first use, in any order.
    /// Nothing if the total is sure to stay below `least`, or when the work is spent.
    fn read_if_better(&mut self, list: List, least: f32) -> Option<Reading> {
        /// More than sums of the same in another order differ by.
        const ROUNDING: f32 = 0.01;
        let (list, known) = (self.in_title_order(&list), list);
        let cost = self.weights.member * price(self.pool, &list, self.weights.in_turn);
        if self.decoder.is_spent() || self.decoder.at_most(&list) - cost - IN_ORDER + ROUNDING < least {
            return None;
        }
        let random = self.decoder.decode(&list, Order::Random);
        let mut best = Reading { total: random - cost - 1.0, order: Order::Random, list };
        if !self.weights.cycle || list.len() < 2 {
            return Some(best);
        }
        let in_use = self.decoder.first_use(&list);
        self.try_cycle(&mut best, list, cost, IN_ORDER);
        // The same cycle is the same reading, and dearer.
        if !in_use.is_rotation_of(&list) {
            self.try_cycle(&mut best, in_use, cost, shuffled(list.len()));
        }
        if self.keeps_order && !known.is_rotation_of(&list) && !known.is_rotation_of(&in_use) {
            self.try_cycle(&mut best, known, cost, shuffled(list.len()));
        }
        Some(best)
    }

    fn try_cycle(&mut self, best: &mut Reading, list: List, cost: f32, price: f32) {
        let total = self.decoder.decode(&list, Order::Cycle) - cost - price;
        if total > best.total {
            *best = Reading { list, order: Order::Cycle, total };
        }
    }

    fn in_title_order(&self, list: &List) -> List {
        list.sorted_by_slot(|slot| {
            let scrap = &self.pool.scraps[list.members()[slot] as usize];
            (scrap.first, scrap.last)
        })
    }

    /// Adds members as long as one makes the reading better.
    fn grow(&mut self, mut best: Reading) -> Reading {
        while best.list.len() < MAX_LIST {
            let mut next: Option<Reading> = None;
            for member in (0..self.pool.scraps.len() as u8).filter(|&member| !best.list.has(member)) {
                let least = if best.list.len() < 2 { f32::NEG_INFINITY } else { best.total };
                let least = next.map_or(least, |next| next.total.max(least));
                let reading = self.read_if_better(best.list.with(member), least);
                next = reading.filter(|reading| reading.total >= least).or(next);
            }
            match next {
                Some(next) if next.total > best.total || best.list.len() < 2 => best = next,
                _ => break,
            }
        }
        best
    }

    /// Adds members between those of a cycle as long as one makes the reading better.
    fn fill(&mut self, mut best: Reading) -> Reading {
        while best.order == Order::Cycle && best.list.len() < MAX_LIST {
            let list = best.list;
            let others = (0..self.pool.scraps.len() as u8).filter(|&member| !list.has(member));
            for member in others {
                for slot in 0..list.len() {
                    self.try_known(&mut best, list.with_at(slot, member));
                }
            }
            if best.list == list {
                break;
            }
        }
        best
    }

    /// Adds members that make the reading better once habits are learnt from it: a cycle that has a
    /// gap teaches that sites are passed over.
    fn deepen(&mut self, mut best: Reading) -> Reading {
        while best.list.len() < MAX_LIST && !self.decoder.is_spent() {
            let habits = self.decoder.habits();
            let next = self.promising(&best).into_iter().find_map(|reading| {
                self.decoder.believe(habits.clone());
                let next = self.learnt(reading);
                (next.total > best.total).then_some(next)
            });
            match next {
                Some(next) => best = next,
                None => {
                    self.decoder.believe(habits);
                    break;
                }
            }
        }
        best
    }

    /// Reads the page again with a reading's list and what that teaches.
    fn learnt(&mut self, mut reading: Reading) -> Reading {
        for _ in 0..2 {
            self.decoder.learn(&reading.list, reading.order);
            let known = reading.list;
            reading = self.read(known);
            self.try_known(&mut reading, known);
        }
        reading
    }

    /// The readings with one more member that come nearest to a reading, best first.
    fn promising(&mut self, best: &Reading) -> Vec<Reading> {
        /// How much a reading may be worse than the one without the member, in nats, and how many are tried.
        const NEAR: f32 = 8.0;
        const TRIED: usize = 4;
        let list = best.list;
        let others = (0..self.pool.scraps.len() as u8).filter(|&member| !list.has(member));
        let mut near = Vec::new();
        for member in others {
            let least = best.total - NEAR;
            let Some(mut next) = self.read_if_better(list.with(member), least) else { continue };
            for slot in 0..if best.order == Order::Cycle { list.len() } else { 0 } {
                self.try_known(&mut next, list.with_at(slot, member));
            }
            near.extend(Some(next).filter(|next| next.total > least));
        }
        near.sort_by(|a, b| b.total.total_cmp(&a.total));
        near.truncate(TRIED);
        near
    }

    /// Reads the page with a list as it is.
    fn try_known(&mut self, best: &mut Reading, list: List) {
        let cost = self.weights.member * price(self.pool, &self.in_title_order(&list), self.weights.in_turn);
        if !self.decoder.is_spent() && self.decoder.at_most(&list) - cost > best.total {
            self.try_cycle(best, list, cost, shuffled(list.len()));
        }
    }

    /// Puts another scrap in a member's place where that is better.
    fn swap(&mut self, mut best: Reading) -> Reading {
        for slot in 0..best.list.len() {
            let own = self.pool.scraps[best.list.members()[slot] as usize].name;
            let near = |member: &u8| self.pool.scraps[*member as usize].name.is_near(own);
            let list = best.list;
            let others = (0..self.pool.scraps.len() as u8).filter(|&other| !list.has(other)).filter(near);
            for other in others {
                let next = self.read_if_better(list.with_instead(slot, other), best.total);
                if let Some(next) = next.filter(|next| next.total > best.total) {
                    best = next;
                    break;
                }
            }
        }
        best
    }

    /// Leaves members out where that is better.
    fn shrink(&mut self, mut best: Reading) -> Reading {
        let mut slot = 0;
        while slot < best.list.len() && best.list.len() > 1 {
            let next = self.read_if_better(best.list.without(slot), best.total);
            if let Some(next) = next.filter(|next| next.total > best.total) {
                best = next;
                slot = 0;
            } else {
                slot += 1;
            }
        }
        best
    }
}

/// What it costs a generator to take a list in some order of its own.
fn shuffled(len: usize) -> f32 {
    1.0 + (1..len).map(|n| (n as f32).ln()).sum::<f32>()
}

/// What a list, sorted by place in the title, costs its generator: it cuts the title into one scrap
/// after the other, or takes scraps from anywhere.
fn price(pool: &Pool, list: &List, may_be_in_turn: bool) -> f32 {
    let (mut shapes, mut anywhere, mut in_turn, mut end) = (0.0, 0.0, 1.0, 0);
    for &member in list.members() {
        let scrap = &pool.scraps[member as usize];
        shapes += scrap.shape_cost;
        anywhere += scrap.start_cost;
        in_turn += match scrap.first.cmp(&end) {
            Ordering::Equal => NEXT,
            Ordering::Greater => scrap.start_cost,
            Ordering::Less => scrap.start_cost + 1.0,
        };
        end = scrap.last + 1;
    }
    shapes + if may_be_in_turn { f32::min(anywhere, in_turn) } else { anywhere }
}
