//! **What it finds**: a line that links to the previous or next article, chapter or page.
//!
//! **Why it is noise**: it is navigation; a third of crawled pages carry it below the article.
//!
//! **Example**: `上一篇：旧桥的故事 下一篇：没有了`
//!
//! **Keeps**: `上一篇讲了……` in a sentence: without a mark behind the word, without its
//! counterpart in the next line, or with a full stop in the line, it is text.
//!
//! **Confidence**: certain with a colon or bracket behind the word, else likely.

use super::{
    Findings, Page,
    line_words::{self, near},
    plain,
};
use crate::{
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{Class, Line, chars},
};

/// Longest such line, in code points: two titles and their labels.
const MAX_CHARS: usize = 160;
/// Arrows that point back and on.
const BACK: [char; 5] = ['«', '‹', '←', '<', '＜'];
const ON: [char; 5] = ['»', '›', '→', '>', '＞'];
/// Arrows at which nothing but a link begins or ends, how many lines from the page's end they may stand,
/// and the longest title beside one, in code points.
const OUT: [&[char]; 2] = [&['«', '‹', '←', '⟵', '◀'], &['»', '›', '→', '⟶', '▶']];
const MAX_BELOW: usize = 40;
const MAX_TITLE: usize = 64;
/// What else stands in a row of page links.
const LINKS: [&str; 40] = [
    "共页",
    "第页",
    "页次",
    "首",
    "尾",
    "本文共页",
    "投推荐票",
    "推荐票",
    "章节报错",
    "加入书架",
    "书页",
    "书架",
    "目录",
    "目錄",
    "返回",
    "列表",
    "返回列表",
    "返回目录",
    "回目录",
    "回目錄",
    "返回目錄",
    "章节目录",
    "章節目錄",
    "首页",
    "首頁",
    "尾页",
    "末页",
    "最后一页",
    "最後一頁",
    "书签",
    "加入书签",
    "加入書籤",
    "没有了",
    "沒有了",
    "共",
    "页",
    "章节列表",
    "返回书页",
    "全部章节",
    "第一页",
];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    arrows(page, findings);
    for index in line_words::lines(page, &[Lexicon::PrevNext]) {
        let line = &page.lines[index];
        if let Some(confidence) = link(page, index) {
            findings.remove(line.start..line.next, Kind::PrevNext, "prev_next/label@1", confidence);
        } else if page.zone().is_tail(index + 1) {
            glued(page, line, findings);
        }
    }
}

/// Finds two titles below the article, one line each, between arrows that point back and on.
fn arrows(page: &Page<'_>, findings: &mut Findings) {
    if !page.last {
        return;
    }
    let tail = (0..page.lines.len()).rev().take(MAX_BELOW).take_while(|&at| page.zone().is_tail(at));
    let mut lines = tail.map(|at| &page.lines[at]).filter(|line| !line.is_blank());
    let Some(mut below) = lines.next() else { return };
    for above in lines {
        let titled = |line: &Line| line.chars() <= MAX_TITLE && line.count(Class::Han) >= 2;
        let (back, on) = (above.text(page.text), below.text(page.text));
        let outward = back.starts_with(OUT[0]) && on.ends_with(OUT[1]) && !back.ends_with(OUT[1]);
        if outward && titled(below) && titled(above) {
            let range = above.start..below.next;
            findings.remove(range, Kind::PrevNext, "prev_next/arrow@1", Confidence::Likely);
        }
        below = above;
    }
}

/// How sure it is that the whole line is a link.
fn link(page: &Page<'_>, index: usize) -> Option<Confidence> {
    let line = &page.lines[index];
    if line.chars() > MAX_CHARS || line.text(page.text).contains('。') {
        return None;
    }
    let label_end = leading(page, line);
    if label_end.is_some_and(|end| is_marked(page.text, end)) || is_row(page, line) || has_arrow(page, line) {
        return Some(Confidence::Certain);
    }
    let paired = !is_paragraph(page, line)
        && label_end.is_some_and(|end| {
            let label = &page.text[line.body..end];
            near(page, index)
                .any(|other| leading(page, other).is_some_and(|end| page.text[other.body..end] != *label))
        });
    paired.then_some(Confidence::Likely)
}

/// Whether the line ends as a sentence of several clauses does.
fn is_paragraph(page: &Page<'_>, line: &Line) -> bool {
    line.ends_sentence(page.text) && line.count(Class::Pause) > 0
}

/// Where the label ends that the line begins with.
fn leading(page: &Page<'_>, line: &Line) -> Option<usize> {
    line_words::leading(page, line, Lexicon::PrevNext).map(|hit| hit.end).max()
}

fn is_marked(text: &str, end: usize) -> bool {
    let mark = text[end..].trim_start_matches(' ').chars().next();
    let mark = if text[..end].ends_with([':', '：']) { Some(':') } else { mark };
    mark.is_some_and(|c| matches!(c, ':' | '：' | '】' | ']' | '›' | '»' | '>' | '|' | '｜' | '︰'))
}

/// Whether an arrow points out of the line at the label: `« 上一篇 旧桥的故事`.
fn has_arrow(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let hits = page.hits_in(line.body..line.end);
    let mut labels = hits.iter().filter(|hit| hit.lexicon == Lexicon::PrevNext && hit.start >= line.body);
    let bare = |from: usize, to: usize| !page.text[from..to].contains(chars::is_wordlike);
    labels.any(|hit| {
        text.starts_with(BACK) && bare(line.body, hit.start) || text.ends_with(ON) && bare(hit.end, line.end)
    })
}

/// Whether the line is nothing but links of this sort, numbers and the way back to the list.
fn is_row(page: &Page<'_>, line: &Line) -> bool {
    let mut at = line.body;
    for hit in page.hits_in(line.body..line.end).iter().filter(|hit| hit.lexicon == Lexicon::PrevNext) {
        if hit.start >= at && !are_links(&page.text[at..hit.start]) {
            return false;
        }
        at = at.max(hit.end);
    }
    are_links(&page.text[at..line.end])
}

fn are_links(text: &str) -> bool {
    text.len() <= MAX_CHARS
        && plain::words(text).all(|word| {
            word == "0"
                || LINKS.contains(&word.trim_matches('0'))
                || LINKS.contains(&word.replace('0', "").as_str())
        })
}

/// Finds both links behind the last sentence of a line.
fn glued(page: &Page<'_>, line: &Line, findings: &mut Findings) {
    let from = page.text.ceil_char_boundary(line.end.saturating_sub(MAX_CHARS * 3).max(line.body));
    let labels: Vec<_> = page
        .hits_in(from..line.end)
        .iter()
        .filter(|hit| hit.lexicon == Lexicon::PrevNext && is_marked(page.text, hit.end))
        .collect();
    let [first, .., last] = labels[..] else { return };
    let behind_sentence = page.text[line.body..first.start]
        .trim_end()
        .ends_with(|c| matches!(chars::class(c), Class::Stop | Class::Close));
    if behind_sentence && first.end < last.start && !page.text[first.start..line.end].contains('。') {
        findings.remove(first.start..line.end, Kind::PrevNext, "prev_next/glued@1", Confidence::Likely);
    }
}
