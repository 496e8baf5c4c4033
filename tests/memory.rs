//! Memory is bounded by the window, whatever comes, and is used again.

mod support;

use std::{
    alloc::System,
    io::Read,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use jingwen::{CleanReader, Cleaner, Idle, Piece};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use support::{
    adversaries::{self, clean},
    texts::{log, novel},
};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The counts are the whole process's: one test at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn live() -> usize {
    let stats = ALLOCATOR.stats();
    // What is freed while this is read is counted as freed only.
    stats.bytes_allocated.saturating_sub(stats.bytes_deallocated)
}

/// The most that is live while something is done, as far as somebody who looks again and again sees it:
/// detectors' own memory is gone when their window's pieces are handed over.
fn watched(work: impl FnOnce()) -> usize {
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut most = 0;
            while !done.load(Ordering::Relaxed) {
                most = most.max(live());
                thread::yield_now();
            }
            most
        });
        work();
        done.store(true, Ordering::Relaxed);
        watcher.join().expect("counting does not panic")
    })
}

/// Runs a document through and returns the most that was live at any piece.
fn peak(idle: Idle, title: Option<&str>, chunks: impl Iterator<Item = impl AsRef<[u8]>>) -> (usize, Idle) {
    let mut peak = 0;
    let mut stream = idle.stream_document(title, None, |_: Piece<'_>| peak = peak.max(live()));
    chunks.for_each(|chunk| stream.push_bytes(chunk.as_ref()));
    let (_, idle, _) = stream.finish();
    (peak, idle)
}

fn idle() -> Idle {
    let mut stream = Cleaner::default().stream(|_: Piece<'_>| {});
    stream.push(&clean(1_000));
    stream.finish().1
}

const MB: usize = 1 << 20;

#[test]
fn an_adversary_needs_no_more_than_a_few_windows() {
    let _alone = alone();
    for adversary in adversaries::all(MB) {
        let idle = idle();
        let before = live();
        let mut at_pieces = 0;
        let most = watched(|| {
            (at_pieces, _) = peak(idle, adversary.title.as_deref(), adversary.bytes.chunks(10_000));
        });
        let grown = most.max(at_pieces).saturating_sub(before);
        assert!(grown < 24 * MB, "{}: {} KiB", adversary.name, grown / 1024);
    }
}

#[test]
fn the_next_document_uses_the_memory_of_the_last() {
    let _alone = alone();
    let text = clean(100_000);
    let (_, idle) = peak(idle(), None, std::iter::once(&text));
    let before = live();
    let (_, _idle) = peak(idle, None, std::iter::once(&text));
    assert!(live() <= before + 64, "{} bytes are kept anew", live() - before);
}

#[test]
fn the_next_document_asks_for_little_memory_of_its_own() {
    let _alone = alone();
    let asked = |idle, text: &str| {
        let before = ALLOCATOR.stats();
        let (_, idle) = peak(idle, None, text.as_bytes().chunks(2));
        let after = ALLOCATOR.stats();
        let again = after.reallocations - before.reallocations;
        let times = after.allocations - before.allocations + again;
        (after.bytes_allocated - before.bytes_allocated, times, idle)
    };
    for size in [3_000, 100_000] {
        let text = clean(size);
        let (_, _, used) = asked(idle(), &text);
        let (bytes, times, _) = asked(used, &text);
        assert!(bytes < 12 * size + 4_096, "{bytes} bytes for {size}");
        assert!(times < size / 20, "{times} times for {size}");
    }
}

fn constant_over<I: Iterator<Item = String>>(text: fn(usize) -> I, size: usize) {
    let _alone = alone();
    let (small, idle) = peak(idle(), None, text(2 * MB));
    let (large, _) = peak(idle, None, text(size));
    assert!(large < small + MB, "{} KiB for {size} bytes, {} KiB for 2 MB", large / 1024, small / 1024);
}

#[test]
fn memory_is_the_same_for_2_and_for_8_mb() {
    constant_over(novel, 8 * MB);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test memory -- --ignored`"]
fn a_novel_of_20_mb_takes_no_more_memory() {
    constant_over(novel, 20 * MB);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test memory -- --ignored`"]
fn a_log_of_200_mb_takes_no_more_memory() {
    constant_over(log, 200 * MB);
}

#[test]
#[ignore = "takes a release build: `cargo test --release --test memory -- --ignored`"]
fn a_line_of_200_mb_is_read_with_bounded_memory() {
    let _alone = alone();
    let before = live();
    let endless = std::io::Read::take(std::io::repeat(b'a'), 200 * MB as u64);
    let mut reader = CleanReader::new(&Cleaner::default(), endless);
    let (mut peak, mut total, mut buffer) = (0, 0, vec![0; 64 * 1024]);
    loop {
        let read = reader.read(&mut buffer).expect("the source never fails");
        if read == 0 {
            break;
        }
        total += read;
        peak = peak.max(live());
    }
    assert_eq!(total, 200 * MB);
    assert!(peak - before < 8 * MB, "{} KiB", (peak - before) / 1024);
}
