//! What comes out.

use std::{borrow::Cow, sync::OnceLock};

use crate::{
    kind::Verdict,
    offsets::Offsets,
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
    bytes: OnceLock<Offsets>,
    chars: OnceLock<Offsets>,
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

    /// The verdict, lengths in bytes, and whether a limit was reached.
    #[must_use]
    pub const fn summary(&self) -> &Summary {
        &self.summary
    }

    /// The source byte where byte `clean` of the clean text stands; its end for the clean text's
    /// end. `None` past it. At a cut the place behind the cut is meant.
    ///
    /// This and the three below: logarithmic in the spans, after one linear pass at the first call.
    #[must_use]
    pub fn source_offset(&self, clean: usize) -> Option<usize> {
        self.byte_offsets().source(clean)
    }

    /// The byte of the clean text for source byte `source`; for a removed byte the place of the cut.
    /// `None` past the source's end.
    #[must_use]
    pub fn clean_offset(&self, source: usize) -> Option<usize> {
        self.byte_offsets().clean(source)
    }

    /// [`Cleaned::source_offset`] in code points on both sides.
    #[must_use]
    pub fn source_char(&self, clean: usize) -> Option<usize> {
        self.char_offsets().source(clean)
    }

    /// [`Cleaned::clean_offset`] in code points on both sides.
    #[must_use]
    pub fn clean_char(&self, source: usize) -> Option<usize> {
        self.char_offsets().clean(source)
    }

    fn byte_offsets(&self) -> &Offsets {
        self.bytes.get_or_init(|| Offsets::new(self.runs(|span| span.end - span.start)))
    }

    fn char_offsets(&self) -> &Offsets {
        self.chars.get_or_init(|| Offsets::new(self.runs(|span| self.source[span.range()].chars().count())))
    }

    /// Pairs of (length in the source, length in the clean text), span by span.
    fn runs(&self, len: impl Fn(&Span) -> usize) -> impl Iterator<Item = (usize, usize)> {
        self.spans.iter().map(move |span| {
            let whole = len(span);
            (whole, if span.action == Action::Remove { 0 } else { whole })
        })
    }
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
        let (bytes, chars) = (OnceLock::new(), OnceLock::new());
        Cleaned { source, text, spans: self.spans, summary, bytes, chars }
    }
}
