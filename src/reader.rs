//! A reader that cleans what it reads.

use std::io::{self, Read};

use crate::{
    cleaner::Cleaner,
    stream::{Piece, Sink, Stream, Summary},
};

/// Reads from an inner reader and gives the clean text.
///
/// Holds what a [`Stream`] holds, a chunk of 64 KiB and the clean text that was not read yet.
/// Malformed bytes become U+FFFD. For spans, or to give a title, use [`Cleaner::stream`].
///
/// ```
/// use std::io::Read;
/// use jingwen::{CleanReader, Cleaner};
///
/// let page = "雨下了一夜。\n上一篇：旧桥\n";
/// let mut clean = String::new();
/// CleanReader::new(&Cleaner::default(), page.as_bytes()).read_to_string(&mut clean)?;
/// assert_eq!(clean, "雨下了一夜。\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct CleanReader<R> {
    inner: R,
    state: State,
    ready: Vec<u8>,
    at: usize,
    chunk: Box<[u8]>,
}

#[derive(Debug)]
enum State {
    Open(Box<Stream<Ready>>),
    Done(Option<Summary>),
}

/// Clean text that waits to be read.
#[derive(Debug, Default)]
struct Ready(Vec<u8>);

impl Sink for Ready {
    fn piece(&mut self, piece: Piece<'_>) {
        if let Piece::Text(text) = piece {
            self.0.extend_from_slice(text.as_bytes());
        }
    }
}

/// Bytes asked of the inner reader at a time.
const CHUNK: usize = 64 * 1024;

impl<R: Read> CleanReader<R> {
    /// Cleans what `inner` gives.
    #[must_use]
    pub fn new(cleaner: &Cleaner, inner: R) -> Self {
        let stream = Box::new(cleaner.stream(Ready::default()));
        CleanReader {
            inner,
            state: State::Open(stream),
            ready: Vec::new(),
            at: 0,
            chunk: vec![0; CHUNK].into(),
        }
    }

    /// What became of the text; `None` until the end was read.
    #[must_use]
    pub fn summary(&self) -> Option<&Summary> {
        match &self.state {
            State::Open(_) => None,
            State::Done(summary) => summary.as_ref(),
        }
    }

    /// Reads one chunk from the inner reader.
    fn refill(&mut self) -> io::Result<()> {
        let read = self.inner.read(&mut self.chunk)?;
        match std::mem::replace(&mut self.state, State::Done(None)) {
            State::Open(mut stream) if read > 0 => {
                stream.push_bytes(&self.chunk[..read]);
                std::mem::swap(&mut self.ready, &mut stream.sink_mut().0);
                self.state = State::Open(stream);
            }
            State::Open(stream) => {
                let (summary, _, ready) = stream.finish();
                self.ready = ready.0;
                self.state = State::Done(Some(summary));
            }
            done @ State::Done(_) => self.state = done,
        }
        self.at = 0;
        Ok(())
    }
}

impl<R: Read> Read for CleanReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.at == self.ready.len() {
            if matches!(self.state, State::Done(_)) || out.is_empty() {
                return Ok(0);
            }
            self.ready.clear();
            self.at = 0;
            self.refill()?;
        }
        let count = out.len().min(self.ready.len() - self.at);
        out[..count].copy_from_slice(&self.ready[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}
