//! What fuzzing once found stays found: `fuzz/regressions/<target>/`.

#[path = "support/checks.rs"]
mod checks;

use std::{fs, path::Path};

fn replay(target: &str, check: fn(&[u8])) {
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
