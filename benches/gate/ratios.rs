//! How fast documents in memory are cleaned, as a share of the speed of `from_utf8`.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use jingwen::Cleaner;

use crate::{loads::Load, support::texts::Owned};

/// Interleaved runs of which the median counts.
const RUNS: usize = 15;
/// Bytes a run goes over.
const RUN_BYTES: usize = 4 << 20;

/// The ratio that is aimed at.
const fn goal(load: Load) -> f64 {
    match load {
        Load::None => 0.25,
        Load::Rare | Load::Common | Load::Saturated => 0.20,
    }
}

/// The least ratio allowed for a load: some three fifths of what was reached when it was set, for
/// machines are shared; the count of instructions is the strict gate. To be raised with every step
/// towards the goal.
const fn gate(load: Load) -> f64 {
    match load {
        // Much more is looked for than when it was 0.022, and 0.019 below.
        Load::None => 0.016,
        Load::Rare => 0.016,
        Load::Common => 0.012,
        // Lists are refined on pages that have shown that there is one: lowered for that from 0.0045.
        Load::Saturated => 0.003,
    }
}

/// Measures every load; what is below its gate comes back.
pub fn check() -> Vec<String> {
    let cleaner = Cleaner::default();
    let mut failures = Vec::new();
    for load in Load::ALL {
        let documents = load.documents();
        let removed = removed_per_mille(&cleaner, &documents);
        assert!(load.removed_per_mille().contains(&removed), "{}: {removed} in 1000 removed", load.name());
        let (ratio, speed) = measure(&cleaner, &documents);
        let (name, gate, goal) = (load.name(), gate(load), goal(load));
        println!("{name:10} {ratio:.4}x of from_utf8, {speed:.0} MB/s; gate {gate:.3}x, goal {goal:.2}x");
        if ratio < gate {
            failures.push(format!("{name} documents: {ratio:.4}x, gate {gate:.3}x"));
        }
    }
    failures
}

fn bytes(documents: &[Owned]) -> usize {
    documents.iter().map(|owned| owned.text.len()).sum()
}

fn removed_per_mille(cleaner: &Cleaner, documents: &[Owned]) -> usize {
    let removed =
        documents.iter().map(|owned| cleaner.clean_document(&owned.document()).summary().removed_len());
    removed.sum::<usize>() * 1000 / bytes(documents)
}

/// The ratio to `from_utf8`, and MB/s.
fn measure(cleaner: &Cleaner, documents: &[Owned]) -> (f64, f64) {
    let bytes = bytes(documents);
    let rounds = RUN_BYTES / bytes + 1;
    let mut checked = Vec::new();
    let mut cleaned = Vec::new();
    for _ in 0..RUNS {
        checked.push(time(rounds, documents, |owned| {
            black_box(std::str::from_utf8(black_box(owned.text.as_bytes())).is_ok());
        }));
        cleaned.push(time(rounds, documents, |owned| {
            black_box(cleaner.clean_document(&black_box(owned).document()).text().len());
        }));
    }
    let (checked, cleaned) = (median(checked), median(cleaned));
    (checked / cleaned, (bytes * rounds) as f64 / cleaned / 1e6)
}

fn time(rounds: usize, documents: &[Owned], work: impl Fn(&Owned)) -> Duration {
    let begun = Instant::now();
    for _ in 0..rounds {
        documents.iter().for_each(&work);
    }
    begun.elapsed()
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}
