//! How a crawler cleans pages as they arrive, a few bytes at a time.
//!
//! `cargo run --release --example crawler < page.txt`

use std::io::{self, Read, Write};

use jingwen::{Cleaner, Idle, Piece, Sink, Span};

/// What the crawler keeps of a page.
#[derive(Default)]
struct Page {
    text: String,
    marked: Vec<Span>,
}

impl Sink for &mut Page {
    fn piece(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => self.text.push_str(text),
            Piece::Span(span) if span.kind().is_some() => self.marked.push(span),
            Piece::Span(_) => {}
        }
    }
}

/// Cleans a page that comes in pieces, which may end inside a character. `idle` is the memory of the
/// page before.
fn clean(idle: Idle, mut body: impl Read, title: Option<&str>, page: &mut Page) -> io::Result<Idle> {
    let mut stream = idle.stream_document(title, None, page);
    let mut packet = [0; 1400];
    loop {
        match body.read(&mut packet)? {
            0 => break,
            len => stream.push_bytes(&packet[..len]),
        }
    }
    let (summary, idle, _) = stream.finish();
    eprintln!(
        "{}: {} of {} bytes removed",
        summary.verdict().name(),
        summary.removed_len(),
        summary.source_len()
    );
    Ok(idle)
}

fn main() -> io::Result<()> {
    // One cleaner for the program, one stream's memory for each task that crawls.
    let cleaner = Cleaner::default();
    let (_, mut idle, _) = cleaner.stream(|_: Piece<'_>| {}).finish();

    let fetched = "雨停以后，渡口重新开船。\n上一篇：旧桥\n";
    let mut page = Page::default();
    idle = clean(idle, fetched.as_bytes(), Some("渡口重新开船"), &mut page)?;
    assert_eq!(page.text, "雨停以后，渡口重新开船。\n");

    let mut page = Page::default();
    clean(idle, io::stdin(), None, &mut page)?;
    for span in &page.marked {
        let (kind, rule) = (span.kind().map_or("", jingwen::Kind::name), span.rule().unwrap_or(""));
        eprintln!("{:>8}..{:<8} {} {kind} {rule}", span.start(), span.end(), span.action().name());
    }
    io::stdout().write_all(page.text.as_bytes())
}
