//! Calls put together from a site's words, in wordings that no list has.

use std::ops::Range;

use memchr::memmem;

use super::{anchors::Sign, reach};
use crate::{
    detect::{
        Page,
        composed::{Reading, Trade},
    },
    lexicon::Whole,
    text::{
        Class,
        chars::{self, class},
        fold::Folded,
        host,
    },
};

pub(super) const CALLS: Trade = Trade { sure: Whole::CallSure, part: Whole::CallPart };
/// Longest sentence that is read, in bytes, and most of its clauses.
const MAX_BYTES: usize = 300;
const MAX_CLAUSES: usize = 6;
/// Fewest code points of a clause that opens a call without a word of a site.
const MIN_OPENING: usize = 4;
/// Longest name between quotation marks, in bytes.
pub(super) const MAX_NAME: usize = 60;
/// Words of those who tell of somebody.
const TELLING: [&str; 5] = ["他", "她", "曰", "笑", "问"];
/// What begins a speech.
const SPEECH: [&str; 4] = ["“", "「", "曰", "道："];
/// Fewest speeches of a story, and most Chinese characters for each of them.
const MIN_SAID: usize = 4;
const MAX_BETWEEN: usize = 250;
/// Longest name of a site that stands free, in code points.
pub(super) const MAX_GAP: usize = 6;
/// Words of reports on piracy, words of reports, and how many of these show one.
const PIRACY: [&str; 4] = ["盗版", "盜版", "侵权", "侵權"];
const REPORTS: [&str; 12] =
    ["记者", "記者", "法院", "警方", "判决", "判決", "被告", "涉案", "版权", "版權", "正版", "起诉"];
const MIN_REPORTS: usize = 2;
/// How many words of a site make up a call that has no name and tells little.
const MANY: usize = 5;
/// Words by which a sentence tells of somebody or reports.
const TOLD: [&str; 17] = [
    "他",
    "她",
    "说道",
    "說道",
    "结果",
    "結果",
    "记者",
    "記者",
    "报道",
    "報道",
    "法院",
    "警方",
    "公司",
    "应当",
    "曾",
    "读者还",
    "讀者還",
];

/// The call in a sentence that reads as one: from the earliest clause that it can begin with, up to
/// the last of its words where a story goes on behind them.
pub(super) fn call(
    text: &str,
    sentence: &Range<usize>,
    signs: &[Sign],
    surroundings: Surroundings,
) -> Option<Range<usize>> {
    // A word that others use too only shows where to look: what it stands in must be a call as a whole.
    let telling = signs.iter().map(|sign| sign.weight).max().unwrap_or(0) >= surroundings.tells();
    let to = if telling { signs[0].range.start.max(sentence.start) } else { sentence.start };
    let clauses = text[sentence.start..to]
        .match_indices(|c| class(c) == Class::Pause)
        .map(|(at, mark)| sentence.start + at + mark.len());
    let mut starts = [sentence.start].into_iter().chain(clauses).take(MAX_CLAUSES);
    starts.find_map(|start| {
        let rest = &text[start..sentence.end];
        if !begins(rest) {
            return None;
        }
        let end = reach::reach(rest);
        let needs = if end < rest.len() { Strength::Alone } else { surroundings.needs() };
        let own = telling || end == rest.len();
        (own && strength(&rest[..end]).is_some_and(|found| found >= needs)).then_some(start..start + end)
    })
}

/// Whether the first clause belongs to a call: it has a word of a site, or no other.
fn begins(rest: &str) -> bool {
    let clause = rest.split(|c| class(c) == Class::Pause).next().unwrap_or_default();
    let (plain, hosts) = plain(clause);
    let long = plain.chars().count() >= MIN_OPENING;
    CALLS
        .read(&plain, usize::MAX)
        .is_some_and(|read| read.sure + hosts > 0 || read.unknown == 0 && (long || read.words < 2))
}

/// What a call stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// A story, which never speaks of sites in their own words.
    Story,
    /// A report on such sites, which cites their calls.
    Report,
    /// Another text, which may.
    Text,
}

