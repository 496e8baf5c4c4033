//! Reads fixtures: cases with their expectation inside the text.
//!
//! A file holds cases. Each begins with `## a sentence that says what is expected`, may go on with
//! `title: …`, `site: …` and `verdict: drop <reason>` lines, and has its text between two lines
//! `~~~`. In the text `⟦kind:removed⟧` marks what must go and `⟦?kind:named⟧` what must be tagged
//! and stay. Everything else must stay as it is. The line end before the closing `~~~` is not text.

#![expect(dead_code, reason = "each test binary uses a part of this module")]

pub mod adversaries;
pub mod texts;

use std::{fs, path::Path};

/// One case of a fixture file.
#[derive(Debug, Clone, Default)]
pub struct Case {
    pub name: String,
    pub title: Option<String>,
    pub site: Option<String>,
    pub verdict: Option<String>,
    /// The text that goes in.
    pub source: String,
    /// Half-open byte ranges of the source with the kind's name, and whether they are only tagged.
    pub marks: Vec<Mark>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    pub tag: bool,
}

impl Case {
    /// The text that must come out.
    pub fn expected(&self) -> String {
        let mut out = String::new();
        let mut at = 0;
        for mark in self.marks.iter().filter(|mark| !mark.tag) {
            out.push_str(&self.source[at..mark.start]);
            at = mark.end;
        }
        out + &self.source[at..]
    }

    pub fn document(&self) -> jingwen::Document<'_> {
        let mut document = jingwen::Document::new(&self.source);
        if let Some(title) = &self.title {
            document = document.with_title(title);
        }
        if let Some(site) = &self.site {
            document = document.with_site(site);
        }
        document
    }
}

/// Every case of every file below `tests/fixtures`, named `detector/file: case`.
pub fn all_cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut cases = Vec::new();
    for folder in sorted(&root) {
        for file in sorted(&folder) {
            let text = fs::read_to_string(&file).expect("fixture files are UTF-8");
            let name = file.strip_prefix(&root).expect("below root").display().to_string();
            cases.extend(parse(&name, &text));
        }
    }
    cases
}

pub fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("folder").map(|entry| entry.expect("entry").path()).collect();
    paths.sort();
    paths
}

/// The text of every word list.
pub fn lexicons() -> impl Iterator<Item = String> {
    let files = sorted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon")).into_iter();
    let lists = files.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    lists.map(|path| fs::read_to_string(path).expect("lexicons are UTF-8"))
}

/// The cases of one file.
pub fn parse(file: &str, text: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    for block in text.split("\n## ").skip(1) {
        let (head, rest) =
            block.split_once("\n~~~\n").unwrap_or_else(|| panic!("{file}: a case without ~~~"));
        let (body, _) = rest.split_once("\n~~~").unwrap_or_else(|| panic!("{file}: ~~~ is not closed"));
        let mut lines = head.lines();
        let mut case = Case { name: format!("{file}: {}", lines.next().unwrap_or("")), ..Case::default() };
        for line in lines.filter(|line| !line.is_empty()) {
            match line.split_once(": ") {
                Some(("title", value)) => case.title = Some(value.to_owned()),
                Some(("site", value)) => case.site = Some(value.to_owned()),
                Some(("verdict", value)) => case.verdict = Some(value.to_owned()),
                _ => panic!("{}: unknown line {line:?}", case.name),
            }
        }
        unmark(body, &mut case);
        cases.push(case);
    }
    assert!(!cases.is_empty(), "{file}: no case; cases begin with a line `## …` after the first line");
    cases
}

fn unmark(body: &str, case: &mut Case) {
    let mut rest = body;
    while let Some(at) = rest.find('⟦') {
        case.source.push_str(&rest[..at]);
        let inner = &rest[at + '⟦'.len_utf8()..];
        let close = inner.find('⟧').unwrap_or_else(|| panic!("{}: ⟦ is not closed", case.name));
        let (kind, text) =
            inner[..close].split_once(':').unwrap_or_else(|| panic!("{}: ⟦kind:…⟧", case.name));
        let tag = kind.starts_with('?');
        let start = case.source.len();
        case.source.push_str(text);
        let kind = kind.trim_start_matches('?').to_owned();
        case.marks.push(Mark { start, end: case.source.len(), kind, tag });
        rest = &inner[close + '⟧'.len_utf8()..];
    }
    case.source.push_str(rest);
}

/// Slides each range left as far as the cut text stays the same, so that equal cuts compare equal.
pub fn leftmost(source: &str, marks: &[Mark]) -> Vec<Mark> {
    let mut slid: Vec<Mark> = Vec::new();
    for mark in marks.iter().filter(|mark| !mark.tag) {
        let floor = slid.last().map_or(0, |mark| mark.end);
        let mut mark = mark.clone();
        while mark.start > floor {
            let before = source[..mark.start].chars().next_back();
            if before.is_none() || before != source[..mark.end].chars().next_back() {
                break;
            }
            let step = before.map_or(0, char::len_utf8);
            mark.start -= step;
            mark.end -= step;
        }
        match slid.last_mut() {
            Some(last) if last.end == mark.start && last.kind == mark.kind => last.end = mark.end,
            _ => slid.push(mark),
        }
    }
    slid
}
