//! What a detector may see.

use std::{cell::OnceCell, ops::Range};

use super::{Learned, Zone, notes::Notes, plain};
use crate::{
    lexicon::{Hit, Lexicon},
    options::Options,
    text::{Class, Line, Mark, Title},
};

/// Where a window stands in its document, and what is known of the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'t> {
    pub(crate) title: Option<&'t str>,
    /// Whether the title was given, not guessed in an earlier window.
    pub(crate) title_given: bool,
    pub(crate) site: Option<&'t str>,
    /// Whether the document starts with this window.
    pub(crate) first: bool,
    /// Whether the document ends with this window.
    pub(crate) last: bool,
    /// What the windows before this one have shown.
    pub(crate) learned: &'t Learned,
}

/// One window of text, read once.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    pub(crate) text: &'t str,
    pub(crate) title: Option<Title<'t>>,
    pub(crate) site: Option<&'t str>,
    /// Whether the title was given, not guessed from the first line.
    pub(crate) title_given: bool,
    pub(crate) lines: Vec<Line>,
    pub(crate) first: bool,
    pub(crate) last: bool,
    pub(crate) options: &'t Options,
    /// What the windows before this one have shown.
    pub(crate) learned: &'t Learned,
    /// All but the lines.
    notes: Notes,
    zone: OnceCell<Zone>,
}

impl<'t> Page<'t> {
    /// A page from what was noted about its text.
    pub(crate) fn new(text: &'t str, mut notes: Notes, place: &Place<'t>, options: &'t Options) -> Self {
        let lines = std::mem::take(&mut notes.lines);
        let first_lines = if place.first { &lines[..] } else { &[] };
        let title = Title::find(place.title, place.site, text, first_lines, options.limits.title);
        Page {
            text,
            title,
            site: place.site,
            title_given: place.title_given,
            lines,
            first: place.first,
            last: place.last,
            options,
            learned: place.learned,
            notes,
            zone: OnceCell::new(),
        }
    }

    /// Gives the notes back.
    pub(crate) fn into_notes(mut self) -> Notes {
        self.notes.lines = self.lines;
        self.notes
    }

    /// Where the page's head and tail are. Found when first asked for.
    pub(crate) fn zone(&self) -> &Zone {
        self.zone.get_or_init(|| Zone::of(self))
    }

    /// Whether a line says what the page's given title says: then it is a heading, whatever it looks like.
    pub(crate) fn is_titled(&self, line: &str) -> bool {
        let given = self.title.as_ref().filter(|_| self.title_given);
        given.is_some_and(|title| plain::is_same(title.text, line))
    }

    /// How many characters of a class the page has.
    pub(crate) fn count(&self, class: Class) -> usize {
        self.notes.census()[class as usize] as usize
    }

    /// The characters in `range` that are not plain Chinese (see [`marks::each`](crate::text::marks::each)), in order: all
    /// punctuation, digits, letters, white space and symbols. Found in the shared pass, so that asking costs
    /// nothing but two searches among them.
    pub(crate) fn marks(&self, range: Range<usize>) -> &[Mark] {
        let marks = self.notes.marks();
        let from = marks.partition_point(|mark| mark.at() < range.start);
        let count = marks[from..].partition_point(|mark| mark.at() < range.end);
        &marks[from..from + count]
    }

    /// The words of a lexicon on the page, in order of their end. Cost: linear in them.
    pub(crate) fn hits(&self, lexicon: Lexicon) -> impl Iterator<Item = &Hit> {
        self.notes.hits_of(lexicon)
    }

    /// The words of any lexicon that end inside `range`, in order of their end.
    pub(crate) fn hits_in(&self, range: Range<usize>) -> &[Hit] {
        let hits = self.notes.hits();
        let from = hits.partition_point(|hit| hit.end <= range.start);
        let to = hits.partition_point(|hit| hit.end <= range.end);
        &hits[from..to.max(from)]
    }

    /// The index of the line that byte `at` stands in.
    pub(crate) fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.next <= at).min(self.lines.len().saturating_sub(1))
    }

    /// How many findings the page may bring forth.
    pub(crate) fn budget(&self) -> usize {
        (self.text.len() / 1024 + 1).saturating_mul(self.options.limits.findings_per_kib)
    }
}
