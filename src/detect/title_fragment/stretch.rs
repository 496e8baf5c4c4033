//! A stretch of a page, searched by itself: all of a usual page, a part of a longer one.

use std::{collections::HashSet, ops::Range};

use super::{
    author::Author,
    free::{self, Others},
    key::Key,
    list::{self, Found},
    name::Name,
    proof,
    scan::Scan,
    story::{self, Story},
};
use crate::{
    cover::Cover,
    detect::{
        Page,
        evidence::{Proof, Reading, Weights, weigh},
    },
    window,
};

/// Up to so many bytes a page is one stretch; of a longer one each has about so many. A list that is looked
/// for over more has too many places to be seen: its members pass over more of them than they take.
const WHOLE: usize = 12 << 10;
const PART: usize = 8 << 10;

/// How many nodes may be looked at for each byte of a usual page, which has so many bytes at most, and for
/// each byte of a longer one. Of 8,000 real pages and 1,300 polluted ones none needed half of it.
const WORK: usize = 64;
const USUAL_PAGE: usize = 8 << 10;
const LONG_WORK: usize = 1;

/// What share of that a list that is known may be refined with.
const REFINING: usize = 6;

/// The logarithm of the odds below which a stretch has nothing of a list that another one has shown.
const UNLIKELY: f32 = -6.0;

/// Fewest insertions that are proof.
const FEWEST: usize = 4;

/// How many nodes may be looked at in so many bytes.
pub(super) fn work(bytes: usize) -> usize {
    WORK * (bytes.min(USUAL_PAGE) + 1024) + LONG_WORK.saturating_mul(bytes)
}

/// The stretches of a page, in order; cut at line ends where that can be.
pub(super) fn all<'p>(page: &Page<'p>) -> Vec<Stretch<'p>> {
    let (mut start, mut all) = (0, Vec::new());
    while page.text.len() - start > WHOLE {
        let rest = &page.text[start..];
        let end = start + window::cut(&rest[..rest.floor_char_boundary(PART)]);
        all.push(start..end);
        start = end;
    }
    all.push(start..page.text.len());
    let limit = page.options.limits.candidates.div_ceil(all.len());
    let weights = &page.options.weights;
    all.into_iter()
        .map(|range| Stretch { text: &page.text[range.clone()], start: range.start, limit, weights })
        .collect()
}

/// A stretch and what it is weighed with.
#[derive(Debug)]
pub(super) struct Stretch<'p> {
    text: &'p str,
    /// The byte of the page where it begins.
    start: usize,
    /// How many candidates may be weighed.
    limit: usize,
    weights: &'p Weights,
}

/// A stretch that has been read.
#[derive(Debug)]
pub(super) struct Told<'p> {
    reading: Reading<'p>,
    scan: Scan<'p>,
    story: Story,
}

/// What was dropped into a stretch.
#[derive(Debug)]
pub(super) struct Dropped {
    /// Half-open bytes of the page, in order.
    pub(super) ranges: Vec<Range<usize>>,
    /// Which scrap each is.
    names: Vec<Name>,
}

impl Dropped {
    /// The scraps that were dropped more than once, in order of their first use: what was dropped once may be
    /// the author's.
    pub(super) fn often(&self) -> Vec<Name> {
        let is_first = |&(at, name): &(usize, &Name)| !self.names[..at].contains(name);
        let first = self.names.iter().enumerate().filter(is_first);
        first.filter(|&(at, name)| self.names[at + 1..].contains(name)).map(|(_, &name)| name).collect()
    }
}

impl Told<'_> {
    /// Whether there was more than may be weighed.
    pub(super) fn is_limited(&self) -> bool {
        self.scan.is_limited()
    }
}

