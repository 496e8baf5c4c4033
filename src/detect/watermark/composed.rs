//! Calls put together from a site's words, in wordings that no list has.

use std::ops::Range;

use super::{
    anchors::Sign,
    reach, site,
    surroundings::Surroundings,
    words::{CORE, DO, NOTES, NOVEL, OWN, PAGES, TOLD, TURNS},
};
use crate::{
    detect::composed::{Reading, Trade},
    lexicon::Whole,
    text::{
        Class,
        chars::{self, class},
        fold::Folded,
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
/// Longest name of a site that stands free, in code points.
pub(super) const MAX_GAP: usize = 6;
/// Most code points of a line that are in no word.
const MAX_LINE_GAP: usize = 8;
/// Longest line that names a novel's page, in bytes.
const MAX_PAGE: usize = 75;
/// How many words of a site make up a call that has no name and tells little.
const MANY: usize = 5;

/// The call in a sentence that reads as one: from the earliest clause that it can begin with, up to
/// the last of its words where a story goes on behind them.
pub(super) fn call(
    text: &str,
    sentence: &Range<usize>,
    signs: &[Sign],
    surroundings: Surroundings,
) -> Option<Range<usize>> {
    // A word that others use too only shows where to look: what it stands in must be a call as a whole.
    let story = surroundings == Surroundings::Story;
    let telling = signs.iter().map(|sign| sign.weight).max().unwrap_or(0) >= surroundings.tells();
    let whole_only = !(telling || story);
    if whole_only && (sentence.len() > MAX_BYTES || is_told(&text[sentence.clone()]))
        || signs.iter().all(|sign| sign.weight < 2) && !turns(&text[sentence.clone()])
    {
        return None;
    }
    let to = if telling || story { signs[0].range.start.max(sentence.start) } else { sentence.start };
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
        let whole = end == rest.len();
        let likely = story && whole && (telling || start == sentence.start);
        let bare = || {
            let (plain, hosts) = plain(&rest[..end]);
            hosts_only(&plain, hosts)
        };
        let bare = story && bare();
        let needs = if likely || bare { Strength::Likely } else { Strength::Alone };
        let told = story && whole && asks(rest) && strength(rest) == Some(Strength::Alone);
        let words: fn(&str) -> bool = match (telling, whole) {
            _ if bare => |plain| CORE.is_in(plain),
            (true, true) if story => |plain| CORE.is_in(plain),
            _ if told => |plain| CORE.is_in(plain),
            (false, false) => |plain| OWN.is_in(plain),
            _ => |plain| NOVEL.is_in(plain),
        };
        let own = telling || story || whole;
        let read = || strength(&rest[..end]).is_some_and(|found| found >= needs);
        (own && is_core(&rest[..end], words, signs) && read()).then_some(start..start + end)
    })
}

/// Whether a sentence begins by asking for something.
fn asks(text: &str) -> bool {
    DO.begins(text.trim_start_matches(|c| !chars::is_wordlike(c)))
}

/// Whether a line names a novel's page: `渡口旧事最新章节`.
fn is_page(line: &str) -> bool {
    let line = line.trim_matches(|c| !chars::is_wordlike(c));
    let name = PAGES.iter().find_map(|end| line.strip_suffix(end));
    line.len() <= MAX_PAGE && name.is_some_and(site::is_title)
}

/// Whether a text is nothing but a site's words and a host.
fn hosts_only(plain: &str, hosts: usize) -> bool {
    hosts > 0 && CALLS.read(plain, 0).is_some_and(|read| read.sure > 0)
}

/// Whether a sentence has a sign of weight, or turns to readers with a word that sites do it with.
fn is_core(sentence: &str, has_word: fn(&str) -> bool, signs: &[Sign]) -> bool {
    if signs.iter().any(|sign| sign.weight > 1) {
        return true;
    }
    let hosted = signs.iter().any(|sign| sign.is_host && sign.weight > 0);
    let folded = Folded::dotted(sentence);
    (hosted || has_word(&folded.text)) && TURNS.is_in(&folded.text)
}

/// Whether a sentence turns to readers, or speaks of the site as of itself.
pub(super) fn turns(sentence: &str) -> bool {
    TURNS.is_in(&Folded::dotted(sentence).text)
}

