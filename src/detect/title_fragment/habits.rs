//! What a generator is used to do.

use super::{
    decode::{Order, Step},
    lists::MAX_LIST,
    sites::{Site, TRIGGERS, is_rare},
};

/// What is known of the generator's habits.
#[derive(Clone, Debug)]
pub(super) struct Habits {
    /// For each trigger, what it costs to drop something behind it and what to pass it over.
    pub(super) drop: [f32; TRIGGERS],
    pub(super) pass: [f32; TRIGGERS],
    /// Characters between a dropped scrap's end and the next place that may be used.
    pub(super) gap: usize,
    /// What the next scrap of the cycle costs, one skipped, any other.
    next: f32,
    skip: f32,
    stray: f32,
    /// What it costs that a trigger is one at all, shared by its uses.
    strange: f32,
}

/// The gap that is believed in before anything is learnt.
const GAP: usize = 3;

/// For a trigger, by how much its first use counts less than once, and how often it is believed to
/// have been used beforehand: that it is one at all is hardly more likely than that one place was
/// read wrongly.
const fn doubt(trigger: usize) -> (f32, f32) {
    if is_rare(trigger) { (1.0, 0.1) } else { (0.7, 0.2) }
}

/// What dropping something costs beforehand, more for triggers that are rare.
const fn drops(cost: f32) -> [f32; TRIGGERS] {
    let mut drops = [cost; TRIGGERS];
    let mut trigger = 0;
    while trigger < TRIGGERS {
        drops[trigger] += if is_rare(trigger) { 1.0 } else { 0.0 };
        trigger += 1;
    }
    drops
}

impl Habits {
    /// Believed in beforehand: every fourth place or so is used.
    pub(super) const fn busy() -> Self {
        Habits {
            drop: drops(1.2),
            pass: [0.2; TRIGGERS],
            gap: GAP,
            next: 0.3,
            skip: 2.5,
            stray: 4.0,
            strange: 0.0,
        }
    }

    /// Believed in beforehand: hardly any place is used.
    pub(super) const fn sparing() -> Self {
        Habits { drop: drops(2.5), pass: [0.03; TRIGGERS], ..Habits::busy() }
    }

    /// Believed in once a list is known: what was found shows most triggers, so that one more is doubted.
    pub(super) const fn known() -> Self {
        Habits { strange: 1.0, ..Habits::busy() }
    }

    /// The least that going on costs in a cycle.
    pub(super) fn least_turn(&self) -> f32 {
        self.next.min(self.skip).min(self.stray)
    }

    /// What it costs to go on from a slot of a list of `len` to another one. The costs of coming to
    /// `slot` from slot 0, 1, … begin at `MAX_LIST - slot`.
    pub(super) fn turns(&self, len: usize, order: Order) -> [f32; 2 * MAX_LIST] {
        let any = (len as f32).ln();
        if order == Order::Random {
            let mut turns = [any; 2 * MAX_LIST];
            turns[MAX_LIST] += 1.0;
            return turns;
        }
        let mut turns = [self.stray; 2 * MAX_LIST];
        for (ahead, cost) in [(2 % len, self.skip), (1 % len, self.next)] {
            turns[MAX_LIST - ahead] = cost;
            if ahead > 0 {
                turns[MAX_LIST - ahead + len] = cost;
            }
        }
        turns
    }

    /// Learns rates, gap and the cycle's strictness from a path with a list of `len`. Linear in the sites.
    pub(super) fn learn(&mut self, path: &[Step], len: usize, sites: &[Site], rates: bool) {
        let gaps = path.windows(2).map(|pair| pair[1].index - pair[0].end_index);
        let mut gaps: Vec<usize> = gaps.collect();
        gaps.sort_unstable();
        // One place in ten may be read wrongly.
        self.gap = gaps.get(gaps.len() / 10).map_or(0, |&gap| gap.min(30));
        if rates {
            self.learn_rates(path, sites);
            self.learn_turns(path, len);
        }
    }

    /// How strictly the cycle is kept to. A list in no order yields a cycle that is not kept to.
    fn learn_turns(&mut self, path: &[Step], len: usize) {
        let (mut next, mut skip, mut stray) = (6.0, 0.5, 0.5);
        for pair in path.windows(2) {
            match (usize::from(pair[1].slot) + len - usize::from(pair[0].slot)) % len {
                1 => next += 1.0,
                2 => skip += 1.0,
                _ => stray += 1.0,
            }
        }
        let all: f32 = next + skip + stray;
        self.next = (all / next).ln();
        self.skip = (all / skip).ln();
        self.stray = (all / stray).ln() + (len.max(3) as f32 - 2.0).ln();
    }

    fn learn_rates(&mut self, path: &[Step], sites: &[Site]) {
        let mut used = [0.0f32; TRIGGERS];
        let mut open = [0.0f32; TRIGGERS];
        for node in path {
            used[node.trigger as usize] += 1.0;
            open[node.trigger as usize] += 1.0;
        }
        for pair in path.windows(2) {
            let (before, node) = (&pair[0], &pair[1]);
            let free = before.end_index + self.gap.max(1);
            for site in &sites[before.site + 1..node.site.max(before.site + 1)] {
                open[site.trigger as usize] += if site.index >= free { 1.0 } else { 0.0 };
            }
        }
        for trigger in 0..TRIGGERS {
            let (first, prior) = doubt(trigger);
            let rate = ((used[trigger] - first).max(0.0) + prior) / (open[trigger] + 2.0);
            let rate = rate.clamp(0.005, 0.97);
            self.drop[trigger] = self.strange / used[trigger].max(1.0) - rate.ln();
            self.pass[trigger] = -(1.0 - rate).ln();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_follow_the_list_round_and_round() {
        let habits = Habits::busy();
        let turns = habits.turns(3, Order::Cycle);
        let cost = |from: usize, to: usize| turns[MAX_LIST - to + from];
        assert_eq!([cost(0, 1), cost(1, 2), cost(2, 0)], [habits.next; 3]);
        assert_eq!([cost(0, 2), cost(1, 0), cost(2, 1)], [habits.skip; 3]);
        assert_eq!([cost(0, 0), cost(1, 1), cost(2, 2)], [habits.stray; 3]);
    }

    #[test]
    fn any_scrap_may_follow_in_no_order_but_the_same_hardly() {
        let turns = Habits::busy().turns(4, Order::Random);
        assert!(turns[MAX_LIST] > turns[MAX_LIST + 1]);
        assert_eq!(turns[MAX_LIST - 1], turns[MAX_LIST + 3]);
    }
}
