//! Promise 4: any way to cut the input into pushes gives the same output and spans.

mod support;

use std::io::{self, ErrorKind, Read};

use jingwen::{CleanReader, Cleaner, Limits, Options, Piece, Span, Stream, Summary};
use proptest::prelude::*;
use support::texts::{Owned, all_in_one, any_document, cases};

type Output = (String, Vec<Span>, Summary);

/// Feeds a stream with `feed` and gathers what it gives.
fn gather(
    cleaner: &Cleaner,
    page: &Owned,
    feed: impl FnOnce(&mut Stream<&mut dyn FnMut(Piece<'_>)>),
) -> Output {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut sink = |piece: Piece<'_>| match piece {
        Piece::Text(piece) => text.push_str(piece),
        Piece::Span(span) => spans.push(span),
    };
    let sink: &mut dyn FnMut(Piece<'_>) = &mut sink;
    let mut stream = cleaner.stream(sink).with_page(page.title.as_deref(), None);
    feed(&mut stream);
    let (summary, _, _) = stream.finish();
    (text, spans, summary)
}

fn whole(cleaner: &Cleaner, page: &Owned) -> Output {
    let cleaned = cleaner.clean_document(&page.document());
    (cleaned.text().to_owned(), cleaned.spans().to_vec(), *cleaned.summary())
}

fn byte_by_byte(cleaner: &Cleaner, page: &Owned) -> Output {
    gather(cleaner, page, |stream| page.text.as_bytes().chunks(1).for_each(|byte| stream.push_bytes(byte)))
}

/// A cleaner with the smallest window, so that short texts are cut too.
fn narrow() -> Cleaner {
    Cleaner::new(Options::default().with_limits(Limits::default().with_window(0).with_lines(0)))
}

#[test]
fn every_fixture_whole_and_byte_by_byte() {
    let cleaner = Cleaner::default();
    for case in cases() {
        let page = Owned::from(case);
        assert_eq!(byte_by_byte(&cleaner, &page), whole(&cleaner, &page), "{}", case.name);
    }
}

#[test]
fn every_fixture_at_every_split() {
    let cleaner = Cleaner::default();
    for case in cases() {
        let page = Owned::from(case);
        let want = whole(&cleaner, &page);
        // A prime step keeps the longest fixtures from costing more than the others together.
        let step = if page.text.len() < 600 { 1 } else { 13 };
        for at in (0..=page.text.len()).step_by(step) {
            let (head, tail) = page.text.as_bytes().split_at(at);
            let got = gather(&cleaner, &page, |stream| {
                stream.push_bytes(head);
                stream.push_bytes(tail);
            });
            assert_eq!(got, want, "{} split at {at}", case.name);
        }
    }
}

#[test]
fn a_text_of_many_windows_byte_by_byte_and_line_by_line() {
    let cleaner = narrow();
    let page = Owned { title: None, text: all_in_one() };
    let want = whole(&cleaner, &page);
    assert_eq!(byte_by_byte(&cleaner, &page), want);
    let lines =
        gather(&cleaner, &page, |stream| page.text.split_inclusive('\n').for_each(|line| stream.push(line)));
    assert_eq!(lines, want);
}

#[test]
fn a_reader_gives_the_same_text() {
    let cleaner = narrow();
    let page = Owned { title: None, text: all_in_one() };
    let mut reader = CleanReader::new(&cleaner, page.text.as_bytes());
    let mut text = String::new();
    reader.read_to_string(&mut text).expect("a slice never fails");
    let (want, _, summary) = whole(&cleaner, &page);
    assert_eq!(text, want);
    assert_eq!(reader.summary(), Some(&summary));
}

/// Gives one byte at a time, and is interrupted before each.
struct Stuttering<'b> {
    bytes: &'b [u8],
    interrupted: bool,
}

impl Read for Stuttering<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.interrupted = !self.interrupted;
        if self.interrupted {
            return Err(ErrorKind::Interrupted.into());
        }
        self.bytes.read(&mut out[..1])
    }
}

#[test]
fn a_reader_that_stutters_and_fails_between_loses_nothing() {
    let cleaner = narrow();
    let page = Owned { title: None, text: all_in_one() };
    let mut reader =
        CleanReader::new(&cleaner, Stuttering { bytes: page.text.as_bytes(), interrupted: false });
    let mut text = Vec::new();
    let mut out = [0; 7];
    loop {
        match reader.read(&mut out) {
            Ok(0) => break,
            Ok(count) => text.extend_from_slice(&out[..count]),
            Err(error) => assert_eq!(error.kind(), ErrorKind::Interrupted),
        }
    }
    assert!(String::from_utf8(text).expect("whole characters") == whole(&cleaner, &page).0);
    assert_eq!(reader.read(&mut out).expect("the end stays the end"), 0);
}

#[test]
fn malformed_bytes_are_replaced_the_same_way_however_they_are_cut() {
    let cleaner = Cleaner::default();
    let bytes = b"\xe4\xb8\x80\xe4\xb8\xe4\xb8\x80\xff\xf0\x9f\x92\xe4\xb8\x80\xed\xa0\x80\xf0\x9f\x92";
    let page = Owned { title: None, text: String::from_utf8_lossy(bytes).into_owned() };
    let (text, spans, _) = whole(&cleaner, &page);
    for size in 1..=bytes.len() {
        let got =
            gather(&cleaner, &page, |stream| bytes.chunks(size).for_each(|chunk| stream.push_bytes(chunk)));
        assert_eq!((&got.0, &got.1), (&text, &spans), "chunks of {size}");
        assert_eq!(got.2.replaced(), page.text.matches('\u{fffd}').count());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_chunks_of_a_document(page in any_document(), sizes in prop::collection::vec(0usize..200, 1..40)) {
        let cleaner = Cleaner::default();
        prop_assert_eq!(in_chunks(&cleaner, &page, &sizes), whole(&cleaner, &page));
    }

    #[test]
    fn random_chunks_of_many_windows(
        pages in prop::collection::vec(any_document(), 12..30),
        sizes in prop::collection::vec(0usize..9000, 1..8),
    ) {
        let text: String = pages.iter().map(|page| page.text.as_str()).collect();
        let page = Owned { title: None, text };
        prop_assert_eq!(in_chunks(&narrow(), &page, &sizes), whole(&narrow(), &page));
    }
}

/// Pushes bytes in chunks of the given sizes, again and again.
fn in_chunks(cleaner: &Cleaner, page: &Owned, sizes: &[usize]) -> Output {
    gather(cleaner, page, |stream| {
        let mut rest = page.text.as_bytes();
        for &size in sizes.iter().cycle().take(100_000) {
            let (now, later) = rest.split_at(size.min(rest.len()));
            stream.push_bytes(now);
            rest = later;
        }
        stream.push_bytes(rest);
    })
}
