//! How far a call reaches.

use std::ops::Range;

use super::{anchors::Sign, composed, reach};
use crate::text::{
    Class, Line,
    chars::{self, class},
};

/// Most sentences that a call goes on with.
const MAX_GROWTH: usize = 3;
/// Longest sentence that is looked at before and behind a sign, in bytes.
const REACH: usize = 360;
/// Longest beginning of a sentence, in bytes, that may belong to the call: a site's name.
const MAX_HEAD: usize = 60;
/// Longest address of the reader before a call, in bytes: `小主，`.
const MAX_ADDRESS: usize = 12;
/// How a call addresses its readers.
const ADDRESSES: [&str; 12] = [
    "小主",
    "亲",
    "親",
    "亲们",
    "书友们",
    "書友們",
    "各位书友",
    "各位書友",
    "大家",
    "朋友们",
    "读者们",
    "讀者們",
];
/// Longest label before a call, in bytes.
const MAX_LABEL: usize = 30;
/// Words by which a clause without a sign still belongs to a call.
const OWN: [&str; 29] = [
    "阅读", "閱讀", "網", "网", "手机", "手機", "小说", "小說", "章", "点击", "點擊", "体验", "體驗", "广告",
    "廣告", "收藏", "精彩", "弹窗", "页", "頁", "点此", "點此", "耐心", "刷新", "稍等", "更新", "首发",
    "首發", "转载",
];

/// The sentence around a sign, its closing marks included; never past the line.
pub(super) fn sentence(text: &str, line: &Line, sign: &Range<usize>) -> Range<usize> {
    let from = text.ceil_char_boundary(sign.start.saturating_sub(REACH).max(line.body));
    let start = start(text, from, sign.start);
    let to = text.floor_char_boundary((sign.end + REACH).min(line.end));
    let tail = &text[sign.end..to];
    if let Some(close) = bracket(text, start..sign.start, tail) {
        return start..sign.end + close;
    }
    let Some(stop) = tail.find(|c| class(c) == Class::Stop) else { return start..to };
    let rest = tail[stop..].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    start..to - rest.len()
}

/// The start of the sentence: behind the last mark that closes one; a name in quotes does not.
fn start(text: &str, from: usize, to: usize) -> usize {
    let mut at = to;
    loop {
        let start = after_last(text, from..at, |c| matches!(class(c), Class::Stop | Class::Close));
        let open = match chars::before(text, start).filter(|_| start > from) {
            Some('”') => '“',
            Some('」') => '「',
            Some('』') => '『',
            Some('》') => '《',
            _ => return start,
        };
        let name = text[from..start].rfind(open).map(|open| from + open);
        let Some(open) = name.filter(|&open| start - open <= composed::MAX_NAME) else { return start };
        let inner = text[open..start].chars().rev().nth(1);
        if inner.is_some_and(|c| matches!(class(c), Class::Stop | Class::Pause)) {
            return start;
        }
        at = open;
    }
}

/// Where the bracket closes, as an offset in `tail`, that holds nothing before a sign but a word.
fn bracket(text: &str, head: Range<usize>, tail: &str) -> Option<usize> {
    let open = after_last(text, head.clone(), |c| matches!(c, '（' | '(' | '【' | '['));
    let close = match chars::before(text, open).filter(|_| open > head.start)? {
        '（' | '(' => ['）', ')'],
        '【' | '[' => ['】', ']'],
        _ => return None,
    };
    let alone = text[head.start..open].chars().count() == 1 && head.end - open <= MAX_ADDRESS;
    let at = tail.find(close).filter(|_| alone)?;
    let end = at + tail[at..].chars().next().map_or(0, char::len_utf8);
    let behind = tail[end..].split(|c| matches!(class(c), Class::Stop | Class::Pause)).next();
    let goes_on = behind.is_some_and(|clause| OWN.iter().any(|word| clause.contains(word)));
    (!goes_on && !tail[..at].contains(|c| class(c) == Class::Open)).then_some(end)
}

