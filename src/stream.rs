//! The engine that cuts a text into windows, and the stream that feeds it.

use std::sync::Arc;

use crate::{
    detect::{Learned, Place},
    edits, emit,
    kind::{DropReason, Verdict},
    options::Options,
    pipeline::{self, Scratch},
    span::Span,
    text::graphemes,
    window,
};

/// What a sink is handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'p> {
    /// The next piece of clean text.
    Text(&'p str),
    /// The next span of the source; kept spans are as long as they can be, so that the spans do
    /// not depend on how the text was cut into pushes.
    Span(Span),
}

/// Takes what a [`Stream`] gives. Every `FnMut(Piece)` is one.
pub trait Sink {
    /// Takes one piece. Pieces of text come in order, and so do spans.
    fn piece(&mut self, piece: Piece<'_>);
}

impl<F: FnMut(Piece<'_>)> Sink for F {
    fn piece(&mut self, piece: Piece<'_>) {
        self(piece);
    }
}

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    pub(crate) verdict: Verdict,
    pub(crate) source_len: usize,
    pub(crate) removed_len: usize,
    pub(crate) limited: bool,
    pub(crate) replaced: usize,
}

impl Summary {
    /// The verdict on the document.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Bytes of source text.
    #[must_use]
    pub const fn source_len(&self) -> usize {
        self.source_len
    }

    /// Bytes removed.
    #[must_use]
    pub const fn removed_len(&self) -> usize {
        self.removed_len
    }

    /// Whether something may have been left in because there was too much of it: more findings, scraps of
    /// the title or organisations' names than [`Limits`](crate::Limits) let through, or a window that passes
    /// through unchanged because it was not done after eight readings or has half a grapheme cluster at an end.
    #[must_use]
    pub const fn limited(&self) -> bool {
        self.limited
    }

    /// How many malformed byte sequences became U+FFFD, before anything else was done.
    #[must_use]
    pub const fn replaced(&self) -> usize {
        self.replaced
    }
}

/// How a window ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// With the document.
    Last,
    /// Where the text goes on; torn inside a cluster that is longer than half a window.
    Cut { torn: bool },
}

/// Decides windows one after the other; the part that [`Stream`] and one-shot cleaning share.
#[derive(Debug)]
pub(crate) struct Engine {
    options: Arc<Options>,
    scratch: Scratch,
    title: Option<String>,
    title_given: bool,
    site: Option<String>,
    learned: Learned,
    open: Option<Span>,
    base: usize,
    /// Whether the last window ended inside a cluster.
    torn: bool,
    removed: usize,
    limited: bool,
    drop: Option<DropReason>,
}

impl Engine {
    pub(crate) fn new(options: Arc<Options>) -> Self {
        Engine {
            options,
            scratch: Scratch::default(),
            title: None,
            title_given: false,
            site: None,
            learned: Learned::default(),
            open: None,
            base: 0,
            torn: false,
            removed: 0,
            limited: false,
            drop: None,
        }
    }

    /// Forgets the last document, keeps its memory.
    pub(crate) fn begin(&mut self, title: Option<&str>, site: Option<&str>) {
        let limit = self.options.limits.title;
        set(&mut self.title, title, limit);
        self.title_given = title.is_some_and(|title| !title.trim().is_empty());
        set(&mut self.site, site, limit);
        self.learned.clear();
        self.open = None;
        self.base = 0;
        self.torn = false;
        self.removed = 0;
        self.limited = false;
        self.drop = None;
    }

    /// Takes windows off the front of `text` while more than one window is there. Returns how many
    /// bytes were decided.
    fn advance<S: Sink>(&mut self, text: &str, sink: &mut S) -> usize {
        let mut at = 0;
        while text.len() - at > self.options.limits.window {
            at += self.front(&text[at..], sink).unwrap_or(0);
        }
        at
    }

    /// Decides a whole text.
    pub(crate) fn run<S: Sink>(&mut self, mut text: &str, sink: &mut S) -> Summary {
        while let Some(cut) = self.front(text, sink) {
            text = &text[cut..];
        }
        self.last(text, sink)
    }

