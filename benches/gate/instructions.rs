//! Instructions per byte, counted by valgrind: the same on every machine and every day.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use jingwen::{Cleaner, Piece};

use crate::{
    loads::Load,
    support::adversaries::{self, Adversary},
};

/// Bytes of an adversary's text.
const SIZE: usize = 200_000;
/// How much dearer a byte of an adversary may be than in a text of a quarter of the size: work that
/// grows with the square would make it four times as dear, other words in a longer text up to twice.
const GROWTH: f64 = 2.5;
/// How many times as dear as one of a clean document it may be.
const DEAR: f64 = 8.0;
/// How much dearer than the record a byte may be.
const WORSE: f64 = 1.05;

fn names() -> impl Iterator<Item = &'static str> {
    Load::ALL.into_iter().map(Load::name).chain(adversaries::NAMES)
}

/// Cleans one load, or adversary of about `size` bytes, so many times; this is what valgrind watches.
pub fn work(what: &str, size: usize, passes: usize) {
    let cleaner = Cleaner::default();
    if let Some(load) = Load::ALL.into_iter().find(|load| load.name() == what) {
        let documents = load.documents();
        (0..passes)
            .for_each(|_| documents.iter().for_each(|owned| drop(cleaner.clean_document(&owned.document()))));
    } else {
        let adversary = adversary(what, size);
        (0..passes).for_each(|_| stream(&cleaner, &adversary));
    }
}

fn adversary(what: &str, size: usize) -> Adversary {
    let name = adversaries::NAMES.into_iter().find(|&name| name == what).expect("a load or an adversary");
    adversaries::named(name, size)
}

fn stream(cleaner: &Cleaner, adversary: &Adversary) {
    let mut stream = cleaner.stream(|_: Piece<'_>| {}).with_page(adversary.title.as_deref(), None);
    stream.push_bytes(&adversary.bytes);
    drop(stream.finish());
}

fn bytes(what: &str, size: usize) -> usize {
    match Load::ALL.into_iter().find(|load| load.name() == what) {
        Some(load) => load.documents().iter().map(|owned| owned.text.len()).sum(),
        None => adversary(what, size).bytes.len(),
    }
}

/// Instructions per byte: of three passes without what one pass costs.
fn per_byte(what: &str, size: usize) -> f64 {
    (count(what, size, 3) - count(what, size, 1)) / 2.0 / bytes(what, size) as f64
}

fn count(what: &str, size: usize, passes: usize) -> f64 {
    let this = std::env::current_exe().expect("the gate's own path");
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(this)
        .args(["count", what, &size.to_string(), &passes.to_string()])
        .output()
        .expect("valgrind is installed");
    let report = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{what}: {report}");
    let line = report.lines().find(|line| line.contains("I") && line.contains("refs:"));
    let number = line.and_then(|line| line.rsplit(':').next()).map(|text| text.trim().replace(',', ""));
    number.and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("valgrind said:\n{report}"))
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/record/instructions.txt")
}

/// Rewrites the committed figures.
pub fn record() {
    let mut text =
        String::from("# Instructions per byte. Rewritten by `cargo bench --bench gate -- --record`.\n");
    for name in names() {
        writeln!(text, "{:8.2} {name}", per_byte(name, SIZE)).expect("a string takes all");
    }
    fs::write(file(), text).expect("the record can be written");
}

fn recorded() -> BTreeMap<String, f64> {
    let text = fs::read_to_string(file()).expect("the record is there");
    let rows =
        text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.trim().split_once(' '));
    rows.map(|(figure, name)| (name.to_owned(), figure.parse().expect("a figure"))).collect()
}

/// Counts anew; what is too dear comes back.
pub fn check() -> Vec<String> {
    let recorded = recorded();
    let mut failures = Vec::new();
    let clean = per_byte(Load::None.name(), SIZE);
    for name in names() {
        let (now, then) = (per_byte(name, SIZE), recorded.get(name).copied().unwrap_or(0.0));
        println!("{now:8.2} instructions per byte, recorded {then:8.2}: {name}");
        if now > then * WORSE {
            failures.push(format!("{name}: {now:.2} instructions per byte, recorded {then:.2}"));
        }
        if adversaries::NAMES.contains(&name) {
            if now > clean * DEAR {
                failures
                    .push(format!("{name}: {now:.2} instructions per byte, {clean:.2} of clean documents"));
            }
            let quarter = per_byte(name, SIZE / 4);
            println!("{quarter:8.2} in a quarter of the size");
            if now > quarter * GROWTH {
                failures.push(format!("{name}: {now:.2} instructions per byte, {quarter:.2} in a quarter"));
            }
        }
    }
    failures
}
