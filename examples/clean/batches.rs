//! Cuts the inputs into batches of whole lines.

use std::io::BufRead;

use anyhow::{Context, Result};

use crate::formats::{Inputs, Reader};

/// Whole lines of one input.
#[derive(Default)]
pub struct Batch {
    pub bytes: Vec<u8>,
    /// Number of the input.
    pub input: usize,
    /// Number of the first line, from 1.
    pub line: u64,
}

/// Fills batches of about a chunk; a line longer than that is a batch of its own.
pub struct Batches {
    inputs: Inputs,
    open: Option<(usize, Reader)>,
    line: u64,
}

impl Batches {
    pub fn new(inputs: Inputs) -> Self {
        Batches { inputs, open: None, line: 1 }
    }

    /// Fills the batch; `false` at the end of the last input.
    pub fn fill(&mut self, batch: &mut Batch) -> Result<bool> {
        batch.bytes.clear();
        loop {
            if self.open.is_none() {
                self.open = self.inputs.next()?;
                self.line = 1;
            }
            let Some((index, reader)) = &mut self.open else { return Ok(false) };
            (batch.input, batch.line) = (*index, self.line);
            let name = &self.inputs.names[*index];
            let more = take_lines(reader, &mut batch.bytes).with_context(|| format!("cannot read {name}"))?;
            if !more {
                self.open = None;
            }
            if !batch.bytes.is_empty() {
                self.line += memchr::memchr_iter(b'\n', &batch.bytes).count() as u64;
                return Ok(true);
            }
        }
    }
}

/// Reads up to the last line end of what is there, or to the end. `false` at the end.
fn take_lines(reader: &mut Reader, bytes: &mut Vec<u8>) -> std::io::Result<bool> {
    loop {
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        if chunk.is_empty() {
            return Ok(false);
        }
        let line_end = memchr::memrchr(b'\n', chunk).map(|at| at + 1);
        let len = line_end.unwrap_or(chunk.len());
        bytes.extend_from_slice(&chunk[..len]);
        reader.consume(len);
        if line_end.is_some() {
            return Ok(true);
        }
    }
}
