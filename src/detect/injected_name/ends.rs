//! What ends organisations' names.

use crate::{
    detect::{
        Page,
        evidence::{Symbol, cohesion},
    },
    lexicon::Lexicon,
    text::{
        Class,
        chars::{self, class},
        words::AnyOf,
    },
};

/// Whether a character ends organisations' names behind the word of a trade.
fn ends_trade(c: char) -> bool {
    ends_end(c)
        || matches!(
            c,
            '部' | '行' | '馆' | '館' | '站' | '院' | '校' | '场' | '場' | '队' | '隊' | '室' | '城' | '园'
        )
        || matches!(c, '園' | '屋' | '堂')
}
/// Words that do so.
static WORDS: AnyOf<20> = AnyOf::new([
    "中心", "平台", "平臺", "机构", "機構", "基地", "总汇", "總匯", "商城", "联盟", "聯盟", "协会", "協會",
    "商会", "商會", "之家", "世界", "专家", "驿站", "小铺",
]);
/// Whether a character goes on from what ends a name: `实业厂`.
fn ends_end(c: char) -> bool {
    matches!(c, '厂' | '廠' | '店' | '社' | '坊' | '铺' | '鋪')
}

/// Where what ends an organisation's name begins and ends: a word of the list, or another one
/// behind the word of a trade. In order of their end.
pub(super) fn of(page: &Page<'_>) -> Vec<(usize, usize)> {
    let text = page.text;
    let trades = page.hits(Lexicon::Trade).chain(page.hits(Lexicon::Goods));
    let behind_trade = trades.filter_map(|hit| behind(text, hit.end));
    let words = page.hits(Lexicon::OrgSuffix).flat_map(|hit| {
        let more = chars::after(text, hit.end).filter(|&c| ends_end(c));
        let more = more.and_then(|c| one(text, hit.end, c)).map(|(_, end)| (hit.start, end));
        [Some((hit.start, hit.end)), more].into_iter().flatten()
    });
    let mut ends: Vec<(usize, usize)> = words.chain(behind_trade).collect();
    ends.sort_unstable_by_key(|&(suffix, end)| (end, suffix));
    ends
}

/// What ends a name at byte `at`, behind the word of a trade.
fn behind(text: &str, at: usize) -> Option<(usize, usize)> {
    let c = chars::after(text, at)?;
    if ends_trade(c) {
        return one(text, at, c);
    }
    let word = WORDS.sharing(c).map(|number| WORDS.word(number)).find(|word| text[at..].starts_with(word))?;
    Some((at, at + word.len()))
}

/// The character `end` at byte `at`, if it makes no word with what follows: `行业`, `部分`.
fn one(text: &str, at: usize, end: char) -> Option<(usize, usize)> {
    /// From so much cohesion on, in nats, two characters are a word's.
    const WORD: f32 = 3.0;
    let next = at + end.len_utf8();
    let goes_on = chars::after(text, next).filter(|&c| class(c) == Class::Han);
    let in_word = goes_on.is_some_and(|c| cohesion(Symbol::of(end), Symbol::of(c)) >= WORD);
    (!in_word).then_some((at, next))
}
