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
        let document = Document { args, names, index, output, rejects, report };
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
}

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
            *line += memchr::memchr_iter(b'\n', chunk.valid().as_bytes()).count() as u64;
            let bad = chunk.invalid();
            let may_go_on = str::from_utf8(bad).is_err_and(|error| error.error_len().is_none());
            if bad.is_empty() || (may_go_on && !end && done + bad.len() == bytes.len()) {
                break;
            }
            done += bad.len();
            stream.push("\u{fffd}");
            let reason = "bad UTF-8, U+FFFD stands in its place; was the file in another encoding? \
                          `iconv -f GB18030 -t UTF-8` converts it";
            let why = Unreadable { reason: reason.to_owned(), id: None };
            self.rejects.write(self.names, &Reject::new(self.index, *line, why, bad))?;
        }
        bytes.drain(..done);
        Ok(())
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
