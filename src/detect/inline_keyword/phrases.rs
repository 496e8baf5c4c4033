//! Search phrases inside sentences.

use std::ops::Range;

use super::{
    gain::gain,
    judge,
    piece::{Bounds, Spot},
    shared::{self, MAX_BEFORE, MAX_BEHIND, width},
};
use crate::{
    detect::{Findings, Page},
    lexicon::Lexicon,
    text::chars,
};

/// For phrases that are hardly more than a word which other texts need as well.
const SHORT: Bounds = Bounds { single: f32::MAX, pair: 13.0, mean: 6.4, reads_on: 2.0 };
/// For phrases with so many words of search that nobody would write them in a sentence.
const LONG: Bounds = Bounds { single: 9.0, pair: 8.0, mean: 6.0, reads_on: f32::MIN };
/// Gain, in nats, above which a grammatical character behind a phrase does not go on with it.
const UNGRAMMATICAL: f32 = 6.5;
/// Shortest phrase, in code points: what is shorter is a word that every article may need.
const MIN_CHARS: usize = 5;
/// Longest place name before a phrase, in code points.
const MAX_PLACE: usize = 3;
/// What a character more in a phrase must bring, in nats.
const STEP: f32 = 0.3;

/// Widens every known word to the phrase it stands in. Linear, but for sorting.
pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut cores = cores(page);
    let text = |range: &Range<usize>| &page.text[range.clone()];
    cores.sort_by(|a, b| text(a).cmp(text(b)).then(a.start.cmp(&b.start)));
    let (mut short, mut long) = (Vec::new(), Vec::new());
    for group in cores.chunk_by(|a, b| text(a) == text(b)) {
        let (before, behind) = shared::around(page.text, group);
        for core in group {
            let known = group.len() > 1;
            let range = if known { core.start - before..core.end + behind } else { best(page.text, core) };
            let chars = |range: &Range<usize>| page.text[range.clone()].chars().count();
            if chars(&range) >= MIN_CHARS {
                let query = chars(core) >= MIN_CHARS || is_query(&page.text[range.clone()]);
                let spots = if query { &mut long } else { &mut short };
                spots.push(Spot::new(page.text, range, UNGRAMMATICAL));
            }
        }
    }
    judge(page, short, &SHORT, "inline_keyword/phrase@1", findings);
    judge(page, long, &LONG, "inline_keyword/phrase@1", findings);
}

/// Whether a phrase ends as what people type, not as what they write about.
fn is_query(phrase: &str) -> bool {
    const ENDS: [&str; 20] = [
        "电话",
        "電話",
        "价格",
        "價格",
        "多少钱",
        "多少錢",
        "哪家好",
        "哪里好",
        "费用",
        "費用",
        "报价",
        "報價",
        "排名",
        "流程",
        "厂家",
        "廠家",
        "培训班",
        "定做",
        "上门",
        "秒批",
    ];
    ENDS.iter().any(|end| phrase.ends_with(end))
}

/// The known words of the page; those that touch are one.
fn cores(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut hits: Vec<Range<usize>> =
        page.hits(Lexicon::SearchPhrase).map(|hit| hit.start..hit.end).collect();
    hits.sort_by_key(|hit| hit.start);
    let mut cores: Vec<Range<usize>> = Vec::new();
    for hit in hits {
        match cores.last_mut().filter(|core| core.end >= hit.start) {
            Some(core) => core.end = core.end.max(hit.end),
            None => cores.push(hit),
        }
    }
    cores
}

/// The widening of a word that brings the most.
fn best(text: &str, core: &Range<usize>) -> Range<usize> {
    let starts = ends(text[..core.start].chars().rev(), MAX_BEFORE);
    let behind = ends(text[core.end..].chars(), MAX_BEHIND);
    let mut best = (f32::MIN, core.clone());
    for (more, &before) in starts.iter().enumerate() {
        for (most, &after) in behind.iter().enumerate() {
            let range = core.start - before..core.end + after;
            let worth = gain(text, &range) - STEP * (more + most) as f32;
            if worth > best.0 {
                best = (worth, range);
            }
        }
    }
    to_mark(text, best.1)
}

/// A phrase that begins at most a word behind a mark or a line's start begins there.
fn to_mark(text: &str, range: Range<usize>) -> Range<usize> {
    let before = width(text[..range.start].chars().rev(), MAX_PLACE + 1);
    let short = text[range.start - before..range.start].chars().count() <= MAX_PLACE;
    if short { range.start - before..range.end } else { range }
}

/// Bytes of the first 0, 1, 2, … wordlike characters, at most `most` of them.
fn ends(chars: impl Iterator<Item = char>, most: usize) -> Vec<usize> {
    let mut ends = vec![0];
    for c in chars.take(most).take_while(|&c| chars::is_wordlike(c)) {
        ends.push(ends[ends.len() - 1] + c.len_utf8());
    }
    ends
}
