//! **What it finds**: scraps of the page's own title, dropped behind marks and function words.
//!
//! **Why it is noise**: a generator cuts the title into pieces of a few characters and drops them,
//! mostly round and round, so that copies of one article differ from each other.
//!
//! **Example**: `夜里，⟦石桥⟧河水涨了半米，⟦新灯⟧两岸的人都来看。` below the title `石桥夜里亮起新灯`.
//!
//! **Keeps**: the title's words where the author uses them, even at the start of a clause, even
//! where the same scrap is dropped elsewhere on the page.
//!
//! **Confidence**: likely. One scrap decides nothing; the page as a whole must have shown that it
//! was treated so, see [`decode`].

mod author;
mod decode;
mod filter;
mod free;
mod habits;
mod key;
mod list;
mod lists;
mod passage;
mod proof;
mod scan;
mod sites;
mod story;

use std::{collections::HashSet, ops::Range};

use self::{author::Author, free::Others, key::Key, list::Found, scan::Scan, sites::Places, story::Story};
use super::{
    Findings, Page,
    evidence::{Proof, Reading, weigh},
    injected_name,
};
use crate::{cover::Cover, kind::Kind, span::Confidence};

/// How many places of each candidate are weighed, on the average.
const MATCHES: usize = 8;

/// How many nodes may be looked at for each byte of a usual page, which has so many bytes at most, and for
/// each byte of a longer one. Of 8,000 real pages and 1,300 polluted ones none needed half of it.
const WORK: usize = 64;
const USUAL_PAGE: usize = 8 << 10;
const LONG_WORK: usize = 1;

/// Fewest insertions that are proof.
const FEWEST: usize = 4;

/// What share of that a list that is found may be refined with.
const REFINING: usize = 6;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let Some(title) = &page.title else { return };
    let mut key = Key::new(title.text);
    let limit = page.options.limits.candidates;
    let Some(glance) = Scan::glance(page.text, &key, limit.saturating_mul(MATCHES)) else { return };
    key.tie(title.text);
    let glimpse = glimpse(page, &key, &glance);
    findings.limited |= glance.limited || glimpse.limited;
    if !free::reaches(&page.options.weights, &glimpse, &glance.sites, Others::Usual) {
        return;
    }
    let mut reading = Reading::new(page.text, gone(page, findings), page.options.weights.table);
    let scan = Scan::read(&reading, Places::of(page.text), &key, limit.saturating_mul(MATCHES));
    let story = story(&mut reading, &key, &scan, page);
    findings.limited |= scan.limited || story.limited;
    if !free::reaches(&page.options.weights, &story, &scan.sites, Others::Listed) {
        return;
    }
    let (weights, work) = (&page.options.weights, work(page.text.len()));
    let list = list::search(&story, &scan.sites, weights, work);
    findings.limited |= list.limited;
    if is_proof(&list, &story, page) {
        let story = retell(&story, &list, &mut reading, &key, &scan, page);
        let list = list::refine(&story, &scan.sites, weights, list, work / REFINING);
        report(&list, &story, findings);
    }
}

/// How many nodes may be looked at on a page of so many bytes.
fn work(bytes: usize) -> usize {
    WORK * (bytes.min(USUAL_PAGE) + 1024) + LONG_WORK.saturating_mul(bytes)
}

/// The two stories again, now that it is known what most of the insertions are: they say little of what
/// the author does. Scraps and nodes are the same, in the same order.
fn retell<'t>(
    story: &Story,
    list: &Found,
    reading: &mut Reading<'t>,
    key: &Key,
    scan: &Scan,
    page: &Page<'t>,
) -> Story {
    let (weights, limit) = (&page.options.weights, page.options.limits.candidates);
    let scraps = list.nodes.iter().map(|&node| story.nodes[node].start..story.nodes[node].end);
    // A scrap may reach into what another finder took.
    let mut gone = Cover::default();
    reading.gone().iter().cloned().chain(scraps).for_each(|range| gone.take(range, |_| {}));
    let mut rest = Reading::new(page.text, gone.into_stretches(), weights.table);
    let places = story::places(reading, key, scan);
    rest.count(&story::lefts(reading, scan, &places));
    let mut author = Author::behind_triggers(scan, limit).and_inside(reading, key, limit);
    author.doubt(scan, list.nodes.iter().map(|&node| story.nodes[node].start), weights.long);
    reading.take_counts(rest);
    Story::tell(reading, key, scan, &places, &author, (weights, limit))
}

