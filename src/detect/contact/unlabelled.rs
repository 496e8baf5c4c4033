//! Telephones that advertise without a label.

use super::{
    ENOUGH, extent,
    number::{self, Number, Way},
    signs::Advert,
};
use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
    text::{Class, Line, chars},
};

/// Fewest digits, or disguised ones, of a line that can hold a telephone.
const MIN_DIGITS: usize = 10;
const MIN_SYMBOLS: usize = 7;
/// Most telephones of a page that is no board of offers.
const MAX_NUMBERS: usize = 3;
/// Longest line that is looked at, in bytes.
const MAX_LINE: usize = 3000;
/// What one does with a telephone.
const VERBS: [char; 9] = ['打', '拨', '撥', '找', '系', '繫', '洽', '电', '電'];
/// What stands behind the name of one who answers it.
const TITLES: [&str; 12] =
    ["先生", "小姐", "女士", "经理", "經理", "老师", "老師", "师傅", "師傅", "教练", "房东", "同微"];
/// How far behind a telephone a title stands, in bytes.
const NEAR: usize = 18;

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let can = |line: &&Line| {
        (line.count(Class::Digit) >= MIN_DIGITS || line.count(Class::Symbol) >= MIN_SYMBOLS)
            && line.count(Class::Han) > 0
            && line.end - line.body <= MAX_LINE
    };
    let found: Vec<(&Line, Vec<Number>)> = page
        .lines
        .iter()
        .filter(can)
        .map(|line| (line, number::telephones(page, line.body..line.end)))
        .collect();
    if is_board(page, &found) {
        return;
    }
    for (line, numbers) in found {
        let mut floor = line.body;
        for number in numbers {
            if number.range.start >= floor && !findings.removes(number.range.start) {
                floor = judge(page, line, floor, &number, findings);
            }
        }
    }
}

/// Whether so many telephones stand on the page that it is a board of offers, whose text they are.
fn is_board(page: &Page<'_>, found: &[(&Line, Vec<Number>)]) -> bool {
    let mut all: Vec<&str> = found
        .iter()
        .flat_map(|(_, numbers)| numbers)
        .map(|number| &page.text[number.range.clone()])
        .collect();
    all.sort_unstable();
    all.dedup();
    all.len() > MAX_NUMBERS
}

/// Reports the telephone if enough speaks for advertising; gives the byte up to which the line is read.
fn judge(page: &Page<'_>, line: &Line, floor: usize, number: &Number, findings: &mut Findings) -> usize {
    let range = extent::advertisement(page.text, line, floor, number.range.clone());
    let advert = Advert { page, line, number, label: None, range };
    let signs = advert.common() + advert.calls() + bare(&advert);
    if signs < ENOUGH {
        return number.range.end;
    }
    let end = advert.range.end;
    let confidence = if signs > ENOUGH { Confidence::Certain } else { Confidence::Likely };
    let range = extent::whole(page, line, number.range.end, advert.range);
    findings.remove(range.clone(), Kind::Contact, "contact/telephone@1", confidence);
    end.max(range.end.min(line.end))
}

/// What speaks for advertising where no label does: a mobile telephone, what one does with it, who answers.
fn bare(advert: &Advert<'_>) -> i32 {
    let (text, number) = (advert.page.text, advert.number);
    let before = &text[advert.range.start..number.range.start];
    let behind = &text[number.range.end..advert.range.end];
    let verb = chars::before(text, number.range.start).is_some_and(|c| VERBS.contains(&c));
    let near = &behind[..behind.floor_char_boundary(NEAR.min(behind.len()))];
    let name = before.trim_end_matches([':', '：']);
    let titled =
        TITLES.iter().any(|title| name.ends_with(title)) || TITLES.iter().any(|title| near.contains(title));
    i32::from(number.way == Way::Mobile || number.is_firm(text)) + i32::from(verb || titled)
}
