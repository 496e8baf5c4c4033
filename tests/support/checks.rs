//! The promises as checks on raw bytes, for the fuzz targets and for what they once found.

use jingwen::{Action, Cleaned, Cleaner, Document, Limits, Options, Piece, Span, Stream, Summary};
use unicode_segmentation::UnicodeSegmentation;

/// Cuts every text of some length into windows.
fn narrow() -> Cleaner {
    Cleaner::new(Options::default().with_limits(Limits::default().with_window(0).with_lines(0)))
}

/// Feeds a stream with `feed`; it gives what cleaning the whole at once gives.
fn is_as_the_whole(
    cleaned: &Cleaned<'_>,
    title: Option<&str>,
    feed: impl FnOnce(&mut Stream<&mut dyn FnMut(Piece<'_>)>),
) {
    let (mut text, mut spans) = (String::new(), Vec::<Span>::new());
    let mut sink = |piece: Piece<'_>| match piece {
        Piece::Text(piece) => text.push_str(piece),
        Piece::Span(span) => spans.push(span),
    };
    let sink: &mut dyn FnMut(Piece<'_>) = &mut sink;
    let mut stream = narrow().stream(sink).with_page(title, None);
    feed(&mut stream);
    let (summary, _, _) = stream.finish();
    assert_eq!(text, cleaned.text());
    assert_eq!(spans, cleaned.spans());
    let told = |summary: &Summary| {
        (summary.verdict(), summary.source_len(), summary.removed_len(), summary.limited())
    };
    assert_eq!(told(&summary), told(cleaned.summary()));
}

/// The first bytes say how the rest is cut; the result is that of the whole.
pub fn push_chunks(data: &[u8]) {
    let (sizes, bytes) = data.split_at(data.len().min(4));
    let whole = String::from_utf8_lossy(bytes);
    let cleaned = narrow().clean(&whole);
    partition(&cleaned);
    is_as_the_whole(&cleaned, None, |stream| {
        let mut rest = bytes;
        for &size in sizes.iter().cycle().take(64 * sizes.len()) {
            let (now, later) = rest.split_at(rest.len().min(usize::from(size)));
            stream.push_bytes(now);
            rest = later;
        }
        stream.push_bytes(rest);
    });
}

/// The first bytes say which text that was made to hurt is taken, where in it the rest is put, and how it is
/// cut; nothing is lost, and the result is that of the whole.
pub fn bounds(data: &[u8], adversary: impl Fn(usize) -> (Option<String>, Vec<u8>)) {
    let [which, place, size, own @ ..] = data else { return };
    let (title, mut bytes) = adversary(usize::from(*which));
    let at = bytes.len() * usize::from(*place) / 256;
    bytes.splice(at..at, own.iter().copied());
    let whole = String::from_utf8_lossy(&bytes);
    let mut document = Document::new(&whole);
    if let Some(title) = &title {
        document = document.with_title(title);
    }
    let cleaned = narrow().clean_document(&document);
    partition(&cleaned);
    is_as_the_whole(&cleaned, title.as_deref(), |stream| {
        bytes.chunks(16 * usize::from(*size) + 1).for_each(|chunk| stream.push_bytes(chunk));
    });
}

/// The first line is the title. Spans are a partition, offsets lead back, clean output is clean.
pub fn offsets(data: &[u8]) {
    let page = String::from_utf8_lossy(data);
    let (title, text) = page.split_once('\n').unwrap_or(("", &page));
    let cleaner = Cleaner::default();
    let cleaned = cleaner.clean_document(&Document::new(text).with_title(title));
    partition(&cleaned);
    for (at, c) in cleaned.text().char_indices() {
        let source = cleaned.source_offset(at).expect("inside the clean text");
        assert!(text[source..].starts_with(c));
        assert_eq!(cleaned.clean_offset(source), Some(at));
    }
    let again = cleaner.clean_document(&Document::new(cleaned.text()).with_title(title));
    assert_eq!(again.text(), cleaned.text());
}

fn partition(cleaned: &Cleaned<'_>) {
    let mut at = 0;
    let mut kept = String::new();
    let mut clusters =
        cleaned.source().grapheme_indices(true).map(|(at, _)| at).chain([cleaned.source().len()]);
    for span in cleaned.spans() {
        assert!(span.start() == at && span.end() > at);
        at = span.end();
        assert!(clusters.any(|bound| bound == at), "{at} is inside a cluster");
        if span.action() != Action::Remove {
            kept.push_str(&cleaned.source()[span.range()]);
        }
    }
    assert_eq!(at, cleaned.source().len());
    assert_eq!(kept, cleaned.text());
    assert_eq!(cleaned.is_borrowed(), cleaned.removed().next().is_none());
}

/// Every line that is an object with a text comes back with the text cut where its spans say.
pub fn jsonl(data: &[u8]) {
    let cleaner = Cleaner::default();
    for line in data.split(|&byte| byte == b'\n') {
        let Ok(serde_json::Value::Object(record)) = serde_json::from_slice(line) else { continue };
        let Some(text) = record.get("text").and_then(|text| text.as_str()) else { continue };
        let mut document = Document::new(text);
        if let Some(title) = record.get("title").and_then(|title| title.as_str()) {
            document = document.with_title(title);
        }
        let cleaned = cleaner.clean_document(&document);
        partition(&cleaned);
        let written = serde_json::to_string(cleaned.text()).expect("text is written as JSON");
        assert_eq!(serde_json::from_str::<String>(&written).expect("and read"), cleaned.text());
    }
}
