//! Reads a page as ordinary text with the scraps of one list dropped into it.

use super::{
    habits::Habits,
    lists::{List, MAX_LIST, Members, Pool},
    sites::{Site, Trigger},
    story::{Node, Story},
};
use crate::detect::evidence::Weights;

/// How many places back the one before may lie.
const REACH: usize = 40;

/// What sites passed over before the first that is used cost, as a share of what they cost later, and
/// at most, in nats: most generators begin where the text does, but some text is not theirs.
const LATE: f32 = 0.5;
const MAX_LATE: f32 = 2.0;

/// What it costs to begin with a list's first scrap, and with any other: cycles begin at their
/// beginning more often than not.
fn starts(len: usize, order: Order) -> [f32; 2] {
    match order {
        Order::Random => [(len as f32).ln(); 2],
        Order::Cycle => [2.0f32, 2.0 * (len.max(2) as f32 - 1.0)].map(f32::ln),
    }
}

/// In which order a generator takes its scraps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// Round and round, as the list has them.
    Cycle,
    /// Any one each time.
    #[default]
    Random,
}

/// A node of a member of the pool, with what the habits make of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Half-open bytes and characters, site and trigger, as the node's.
    start: usize,
    end: usize,
    pub(super) index: usize,
    pub(super) end_index: usize,
    pub(super) site: usize,
    pub(super) trigger: Trigger,
    /// Its place among the story's nodes.
    number: usize,
    member: u8,
    /// Its scrap's place in the list that is read.
    pub(super) slot: u8,
    gain: f32,
    /// What it costs to drop something there.
    drop: f32,
    /// What passing over all sites before it costs, and over all before the first one behind it that
    /// may be used.
    ahead: f32,
    behind: f32,
}

impl Step {
    fn new(node: &Node, number: usize, member: u8) -> Self {
        Step {
            start: node.start,
            end: node.end,
            index: node.index,
            end_index: node.end_index,
            site: node.site,
            trigger: node.trigger,
            number,
            member,
            slot: 0,
            gain: node.gain,
            drop: 0.0,
            ahead: 0.0,
            behind: 0.0,
        }
    }
}

/// How good the best way to a step is, and which step it comes from.
#[derive(Clone, Copy, Debug)]
struct Way {
    score: f32,
    /// [`NOTHING`] if it begins there.
    from: usize,
    /// The best score up to here.
    high: f32,
}

/// No step's rank.
const NOTHING: usize = usize::MAX;

/// Decodes pages.
#[derive(Debug)]
pub(super) struct Decoder<'s> {
    sites: &'s [Site],
    weights: &'s Weights,
    habits: Habits,
    /// Every node of the pool, in order.
    steps: Vec<Step>,
    /// Those of the list that is read, and the ways to them.
    active: Vec<Step>,
    ways: Vec<Way>,
    /// The members of the list that they are of, if they are as the habits have them.
    read: Option<Members>,
    /// How many steps may still be looked at.
    work: usize,
}

impl<'s> Decoder<'s> {
    pub(super) fn new(
        story: &Story,
        sites: &'s [Site],
        weights: &'s Weights,
        pool: &Pool,
        work: usize,
    ) -> Self {
        let step = |(number, node): (usize, &Node)| Some(Step::new(node, number, pool.member(node.scrap)?));
        let steps = story.nodes.iter().enumerate().filter_map(step).collect();
        let (habits, active, ways) = (Habits::busy(), Vec::new(), Vec::new());
        let mut decoder = Decoder { sites, weights, habits, steps, active, ways, read: None, work };
        decoder.sum_passes();
        decoder
    }

    /// Forgets what was learnt.
    pub(super) fn believe(&mut self, habits: Habits) {
        self.habits = habits;
        self.sum_passes();
    }

    /// What is believed and has been learnt.
    pub(super) fn habits(&self) -> Habits {
        self.habits.clone()
    }

    /// How many steps may still be looked at.
    pub(super) fn left(&self) -> usize {
        self.work
    }

    /// Whether all that may be done has been done.
    pub(super) fn is_spent(&self) -> bool {
        self.work == 0
    }

    /// Works the habits into the steps. Linear in the sites and the steps.
    fn sum_passes(&mut self) {
        let mut sum = 0.0;
        let mut passed = Vec::with_capacity(self.sites.len() + 1);
        for site in self.sites {
            passed.push(sum);
            sum += self.habits.pass[site.trigger as usize];
        }
        passed.push(sum);
        let gap = self.habits.gap.max(1);
        for step in &mut self.steps {
            let next = step.site + 1;
            let free = step.end_index + gap;
            let closed = self.sites[next..].iter().take_while(|site| site.index < free).count();
            step.ahead = passed[step.site];
            step.behind = passed[next + closed];
            step.drop = self.habits.drop[step.trigger as usize];
        }
        self.read = None;
    }

