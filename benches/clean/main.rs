//! Speed by load and by stage, each beside its baselines: `cargo bench --bench clean`.

#[path = "../loads/mod.rs"]
mod loads;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use jingwen::{Cleaner, Kind, Options, Piece};
use loads::Load;
use support::texts::Owned;

type Group<'c> = BenchmarkGroup<'c, WallTime>;

/// Runs `work` over every document and checks what it adds up to.
fn sum(group: &mut Group<'_>, name: &str, documents: &[Owned], work: impl Fn(&Owned) -> usize) {
    let want: usize = documents.iter().map(&work).sum();
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let got: usize = documents.iter().map(|owned| work(black_box(owned))).sum();
            assert_eq!(got, want);
        });
    });
}

fn baselines(group: &mut Group<'_>, documents: &[Owned]) {
    let marker = memchr::memmem::Finder::new("责任编辑");
    sum(group, "baseline/from_utf8", documents, |owned| {
        std::str::from_utf8(owned.text.as_bytes()).map_or(0, str::len)
    });
    sum(group, "baseline/memchr", documents, |owned| {
        memchr::memchr_iter(b'\n', owned.text.as_bytes()).count()
    });
    sum(group, "baseline/one_marker", documents, |owned| marker.find_iter(owned.text.as_bytes()).count());
}

fn removed(cleaner: &Cleaner, owned: &Owned) -> usize {
    cleaner.clean_document(&owned.document()).summary().removed_len()
}

fn by_load(criterion: &mut Criterion) {
    let cleaner = Cleaner::default();
    for load in Load::ALL {
        let documents = load.documents();
        let bytes: usize = documents.iter().map(|owned| owned.text.len()).sum();
        let gone: usize = documents.iter().map(|owned| removed(&cleaner, owned)).sum();
        assert!(load.removed_per_mille().contains(&(gone * 1000 / bytes)), "{load:?}: {gone} of {bytes}");
        let mut group = criterion.benchmark_group(load.name());
        group.throughput(Throughput::Bytes(bytes as u64));
        baselines(&mut group, &documents);
        sum(&mut group, "clean", &documents, |owned| removed(&cleaner, owned));
        sum(&mut group, "stream", &documents, |owned| stream(&cleaner, owned));
        group.finish();
    }
}

fn stream(cleaner: &Cleaner, owned: &Owned) -> usize {
    let mut kept = 0;
    let sink = |piece: Piece<'_>| kept += if let Piece::Text(text) = piece { text.len() } else { 0 };
    let mut stream = cleaner.stream(sink).with_page(owned.title.as_deref(), None);
    stream.push_bytes(owned.text.as_bytes());
    drop(stream.finish());
    kept
}

/// What each stage adds: the offsets, the copy, and each kind of noise by leaving it out.
fn by_stage(criterion: &mut Criterion) {
    let documents = Load::Common.documents();
    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(documents.iter().map(|owned| owned.text.len() as u64).sum()));
    baselines(&mut group, &documents);
    let all = Kind::ALL.iter().fold(Options::default(), |options, &kind| options.without(kind));
    let detect_only = Cleaner::new(all);
    sum(&mut group, "detect_only", &documents, |owned| removed(&detect_only, owned));
    let cleaner = Cleaner::default();
    sum(&mut group, "detect_and_cut", &documents, |owned| removed(&cleaner, owned));
    sum(&mut group, "detect_cut_and_map_an_offset", &documents, |owned| {
        cleaner.clean_document(&owned.document()).source_offset(0).unwrap_or(0)
    });
    group.finish();
}

criterion_group!(benches, by_load, by_stage);
criterion_main!(benches);
