//! **What it finds**: sentences by which a novel site calls its readers: remember our address,
//! turn the page, read us on the phone.
//!
//! **Why it is noise**: it is the site's, not the author's, and stands in the middle of chapters,
//! often disguised with symbols and mixed widths so that no list of addresses matches.
//!
//! **Example**: `请记住本书首发域名：www.example.com。`, `手♂机用户请浏览ｍ.ｅxample.ｃom阅读`
//!
//! **Keeps**: what characters say in quotes; stories and articles about phones, sites and pages;
//! a chapter's own end; an author's plea for votes is named and stays.
//!
//! **Confidence**: certain where a call of its own form meets a host or a disguise, else likely.

mod anchors;
mod composed;
mod extent;
mod reach;
mod site;
mod surroundings;
mod words;

use std::ops::Range;

use self::{
    anchors::{DISGUISED, SIGNS},
    composed::Strength,
    surroundings::Surroundings,
};
use super::{Findings, Page};
use crate::{
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// What a sentence's signs must add up to: a call alone, or two lesser signs.
const MIN_SCORE: usize = 2;
/// Longest sentence that is a line of its own, in bytes.
const MAX_LINE: usize = 1200;

/// What calls have that were put into what somebody says: they ask, or name what only a site has.
const ASKING: [&str; 27] = [
    "请",
    "請",
    "您",
    "首发",
    "首發",
    "推荐",
    "推薦",
    "登录",
    "登錄",
    "弹窗",
    "彈窗",
    "列表",
    "关注",
    "關注",
    "收藏",
    "点此",
    "點此",
    "章节",
    "章節",
    ".",
    "用户上传之",
    "用戶上傳之",
    "最快更新",
    "无广告",
    "無廣告",
    "连载作品",
    "連載作品",
];

/// One call and how sure it is.
struct Call {
    range: Range<usize>,
    confidence: Confidence,
}

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let lists = SIGNS.iter().chain(&[Lexicon::WatermarkBroad]);
    let any = lists.into_iter().any(|&lexicon| page.hits(lexicon).next().is_some());
    let surroundings = if any { Surroundings::of(page) } else { Surroundings::Text };
    let signs = anchors::collect(page, surroundings);
    let mut calls: Vec<Call> = Vec::new();
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        let line = &page.lines[page.line_at(sign.range.start)];
        let sentence = extent::sentence(page.text, line, &sign.range);
        let count = signs[at..].iter().take_while(|sign| sign.range.start < sentence.end).count().max(1);
        let call = judge(page.text, line, sentence, &signs[at..at + count], surroundings);
        let signs = &signs[at..at + count];
        if let Some(call) = call.filter(|call| is_free(page, line, call, signs)) {
            add(page.text, &mut calls, call);
        }
        at += count;
    }
    for call in calls {
        let line = &page.lines[page.line_at(call.range.start)];
        let range = extent::widen(page.text, line, extent::grow(page.text, line, call.range));
        findings.remove(range, Kind::Watermark, "watermark/call@1", call.confidence);
    }
    tag_notes(page, findings);
}

/// Whether nobody says a call: it was put into the middle of what somebody says.
fn is_free(page: &Page<'_>, line: &Line, call: &Call, signs: &[anchors::Sign]) -> bool {
    let weight = signs.iter().map(|sign| sign.weight).max().unwrap_or(0);
    let alone = || composed::strength(&page.text[call.range.clone()]) >= Some(Strength::Alone);
    let said = &page.text[call.range.clone()];
    let rest = said.find(['”', '」']).map_or("", |close| &said[close..]);
    let opens = said.starts_with(['“', '「']) && !rest.contains(chars::is_wordlike);
    weight >= DISGUISED
        || !opens && !anchors::is_quoted(page, call.range.start)
        || extent::is_amid_speech(page.text, line, &call.range)
            && ASKING.iter().any(|word| said.contains(word))
            && (weight >= MIN_SCORE || alone())
}

/// Adds a call; two that overlap, or with nothing but marks of one line
/// between them, are one.
fn add(text: &str, calls: &mut Vec<Call>, call: Call) {
    let glued = |last: &&mut Call| {
        let between = text.get(last.range.end..call.range.start);
        between.is_none_or(|marks| !marks.contains(|c| c == '\n' || chars::is_wordlike(c)))
    };
    match calls.last_mut().filter(glued) {
        Some(last) => last.range.end = last.range.end.max(call.range.end),
        None => calls.push(call),
    }
}

/// The call in a sentence, if its signs suffice: one of its own form, or a host with a lesser one.
fn judge(
    text: &str,
    line: &Line,
    sentence: Range<usize>,
    signs: &[anchors::Sign],
    surroundings: Surroundings,
) -> Option<Call> {
    let score: usize = signs.iter().map(|sign| sign.weight).sum();
    let confidence = if score > MIN_SCORE { Confidence::Certain } else { Confidence::Likely };
    let alone = is_sentence(text, line);
    if alone && composed::line(&text[line.body..line.end], signs, surroundings) {
        return Some(Call { range: line.body..line.end, confidence });
    }
    let read = || composed::call(text, &sentence, signs, surroundings);
    if let Some(range) = Some(surroundings).filter(|&text| text != Surroundings::Report).and_then(|_| read())
    {
        return Some(Call { range, confidence });
    }
    let noted = composed::is_noted(&text[sentence.clone()]) && signs.iter().all(|sign| !sign.is_host);
    let cited =
        noted || surroundings == Surroundings::Report && signs.iter().all(|sign| sign.weight < DISGUISED);
    let hosted = signs.iter().any(|sign| sign.is_host);
    let formed = signs.iter().any(|sign| sign.weight >= MIN_SCORE);
    if cited || !(hosted || formed) || score < MIN_SCORE {
        return None;
    }
    let range = extent::call(text, line, sentence, signs);
    let told = ["他", "她", "我"].iter().any(|word| text[range.clone()].contains(word));
    // In disguise nobody needs to be asked for anything.
    let sure = alone && formed || signs.iter().any(|sign| sign.weight >= DISGUISED);
    let turns = sure || composed::turns(&text[range.clone()]);
    (turns && (hosted || !told || score > MIN_SCORE)).then_some(Call { range, confidence })
}

/// Whether a line is one sentence. Constant time: a longer line is several, or none.
fn is_sentence(text: &str, line: &Line) -> bool {
    if line.end - line.body > MAX_LINE {
        return false;
    }
    let whole = text[line.body..line.end].trim_end_matches(|c| !chars::is_wordlike(c));
    let stops = whole.match_indices(|c| class(c) == Class::Stop);
    stops.into_iter().all(|(at, _)| site::is_dot(text, line.body + at))
}

/// Names an author's plea for votes: the clause around it, up to marks.
fn tag_notes(page: &Page<'_>, findings: &mut Findings) {
    let mut done = 0;
    for hit in page.hits(Lexicon::AuthorNote) {
        if hit.start < done {
            continue;
        }
        let line = &page.lines[page.line_at(hit.start)];
        let mark = |c: char| matches!(class(c), Class::Stop | Class::Pause | Class::Open | Class::Close);
        let from = line.body.max(done);
        let start = page.text[from..hit.start].rfind(mark).map_or(from, |at| {
            let at = from + at;
            at + page.text[at..].chars().next().map_or(0, char::len_utf8)
        });
        let end = page.text[hit.end..line.end].find(mark).map_or(line.end, |at| hit.end + at);
        done = end;
        findings.tag(start..end, Kind::Watermark, "watermark/author_note@1");
    }
}
