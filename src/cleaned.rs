//! What comes out.

use std::borrow::Cow;

use crate::{
    kind::Verdict,
    span::{Action, Span},
    stream::{Piece, Sink, Summary},
};

/// A cleaned document: its text, the partition of its source, and the verdict.
#[derive(Clone, Debug)]
pub struct Cleaned<'t> {
    source: &'t str,
    text: Cow<'t, str>,
    spans: Vec<Span>,
    summary: Summary,
}

impl<'t> Cleaned<'t> {
    /// The clean text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The clean text, borrowed from the source where nothing was removed.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// The text that went in.
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// Whether the clean text is the source itself, not a copy.
    #[must_use]
    pub const fn is_borrowed(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// The whole partition: sorted, disjoint, from 0 to the source's length, kept spans included.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The spans that were cut out.
    pub fn removed(&self) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(|span| span.action == Action::Remove)
    }

    /// The spans that were cut out or named: everything but plainly kept text.
    pub fn marked(&self) -> impl Iterator<Item = &Span> {
        self.spans.iter().filter(|span| span.action != Action::Keep)
    }

    /// The verdict.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.summary.verdict
    }

    /// Lengths, limits reached.
    #[must_use]
    pub const fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The source byte where byte `clean` of the clean text stands; its end for the clean text's
    /// end. `None` past it. At a cut the place behind the cut is meant. Linear in the spans.
    #[must_use]
    pub fn source_offset(&self, clean: usize) -> Option<usize> {
        locate(self.kept(|span| span.end - span.start), clean, (self.text.len(), self.source.len()))
    }

    /// The byte of the clean text for source byte `source`; for a removed byte the place of the cut.
    /// `None` past the source's end. Linear in the spans.
    #[must_use]
    pub fn clean_offset(&self, source: usize) -> Option<usize> {
        project(self.kept(|span| span.end - span.start), source, (self.source.len(), self.text.len()))
    }

    /// [`Cleaned::source_offset`] in code points. Linear in the text.
    #[must_use]
    pub fn source_char(&self, clean: usize) -> Option<usize> {
        let ends = (self.text.chars().count(), self.source.chars().count());
        locate(self.kept(|span| self.source[span.range()].chars().count()), clean, ends)
    }

    /// [`Cleaned::clean_offset`] in code points. Linear in the text.
    #[must_use]
    pub fn clean_char(&self, source: usize) -> Option<usize> {
        let ends = (self.source.chars().count(), self.text.chars().count());
        project(self.kept(|span| self.source[span.range()].chars().count()), source, ends)
    }

    /// Pairs of (length in the source, length in the clean text), span by span.
    fn kept(&self, len: impl Fn(&Span) -> usize) -> impl Iterator<Item = (usize, usize)> {
        self.spans.iter().map(move |span| {
            let whole = len(span);
            (whole, if span.action == Action::Remove { 0 } else { whole })
        })
    }
}

fn locate(runs: impl Iterator<Item = (usize, usize)>, clean: usize, ends: (usize, usize)) -> Option<usize> {
    let (mut from_clean, mut from_source) = (0, 0);
    for (source_len, clean_len) in runs {
        if clean < from_clean + clean_len {
            return Some(from_source + clean - from_clean);
        }
        from_clean += clean_len;
        from_source += source_len;
    }
    (clean == ends.0).then_some(ends.1)
}

fn project(runs: impl Iterator<Item = (usize, usize)>, source: usize, ends: (usize, usize)) -> Option<usize> {
    let (mut from_clean, mut from_source) = (0, 0);
    for (source_len, clean_len) in runs {
        if source < from_source + source_len {
            return Some(from_clean + (source - from_source).min(clean_len));
        }
        from_clean += clean_len;
        from_source += source_len;
    }
    (source == ends.0).then_some(ends.1)
}

/// The sink of one-shot cleaning. Text is gathered from the spans, and only if something was cut.
#[derive(Debug, Default)]
pub(crate) struct Collector {
    spans: Vec<Span>,
}

impl Sink for Collector {
    fn piece(&mut self, piece: Piece<'_>) {
        if let Piece::Span(span) = piece {
            self.spans.push(span);
        }
    }
}

impl Collector {
    pub(crate) fn finish(self, source: &str, summary: Summary) -> Cleaned<'_> {
        let text = crate::edits::apply(source, &self.spans);
        Cleaned { source, text, spans: self.spans, summary }
    }
}
