//! How well a page could be explained if a generator had every scrap at hand, at every place the
//! best one: what is asked before any list is searched for.

use super::{
    proof,
    sites::{Site, TRIGGERS, USUAL},
    story::Story,
};
use crate::detect::evidence::{Weights, weigh};

/// A list is hardly ever worth more than this share of what would be possible: on real and generated
/// pages where it is worth 15 to 40 nats, 19 in 20 are worth less than 0.82 of it.
const SHARE: f32 = 0.9;
/// Most pages have at least this share of the usual number of sites.
const FEW: f32 = 0.7;
/// How far below even odds such a page may stay, in nats: the list that is found may be of fewer places.
const LENIENT: f32 = 1.5;
/// How often rates are learnt anew from the best stretch.
const ROUNDS: usize = 3;
/// The least that going on to the next scrap costs, in nats.
const TURN: f32 = 0.3;
/// The least that a member costs a list, in nats.
const MEMBER: f32 = 1.2;
/// From this gain on, in nats, a place counts as used before anything is learnt.
const LIKELY: f32 = 2.0;

/// What is known of the sites that have nothing of the title.
#[derive(Clone, Copy, Debug)]
pub(super) enum Others {
    /// All of them are among the sites.
    Listed,
    /// None is: there are as many as on most pages, or somewhat fewer.
    Usual,
}

/// Whether a stretch of the page may show as much as a page is asked for, with rates of its own for each
/// trigger, less what a list of the scraps on it costs at least. Where it does not,
/// [`super::list::search`] hardly ever finds a list that does. Linear in the sites.
pub(super) fn reaches(weights: &Weights, story: &Story, sites: &[Site], others: Others) -> bool {
    let bests = bests(story);
    let mut has = [false; TRIGGERS];
    bests.iter().for_each(|best| has[sites[best.site].trigger as usize] = true);
    let page = Page { bests, sites, others, has };
    if !page.may_reach(weights.total) {
        return false;
    }
    let mut used = page.likely();
    let mut stretch = Stretch { from: 0, to: page.bests.len(), total: 0.0 };
    for _ in 0..ROUNDS {
        let rates = Rates::of(&used, &page.open(&stretch), &page.has);
        stretch = page.best_stretch(&rates);
        let uses = page.uses(&stretch, story, &rates);
        let total = SHARE * (stretch.total - uses.lost);
        if total >= weights.total && uses.show(total, story, weights) > -LENIENT {
            return true;
        }
        used = uses.used;
    }
    false
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
    /// What passing over the usual sites of a byte costs.
    pass_byte: f32,
}

impl Rates {
    /// Rates by how many of the open sites are used; `has` tells which triggers have something behind them
    /// anywhere: no others are ever used.
    fn of(used: &[f32; TRIGGERS], open: &[f32; TRIGGERS], has: &[bool; TRIGGERS]) -> Self {
        let rate = |trigger: usize| ((used[trigger] + 0.3) / (open[trigger] + 1.2)).clamp(0.005, 0.97);
        let mut drop = [0.0; TRIGGERS];
        let mut pass = std::array::from_fn(|trigger| pass_seldom(rate(trigger)));
        for trigger in (0..TRIGGERS).filter(|&trigger| has[trigger]) {
            drop[trigger] = -rate(trigger).ln();
            pass[trigger] = -(1.0 - rate(trigger)).ln();
        }
        let pass_byte = pass.iter().zip(USUAL).map(|(pass, usual)| pass * FEW * usual / 1000.0).sum();
        Rates { drop, pass, pass_byte }
    }

    /// What using a site for its best scrap is worth, beside passing it over.
    fn worth(&self, best: &Best, trigger: usize) -> f32 {
        best.gain - self.drop[trigger] - TURN + self.pass[trigger]
    }
}

/// What passing over a site costs, −ln (1 − rate), where the rate is at most a quarter. In short
/// arithmetic, without a branch: it is asked for all triggers that nothing stands behind.
fn pass_seldom(rate: f32) -> f32 {
    let series = |sum: f32, term: u8| rate * (1.0 / f32::from(term) + sum);
    [8, 7, 6, 5, 4, 3, 2, 1].into_iter().fold(0.0, series)
}

/// Places `from..to`, and what they are worth together.
struct Stretch {
    from: usize,
    to: usize,
    total: f32,
}

