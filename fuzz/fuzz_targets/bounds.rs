//! Texts that were made to hurt, with something put into them, lose nothing.
#![no_main]

#[path = "../../tests/support/adversaries.rs"]
#[expect(dead_code, reason = "the tests ask for other sizes too")]
mod adversaries;
#[path = "../../tests/support/checks.rs"]
#[expect(dead_code, reason = "each target uses one check")]
mod checks;

use std::{fs, path::Path, sync::OnceLock};

use adversaries::{Adversary, NAMES, all};

/// What the adversaries are made from.
mod texts {
    pub struct Article {
        pub text: String,
    }

    pub fn articles() -> Vec<Article> {
        let body =
            |text: String| text.split_once("\n---\n").map_or(String::new(), |(_, body)| body.to_owned());
        super::files("corpus/base").map(|text| Article { text: body(text) }).collect()
    }
}

fn lexicons() -> impl Iterator<Item = String> {
    files("src/lexicon")
}

/// The texts of a folder of the project.
fn files(folder: &str) -> impl Iterator<Item = String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let entries = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    paths.into_iter().map(|path| fs::read_to_string(path).expect("UTF-8"))
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    static ALL: OnceLock<Vec<Adversary>> = OnceLock::new();
    let all = ALL.get_or_init(|| all(9_000).collect());
    checks::bounds(data, |which| {
        let Adversary { title, bytes, .. } = &all[which % NAMES.len()];
        (title.clone(), bytes.clone())
    });
});
