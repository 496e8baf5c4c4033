//! How far a call reaches.

use std::ops::Range;

use super::{anchors::Sign, composed, reach, site};
use crate::text::{
    Class, Line,
    chars::{self, class},
};

/// Most sentences that a call goes on with.
const MAX_GROWTH: usize = 3;
/// Longest sentence that is looked at before and behind a sign, in bytes.
const REACH: usize = 360;
/// How far before and behind a call a speech around it is looked for, in bytes.
const SPEECH: usize = 1200;
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
/// Fewest Chinese characters of a speech before and behind a call that was put into it.
const MIN_TALK: usize = 1;
/// Longest list of titles behind a call, in bytes.
const MAX_TITLES: usize = 150;
/// What labels end in that stand before titles.
const LABELS: [&str; 9] = ["推荐", "推薦", "在看", "看过", "看過", "新书", "新書", "好书", "还喜欢"];
/// Longest label before a call, in bytes.
const MAX_LABEL: usize = 30;
/// Words by which a clause without a sign still belongs to a call.
const OWN: [&str; 33] = [
    "阅读", "閱讀", "網", "网", "手机", "手機", "小说", "小說", "章", "点击", "點擊", "体验", "體驗", "广告",
    "廣告", "收藏", "精彩", "弹窗", "页", "頁", "点此", "點此", "耐心", "刷新", "稍等", "更新", "首发",
    "首發", "转载", "声明", "聲明", "提示", "提醒",
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
    let stops = tail.match_indices(|c| class(c) == Class::Stop).map(|(at, _)| at);
    let Some(stop) = stops.into_iter().find(|&at| !site::is_dot(text, sign.end + at)) else {
        return start..to;
    };
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
    let part = &text[range.clone()];
    let found = part.char_indices().rfind(|&(at, c)| test(c) && !site::is_dot(text, range.start + at));
    found.map_or(range.start, |(at, c)| range.start + at + c.len_utf8())
}

/// The part of a sentence that is the call.
pub(super) fn call(text: &str, line: &Line, sentence: Range<usize>, signs: &[Sign]) -> Range<usize> {
    let first = &signs[0].range;
    let head = &text[sentence.start..first.start];
    let whole =
        head.len() <= MAX_HEAD && !head.contains(|c| class(c) == Class::Pause) && composed::is_head(head)
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
        if !ended || !goes_along(&text[next.clone()]) {
            break;
        }
        end = next.end;
    }
    let head = text[line.body..start].trim_end();
    let from = text.ceil_char_boundary(head.len().saturating_sub(REACH) + line.body);
    let body = head.trim_end_matches(stop);
    let previous = self::start(text, from.min(line.body + body.len()), line.body + body.len());
    if body.len() < head.len() && goes_along(&text[previous..start]) {
        start = previous;
    }
    start..end
}

/// Whether a sentence beside a call belongs to it: it reads as one, or asks in a site's words.
fn goes_along(sentence: &str) -> bool {
    let asks = || sentence.contains(['请', '請', '您']);
    composed::strength(sentence).is_some_and(|found| found >= composed::Strength::Likely || asks())
}

/// The first sentence of a stretch, its closing marks included.
fn next_sentence(text: &str, range: Range<usize>) -> Range<usize> {
    let to = text.floor_char_boundary((range.start + REACH).min(range.end));
    let rest = &text[range.start..to];
    let Some(stop) = rest.find(|c| class(c) == Class::Stop) else { return range.start..to };
    let behind = rest[stop..].trim_start_matches(|c| matches!(class(c), Class::Stop | Class::Close));
    range.start..to - behind.len()
}

/// The call with the marks that go with it, and the whole line where nothing else stands in it.
pub(super) fn widen(text: &str, line: &Line, call: Range<usize>) -> Range<usize> {
    let call = call.start..adorned(text, line, &call);
    let empty = |range: Range<usize>| !text[range].contains(chars::is_wordlike);
    match (empty(line.body..call.start), empty(call.end..line.end)) {
        (true, true) => line.start..line.next,
        (_, true) => call.start..line.end,
        _ => call,
    }
}

