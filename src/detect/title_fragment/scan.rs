//! What of the title stands on a page: behind the triggers first, elsewhere only where that is asked for.

use std::ops::Range;

use super::{
    key::{Key, Match, is_pair},
    sites::{LINE, Site, Trigger, trigger, trigger_of_code},
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

/// Rooms for sites made at once: a trigger stands at every fifth character or so.
const BYTES_A_SITE: usize = 16;

impl Scan {
    /// Reads the page. Linear; at most `limit` matches and a few are kept.
    pub(super) fn read(reading: &Reading<'_>, key: &Key, limit: usize) -> Self {
        let text = reading.text();
        let mut scan = Scan { triggers: 1, ..Scan::default() };
        scan.sites.reserve(text.len() / BYTES_A_SITE);
        scan.sites.push(Site { at: 0, index: 0, trigger: LINE });
        let (mut at, mut index) = (0, 0);
        for gone in reading.gone() {
            index = scan.stretch(text, at..gone.start, index, key, limit);
            index += text[gone.clone()].chars().count();
            scan.triggers += text[gone.clone()].chars().filter(|&c| trigger(c).is_some()).count();
            at = gone.end;
        }
        scan.stretch(text, at..text.len(), index, key, limit);
        scan
    }

    /// Reads a stretch before which `index` characters stand. Returns how many stand before its end.
    fn stretch(&mut self, text: &str, range: Range<usize>, from: usize, key: &Key, limit: usize) -> usize {
        let bytes = text.as_bytes();
        let (mut at, mut index) = (range.start, from);
        let mut behind = trigger(chars::before(text, at).unwrap_or('\n')).is_some();
        while at < range.end {
            let (has, width) = key.filter.read(&bytes[at..]);
            let next = at + width;
            if has && behind {
                self.start(text, key, at..next, limit);
            }
            index += 1;
            let trigger = trigger_at(text, at, width);
            behind = trigger.is_some();
            if let Some(trigger) = trigger {
                self.triggers += usize::from(next < text.len());
                self.sites.push(Site { at: next, index, trigger });
            }
            at = next;
        }
        self.chars += index - from;
        index
    }

    /// Notes the scraps at a character behind a trigger, if one may begin there and go on at its end.
    fn start(&mut self, text: &str, key: &Key, first: Range<usize>, limit: usize) {
        if !begins_scrap(text, key, &first) {
            return;
        }
        if self.matches.len() >= limit {
            self.limited = true;
            return;
        }
        let site = self.sites.len() - 1;
        let site = (self.sites[site].at == first.start).then_some(site);
        let from = self.matches.len();
        key.scraps(&text[first.start..], &mut self.matches);
        self.starts.push(Start { at: first.start, site, matches: from..self.matches.len() });
    }

    /// The scraps at a place, shortest first.
    pub(super) fn matches(&self, start: &Start) -> &[Match] {
        &self.matches[start.matches.clone()]
    }
}

/// The scraps in the middle of clauses, behind a Chinese character that is no trigger. Linear; `each`
/// is handed those of one place after the other.
pub(super) fn inside(reading: &Reading<'_>, key: &Key, mut each: impl FnMut(&[Match])) {
    let text = reading.text();
    let bytes = text.as_bytes();
    let (mut at, mut first) = (0, None);
    let mut matches = Vec::new();
    while at < bytes.len() {
        let (has, width) = key.filter.read(&bytes[at..]);
        if has
            && let Some(first) = first
            && begins_scrap(text, key, &(first..at))
            && is_inside(text, first)
            && !reading.is_gone(first)
        {
            matches.clear();
            key.scraps(&text[first..], &mut matches);
            each(&matches);
        }
        first = has.then_some(at);
        at += width;
    }
}

fn is_inside(text: &str, at: usize) -> bool {
    chars::before(text, at).is_some_and(|before| class(before) == Class::Han && trigger(before).is_none())
}

/// Whether the title has the character at `first` and, further on, the one at its end.
fn begins_scrap(text: &str, key: &Key, first: &Range<usize>) -> bool {
    let places = |at| chars::after(text, at).map_or(0, |c| key.places(fold(c)));
    is_pair(places(first.start), places(first.end))
}

/// The trigger that the character of `width` bytes at byte `at` is, if any.
#[inline]
fn trigger_at(text: &str, at: usize, width: usize) -> Option<Trigger> {
    match text.as_bytes()[at..] {
        [lead, second, third, ..] if width == 3 => trigger_of_code(code_of_three([lead, second, third])),
        _ => chars::after(text, at).and_then(trigger),
    }
}

/// The code point of a character of three bytes.
#[inline]
const fn code_of_three([lead, second, third]: [u8; 3]) -> u32 {
    (lead as u32 & 0xf) << 12 | (second as u32 & 0x3f) << 6 | third as u32 & 0x3f
}
