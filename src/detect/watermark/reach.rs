//! How far the words of a call reach in a text with which a story may go on.

use super::composed::{CALLS, MAX_GAP, MAX_NAME};
use crate::text::{
    Class,
    chars::{self, class},
    fold::Folded,
    host,
};

/// Longest name of a site behind a call, in code points, and what it ends in.
const MAX_SITE: usize = 5;
const SITES: [char; 18] = [
    '阁', '閣', '居', '楼', '樓', '轩', '軒', '斋', '齋', '堂', '吧', '院', '城', '屋', '库', '庫', '网',
    '網',
];
/// Bytes of one character, and most words of one character in a row that still go with a call.
const LETTER: usize = 3;
const MAX_LOOSE: usize = 2;

/// How many bytes of `clause` belong to the call before it: all if nothing but its words stand
/// there, else those up to the last word that only a site has.
pub(super) fn reach(clause: &str) -> usize {
    let bare = Folded::bare(clause);
    let hosts: Vec<_> = host::hosts(&bare.text).collect();
    let (mut at, mut last, mut gap, mut loose, mut open) = (0, 0, 0, 0, false);
    while at < bare.text.len() {
        let rest = &bare.text[at..];
        if let Some(end) = hosts
            .iter()
            .find(|host| host.start == at)
            .map(|host| host.end)
            .or_else(|| name(rest).filter(|_| gap == 0).map(|len| at + len))
        {
            (at, last, gap, loose, open) = (end, end, 0, 0, false);
        } else if let Some((len, sure)) = CALLS.leading(rest) {
            at += len;
            (last, gap) = if sure { (at, 0) } else { (last, gap) };
            loose = if len > LETTER { 0 } else { loose + 1 };
            open = (open || loose > MAX_LOOSE) && !sure;
        } else {
            let c = rest.chars().next().unwrap_or(' ');
            at += c.len_utf8();
            let counts = matches!(class(c), Class::Han | Class::Letter);
            gap += usize::from(counts);
            open |= counts;
            if gap > MAX_GAP {
                return bare.end_of(last);
            }
        }
    }
    if open && !is_site(&bare.text[last..]) { bare.end_of(last) } else { clause.len() }
}

/// Whether the rest of a clause is the name of a site.
fn is_site(rest: &str) -> bool {
    let name = rest.trim_end_matches(|c| !chars::is_wordlike(c));
    name.chars().count() <= MAX_SITE && name.ends_with(SITES)
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
    text.find(close).map(|at| at + close.len_utf8()).filter(|&len| len <= MAX_NAME)
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
