//! A paragraph, or a run of paragraphs, again.

use std::ops::Range;

use super::{
    super::{Findings, Page, twice::Twice},
    bare,
};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{Class, Line, chars::class},
};

/// Shortest paragraph, in code points.
const MIN_CHARS: usize = 40;
/// How many paragraphs on a single copy may stand.
const NEAR: usize = 2;
/// How many lines further down, blank ones included.
const MAX_LINES: usize = 6;
/// Fewest paragraphs in a row that are copies, wherever they stand.
const MIN_RUN: usize = 3;

/// How many first characters tell most of the others apart.
const HEAD: usize = 4;
/// What tells most paragraphs apart without reading them: counts of their characters.
type Shape = u64;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let paragraphs: Vec<usize> = (0..page.lines.len()).filter(|&at| is_long(page, &page.lines[at])).collect();
    let shapes = || paragraphs.iter().map(|&line| shape(&page.lines[line]));
    let Some(twice) = Twice::among(shapes()) else { return };
    let head = |at: usize| head(page.lines[paragraphs[at]].text(page.text));
    let alike = shapes().zip(0..).filter(|&(shape, _)| twice.has(shape));
    let alike = alike.map(|(shape, at)| ((shape, head(at)), at)).collect();
    let copies = copies(page, &paragraphs, alike);
    let mut at = 0;
    while at < copies.len() {
        let Some(of) = copies[at] else {
            at += 1;
            continue;
        };
        let run = (at..copies.len()).take_while(|&next| copies[next] == Some(of + next - at)).count();
        let apart = paragraphs[at] - paragraphs[of];
        let stays = !findings.removes(page.lines[paragraphs[of]].body);
        let near = at - of <= NEAR
            && apart <= MAX_LINES
            && page.lines[paragraphs[at]].ends_sentence(page.text)
            && !is_said(page.lines[paragraphs[at]].text(page.text))
            && !is_section_apart(page, paragraphs[of] + 1..paragraphs[at], findings);
        if stays && (near || run >= MIN_RUN || is_straight_below(page, paragraphs[of], paragraphs[at])) {
            remove(page, &paragraphs[at..at + run], findings);
        }
        at += run;
    }
}

/// Whether nothing stands between two lines: items of a list that are alike stand apart.
fn is_straight_below(page: &Page<'_>, of: usize, at: usize) -> bool {
    page.lines[of + 1..at].iter().all(Line::is_blank)
}

/// Whether a heading or a numbered article stands among the lines between two: each part of a law or a manual has
/// its own, in the same words.
fn is_section_apart(page: &Page<'_>, between: Range<usize>, findings: &Findings) -> bool {
    page.lines[between].iter().filter(|line| !line.is_blank() && !findings.removes(line.body)).any(|line| {
        let text = line.text(page.text);
        is_numbered(text) || line.chars() < MIN_CHARS && !line.ends_sentence(page.text)
    })
}

/// Whether the text begins with who says it: in plays and prayers the same is said again.
fn is_said(text: &str) -> bool {
    text.split_once(['：', ':']).is_some_and(|(who, _)| (1..=4).contains(&who.chars().count()))
}

/// Whether a number begins the text: `第七条`, `（二）`, `3.`.
fn is_numbered(text: &str) -> bool {
    let numeral = |c: char| class(c) == Class::Digit || "一二三四五六七八九十百千零〇".contains(c);
    let head = text.trim_start_matches(['(', '（', '第', '条', '條', '目', '"', '“', ' ']);
    let rest = head.trim_start_matches(numeral);
    rest.len() < head.len()
        && (head.len() < text.len() || rest.starts_with(['、', '.', '．', '）', ')', ' ', '　']))
}

/// Removes copies; what stands in a row goes as one.
fn remove(page: &Page<'_>, copies: &[usize], findings: &mut Findings) {
    let joined = |&from: &usize, &to: &usize| page.lines[from + 1..to].iter().all(Line::is_blank);
    for row in copies.chunk_by(joined) {
        let range = page.lines[row[0]].start..page.lines[row[row.len() - 1]].next;
        findings.remove(range, Kind::Duplicate, "duplicate/paragraph@1", Confidence::Certain);
    }
}

/// Whether the line is a paragraph of running text, no row and no rule.
fn is_long(page: &Page<'_>, line: &Line) -> bool {
    line.chars() >= MIN_CHARS
        && line.count(Class::Han) * 2 > line.chars()
        && (line.ends_sentence(page.text) || matches!(line.last(), '；' | ';' | '：' | ':'))
        && line.count(Class::Stop) + line.count(Class::Pause) > 0
}

/// For each paragraph the earlier one it is a copy of, all of those in `order` with their shapes and first
/// characters. `n log n` in them, and linear in the text of those that are alike by these.
fn copies(
    page: &Page<'_>,
    paragraphs: &[usize],
    mut order: Vec<((Shape, u64), usize)>,
) -> Vec<Option<usize>> {
    let mut copies = vec![None; paragraphs.len()];
    order.sort_unstable();
    for alike in order.chunk_by(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
        let text = |at: usize| page.lines[paragraphs[at]].text(page.text);
        let mut texts: Vec<(String, usize)> =
            alike.iter().map(|&(_, at)| (bare(text(at)).collect(), at)).collect();
        texts.sort_unstable();
        for pair in texts.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            copies[pair[1].1] = Some(pair[0].1);
        }
    }
    copies
}

/// The first characters of a paragraph in one number.
fn head(text: &str) -> u64 {
    bare(text).take(HEAD).fold(0, |head, c| head << 16 ^ u64::from(c))
}

fn shape(line: &Line) -> Shape {
    let counts = [line.chars(), line.count(Class::Han), line.count(Class::Pause), line.count(Class::Digit)];
    counts.into_iter().fold(0, |shape, count| shape << 16 ^ count as u64)
}