fn after_last(text: &str, range: Range<usize>, test: impl Fn(char) -> bool) -> usize {
    let found = text[range.clone()].char_indices().rfind(|&(_, c)| test(c));
    found.map_or(range.start, |(at, c)| range.start + at + c.len_utf8())
}

/// The part of a sentence that is the call.
pub(super) fn call(text: &str, line: &Line, sentence: Range<usize>, signs: &[Sign]) -> Range<usize> {
    let first = &signs[0].range;
    let head = &text[sentence.start..first.start];
    let whole = head.len() <= MAX_HEAD && !head.contains(|c| class(c) == Class::Pause)
        || sentence.start == line.body
            && ADDRESSES.contains(&head.trim_end_matches(|c| class(c) == Class::Pause));
    let start = if whole {
        sentence.start
    } else {
        label(
            text,
            sentence.start,
            after_last(text, sentence.start..first.start, |c| class(c) == Class::Pause),
        )
    };
    start..end(text, &sentence, &signs[signs.len() - 1])
}

/// Where a call starts whose clause starts at `start`: with the label before it, `推荐阅读：`.
fn label(text: &str, from: usize, start: usize) -> usize {
    let Some(head) = text[from..start].strip_suffix(['：', ':']) else { return start };
    let mark = |c| matches!(class(c), Class::Pause | Class::Space);
    let label = after_last(text, from..from + head.len(), mark);
    let own = OWN.iter().any(|word| text[label..start].contains(word));
    if own && start - label <= MAX_LABEL { label } else { start }
}

/// The call with the sentences before and behind it in its line that read as calls too.
pub(super) fn grow(text: &str, line: &Line, call: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = call;
    let stop = |c: char| matches!(class(c), Class::Stop | Class::Close);
    for _ in 0..MAX_GROWTH {
        let ended = text[start..end].trim_end().ends_with(stop);
        let next = next_sentence(text, end..line.end);
        if !ended || composed::strength(&text[next.clone()]).is_none() {
            break;
        }
        end = next.end;
    }
    let head = text[line.body..start].trim_end();
    let from = text.ceil_char_boundary(head.len().saturating_sub(REACH) + line.body);
    let body = head.trim_end_matches(stop);
    let previous = after_last(text, from.min(line.body + body.len())..line.body + body.len(), stop);
    if body.len() < head.len() && composed::strength(&text[previous..start]).is_some() {
        start = previous;
    }
    start..end
}

/// The first sentence of a stretch, its closing marks included.
fn next_sentence(text: &str, range: Range<usize>) -> Range<usize> {
    let to = text.floor_char_boundary((range.start + REACH).min(range.end));
    let rest = &text[range.start..to];
    let Some(stop) = rest.find(|c| class(c) == Class::Stop) else { return range.start..to };
    let behind = rest[stop..].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    range.start..to - behind.len()
}

/// The whole line where nothing else stands in it, else the call up to the line's last mark.
pub(super) fn widen(text: &str, line: &Line, call: Range<usize>) -> Range<usize> {
    let empty = |range: Range<usize>| !text[range].contains(chars::is_wordlike);
    match (empty(line.body..call.start), empty(call.end..line.end)) {
        (true, true) => line.start..line.next,
        (_, true) => call.start..line.end,
        _ => call,
    }
}

/// The end of the last clause that belongs to the call, or of its last word in a clause with which
/// a story goes on.
fn end(text: &str, sentence: &Range<usize>, last: &Sign) -> usize {
    let mut end = last.range.end;
    // A word may reach over the sentence's end when it holds a stop itself.
    if end >= sentence.end {
        return end;
    }
    for clause in text[end..sentence.end].split_inclusive(|c| class(c) == Class::Pause) {
        let reach = reach::reach(clause);
        end += reach;
        if reach < clause.len() {
            return end;
        }
    }
    let rest = text[end..sentence.end].trim_start_matches(|c| class(c) == Class::Close);
    sentence.end - rest.len()
}
