//! Draws a document with every span that the cleaner marked, and the reason beneath.
//!
//! `cargo run --release --example explain -- corpus/sample/story.txt`; of JSON Lines every document
//! is drawn, or the one that `--id` names. Colours on a terminal, unless `NO_COLOR` is set.

use std::{
    env, fs,
    io::{self, IsTerminal, Read, Write},
    path::PathBuf,
    process::ExitCode,
};

use anyhow::{Context, Result};
use clap::Parser;
use jingwen::{Action, Cleaned, Cleaner, Document, Kind, Span};
use serde::Deserialize;

/// Draws documents with what would be removed from them.
#[derive(Parser)]
#[command(name = "explain", version)]
struct Args {
    /// A text, or JSON Lines with the fields `text`, `title`, `site` and `id`; none for standard input.
    file: Option<PathBuf>,
    /// Title of a plain text.
    #[arg(long)]
    title: Option<String>,
    /// Draws only the document with this `id`.
    #[arg(long)]
    id: Option<String>,
    /// Draws lines without a mark too.
    #[arg(long)]
    all: bool,
}

#[derive(Deserialize, Default)]
struct Page {
    text: String,
    title: Option<String>,
    site: Option<String>,
    #[serde(default)]
    id: serde_json::Value,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<()> {
    let cleaner = Cleaner::default();
    let colour = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let pen = Pen { colour };
    for page in pages(args)? {
        let id = page.id.as_str().map_or_else(|| page.id.to_string(), str::to_owned);
        if args.id.as_ref().is_some_and(|wish| *wish != id) {
            continue;
        }
        let mut document = Document::new(&page.text);
        if let Some(title) = &page.title {
            document = document.with_title(title);
        }
        if let Some(site) = &page.site {
            document = document.with_site(site);
        }
        let drawing = draw(&pen, &id, &cleaner.clean_document(&document), args.all);
        match io::stdout().write_all(drawing.as_bytes()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            written => written?,
        }
    }
    Ok(())
}

fn pages(args: &Args) -> Result<Vec<Page>> {
    let name = args.file.as_ref().map_or("standard input".to_owned(), |file| file.display().to_string());
    let text = match &args.file {
        Some(file) => fs::read_to_string(file).with_context(|| format!("cannot read {name}"))?,
        None => io::read_to_string(io::stdin().by_ref()).with_context(|| format!("cannot read {name}"))?,
    };
    if !text.starts_with('{') {
        let id = serde_json::Value::String(name);
        return Ok(vec![Page { text, title: args.title.clone(), site: None, id }]);
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| serde_json::from_str(line).with_context(|| format!("{name}:{}", at + 1))).collect()
}

/// Writes in colour, or does not.
struct Pen {
    colour: bool,
}

impl Pen {
    fn paint(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    fn dim(&self, text: &str) -> String {
        self.paint("2", text)
    }

    /// A span's text: what goes is red, what is only named is yellow. Without colour it is bracketed.
    fn mark(&self, action: Action, text: &str) -> String {
        match (self.colour, action) {
            (true, Action::Remove) => self.paint("1;31;9", text),
            (true, _) => self.paint("33", text),
            (false, Action::Remove) => format!("⟦{text}⟧"),
            (false, _) => format!("⟨{text}⟩"),
        }
    }
}

/// The document as a compiler draws a diagnostic.
fn draw(pen: &Pen, id: &str, cleaned: &Cleaned<'_>, all: bool) -> String {
    let verdict = cleaned.verdict();
    let reason = verdict.reason().map_or(String::new(), |reason| format!(" ({reason})"));
    let (removed, bytes) = cleaned.removed().fold((0, 0), |(n, sum), span| (n + 1, sum + span.range().len()));
    let mut out = format!(
        "{}: {}{reason}, {removed} spans and {bytes} of {} bytes removed\n",
        pen.paint("1", id),
        verdict.name(),
        cleaned.source().len()
    );
    let marked: Vec<&Span> = cleaned.marked().collect();
    let mut skipped = false;
    let mut start = 0;
    for (number, line) in cleaned.source().split_inclusive('\n').enumerate() {
        let end = start + line.len();
        let first = marked.partition_point(|span| span.end() <= start);
        let here = marked[first..].iter().take_while(|span| span.start() < end);
        let here: Vec<&Span> = here.copied().collect();
        if here.is_empty() && !all {
            skipped = true;
        } else {
            if std::mem::take(&mut skipped) {
                out += &pen.dim("     ┆\n");
            }
            out += &draw_line(pen, number + 1, line, start, &here);
        }
        start = end;
    }
    out.push('\n');
    out
}

/// One line, and beneath it its marks' reasons.
fn draw_line(pen: &Pen, number: usize, line: &str, start: usize, spans: &[&Span]) -> String {
    let text = line.trim_end_matches(['\n', '\r']);
    let cut = |at: usize| at.saturating_sub(start).min(text.len());
    let mut out = pen.dim(&format!("{number:>4} │ "));
    let mut at = 0;
    for span in spans {
        let (from, to) = (cut(span.start()), cut(span.end()));
        out += &text[at..from];
        if from < to {
            out += &pen.mark(span.action(), &text[from..to]);
        }
        at = to;
    }
    out += &text[at..];
    out.push('\n');
    for span in spans.iter().filter(|span| span.start() >= start) {
        out += &reason(pen, span);
    }
    out
}

fn reason(pen: &Pen, span: &Span) -> String {
    let (verb, code) = if span.action() == Action::Remove { ("removed", "31") } else { ("named", "33") };
    let label = span.kind().map_or("", Kind::name);
    let confidence = span.confidence().map_or("", jingwen::Confidence::name);
    let rule = span.rule().unwrap_or("");
    let place = format!("bytes {}..{}", span.start(), span.end());
    format!(
        "{} {} {}\n",
        pen.dim("     │   ╰─"),
        pen.paint(code, &format!("{verb}: {label}")),
        pen.dim(&format!("{rule}, {confidence}, {place}"))
    )
}
