//! **What it finds**: sentences and clauses that advertise a telephone or a messenger's account.
//!
//! **Why it is noise**: the seller was put into a text that is not about him, or has hung himself
//! behind it.
//!
//! **Example**: `欢迎新老客户前来咨询，咨询电话：13800000000`, `加薇①③⑧00000000`
//!
//! **Keeps**: public numbers, telephones in notices, of recruiters, newsrooms, hotels and shops, in
//! the descriptions of apps; groups and public accounts; talk of telephones and messengers, and
//! advertisements that somebody quotes.
//!
//! **Confidence**: a number with signs of advertising: its label, a mobile telephone, words that
//! call for customers or of a trade that the page does not speak of, a disguise, a place where it
//! parts what belongs together; certain with more than needed, else likely. Fewer are a tag.

mod extent;
mod number;
mod signs;
mod unlabelled;
mod words;

use std::ops::Range;

use super::{Findings, Page};
use crate::{
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{Line, chars, words::AnyOf},
};
use number::{Number, Way};
use signs::Advert;

/// Signs that a sentence needs besides its number.
const ENOUGH: i32 = 3;
/// What labels have that stand before an account.
static MESSENGERS: AnyOf<46> = AnyOf::new([
    "信", "LINE", "line", "Line", "老师", "客服", "❤", "♥", "QQ", "qq", "扣", "薇", "V", "v", "x", "X", "加",
    "微", "芯", "徽", "威", "企鹅", "球球", "口口", "Q", "飞机", "电报", "TG", "tg", "賴", "赖", "群",
    "elegram", "hats", "蝙蝠", "➕", "+", "裙", "旺", "邮箱", "郵箱", "卫星", "软件", "泡", "号：", "联系",
]);

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut labels: Vec<&Hit> =
        page.hits(Lexicon::ContactAd).chain(page.hits(Lexicon::ContactLabel)).collect();
    labels.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
    let mut done = 0;
    for label in labels {
        if label.start < done || is_inside_word(page.text, label) {
            continue;
        }
        let line = &page.lines[page.line_at(label.start)];
        let Some(number) = number::behind(page.text, label.end, line.end, is_messenger(page.text, label))
        else {
            continue;
        };
        done = report(page, line, label, &number, done, findings);
    }
    unlabelled::detect(page, findings);
}

/// Whether the label is the end of a longer word: `offline: 7`, `依赖：无`.
fn is_inside_word(text: &str, label: &Hit) -> bool {
    let word = &text[label.start..label.end];
    let Some(before) = chars::before(text, label.start) else { return false };
    word.starts_with(|c: char| c.is_ascii_lowercase()) && before.is_ascii_alphabetic()
        || word.starts_with(['赖', '賴']) && ['依', '信', '仰', '无', '無', '抵', '仗'].contains(&before)
}

fn is_messenger(text: &str, label: &Hit) -> bool {
    !text[label.end..].starts_with('公') && MESSENGERS.is_in(&text[label.start..label.end])
}

/// Reports one number; gives the byte up to which the text is done with.
fn report(
    page: &Page<'_>,
    line: &Line,
    label: &Hit,
    number: &Number,
    done: usize,
    findings: &mut Findings,
) -> usize {
    let floor = line.body.max(done);
    let range = extent::advertisement(page.text, line, floor, label.start..number.range.end);
    let label = telling(page, label, range.start..number.range.start);
    let advert = Advert { page, line, number, label: Some(label.start..label.end), range };
    let calls = advert.calls();
    let signs = advert.common() + calls + labelled(&advert, label, calls);
    let range = advert.range;
    let end = range.end;
    if signs >= ENOUGH {
        let confidence = if signs > ENOUGH { Confidence::Certain } else { Confidence::Likely };
        let range = extent::whole(page, line, number.range.end, range);
        findings.remove(range.clone(), Kind::Contact, "contact/advertisement@1", confidence);
        return end.max(range.end.min(line.end));
    } else if label.lexicon == Lexicon::ContactAd {
        findings.tag(label.start..number.range.end, Kind::Contact, "contact/number@1");
    }
    end
}

/// The most telling label before a number.
fn telling<'p>(page: &'p Page<'_>, label: &'p Hit, before: Range<usize>) -> &'p Hit {
    let hits = page.hits_in(before.clone()).iter().rev();
    let mut ads = hits.filter(|hit| hit.lexicon == Lexicon::ContactAd && hit.start >= before.start);
    ads.next().filter(|_| label.lexicon != Lexicon::ContactAd).unwrap_or(label)
}

/// What the label says, and how the number goes with it and with so many calls.
fn labelled(advert: &Advert<'_>, label: &Hit, calls: i32) -> i32 {
    let (text, number) = (advert.page.text, advert.number);
    let word = &text[label.start..label.end];
    let weight = if label.lexicon == Lexicon::ContactAd { 2 } else { 1 };
    let direct = i32::from(match number.way {
        Way::Mobile | Way::Account => true,
        Way::Fixed => number.is_firm(text),
        Way::Mail => false,
    });
    let disguise = if !number.disguised && is_disguised(word) { 2 } else { 0 };
    let aside = i32::from(weight == 1 && text[..label.start].ends_with(['(', '（']));
    let free = calls > 1 && advert.is_intruder();
    let group = if free { 0 } else { group(text, label.end, word) } + aside;
    let plain = weight == 1 && number.way != Way::Mobile && !word.ends_with([':', '：']);
    weight + direct + disguise - group - i32::from(plain && (calls == 0 || !advert.begins_sentence()))
}

fn group(text: &str, label_end: usize, word: &str) -> i32 {
    i32::from(word.ends_with('群') || text[label_end..].starts_with('群'))
}

/// Whether a messenger's name is written with other characters than its own.
fn is_disguised(label: &str) -> bool {
    const SIGNS: [&str; 31] = [
        "薇", "V", "v", "Ｖ", "威", "徽", "溦", "伈", "扣", "wei", "维", "維", "❤", "♥", "葳", "嶶", "崴",
        "芯", "球球", "口口", "企鹅", "飞机", "裙", "➕", "W信", "w信", "WX", "wx", "蝙蝠", "Q Q", "糸",
    ];
    SIGNS.iter().any(|sign| label.contains(sign))
}
