//! The entry point.

use std::sync::{Arc, Mutex};

use crate::{
    cleaned::{Cleaned, Collector},
    document::Document,
    options::Options,
    stream::{Engine, Idle, Sink, Stream},
};

/// Cleans documents. Immutable, `Send + Sync` and cheap to clone: make one and share it.
///
/// The word lists are made ready to be found when the first document is cleaned, once a process. The memory that one
/// document needed is used again for the next; where threads share a cleaner, one of them at a time has it, so let
/// each have a clone.
#[derive(Debug, Default)]
pub struct Cleaner {
    options: Arc<Options>,
    /// What cleaned the last document, if nobody has it.
    idle: Mutex<Option<Box<Engine>>>,
}

impl Clone for Cleaner {
    fn clone(&self) -> Self {
        Cleaner { options: self.options.clone(), idle: Mutex::default() }
    }
}

impl Cleaner {
    /// A cleaner with the given options.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Cleaner { options: Arc::new(options), idle: Mutex::default() }
    }

    /// The options it was made with.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Cleans a text. Its first line is taken for the title where it looks like one.
    ///
    /// Time is linear in the text; memory beside the result is bounded by [`Limits`](crate::Limits).
    #[must_use]
    pub fn clean<'t>(&self, text: &'t str) -> Cleaned<'t> {
        self.clean_document(&Document::new(text))
    }

    /// Cleans a document. The same as a [`Stream`] fed once, but that the text need not be copied.
    #[must_use]
    pub fn clean_document<'t>(&self, document: &Document<'t>) -> Cleaned<'t> {
        let mut engine = self.engine();
        engine.begin(document.title, document.site);
        let mut collector = Collector::default();
        let summary = engine.run(document.text, &mut collector);
        if let Ok(mut idle) = self.idle.try_lock() {
            *idle = Some(engine);
        }
        collector.finish(document.text, summary)
    }

    fn engine(&self) -> Box<Engine> {
        let idle = self.idle.try_lock().ok().and_then(|mut idle| idle.take());
        idle.unwrap_or_else(|| Box::new(Engine::new(self.options.clone())))
    }

    /// Starts a stream that hands its output to `sink`.
    #[must_use]
    pub fn stream<S: Sink>(&self, sink: S) -> Stream<S> {
        Idle::new(Engine::new(self.options.clone())).stream(sink)
    }
}
