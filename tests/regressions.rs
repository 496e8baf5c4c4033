//! What fuzzing once found stays found: `fuzz/regressions/<target>/`.

#[path = "support/checks.rs"]
mod checks;
mod support;

use std::{fs, path::Path};

use support::adversaries::{NAMES, named};

fn replay(target: &str, check: impl Fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions").join(target);
    for entry in fs::read_dir(folder).expect("every target has a folder") {
        let path = entry.expect("an entry").path();
        println!("{}", path.display());
        check(&fs::read(path).expect("a regression can be read"));
    }
}

#[test]
fn pushes_may_be_cut_anywhere() {
    replay("push_chunks", checks::push_chunks);
}

#[test]
fn spans_and_offsets_agree() {
    replay("offsets", checks::offsets);
}

#[test]
fn lines_of_json_come_back() {
    replay("jsonl", checks::jsonl);
}

#[test]
fn bounds_hold() {
    replay("bounds", |data| {
        checks::bounds(data, |which| {
            let adversary = named(NAMES[which % NAMES.len()], 9_000);
            (adversary.title, adversary.bytes)
        });
    });
}
