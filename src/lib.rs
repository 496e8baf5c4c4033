//! Cleans Chinese web text: injected names, title scraps, teaser lists and site boilerplate go
//! out, the sentence they were stuck into closes again, and every byte of the input is accounted for.
//!
//! ```
//! use jingwen::{Cleaner, Document, Verdict};
//!
//! let cleaner = Cleaner::default();
//! let page = "河面涨了半米，巡查员连夜加固了堤岸。\n责任编辑：林小舟\n";
//! let cleaned = cleaner.clean_document(&Document::new(page).with_title("河面涨了半米"));
//! assert_eq!(cleaned.text(), "河面涨了半米，巡查员连夜加固了堤岸。\n");
//! assert_eq!(cleaned.verdict(), Verdict::Cleaned);
//! for span in cleaned.removed() {
//!     assert_eq!(&page[span.range()], "责任编辑：林小舟\n");
//!     assert_eq!(span.kind().unwrap().name(), "editorial_line");
//! }
//! ```
//!
//! # How it works
//!
//! The whole pipeline is one function, `pipeline::decide`:
//!
//! 1. **text** (`src/text/`): one pass finds the lines and their characters' classes, a second one
//!    the places where a word of a lexicon (`src/lexicon/`) stands.
//! 2. **detect** (`src/detect/`): each detector, one file or folder and one entry of the registry
//!    `DETECTORS` in `src/detect/mod.rs`, looks at the page and reports findings. None edits anything.
//!    Lines come first, sentences only where all lines stay.
//! 3. **resolve** (`src/resolve.rs`): findings become disjoint sorted edits by one total order.
//! 4. **emit** (`src/emit.rs`): edits become pieces of text and spans.
//!
//! What is left is read again until nothing more goes. `DESIGN.md` says why the parts are so.
//!
//! To add a detector: a file in `src/detect/`, an entry in the registry, a folder in
//! `tests/fixtures/`, mostly a word list in `src/lexicon/`; `CONTRIBUTING.md` has the steps.
//!
//! # Promises
//!
//! The spans of a result cover the source exactly and the clean text is the source with the
//! removed spans cut, byte for byte; no span cuts a grapheme cluster. A document from which nothing
//! is removed comes out borrowed. Any way to cut the input into pushes gives the same result.
//! Cleaning the clean output of a document not longer than a window removes nothing more. Time is
//! linear in the text; the memory of a [`Stream`] is bounded by [`Limits`], that of one-shot cleaning
//! is this and the result. What is past a limit passes through unchanged. Nothing panics, and nothing
//! depends on threads, hash seeds or time.

mod cleaned;
mod cleaner;
mod cover;
mod detect;
mod document;
mod edits;
mod emit;
mod kind;
mod lexicon;
mod limits;
#[cfg(test)]
mod naive;
mod offsets;
mod options;
mod pipeline;
mod reader;
mod resolve;
mod span;
mod stream;
mod text;
mod window;

pub use crate::{
    cleaned::Cleaned,
    cleaner::Cleaner,
    document::Document,
    kind::{DropReason, Kind, Verdict},
    limits::Limits,
    options::Options,
    reader::CleanReader,
    span::{Action, Confidence, Span},
    stream::{Idle, Piece, Sink, Stream, Summary},
};

/// Runs the README's examples.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
