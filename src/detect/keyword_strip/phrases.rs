//! The segments of a line and what they are.

use super::super::Page;
use crate::{
    lexicon::Lexicon,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
        words::AnyOf,
    },
};

/// Longest segment, in code points.
const MAX_SEGMENT: usize = 18;
/// Longest line, in code points, that is one phrase.
const MAX_SINGLE: usize = 20;
/// Longest name of a site, in code points.
pub(super) const MAX_NAME: usize = 16;
/// Fewest segments that may be a run of names alone.
const MIN_NAMED: usize = 4;
/// How many characters the names in a list begin with together.
const SHARED: usize = 3;

/// What a site's name ends in.
static NAMES: AnyOf<14> = AnyOf::new([
    "娱乐",
    "娛樂",
    "体育",
    "體育",
    "棋牌",
    "彩票",
    "电竞",
    "電競",
    "真人",
    "娱乐城",
    "娱乐场",
    "国际",
    "官网",
    "app",
]);
/// Those of them that only betting has.
static BETTING: AnyOf<6> = AnyOf::new(["棋牌", "彩票", "娱乐城", "娱乐场", "真人", "电竞"]);
/// What stands behind a site's name in a list of its pages.
static PAGES: AnyOf<17> = AnyOf::new([
    "官网",
    "登录",
    "注册",
    "下载",
    "平台",
    "官方",
    "手机版",
    "网址",
    "入口",
    "首页",
    "app",
    "APP",
    "官網",
    "登入",
    "網址",
    "客户端",
    "网页版",
]);

/// Whether the line is a run of phrases, most of which betting or porn sites are searched with.
pub(super) fn is_run(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    if hits(page, line) == 0 && (joints(line, text) < MIN_NAMED - 1 || !BETTING.is_in(text)) {
        return false;
    }
    let segments: Vec<&str> = segments(text).collect();
    let short = segments.iter().all(|part| part.chars().count() <= MAX_SEGMENT);
    let words = words(page, line, &segments);
    let names = segments.iter().filter(|part| is_name(part)).count();
    match segments.len() {
        0 => false,
        1 => line.chars() <= MAX_SINGLE && hits(page, line) > 1 && PAGES.ends(text),
        2 => short && words == 2,
        count => {
            let sure = words >= 2 && (words + names) * 5 >= count * 2;
            let mixed = segments.iter().filter(|part| is_mixed(part)).count();
            let named = names * 3 >= count * 2 || names > 0 && mixed > 1 && (names + mixed) * 2 >= count;
            short && (sure || count >= MIN_NAMED && named && has_betting_name(&segments))
        }
    }
}

/// The most marks between phrases that the line can have.
pub(super) fn joints(line: &Line, text: &str) -> usize {
    let classes = [Class::Space, Class::Pause, Class::Mark, Class::Symbol];
    let marks: usize = classes.into_iter().map(|class| line.count(class)).sum();
    let letters =
        if line.count(Class::Letter) > 0 { memchr::memchr_iter(b'I', text.as_bytes()).count() } else { 0 };
    marks + letters
}

/// The phrases of a line.
pub(super) fn segments(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_joint).filter(|part| !part.is_empty())
}

/// Marks between phrases.
fn is_joint(c: char) -> bool {
    matches!(class(c), Class::Space | Class::Pause | Class::Mark | Class::Symbol) || matches!(c, 'I' | '丨')
}

/// How many segments hold a word of such phrases.
fn words(page: &Page<'_>, line: &Line, segments: &[&str]) -> usize {
    let base = page.text.as_ptr() as usize;
    let found = page.hits_in(line.body..line.end);
    let spam = |part: &&&str| {
        let from = part.as_ptr() as usize - base;
        found.iter().any(|hit| is_spam(hit.lexicon) && hit.start >= from && hit.end <= from + part.len())
    };
    segments.iter().filter(spam).count()
}

fn hits(page: &Page<'_>, line: &Line) -> usize {
    page.hits_in(line.body..line.end).iter().filter(|hit| is_spam(hit.lexicon)).count()
}

fn is_spam(lexicon: Lexicon) -> bool {
    matches!(lexicon, Lexicon::SpamWord | Lexicon::SpamBrand)
}

pub(super) fn is_name(part: &str) -> bool {
    NAMES.ends(part) && (3..=MAX_NAME).contains(&part.chars().count())
}

/// Whether letters or figures begin the segment and Chinese ends it, as in many such sites' names.
fn is_mixed(part: &str) -> bool {
    let head = part.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let rest = &part[head..];
    (2..=4).contains(&head)
        && (2..=4).contains(&rest.chars().count())
        && rest.chars().all(|c| class(c) == Class::Han)
}

/// Whether names are among them that only betting has.
fn has_betting_name(segments: &[&str]) -> bool {
    segments.iter().any(|part| BETTING.ends(part))
}

/// Whether the line and a neighbour are a site's name with words of its pages behind it.
pub(super) fn is_name_list(page: &Page<'_>, at: usize) -> bool {
    let named = |at: usize| {
        let line = &page.lines[at];
        if line.chars() > MAX_NAME {
            return None;
        }
        let text = line.text(page.text);
        let wordy = || text.chars().count() <= MAX_NAME && text.chars().all(is_wordlike);
        (PAGES.ends(text) && wordy()).then(|| text.chars().take(SHARED).collect::<String>())
    };
    let Some(name) = named(at) else { return false };
    let above = (0..at).rev().find(|&near| !page.lines[near].is_blank());
    let below = (at + 1..page.lines.len()).find(|&near| !page.lines[near].is_blank());
    [above, below].into_iter().flatten().any(|near| named(near).as_ref() == Some(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon;

    #[test]
    fn what_is_asked_first_excludes_nothing() {
        let ends = lexicon::FILES.iter().find(|file| file.0 == Lexicon::BrandEnd).unwrap().2;
        let known = |word: &str| lexicon::entries(ends).any(|end| word.contains(end));
        assert!((0..6).all(|number| known(BETTING.word(number))));
    }
}
