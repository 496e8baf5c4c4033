//! Texts of many windows: output as it goes, and the same whatever the chunking.

mod support;

use jingwen::{Action, Cleaner, Limits, Options, Piece, Summary};
use support::texts::{line, log, novel};

const MB: usize = 1 << 20;

/// What a stream gave, summed up so that texts of any length can be compared.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    text: u64,
    spans: u64,
    /// Bytes that were decided so far.
    decided: usize,
    removed: usize,
}

/// Goes on with a sum over bytes that their order and number change.
fn add(sum: u64, bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes
        .into_iter()
        .fold(sum, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(5))
}

impl Told {
    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                self.text = add(self.text, text.bytes());
                self.decided += text.len();
            }
            Piece::Span(span) => {
                self.spans = add(self.spans, format!("{span:?}").bytes());
                if span.action() == Action::Remove {
                    self.removed += 1;
                    self.decided += span.range().len();
                }
            }
        }
    }
}

/// Cleans a text of many pages pushed in chunks of these sizes; never is more than a window held back.
fn told(window: usize, pages: impl Iterator<Item = String>, sizes: &[usize]) -> (Told, Summary) {
    let told = std::cell::RefCell::new(Told::default());
    let cleaner = Cleaner::new(Options::default().with_limits(Limits::default().with_window(window)));
    let mut stream = cleaner.stream(|piece: Piece<'_>| told.borrow_mut().take(piece));
    let mut sizes = sizes.iter().copied().cycle();
    let mut pushed = 0;
    for page in pages {
        let mut rest = page.as_bytes();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(sizes.next().unwrap_or(1)));
            stream.push_bytes(now);
            pushed += now.len();
            let held = pushed - told.borrow().decided;
            assert!(held <= window + 3, "{held} bytes are held back after {pushed}");
            rest = later;
        }
    }
    let (summary, _, _) = stream.finish();
    (told.into_inner(), summary)
}

/// Each of `pages` pages of the text has something removed, and no chunking tells another story.
fn is_the_same_in_any_chunks<I: Iterator<Item = String>>(text: fn(usize) -> I, size: usize, least: usize) {
    let window = 256 * 1024;
    let whole = told(window, text(size), &[usize::MAX]);
    assert!(whole.0.removed >= least * text(size).count(), "{} spans are removed", whole.0.removed);
    assert_eq!(whole.1.source_len(), whole.0.decided);
    assert!(whole == told(window, text(size), &[61, 1, 4096, 7, 100_000]), "in other chunks");
}

#[test]
fn a_novel_of_a_megabyte() {
    is_the_same_in_any_chunks(novel, MB, 2);
}

#[test]
fn a_log_of_a_megabyte() {
    is_the_same_in_any_chunks(log, MB, 1);
}

#[test]
fn a_line_of_a_megabyte() {
    is_the_same_in_any_chunks(line, MB, 0);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test long -- --ignored`"]
fn a_novel_of_20_mb() {
    is_the_same_in_any_chunks(novel, 20 * MB, 2);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test long -- --ignored`"]
fn a_log_of_200_mb() {
    is_the_same_in_any_chunks(log, 200 * MB, 1);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test long -- --ignored`"]
fn a_line_of_50_mb() {
    is_the_same_in_any_chunks(line, 50 * MB, 0);
}
