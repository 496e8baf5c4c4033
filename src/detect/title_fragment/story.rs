//! Two stories about a place: a scrap was dropped there, or the author wrote it.

use std::collections::HashMap;

use super::{
    key::{Key, Match, shape_cost},
    passage::Passage,
    sites::{Site, Trigger, trigger},
};
use crate::{
    detect::evidence::{Reading, Weights},
    text::{
        chars::{Class, class},
        fold::fold,
    },
};

/// A scrap at a place, with what speaks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    /// Half-open bytes of the scrap.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The same in characters.
    pub(super) index: usize,
    pub(super) end_index: usize,
    /// Which place it stands at.
    pub(super) site: usize,
    pub(super) trigger: Trigger,
    /// Which scrap it is.
    pub(super) scrap: usize,
    /// How much better the text reads if it was dropped there than if it was written, in nats; the
    /// cost of dropping it is not counted in.
    pub(super) gain: f32,
}

/// A string that the title yields, wherever it stands.
#[derive(Clone, Debug)]
pub(super) struct Scrap {
    /// Folded.
    pub(super) text: String,
    /// What its length and the characters left out cost a generator, in nats.
    pub(super) shape_cost: f32,
    /// What it costs a generator to begin it anywhere in the title, in nats.
    pub(super) start_cost: f32,
    /// Title positions of its first and last character.
    pub(super) first: usize,
    pub(super) last: usize,
    /// What it costs an author to cite it, in nats.
    cite_cost: f32,
}

/// The scraps of a page and the places they stand at.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) scraps: Vec<Scrap>,
    pub(super) nodes: Vec<Node>,
    /// Whether there were more than may be weighed.
    pub(super) limited: bool,
}

impl Story {
    /// Weighs every scrap at every site. At most `limit` different scraps.
    pub(super) fn tell(
        reading: &Reading<'_>,
        key: &Key,
        sites: &[Site],
        weights: &Weights,
        limit: usize,
    ) -> Story {
        let mut teller = Teller::new(reading, key, weights, limit);
        let mut title_end = 0;
        for (number, site) in sites.iter().enumerate() {
            title_end = title_end.max(site.at + key.stands_at(&reading.text()[site.at..]));
            if site.at >= title_end && !reading.is_gone(site.at) {
                teller.visit(number, site);
            }
        }
        teller.story
    }
}

/// Goes from site to site.
struct Teller<'r, 't> {
    reading: &'r Reading<'t>,
    key: &'r Key,
    weights: &'r Weights,
    limit: usize,
    habits: Habits,
    numbers: HashMap<String, usize>,
    story: Story,
}

impl<'r, 't> Teller<'r, 't> {
    fn new(reading: &'r Reading<'t>, key: &'r Key, weights: &'r Weights, limit: usize) -> Self {
        let habits = Habits::count(reading, key, limit);
        Teller { reading, key, weights, limit, habits, numbers: HashMap::new(), story: Story::default() }
    }

    fn visit(&mut self, number: usize, site: &Site) {
        let rest = &self.reading.text()[site.at..];
        let found: Vec<(Match, usize)> = self
            .key
            .scraps(rest)
            .filter_map(|found| Some((found, self.number(&rest[..byte_len(rest, found.len)], &found)?)))
            .collect();
        let Some(longest) = found.last().map(|(found, _)| found.len) else { return };
        let passage = Passage::new(self.reading, site.at, longest, self.weights);
        let scraps = &self.story.scraps;
        let written =
            passage.written(found.iter().map(|(found, scrap)| (found.len, scraps[*scrap].cite_cost)));
        for (found, scrap) in found {
            self.story.nodes.push(Node {
                start: site.at,
                end: site.at + byte_len(rest, found.len),
                index: site.index,
                end_index: site.index + found.len,
                site: number,
                trigger: site.trigger,
                scrap,
                gain: written - passage.without(found.len),
            });
        }
    }

    /// The number of a scrap; none for a new one when there are too many.
    fn number(&mut self, text: &str, found: &Match) -> Option<usize> {
        let folded: String = text.chars().map(fold).collect();
        if let Some(&number) = self.numbers.get(&folded) {
            return Some(number);
        }
        let number = self.story.scraps.len();
        if number >= self.limit {
            self.story.limited = true;
            return None;
        }
        let rate = if self.weights.habits { self.habits.rate(&folded) } else { 0.0 };
        self.story.scraps.push(Scrap::new(folded.clone(), self.key, found, rate, self.weights));
        self.numbers.insert(folded, number);
        Some(number)
    }
}

/// How readily the author uses each word of the title, wherever nothing need have been dropped.
struct Habits {
    /// Uses in the middle of a clause, and behind triggers.
    uses: HashMap<String, (u32, u32)>,
    chars: f32,
    triggers: f32,
}

impl Habits {
    /// One pass over the text. At most `limit` different scraps.
    fn count(reading: &Reading<'_>, key: &Key, limit: usize) -> Self {
        let text = reading.text();
        let mut habits = Habits { uses: HashMap::new(), chars: reading.chars() as f32, triggers: 0.0 };
        let mut before = '\n';
        for (at, c) in text.char_indices() {
            let behind_trigger = trigger(before).is_some();
            let inside = class(before) == Class::Han;
            before = c;
            habits.triggers += f32::from(u8::from(behind_trigger));
            if !(inside || behind_trigger)
                || !key.has(fold(c))
                || !key.may_begin(&text[at..])
                || reading.is_gone(at)
            {
                continue;
            }
            for found in key.scraps(&text[at..]) {
                let folded: String = text[at..].chars().take(found.len).map(fold).collect();
                if habits.uses.len() < limit || habits.uses.contains_key(&folded) {
                    let uses = habits.uses.entry(folded).or_default();
                    if behind_trigger { uses.1 += 1 } else { uses.0 += 1 }
                }
            }
        }
        habits
    }

    /// How likely the author is to use a scrap at a place, by the other places.
    fn rate(&self, scrap: &str) -> f32 {
        /// So many places without it are believed in beforehand.
        const PRIOR: f32 = 50.0;
        let (inside, behind) = self.uses.get(scrap).copied().unwrap_or_default();
        2.0 * inside as f32 / (self.chars + 2.0 * PRIOR)
            + behind.saturating_sub(1) as f32 / (self.triggers + PRIOR)
    }
}

fn byte_len(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

impl Scrap {
    fn new(text: String, key: &Key, found: &Match, habit: f32, weights: &Weights) -> Self {
        let torn = (key.torn(found) + weights.skipped * found.skips as f32).min(weights.broken);
        let cite_cost = -((-weights.cite).exp() + habit).ln() + torn;
        Scrap {
            shape_cost: shape_cost(found),
            start_cost: key.start_cost(),
            first: found.first,
            last: found.last,
            text,
            cite_cost,
        }
    }
}
