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

/// Runs `work` over every document and checks that it adds up to `want`.
fn sum(group: &mut Group<'_>, name: &str, documents: &[Owned], want: usize, work: impl Fn(&Owned) -> usize) {
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let got: usize = documents.iter().map(|owned| work(black_box(owned))).sum();
            assert_eq!(got, want);
        });
    });
}

fn baselines(group: &mut Group<'_>, documents: &[Owned]) {
    const MARKER: &str = "责任编辑";
    let marker = memchr::memmem::Finder::new(MARKER);
    let count = |what: &str| documents.iter().map(|owned| owned.text.matches(what).count()).sum();
    sum(group, "baseline/from_utf8", documents, bytes(documents), |owned| {
        std::str::from_utf8(owned.text.as_bytes()).map_or(0, str::len)
    });
    sum(group, "baseline/memchr", documents, count("\n"), |owned| {
        memchr::memchr_iter(b'\n', owned.text.as_bytes()).count()
    });
    sum(group, "baseline/one_marker", documents, count(MARKER), |owned| {
        marker.find_iter(owned.text.as_bytes()).count()
    });
}

fn bytes(documents: &[Owned]) -> usize {
    documents.iter().map(|owned| owned.text.len()).sum()
}

fn removed(cleaner: &Cleaner, owned: &Owned) -> usize {
    cleaner.clean_document(&owned.document()).summary().removed_len()
}

fn by_load(criterion: &mut Criterion) {
    let cleaner = Cleaner::default();
    for load in Load::ALL {
        let documents = load.documents();
        let bytes = bytes(&documents);
        let gone: usize = documents.iter().map(|owned| removed(&cleaner, owned)).sum();
        assert!(load.removed_per_mille().contains(&(gone * 1000 / bytes)), "{load:?}: {gone} of {bytes}");
        let mut group = criterion.benchmark_group(load.name());
        group.throughput(Throughput::Bytes(bytes as u64));
        baselines(&mut group, &documents);
        sum(&mut group, "clean", &documents, gone, |owned| removed(&cleaner, owned));
        sum(&mut group, "stream", &documents, bytes - gone, |owned| stream(&cleaner, owned));
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

/// What each step adds: finding, with every kind switched off, so that nothing is cut and the whole is read
/// once; cutting and reading again; and mapping an offset.
fn by_stage(criterion: &mut Criterion) {
    let documents = Load::Common.documents();
    let mut group = criterion.benchmark_group("stage");
    group.throughput(Throughput::Bytes(bytes(&documents) as u64));
    baselines(&mut group, &documents);
    let all = Kind::ALL.iter().fold(Options::default(), |options, &kind| options.without(kind));
    let detect_only = Cleaner::new(all);
    sum(&mut group, "detect_only", &documents, 0, |owned| removed(&detect_only, owned));
    let cleaner = Cleaner::default();
    let left = |owned: &Owned| cleaner.clean_document(&owned.document()).text().len();
    let want: usize = documents.iter().map(left).sum();
    let gone: usize = documents.iter().map(|owned| removed(&cleaner, owned)).sum();
    assert!(gone > 0 && want == bytes(&documents) - gone, "{gone} bytes go, {want} are left");
    sum(&mut group, "detect_and_cut", &documents, want, left);
    sum(&mut group, "detect_cut_and_map_an_offset", &documents, bytes(&documents), |owned| {
        let cleaned = cleaner.clean_document(&owned.document());
        cleaned.source_offset(cleaned.text().len()).unwrap_or(0)
    });
    group.finish();
}

criterion_group!(benches, by_load, by_stage);
criterion_main!(benches);
