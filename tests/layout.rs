//! Every piece is where a reader looks for it.

use std::{
    fs,
    path::{Path, PathBuf},
};

const LONGEST_FUNCTION: usize = 60;
const MOST_PUBLIC_NAMES: usize = 25;
const HEADINGS: [&str; 5] =
    ["**What it finds**", "**Why it is noise**", "**Example**", "**Keeps**", "**Confidence**"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder that have this ending, sorted.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|other| other == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The names in the registry, in its order.
fn detectors() -> Vec<String> {
    let registry = read("src/detect/mod.rs");
    let names = registry.split("name: \"").skip(1).filter_map(|rest| rest.split_once('"'));
    names.map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn every_detector_has_a_file_that_says_the_five_things() {
    assert!(detectors().len() > 10, "{:?}", detectors());
    for name in detectors() {
        let file = [format!("src/detect/{name}.rs"), format!("src/detect/{name}/mod.rs")]
            .into_iter()
            .find(|file| root().join(file).exists())
            .unwrap_or_else(|| panic!("{name} has no file in src/detect"));
        let text = read(&file);
        let head: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let places = HEADINGS.map(|heading| {
            head.find(heading).unwrap_or_else(|| panic!("{file} does not begin with all of {HEADINGS:?}"))
        });
        assert!(places.is_sorted(), "{file}: the headings' order is {HEADINGS:?}");
    }
}

#[test]
fn every_detector_is_registered_once() {
    let mut names = detectors();
    names.sort();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
}

#[test]
fn every_detector_has_fixtures_of_what_goes_and_what_stays() {
    let names = detectors();
    for name in &names {
        for file in ["basic.md", "keep.md"] {
            let path = format!("tests/fixtures/{name}/{file}");
            assert!(root().join(&path).exists(), "{path} is missing");
        }
    }
    for entry in fs::read_dir(root().join("tests/fixtures")).expect("fixtures") {
        let folder = entry.expect("entry").file_name().to_string_lossy().into_owned();
        assert!(names.contains(&folder), "tests/fixtures/{folder} is named as no detector");
    }
}

#[test]
fn every_rule_is_named_after_its_kind() {
    for file in files("src/detect", "rs") {
        let text = read(&file);
        for rule in text.split('"').filter(|text| text.ends_with("@1") || text.ends_with("@2")) {
            let kind = rule.split('/').next().unwrap_or_default();
            let known = jingwen::Kind::ALL.iter().any(|known| known.name() == kind);
            assert!(known && rule.matches('/').count() == 1, "{}: {rule}", file.display());
        }
    }
}

#[test]
fn every_word_list_is_sorted_and_its_source_named() {
    let readme = read("src/lexicon/README.md");
    let lists = files("src/lexicon", "txt");
    assert!(lists.len() > 10);
    for list in lists {
        let text = read(&list);
        let entries: Vec<&str> = text.lines().collect();
        let name = list.file_name().expect("name").to_string_lossy();
        for pair in entries.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
        }
        assert!(entries.iter().all(|entry| !entry.trim().is_empty()), "{name} has an empty line");
        assert!(readme.contains(&format!("| `{name}` |")), "{name} is not in src/lexicon/README.md");
    }
}

/// Functions as rustfmt leaves them: the closing brace stands under the first line's beginning.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let words: Vec<&str> = code.split(' ').take(4).collect();
        if code.starts_with("//") || !words.contains(&"fn") {
            continue;
        }
        let closes =
            |line: &&str| line.len() > indent && line[..indent].trim().is_empty() && &line[indent..] == "}";
        if let Some(len) = lines[start..].iter().position(closes) {
            found.push((code.to_owned(), len + 1));
        }
    }
    found
}

#[test]
fn no_function_is_long() {
    for folder in ["src", "examples", "tests", "corpus/src"] {
        for file in files(folder, "rs") {
            for (head, len) in functions(&read(&file)) {
                let one_line = head.ends_with('}') || head.ends_with(';');
                assert!(one_line || len <= LONGEST_FUNCTION, "{}: {head}: {len} lines", file.display());
            }
        }
    }
}

#[test]
fn most_functions_are_short() {
    let texts = files("src", "rs");
    let mut lengths: Vec<usize> = texts
        .iter()
        .flat_map(|file| functions(&read(file)))
        .filter(|(head, _)| head.ends_with('{') || head.ends_with('('))
        .map(|(_, len)| len)
        .collect();
    lengths.sort_unstable();
    assert!(lengths.len() > 200, "{}", lengths.len());
    let nine_in_ten = lengths[lengths.len() * 9 / 10];
    assert!(nine_in_ten <= 35, "nine in ten functions have at most {nine_in_ten} lines");
}

#[test]
fn the_library_has_few_public_names() {
    let text = read("src/lib.rs");
    let (_, uses) = text.split_once("pub use crate::{").expect("one list of public names");
    let (uses, _) = uses.split_once("\n};").expect("it ends");
    let names = uses.split(|char: char| !char.is_alphanumeric());
    let names: Vec<&str> =
        names.filter(|name| name.starts_with(|first: char| first.is_uppercase())).collect();
    assert!(names.contains(&"Cleaner"));
    assert!(names.len() <= MOST_PUBLIC_NAMES, "{} names: {names:?}", names.len());
    assert_eq!(text.matches("pub mod").count() + text.matches("pub use").count(), 1);
}

#[test]
fn the_readme_names_what_a_stranger_needs() {
    let readme = read("README.md");
    for needed in [
        "cargo run --release --example clean -- corpus/sample/pages.jsonl",
        "cargo test\n",
        "## What it does not do",
        "CONTRIBUTING.md",
        "src/lexicon/README.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
    ] {
        assert!(readme.contains(needed), "README.md does not say {needed:?}");
    }
    for file in ["CONTRIBUTING.md", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "corpus/README.md"] {
        assert!(root().join(file).exists(), "{file} is missing");
    }
}
