//! Every fixture does what its marks say.

mod support;

use jingwen::{Action, Cleaned, Cleaner};
use support::{Case, Mark, all_cases, leftmost};

fn marks_of(cleaned: &Cleaned<'_>, action: Action) -> Vec<Mark> {
    cleaned
        .marked()
        .filter(|span| span.action() == action)
        .map(|span| Mark {
            start: span.start(),
            end: span.end(),
            kind: span.kind().expect("marked spans have a kind").name().to_owned(),
            tag: action == Action::Tag,
        })
        .collect()
}

/// What is wrong with a case, if anything.
fn complaint(cleaner: &Cleaner, case: &Case) -> Option<String> {
    let cleaned = cleaner.clean_document(&case.document());
    let got = leftmost(&case.source, &marks_of(&cleaned, Action::Remove));
    let want = leftmost(&case.source, &case.marks);
    let show = |marks: &[Mark]| {
        marks
            .iter()
            .map(|m| format!("\n    {} {:?}", m.kind, &case.source[m.start..m.end]))
            .collect::<String>()
    };
    if got != want || cleaned.text() != case.expected() {
        return Some(format!("{}\n  want{}\n  got{}", case.name, show(&want), show(&got)));
    }
    let tags = marks_of(&cleaned, Action::Tag);
    if let Some(missing) = case.marks.iter().find(|mark| mark.tag && !tags.contains(mark)) {
        return Some(format!("{}\n  not tagged: {missing:?}", case.name));
    }
    let reason = cleaned.verdict().reason().map(|reason| format!("drop {reason}"));
    (reason != case.verdict).then(|| format!("{}\n  verdict {reason:?}, want {:?}", case.name, case.verdict))
}

#[test]
fn every_fixture_comes_out_as_marked() {
    let cleaner = Cleaner::default();
    let complaints: Vec<String> = all_cases().iter().filter_map(|case| complaint(&cleaner, case)).collect();
    assert!(complaints.is_empty(), "{} fixtures fail:\n{}", complaints.len(), complaints.join("\n"));
}
