//! The pipeline written the plain way, byte by byte and without memory, to hold the real one against.

use std::{fs, path::Path};

use crate::{
    detect::{self, Finding, Findings, Learned, Notes, Page, Place, Stage},
    options::Options,
    pipeline::{self, Scratch},
    span::Action,
    text::graphemes,
};

/// Which bytes of `text` go: reads the whole text afresh after every cut.
fn removed(text: &str, place: &Place<'_>, options: &Options) -> Vec<bool> {
    let mut gone = vec![false; text.len()];
    for _ in 0..pipeline::ROUNDS {
        let kept: Vec<usize> = (0..text.len()).filter(|&at| !gone[at]).collect();
        let view = String::from_utf8(kept.iter().map(|&at| text.as_bytes()[at]).collect())
            .expect("whole characters");
        let mut notes = Notes::default();
        notes.read(&view);
        let page = Page::new(&view, notes, place, options);
        let painted = look(&page, options);
        if !painted.contains(&true) {
            return gone;
        }
        for (&at, painted) in kept.iter().zip(painted) {
            gone[at] |= painted;
        }
    }
    vec![false; text.len()]
}

/// Which bytes of a page go: its lines, or else what stands in its sentences.
fn look(page: &Page<'_>, options: &Options) -> Vec<bool> {
    let mut found = Findings::new(page.budget());
    detect::run(Stage::Lines, page, &mut found);
    let lines = paint(page.text, &found.findings, options);
    if lines.contains(&true) {
        return lines;
    }
    detect::run(Stage::Sentences, page, &mut found);
    paint(page.text, &found.findings, options)
}

/// Which bytes the findings that remove cover, in whatever order.
fn paint(text: &str, findings: &[Finding], options: &Options) -> Vec<bool> {
    let mut removed = vec![false; text.len()];
    for found in findings {
        let action = options.action(found.action, found.label.kind, found.label.confidence);
        let (start, end) = graphemes::shrink(text, found.start, found.end);
        if action == Some(Action::Remove) && start < end {
            removed[start..end].fill(true);
        }
    }
    removed
}

/// Every fixture's text, marks and all but the marks' brackets.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folders = fs::read_dir(root).expect("the fixtures").map(|folder| folder.expect("a folder").path());
    let files = folders
        .flat_map(|folder| fs::read_dir(folder).expect("files").map(|file| file.expect("a file").path()));
    let read = |path| fs::read_to_string(path).expect("fixtures are UTF-8").replace(['⟦', '⟧', '~'], "");
    files.map(read).collect()
}

#[test]
fn the_pipeline_removes_what_the_plain_way_removes() {
    let options = Options::default();
    let mut scratch = Scratch::default();
    let learned = Learned::default();
    let mut touched = 0;
    for text in texts() {
        for (title, first) in [(None, true), (text.lines().next(), false)] {
            let title_given = title.is_some();
            let place = Place { title, title_given, site: None, first, last: true, learned: &learned };
            let decision = pipeline::decide(&text, &place, &options, &mut scratch);
            let mut gone = vec![false; text.len()];
            for edit in crate::edits::cuts(&decision.edits) {
                gone[edit.range()].fill(true);
            }
            assert_eq!(gone, removed(&text, &place, &options), "{text}");
            touched += usize::from(gone.contains(&true));
        }
    }
    assert!(touched > 4, "only {touched} texts have something removed");
}
