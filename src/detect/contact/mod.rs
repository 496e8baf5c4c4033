//! **What it finds**: sentences and clauses that advertise a telephone or a messenger's account.
//!
//! **Why it is noise**: the seller was put into a text that is not about him, or has hung himself
//! behind it.
//!
//! **Example**: `欢迎新老客户前来咨询，咨询电话：13800000000`, `加薇①③⑧00000000`
//!
//! **Keeps**: public numbers, telephones in notices, of recruiters, newsrooms, hotels and shops, in
//! the descriptions of apps; groups and public accounts; talk of telephones and messengers.
//!
//! **Confidence**: a number with signs of advertising: its label, a mobile telephone, words that
//! call for customers, a disguise; certain with more than needed, else likely. Fewer are a tag.

mod extent;
mod number;
mod unlabelled;
mod words;

use std::ops::Range;

use super::{Findings, Page};
use crate::{
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
    },
};
use number::{Number, Way};
use words::{CALLS, NOTICES, SERVICES};

/// Signs that a sentence needs besides its number.
const ENOUGH: i32 = 3;
/// How far around a number its surroundings reach, in bytes.
const NEAR: usize = 240;

/// How far from a number the same is looked for, in bytes.
const REPEATED: usize = 8 << 10;
/// Fewest Chinese characters of prose before and behind an intruder, and fewest digits there that show
/// a list of numbers.
const MIN_PROSE: usize = 40;
const MIN_DIGITS: usize = 12;

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
    let word = &text[label.start..label.end];
    let group = text[label.end..].starts_with('公');
    !group
        && [
            "信", "LINE", "line", "Line", "老师", "客服", "❤", "♥", "QQ", "qq", "扣", "薇", "V", "v", "x",
            "X", "加", "微", "芯", "徽", "威", "企鹅", "球球", "口口", "Q", "飞机", "电报", "TG", "tg", "賴",
            "赖", "群", "elegram", "hats", "蝙蝠", "➕", "+", "裙",
        ]
        .iter()
        .any(|sign| word.contains(sign))
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
    let signs = signs(page.text, label, number, &range)
        + repeats(page.text, label.start..number.range.end)
        + i32::from(is_intruder(page, line, &range));
    let end = range.end;
    if signs >= ENOUGH {
        let confidence = if signs > ENOUGH { Confidence::Certain } else { Confidence::Likely };
        let range = extent::widen(page.text, line, range);
        findings.remove(range, Kind::Contact, "contact/advertisement@1", confidence);
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

/// How much speaks for advertising.
fn signs(text: &str, label: &Hit, number: &Number, sentence: &Range<usize>) -> i32 {
    let (word, from_label, label_end) = (&text[label.start..label.end], label.start, label.end);
    let around = [sentence.start..label.start.max(sentence.start), number.range.end..sentence.end];
    let called = |call: &&&str| around.iter().any(|part| text[part.clone()].contains(**call));
    let calls = CALLS.iter().filter(called).count().min(2) as i32;
    let label = if label.lexicon == Lexicon::ContactAd { 2 } else { 1 };
    let direct = i32::from(number.way != Way::Fixed || number.is_firm(text));
    let disguise = if number.disguised || is_disguised(word) { 2 } else { 0 };
    let aside = i32::from(label == 1 && text[..from_label].ends_with(['(', '（']));
    let group = if calls > 1 { 0 } else { group(text, label_end, word) } + aside;
    let bare = i32::from(label == 1 && number.way != Way::Mobile && !word.ends_with([':', '：']));
    label + direct + calls + disguise - notices(text, number, sentence) - group - bare
}

/// How much speaks for a number that belongs to the text around it.
fn notices(text: &str, number: &Number, sentence: &Range<usize>) -> i32 {
    let from = text.ceil_char_boundary(number.range.start.saturating_sub(NEAR));
    let to = text.floor_char_boundary((number.range.end + NEAR).min(text.len()));
    let near = &text[from..to];
    let notices = NOTICES.iter().filter(|notice| near.contains(*notice)).count().min(3) as i32;
    let own = &text[extent::sentence(text, sentence)];
    let served = SERVICES.iter().any(|word| own.contains(word));
    let weight = if number.way == Way::Fixed { 3 } else { 1 };
    notices + if served { weight } else { 0 }
}

fn group(text: &str, label_end: usize, word: &str) -> i32 {
    i32::from(word.ends_with('群') || text[label_end..].starts_with('群'))
}

/// What it says that label and number stand near there word for word more than once. Constant time.
fn repeats(text: &str, core: Range<usize>) -> i32 {
    let from = text.ceil_char_boundary(core.start.saturating_sub(REPEATED));
    let to = text.floor_char_boundary((core.end + REPEATED).min(text.len()));
    let near = &text.as_bytes()[from..to];
    memchr::memmem::find_iter(near, &text.as_bytes()[core]).take(3).count() as i32 - 1
}

/// Whether the advertisement is a sentence or line of its own between others that say nothing of it.
fn is_intruder(page: &Page<'_>, line: &Line, range: &Range<usize>) -> bool {
    let stop = |c: char| matches!(class(c), Class::Stop | Class::Close);
    let before = page.text[..range.start].trim_end();
    let head = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let behind = page.text[range.end..].trim_start();
    let tail = &behind[..behind.floor_char_boundary(NEAR.min(behind.len()))];
    let prose = |near: &str| near.chars().filter(|&c| class(c) == Class::Han).count() >= MIN_PROSE;
    let digits = |near: &str| near.bytes().filter(u8::is_ascii_digit).count() >= MIN_DIGITS;
    let own = range.start == line.body || before.len() == range.start;
    own && before.ends_with(stop) && prose(head) && prose(tail) && !digits(head) && !digits(tail)
}

/// Whether a messenger's name is written with other characters than its own.
fn is_disguised(label: &str) -> bool {
    const SIGNS: [&str; 31] = [
        "薇", "V", "v", "Ｖ", "威", "徽", "溦", "伈", "扣", "wei", "维", "維", "❤", "♥", "葳", "嶶", "崴",
        "芯", "球球", "口口", "企鹅", "飞机", "裙", "➕", "W信", "w信", "WX", "wx", "蝙蝠", "Q Q", "糸",
    ];
    SIGNS.iter().any(|sign| label.contains(sign))
}
