//! One pass over a page: its places, and everything of the title that stands on it.

use std::ops::Range;

use super::{
    key::{Key, Match, is_pair},
    sites::{LINE, Site, trigger},
};
use crate::{
    detect::evidence::Reading,
    text::{
        chars::{Class, class},
        fold::fold,
    },
};

/// A place where something of the title stands.
#[derive(Clone, Debug)]
pub(super) struct Start {
    /// Byte it begins at.
    pub(super) at: usize,
    /// Whether the character before it is a trigger; if not, it is a Chinese character.
    pub(super) behind: bool,
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
    pub(super) starts: Vec<Start>,
    matches: Vec<Match>,
    /// How many characters are read, and how many stand behind a trigger.
    pub(super) chars: usize,
    pub(super) triggers: usize,
    /// Whether there were more matches than may be kept.
    pub(super) limited: bool,
}

/// The character before the one that is read.
#[derive(Clone, Copy)]
struct Before {
    at: usize,
    /// Its positions in the title.
    places: u64,
    is_gone: bool,
    /// Whether what is before it is a trigger, or a Chinese character, and the site behind it.
    behind: bool,
    inside: bool,
    site: Option<usize>,
}

impl Scan {
    /// Reads the page. Linear; at most `limit` matches and a few are kept.
    pub(super) fn read(reading: &Reading<'_>, key: &Key, limit: usize) -> Self {
        let text = reading.text();
        let mut scan = Scan::default();
        scan.sites.push(Site { at: 0, index: 0, trigger: LINE });
        let mut before: Option<Before> = None;
        let (mut behind, mut inside, mut site) = (true, false, Some(0));
        let mut gone = reading.gone().iter().peekable();
        for (index, (at, c)) in text.char_indices().enumerate() {
            while gone.next_if(|range| range.end <= at).is_some() {}
            let is_gone = gone.peek().is_some_and(|range| range.start <= at);
            let places = key.places(fold(c));
            if let Some(first) = before.filter(|first| is_pair(first.places, places)) {
                scan.start(text, key, &first, limit);
            }
            before = Some(Before { at, places, is_gone, behind, inside, site });
            scan.chars += usize::from(!is_gone);
            scan.triggers += usize::from(behind);
            let trigger = trigger(c);
            (behind, inside, site) = (trigger.is_some(), class(c) == Class::Han, None);
            if let Some(trigger) = trigger.filter(|_| !is_gone) {
                site = Some(scan.sites.len());
                scan.sites.push(Site { at: at + c.len_utf8(), index: index + 1, trigger });
            }
        }
        scan
    }

    /// Notes the scraps at a character, if it is read and one may begin there.
    fn start(&mut self, text: &str, key: &Key, first: &Before, limit: usize) {
        if first.is_gone || !(first.behind || first.inside) {
            return;
        }
        if self.matches.len() >= limit {
            self.limited = true;
            return;
        }
        let from = self.matches.len();
        self.matches.extend(key.scraps(&text[first.at..]));
        let matches = from..self.matches.len();
        self.starts.push(Start { at: first.at, behind: first.behind, site: first.site, matches });
    }

    /// The scraps at a place, shortest first.
    pub(super) fn matches(&self, start: &Start) -> &[Match] {
        &self.matches[start.matches.clone()]
    }
}
