//! **What it finds**: a line of keywords, tags or popular places.
//!
//! **Why it is noise**: it is there for search engines; the words are no sentence.
//!
//! **Example**: `本文关键词：渡口，栈桥，夜航`
//!
//! **Keeps**: the keywords of a paper, which stand near its abstract; a label whose value reads as
//! a sentence; the rows of a form.
//!
//! **Confidence**: certain where the label speaks of the page, else likely.

use super::{Findings, Page, labelled::in_record, line_words};
use crate::{
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{Class, Line, chars},
};

/// Longest such line, in code points.
const MAX_CHARS: usize = 800;
/// Longest item, in code points.
const MAX_ITEM: usize = 40;
/// Longest line of two words behind number signs, in code points.
const MAX_PAIR: usize = 20;
/// How many lines around the keywords of a paper its abstract stands.
const NEAR: usize = 6;
/// Labels that papers and forms have too, in lower case.
const COMMON: [&str; 27] = [
    "label",
    "labels",
    "category",
    "categories",
    "topic",
    "关键词",
    "關鍵詞",
    "关键字",
    "關鍵字",
    "keywords",
    "keyword",
    "tags",
    "tag",
    "标签",
    "標籤",
    "热搜",
    "相关词",
    "主题词标签",
    "分类标签",
    "话题",
    "話題",
    "分类",
    "分類",
    "专题",
    "專題",
    "文章分类",
    "文章分類",
];
const ABSTRACTS: [&str; 8] = ["摘要", "摘 要", "【摘要", "[摘要", "提要", "内容提要", "內容提要", "abstract"];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    hashtags(page, findings);
    let lines = line_words::lines(page, &[Lexicon::TagLabel]);
    if lines.is_empty() {
        return;
    }
    let zone = page.zone();
    for index in lines {
        let line = &page.lines[index];
        let Some(label) = leading(page, line) else { continue };
        let label_text = &page.text[label.start..label.end];
        let common = is_common(label_text);
        let marked = !label_text.ends_with(|c| chars::class(c) == Class::Space);
        let filled = page.text[label.end..line.end].contains(chars::is_wordlike);
        let placed = marked
            && (filled || zone.is_tail(index))
            && zone.is_edge(index)
            && !in_record(page, index)
            && !near_abstract(page, index);
        if is_list(&page.text[label.end..line.end]) && (!common || placed) {
            let confidence = if common { Confidence::Likely } else { Confidence::Certain };
            findings.remove(line.start..line.next, Kind::TagLine, "tag_line/label@1", confidence);
        }
    }
}

/// The longest label that the line begins with; none for a table's row and for the page's own title.
fn leading<'p>(page: &'p Page<'_>, line: &Line) -> Option<&'p Hit> {
    let text = line.text(page.text);
    if line.chars() > MAX_CHARS || text.starts_with('|') || page.is_titled(text) {
        return None;
    }
    line_words::leading(page, line, Lexicon::TagLabel).max_by_key(|hit| hit.end)
}

fn is_common(label: &str) -> bool {
    let plain: String = label.chars().filter(|&c| chars::is_wordlike(c)).collect();
    COMMON.contains(&plain.to_lowercase().as_str())
}

/// Whether `text` is items between marks, none of which is a sentence.
fn is_list(text: &str) -> bool {
    let items = text.split(|c| {
        matches!(chars::class(c), Class::Space | Class::Pause | Class::Mark | Class::Open | Class::Close)
    });
    let is_item = |item: &str| item.chars().count() <= MAX_ITEM;
    !text.contains(['。', '！', '？', '…']) && items.into_iter().all(is_item)
}

fn near_abstract(page: &Page<'_>, index: usize) -> bool {
    let near = &page.lines[index.saturating_sub(NEAR)..(index + NEAR).min(page.lines.len())];
    near.iter().any(|line| {
        let text = line.text(page.text);
        let head = &text[..text.floor_char_boundary(24)];
        ABSTRACTS.iter().any(|word| head.to_lowercase().starts_with(word))
    })
}

/// Finds lines of nothing but `#话题`.
fn hashtags(page: &Page<'_>, findings: &mut Findings) {
    for line in page.lines.iter().filter(|line| line.count(Class::Mark) >= 2 && line.chars() <= 120) {
        if is_hashtags(line.text(page.text)) && !page.is_titled(line.text(page.text)) {
            findings.remove(line.start..line.next, Kind::TagLine, "tag_line/hash@1", Confidence::Likely);
        }
    }
}

fn is_hashtags(text: &str) -> bool {
    if !text.starts_with(['#', '＃']) {
        return false;
    }
    let tags: Vec<&str> = text.split(['#', '＃']).map(str::trim).filter(|tag| !tag.is_empty()).collect();
    let is_tag = |tag: &&str| {
        let word = |c| chars::is_wordlike(c) || matches!(c, ' ' | '·' | '_' | '-');
        tag.chars().count() <= 20 && tag.chars().all(word)
    };
    let marks = text.matches(['#', '＃']).count();
    !text.starts_with("##")
        && !text.starts_with("# ")
        && marks >= 2
        && (marks > 2 || text.ends_with('#') || text.chars().count() <= MAX_PAIR)
        && (!text.contains("# ") || text.ends_with('#') && marks == 2 * tags.len())
        && tags.iter().all(is_tag)
        && text.chars().any(|c| chars::class(c) == Class::Han)
}
