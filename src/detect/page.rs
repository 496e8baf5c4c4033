//! What a detector may see.

use std::ops::Range;

use crate::{
    lexicon::{self, Hit, Lexicon},
    options::Options,
    text::{Census, Class, Line, Title, lines},
};

/// Where a window stands in its document, and what is known of the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'t> {
    pub(crate) title: Option<&'t str>,
    pub(crate) site: Option<&'t str>,
    /// Whether the document starts with this window.
    pub(crate) first: bool,
    /// Whether the document ends with this window.
    pub(crate) last: bool,
}

/// Memory that is used again for the next page.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    lines: Vec<Line>,
    hits: Vec<Hit>,
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
    hits: Vec<Hit>,
    census: Census,
}

impl<'t> Page<'t> {
    /// Reads the text: lines and classes in one pass, lexicon words in another. Linear.
    pub(crate) fn read(
        text: &'t str,
        place: &Place<'t>,
        options: &'t Options,
        scratch: &mut Scratch,
    ) -> Self {
        let mut lines = std::mem::take(&mut scratch.lines);
        let mut hits = std::mem::take(&mut scratch.hits);
        let census = lines::read(text, &mut lines);
        lexicon::find(text, &mut hits);
        let first_text = if place.first { text } else { "" };
        let title = Title::find(place.title, place.site, first_text, &lines, options.limits.title);
        Page {
            text,
            title,
            site: place.site,
            title_given: place.title.is_some_and(|title| !title.trim().is_empty()),
            lines,
            first: place.first,
            last: place.last,
            options,
            hits,
            census,
        }
    }

    /// Gives the memory back for the next page.
    pub(crate) fn give_back(self, scratch: &mut Scratch) {
        scratch.lines = self.lines;
        scratch.hits = self.hits;
    }

    /// How many characters of a class the page has.
    pub(crate) fn count(&self, class: Class) -> usize {
        self.census[class as usize] as usize
    }

    /// The words of a lexicon on the page, in order of their end. Cost: linear in all hits.
    pub(crate) fn hits(&self, lexicon: Lexicon) -> impl Iterator<Item = &Hit> {
        self.hits.iter().filter(move |hit| hit.lexicon == lexicon)
    }

    /// The words of any lexicon that end inside `range`, in order of their end.
    pub(crate) fn hits_in(&self, range: Range<usize>) -> &[Hit] {
        let from = self.hits.partition_point(|hit| hit.end <= range.start);
        let to = self.hits.partition_point(|hit| hit.end <= range.end);
        &self.hits[from..to.max(from)]
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
