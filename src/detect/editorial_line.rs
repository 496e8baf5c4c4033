//! **What it finds**: a line that names the editor, the reporter or the source, and the footer of
//! a topic.
//!
//! **Why it is noise**: it says who made the page, not what the article says.
//!
//! **Example**: `（责任编辑：林小舟）`
//!
//! **Keeps**: a sentence that speaks of editors and reporters; a row of a form whose other rows are
//! of another sort. A credit in brackets behind the last sentence is named and stays, unless only
//! an editor can be meant.
//!
//! **Confidence**: certain where a label is one that only such lines have, else likely.

use super::{Findings, Page, Zone, labelled::Labelled, line_words, plain};
use crate::{
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{Class, chars},
};

const CREDITS: [Lexicon; 3] = [Lexicon::EditorCredit, Lexicon::StaffCredit, Lexicon::Byline];

/// What a desk sets below its copy, between marks of any sort.
const END_MARKS: [&str; 2] = ["end", "theend"];
/// Longest such line, in code points.
const MAX_END_MARK: usize = 24;
/// Longest name of a source, in code points, and what it ends in.
const MAX_SOURCE: usize = 9;
const SOURCES: [&str; 16] = [
    "日报", "日報", "晚报", "晚報", "晨报", "晨報", "早报", "早報", "商报", "商報", "时报", "時報", "考报",
    "新闻", "新聞", "周刊",
];
/// Who reports, and the longest name of one, in code points.
const ROLES: [&str; 20] = [
    "见习记者",
    "見習記者",
    "实习记者",
    "實習記者",
    "实习生",
    "實習生",
    "本报记者",
    "本報記者",
    "本刊记者",
    "本网记者",
    "特约记者",
    "特約記者",
    "特约通讯员",
    "本报通讯员",
    "全媒体记者",
    "记者",
    "記者",
    "通讯员",
    "通訊員",
    "特派记者",
];
const MAX_REPORTER: usize = 4;
/// How the paper is named that a text stood in first.
const ORIGINS: [&str; 9] = ["据", "據", "原载", "原載", "转自", "轉自", "摘自", "选自", "载于"];
/// How a desk says that it put a text together from others.
const COMPILED: [&str; 7] = ["综合自", "綜合自", "综合整理自", "编译自", "編譯自", "整理自", "摘编自"];
/// How many of the last lines may be one.
const END_LINES: usize = 6;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    end_marks(page, findings);
    let lines = line_words::lines(page, &CREDITS);
    if lines.is_empty() {
        return;
    }
    let zone = page.zone();
    for index in lines {
        judge(page, zone, index, findings);
    }
}

fn judge(page: &Page<'_>, zone: &Zone, index: usize, findings: &mut Findings) {
    let line = &page.lines[index];
    if let Some(found) = Labelled::line(page, line) {
        if found.is_credit(zone, index) && found.counts(page, zone, index) {
            let rule = "editorial_line/label@1";
            findings.remove(line.start..line.next, Kind::EditorialLine, rule, confidence(&found));
        }
    } else if zone.is_tail(index) || page.last && index + 1 == page.lines.len() {
        glued(page, index, findings);
    }
}

fn glued(page: &Page<'_>, index: usize, findings: &mut Findings) {
    let line = &page.lines[index];
    let Some(found) = Labelled::glued(page, line) else { return };
    if found.is_strong() || found.fields.len() > 1 {
        let rule = "editorial_line/glued@1";
        findings.remove(found.start..line.end, Kind::EditorialLine, rule, confidence(&found));
    } else {
        findings.tag(found.start..line.end, Kind::Credit, "editorial_line/credit@1");
    }
}

/// Finds the mark that a desk sets below its copy.
fn end_marks(page: &Page<'_>, findings: &mut Findings) {
    let filled = page.lines.iter().rev().filter(|line| page.last && !line.is_blank());
    for line in filled.take(END_LINES).filter(|line| line.chars() <= MAX_END_MARK) {
        let text = line.text(page.text);
        let framed = !text.starts_with(chars::is_wordlike) && !text.ends_with(chars::is_wordlike);
        let lettered = || line.count(Class::Letter) + line.count(Class::Symbol) >= END_MARKS[0].len();
        let rule = match framed {
            true if lettered() && END_MARKS.contains(&plain::squeezed(text).as_str()) => {
                "editorial_line/end@1"
            }
            true if is_source(text) => "editorial_line/source@1",
            false if is_compiled(text) => "editorial_line/source@1",
            _ => continue,
        };
        findings.remove(line.start..line.next, Kind::EditorialLine, rule, Confidence::Likely);
    }
}

/// Whether `text` is the name of a paper or an agency in brackets: `（青禾日报）`.
fn is_source(text: &str) -> bool {
    let inner = text.trim_start_matches(['（', '(', '【', '[']).trim_end_matches(['）', ')', '】', ']']);
    let bracketed = text.len() - inner.len() >= 2 && text.starts_with(['（', '(', '【', '[']);
    let name = inner.chars().all(chars::is_wordlike) && (3..=MAX_SOURCE).contains(&inner.chars().count());
    bracketed && name && SOURCES.iter().any(|end| inner.ends_with(end))
}

/// Whether `text` is who reported and nothing else, in brackets: `（记者 林小舟 通讯员 白露）`.
pub(super) fn is_reporters(text: &str) -> bool {
    let inner = text.trim_start_matches(['（', '(', '【', '[']).trim_end_matches(['）', ')', '】', ']']);
    let (mut roles, mut names) = (0, 0);
    for part in inner.split([' ', '　', '、', '/', '／', '：', ':']).filter(|part| !part.is_empty()) {
        let role = ROLES.iter().find_map(|role| part.strip_prefix(role));
        roles += usize::from(role.is_some());
        let name = role.unwrap_or(part);
        if name.ends_with(['摄', '攝']) {
            return false;
        }
        let count = name.chars().count();
        if count > 0 && (!(2..=MAX_REPORTER).contains(&count) || !name.chars().all(is_han)) {
            return false;
        }
        names += usize::from(count > 0);
    }
    text.len() - inner.len() >= 2 && roles > 0 && names > 0
}

/// Whether `text` is where a text stood first, in brackets: `（原载青禾日报）`.
pub(super) fn is_origin(text: &str) -> bool {
    let inner = text.trim_start_matches(['（', '(', '【', '[']).trim_end_matches(['）', ')', '】', ']']);
    let name = ORIGINS.iter().find_map(|word| inner.strip_prefix(word));
    let named =
        |name: &str| (2..=MAX_SOURCE).contains(&name.chars().count()) && name.chars().all(chars::is_wordlike);
    text.len() - inner.len() >= 2
        && name.map(|name| name.trim_matches(['《', '》', '“', '”'])).is_some_and(named)
}

fn is_han(c: char) -> bool {
    chars::class(c) == Class::Han
}

/// Whether `text` says from which papers it was put together: `综合自青禾日报、云岭晚报`.
fn is_compiled(text: &str) -> bool {
    let from = COMPILED.iter().find_map(|verb| text.strip_prefix(verb));
    from.is_some_and(|rest| {
        rest.contains(chars::is_wordlike) && !rest.contains(['，', '。', '《', '“', '的'])
    })
}

fn confidence(found: &Labelled) -> Confidence {
    if found.is_strong() { Confidence::Certain } else { Confidence::Likely }
}
