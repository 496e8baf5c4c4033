//! How far an advertisement with a number reaches.

use std::ops::Range;

use super::words::CALLS;
use crate::detect::Page;
use crate::lexicon::Lexicon;
use crate::text::{
    Class, Line,
    chars::{self, class},
    words::AnyOf,
};

/// Longest beginning of a sentence, in bytes, that belongs to the number when no mark parts them.
const MAX_HEAD: usize = 90;
/// How far back the sentence's start is looked for, in bytes.
const REACH: usize = 240;
/// Longest end behind a number that belongs to it, in bytes.
const MAX_TAIL: usize = 60;
/// Longest rest of a clause behind its last own word, in bytes, that still belongs to it.
const MAX_REST: usize = 12;
/// Longest clause, in code points, that an advertisement of its own goes on with, and that leads up to one.
const MAX_CLAUSE: usize = 13;
const MAX_LEAD: usize = 18;
/// Most Chinese characters of a line before an advertisement that fills the rest of it.
const MAX_OPENING: usize = 16;
/// Longest name of who answers, in bytes, in brackets behind a number.
const MAX_NAME: usize = 30;
/// Words that go on with a number behind it.
static GOES_ON: AnyOf<70> = AnyOf::new([
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
    "名额有限",
    "了解详情",
    "详聊",
    "验证",
    "来意",
    "领资料",
    "拿资料",
    "微信号",
    "手机号",
    "电话",
    "号码",
    "保密",
    "隐私",
    "来电",
    "联系",
    "无误",
    "备用",
    "24小时",
    "全天",
    "在线",
    "洽詢",
    "立即",
    "小时",
    "即可",
    "凭身份证",
    "瘦",
    "包教",
    "试学",
    "试课",
    "看货",
    "看样",
]);
/// Labels that may stand before the one with the number.
static LEADS: AnyOf<14> = AnyOf::new([
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
]);

/// What clauses begin with that tell something.
const TELLING: [char; 23] = [
    '据', '但', '因', '由', '他', '她', '我', '而', '如', '虽', '在', '当', '经', '对', '被', '将', '并',
    '也', '从', '使', '让', '其', '该',
];
/// Shortest command that an advertisement may be glued to, in bytes.
const MIN_CODE: usize = 12;
/// What no line begins with that leads up to an advertisement.
const TALK: &str = "的了是还還不我你他她也就都很这這那";
/// Most bytes between two of its own words behind a number.
const MAX_BETWEEN: usize = 18;

/// The clauses around a label and its number that belong to them, not before byte `floor`.
pub(super) fn advertisement(text: &str, line: &Line, floor: usize, core: Range<usize>) -> Range<usize> {
    start(text, floor, core.start)..end(text, line.end, core.end, false)
}

/// The whole of an advertisement whose number ends at byte `number`, with what its own sentence goes on with.
pub(super) fn whole(page: &Page<'_>, line: &Line, number: usize, range: Range<usize>) -> Range<usize> {
    let text = page.text;
    let stop = |c: char| matches!(class(c), Class::Stop | Class::Close);
    let own = range.start == line.body || text[line.body..range.start].trim_end().ends_with(stop);
    let start = if own { range.start } else { led_up(page, line, &range) };
    let own = own || start < range.start;
    let range = start..if own { end(text, line.end, number, true).max(range.end) } else { range.end };
    widen(text, line, range)
}

/// Where the short clause of a trade starts that opens a sentence and leads up to an advertisement with
/// which it ends: `翡翠直播，`.
fn led_up(page: &Page<'_>, line: &Line, range: &Range<usize>) -> usize {
    let text = page.text;
    let Some(clause) = text[line.body..range.start].strip_suffix(['，', ',']) else { return range.start };
    let stop = clause.rfind(|c| matches!(class(c), Class::Stop | Class::Close | Class::Pause));
    let from = stop.map_or(0, |at| at + clause[at..].chars().next().map_or(0, char::len_utf8));
    let first = stop.is_none_or(|at| chars::after(clause, at).is_some_and(|c| class(c) != Class::Pause));
    let plain = |c: char| class(c) == Class::Han && !TALK.contains(c);
    let short = (3..=MAX_OPENING / 2).contains(&clause[from..].chars().count());
    let from = line.body + from;
    let goes_on = chars::after(text, range.end).is_some_and(|c| class(c) == Class::Pause);
    let goes_on = goes_on || text[..range.end].ends_with(|c| class(c) == Class::Pause);
    let trade =
        page.hits_in(from..range.start).iter().any(|hit| hit.lexicon == Lexicon::Trade && hit.start >= from);
    let leads = first && short && trade && !goes_on && clause[from - line.body..].chars().all(plain);
    if leads { from } else { range.start }
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
        let close = matches!(c, '”' | '」' | '』' | '》') || class(c) == Class::Close && next == label;
        if stop || close || (pause && !calls(&text[start..next])) {
            start = next;
        }
        before = Some(c);
    }
    let start = start + code(&text[start..label]);
    if label - start > MAX_HEAD { label } else { start }
}

