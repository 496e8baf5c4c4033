//! The page's title, freed of the site's name.

use super::{
    chars::{Class, class},
    lines::Line,
};

/// A title and where it came from.
#[derive(Clone, Debug)]
pub(crate) struct Title<'t> {
    /// The headline alone, without the site's name.
    pub(crate) text: &'t str,
}

/// Longest first line, in code points, that may pass for a title.
const MAX_LINE: usize = 64;
/// Shortest title, in code points, that can be cut into scraps.
const MIN_CHARS: usize = 3;

impl<'t> Title<'t> {
    /// The given title, or the first line of the text where it looks like one.
    pub(crate) fn find(
        given: Option<&'t str>,
        site: Option<&str>,
        text: &'t str,
        lines: &[Line],
        limit: usize,
    ) -> Option<Self> {
        let given = given.map(str::trim).filter(|title| !title.is_empty());
        let raw = given.or_else(|| first_line(text, lines))?;
        let raw = &raw[..raw.floor_char_boundary(limit.min(raw.len()))];
        let text = strip_site(raw, site);
        (text.chars().count() >= MIN_CHARS).then_some(Title { text })
    }
}

fn first_line<'t>(text: &'t str, lines: &[Line]) -> Option<&'t str> {
    let line = lines.iter().find(|line| !line.is_blank())?;
    let fits = line.chars() <= MAX_LINE && line.count(Class::Han) >= MIN_CHARS && line.next < text.len();
    let body = line.text(text);
    (fits && !body.ends_with(['。', '，', ',', '；', ';', '、'])).then_some(body)
}

/// Marks that part a headline from the site's or channel's name behind it.
const JOINTS: [char; 9] = ['_', '-', '|', '–', '—', '－', '｜', '＿', '•'];

/// Takes `_某某网`, `-新闻频道 - 某某在线` off the end.
fn strip_site<'t>(title: &'t str, site: Option<&str>) -> &'t str {
    let mut rest = title;
    while let Some((at, joint)) = rest.char_indices().rev().find(|&(_, c)| JOINTS.contains(&c)) {
        let head = rest[..at].trim_end().trim_end_matches(JOINTS).trim_end();
        let tail = rest[at + joint.len_utf8()..].trim();
        if head.chars().count() < MIN_CHARS || !names_site(tail, site, head) {
            break;
        }
        rest = head;
    }
    rest
}

/// Endings by which a site, a channel or a paper is known.
const SITE_ENDS: [&str; 26] = [
    "网", "網", "频道", "頻道", "在线", "線上", "资讯", "資訊", "新闻", "新聞", "日报", "日報", "晚报",
    "门户", "论坛", "論壇", "百科", "博客", "社区", "中心", "首页", "平台", "官网", "导航", ".com", ".cn",
];

fn names_site(tail: &str, site: Option<&str>, head: &str) -> bool {
    let count = tail.chars().count();
    let short = count <= 12 && count * 2 <= head.chars().count() + 8;
    let wordlike = tail.chars().all(|c| !matches!(class(c), Class::Stop | Class::Pause));
    let known = SITE_ENDS.iter().any(|end| tail.ends_with(end));
    site.is_some_and(|site| !site.is_empty() && (tail.contains(site) || site.contains(tail)))
        || tail.is_empty()
        || (short && wordlike && (known || count <= 6))
}

#[cfg(test)]
mod tests {
    use super::strip_site;

    #[test]
    fn takes_site_and_channel_off_the_end() {
        assert_eq!(strip_site("石桥夜里亮起新灯_云岭在线", None), "石桥夜里亮起新灯");
        assert_eq!(strip_site("石桥夜里亮起新灯-新闻频道-云岭网", None), "石桥夜里亮起新灯");
        assert_eq!(strip_site("石桥夜里亮起新灯 | 木屋笔记", Some("木屋笔记")), "石桥夜里亮起新灯");
    }

    #[test]
    fn keeps_a_title_that_has_a_dash_of_its_own() {
        assert_eq!(
            strip_site("从渔村到港城-一位老船长五十年里看见的变化与坚持", None),
            "从渔村到港城-一位老船长五十年里看见的变化与坚持"
        );
    }
}