/// The places of a page.
struct Page<'s> {
    bests: Vec<Best>,
    sites: &'s [Site],
    others: Others,
    /// Behind which triggers something stands.
    has: [bool; TRIGGERS],
}

impl Page<'_> {
    /// Whether the places alone reach it, if dropping something cost next to nothing.
    fn may_reach(&self, wanted: f32) -> bool {
        self.bests.iter().map(|best| (best.gain - TURN).max(0.0)).sum::<f32>() >= wanted
    }

    fn trigger(&self, best: &Best) -> usize {
        self.sites[best.site].trigger as usize
    }

    /// How often each trigger is used if every likely place is.
    fn likely(&self) -> [f32; TRIGGERS] {
        let mut used = [0.0; TRIGGERS];
        let likely = self.bests.iter().filter(|best| best.gain > LIKELY);
        likely.for_each(|best| used[self.trigger(best)] += 1.0);
        used
    }

    /// How many sites of each trigger lie between the first and the last of a stretch.
    fn open(&self, stretch: &Stretch) -> [f32; TRIGGERS] {
        let mut open = [0.0; TRIGGERS];
        let [first, .., last] = self.bests[stretch.from..stretch.to] else { return open };
        match self.others {
            Others::Listed => {
                let between = &self.sites[first.site..=last.site];
                between.iter().for_each(|site| open[site.trigger as usize] += 1.0);
            }
            Others::Usual => {
                let bytes = (self.sites[last.site].at - self.sites[first.site].at) as f32;
                open = USUAL.map(|sites| FEW * sites * bytes / 1000.0);
            }
        }
        open
    }

    /// What passing over the sites between two places costs.
    fn passed(&self, before: &Best, next: &Best, rates: &Rates) -> f32 {
        match self.others {
            Others::Listed => {
                let between = &self.sites[before.site + 1..next.site];
                between.iter().map(|site| rates.pass[site.trigger as usize]).sum()
            }
            Others::Usual => (self.sites[next.site].at - self.sites[before.site].at) as f32 * rates.pass_byte,
        }
    }

    /// The stretch that is worth most.
    fn best_stretch(&self, rates: &Rates) -> Stretch {
        let mut stretch = Stretch { from: 0, to: 0, total: 0.0 };
        let (mut sum, mut from) = (0.0f32, 0);
        for (number, best) in self.bests.iter().enumerate() {
            sum -= number.checked_sub(1).map_or(0.0, |last| self.passed(&self.bests[last], best, rates));
            if sum <= 0.0 {
                (sum, from) = (0.0, number);
            }
            let trigger = self.trigger(best);
            sum += rates.worth(best, trigger).max(0.0) - rates.pass[trigger];
            if sum > stretch.total {
                stretch = Stretch { from, to: number + 1, total: sum };
            }
        }
        stretch
    }

    /// What is used on the stretch.
    fn uses(&self, stretch: &Stretch, story: &Story, rates: &Rates) -> Uses {
        let mut used = [0.0; TRIGGERS];
        let mut worth = vec![0.0f32; story.scraps.len()];
        let mut times = vec![0; story.scraps.len()];
        for best in &self.bests[stretch.from..stretch.to] {
            let trigger = self.trigger(best);
            let own = rates.worth(best, trigger).max(0.0);
            used[trigger] += if own > 0.0 { 1.0 } else { 0.0 };
            times[best.scrap] += usize::from(own > 0.0);
            worth[best.scrap] += own;
        }
        Uses { used, lost: worth.iter().map(|worth| worth.min(MEMBER)).sum(), times }
    }
}

/// What is used on a stretch.
struct Uses {
    /// How often each trigger is used.
    used: [f32; TRIGGERS],
    /// What a list of the scraps costs at least.
    lost: f32,
    /// How often each scrap of the story is used.
    times: Vec<usize>,
}

impl Uses {
    /// How much the page would show so, as log odds.
    fn show(&self, total: f32, story: &Story, weights: &Weights) -> f32 {
        weigh(&proof::signs(total, &self.times, story), &weights.proof)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_seldom_used_is_passed_over_as_other_triggers_are() {
        for rate in (1..=50).map(|part| part as f32 * 0.005) {
            assert!((pass_seldom(rate) + (1.0 - rate).ln()).abs() < 1e-6, "{rate}");
        }
    }
}