    /// Decides the first window of `text` if it is longer than one. Returns the window's length.
    fn front<S: Sink>(&mut self, text: &str, sink: &mut S) -> Option<usize> {
        let cut = window::end(text, &self.options.limits)?;
        let torn = !graphemes::is_boundary(text, cut);
        self.window(&text[..cut], Edge::Cut { torn }, sink);
        Some(cut)
    }

    /// Decides the last window.
    fn last<S: Sink>(&mut self, rest: &str, sink: &mut S) -> Summary {
        self.window(rest, Edge::Last, sink);
        emit::flush(&mut self.open, sink);
        let verdict = match (self.drop, self.removed) {
            (Some(reason), _) => Verdict::Drop(reason),
            (None, 0) => Verdict::Clean,
            (None, _) => Verdict::Cleaned,
        };
        let (source_len, removed_len, limited) = (self.base, self.removed, self.limited);
        Summary { verdict, source_len, removed_len, limited, replaced: 0 }
    }

    fn window<S: Sink>(&mut self, text: &str, edge: Edge, sink: &mut S) {
        let (first, last) = (self.base == 0, edge == Edge::Last);
        let (title, site) = (self.title.as_deref(), self.site.as_deref());
        let learned = &self.learned;
        let place = Place { title, title_given: self.title_given, site, first, last, learned };
        let mut decision = pipeline::decide(text, &place, &self.options, &mut self.scratch);
        let torn = edge == Edge::Cut { torn: true };
        if torn || self.torn {
            decision.pass();
        }
        self.torn = torn;
        emit::emit(text, self.base, &decision.edits, &mut self.open, sink);
        self.removed += edits::cuts(&decision.edits).map(|cut| cut.range().len()).sum::<usize>();
        self.limited |= decision.limited;
        if !last {
            self.learned.note(text, &decision.edits, self.options.limits.learned);
        }
        self.title = decision.title.or(self.title.take());
        // A verdict on the whole needs the whole.
        self.drop = decision.drop.filter(|_| first && last);
        self.base += text.len();
    }
}

/// A document on its way through.
///
/// * **What is held back.** Up to one window (see [`Limits`](crate::Limits)) of text that is not
///   decided yet. A document not longer than the window is decided whole, in `finish`.
/// * **For how long.** As soon as more than a window is there, its front is decided, up to the last
///   line end in the window's later half (or sentence end, or grapheme cluster), or up to the last line the
///   limits have room for if that is nearer, and goes to the sink. A window that is cut inside a cluster,
///   since there is nothing else in its later half, and the one behind it pass through unchanged.
/// * **What is carried on.** From window to window the title, be it given or found as the first line,
///   the site, and which scraps and names were taken out: those are known in the windows that follow.
///   Nothing is taken back: a window is decided by what stands in it and before it.
/// * **Verdict.** [`Verdict::Drop`] only on a document that is decided as one window.
/// * **Spans.** A removed or tagged span is handed over with its window, a kept span as soon as
///   something ends it.
/// * **Split characters.** [`Stream::push_bytes`] may cut a character anywhere; up to three bytes wait.
/// * **Malformed bytes.** Each maximal malformed sequence becomes one U+FFFD; offsets count the decoded text.
/// * **Memory.** The window, twice over, and what the detectors note about it. No more, whatever
///   comes; with the default limits less than 24 MiB for every hostile text of the tests.
/// * **Time.** Linear in the text.
///
/// ```
/// use jingwen::{Cleaner, Piece};
///
/// let mut clean = String::new();
/// let mut stream = Cleaner::default().stream(|piece: Piece<'_>| {
///     if let Piece::Text(text) = piece {
///         clean.push_str(text);
///     }
/// });
/// stream.push("风停了，船还没有");
/// stream.push_bytes("回来。".as_bytes());
/// let (summary, _idle, _sink) = stream.finish();
/// assert_eq!(summary.removed_len(), 0);
/// assert_eq!(clean, "风停了，船还没有回来。");
/// ```
#[derive(Debug)]
pub struct Stream<S> {
    idle: Idle,
    sink: S,
}

/// The memory of a finished [`Stream`], ready for the next document.
#[derive(Debug)]
pub struct Idle {
    engine: Engine,
    buffer: String,
    /// Bytes of a character that is not whole yet.
    partial: Vec<u8>,
    replaced: usize,
}

impl Idle {
    pub(crate) fn new(engine: Engine) -> Self {
        Idle { engine, buffer: String::new(), partial: Vec::with_capacity(4), replaced: 0 }
    }

