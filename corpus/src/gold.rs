//! A labelled document and its format: JSON Lines, one object a document.
//!
//! ```json
//! {"id": "…", "title": "…", "text": "…", "remove": [{"start": 0, "end": 9, "kind": "meta_line"}], "verdict": "drop", "reason": "shuffled"}
//! ```
//!
//! Offsets are half-open bytes of the UTF-8 of `text`, sorted and disjoint. `title`, `verdict` and
//! `reason` may be missing. A span with `"optional": true` may go or stay.

use std::io::{self, BufRead, Write};

use serde::{Deserialize, Serialize};

/// A document and what should become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gold {
    /// Unique in its file.
    pub id: String,
    /// The page's title, where the crawler has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The dirty text.
    pub text: String,
    /// What must go, sorted and disjoint.
    #[serde(default)]
    pub remove: Vec<GoldSpan>,
    /// `drop` for a document that is junk as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<String>,
    /// Why it is junk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A stretch of the text that must go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoldSpan {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The kind's stable name.
    pub kind: String,
    /// May go or stay: counts neither way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

impl Gold {
    /// The text with everything labelled cut out.
    #[must_use]
    pub fn clean_text(&self) -> String {
        let mut clean = String::with_capacity(self.text.len());
        let mut at = 0;
        for span in &self.remove {
            clean.push_str(&self.text[at..span.start]);
            at = span.end;
        }
        clean + &self.text[at..]
    }

    /// Whether the whole document is junk.
    #[must_use]
    pub fn is_drop(&self) -> bool {
        self.verdict.as_deref() == Some("drop")
    }
}

/// Reads a gold file; blank lines are passed over.
///
/// # Errors
/// When the input cannot be read or a line is not a gold document; the message names the line.
pub fn read(input: impl BufRead) -> io::Result<Vec<Gold>> {
    let mut all = Vec::new();
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if !line.trim().is_empty() {
            all.push(serde_json::from_str(&line).map_err(|error| bad(number + 1, &error))?);
        }
    }
    Ok(all)
}

fn bad(line: usize, error: &serde_json::Error) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("line {line}: {error}"))
}

/// Writes one document and a line end.
///
/// # Errors
/// When the output cannot be written.
pub fn write(mut output: impl Write, gold: &Gold) -> io::Result<()> {
    serde_json::to_writer(&mut output, gold)?;
    output.write_all(b"\n")
}
