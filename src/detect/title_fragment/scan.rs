//! What of the title stands on a page: behind the triggers first, elsewhere only where that is asked for.

use std::ops::Range;

use super::{
    key::Key,
    sites::{LINE, Places, Site, Trigger, USUAL, trigger},
    tree::Tree,
};
use crate::{
    detect::evidence::Reading,
    text::{
        chars::{self, Class, class},
        fold::fold,
    },
};

/// A place where something of the title stands.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// Byte it begins at.
    pub(super) at: usize,
    /// The site there, if its trigger was not taken out.
    pub(super) site: Option<usize>,
    /// The scraps there, as indices of what was seen.
    seen: Range<usize>,
}

/// A scrap at a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    /// Which of the tree's it is.
    pub(super) scrap: usize,
    /// How many bytes it has there.
    pub(super) bytes: usize,
}

/// What was seen.
#[derive(Debug)]
pub(super) struct Scan<'t> {
    text: &'t str,
    /// Every place behind a trigger that is not taken out, in order.
    pub(super) sites: Vec<Site>,
    /// The places behind triggers where something of the title stands, in order.
    pub(super) starts: Vec<Start>,
    /// The scraps at each place.
    pub(super) seen: Vec<Seen>,
    /// The different ones.
    pub(super) tree: Tree,
    /// Where two characters that the title may have stand in the middle of clauses, with the one before.
    inside: Vec<(usize, char)>,
    /// How many characters are read, and how many stand behind a trigger.
    pub(super) chars: usize,
    pub(super) triggers: usize,
    /// How many scraps at places may be kept, and whether there were more.
    limit: usize,
    limited: bool,
}

/// How many places of each scrap are kept, on the average.
const PLACES_EACH: usize = 8;

/// Different pairs of characters, and places that have one, which a page needs to be worth a closer look.
const PAIRS: usize = 3;
const PLACES: usize = 5;

/// A title of whose characters a page is made tells nothing: one in so many characters of a page this long,
/// in bytes, that begins a pair of them. On real pages it is one in twelve, on polluted ones one in five.
const DENSE: usize = 2;
const DENSE_PAGE: usize = 6 << 10;

impl<'t> Scan<'t> {
    /// Looks for what of the title stands behind triggers, whatever was taken out, and takes those
    /// places for all there are. Nothing if there are too few. Linear; at most `limit` different scraps are
    /// kept.
    pub(super) fn glance(text: &'t str, key: &Key, limit: usize) -> Option<Self> {
        let Pairs { behind, inside, is_dense } = Pairs::of(text, key);
        if !is_dense && (behind.len() < PLACES || !has_different_pairs(text, &behind)) {
            return None;
        }
        let mut scan = Scan::empty(text, key, limit, inside);
        if is_dense {
            return Some(Scan { limited: true, ..scan });
        }
        scan.starts.reserve(behind.len());
        scan.sites.reserve(behind.len());
        scan.seen.reserve(2 * behind.len());
        for (at, trigger) in behind {
            scan.start(key, at, Some(scan.sites.len()));
            scan.sites.push(Site { at, index: at / BYTES_A_CHAR, trigger });
        }
        Some(scan)
    }

    /// Nothing yet, of a text of which [`Scan::read`] will look at every place. Linear.
    pub(super) fn new(text: &'t str, key: &Key, limit: usize) -> Self {
        Scan::empty(text, key, limit, Pairs::of(text, key).inside)
    }

    fn empty(text: &'t str, key: &Key, limit: usize, inside: Vec<(usize, char)>) -> Self {
        let usual = USUAL.iter().sum::<f32>() / 1000.0 * text.len() as f32;
        Scan {
            text,
            sites: Vec::new(),
            starts: Vec::new(),
            seen: Vec::new(),
            tree: Tree::new(key, limit),
            inside,
            chars: text.len() / BYTES_A_CHAR,
            triggers: usual as usize + 1,
            limit: limit.saturating_mul(PLACES_EACH),
            limited: false,
        }
    }

    /// Looks at every place that is read. Linear in the text and in what is gone.
    pub(super) fn read(mut self, reading: &Reading<'_>, key: &Key) -> Self {
        let gone: usize = reading.gone().iter().map(|range| self.text[range.clone()].chars().count()).sum();
        let places = Places::of(self.text);
        (self.chars, self.triggers) = (places.chars - gone, places.sites.len());
        self.sites = places.sites;
        self.starts.clear();
        self.seen.clear();
        self.find_starts(reading, key);
        self.sites.retain(|site| !is_taken_out(reading, site));
        self
    }

