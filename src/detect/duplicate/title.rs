//! The title twice at the head.

use super::{
    super::{Findings, Page},
    bare,
};
use crate::{
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line,
        chars::{class, is_wordlike},
    },
};

/// Shortest and longest title, in code points; the shortest where the title is given.
const CHARS: std::ops::RangeInclusive<usize> = 7..=64;
const MIN_GIVEN: usize = 2;
/// Longest name of a site and its column behind a title, in code points.
const MAX_SITE: usize = 24;
/// Most lines at the head that are the title.
const MAX_COPIES: usize = 4;
/// Fewest code points of a line that shows the page to be an article.
const PROSE: usize = 30;
/// Longest word for a title before its colon, in code points.
const MAX_LABEL: usize = 6;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let stays = page.lines.iter().filter(|line| !line.is_blank() && !findings.removes(line.body));
    let head: Vec<&Line> = stays.take(MAX_COPIES + 1).collect();
    let Some((first, below)) = head.split_first() else { return };
    let again = below.iter().take_while(|line| is_same(page, first, line)).count();
    let is_article =
        again < below.len() && page.lines.iter().any(|line| line.chars() >= PROSE && is_prose(line));
    if again == 0 || !is_article || is_spoken(first.text(page.text)) {
        return;
    }
    let title = below[again - 1];
    let framed = !findings.removed().is_empty();
    let given = page.title.as_ref().is_some_and(|given| {
        page.title_given && framed && title.chars() >= MIN_GIVEN && given.text == title.text(page.text)
    });
    let fits = CHARS.contains(&title.chars()) && title.count(Class::Han) >= 4;
    if !fits && !given {
        return;
    }
    let bare_copy = first.chars() == title.chars();
    for copy in &head[..again] {
        let range = copy.start..copy.next;
        // Who gives a title may have written it above the text himself.
        if page.title_given && bare_copy && again == 1 && !framed {
            findings.tag(range, Kind::Duplicate, "duplicate/title@1");
        } else {
            findings.remove(range, Kind::Duplicate, "duplicate/title@1", Confidence::Likely);
        }
    }
}

fn is_prose(line: &Line) -> bool {
    line.count(Class::Stop) > 0 || line.count(Class::Pause) > 1
}

/// Whether the line is a clause, or words in quotation marks.
fn is_spoken(text: &str) -> bool {
    text.ends_with(['，', ',', '。', '；']) || text.starts_with(['“', '「']) && text.ends_with(['”', '」'])
}

/// Whether the first line is the second, a label before it and the site's name behind it aside.
fn is_same(page: &Page<'_>, first: &Line, title: &Line) -> bool {
    if first.chars() < title.chars() || first.chars() > title.chars() + MAX_SITE {
        return false;
    }
    let (text, title) = (first.text(page.text), title.text(page.text));
    is_titled(text, title) || unlabelled(text).is_some_and(|text| is_titled(text, title))
}

/// Whether `text` is the title, alone or with the site's name behind it.
fn is_titled(text: &str, title: &str) -> bool {
    let mut rest = bare(text);
    if !bare(title).all(|c| rest.next() == Some(c)) {
        return false;
    }
    let rest: String = rest.collect();
    let site = rest.trim_start_matches(is_joint);
    rest.is_empty() || site.len() < rest.len() && site.chars().all(|c| is_wordlike(c) || is_joint(c))
}

/// Whether `c` stands between a title and the site's name, or around that.
fn is_joint(c: char) -> bool {
    const JOINTS: [char; 26] = [
        '_', '-', '–', '—', '|', '｜', '－', '＿', '·', '.', '/', '<', '>', '«', '»', '[', ']', '【', '】',
        '(', ')', '（', '）', '\\', '•', '~',
    ];
    JOINTS.contains(&c) || class(c) == Class::Space
}

/// What stands behind a word and its colon: what a page calls its title varies.
fn unlabelled(text: &str) -> Option<&str> {
    let core = text.trim_start_matches(['【', '[']);
    let (label, rest) = core.split_once(['：', ':', '】', ']'])?;
    let rest = rest.trim_start_matches(['：', ':']).trim();
    let short = label.chars().filter(|c| !c.is_whitespace()).count() <= MAX_LABEL;
    (short && label.chars().all(|c| class(c) == Class::Han || class(c) == Class::Space)).then_some(rest)
}
