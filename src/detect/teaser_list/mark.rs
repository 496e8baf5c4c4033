//! The links at the ends of cut leads.

use std::cmp::Reverse;

use super::super::{Page, line_words, plain};
use crate::{
    lexicon::{Hit, Lexicon},
    text::{
        Class,
        chars::{self, class},
    },
};

/// A line that ends in a link to the rest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub(crate) line: usize,
    /// Whether dots stand before the link.
    pub(crate) dots: bool,
    /// Whether the lead stands on the line too; else on the one before.
    pub(crate) has_lead: bool,
    /// How many links stand on the line.
    pub(crate) links: usize,
}

/// What lines end in that end in a link, and the longest link, in code points.
const LINK_ENDS: [char; 18] =
    ['文', '情', '细', '細', '多', '看', '读', '讀', '开', '開', '容', ']', '】', ')', '）', '>', '＞', '»'];
const MAX_LINK: usize = 16;
/// Words that links are put together from; the first of them say what a link leads to.
const LINK_WORDS: [&str; 48] = [
    "全文", "原文", "正文", "全部", "详情", "詳情", "详细", "詳細", "更多", "展开", "展開", "余下", "餘下",
    "剩余", "剩餘", "readmore", "more", "details", "detail", "阅读", "閱讀", "查看", "点击", "點擊", "点选",
    "點選", "点此", "點此", "请", "請", "立即", "继续", "繼續", "浏览", "瀏覽", "观看", "觀看", "看", "了解",
    "瞭解", "内容", "內容", "信息", "資訊", "完整", "帖子", "报道", "報導",
];
const SAID: usize = 22;
/// Fewest characters of a lead.
const MIN_LEAD: usize = 8;

/// Fewest characters of a lead that is known to be cut by its missing end.
const MIN_CUT: usize = 36;

/// The lines that end in such links, in order. Linear in the words found.
pub(crate) fn marks(page: &Page<'_>) -> Vec<Mark> {
    let mut links: Vec<Link> = page.hits(Lexicon::TeaserEnd).filter_map(|hit| Link::at(page, hit)).collect();
    links.extend(composed(page));
    links.sort_unstable_by_key(|link| (link.start, Reverse(link.end)));
    links.dedup_by(|next, kept| next.start < kept.end);
    let mut marks = Vec::new();
    for group in links.chunk_by(|a, b| a.line == b.line) {
        marks.extend(mark(page, group));
    }
    marks
}

/// The links at lines' ends that are put together from words, behind dots: `……（点此阅读余下内容）`. Linear, with
/// a look at each line's end.
fn composed(page: &Page<'_>) -> impl Iterator<Item = Link> {
    let lines = page.lines.iter().enumerate().filter(|(_, line)| {
        line.count(Class::Stop) + line.count(Class::Mark) > 0 && LINK_ENDS.contains(&line.last())
    });
    lines.filter_map(|(index, line)| {
        let text = line.text(page.text);
        let near = text.char_indices().rev().nth(MAX_LINK - 1).map_or(0, |(at, _)| at);
        let dot = text[near..].char_indices().rev().find(|&(_, c)| is_dot(c))?;
        let head = &text[..near + dot.0 + dot.1.len_utf8()];
        let lead = head.trim_end_matches(is_dot);
        let dots = head[lead.len()..].chars();
        let dotted = dots.clone().any(|c| matches!(c, '…' | '⋯')) || dots.count() >= 2;
        let fits = dotted && is_link(&text[head.len()..]);
        fits.then_some(Link { line: index, start: line.body + lead.len(), end: line.end, dots: true })
    })
}

/// Whether `text` is nothing but words of such a link.
fn is_link(text: &str) -> bool {
    let plain = plain::squeezed(text);
    let (mut rest, mut said) = (plain.as_str(), false);
    while !rest.is_empty() {
        let Some(word) = LINK_WORDS.iter().find(|word| rest.starts_with(**word)) else { return false };
        said |= LINK_WORDS[..SAID].contains(word);
        rest = &rest[word.len()..];
    }
    said
}