/// Whether a whole line reads as a call, of which less is asked then: in a story, or with a sign of weight.
pub(super) fn line(line: &str, signs: &[Sign], surroundings: Surroundings) -> bool {
    let signed = signs.iter().any(|sign| sign.weight > 0);
    let tale = matches!(surroundings, Surroundings::Story | Surroundings::Tale);
    let told = || line.starts_with(['“', '「', '第', '*', '-', '•']) || is_told(line);
    if !(tale || surroundings == Surroundings::Prose && signed) || line.len() > MAX_BYTES || told() {
        return false;
    }
    let (plain, hosts) = plain(line);
    let named = hosts > 0 && (plain.is_empty() || site::is_name(&plain));
    if tale && (named || hosts_only(&plain, hosts) || is_page(line)) {
        return true;
    }
    let asks = asks(line);
    let grouped = plain.contains(['群', '羣']) && plain.contains('0');
    let offered = signed || asks || grouped || site::has_end(line);
    let words: fn(&str) -> bool =
        if signed || hosts > 0 || asks { |plain| CORE.is_in(plain) } else { |plain| NOVEL.is_in(plain) };
    is_core(line, words, signs) && is_short_of(&plain, hosts, offered, line)
}

/// Whether a line has few words but those of a site: fewer will do where it asks or names a site.
fn is_short_of(plain: &str, hosts: usize, offered: bool, line: &str) -> bool {
    CALLS.read(plain, MAX_LINE_GAP).is_some_and(|read| {
        let named = !read.ends_open() || read.unknown <= MAX_GAP / 2 || site::ends_as_name(line);
        let little = named && read.unknown <= read.words * 2 && read.gaps <= 2;
        let enough = read.words >= 3 && read.sure >= 2 || read.words >= 2 && read.sure >= 1 && offered;
        little && (hosts > 0 || enough)
    })
}

/// Whether the first clause belongs to a call: it has a word of a site, or no other, or is a site's name.
fn begins(rest: &str) -> bool {
    let mut clauses = rest.splitn(2, |c| class(c) == Class::Pause);
    let clause = clauses.next().unwrap_or_default();
    if site::ends_as_name(clause) && site::is_name(clause) && clauses.next().is_some_and(begins_surely) {
        return true;
    }
    let (plain, hosts) = plain(clause);
    let long = plain.chars().count() >= MIN_OPENING;
    CALLS.read(&plain, usize::MAX).is_some_and(|read| {
        read.sure + hosts > 0 || read.unknown == 0 && (long && leads(clause) || read.words < 2)
    })
}

/// Whether a clause without a word of a site speaks to its readers.
fn leads(clause: &str) -> bool {
    [
        "您", "你", "请", "請", "如", "若", "喜", "想", "更", "为", "為", "亲", "親", "各位", "大家", "书",
        "書", "只", "无", "無",
    ]
    .iter()
    .any(|word| clause.contains(word))
}

/// Whether what stands before the first sign of a call belongs to it: words of a site, or its name.
pub(super) fn is_head(head: &str) -> bool {
    let (plain, hosts) = plain(head);
    let name = plain.is_empty() || site::is_name(&plain);
    name || hosts > 0 || CALLS.read(&plain, MAX_GAP).is_some_and(|read| read.unknown <= read.words)
}

/// Whether a clause has two words of a site.
fn begins_surely(rest: &str) -> bool {
    let clause = rest.split(|c| class(c) == Class::Pause).next().unwrap_or_default();
    let (plain, _) = plain(&clause[..reach::reach(clause)]);
    CALLS.read(&plain, MAX_GAP).is_some_and(|read| read.sure >= 2)
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
    if sentence.len() > MAX_BYTES || is_told(sentence) {
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

/// Whether a sentence is an author's, who asks for votes or gives thanks.
pub(super) fn is_noted(sentence: &str) -> bool {
    NOTES.is_in(sentence)
}

/// Whether a sentence tells of somebody or reports, or is an author's.
fn is_told(sentence: &str) -> bool {
    is_noted(sentence) || TOLD.is_in(sentence) && !sentence.contains("其他")
}

/// Whether hardly anything is left over: a site's name.
fn is_read(read: &Reading, hosts: usize) -> bool {
    let free = if hosts > 0 { 2 } else { 1 };
    read.unknown <= MAX_GAP && read.gaps <= free && read.unknown <= read.words * 2 && !read.ends_open()
}

/// The sentence written plainly without the names in quotes and the hosts, and how many hosts it has.
fn plain(sentence: &str) -> (String, usize) {
    let bare = Folded::dotted(sentence);
    let mut rest = String::with_capacity(bare.text.len());
    let (mut at, mut hosts) = (0, 0);
    for host in site::hosts(&bare, sentence) {
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