    /// The score of the best path with the scraps of `list`: how much better than "nothing was
    /// dropped", in nats; 0 if nothing is. Linear in the pool's nodes.
    pub(super) fn decode(&mut self, list: &List, order: Order) -> f32 {
        self.work = self.work.saturating_sub(self.steps.len());
        self.activate(list);
        let turns = self.habits.turns(list.len(), order);
        let starts = starts(list.len(), order);
        self.ways.clear();
        let mut high = f32::NEG_INFINITY;
        for (rank, step) in self.active.iter().enumerate() {
            let late = (LATE * step.ahead).min(MAX_LATE);
            let start = -starts[usize::from(step.slot > 0)] - late;
            let (best, from) = self.best_way(rank, start, &turns[MAX_LIST - step.slot as usize..]);
            let score = best + step.gain - step.drop;
            high = high.max(score);
            self.ways.push(Way { score, from, high });
        }
        high.max(0.0)
    }

    /// What no path with the scraps of `list` exceeds, in whatever order: every site's best step, with
    /// the least that going on costs. Linear in the pool's nodes.
    pub(super) fn at_most(&self, list: &List) -> f32 {
        let start = starts(list.len(), Order::Cycle)[0].min((list.len() as f32).ln());
        let turn = start.min(self.habits.least_turn());
        let of_list = self.steps.iter().filter(|step| list.has(step.member));
        let (mut all, mut site, mut best) = (0.0, usize::MAX, 0.0f32);
        for step in of_list {
            all += if step.site == site { 0.0 } else { best };
            best = if step.site == site { best } else { 0.0 };
            best = best.max(step.gain - step.drop - turn);
            site = step.site;
        }
        (all + best + turn - start).max(0.0)
    }

    /// Takes the steps of a list, or only their slots where the last list had the same members.
    fn activate(&mut self, list: &List) {
        let slots = list.slots();
        if self.read.replace(list.set()) == Some(list.set()) {
            self.active.iter_mut().for_each(|step| step.slot = slots[step.member as usize]);
            return;
        }
        let of_list = self.steps.iter().filter_map(|step| {
            let slot = slots[step.member as usize];
            (slot != List::NO_SLOT).then_some(Step { slot, ..*step })
        });
        self.active.clear();
        self.active.extend(of_list);
    }

    /// The best way to the step at `rank`: from nothing, or from a step before it. `turns` holds what
    /// it costs to come from each slot.
    #[inline]
    fn best_way(&self, rank: usize, start: f32, turns: &[f32]) -> (f32, usize) {
        let (step, ways, active) = (&self.active[rank], &self.ways[..rank], &self.active[..rank]);
        let mut best = (start, NOTHING);
        for at in (rank.saturating_sub(REACH)..rank).rev() {
            let (way, before) = (&ways[at], &active[at]);
            // A step never pays, so that what is no better without it need not be looked at.
            if way.high <= best.0 {
                break;
            }
            let apart = before.end <= step.start && before.site != step.site;
            if way.score <= best.0 || !apart {
                continue;
            }
            let close = step.index < before.end_index + self.habits.gap;
            let passes = (step.ahead - before.behind).max(0.0);
            let cost = turns[before.slot as usize] + passes + if close { self.weights.crowded } else { 0.0 };
            if way.score - cost > best.0 {
                best = (way.score - cost, at);
            }
        }
        best
    }

    /// The steps of the path that was decoded last, from its end.
    fn trace(&self) -> impl Iterator<Item = &Step> {
        let end = (0..self.ways.len()).max_by(|&a, &b| self.ways[a].score.total_cmp(&self.ways[b].score));
        let end = end.filter(|&end| self.ways[end].score > 0.0);
        let from = |rank: &usize| Some(self.ways[*rank].from).filter(|&from| from != NOTHING);
        std::iter::successors(end, from).map(|rank| &self.active[rank])
    }

    /// The list that was decoded last, in the order in which its members are first used; unused ones
    /// last.
    pub(super) fn first_use(&self, list: &List) -> List {
        let mut first = [usize::MAX; MAX_LIST];
        for step in self.trace() {
            first[step.slot as usize] = step.number;
        }
        list.sorted_by_slot(|slot| first[slot])
    }

    /// The nodes of the best path with a list, in order, as places among the story's nodes.
    pub(super) fn path(&mut self, list: &List, order: Order) -> Vec<usize> {
        self.decode(list, order);
        let mut nodes: Vec<usize> = self.trace().map(|step| step.number).collect();
        nodes.reverse();
        nodes
    }

    /// Learns the generator's habits from a path. Returns whether there is one.
    pub(super) fn learn(&mut self, list: &List, order: Order) -> bool {
        self.decode(list, order);
        let mut path: Vec<Step> = self.trace().copied().collect();
        path.reverse();
        if path.is_empty() {
            return false;
        }
        self.habits.learn(&path, list.len(), self.sites, self.weights.rates);
        self.sum_passes();
        true
    }
}
