//! Lines that begin with a phrase of the interface, and such phrases behind the last sentence.

use super::composed::composed;
use crate::{
    detect::{Findings, Page, Zone, line_words, plain},
    kind::Kind,
    lexicon::{Hit, Lexicon},
    span::Confidence,
    text::{Class, Line, chars, words::AnyOf},
};

/// Longest line, in code points, that a phrase may make noise of.
const MAX_CHARS: usize = 80;
/// Longest line, in code points, in which the phrase may stand anywhere.
const MAX_SHORT: usize = 40;
/// Most code points before the phrase in such a line.
const MAX_BEFORE: usize = 10;
const STOPS: [char; 7] = ['，', '。', '！', '？', '“', '：', '；'];
/// The portal's link that its copies carry behind the last sentence of each page.
const PORTAL: &str = "返回搜狐";
/// What is said of buttons by texts that explain them.
static HOW_TO: AnyOf<14> = AnyOf::new([
    "按钮",
    "按鈕",
    "步骤",
    "步驟",
    "选项",
    "選項",
    "功能按",
    "菜单",
    "界面",
    "首先",
    "请参考",
    "請參考",
    "请参阅",
    "請參閱",
]);

pub(super) fn detect(page: &Page<'_>, zone: &Zone, findings: &mut Findings) {
    for index in line_words::lines(page, &[Lexicon::UiPhrase]) {
        let line = &page.lines[index];
        if is_noise(page, zone, index) {
            findings.remove(line.start..line.next, Kind::UiLine, "ui_line/phrase@1", Confidence::Likely);
        } else if let Some(start) = glued(page, zone, index) {
            findings.remove(start..line.end, Kind::UiLine, "ui_line/glued@1", Confidence::Likely);
        }
    }
}

fn is_noise(page: &Page<'_>, zone: &Zone, index: usize) -> bool {
    let line = &page.lines[index];
    let text = line.text(page.text);
    if line.chars() > MAX_CHARS || !zone.is_edge(index) || is_prose(text) {
        return false;
    }
    hits(page, line).any(|hit| {
        let before = &page.text[line.body..hit.start];
        let leads = !before.contains(chars::is_wordlike);
        let near = before.chars().count() <= MAX_BEFORE && !before.contains(STOPS);
        let led = || composed(&plain::squeezed(before)).is_some();
        leads
            || near && led()
            || near && line.chars() <= MAX_SHORT && !page.text[hit.start..].starts_with(PORTAL)
    })
}

/// Whether the text explains or quotes the phrase.
fn is_prose(text: &str) -> bool {
    let opened = text.trim_start_matches(['（', '(', '【', '[']);
    let numbered = opened.starts_with(|c| chars::class(c) == Class::Digit);
    numbered
        || text.starts_with(['“', '「', '"'])
        || HOW_TO.is_in(text)
        || text.matches('。').count() > 1
        || text.contains(['说', '說']) && text.contains(['：', '“'])
}

fn hits<'p>(page: &'p Page<'_>, line: &Line) -> impl Iterator<Item = &'p Hit> {
    let body = line.body;
    page.hits_in(line.body..line.end)
        .iter()
        .filter(move |hit| hit.lexicon == Lexicon::UiPhrase && hit.start >= body)
}

/// Where the interface begins behind the line's last sentence.
fn glued(page: &Page<'_>, zone: &Zone, index: usize) -> Option<usize> {
    let line = &page.lines[index];
    if !zone.is_tail(index + 1) {
        return None;
    }
    let from = page.text.ceil_char_boundary(line.end.saturating_sub(MAX_CHARS * 3).max(line.body));
    hits(page, line).filter(|hit| hit.start >= from).map(|hit| hit.start).find(|&start| {
        let rest = &page.text[start..line.end];
        let before = page.text[line.body..start].trim_end();
        let ends = before.ends_with(|c| matches!(chars::class(c), Class::Stop | Class::Close));
        rest.starts_with(PORTAL) || ends && !is_prose(rest) && !rest.contains('。')
    })
}
