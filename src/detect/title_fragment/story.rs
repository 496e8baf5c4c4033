//! Two stories about a place: a scrap was dropped there, or the author wrote it.

use super::{
    author::Author,
    key::{Key, Match, shape_cost},
    name::Name,
    passage::Passage,
    scan::{Scan, Seen, Start},
    sites::Trigger,
};
use crate::{
    detect::evidence::{Joints, Reading, Symbol, Symbols, Weights},
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
}

impl Story {
    /// Weighs every scrap at every place, for an author.
    pub(super) fn tell(
        reading: &Reading<'_>,
        key: &Key,
        scan: &Scan<'_>,
        places: &[Place<'_>],
        author: &Author,
        weights: &Weights,
    ) -> Story {
        let scraps = scan.tree.scraps().enumerate();
        let scraps = scraps.map(|(scrap, found)| Scrap::new(key, found, author, scrap, weights)).collect();
        let mut story = Story { scraps, nodes: Vec::with_capacity(scan.seen.len()) };
        let teller = Teller { reading, key, scan, weights };
        for &(start, site) in places {
            teller.visit(site, scan.seen_at(start), &mut story);
        }
        story
    }
}

/// A place where something of the title stands, with its site's number.
pub(super) type Place<'s> = (&'s Start, usize);

/// The places behind a trigger that are not in the title itself, nor in a word of it, with their sites.
pub(super) fn places<'s>(reading: &Reading<'_>, key: &Key, scan: &'s Scan<'_>) -> Vec<Place<'s>> {
    let mut starts = scan.starts.iter().filter_map(|start| Some((start, start.site?))).peekable();
    let mut places = Vec::new();
    let mut title_end = 0;
    for (number, site) in scan.sites.iter().enumerate() {
        title_end = title_end.max(key.end_of_title_at(reading.text(), site.at));
        let start = starts.next_if(|(_, own)| *own == number);
        let goes_on = |before| key.goes_on(before, reading.text(), site.at);
        let is_free = |_: &Place<'_>| {
            site.at >= title_end && !chars::before(reading.text(), site.at).is_some_and(goes_on)
        };
        places.extend(start.filter(is_free));
    }
    places
}

/// What meets before scraps and behind them, and where they are taken out.
pub(super) fn joints(reading: &Reading<'_>, scan: &Scan<'_>, places: &[Place<'_>]) -> Joints {
    let symbol = |c: Option<char>| c.map_or(Symbol::BOUNDARY, Symbol::of);
    let mut joints = Joints { lefts: Symbols::new(), rights: Symbols::new() };
    for (start, _) in places {
        joints.lefts.insert(symbol(reading.before(start.at)));
        for end in scan.seen_at(start).iter().map(|seen| start.at + seen.bytes) {
            joints.lefts.insert(symbol(chars::before(reading.text(), end)));
            joints.rights.insert(symbol(reading.after(end)));
        }
    }
    joints
}

/// Goes from site to site.
struct Teller<'r, 't> {
    reading: &'r Reading<'t>,
    key: &'r Key,
    scan: &'r Scan<'t>,
    weights: &'r Weights,
}

impl Teller<'_, '_> {
    fn visit(&self, number: usize, seen: &[Seen], story: &mut Story) {
        let Some(longest) = seen.last() else { return };
        let (site, found) = (&self.scan.sites[number], self.scan.tree.scrap(longest.scrap));
        let range = site.at..site.at + longest.bytes;
        let passage = Passage::new(self.reading, range, found.len, self.key.inner_costs(found), self.weights);
        let scraps = &story.scraps;
        let cited = |seen: &Seen| (scraps[seen.scrap].len, scraps[seen.scrap].cite_cost);
        let written = passage.written(seen.iter().map(cited));
        // What is quoted is cited, and what keeps marks apart was written between them.
        let dropped = seen.iter().filter(|seen| !passage.parts_marks(scraps[seen.scrap].len));
        story.nodes.extend(dropped.map(|seen| Node {
            start: site.at,
            end: site.at + seen.bytes,
            index: site.index,
            end_index: site.index + scraps[seen.scrap].len,
            site: number,
            trigger: site.trigger,
            scrap: seen.scrap,
            gain: written - passage.without(scraps[seen.scrap].len),
        }));
    }
}

impl Scrap {
    fn new(key: &Key, found: &Match, author: &Author, scrap: usize, weights: &Weights) -> Self {
        let torn = (key.torn(found) + weights.skipped * found.skips as f32).min(weights.broken);
        Scrap {
            shape_cost: shape_cost(found),
            start_cost: key.start_cost,
            first: found.first,
            last: found.last,
            name: found.name,
            cite_cost: author.cites(scrap, found.len, weights) + torn,
            len: found.len,
            skips: found.skips > 0,
            places: author.places(scrap),
        }
    }
}
