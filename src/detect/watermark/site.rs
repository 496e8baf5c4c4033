//! Hosts and names of sites, however they are written.

use std::ops::Range;

use crate::text::{
    Class,
    chars::{self, class},
    fold::Folded,
    host,
};

/// What hosts begin with.
const HEADS: [&str; 4] = ["www.", "m.", "wap.", "http"];
/// Fewest and most code points of a site's name.
const NAME: std::ops::RangeInclusive<usize> = 2..=7;
/// What names of sites end in.
const ENDS: [&str; 44] = [
    "阁", "閣", "居", "楼", "樓", "轩", "軒", "斋", "齋", "堂", "吧", "院", "城", "屋", "库", "庫", "网",
    "網", "中文", "小说", "小說", "文学", "文學", "读书", "讀書", "看书", "看書", "书包", "書包", "书盟",
    "書盟", "小筑", "小築", "书海", "書海", "书虫", "书迷", "追书", "书香", "書香", "文库", "文庫", "APP",
    "app",
];
/// Characters that no name of a site has.
const TALK: &str = "的了在是不我你您他她它这這那有和也都就着著过過吗嗎呢啊把被给給对對从從向到要会會能可说說道想去来來起请請为為与與，。";

/// Longest title of a work, and characters that stand in none.
const MAX_TITLE: usize = 14;
const PRONOUNS: &str = "他她您这那";

/// The hosts of a text that was folded from `source`. A full stop is a dot only in what begins as hosts do,
/// or has two.
pub(super) fn hosts(folded: &Folded, source: &str) -> Vec<Range<usize>> {
    host::hosts(&folded.text)
        .filter(|host| {
            let (plain, shown) =
                (&folded.text[host.clone()], folded.source(host.start)..folded.end_of(host.end));
            let sure = HEADS.iter().any(|head| plain.starts_with(head)) || plain.matches('.').count() > 1;
            !source[shown.clone()].contains('@') && (sure || !source[shown].contains('。'))
        })
        .collect()
}

/// Whether a host is written with other dots than its own.
pub(super) fn is_dotted(host: &str) -> bool {
    host.contains(['点', '點', '。', '丶'])
}

/// Whether `text`, marks at its ends aside, may be a site's name.
pub(super) fn is_name(text: &str) -> bool {
    let name = text.trim_matches(|c| !chars::is_wordlike(c));
    NAME.contains(&name.chars().count()) && name.chars().all(|c| class(c) == Class::Han && !TALK.contains(c))
}

/// Whether `text`, marks at its ends aside, may be the title of a work: no more than a few words.
pub(super) fn is_title(text: &str) -> bool {
    let title = text.trim_matches(|c| !chars::is_wordlike(c));
    let plain = |c: char| chars::is_wordlike(c) && !PRONOUNS.contains(c);
    title.chars().count() <= MAX_TITLE && title.chars().all(plain)
}

/// Whether `text` ends as names of sites do, and is no longer than one with a word before it.
pub(super) fn ends_as_name(text: &str) -> bool {
    let name = text.trim_end_matches(|c| !chars::is_wordlike(c));
    name.chars().count() <= NAME.end() + 2 && has_end(name)
}

/// Whether `text` ends as names of sites do, however long it is.
pub(super) fn has_end(text: &str) -> bool {
    let name = text.trim_end_matches(|c| !chars::is_wordlike(c));
    ENDS.iter().any(|end| name.ends_with(end))
}

/// Whether the stop at byte `at` is the dot of a host.
pub(super) fn is_dot(text: &str, at: usize) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Letter | Class::Digit));
    text[at..].starts_with('。')
        && latin(chars::before(text, at))
        && latin(chars::after(text, at + '。'.len_utf8()))
}
