//! Reads a page as ordinary text with the scraps of one list dropped into it.

use super::{
    sites::{Site, TRIGGERS},
    story::{Node, Story},
};
use crate::detect::evidence::Weights;

/// How many places back the one before may lie.
const REACH: usize = 40;

/// In which order a generator takes its scraps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Round and round, as the list has them.
    Cycle,
    /// Any one each time.
    Random,
}

/// What is known of the generator's habits.
#[derive(Clone, Debug)]
pub(super) struct Habits {
    /// For each trigger, what it costs to drop something behind it and what to pass it over.
    drop: [f32; TRIGGERS],
    pass: [f32; TRIGGERS],
    /// Characters between a dropped scrap's end and the next place that may be used.
    gap: usize,
    /// What the next scrap of the cycle costs, one skipped, any other.
    next: f32,
    skip: f32,
    stray: f32,
}

/// The gap that is believed in before anything is learnt.
const GAP: usize = 3;

impl Default for Habits {
    fn default() -> Self {
        Habits { drop: [1.2; TRIGGERS], pass: [0.2; TRIGGERS], gap: GAP, next: 0.3, skip: 2.5, stray: 4.0 }
    }
}

/// The best reading of a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Path {
    /// How much better than "nothing was dropped", in nats.
    pub(super) score: f32,
    /// Indices of the nodes that were dropped, in order.
    pub(super) nodes: Vec<usize>,
}

/// Decodes pages.
#[derive(Debug)]
pub(super) struct Decoder<'s> {
    pub(super) story: &'s Story,
    pub(super) sites: &'s [Site],
    pub(super) weights: &'s Weights,
    habits: Habits,
    /// Costs of passing over all sites before each.
    passed: Vec<f32>,
    /// The first site behind each node that may be used after it.
    open: Vec<usize>,
    /// Each scrap with each of its nodes, sorted.
    by_scrap: Vec<(usize, usize)>,
}

impl<'s> Decoder<'s> {
    pub(super) fn new(story: &'s Story, sites: &'s [Site], weights: &'s Weights) -> Self {
        let mut by_scrap: Vec<_> = story.nodes.iter().zip(0..).map(|(node, at)| (node.scrap, at)).collect();
        by_scrap.sort_unstable();
        let (habits, passed, open) = (Habits::default(), Vec::new(), Vec::new());
        let mut decoder = Decoder { story, sites, weights, habits, passed, open, by_scrap };
        decoder.sum_passes();
        decoder
    }

    fn sum_passes(&mut self) {
        let mut sum = 0.0;
        self.passed.clear();
        for site in self.sites {
            self.passed.push(sum);
            sum += self.habits.pass[site.trigger as usize];
        }
        self.passed.push(sum);
        let gap = self.habits.gap.max(1);
        let open = |node: &Node| {
            let behind = &self.sites[node.site + 1..];
            node.site + 1 + behind.partition_point(|site| site.index < node.end_index + gap)
        };
        self.open = self.story.nodes.iter().map(open).collect();
    }

    /// The nodes of a scrap, in order.
    fn nodes_of(&self, scrap: usize) -> impl Iterator<Item = usize> {
        let from = self.by_scrap.partition_point(|pair| pair.0 < scrap);
        self.by_scrap[from..].iter().take_while(move |pair| pair.0 == scrap).map(|pair| pair.1)
    }

    /// The best path with the scraps of `list`. Linear in the nodes and in `list`.
    pub(super) fn decode(&self, list: &[usize], order: Order) -> Path {
        let slots = slots(list, self.story.scraps.len());
        let mut active: Vec<usize> = list.iter().flat_map(|&scrap| self.nodes_of(scrap)).collect();
        active.sort_unstable();
        let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(active.len());
        for (rank, &node) in active.iter().enumerate() {
            let node = &self.story.nodes[node];
            let mut way = (-(list.len() as f32).ln(), None);
            for back in (rank.saturating_sub(REACH)..rank).rev() {
                let from = active[back];
                let before = &self.story.nodes[from];
                // A step never pays, so that what is no better without it need not be looked at.
                if best[back].0 <= way.0 || before.end > node.start || before.site == node.site {
                    continue;
                }
                let step = self.step(from, node, &slots, list.len(), order);
                if best[back].0 - step > way.0 {
                    way = (best[back].0 - step, Some(back));
                }
            }
            best.push((way.0 + node.gain - self.habits.drop[node.trigger as usize], way.1));
        }
        trace(&best, &active)
    }

