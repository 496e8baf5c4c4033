//! **What it finds**: a page of one query's variants, one a line, or of phrases that betting and
//! porn sites are searched with.
//!
//! **Why it is noise**: it was made for search engines and says nothing.
//!
//! **Example**: `旧家具搬运多少钱⏎旧家具搬运哪家好⏎旧家具搬运怎么收费`, and so on.
//!
//! **Keeps**: a list of products; questions with answers; an article below such phrases.
//!
//! **Confidence**: a verdict has none.

use super::{Findings, Page, line_words, query};
use crate::{
    kind::DropReason,
    lexicon::Lexicon,
    text::{Class, Line, words::AnyOf},
};

/// Fewest lines of variants.
const MIN_LINES: usize = 8;
/// Longest variant, in code points.
const MAX_CHARS: usize = 40;
/// Fewest code points of a sentence.
const SENTENCE: usize = 20;
/// Fewest words of betting and porn sites, and most characters for each.
const MIN_WORDS: usize = 6;
const SPREAD: usize = 14;

/// Words by which buyers narrow a search, and how many different ones a page of variants has.
const QUALIFIERS: [&str; 54] = [
    "24小时",
    "一览表",
    "上门",
    "专业",
    "代理",
    "价格",
    "供应",
    "便宜",
    "價格",
    "公司",
    "出售",
    "加工",
    "加盟",
    "十大",
    "厂家",
    "参数",
    "口碑",
    "品牌",
    "哪家",
    "哪里",
    "回收",
    "图片",
    "型号",
    "培训",
    "報價",
    "多少",
    "安装",
    "官网",
    "定做",
    "定制",
    "廠家",
    "怎么",
    "批发",
    "批發",
    "报价",
    "招商",
    "招聘",
    "排名",
    "排行",
    "推荐",
    "收费",
    "最新",
    "服务中心",
    "正规",
    "电话",
    "直销",
    "租赁",
    "维修",
    "联系方式",
    "行情",
    "规格",
    "设备",
    "费用",
    "附近",
];
static ANY_QUALIFIER: AnyOf<54> = AnyOf::new(QUALIFIERS);
const MIN_QUALIFIERS: usize = 6;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !page.first || !page.last {
        return;
    }
    let sentences =
        || page.lines.iter().filter(|line| line.count(Class::Stop) > 0 && line.chars() >= SENTENCE);
    // Sentences first: counting them costs less than reading the lines.
    if is_spam(page) && sentences().next().is_none() || sentences().nth(1).is_none() && is_variants(page) {
        findings.drop_document(DropReason::KeywordPage);
    }
}

/// Whether words of such sites fill the page and stand in most of its lines.
fn is_spam(page: &Page<'_>) -> bool {
    let words = page.hits(Lexicon::SpamWord).count();
    let filled = || page.lines.iter().filter(|line| !line.is_blank()).count();
    words >= MIN_WORDS
        && page.count(Class::Han) <= words * SPREAD
        && line_words::lines(page, &[Lexicon::SpamWord]).len() * 2 > filled()
}

/// Whether nearly all lines are short and without end, and most share a phrase and ask.
fn is_variants(page: &Page<'_>) -> bool {
    let filled = || page.lines.iter().filter(|line| !line.is_blank());
    let variants: Vec<&Line> = filled().filter(|line| is_variant(line)).take(MIN_LINES * 16).collect();
    if variants.len() < MIN_LINES || variants.len() * 5 < filled().count() * 4 {
        return false;
    }
    let asked = variants.iter().filter(|line| query::is_query(line.text(page.text))).count();
    asked * 5 >= variants.len() * 2 && has_shared_phrase::<3>(page, &variants, 3)
        || is_qualified(page, &variants) && has_shared_phrase::<2>(page, &variants, 4)
}

/// Whether most lines have a word by which buyers narrow a search, and the page runs through many.
fn is_qualified(page: &Page<'_>, lines: &[&Line]) -> bool {
    let mut seen = [false; QUALIFIERS.len()];
    let mut qualified = 0;
    for line in lines {
        let text = line.text(page.text);
        let has_any = ANY_QUALIFIER.is_in(text);
        let found = QUALIFIERS.iter().position(|word| has_any && text.contains(word));
        qualified += usize::from(found.is_some());
        if let Some(found) = found {
            seen[found] = true;
        }
    }
    let different = seen.iter().filter(|&&seen| seen).count();
    qualified * 3 >= lines.len() * 2 && different >= MIN_QUALIFIERS
}

fn is_variant(line: &Line) -> bool {
    line.chars() <= MAX_CHARS
        && line.count(Class::Han) >= 4
        && line.count(Class::Stop) <= 1
        && !line.last().is_numeric()
}

/// Whether `N` characters in a row stand in `share` lines of five. Linear, but for sorting.
fn has_shared_phrase<const N: usize>(page: &Page<'_>, lines: &[&Line], share: usize) -> bool {
    let mut phrases: Vec<([char; N], usize)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let chars: Vec<char> = line.text(page.text).chars().collect();
        phrases.extend(chars.windows(N).filter_map(|window| Some((window.try_into().ok()?, at))));
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases.chunk_by(|a, b| a.0 == b.0).any(|same| same.len() * 5 >= lines.len() * share)
}
