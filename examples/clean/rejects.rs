//! Keeps what cannot be read, so that nothing is lost.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
    str,
};

use anyhow::Result;
use serde_json::{Map, Value};

use crate::{
    args::{Args, is_pipe},
    output::Output,
    record::Unreadable,
};

/// Messages that are shown; the file has them all.
const SHOWN: usize = 10;

/// A record, or some bytes, that cannot be read.
pub struct Reject {
    input: usize,
    line: u64,
    why: Unreadable,
    raw: Vec<u8>,
}

impl Reject {
    pub fn new(input: usize, line: u64, why: Unreadable, raw: &[u8]) -> Self {
        Reject { input, line, why, raw: raw.to_owned() }
    }

    /// As a line of the rejects file. Bytes that are not UTF-8 stand in hexadecimal.
    fn to_json(&self, names: &[String]) -> Vec<u8> {
        let mut fields = Map::new();
        fields.insert("input".into(), names[self.input].as_str().into());
        fields.insert("line".into(), self.line.into());
        fields.insert("reason".into(), self.why.reason.as_str().into());
        let id = self.why.id.as_deref().and_then(|id| serde_json::from_str(id).ok());
        id.map(|id| fields.insert("id".into(), id));
        match str::from_utf8(&self.raw) {
            Ok(raw) => fields.insert("raw".into(), raw.into()),
            Err(_) => fields.insert("raw_hex".into(), hex(&self.raw).into()),
        };
        let mut line = Value::Object(fields).to_string().into_bytes();
        line.push(b'\n');
        line
    }
}

/// The rejects file, made when it is first needed.
pub struct Rejects {
    path: PathBuf,
    file: Option<Output>,
    messages: Vec<String>,
    count: u64,
}

/// What was rejected.
pub struct Rejected {
    pub count: u64,
    /// One a reject, up to a bound.
    pub messages: Vec<String>,
    pub path: PathBuf,
}

impl Rejects {
    /// A file that was asked for is made at once, and stays empty if there is nothing for it.
    pub fn create(args: &Args) -> Result<Self> {
        let path = args.rejects.clone().unwrap_or_else(|| beside(args.output.as_deref()));
        let file = args.rejects.as_deref().map(|path| Output::create(Some(path))).transpose()?;
        Ok(Rejects { path, file, messages: Vec::new(), count: 0 })
    }

    pub fn write(&mut self, names: &[String], reject: &Reject) -> Result<()> {
        self.count += 1;
        if self.messages.len() < SHOWN {
            self.messages.push(format!("{}:{}: {}", names[reject.input], reject.line, reject.why.reason));
        }
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(Output::create(Some(&self.path))?),
        };
        file.write(&reject.to_json(names))
    }

    /// Gives the file its name.
    pub fn finish(self) -> Result<Rejected> {
        self.file.map_or(Ok(()), Output::finish)?;
        Ok(Rejected { count: self.count, messages: self.messages, path: self.path })
    }
}

/// The default name; an older file of rejects is not overwritten.
fn beside(output: Option<&Path>) -> PathBuf {
    let stem = output.filter(|path| !is_pipe(path)).unwrap_or(Path::new("clean")).as_os_str();
    let name = |number: String| {
        let mut name = stem.to_owned();
        name.push(format!("{number}.rejects.jsonl"));
        PathBuf::from(name)
    };
    let numbered = (2..).map(|number: u32| name(format!(".{number}")));
    let mut names = std::iter::once(name(String::new())).chain(numbered);
    names.find(|path| !path.exists()).unwrap_or_else(|| name(String::new()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
