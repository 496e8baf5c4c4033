//! How well a page could be explained if a generator had every scrap at hand, at every place the
//! best one: what is asked before any list is searched for.

use super::{
    sites::{Site, TRIGGERS},
    story::Story,
};

/// A list is hardly ever worth more than this share of what would be possible: on real and generated
/// pages where it is worth 15 to 40 nats, 19 in 20 are worth less than 0.82 of it.
const SHARE: f32 = 0.9;
/// How often rates are learnt anew from the best stretch.
const ROUNDS: usize = 3;
/// The least that going on to the next scrap costs, in nats.
const TURN: f32 = 0.3;
/// The least that a member costs a list, in nats.
const MEMBER: f32 = 1.2;
/// From this gain on, in nats, a place counts as used before anything is learnt.
const LIKELY: f32 = 2.0;

/// Whether a stretch of the page reaches a total of `wanted` nats with rates of its own for each
/// trigger, less what a list of the scraps on it costs at least. Where it does not,
/// [`super::list::search`] hardly ever finds a list that does. Linear in the sites.
pub(super) fn reaches(wanted: f32, story: &Story, sites: &[Site]) -> bool {
    let bests = bests(story);
    if !may_reach(&bests, wanted) {
        return false;
    }
    let mut rates = Rates::likely(&bests, sites);
    for _ in 0..ROUNDS {
        let stretch = Stretch::best(&bests, sites, &rates);
        let (used, lost) = stretch.uses(story, &bests, sites, &rates);
        if SHARE * (stretch.total - lost) >= wanted {
            return true;
        }
        rates = used;
    }
    false
}

/// Whether the places alone reach it, if dropping something cost next to nothing.
fn may_reach(bests: &[Best], wanted: f32) -> bool {
    bests.iter().map(|best| (best.gain - TURN).max(0.0)).sum::<f32>() >= wanted
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
    /// The stretch that is worth most. It begins and ends with a site that is used.
    fn best(bests: &[Best], sites: &[Site], rates: &Rates) -> Self {
        let mut stretch = Stretch { from: 0, to: 0, total: 0.0 };
        let (mut sum, mut from, mut at) = (0.0f32, 0, 0);
        for best in bests {
            let passed = &sites[at..best.site];
            sum -= passed.iter().map(|site| rates.pass[site.trigger as usize]).sum::<f32>();
            if sum <= 0.0 {
                (sum, from) = (0.0, best.site);
            }
            let trigger = sites[best.site].trigger as usize;
            sum += rates.worth(best, trigger).max(0.0) - rates.pass[trigger];
            at = best.site + 1;
            if sum > stretch.total {
                stretch = Stretch { from, to: at, total: sum };
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
