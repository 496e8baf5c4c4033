//! One pass over a page: its places, and everything of the title that stands on it.

use std::ops::Range;

use super::{
    key::{Key, Match, is_pair},
    sites::{LINE, Site, trigger},
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

impl Scan {
    /// Reads the page. Linear; at most `limit` matches and a few are kept.
    pub(super) fn read(reading: &Reading<'_>, key: &Key, limit: usize) -> Self {
        let text = reading.text();
        let mut scan = Scan { triggers: 1, ..Scan::default() };
        scan.sites.push(Site { at: 0, index: 0, trigger: LINE });
        let mut first = None;
        let mut gone = reading.gone().iter().peekable();
        for (index, (at, c)) in text.char_indices().enumerate() {
            let (has, width) = key.filter.read(&text.as_bytes()[at..]);
            if let Some(first) = first.filter(|_| has) {
                scan.start(reading, key, first..at, limit);
            }
            first = has.then_some(at);
            while gone.next_if(|range| range.end <= at).is_some() {}
            let is_gone = gone.peek().is_some_and(|range| range.start <= at);
            scan.chars += usize::from(!is_gone);
            let Some(trigger) = trigger(c) else { continue };
            scan.triggers += usize::from(at + width < text.len());
            if !is_gone {
                scan.sites.push(Site { at: at + width, index: index + 1, trigger });
            }
        }
        scan
    }

    /// Notes the scraps at a character, if it is read, and one may begin there and go on at its end.
    fn start(&mut self, reading: &Reading<'_>, key: &Key, first: Range<usize>, limit: usize) {
        let text = reading.text();
        let places = |at| chars::after(text, at).map_or(0, |c| key.places(fold(c)));
        let before = chars::before(text, first.start).unwrap_or('\n');
        let behind = trigger(before).is_some();
        if !(behind || class(before) == Class::Han)
            || !is_pair(places(first.start), places(first.end))
            || reading.is_gone(first.start)
        {
            return;
        }
        if self.matches.len() >= limit {
            self.limited = true;
            return;
        }
        let site = (0..self.sites.len()).rev().take(2).find(|&site| self.sites[site].at == first.start);
        let from = self.matches.len();
        key.scraps(&text[first.start..], &mut self.matches);
        self.starts.push(Start { at: first.start, behind, site, matches: from..self.matches.len() });
    }

    /// The scraps at a place, shortest first.
    pub(super) fn matches(&self, start: &Start) -> &[Match] {
        &self.matches[start.matches.clone()]
    }
}