    /// What it costs that `node` is the next one dropped after the node `from`.
    fn step(&self, from: usize, node: &Node, slots: &[Option<usize>], len: usize, order: Order) -> f32 {
        let before = &self.story.nodes[from];
        let (last, next) = (slots[before.scrap].unwrap_or(0), slots[node.scrap].unwrap_or(0));
        let turn = match order {
            Order::Random => (len as f32).ln() + if last == next { 1.0 } else { 0.0 },
            Order::Cycle if (last + 1) % len == next => self.habits.next,
            Order::Cycle if (last + 2) % len == next => self.habits.skip,
            Order::Cycle => self.habits.stray,
        };
        let close = node.index < before.end_index + self.habits.gap;
        turn + self.pass(from, node) + if close { self.weights.crowded } else { 0.0 }
    }

    /// What it costs that nothing was dropped between the two.
    fn pass(&self, before: usize, node: &Node) -> f32 {
        (self.passed[node.site] - self.passed[self.open[before].min(node.site)]).max(0.0)
    }

    /// Learns rates, gap and the cycle's strictness from a path.
    pub(super) fn learn(&mut self, path: &Path, list: &[usize]) {
        let nodes: Vec<&Node> = path.nodes.iter().map(|&node| &self.story.nodes[node]).collect();
        let gaps = nodes.windows(2).map(|pair| pair[1].index - pair[0].end_index);
        let mut gaps: Vec<usize> = gaps.collect();
        gaps.sort_unstable();
        // One place in ten may be read wrongly.
        self.habits.gap = gaps.get(gaps.len() / 10).map_or(0, |&gap| gap.min(30));
        if self.weights.rates {
            self.learn_rates(&nodes);
            self.learn_turns(&nodes, list);
        }
        self.sum_passes();
    }

    /// How strictly the cycle is kept to. A list in no order yields a cycle that is not kept to.
    fn learn_turns(&mut self, nodes: &[&Node], list: &[usize]) {
        let slots = slots(list, self.story.scraps.len());
        let slot = |node: &Node| slots[node.scrap].unwrap_or(0);
        let (mut next, mut skip, mut stray) = (6.0, 0.5, 0.5);
        for pair in nodes.windows(2) {
            match (slot(pair[1]) + list.len() - slot(pair[0])) % list.len() {
                1 => next += 1.0,
                2 => skip += 1.0,
                _ => stray += 1.0,
            }
        }
        let all: f32 = next + skip + stray;
        self.habits.next = (all / next).ln();
        self.habits.skip = (all / skip).ln();
        self.habits.stray = (all / stray).ln() + (list.len().max(3) as f32 - 2.0).ln();
    }

    fn learn_rates(&mut self, nodes: &[&Node]) {
        let mut used = [0.0f32; TRIGGERS];
        let mut open = [0.0f32; TRIGGERS];
        for node in nodes {
            used[node.trigger as usize] += 1.0;
            open[node.trigger as usize] += 1.0;
        }
        for pair in nodes.windows(2) {
            let free = pair[0].end_index + self.habits.gap.max(1);
            for site in &self.sites[pair[0].site + 1..pair[1].site.max(pair[0].site + 1)] {
                open[site.trigger as usize] += if site.index >= free { 1.0 } else { 0.0 };
            }
        }
        for trigger in 0..TRIGGERS {
            let rate = ((used[trigger] + 0.3) / (open[trigger] + 1.2)).clamp(0.005, 0.97);
            self.habits.drop[trigger] = -rate.ln();
            self.habits.pass[trigger] = -(1.0 - rate).ln();
        }
    }
}

/// The place in the list of each scrap.
fn slots(list: &[usize], scraps: usize) -> Vec<Option<usize>> {
    let mut slots = vec![None; scraps];
    for (slot, &scrap) in list.iter().enumerate() {
        slots[scrap] = Some(slot);
    }
    slots
}

fn trace(best: &[(f32, Option<usize>)], active: &[usize]) -> Path {
    let end = (0..best.len()).max_by(|&a, &b| best[a].0.total_cmp(&best[b].0));
    let Some(end) = end.filter(|&end| best[end].0 > 0.0) else { return Path::default() };
    let mut nodes = Vec::new();
    let mut at = Some(end);
    while let Some(rank) = at {
        nodes.push(active[rank]);
        at = best[rank].1;
    }
    nodes.reverse();
    Path { score: best[end].0, nodes }
}
