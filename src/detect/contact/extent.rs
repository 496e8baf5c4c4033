//! How far an advertisement with a number reaches.

use std::ops::Range;

use super::words::CALLS;
use crate::text::{
    Class, Line,
    chars::{self, class},
};

/// Longest beginning of a sentence, in bytes, that belongs to the number when no mark parts them.
const MAX_HEAD: usize = 90;
/// How far back the sentence's start is looked for, in bytes.
const REACH: usize = 240;
/// Longest end behind a number that belongs to it, in bytes.
const MAX_TAIL: usize = 60;
/// Longest rest of a clause behind its last own word, in bytes, that still belongs to it.
const MAX_REST: usize = 12;
/// Words that go on with a number behind it.
const GOES_ON: [&str; 39] = [
    "同号",
    "同號",
    "同步",
    "同微",
    "经理",
    "經理",
    "咨询",
    "諮詢",
    "老师",
    "老師",
    "小姐",
    "先生",
    "女士",
    "师傅",
    "師傅",
    "医生",
    "律师",
    "微信",
    "QQ",
    "热线",
    "熱線",
    "长期有效",
    "分机",
    "分機",
    "备注",
    "備註",
    "名额",
    "周末",
    "当天",
    "带你",
    "享受",
    "预约",
    "預約",
    "领取",
    "服务",
    "服務",
    "价格",
    "全国",
    "转",
];
/// Labels that may stand before the one with the number.
const LEADS: [&str; 14] = [
    "联系人",
    "聯絡人",
    "电话",
    "電話",
    "手机",
    "手機",
    "微信",
    "QQ",
    "热线",
    "熱線",
    "客服",
    "TEL",
    "Tel",
    "了解",
];

/// The clauses around a label and its number that belong to them, not before byte `floor`.
pub(super) fn advertisement(text: &str, line: &Line, floor: usize, core: Range<usize>) -> Range<usize> {
    start(text, floor, core.start)..end(text, line.end, core.end)
}

/// The start of the clause, with the clauses before it that call for customers.
fn start(text: &str, floor: usize, label: usize) -> usize {
    let from = text.ceil_char_boundary(label.saturating_sub(REACH).max(floor));
    let (mut start, mut before) = (from, None);
    for (at, c) in text[from..label].char_indices() {
        let next = from + at + c.len_utf8();
        let stop =
            class(c) == Class::Stop || (c == '.' && is_han(before) && is_han(chars::after(text, next)));
        let pause = class(c) == Class::Pause || (class(c) == Class::Space && is_han(before));
        if stop || (pause && !calls(&text[start..next])) {
            start = next;
        }
        before = Some(c);
    }
    if label - start > MAX_HEAD { label } else { start }
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| class(c) == Class::Han)
}

fn calls(clause: &str) -> bool {
    CALLS.iter().chain(&LEADS).any(|call| clause.contains(call))
}

/// Behind the number: more digits, brackets, calls; a clause of the story does not belong to it.
fn end(text: &str, line_end: usize, number: usize) -> usize {
    let to = text.floor_char_boundary((number + MAX_TAIL).min(line_end));
    let tail = &text[number..to];
    let stop = tail.find(|c| class(c) == Class::Stop);
    let rest = &tail[..stop.unwrap_or(tail.len())];
    let mut end = number;
    for clause in rest.split_inclusive(|c| matches!(class(c), Class::Pause | Class::Space)) {
        let own = own(clause);
        end += own;
        if own < clause.len() {
            return end;
        }
    }
    let marks = text[end..line_end].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    line_end - marks.len()
}

/// How many bytes of a clause behind a number go on with it: all of them where hardly anything
/// follows the last word that does, none where no word does.
fn own(clause: &str) -> usize {
    if !clause.contains(|c| class(c) == Class::Han) {
        return clause.len();
    }
    let words = CALLS.iter().chain(&GOES_ON);
    let last = words.filter_map(|word| clause.rfind(word).map(|at| at + word.len())).max();
    last.map_or(0, |last| if clause.len() - last <= MAX_REST { clause.len() } else { last })
}

/// The sentence around a range. Bounded.
pub(super) fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let stop = |c: char| matches!(class(c), Class::Stop | Class::Break);
    let from = text.ceil_char_boundary(range.start.saturating_sub(REACH));
    let to = text.floor_char_boundary((range.end + REACH).min(text.len()));
    let start = text[from..range.start].rfind(stop).map_or(from, |at| from + at);
    let end = text[range.end..to].find(stop).map_or(to, |at| range.end + at);
    start..end
}

/// The whole line where nothing else stands in it.
pub(super) fn widen(text: &str, line: &Line, range: Range<usize>) -> Range<usize> {
    let empty = |range: Range<usize>| !text[range].contains(chars::is_wordlike);
    match (empty(line.body..range.start), empty(range.end..line.end)) {
        (true, true) => line.start..line.next,
        (_, true) => range.start..line.end,
        _ => range,
    }
}
