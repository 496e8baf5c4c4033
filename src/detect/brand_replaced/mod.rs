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
mod names;

use std::ops::Range;

use super::{Findings, Page};
use crate::{
    detect::evidence::{Symbol, cohesion},
    kind::DropReason,
    lexicon::Lexicon,
    text::{
        Class,
        chars::{self, class},
    },
};

/// Fewest places of names, of those inside sentences, and of paragraphs that have such.
const MIN_PLACES: usize = 4;
const MIN_INSIDE: usize = 3;
const MIN_LINES: usize = 2;
/// Most code points a place of the name may have to itself, and where there are many.
const SPREAD: usize = 250;
const WIDE_SPREAD: usize = 400;
const MANY_INSIDE: usize = 6;
/// What is set behind a site's name.
const PAGES: [&str; 4] = ["官网", "官網", "网址", "網址"];
/// Most characters of a name before its known part.
const MAX_OWN: usize = 4;
/// What parts a name from the sentence that it was set before.
const SET_BEFORE: &str = ":：,，|｜-_ ";
/// Words of an article that speaks of betting.
const BETTING: [&str; 12] =
    ["赌", "賭", "博彩", "投注", "下注", "彩民", "玩家", "筹码", "籌碼", "荷官", "赔率", "牌照"];

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let stays = |name: &Range<usize>| !findings.removes(name.start);
    let known: Vec<Range<usize>> =
        page.hits(Lexicon::SpamBrand).map(|hit| hit.start..hit.end).filter(stays).collect();
    if !is_throughout(page, &known) && !misfit::is_replaced(page, &stays) {
        return;
    }
    if !BETTING.iter().any(|word| page.text.contains(word)) {
        findings.drop_document(DropReason::BrandReplaced);
    }
}

/// Whether a name stands inside a sentence: on no strip of names, and not set before a sentence whose
/// subject still stands.
fn is_inside(page: &Page<'_>, name: &Range<usize>) -> bool {
    let text = page.text;
    let behind =
        PAGES.iter().find_map(|word| text[name.end..].strip_prefix(word)).unwrap_or(&text[name.end..]);
    let parted = behind.starts_with(|c| SET_BEFORE.contains(c) || class(c) == Class::Close);
    let set_before = parted && opens(&text[..name.start]) || behind.starts_with([':', '：']);
    !set_before && page.lines[page.line_at(name.start)].count(Class::Stop) > 0
}

/// Whether a sentence may begin where a text ends, the first characters of a name and a bracket aside.
fn opens(head: &str) -> bool {
    let own = head.chars().rev().take(MAX_OWN).take_while(|&c| chars::is_wordlike(c));
    let head = &head[..head.len() - own.map(char::len_utf8).sum::<usize>()];
    let aside = |c: char| class(c) == Class::Open || class(c) == Class::Space;
    let last = head.trim_end_matches(aside).chars().next_back();
    last.is_none_or(|c| matches!(class(c), Class::Stop | Class::Close | Class::Break))
}

/// Whether known names stand all through the sentences, and no sentence reads on without them.
fn is_throughout(page: &Page<'_>, known: &[Range<usize>]) -> bool {
    if known.len() < MIN_INSIDE {
        return false;
    }
    // Letters and digits before a name leave no doubt.
    let coded = known.iter().filter(|name| page.text[..name.start].ends_with(|c: char| c.is_ascii_digit()));
    let inside: Vec<Range<usize>> = known.iter().filter(|name| is_inside(page, name)).cloned().collect();
    let mut lines: Vec<usize> = inside.iter().map(|name| page.line_at(name.start)).collect();
    lines.dedup();
    let many = inside.len() >= MANY_INSIDE && lines.len() > MIN_LINES;
    let spread = if many { WIDE_SPREAD } else { SPREAD };
    inside.len() >= MIN_INSIDE
        && known.len() + coded.count() >= MIN_PLACES
        && lines.len() >= MIN_LINES
        && page.count(Class::Han) <= known.len() * spread
        && !is_put_in(page.text, &inside)
}

/// Whether names were put in and replace nothing: the text reads on without them in a quarter of their
/// places, most are where a clause begins and hardly one in need of them, or all are there or behind 的 and 是.
pub(super) fn is_put_in(text: &str, places: &[Range<usize>]) -> bool {
    let begins = |place: &&Range<usize>| begins_clause(text, place);
    let triggered = |place: &&Range<usize>| begins(place) || text[..place.start].ends_with(['的', '是']);
    let closed = |place: &&Range<usize>| is_closed_without(text, place);
    let count = places.len();
    let begin = places.iter().filter(begins).count();
    let close = places.iter().filter(closed).count();
    let needed = places.iter().filter(|place| !triggered(place) && !closed(place)).count();
    // Of many places two may close by chance, and a few in need of the name tell.
    let by_chance = count >= MANY_INSIDE && close < MIN_INSIDE;
    let tells = count > MANY_INSIDE && needed * 4 >= count;
    close * 4 >= count && !by_chance
        || begin >= MIN_INSIDE && begin * 10 > count * 6 && !tells
        || places.iter().all(|place| triggered(&place))
}

/// Whether a place begins a clause that goes on behind it.
fn begins_clause(text: &str, place: &Range<usize>) -> bool {
    let goes_on = chars::after(text, place.end).is_some_and(chars::is_wordlike);
    goes_on
        && chars::before(text, place.start).is_none_or(|c| !chars::is_wordlike(c) && class(c) != Class::Open)
}

/// Whether the characters around a place belong together.
fn is_closed_without(text: &str, place: &Range<usize>) -> bool {
    /// From so much cohesion on, in nats, two characters do.
    const TOGETHER: f32 = 2.0;
    let han = |c: Option<char>| c.filter(|&c| class(c) == Class::Han).map(Symbol::of);
    let around = han(chars::before(text, place.start)).zip(han(chars::after(text, place.end)));
    around.is_some_and(|(left, right)| cohesion(left, right) >= TOGETHER)
}
