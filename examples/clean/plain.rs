//! Cleans plain text: each input is one document, of any length, in bounded memory.

use std::{
    cell::RefCell,
    io::{BufRead, ErrorKind},
    str,
};

use anyhow::{Context, Result};
use jingwen::{Cleaner, Idle, Piece, Sink, Stream};

use crate::{
    args::Args,
    formats::{Inputs, Reader},
    output::Output,
    record::Unreadable,
    rejects::{Reject, Rejects},
    report::{Report, Tally},
};

pub fn clean(
    args: &Args,
    mut inputs: Inputs,
    output: &mut Output,
    rejects: &mut Rejects,
    report: &mut Report,
) -> Result<()> {
    let (_, mut idle, _) = Cleaner::default().stream(|_: Piece<'_>| {}).finish();
    while let Some((index, reader)) = inputs.next()? {
        let names = &inputs.names;
        let document = Document { args, names, index, output, rejects, report, bad: Vec::new() };
        idle = document.clean(idle, reader).with_context(|| format!("cannot clean {}", names[index]))?;
    }
    Ok(())
}

/// One input on its way through.
struct Document<'a> {
    args: &'a Args,
    names: &'a [String],
    index: usize,
    output: &'a mut Output,
    rejects: &'a mut Rejects,
    report: &'a mut Report,
    /// What is not UTF-8 in the line that is read: one reject a line, or as many as its length asks for.
    bad: Vec<u8>,
}

/// Most malformed bytes of one reject.
const MAX_BAD: usize = 1 << 16;

/// Clean text that was not written yet, and what was done.
#[derive(Default)]
struct Ready {
    text: String,
    tally: Tally,
}

impl Document<'_> {
    fn clean(mut self, idle: Idle, mut reader: Reader) -> Result<Idle> {
        let ready = RefCell::new(Ready::default());
        let mut stream = idle.stream(|piece: Piece<'_>| ready.borrow_mut().take(piece));
        let mut bytes = Vec::new();
        let mut line = 1;
        loop {
            let read = read_chunk(&mut reader, &mut bytes)?;
            self.feed(&mut stream, &mut bytes, &mut line, read == 0)?;
            if read == 0 {
                self.reject(line)?;
            }
            self.output.write(ready.borrow().text.as_bytes())?;
            ready.borrow_mut().text.clear();
            self.report.read(read as u64);
            if read == 0 {
                break;
            }
        }
        let (summary, idle, _) = stream.finish();
        let mut ready = ready.into_inner();
        // A document that is dropped was decided whole, so nothing of it is written yet.
        if !(self.args.drop && summary.verdict().reason().is_some()) {
            self.output.write(ready.text.as_bytes())?;
        }
        ready.tally.document(&summary);
        self.report.add(&ready.tally, 0);
        Ok(idle)
    }

    /// Hands the bytes to the stream; a character that is not whole yet stays, except at the end.
    fn feed(
        &mut self,
        stream: &mut Stream<impl Sink>,
        bytes: &mut Vec<u8>,
        line: &mut u64,
        end: bool,
    ) -> Result<()> {
        let mut done = 0;
        for chunk in bytes.utf8_chunks() {
            stream.push(chunk.valid());
            done += chunk.valid().len();
            let lines = memchr::memchr_iter(b'\n', chunk.valid().as_bytes()).count() as u64;
            if lines > 0 {
                self.reject(*line)?;
            }
            *line += lines;
            let bad = chunk.invalid();
            let may_go_on = str::from_utf8(bad).is_err_and(|error| error.error_len().is_none());
            if bad.is_empty() || (may_go_on && !end && done + bad.len() == bytes.len()) {
                break;
            }
            done += bad.len();
            stream.push("\u{fffd}");
            self.bad.extend_from_slice(bad);
            if self.bad.len() >= MAX_BAD {
                self.reject(*line)?;
            }
        }
        bytes.drain(..done);
        Ok(())
    }

    /// Rejects what was malformed in a line, if anything was.
    fn reject(&mut self, line: u64) -> Result<()> {
        if self.bad.is_empty() {
            return Ok(());
        }
        let reason = "bad UTF-8, U+FFFD stands in its place; was the file in another encoding? \
                      `iconv -f GB18030 -t UTF-8` converts it";
        let why = Unreadable { reason: reason.to_owned(), id: None };
        let bad = std::mem::take(&mut self.bad);
        self.rejects.write(self.names, &Reject::new(self.index, line, why, &bad))
    }
}

impl Ready {
    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => self.text.push_str(text),
            Piece::Span(span) => self.tally.span(&span),
        }
    }
}

/// Appends what can be read at once. Returns how much that was; nothing at the end.
fn read_chunk(reader: &mut Reader, bytes: &mut Vec<u8>) -> Result<usize> {
    loop {
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        let len = chunk.len();
        bytes.extend_from_slice(chunk);
        reader.consume(len);
        return Ok(len);
    }
}
