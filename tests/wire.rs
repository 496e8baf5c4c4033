//! What is written for others to read does not change unseen.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test wire` rewrites the snapshots; a change of an old name needs
//! a major version, a new one a line in CHANGELOG.md.

#[path = "support/example.rs"]
mod example;

use std::{env, fs, path::Path};

use example::{clean, feed, names};
use jingwen::{Action, Confidence, DropReason, Kind, Verdict};
use serde_json::json;

/// Compares with the file, or rewrites it.
fn assert_snapshot(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name);
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&path, now).expect("snapshot");
    }
    let then = fs::read_to_string(&path).expect("snapshot");
    assert!(then == now, "{name} changed; it was\n{then}and is\n{now}");
}

#[test]
fn lines_are_written_as_ever() {
    let pages = [
        json!({"id": 1, "text": "雨停以后，渡口重新开船。\n"}),
        json!({"id": "二", "url": "https://a.example/1", "text": "雨停以后，渡口重新开船。\n责任编辑：林小舟\n", "n": 1.0}),
        json!({"text": "雨停以后，渡口重新开船。\n△清早的渡口\n上一篇：旧桥\n"}),
    ];
    let input: String = pages.iter().map(|page| format!("{page}\n")).collect();
    let output = feed(clean().arg("-q"), input.as_bytes());
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_snapshot("lines.jsonl", &text.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn rejects_are_written_as_ever() {
    let folder = tempfile::tempdir().expect("folder");
    let bad = folder.path().join("bad.jsonl");
    let input = b"{\"text\": 1, \"id\": \"a\"}\n{\"text\": \"\xff\"}\nno JSON\n";
    feed(clean().args(["-q", "--format", "jsonl", "--rejects"]).arg(&bad), input);
    assert_eq!(names(folder.path()), ["bad.jsonl"]);
    assert_snapshot("rejects.jsonl", &fs::read_to_string(bad).expect("rejects"));
}

#[test]
fn names_stay() {
    let mut text = String::new();
    let mut list = |what: &str, names: Vec<&str>| text += &format!("{what}: {}\n", names.join(" "));
    list("kind", Kind::ALL.iter().map(|kind| kind.name()).collect());
    list("reason", DropReason::ALL.iter().map(|reason| reason.name()).collect());
    list("action", [Action::Keep, Action::Remove, Action::Tag].map(Action::name).to_vec());
    let confidences = [Confidence::Possible, Confidence::Likely, Confidence::Certain];
    list("confidence", confidences.map(Confidence::name).to_vec());
    let verdicts = [Verdict::Clean, Verdict::Cleaned, Verdict::Drop(DropReason::TitleOnly)];
    list("verdict", verdicts.map(Verdict::name).to_vec());
    assert_snapshot("names.txt", &text);
}

#[test]
#[cfg(feature = "serde")]
fn serialised_names_are_the_names() {
    for kind in Kind::ALL {
        assert_eq!(json!(kind), json!(kind.name()));
        assert_eq!(serde_json::from_value::<Kind>(json!(kind)).expect("a kind"), *kind);
    }
    for reason in DropReason::ALL {
        assert_eq!(json!(reason), json!(reason.name()));
    }
    for action in [Action::Keep, Action::Remove, Action::Tag] {
        assert_eq!(json!(action), json!(action.name()));
    }
}