    /// Notes where something of the title stands that is read.
    fn find_starts(&mut self, reading: &Reading<'_>, key: &Key) {
        let mut taken_out = 0;
        for number in 0..self.sites.len() {
            let site = self.sites[number];
            let is_site = !is_taken_out(reading, &site);
            taken_out += usize::from(!is_site);
            if key.may_begin_scrap(self.text, site.at) && !reading.is_gone(site.at) {
                self.start(key, site.at, is_site.then_some(number - taken_out));
            }
        }
    }

    /// Notes the scraps at a place.
    fn start(&mut self, key: &Key, at: usize, site: Option<usize>) {
        if self.seen.len() >= self.limit {
            self.limited = true;
            return;
        }
        let from = self.seen.len();
        self.tree.read(key, &self.text[at..], |scrap, bytes| self.seen.push(Seen { scrap, bytes }));
        self.starts.push(Start { at, site, seen: from..self.seen.len() });
    }

    /// The scraps at a place, shortest first.
    pub(super) fn seen_at(&self, start: &Start) -> &[Seen] {
        &self.seen[start.seen.clone()]
    }

    /// How often each of the scraps stands in the middle of clauses. Linear in their places.
    pub(super) fn inside(&self, reading: &Reading<'_>, key: &Key) -> Vec<usize> {
        let mut times = vec![0; self.tree.scraps().len()];
        for &(at, before) in &self.inside {
            if !key.goes_on(before, self.text, at) && !reading.is_gone(at) {
                self.tree.read_known(key, &self.text[at..], |scrap, _| times[scrap] += 1);
            }
        }
        times
    }

    /// Whether scraps or places were left out because there were too many.
    pub(super) fn is_limited(&self) -> bool {
        self.limited || self.tree.limited
    }
}

/// Bytes of most characters.
const BYTES_A_CHAR: usize = 3;

/// Where the title may have two characters that stand in a row.
#[derive(Debug, Default)]
struct Pairs {
    /// The places behind triggers where it yields a scrap, with the triggers.
    behind: Vec<(usize, Trigger)>,
    /// Those behind a Chinese character that is no trigger, with it.
    inside: Vec<(usize, char)>,
    /// Whether the text is made of the title's characters.
    is_dense: bool,
}

impl Pairs {
    /// Linear.
    fn of(text: &str, key: &Key) -> Self {
        let mut pairs = Pairs::default();
        for (count, at) in (1..).zip(key.filter.pairs(text)) {
            pairs.is_dense |= at > DENSE_PAGE && count * BYTES_A_CHAR * DENSE > at;
            let before = chars::before(text, at);
            match (before.map_or(Some(LINE), trigger), before) {
                (Some(trigger), _) if key.begins_scrap(&text[at..]) => pairs.behind.push((at, trigger)),
                (None, Some(before)) if class(before) == Class::Han => pairs.inside.push((at, before)),
                _ => {}
            }
        }
        pairs
    }
}

fn has_different_pairs(text: &str, places: &[(usize, Trigger)]) -> bool {
    let mut pairs: Vec<(char, char)> = Vec::new();
    for &(at, _) in places {
        let mut chars = text[at..].chars().map(fold);
        let pair = (chars.next().unwrap_or('\n'), chars.next().unwrap_or('\n'));
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
        if pairs.len() >= PAIRS {
            return true;
        }
    }
    false
}

/// Whether the trigger before a site has been taken out.
fn is_taken_out(reading: &Reading<'_>, site: &Site) -> bool {
    site.at > 0 && reading.is_gone(site.at - 1)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{super::key::is_pair, *};

    /// The same, character by character.
    fn is_worth_it(text: &str, key: &Key) -> bool {
        let plain: Vec<char> = ['\n', '\n'].into_iter().chain(text.chars()).collect();
        let places = plain.windows(3).filter(|three| {
            let pair = (key.places(fold(three[1])), key.places(fold(three[2])));
            trigger(three[0]).is_some() && is_pair(pair.0, pair.1)
        });
        let pairs: Vec<_> = places.map(|three| (fold(three[1]), fold(three[2]))).collect();
        let different: HashSet<_> = pairs.iter().collect();
        pairs.len() >= PLACES && different.len() >= PAIRS
    }

    proptest! {
        #[test]
        fn the_gate_counts_as_one_would_by_hand(title in "[石桥夜里a1é]{0,6}", text in "[石桥夜里，的①Ａa𝟏é\n]{0,60}") {
            let key = Key::new(&title);
            prop_assert_eq!(Scan::glance(&text, &key, usize::MAX).is_some(), is_worth_it(&text, &key));
        }
    }
}
