//! What of the title stands on a page: behind the triggers first, elsewhere only where that is asked for.

use std::ops::Range;

use super::{
    key::{Key, Match},
    sites::{Places, Site, trigger},
};
use crate::{
    detect::evidence::Reading,
    text::chars::{self, Class, class},
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

impl Scan {
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