    /// Starts the next document.
    #[must_use]
    pub fn stream<S: Sink>(self, sink: S) -> Stream<S> {
        self.stream_document(None, None, sink)
    }

    /// Starts the next document with what is known of its title and site.
    #[must_use]
    pub fn stream_document<S: Sink>(mut self, title: Option<&str>, site: Option<&str>, sink: S) -> Stream<S> {
        self.engine.begin(title, site);
        self.buffer.clear();
        self.partial.clear();
        self.replaced = 0;
        Stream { idle: self, sink }
    }
}

impl<S: Sink> Stream<S> {
    /// Sets the title and the site. To be called before the first push; later it changes nothing.
    #[must_use]
    pub fn with_page(mut self, title: Option<&str>, site: Option<&str>) -> Self {
        if self.idle.buffer.is_empty() && self.idle.partial.is_empty() && self.idle.engine.base == 0 {
            self.idle.engine.begin(title, site);
        }
        self
    }

    /// Takes the next piece of text. Amortised linear in its length.
    pub fn push(&mut self, text: &str) {
        self.give_up_partial();
        self.take(text);
    }

    /// Takes the next bytes of UTF-8, cut anywhere. Malformed sequences become U+FFFD.
    pub fn push_bytes(&mut self, mut bytes: &[u8]) {
        while !self.idle.partial.is_empty() && !bytes.is_empty() {
            bytes = self.complete(bytes);
        }
        for chunk in bytes.utf8_chunks() {
            self.take(chunk.valid());
            let bad = chunk.invalid();
            let at_end = bad.as_ptr_range().end == bytes.as_ptr_range().end;
            if at_end && !bad.is_empty() && may_go_on(bad) {
                self.idle.partial.extend_from_slice(bad);
            } else if !bad.is_empty() {
                self.replace();
            }
        }
    }

    pub(crate) fn sink_mut(&mut self) -> &mut S {
        &mut self.sink
    }

    /// Decides what is left and gives back the sink, and the memory for the next document.
    pub fn finish(mut self) -> (Summary, Idle, S) {
        self.give_up_partial();
        let buffer = std::mem::take(&mut self.idle.buffer);
        let mut summary = self.idle.engine.run(&buffer, &mut self.sink);
        summary.replaced = self.idle.replaced;
        self.idle.buffer = buffer;
        (summary, self.idle, self.sink)
    }

    /// Copies at most a window at a time, so that a huge push costs no more memory than a small one.
    fn take(&mut self, mut text: &str) {
        let window = self.idle.engine.options.limits.window;
        while !text.is_empty() {
            let room = window.saturating_mul(2).saturating_sub(self.idle.buffer.len()).max(4);
            let (now, later) = text.split_at(text.floor_char_boundary(room));
            self.idle.buffer.push_str(now);
            text = later;
            let decided = self.idle.engine.advance(&self.idle.buffer, &mut self.sink);
            self.idle.buffer.drain(..decided);
        }
    }

    /// Adds bytes to the character that waits, one at a time, until it is whole or cannot become so.
    fn complete<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        self.idle.partial.push(bytes[0]);
        if may_go_on(&self.idle.partial) {
            return &bytes[1..];
        }
        let mut partial = std::mem::take(&mut self.idle.partial);
        let rest = match std::str::from_utf8(&partial) {
            Ok(text) => {
                self.take(text);
                &bytes[1..]
            }
            Err(_) => {
                self.replace();
                bytes
            }
        };
        partial.clear();
        self.idle.partial = partial;
        rest
    }

    fn give_up_partial(&mut self) {
        if !self.idle.partial.is_empty() {
            self.idle.partial.clear();
            self.replace();
        }
    }

    fn replace(&mut self) {
        self.idle.replaced += 1;
        self.take("\u{fffd}");
    }
}

/// Sets what a slot holds, up to a limit of bytes; its memory is used again.
fn set(slot: &mut Option<String>, text: Option<&str>, limit: usize) {
    let Some(text) = text else { return *slot = None };
    let memory = slot.get_or_insert_default();
    memory.clear();
    memory.push_str(&text[..text.floor_char_boundary(limit.min(text.len()))]);
}

/// Whether `bytes` are the beginning of some character.
fn may_go_on(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}
