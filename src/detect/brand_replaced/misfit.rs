//! Names made as betting sites' names are that stand where no firm's name can.

use std::ops::Range;

use super::{
    super::Page,
    PAGES, is_put_in,
    names::{self, Name},
};
use crate::{
    detect::evidence::{Symbol, cohesion},
    text::{
        Class,
        chars::{self, class},
    },
};

/// Fewest places where no name can stand, and one in how many of all.
const MIN_MISFITS: usize = 2;
const SHARE: usize = 8;
/// The same for places where a firm's name hardly stands.
const ODD_SHARE: usize = 6;
/// At most one place in so many may have a firm's words around it, and how far is looked, in code points.
const FIRM_SHARE: usize = 8;
const AROUND: usize = 10;
/// From so much cohesion on, in nats, the characters of a name are a word of their own.
const WORD: f32 = 1.0;
/// Words with which things are counted, not firms.
const MEASURES: &str =
    "条座把只棵头匹盏艘辆朵双幅株盘口张根块粒滴片枚串堆碗杯瓶層條隻頭盞輛雙張塊顆颗本首扇件群";
/// What stands before such a word.
const COUNTS: &str = "一二三四五六七八九十两兩几幾这這那每某半数數0123456789";
/// What stands behind a thing or people, not behind a firm.
const BEHIND: [&str; 10] = ["们", "們", "里的", "裡的", "里有", "上空", "边上", "邊上", "底下", "表面"];
/// What stands before people, places and things, and behind them, hardly with a firm.
const ODD_BEFORE: &str = "老小各位名全两兩条條座棵头頭辆輛每张張块塊种種副件反非食";
const ODD_BEHIND: [&str; 38] = [
    "们", "們", "里", "裡", "官员", "官員", "总统", "總統", "总理", "總理", "政府", "媒体", "外交", "人民",
    "式", "队", "隊", "选手", "選手", "代表", "共产", "共產", "民族", "性", "化", "派出", "交警", "民警",
    "局长", "大使", "学生", "孩子", "村民", "居民", "河", "树", "樹", "水",
];
/// Words that stand around firms.
const FIRM: [&str; 36] = [
    "公司", "集团", "集團", "股份", "股价", "股價", "股票", "业绩", "業績", "营收", "營收", "净利", "上市",
    "董事", "总裁", "總裁", "品牌", "楼盘", "业主", "小区", "门店", "门店", "投资", "投資", "客户", "合同",
    "债券", "赛事", "版权", "旗下", "创始", "控股", "融资", "收购", "艺人", "藝人",
];

/// Whether one name stands in many places, several of which no firm's name can have, or always with
/// the words for its pages. Linear, but for sorting.
pub(super) fn is_replaced(page: &Page<'_>, stays: &dyn Fn(&Range<usize>) -> bool) -> bool {
    names::collect(page, stays).iter().any(|name| {
        lines(page, &name.places) > 2
            && !is_put_in(page.text, &name.places)
            && (is_site(page, name) || is_misfit(page, name) || is_odd(page, name))
    })
}

/// Whether the word for a site's pages follows the name wherever it stands.
fn is_site(page: &Page<'_>, name: &Name) -> bool {
    let paged = |place: &Range<usize>| PAGES.iter().any(|word| page.text[place.end..].starts_with(word));
    name.is_ended && name.places.iter().all(paged)
}

/// Whether the name stands in several places as no name does.
fn is_misfit(page: &Page<'_>, name: &Name) -> bool {
    let misfits = name.places.iter().filter(|place| is_thing(page.text, place)).count();
    name.is_ended && !name.is_spelt && misfits >= MIN_MISFITS && misfits * SHARE >= name.places.len()
}

/// Whether a name that is no word stands as hardly any firm's does, and nothing shows that it is one.
fn is_odd(page: &Page<'_>, name: &Name) -> bool {
    let count = |is: fn(&str, &Range<usize>) -> bool| {
        name.places.iter().filter(|&place| is(page.text, place)).count()
    };
    let spelt = name.is_spelt && name.is_ended;
    !is_word(page.text, name)
        && count(is_of_firm) * FIRM_SHARE <= name.places.len()
        && (spelt || count(is_odd_place).max(MIN_MISFITS - 1) * ODD_SHARE >= name.places.len())
        && (spelt || count(is_odd_place) >= MIN_MISFITS)
}

/// Whether the name's own characters are a word.
fn is_word(text: &str, name: &Name) -> bool {
    let mut own = text[name.stem.clone()].chars();
    match (own.next(), own.next()) {
        (Some(a), Some(b)) if class(a) == Class::Han && class(b) == Class::Han => {
            cohesion(Symbol::of(a), Symbol::of(b)) >= WORD
        }
        _ => false,
    }
}

/// How many lines of running text the places stand in.
fn lines(page: &Page<'_>, places: &[Range<usize>]) -> usize {
    let mut lines: Vec<usize> = places.iter().map(|place| page.line_at(place.start)).collect();
    lines.dedup();
    lines.into_iter().filter(|&line| page.lines[line].count(Class::Stop) > 0).count()
}

/// Whether the name is counted or spoken of as a thing is.
fn is_thing(text: &str, place: &Range<usize>) -> bool {
    let measure = chars::before(text, place.start).filter(|&c| MEASURES.contains(c));
    let counted = measure
        .and_then(|c| chars::before(text, place.start - c.len_utf8()))
        .is_some_and(|c| COUNTS.contains(c));
    counted || BEHIND.iter().any(|word| text[place.end..].starts_with(word))
}

fn is_odd_place(text: &str, place: &Range<usize>) -> bool {
    chars::before(text, place.start).is_some_and(|c| ODD_BEFORE.contains(c))
        || ODD_BEHIND.iter().any(|word| text[place.end..].starts_with(word))
}

fn is_of_firm(text: &str, place: &Range<usize>) -> bool {
    let before =
        text[..place.start].char_indices().rev().take(AROUND).last().map_or(place.start, |(at, _)| at);
    let behind: usize = text[place.end..].chars().take(AROUND).map(char::len_utf8).sum();
    let around = [&text[before..place.start], &text[place.end..place.end + behind]];
    FIRM.iter().any(|word| around.iter().any(|side| side.contains(word)))
}
