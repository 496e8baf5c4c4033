//! Two stories about a place: a scrap was dropped there, or the author wrote it.

use super::{
    author::{Author, ByName},
    key::{Key, MAX_SCRAP, Match, Name, shape_cost},
    passage::Passage,
    scan::{Scan, Start},
    sites::{Site, Trigger},
};
use crate::{
    detect::evidence::{Reading, Symbol, Symbols, Weights},
    text::chars,
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
#[derive(Clone, Copy, Debug)]
pub(super) struct Scrap {
    pub(super) name: Name,
    /// What its length and the characters left out cost a generator, in nats.
    pub(super) shape_cost: f32,
    /// What it costs a generator to begin it anywhere in the title, in nats.
    pub(super) start_cost: f32,
    /// Title positions of its first and last character.
    pub(super) first: usize,
    pub(super) last: usize,
    /// What it costs an author to cite it, in nats.
    cite_cost: f32,
    /// How many characters it has, and whether some of the title's were left out of it.
    pub(super) len: usize,
    pub(super) skips: bool,
    /// At how many places it stands.
    pub(super) places: usize,
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
    /// Weighs every scrap at every place, for an author. At most `limit` different scraps.
    pub(super) fn tell(
        reading: &Reading<'_>,
        key: &Key,
        scan: &Scan,
        places: &[Place<'_>],
        author: &Author,
        (weights, limit): (&Weights, usize),
    ) -> Story {
        let mut teller = Teller::new(reading, key, weights, author, limit);
        for &(start, site) in places {
            teller.visit(site, &scan.sites[site], scan.matches(start));
        }
        teller.story
    }
}

/// A place where something of the title stands, with its site's number.
pub(super) type Place<'s> = (&'s Start, usize);

/// The places behind a trigger that are not in the title itself, nor in a word of it, with their sites.
pub(super) fn places<'s>(reading: &Reading<'_>, key: &Key, scan: &'s Scan) -> Vec<Place<'s>> {
    let mut starts = scan.starts.iter().filter_map(|start| Some((start, start.site?))).peekable();
    let mut places = Vec::new();
    let mut title_end = 0;
    for (number, site) in scan.sites.iter().enumerate() {
        title_end = title_end.max(key.end_of_title_at(reading.text(), site.at));
        let start = starts.next_if(|(_, own)| *own == number);
        let is_free = |_: &Place<'_>| site.at >= title_end && !key.goes_on(reading.text(), site.at);
        places.extend(start.filter(is_free));
    }
    places
}

/// The symbols behind which something is left when a scrap is taken out, and those that end one.
pub(super) fn lefts(reading: &Reading<'_>, scan: &Scan, places: &[Place<'_>]) -> Symbols {
    let mut lefts = Symbols::new();
    for (start, _) in places {
        lefts.insert(reading.before(start.at).map_or(Symbol::BOUNDARY, Symbol::of));
        for found in scan.matches(start) {
            let last = chars::before(reading.text(), start.at + found.bytes);
            lefts.insert(last.map_or(Symbol::BOUNDARY, Symbol::of));
        }
    }
    lefts
}

/// Goes from site to site.
struct Teller<'r, 't> {
    reading: &'r Reading<'t>,
    key: &'r Key,
    weights: &'r Weights,
    author: &'r Author,
    limit: usize,
    numbers: ByName<usize>,
    story: Story,
}

impl<'r, 't> Teller<'r, 't> {
    fn new(
        reading: &'r Reading<'t>,
        key: &'r Key,
        weights: &'r Weights,
        author: &'r Author,
        limit: usize,
    ) -> Self {
        let (numbers, story) = (ByName::default(), Story::default());
        Teller { reading, key, weights, author, limit, numbers, story }
    }

    fn visit(&mut self, number: usize, site: &Site, matches: &[Match]) {
        let mut found = [(0, 0); MAX_SCRAP];
        let mut count = 0;
        for (index, one) in matches.iter().enumerate() {
            if let Some(scrap) = self.number(one) {
                found[count] = (index, scrap);
                count += 1;
            }
        }
        let Some(&(longest, _)) = found[..count].last() else { return };
        let found = found[..count].iter().map(|&(index, scrap)| (&matches[index], scrap));
        let longest = &matches[longest];
        let range = site.at..site.at + longest.bytes;
        let inner = self.key.inner_costs(longest);
        let passage = Passage::new(self.reading, range, longest.len, inner, self.weights);
        let scraps = &self.story.scraps;
        let written =
            passage.written(found.clone().map(|(found, scrap)| (found.len, scraps[scrap].cite_cost)));
        // What is quoted is cited, and what keeps marks apart was written between them.
        let found = found.filter(|(found, _)| !passage.parts_marks(found.len));
        self.story.nodes.extend(found.map(|(found, scrap)| Node {
            start: site.at,
            end: site.at + found.bytes,
            index: site.index,
            end_index: site.index + found.len,
            site: number,
            trigger: site.trigger,
            scrap,
            gain: written - passage.without(found.len),
        }));
    }

    /// The number of a scrap; none for a new one when there are too many.
    fn number(&mut self, found: &Match) -> Option<usize> {
        if let Some(&number) = self.numbers.get(&found.name) {
            return Some(number);
        }
        let number = self.story.scraps.len();
        if number >= self.limit {
            self.story.limited = true;
            return None;
        }
        self.story.scraps.push(Scrap::new(self.key, found, self.author, self.weights));
        self.numbers.insert(found.name, number);
        Some(number)
    }
}

impl Scrap {
    fn new(key: &Key, found: &Match, author: &Author, weights: &Weights) -> Self {
        let torn = (key.torn(found) + weights.skipped * found.skips as f32).min(weights.broken);
        let cite_cost = author.cites(found, weights) + torn;
        Scrap {
            shape_cost: shape_cost(found),
            start_cost: key.start_cost(),
            first: found.first,
            last: found.last,
            name: found.name,
            cite_cost,
            len: found.len,
            skips: found.skips > 0,
            places: author.places(found.name),
        }
    }
}
