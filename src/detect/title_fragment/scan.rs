//! What of the title stands on a page: behind the triggers first, elsewhere only where that is asked for.

use std::ops::Range;

use super::{
    key::{Key, Match},
    sites::{LINE, Places, Site, Trigger, USUAL, trigger},
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
    /// The scraps there, as indices of [`Scan::matches`].
    matches: Range<usize>,
}

/// What was seen.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Every place behind a trigger that is not taken out, in order.
    pub(super) sites: Vec<Site>,
    /// The places behind triggers where something of the title stands, in order.
    pub(super) starts: Vec<Start>,
    matches: Vec<Match>,
    /// How many characters are read, and how many stand behind a trigger.
    pub(super) chars: usize,
    pub(super) triggers: usize,
    /// Whether there were more matches than may be kept.
    pub(super) limited: bool,
}

/// Different pairs of characters, and places that have one, which a page needs to be worth a closer look.
const PAIRS: usize = 3;
const PLACES: usize = 5;

/// A title of whose characters a page is made tells nothing: one in so many characters of a page this long,
/// in bytes, that begins a pair of them. On real pages it is one in twelve, on polluted ones one in five.
const DENSE: usize = 2;
const DENSE_PAGE: usize = 6 << 10;

impl Scan {
    /// Looks for what of the title stands behind triggers, whatever was taken out, and takes those
    /// places for all there are. Nothing if there are too few. Linear; at most `limit` matches and a
    /// few are kept.
    pub(super) fn glance(text: &str, key: &Key, limit: usize) -> Option<Self> {
        let usual = USUAL.iter().sum::<f32>() / 1000.0 * text.len() as f32;
        let mut scan =
            Scan { chars: text.len() / BYTES_A_CHAR, triggers: usual as usize + 1, ..Scan::default() };
        let Some(places) = starts_behind_triggers(text, key) else {
            return Some(Scan { limited: true, ..scan });
        };
        if places.len() < PLACES || !has_different_pairs(text, &places) {
            return None;
        }
        scan.starts.reserve(places.len());
        scan.sites.reserve(places.len());
        scan.matches.reserve(2 * places.len());
        for (at, trigger) in places {
            scan.start(text, key, at, Some(scan.sites.len()), limit);
            scan.sites.push(Site { at, index: at / BYTES_A_CHAR, trigger });
        }
        Some(scan)
    }

    /// Looks at the page's places. Linear in them and in what is gone; at most `limit` matches and a
    /// few are kept.
    pub(super) fn read(reading: &Reading<'_>, places: Places, key: &Key, limit: usize) -> Self {
        let text = reading.text();
        let gone: usize = reading.gone().iter().map(|range| text[range.clone()].chars().count()).sum();
        let mut scan = Scan {
            chars: places.chars - gone,
            triggers: places.sites.len(),
            sites: places.sites,
            ..Scan::default()
        };
        scan.find_starts(reading, key, limit);
        scan.sites.retain(|site| !is_taken_out(reading, site));
        scan
    }

    /// Notes where something of the title stands that is read.
    fn find_starts(&mut self, reading: &Reading<'_>, key: &Key, limit: usize) {
        let mut taken_out = 0;
        for number in 0..self.sites.len() {
            let site = self.sites[number];
            let is_site = !is_taken_out(reading, &site);
            taken_out += usize::from(!is_site);
            if key.may_begin_scrap(reading.text(), site.at) && !reading.is_gone(site.at) {
                self.start(reading.text(), key, site.at, is_site.then_some(number - taken_out), limit);
            }
        }
    }

    /// Notes the scraps at a place.
    fn start(&mut self, text: &str, key: &Key, at: usize, site: Option<usize>, limit: usize) {
        if self.matches.len() >= limit {
            self.limited = true;
            return;
        }
        let from = self.matches.len();
        key.scraps(&text[at..], &mut self.matches);
        self.starts.push(Start { at, site, matches: from..self.matches.len() });
    }

    /// The scraps at a place, shortest first.
    pub(super) fn matches(&self, start: &Start) -> &[Match] {
        &self.matches[start.matches.clone()]
    }
}

/// Bytes of most characters.
const BYTES_A_CHAR: usize = 3;

/// The places behind triggers where the title may yield a scrap, with the triggers; none if the page is made
/// of its characters. Linear.
fn starts_behind_triggers(text: &str, key: &Key) -> Option<Vec<(usize, Trigger)>> {
    let mut places = Vec::new();
    let (mut at, mut pairs) = (0, 0);
    while let Some(first) = key.filter.next_pair(text.as_bytes(), at) {
        pairs += 1;
        if first > DENSE_PAGE && pairs * BYTES_A_CHAR * DENSE > first {
            return None;
        }
        let trigger = chars::before(text, first).map_or(Some(LINE), trigger);
        places.extend(trigger.filter(|_| key.may_begin_scrap(text, first)).map(|trigger| (first, trigger)));
        at = first + key.filter.read(&text.as_bytes()[first..]).1;
    }
    Some(places)
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

/// The scraps in the middle of clauses, behind a Chinese character that is no trigger. Linear; `each`
/// is handed those of one place after the other.
pub(super) fn inside(reading: &Reading<'_>, key: &Key, mut each: impl FnMut(&[Match])) {
    let text = reading.text();
    let mut matches = Vec::new();
    let mut at = 0;
    while let Some(first) = key.filter.next_pair(text.as_bytes(), at) {
        let begins = key.may_begin_scrap(text, first) && is_inside(text, first) && !key.goes_on(text, first);
        if begins && !reading.is_gone(first) {
            matches.clear();
            key.scraps(&text[first..], &mut matches);
            each(&matches);
        }
        at = first + key.filter.read(&text.as_bytes()[first..]).1;
    }
}

fn is_inside(text: &str, at: usize) -> bool {
    chars::before(text, at).is_some_and(|before| class(before) == Class::Han && trigger(before).is_none())
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