impl<'p> Stretch<'p> {
    /// What of the title stands behind triggers; nothing if there is too little of it.
    pub(super) fn glance(&self, key: &Key) -> Option<Scan<'p>> {
        Scan::glance(self.text, key, self.limit)
    }

    /// What is read where nothing is known beforehand.
    pub(super) fn scan(&self, key: &Key) -> Scan<'p> {
        Scan::new(self.text, key, self.limit)
    }

    /// Whether what stands behind triggers, seen alone, may be a list's. Most stretches in which the title is
    /// spoken of are let go for that, before they are read whole.
    pub(super) fn is_suspect(&self, key: &Key, glance: &Scan<'_>) -> bool {
        let reading = Reading::new(self.text, Vec::new(), self.weights.table);
        let places = story::places(&reading, key, glance);
        let author = Author::of(glance, &reading, key);
        let glimpse = Story::tell(&reading, key, glance, &places, &author, self.weights);
        free::reaches(self.weights, &glimpse, &glance.sites, Others::Usual)
    }

    /// The two stories about every place, with all that the stretch shows but what is `gone` of the page.
    pub(super) fn tell(&self, key: &Key, scan: Scan<'p>, gone: &[Range<usize>]) -> Told<'p> {
        let mut reading = Reading::new(self.text, self.own(gone), self.weights.table);
        let scan = scan.read(&reading, key);
        let places = story::places(&reading, key, &scan);
        reading.count(&story::joints(&reading, &scan, &places));
        let author = Author::of(&scan, &reading, key);
        let story = Story::tell(&reading, key, &scan, &places, &author, self.weights);
        Told { reading, scan, story }
    }

    /// What was dropped, if the stretch shows by itself that something was, and whether it was not looked for to
    /// the end. `work` says how many nodes may be looked at, and then how many are left.
    pub(super) fn prove(&self, mut told: Told<'_>, key: &Key, work: &mut usize) -> (Option<Dropped>, bool) {
        if !free::reaches(self.weights, &told.story, &told.scan.sites, Others::Listed) {
            return (None, false);
        }
        let own = self::work(self.text.len()).min(*work);
        let list = list::search(&told.story, &told.scan.sites, self.weights, own);
        *work -= own - list.left;
        if !self.is_proof(&list, &told.story) {
            return (None, list.limited);
        }
        let story = self.retell(&mut told, &list, key);
        let list = list::refine(&story, &told.scan.sites, self.weights, list, &[], self.refining());
        (Some(self.dropped(&list, &story)), false)
    }

    /// What of a list that is known was dropped.
    pub(super) fn look_for(&self, list: &[Name], told: &Told<'_>) -> Option<Dropped> {
        let found = self.known(list, &told.story);
        let list = list::refine(&told.story, &told.scan.sites, self.weights, found, list, self.refining());
        let is_sure = self.odds(&list, &told.story) > UNLIKELY;
        is_sure.then(|| self.dropped(&list, &told.story))
    }

    fn refining(&self) -> usize {
        work(self.text.len()) / REFINING
    }

    /// What of the page's stretches lies in this one, as bytes of it.
    fn own(&self, of_page: &[Range<usize>]) -> Vec<Range<usize>> {
        let end = self.start + self.text.len();
        let from = of_page.partition_point(|range| range.end <= self.start);
        let own = of_page[from..].iter().take_while(|range| range.start < end);
        own.map(|range| range.start.max(self.start) - self.start..range.end.min(end) - self.start).collect()
    }

    /// The two stories again, now that it is known what most of the insertions are: they say little of what
    /// the author does. Scraps and nodes are the same, in the same order.
    fn retell(&self, told: &mut Told<'_>, list: &Found, key: &Key) -> Story {
        let Told { reading, scan, story } = told;
        let scraps = list.nodes.iter().map(|&node| story.nodes[node].start..story.nodes[node].end);
        // A scrap may reach into what another finder took.
        let mut gone = Cover::default();
        reading.gone().iter().cloned().chain(scraps).for_each(|range| gone.take(range, |_| {}));
        let mut rest = Reading::new(reading.text(), gone.into_stretches(), self.weights.table);
        let places = story::places(reading, key, scan);
        rest.count(&story::joints(reading, scan, &places));
        let mut author = Author::of(scan, reading, key);
        author.doubt(scan, list.nodes.iter().map(|&node| story.nodes[node].start), self.weights.long);
        reading.take_counts(rest);
        Story::tell(reading, key, scan, &places, &author, self.weights)
    }

    /// Whether the stretch as a whole has shown that scraps were dropped into it.
    fn is_proof(&self, list: &Found, story: &Story) -> bool {
        let all = list.nodes.len();
        let bar = self.weights.total.max(self.weights.each * all as f32) + doubt(list, story);
        all >= FEWEST && list.total >= bar && self.odds(list, story) > 0.0
    }

    /// The odds, by all insertions together, that scraps were dropped, as a logarithm.
    fn odds(&self, list: &Found, story: &Story) -> f32 {
        let mut times = vec![0usize; story.scraps.len()];
        for &node in &list.nodes {
            times[story.nodes[node].scrap] += 1;
        }
        let all = list.nodes.len();
        let mut signs = proof::signs(list.total, &times, story);
        signs[Proof::Alike as usize] = 1.0 - self.surroundings(list, story) as f32 / all.max(1) as f32;
        weigh(&signs, &self.weights.proof)
    }

    /// How many different surroundings the insertions stand in.
    fn surroundings(&self, list: &Found, story: &Story) -> usize {
        /// Characters on either side that are looked at.
        const SIDE: usize = 2;
        let around = list.nodes.iter().map(|&node| {
            let (before, rest) = self.text.split_at(story.nodes[node].start);
            let len = story.scraps[story.nodes[node].scrap].len;
            before.chars().rev().take(SIDE).chain(rest.chars().take(len + SIDE)).collect::<String>()
        });
        around.collect::<HashSet<_>>().len()
    }

    /// The places where scraps of a list stand, as if all had been dropped.
    fn known(&self, list: &[Name], story: &Story) -> Found {
        let is_of_list = |&node: &usize| list.contains(&story.scraps[story.nodes[node].scrap].name);
        Found { nodes: (0..story.nodes.len()).filter(is_of_list).collect(), ..Found::default() }
    }

    fn dropped(&self, list: &Found, story: &Story) -> Dropped {
        let nodes = || list.nodes.iter().map(|&node| &story.nodes[node]);
        Dropped {
            ranges: nodes().map(|node| self.start + node.start..self.start + node.end).collect(),
            names: nodes().map(|node| story.scraps[node.scrap].name).collect(),
        }
    }
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
