//! Lines of joined phrases that share a name, or that a handful of words make up.

use super::{
    super::Page,
    brand,
    phrases::{joints, segments},
    words::{cover, may_end, without_tail},
};
use crate::text::{Class, Line, Mark};

/// Fewest phrases of a row.
const MIN_ROW: usize = 3;
/// Fewest phrases that nothing but their build gives away.
const MIN_PLAIN: usize = 4;
/// Longest phrase, in code points, in the mean.
const MAX_MEAN: usize = 14;
/// How many bytes neighbouring phrases share at least that begin with one name.
const SHARED: usize = 4;
/// Longest line, in code points, that is a site's name and one or a few of its pages.
const MAX_NAMED: usize = 32;

/// Whether the line is a row of such phrases, whatever their words.
pub(super) fn is_row(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    line.count(Class::Stop) == 0
        && may_be_short(line, text)
        && (is_made_of_words(line, text) || may_share_a_name(page, line) && shares_a_name(page, text))
}

/// Whether there are enough marks in the line for its phrases to be short in the mean.
fn may_be_short(line: &Line, text: &str) -> bool {
    let joints = joints(line, text);
    line.chars() <= MAX_MEAN * (joints + 1) + joints
}

/// Whether nearly all of it is words of such phrases, most of them joined to others. Left as soon as too
/// much is of other words.
fn is_made_of_words(line: &Line, text: &str) -> bool {
    let (mut count, mut chars, mut joined, mut others) = (0, 0, 0, 0);
    for part in segments(text) {
        let (words, covered) = cover(part);
        let len = part.chars().count();
        count += 1;
        chars += len;
        joined += usize::from(words > 1);
        others += len - covered;
        if others * 5 > line.chars() {
            return false;
        }
    }
    count >= MIN_PLAIN && chars <= MAX_MEAN * count && others * 5 <= chars && joined * 2 >= count
}

/// Whether two neighbouring phrases begin with the same bytes, as those do that share a name: told by the
/// marks between them alone, but for one mark that is a Chinese character.
fn may_share_a_name(page: &Page<'_>, line: &Line) -> bool {
    let (text, marks) = (page.text, page.marks(line.body..line.end));
    let joins = |mark: &Mark| {
        matches!(mark.class, Class::Space | Class::Pause | Class::Mark | Class::Symbol)
            || text.as_bytes()[mark.at()] == b'I'
    };
    let head = |at: usize| text.as_bytes()[at..line.end].first_chunk::<SHARED>();
    let mut last = None;
    let starts = (0..=marks.len()).filter_map(|next| {
        let start = match next.checked_sub(1) {
            Some(before) => Some(marks[before]).filter(joins)?.end(text),
            None => line.body,
        };
        let empty = marks.get(next).is_some_and(|mark| mark.at() == start && joins(mark));
        Some(start).filter(|_| !empty)
    });
    let mut heads = starts.map(head);
    heads.any(|head| head.is_some() && std::mem::replace(&mut last, head) == head)
        || line.text(text).contains('丨')
}

/// Whether most begin with one name that the article does not have, and go on with words of such phrases.
fn shares_a_name(page: &Page<'_>, text: &str) -> bool {
    let segments: Vec<&str> = segments(text).collect();
    let chars: usize = segments.iter().map(|part| part.chars().count()).sum();
    if segments.len() < MIN_ROW || chars > MAX_MEAN * segments.len() {
        return false;
    }
    let Some(name) = shared(&segments) else { return false };
    let mut tails: Vec<&str> = segments.iter().filter_map(|part| part.strip_prefix(name)).collect();
    let sharing = tails.len();
    tails.retain(|tail| is_tail(tail));
    let known = tails.len();
    tails.sort_unstable();
    tails.dedup();
    let named = brand::is_shaped(name) || brand::is_shaped(without_tail(name));
    sharing * 5 >= segments.len() * 3
        && known * 2 >= sharing
        && tails.len() >= if named { 2 } else { 3 }
        && brand::is_foreign(page, name)
}

/// Whether a phrase goes on with such words, or with nothing.
fn is_tail(tail: &str) -> bool {
    cover(tail).1 * 2 >= tail.chars().count()
}

/// The longest beginning that two neighbours share, if it is long enough for a name.
fn shared<'t>(segments: &[&'t str]) -> Option<&'t str> {
    let common = |pair: &[&'t str]| {
        let same = pair[0].chars().zip(pair[1].chars()).take_while(|(a, b)| a == b);
        &pair[0][..same.map(|(c, _)| c.len_utf8()).sum()]
    };
    let names = segments.windows(2).filter(|pair| pair[0] != pair[1]).map(common);
    let name = names
        .filter(|name| name.len() >= SHARED && name.chars().count() > 1)
        .min_by_key(|name| name.len())?;
    Some(name)
}

/// Whether the line is nothing but a site's name and a few of its pages.
pub(super) fn is_named(page: &Page<'_>, line: &Line) -> bool {
    if line.chars() > MAX_NAMED || line.count(Class::Stop) > 0 {
        return false;
    }
    let text = line.text(page.text);
    let known = brand::is_known(page, line.body..line.end);
    let name = match text.strip_prefix('【').and_then(|text| text.strip_suffix('】')) {
        Some(name) => Some(name).filter(|name| known || brand::is_shaped(name)),
        None => firm(line, text).or_else(|| name_of_pages(text, known)),
    };
    name.is_some_and(|name| brand::is_foreign(page, name))
}

/// The name that all of the phrases begin with, if nothing but words of such a site's pages is behind it.
fn name_of_pages(text: &str, known: bool) -> Option<&str> {
    let paged = segments(text).any(is_page);
    if !known && !paged {
        return None;
    }
    let segments: Vec<&str> = segments(text).collect();
    let name = segments.iter().map(|part| without_tail(part)).find(|name| !name.is_empty())?;
    let own = |part: &&str| part.strip_prefix(name).is_some_and(is_tail) || without_tail(part).is_empty();
    let more = segments.len() > 1 || segments[0].len() > name.len();
    ((more || paged) && segments.iter().all(own)).then_some(name)
}

/// Whether a phrase is a name with the shape of such sites' and words of their pages behind it.
fn is_page(part: &str) -> bool {
    if !may_end(part) {
        return false;
    }
    let ends = part.char_indices().map(|(at, _)| at).skip(2);
    let named = |(name, page): (&str, &str)| {
        brand::is_shaped(name) && cover(page).1 == page.chars().count() && !is_form(page)
    };
    ends.map(|at| part.split_at(at)).any(named)
}

/// Whether the words only tell the form of a firm, which may have signed the text.
fn is_form(page: &str) -> bool {
    const FORMS: [&str; 12] =
        ["股份", "有限", "责任", "責任", "公司", "集团", "集團", "控股", "总公司", "分公司", "企业", "企業"];
    let mut rest = page;
    while let Some(less) = FORMS.iter().find_map(|form| rest.strip_prefix(form)) {
        rest = less;
    }
    rest.is_empty()
}

/// The name before `(中国)有限公司官网` and the like.
fn firm<'t>(line: &Line, text: &'t str) -> Option<&'t str> {
    let (name, rest) = Some(text).filter(|_| line.count(Class::Open) > 0)?.split_once(['(', '（'])?;
    let rest = rest.strip_prefix("中国")?.strip_prefix([')', '）'])?;
    let site = ["官网", "官方", "网站", "app", "登录"].iter().any(|word| rest.contains(word));
    (site && !name.is_empty()).then_some(name)
}
