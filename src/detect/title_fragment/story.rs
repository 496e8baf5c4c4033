//! Two stories about a place: a scrap was dropped there, or the author wrote it.

use std::collections::HashMap;

use super::{
    key::{Key, Match},
    sites::{Site, Trigger, trigger},
};
use crate::{
    detect::evidence::{Reading, Symbol, Weights, follows, unled},
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
    /// What it costs a generator to cut it out of the title, in nats.
    pub(super) cut_cost: f32,
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
        let mut story = Story::default();
        let habits = habits(reading, key, limit);
        let mut numbers = HashMap::new();
        let mut title_end = 0;
        for (number, site) in sites.iter().enumerate() {
            let rest = &reading.text()[site.at..];
            title_end = title_end.max(site.at + key.stands_at(rest));
            if site.at < title_end || reading.is_gone(site.at) {
                continue;
            }
            for found in key.scraps(rest) {
                let text = &rest[..byte_len(rest, found.len)];
                let folded: String = text.chars().map(fold).collect();
                let next = story.scraps.len();
                if next >= limit && !numbers.contains_key(&folded) {
                    story.limited = true;
                    continue;
                }
                let scrap = *numbers.entry(folded.clone()).or_insert(next);
                if scrap == next {
                    let uses = habits.get(&folded).copied().unwrap_or(0);
                    let rate = 2.0 * uses as f32 / (reading.chars() as f32 + 100.0);
                    story.scraps.push(Scrap::new(folded, key, &found, rate, weights));
                }
                let end = site.at + text.len();
                let gain = gain(reading, &story.scraps[scrap], site.at, end, weights);
                story.nodes.push(Node {
                    start: site.at,
                    end,
                    index: site.index,
                    end_index: site.index + found.len,
                    site: number,
                    trigger: site.trigger,
                    scrap,
                    gain,
                });
            }
        }
        story
    }
}

/// How often the document has each scrap in the middle of a clause, where nothing was dropped.
fn habits(reading: &Reading<'_>, key: &Key, limit: usize) -> HashMap<String, u32> {
    let text = reading.text();
    let mut habits = HashMap::new();
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let inside = class(before) == Class::Han && trigger(before).is_none();
        before = c;
        if !inside || !key.may_begin(&text[at..]) || reading.is_gone(at) {
            continue;
        }
        for found in key.scraps(&text[at..]) {
            let folded = text[at..].chars().take(found.len).map(fold).collect();
            if habits.len() < limit || habits.contains_key(&folded) {
                *habits.entry(folded).or_default() += 1;
            }
        }
    }
    habits
}

fn byte_len(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at)
}

impl Scrap {
    fn new(text: String, key: &Key, found: &Match, habit: f32, weights: &Weights) -> Self {
        let torn = (key.torn(found) + 2.0 * found.skips as f32).min(weights.broken);
        let cite_cost = -((-weights.cite).exp() + habit).ln() + torn;
        Scrap { cut_cost: key.cut_cost(found), first: found.first, last: found.last, text, cite_cost }
    }
}

/// How many nats better "dropped" explains the place than "written".
fn gain(reading: &Reading<'_>, scrap: &Scrap, start: usize, end: usize, weights: &Weights) -> f32 {
    let text = reading.text();
    let (left, right) = (reading.before(start), reading.after(end));
    let mut plain = 0.0;
    let mut last = left.map_or(Symbol::BOUNDARY, Symbol::of);
    for c in text[start..end].chars() {
        let symbol = Symbol::of(c);
        plain += follows(last, symbol);
        last = symbol;
    }
    let next = right.map_or(Symbol::BOUNDARY, Symbol::of);
    let link = reading.link(last, next, 1);
    // Behind a word that is cited as a whole, any other word may follow.
    let cited = scrap.cite_cost + either(link, unled(next)) + std::f32::consts::LN_2;
    let written = either(plain + link, cited) + orphaned(left, right, weights);
    written - reading.meet(left, right)
}

/// What it costs a writer that a piece has a sentence's end before it and a line's end behind it.
fn orphaned(left: Option<char>, right: Option<char>, weights: &Weights) -> f32 {
    let ended = left.is_some_and(|c| class(c) == Class::Stop || class(c) == Class::Close);
    let open = right.is_none_or(|c| class(c) == Class::Break);
    if ended && open { weights.orphan } else { 0.0 }
}

/// The cost of two ways to the same end.
fn either(one: f32, other: f32) -> f32 {
    -((-one).exp() + (-other).exp()).ln()
}