/// The end of a call with what closes its brackets and the ornaments behind it.
fn adorned(text: &str, line: &Line, call: &Range<usize>) -> usize {
    let mut end = call.end + path(&text[call.clone()], &text[call.end.min(line.end)..line.end]);
    let spaces = text[end..line.end].len() - text[end..line.end].trim_start_matches([' ', '　']).len();
    end += if closes(&text[call.start..end], chars::after(text, end + spaces).unwrap_or(' ')) {
        spaces
    } else {
        0
    };
    for c in text[end..line.end].chars() {
        let ornament =
            class(c) == Class::Symbol || matches!(c, '*' | '^' | '~' | '|' | '_' | '°' | '哦' | '喔' | '※');
        if !ornament && !closes(&text[call.start..end], c) {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// How long the rest of the path is whose host `call` ends with.
fn path(call: &str, rest: &str) -> usize {
    let latin = |c: char| matches!(class(c), Class::Letter | Class::Digit);
    let on = rest.starts_with(['/', '／'])
        || call.contains(['/', '／']) && rest.starts_with(['.', '．', '点', '。']);
    let behind = rest.chars().nth(1).is_some_and(latin);
    if !on || !behind || !call.ends_with(latin) {
        return 0;
    }
    let part =
        |c: char| latin(c) || matches!(c, '/' | '／' | '.' | '．' | '-' | '_' | '?' | '=' | '&' | '%' | '#');
    let dot = |at: usize, c: char| matches!(c, '点' | '。') && rest[at + c.len_utf8()..].starts_with(latin);
    rest.char_indices().find(|&(at, c)| !part(c) && !dot(at, c)).map_or(rest.len(), |(at, _)| at)
}

/// Whether `c` closes a bracket that `call` leaves open.
fn closes(call: &str, c: char) -> bool {
    let pairs = [
        ('（', '）'),
        ('(', ')'),
        ('【', '】'),
        ('[', ']'),
        ('〔', '〕'),
        ('「', '」'),
        ('『', '』'),
        ('［', '］'),
    ];
    let count = |mark: char| call.matches(mark).count();
    pairs.iter().any(|&(open, close)| close == c && count(open) > count(close))
}

/// Whether a call stands in the middle of what somebody says.
pub(super) fn is_amid_speech(text: &str, line: &Line, call: &Range<usize>) -> bool {
    let quote = |c: char| matches!(c, '“' | '”' | '「' | '」');
    let talk =
        |part: &str| part.chars().filter(|&c| class(c) == Class::Han).take(MIN_TALK).count() >= MIN_TALK;
    let head = &text[text.ceil_char_boundary(call.start.saturating_sub(SPEECH).max(line.body))..call.start];
    let said = head.rfind(quote).map_or(head, |open| &head[open..]);
    let tail = &text[call.end.min(line.end)..text.floor_char_boundary((call.end + SPEECH).min(line.end))];
    // What somebody says ends with a mark, unless something was put in before the quote closes.
    let glued = tail.starts_with(['”', '」']) && text[..call.end].ends_with(chars::is_wordlike);
    talk(said) && (glued || talk(&tail[..tail.find(quote).unwrap_or(tail.len())]))
}

/// The end of the last clause that belongs to the call, or of its last word in a clause with which
/// a story goes on.
fn end(text: &str, sentence: &Range<usize>, last: &Sign) -> usize {
    let mut end = last.range.end;
    // A word may reach over the sentence's end when it holds a stop itself.
    if end >= sentence.end {
        return end;
    }
    if let Some(titles) = titles(text, end..sentence.end) {
        return titles;
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

/// The end of the titles of works that a call's label is followed by, if nothing else is up to the sentence's end.
fn titles(text: &str, range: Range<usize>) -> Option<usize> {
    let rest = &text[range.clone()];
    let head = text[..range.start].trim_end_matches(['：', ':', '《']);
    let labelled = LABELS.iter().any(|label| head.ends_with(label));
    let short = |title: &str| title.is_empty() || site::is_title(title);
    let all = rest.split(['、', '，', ',', ' ', '　', '|', '：', ':', '》']).all(short);
    let alone = text[range.end..].starts_with('\n') || text.len() == range.end;
    let works = rest.trim_end_matches(|c| class(c) == Class::Stop).ends_with('》');
    (labelled && rest.len() <= MAX_TITLES && all && (alone || works)).then_some(range.end)
}
