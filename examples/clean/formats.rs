//! Opens the inputs and finds out what they are.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use anyhow::{Context, Result, bail};

use crate::args::{Args, FormatArg, is_pipe};

/// Bytes read at a time, and so about the size of a batch.
pub const CHUNK: usize = 256 * 1024;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Jsonl,
    Text,
}

pub type Reader = BufReader<Box<dyn Read + Send>>;

/// The inputs, all of one format.
pub struct Inputs {
    pub format: Format,
    pub names: Vec<String>,
    /// Bytes of all of them together, if they are files.
    pub len: Option<u64>,
    /// The first one, which is open already: a pipe can be looked into only once.
    first: Option<Reader>,
    next: usize,
}

/// Looks at every input before anything is written.
pub fn open(args: &Args) -> Result<Inputs> {
    let mut names: Vec<String> = args.inputs.iter().map(|path| path.display().to_string()).collect();
    if names.is_empty() {
        names.push("-".to_owned());
    }
    if names.iter().filter(|name| is_pipe(name.as_ref())).count() > 1 {
        bail!("standard input (-) is named twice");
    }
    let mut format = None;
    let mut len = Some(0);
    let mut first = None;
    for (index, name) in names.iter().enumerate() {
        len = len.zip(length(name)?).map(|(sum, len)| sum + len);
        let pipe = is_pipe(name.as_ref());
        let mut reader = reader(name)?;
        let found = format_of(args.format, name, &mut reader)?;
        if format.is_some_and(|format| format != found) {
            bail!("{name} is of another format than {}; clean them apart or say --format", names[0]);
        }
        format = Some(found);
        if index == 0 {
            first = Some(reader);
        } else if pipe {
            bail!("standard input (-) must be the first input");
        }
    }
    Ok(Inputs { format: format.unwrap_or(Format::Text), names, len, first, next: 0 })
}

impl Inputs {
    /// The next input and its number.
    pub fn next(&mut self) -> Result<Option<(usize, Reader)>> {
        let index = self.next;
        let Some(name) = self.names.get(index) else { return Ok(None) };
        self.next += 1;
        let open = self.first.take().map_or_else(|| reader(name), Ok)?;
        Ok(Some((index, open)))
    }
}

fn length(name: &str) -> Result<Option<u64>> {
    if is_pipe(name.as_ref()) {
        return Ok(None);
    }
    let data = Path::new(name).metadata().with_context(|| format!("cannot read {name}"))?;
    if data.is_dir() {
        bail!("{name} is a folder; name the files in it");
    }
    Ok(data.is_file().then_some(data.len()))
}

fn reader(name: &str) -> Result<Reader> {
    let source: Box<dyn Read + Send> = if is_pipe(name.as_ref()) {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(name).with_context(|| format!("cannot read {name}"))?)
    };
    Ok(BufReader::with_capacity(CHUNK, source))
}

fn format_of(wish: FormatArg, name: &str, reader: &mut Reader) -> Result<Format> {
    let head = reader.fill_buf().with_context(|| format!("cannot read {name}"))?;
    if head.starts_with(b"\x1f\x8b") || head.starts_with(b"\x28\xb5\x2f\xfd") {
        bail!("{name} is compressed; unpack it on the way in: `zcat` or `zstdcat` {name} | clean");
    }
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or("");
    Ok(match (wish, ending) {
        (FormatArg::Text, _) | (FormatArg::Auto, "txt" | "text" | "md") => Format::Text,
        (FormatArg::Jsonl, _) | (FormatArg::Auto, "jsonl" | "ndjson") => Format::Jsonl,
        (FormatArg::Auto, _) if looks_like_jsonl(head) => Format::Jsonl,
        (FormatArg::Auto, _) => Format::Text,
    })
}

fn looks_like_jsonl(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let rest = head.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
    rest.is_some_and(|rest| rest.starts_with(b"\"") || rest.starts_with(b"}"))
}