/// The two stories about the places behind triggers, seen alone. Most pages whose title is spoken of are
/// let go for what they show, before they are read whole.
fn glimpse(page: &Page<'_>, key: &Key, glance: &Scan) -> Story {
    let (weights, limit) = (&page.options.weights, page.options.limits.candidates);
    let reading = Reading::new(page.text, Vec::new(), weights.table);
    let places = story::places(&reading, key, glance);
    let author = Author::behind_triggers(glance, limit);
    Story::tell(&reading, key, glance, &places, &author, (weights, limit))
}

/// The two stories about every place, with all that the page shows.
fn story(reading: &mut Reading<'_>, key: &Key, scan: &Scan, page: &Page<'_>) -> Story {
    let (weights, limit) = (&page.options.weights, page.options.limits.candidates);
    let places = story::places(reading, key, scan);
    let author = Author::behind_triggers(scan, limit).and_inside(reading, key, limit);
    reading.count(&story::lefts(reading, scan, &places));
    Story::tell(reading, key, scan, &places, &author, (weights, limit))
}

/// What other detectors will or may take out, sorted and joined.
fn gone(page: &Page<'_>, findings: &Findings) -> Vec<Range<usize>> {
    let mut gone = findings.removed().clone();
    for name in injected_name::suspects(page, findings) {
        gone.take(name, |_| {});
    }
    gone.into_stretches()
}

/// Whether the page as a whole has shown that scraps were dropped into it.
fn is_proof(list: &Found, story: &Story, page: &Page<'_>) -> bool {
    let weights = &page.options.weights;
    let mut times = vec![0usize; story.scraps.len()];
    for &node in &list.nodes {
        times[story.nodes[node].scrap] += 1;
    }
    let all = list.nodes.len();
    let mut signs = proof::signs(list.total, &times, story);
    signs[Proof::Alike as usize] = 1.0 - surroundings(list, story, page) as f32 / all.max(1) as f32;
    let bar = weights.total.max(weights.each * all as f32) + doubt(list, story);
    all >= FEWEST && list.total >= bar && weigh(&signs, &weights.proof) > 0.0
}

/// How many different surroundings the insertions stand in.
fn surroundings(list: &Found, story: &Story, page: &Page<'_>) -> usize {
    /// Characters on either side that are looked at.
    const SIDE: usize = 2;
    let around = list.nodes.iter().map(|&node| {
        let (before, rest) = page.text.split_at(story.nodes[node].start);
        let len = story.scraps[story.nodes[node].scrap].len;
        before.chars().rev().take(SIDE).chain(rest.chars().take(len + SIDE)).collect::<String>()
    });
    around.collect::<HashSet<_>>().len()
}

/// What the total must exceed its bar by, in nats: over a long stretch an author who speaks of the
/// title's subject cites so many words of it that some seem to come in turn.
fn doubt(list: &Found, story: &Story) -> f32 {
    /// Bytes of a stretch that needs no more, and what each further one needs.
    const LONG: usize = 9000;
    const MORE: f32 = 0.007;
    let nodes = || list.nodes.iter().map(|&node| &story.nodes[node]);
    let first = nodes().map(|node| node.start).min().unwrap_or(0);
    let last = nodes().map(|node| node.end).max().unwrap_or(0);
    (last - first).saturating_sub(LONG) as f32 * MORE
}

fn report(list: &Found, story: &Story, findings: &mut Findings) {
    for &node in &list.nodes {
        let node = &story.nodes[node];
        findings.remove(
            node.start..node.end,
            Kind::TitleFragment,
            "title_fragment/list@1",
            Confidence::Likely,
        );
    }
}
