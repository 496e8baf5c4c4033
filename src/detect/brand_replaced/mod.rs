//! **What it finds**: an article in which a betting site's name stands wherever its real subject
//! was named.
//!
//! **Why it is noise**: what it tells is false of the name, and the true name is lost.
//!
//! **Example**: `甲乙贵宾会召开秋季家长会`, and so in every paragraph.
//!
//! **Keeps**: news about betting, which speaks of bets; a page with the name in one place; news
//! about a firm or a club whose name ends as such sites' names do.
//!
//! **Confidence**: a verdict has none.

mod misfit;

use super::{Findings, Page};
use crate::{
    kind::DropReason,
    lexicon::{Hit, Lexicon},
    text::Class,
};

/// Fewest places of one name, and of paragraphs that have it.
const MIN_PLACES: usize = 4;
const MIN_LINES: usize = 3;
/// Most code points a place of the name may have to itself.
const SPREAD: usize = 250;
/// Words of an article that speaks of betting.
const BETTING: [&str; 12] =
    ["赌", "賭", "博彩", "投注", "下注", "彩民", "玩家", "筹码", "籌碼", "荷官", "赔率", "牌照"];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    // A name with a colon was set before a sentence whose subject still stands.
    let set_before = |hit: &&Hit| page.text[hit.end..].starts_with([':', '：']);
    let known: Vec<&Hit> = page.hits(Lexicon::SpamBrand).filter(|hit| !set_before(hit)).collect();
    if !is_throughout(page, &known) && !misfit::is_replaced(page) {
        return;
    }
    if !BETTING.iter().any(|word| page.text.contains(word)) {
        findings.drop_document(DropReason::BrandReplaced);
    }
}

/// Whether one name stands in most paragraphs.
fn is_throughout(page: &Page<'_>, hits: &[&Hit]) -> bool {
    if hits.len() < MIN_PLACES {
        return false;
    }
    let mut names: Vec<&str> = hits.iter().map(|hit| &page.text[hit.start..hit.end]).collect();
    names.sort_unstable();
    let most = names.chunk_by(|a, b| a == b).map(<[_]>::len).max().unwrap_or(0);
    let mut lines: Vec<usize> = hits.iter().map(|hit| page.line_at(hit.start)).collect();
    lines.dedup();
    lines.retain(|&line| page.lines[line].count(Class::Stop) > 0);
    let prose: usize = page.lines.iter().filter(|line| line.count(Class::Stop) > 0).count();
    let chars: usize = page.count(Class::Han);
    most >= MIN_PLACES && lines.len() >= MIN_LINES && lines.len() * 2 >= prose && chars <= hits.len() * SPREAD
}
