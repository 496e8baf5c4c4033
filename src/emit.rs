//! Edits become a partition of the source and pieces of clean text.

use crate::{
    span::{Action, Span},
    stream::{Piece, Sink},
};

/// Hands the pieces of `text` and its spans to a sink, kept ground between the edits included.
/// `base` is the offset of `text` in the whole source. A kept span that may go on in the next
/// window waits in `open`.
pub(crate) fn emit<S: Sink>(text: &str, base: usize, edits: &[Span], open: &mut Option<Span>, sink: &mut S) {
    let mut at = 0;
    for edit in edits {
        keep(text, base, at..edit.start, open, sink);
        flush(open, sink);
        if edit.action != Action::Remove {
            sink.piece(Piece::Text(&text[edit.range()]));
        }
        sink.piece(Piece::Span(Span { start: edit.start + base, end: edit.end + base, ..*edit }));
        at = edit.end;
    }
    keep(text, base, at..text.len(), open, sink);
}

/// Hands over a kept span that waited for more.
pub(crate) fn flush<S: Sink>(open: &mut Option<Span>, sink: &mut S) {
    if let Some(span) = open.take() {
        sink.piece(Piece::Span(span));
    }
}

fn keep<S: Sink>(
    text: &str,
    base: usize,
    range: std::ops::Range<usize>,
    open: &mut Option<Span>,
    sink: &mut S,
) {
    if range.is_empty() {
        return;
    }
    sink.piece(Piece::Text(&text[range.clone()]));
    let start = open.map_or(range.start + base, |span| span.start);
    *open = Some(Span::keep(start, range.end + base));
}
