//! How well a page could be explained if a generator had every scrap at hand, at every place the
//! best one: what is asked before any list is searched for.

use super::{
    sites::{Site, TRIGGERS},
    story::Story,
};

/// How often rates are learnt anew from the best stretch.
const ROUNDS: usize = 3;
/// The least that going on to the next scrap costs, in nats.
const TURN: f32 = 0.3;
/// The least that a member costs a list, in nats.
const MEMBER: f32 = 1.2;
/// From this gain on, in nats, a place counts as used before anything is learnt.
const LIKELY: f32 = 2.0;

/// The best total, in nats, that a stretch of the page reaches with rates of its own for each
/// trigger, less what a list of the scraps on it costs at least. Hardly ever below what
/// [`super::list::search`] finds. Linear in the sites.
pub(super) fn best(story: &Story, sites: &[Site]) -> f32 {
    let bests = bests(story);
    let mut rates = Rates::likely(&bests, sites);
    let mut all = 0.0f32;
    for _ in 0..ROUNDS {
        let stretch = Stretch::best(&bests, sites, &rates);
        let (used, lost) = stretch.uses(story, &bests, sites, &rates);
        all = all.max(stretch.total - lost);
        rates = used;
    }
    all
}

/// The scrap that gains most at a site.
#[derive(Clone, Copy)]
struct Best {
    site: usize,
    gain: f32,
    scrap: usize,
}

/// For each site that has scraps the best of them, in order.
fn bests(story: &Story) -> Vec<Best> {
    let mut bests: Vec<Best> = Vec::new();
    for node in &story.nodes {
        let own = Best { site: node.site, gain: node.gain, scrap: node.scrap };
        match bests.last_mut().filter(|last| last.site == node.site) {
            Some(last) if last.gain >= node.gain => {}
            Some(last) => *last = own,
            None => bests.push(own),
        }
    }
    bests
}

/// For each trigger what using a site and what passing it over costs.
struct Rates {
    drop: [f32; TRIGGERS],
    pass: [f32; TRIGGERS],
}

impl Rates {
    fn of(used: &[u32; TRIGGERS], open: &[u32; TRIGGERS]) -> Self {
        let mut rates = Rates { drop: [0.0; TRIGGERS], pass: [0.0; TRIGGERS] };
        for trigger in 0..TRIGGERS {
            let rate = (used[trigger] as f32 + 0.3) / (open[trigger] as f32 + 1.2);
            let rate = rate.clamp(0.005, 0.97);
            rates.drop[trigger] = -rate.ln();
            rates.pass[trigger] = -(1.0 - rate).ln();
        }
        rates
    }

    fn likely(bests: &[Best], sites: &[Site]) -> Self {
        let (mut used, mut open) = ([0; TRIGGERS], [0; TRIGGERS]);
        sites.iter().for_each(|site| open[site.trigger as usize] += 1);
        let likely = bests.iter().filter(|best| best.gain > LIKELY);
        likely.for_each(|best| used[sites[best.site].trigger as usize] += 1);
        Rates::of(&used, &open)
    }

    /// What using a site for its best scrap is worth, beside passing it over.
    fn worth(&self, best: &Best, trigger: usize) -> f32 {
        best.gain - self.drop[trigger] - TURN + self.pass[trigger]
    }
}

/// Sites `from..to`, and what they are worth together.
struct Stretch {
    from: usize,
    to: usize,
    total: f32,
}

impl Stretch {
    /// The stretch that is worth most.
    fn best(bests: &[Best], sites: &[Site], rates: &Rates) -> Self {
        let mut stretch = Stretch { from: 0, to: 0, total: 0.0 };
        let mut bests = bests.iter().peekable();
        let (mut sum, mut from) = (0.0f32, 0);
        for (number, site) in sites.iter().enumerate() {
            let trigger = site.trigger as usize;
            let best = bests.next_if(|best| best.site == number);
            sum += best.map_or(0.0, |best| rates.worth(best, trigger).max(0.0)) - rates.pass[trigger];
            if sum <= 0.0 {
                (sum, from) = (0.0, number + 1);
            } else if sum > stretch.total {
                stretch = Stretch { from, to: number + 1, total: sum };
            }
        }
        stretch
    }

    /// The rates on the stretch, and what a list of the scraps used on it costs at least.
    fn uses(&self, story: &Story, bests: &[Best], sites: &[Site], rates: &Rates) -> (Rates, f32) {
        let (mut used, mut open) = ([0; TRIGGERS], [0; TRIGGERS]);
        let mut worth = vec![0.0f32; story.scraps.len()];
        for site in &sites[self.from..self.to] {
            open[site.trigger as usize] += 1;
        }
        for best in bests.iter().filter(|best| (self.from..self.to).contains(&best.site)) {
            let trigger = sites[best.site].trigger as usize;
            let own = rates.worth(best, trigger).max(0.0);
            used[trigger] += u32::from(own > 0.0);
            worth[best.scrap] += own;
        }
        (Rates::of(&used, &open), worth.iter().map(|worth| worth.min(MEMBER)).sum())
    }
}
