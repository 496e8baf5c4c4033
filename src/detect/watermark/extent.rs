//! How far a call reaches.

use std::ops::Range;

use super::anchors::Sign;
use crate::text::{
    Class, Line,
    chars::{self, class},
};

/// Longest sentence that is looked at before and behind a sign, in bytes.
const REACH: usize = 360;
/// Longest beginning of a sentence, in bytes, that may belong to the call: a site's name.
const MAX_HEAD: usize = 60;
/// Longest address of the reader before a call, in bytes: `小主，`.
const MAX_ADDRESS: usize = 12;
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
    let start = after_last(text, from..sign.start, |c| matches!(class(c), Class::Stop | Class::Close));
    let to = text.floor_char_boundary((sign.end + REACH).min(line.end));
    let tail = &text[sign.end..to];
    if let Some(close) = bracket(text, start..sign.start, tail) {
        return start..sign.end + close;
    }
    let Some(stop) = tail.find(|c| class(c) == Class::Stop) else { return start..to };
    let rest = tail[stop..].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    start..to - rest.len()
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
        || head.len() <= MAX_ADDRESS && sentence.start == line.body;
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

/// The whole line where nothing else stands in it, else the call up to the line's last mark.
pub(super) fn widen(text: &str, line: &Line, call: Range<usize>) -> Range<usize> {
    let empty = |range: Range<usize>| !text[range].contains(chars::is_wordlike);
    match (empty(line.body..call.start), empty(call.end..line.end)) {
        (true, true) => line.start..line.next,
        (_, true) => call.start..line.end,
        _ => call,
    }
}

/// The end of the last clause that belongs to the call; behind words of its own form the rest of
/// their clause does, behind a host only what reads like a call.
fn end(text: &str, sentence: &Range<usize>, last: &Sign) -> usize {
    let mut end = last.range.end;
    // A word may reach over the sentence's end when it holds a stop itself.
    if end >= sentence.end {
        return end;
    }
    for clause in text[end..sentence.end].split_inclusive(|c| class(c) == Class::Pause) {
        let own = OWN.iter().any(|word| clause.contains(word)) || !clause.contains(chars::is_wordlike);
        let first = end == last.range.end && !last.is_host;
        if !(own || first) {
            break;
        }
        end += clause.len();
    }
    let rest = text[end..sentence.end].trim_start_matches(|c| class(c) == Class::Close);
    sentence.end - rest.len()
}
