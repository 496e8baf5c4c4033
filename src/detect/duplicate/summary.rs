//! A summary above the article that only copies its lead.

use super::super::{Findings, Page};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
    },
};

/// How many filled lines from the top are looked at.
const HEAD: usize = 10;
/// How many filled lines below a labelled summary the lead may stand.
const BELOW: usize = 3;
/// Fewest letters and characters of a copy, with a label before it and without.
const MIN_LABELLED: usize = 12;
const MIN_COPY: usize = 36;
/// Most characters that one foreign scrap in the lead is expected to have.
const SCRAP: usize = 16;
/// Labels of a summary.
const LABELS: [&str; 20] = [
    "本文摘要",
    "文章摘要",
    "内容摘要",
    "內容摘要",
    "摘要",
    "简介",
    "簡介",
    "简要描述",
    "内容简介",
    "內容簡介",
    "导读",
    "核心提示",
    "内容提要",
    "文章导读",
    "本文导读",
    "本文導讀",
    "導讀",
    "摘錄",
    "提要",
    "导语",
];

/// The characters that labels begin with.
const FIRSTS: [char; 11] = ['本', '文', '内', '內', '摘', '简', '簡', '导', '導', '核', '提'];

/// What a line above the article is.
enum Summary<'t> {
    /// A label and the summary behind it.
    Labelled(&'t str),
    /// A label alone: the summary is the next line.
    Label,
    /// A line without a label.
    Bare(&'t str),
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let head: Vec<&Line> = page
        .lines
        .iter()
        .filter(|line| !line.is_blank() && !findings.removes(line.body))
        .take(HEAD)
        .collect();
    for (at, line) in head.iter().enumerate() {
        if let Some(last) = copy(page, &head[at..]) {
            let rule = "duplicate/summary@1";
            findings.remove(line.start..last.next, Kind::Duplicate, rule, Confidence::Likely);
        }
    }
}

/// The last line of the summary that `head` begins with, if it copies a line below it.
fn copy<'p>(page: &Page<'_>, head: &[&'p Line]) -> Option<&'p Line> {
    let text = |line: &Line| line.text(page.text);
    let repeats = |body: &str, below: &[&Line]| {
        let count = if below.is_empty() { 0 } else { words(body).count() };
        below.iter().take(BELOW).any(|lead| is_copy((body, count), (text(lead), lead.words()), true))
    };
    let (&first, below) = head.split_first()?;
    match Summary::read(text(first)) {
        Summary::Labelled(body) => repeats(body, below).then_some(first),
        Summary::Label => {
            let (&body, below) = below.split_first()?;
            repeats(text(body), below).then_some(body)
        }
        Summary::Bare(body) => {
            let &lead = below.first()?;
            let fits = first.chars() < lead.chars() && first.words() >= MIN_COPY;
            let is_copy = || is_copy((body, first.words()), (text(lead), lead.words()), false);
            (fits && is_copy()).then_some(first)
        }
    }
}

impl<'t> Summary<'t> {
    /// Takes a label with its mark off the front.
    fn read(text: &'t str) -> Self {
        let core = text.trim_start_matches(|c| class(c) == Class::Open);
        if !core.starts_with(FIRSTS) {
            return Summary::Bare(core);
        }
        let body = LABELS.iter().find_map(|label| {
            let rest = core.strip_prefix(label)?;
            let closed = rest.trim_start_matches(|c| class(c) == Class::Close);
            closed.strip_prefix([':', '：']).or_else(|| (closed.len() < rest.len()).then_some(closed))
        });
        match body.map(str::trim) {
            Some("") => Summary::Label,
            Some(body) => Summary::Labelled(body),
            None => Summary::Bare(core),
        }
    }
}

/// Whether `lead` begins with `copy`; where that ends as a sentence does, foreign scraps inside the
/// lead are passed over. A headline, which has no such end, is often made of the lead's words. Both come
/// with how many letters, characters and digits they have. Linear in `copy`.
fn is_copy((copy, count): (&str, usize), (lead, all): (&str, usize), labelled: bool) -> bool {
    let (needed, slack) = if labelled { (MIN_LABELLED, 1) } else { (MIN_COPY, 0) };
    let mut wanted = words(copy).peekable();
    let begins = |c: &char| lead.contains(*c);
    if count < needed || !wanted.peek().is_some_and(begins) {
        return false;
    }
    let is_whole = copy.trim_end().ends_with(|c| c == '.' || class(c) == Class::Stop);
    let allowed = if is_whole { count / 12 + slack } else { 0 };
    let reach = all.min(count + count / 2 + slack * SCRAP);
    let mut found = 0;
    let mut skips = 0;
    let mut gap = false;
    for (at, c) in words(lead).take(reach).enumerate() {
        if wanted.next_if_eq(&c).is_some() {
            found += 1;
            gap = false;
        } else if wanted.peek().is_some() {
            skips += usize::from(!gap);
            gap = true;
        }
        // Nor may more be missing than what is left of the lead can still bring.
        if skips > allowed || (count - found).saturating_sub(reach - at - 1) * 20 > count {
            return false;
        }
    }
    (count - found) * 20 <= count
}

/// The letters, characters and digits of `text`.
fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&c| is_wordlike(c))
}

#[cfg(test)]
mod tests {
    use super::{FIRSTS, LABELS};

    #[test]
    fn every_label_begins_with_a_known_character() {
        assert!(LABELS.iter().all(|label| label.starts_with(FIRSTS)));
    }
}
