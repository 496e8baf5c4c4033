//! How far the words of a call reach in a text with which a story may go on.

use super::{
    composed::{CALLS, MAX_GAP, MAX_NAME},
    site,
};
use crate::text::{Class, chars::class, fold::Folded};

/// What leads up to a name.
const LEADS: [char; 12] = ['搜', '：', ':', '到', '找', '站', '号', '號', '的', '看', '读', '在'];
/// What words end in that a site's name follows.
const BEFORE: [char; 30] = [
    '到', '在', '上', '来', '來', '荐', '薦', '索', '寻', '尋', '准', '準', '站', '看', '读', '讀', '问',
    '問', '由', '自', '持', '，', '于', '於', '至', '：', '是', '录', '錄', '陆',
];
/// Bytes of one character, and most words of one character in a row that still go with a call.
const LETTER: usize = 3;
const MAX_LOOSE: usize = 2;

/// How many bytes of `clause` belong to the call before it: all if nothing but its words stand
/// there, else those up to the last word that only a site has.
pub(super) fn reach(clause: &str) -> usize {
    let bare = Folded::dotted(clause);
    let hosts = site::hosts(&bare, clause);
    let (mut at, mut last, mut gap, mut loose, mut open) = (0, 0, 0, 0, false);
    while at < bare.text.len() {
        let rest = &bare.text[at..];
        if let Some(end) = hosts.iter().find(|host| host.start == at).map(|host| host.end).or_else(|| {
            name(rest).filter(|_| gap == 0 && leads(&bare.text[..at], at == last)).map(|len| at + len)
        }) {
            (at, last, gap, loose, open) = (end, end, 0, 0, false);
        } else if let Some((len, sure)) = CALLS.leading(rest) {
            let sure = sure || at == last && rest.starts_with(|c: char| c.is_ascii_digit());
            at += len;
            (last, gap) = if sure { (at, 0) } else { (last, gap) };
            loose = if len > LETTER { 0 } else { loose + 1 };
            open = (open || loose > MAX_LOOSE) && !sure;
        } else {
            let c = rest.chars().next().unwrap_or(' ');
            // A number behind a word is what that word speaks of.
            last += if at == last && class(c) == Class::Digit { c.len_utf8() } else { 0 };
            at += c.len_utf8();
            let counts = matches!(class(c), Class::Han | Class::Letter);
            gap += usize::from(counts);
            open |= counts;
            if gap > MAX_GAP {
                return bare.end_of(last);
            }
        }
    }
    if open && !is_named(&bare.text, last) { bare.end_of(last) } else { clause.len() }
}

/// Whether a site's name ends the text whose last word of a site ends at byte `at`, led up to by a word.
fn is_named(text: &str, at: usize) -> bool {
    let leads = |part: &str| part.contains(BEFORE);
    let near = text[..at].chars().next_back().is_some_and(|c| BEFORE.contains(&c));
    site::ends_as_name(&text[at..]) && (near || leads(&text[at..]))
}

/// Whether a name in quotes may follow: a work's behind any word, others only behind one that leads up to it.
fn leads(head: &str, sure: bool) -> bool {
    sure || head.is_empty() || head.ends_with(LEADS)
}

/// How long the name in quotes is that `text` begins with.
fn name(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = match open {
        '《' => '》',
        '“' => '”',
        '「' => '」',
        '『' => '』',
        '【' => '】',
        '（' => '）',
        '(' => ')',
        _ => return None,
    };
    let len = text.find(close).map(|at| at + close.len_utf8()).filter(|&len| len <= MAX_NAME)?;
    let named = !matches!(open, '（' | '(') || text[..len].contains('.') || CALLS.may_have(&text[..len], 1);
    named.then_some(len)
}

#[cfg(test)]
mod tests {
    use super::reach;

    #[test]
    fn a_story_that_goes_on_is_not_reached() {
        assert_eq!(reach("继续阅读，后面更精彩！"), "继续阅读，后面更精彩！".len());
        assert_eq!(reach("继续阅读沈砚推开院门。"), "继续阅读".len());
        assert_eq!(reach("尽在竹影小说网"), "尽在竹影小说网".len());
    }
}