fn mark(page: &Page<'_>, links: &[Link]) -> Option<Mark> {
    let last = links.last()?;
    let line = &page.lines[last.line];
    let before = page.text[line.body..last.start].chars().take(MIN_LEAD).count();
    let ends = last.end == line.end;
    (ends && (before == 0 || before == MIN_LEAD)).then_some(Mark {
        line: last.line,
        dots: last.dots || is_cut(page, last, before > 0),
        has_lead: before > 0,
        links: links.len(),
    })
}

/// Whether the last clause before a link is a novel site's call, with which a chapter's page ends:
/// `请点击下一页继续阅读`.
fn is_call(lead: &str) -> bool {
    let clause = lead.rsplit(|c| matches!(class(c), Class::Stop | Class::Pause)).next().unwrap_or_default();
    ["下一", "本章", "回复", "回覆", "公众号", "公眾號", "书名", "APP", "app"]
        .iter()
        .any(|word| clause.contains(word))
}

/// Whether the lead before a link breaks off inside a sentence.
fn is_cut(page: &Page<'_>, link: &Link, has_lead: bool) -> bool {
    let line = &page.lines[link.line];
    let lead = if has_lead {
        page.text[line.body..link.start].trim_end()
    } else {
        line_words::above(page, link.line).map_or("", |line| line.text(page.text))
    };
    let ends = lead.ends_with(|c| matches!(class(c), Class::Stop | Class::Close | Class::Pause));
    !ends && !is_bracketed(lead) && !is_call(lead) && lead.chars().take(MIN_CUT).count() == MIN_CUT
}

/// Whether a bracket opens straight before the lead's end: what stands there is a call, and no lead.
fn is_bracketed(lead: &str) -> bool {
    /// Characters among which it opens.
    const NEAR: usize = 16;
    let mut marks = lead.chars().rev().take(NEAR).map(class);
    marks.find(|class| matches!(class, Class::Open | Class::Close | Class::Stop)) == Some(Class::Open)
}

/// One link, dots and brackets around it included.
#[derive(Clone, Copy, Debug)]
struct Link {
    line: usize,
    start: usize,
    end: usize,
    dots: bool,
}

impl Link {
    /// The link around a word; none if the sentence goes on behind it without dots before it.
    fn at(page: &Page<'_>, hit: &Hit) -> Option<Self> {
        let index = page.line_at(hit.start);
        let line = &page.lines[index];
        let tail = &page.text[hit.end..line.end];
        let rest = tail.trim_start_matches(|c| is_frame(c) || class(c) == Class::Close);
        let head = page.text[line.body..hit.start].trim_end_matches(is_frame);
        let word = page.text[hit.start..hit.end].trim_start_matches(|c| is_frame(c) || is_dot(c));
        let lead = head.trim_end_matches(is_dot);
        let dotted = page.text[line.body + lead.len()..hit.end - word.len()].chars();
        let dots = dotted.clone().filter(|&c| is_dot(c)).count();
        let long = dotted.clone().any(|c| matches!(c, '…' | '⋯'));
        let link = Link {
            line: index,
            start: line.body + lead.len(),
            end: line.end - rest.len(),
            dots: long || dots >= 2,
        };
        (rest.is_empty() || link.dots && !goes_on(page, &link)).then_some(link)
    }
}

/// Whether a clause runs over the link's end.
fn goes_on(page: &Page<'_>, link: &Link) -> bool {
    chars::after(page.text, link.end).is_none_or(|c| matches!(class(c), Class::Pause | Class::Stop))
}

/// Dots that cut a lead.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '…' | '⋯' | '。' | '．' | '·' | '⋅' | '•')
}

/// What stands around the link's word.
fn is_frame(c: char) -> bool {
    class(c) == Class::Space
        || class(c) == Class::Open
        || matches!(c, '>' | '＞' | '»' | '》' | '→' | '-' | '|')
}