/// How long the command or address is that an advertisement is glued to.
fn code(head: &str) -> usize {
    let len = head.bytes().take_while(u8::is_ascii).count();
    let words = head[..len].bytes().filter(|&byte| byte == b' ').count();
    if len >= MIN_CODE && words > 1 && !head[len..].is_empty() { len } else { 0 }
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| class(c) == Class::Han)
}

fn calls(clause: &str) -> bool {
    let short = clause.chars().count() <= MAX_LEAD;
    short && !clause.starts_with(TELLING) && (CALLS.is_in(clause) || LEADS.is_in(clause))
}

/// Behind the number: more digits, brackets, calls; a clause of the story does not belong to it. Where the
/// advertisement is a sentence of its own and a mark stands behind the number, it is its own mark.
fn end(text: &str, line_end: usize, number: usize, own_sentence: bool) -> usize {
    let to = text.floor_char_boundary((number + MAX_TAIL).min(line_end));
    let tail = &text[number..to];
    let stop = tail.find(|c| class(c) == Class::Stop);
    let rest = &tail[..stop.unwrap_or(tail.len())];
    let named = name(rest);
    let mut end = number + named;
    let rest = &rest[named..];
    let goes_on = own_sentence && chars::after(rest, 0).is_some_and(|c| class(c) == Class::Pause);
    for clause in rest.split_inclusive(|c| matches!(class(c), Class::Pause | Class::Space)) {
        let free = goes_on && clause.chars().count() <= MAX_CLAUSE && next_word(clause, 0).is_none();
        let own = if free { clause.len() } else { own(clause, goes_on) };
        end += own;
        if own < clause.len() {
            return end;
        }
    }
    let marks = text[end..line_end].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    line_end - marks.len()
}

/// How long the name in brackets is that stands right behind a number.
fn name(rest: &str) -> usize {
    let open = chars::after(rest, 0).is_some_and(|c| matches!(c, '（' | '(' | '[' | '【'));
    let close = rest.find(['）', ')', ']', '】']).filter(|&at| open && at <= MAX_NAME);
    close.map_or(0, |at| at + rest[at..].chars().next().map_or(0, char::len_utf8))
}

/// How many bytes of a clause behind a number go on with it: all of them where hardly anything
/// follows the last word that does, none where no word does.
fn own(clause: &str, goes_on: bool) -> usize {
    if !clause.contains(|c| class(c) == Class::Han) {
        return clause.len();
    }
    let mut at = 0;
    while let Some(end) = next_word(clause, at) {
        at = end;
    }
    let paused = clause.ends_with(|c| class(c) == Class::Pause);
    let rest = if paused && !goes_on { MAX_REST / 2 } else { MAX_REST };
    if at > 0 && clause.len() - at <= rest { clause.len() } else { at }
}

/// Where the nearest word that goes on with a number ends, at or soon behind byte `at`.
fn next_word(clause: &str, at: usize) -> Option<usize> {
    let near = &clause[at..clause.floor_char_boundary((at + 2 * MAX_BETWEEN).min(clause.len()))];
    let calls = CALLS.found(near).map(|(start, word)| (start, CALLS.word(word)));
    let found = calls.chain(GOES_ON.found(near).map(|(start, word)| (start, GOES_ON.word(word))));
    // The first place of a word counts.
    let first = |&(start, word): &(usize, &str)| start <= MAX_BETWEEN && near.find(word) == Some(start);
    found.filter(first).map(|(start, word)| at + start + word.len()).max()
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

/// The whole line where nothing else stands in it but a clause that leads up to the advertisement.
fn widen(text: &str, line: &Line, range: Range<usize>) -> Range<usize> {
    let empty = |range: Range<usize>| !text[range].contains(chars::is_wordlike);
    let head = &text[line.body..range.start];
    match (empty(line.body..range.start) || is_opening(head), empty(range.end..line.end)) {
        (true, true) => line.start..line.next,
        (_, true) => range.start..line.end,
        _ => range,
    }
}

/// Whether nothing but a few words stand before an advertisement, with a mark behind them.
fn is_opening(head: &str) -> bool {
    let plain = |c: char| {
        !matches!(class(c), Class::Stop | Class::Letter | Class::Close | Class::Mark) && !TALK.contains(c)
    };
    let short = head.chars().filter(|&c| class(c) == Class::Han).count() <= MAX_OPENING;
    short && head.ends_with(['，', ',', '、', '；']) && head.chars().all(plain)
}