impl Surroundings {
    /// What the page is, told by how much is said on it.
    pub(super) fn of(page: &Page<'_>) -> Self {
        if is_report(page.text) {
            return Surroundings::Report;
        }
        let han = page.count(Class::Han);
        let is_enough = |said: usize| said >= MIN_SAID && said * MAX_BETWEEN >= han;
        let count = |word: &str| memmem::find_iter(page.text.as_bytes(), word).count();
        let story = page.count(Class::Digit) * MAX_BETWEEN / 5 < han
            && is_enough(SPEECH.iter().map(|mark| count(mark)).sum())
            && is_enough(TELLING.iter().map(|word| count(word)).sum());
        if story { Surroundings::Story } else { Surroundings::Text }
    }

    /// How much a sign must weigh that a call may begin or end with inside a sentence.
    fn tells(self) -> usize {
        match self {
            Surroundings::Story => 1,
            Surroundings::Report | Surroundings::Text => 2,
        }
    }

    fn needs(self) -> Strength {
        match self {
            Surroundings::Story => Strength::Likely,
            Surroundings::Report | Surroundings::Text => Strength::Alone,
        }
    }
}

/// Whether the text reports on sites that copy novels.
fn is_report(text: &str) -> bool {
    let has = |word: &&&str| memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    let about = PIRACY.iter().any(|word| has(&word));
    about && REPORTS.iter().filter(has).count() >= MIN_REPORTS
}

/// How much a sentence is a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// One beside another call.
    Beside,
    /// One in a story.
    Likely,
    /// One by itself.
    Alone,
}

/// Whether the sentence reads as a call, names and hosts aside.
pub(super) fn strength(sentence: &str) -> Option<Strength> {
    let told = || TOLD.iter().any(|word| sentence.contains(word)) && !sentence.contains("其他");
    if sentence.len() > MAX_BYTES || told() {
        return None;
    }
    let (plain, hosts) = plain(sentence);
    let read = CALLS.read(&plain, MAX_GAP).filter(|read| is_read(read, hosts))?;
    let known = read.words + hosts;
    let telling = read.sure >= 3 || hosts > 0 || known >= MANY && read.unknown == 0;
    match read.sure + hosts.min(1) {
        0 => None,
        1 if read.sure == 0 => (read.unknown == 0 && read.words < 3).then_some(Strength::Likely),
        1 => Some(Strength::Beside),
        _ if telling && known >= 3 => Some(Strength::Alone),
        _ => Some(Strength::Likely),
    }
}

/// Whether hardly anything is left over: a site's name.
fn is_read(read: &Reading, hosts: usize) -> bool {
    let free = if hosts > 0 { 2 } else { 1 };
    read.unknown <= MAX_GAP && read.gaps <= free && read.unknown <= read.words * 2 && !read.ends_open()
}

/// The sentence written plainly without the names in quotes and the hosts, and how many hosts it has.
fn plain(sentence: &str) -> (String, usize) {
    let bare = Folded::bare(sentence);
    let mut rest = String::with_capacity(bare.text.len());
    let (mut at, mut hosts) = (0, 0);
    for host in host::hosts(&bare.text) {
        rest.push_str(&bare.text[at..host.start]);
        (at, hosts) = (host.end, hosts + 1);
    }
    rest.push_str(&bare.text[at..]);
    (crate::detect::plain::squeezed(&without_names(&rest)), hosts)
}

/// The text without what stands in quotes, where it is a name and not the whole.
fn without_names(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['“', '「', '『', '《', '【', '‘']) {
        let close = rest[open..].find(['”', '」', '』', '》', '】', '’']);
        let Some(end) = close.map(|close| open + close).filter(|end| end - open <= MAX_NAME) else { break };
        let whole = !rest[..open].contains(chars::is_wordlike) && !rest[end..].contains(chars::is_wordlike);
        out.push_str(&rest[..if whole && out.is_empty() { end } else { open }]);
        rest = &rest[end..];
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::{Strength, strength};

    #[test]
    fn a_call_is_known_by_its_words_and_a_story_by_its_own() {
        for call in [
            "更多精彩小说请访问竹影书屋！",
            "【请收藏本站最新域名】",
            "还在找“渡口旧事”免费小说？",
            "手机用户可以直接访问 m.zhuying.cc",
        ] {
            assert!(strength(call) >= Some(Strength::Likely), "{call}");
        }
        for story in ["老人把小说合上，望着窗外的雨发呆。", "他说请访问本站最新网址。"]
        {
            assert!(strength(story) < Some(Strength::Likely), "{story}");
        }
        assert_eq!(strength("找不到书请留言！"), Some(Strength::Beside));
    }
}
