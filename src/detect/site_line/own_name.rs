//! The site's name or host on a line of its own.

use crate::{
    detect::{Findings, Page, Zone, line_words::near},
    kind::Kind,
    span::Confidence,
    text::{Class, Line},
};

/// Longest name or host, in code points.
const MAX_CHARS: usize = 32;
/// Longest name that is known by its end alone, in code points.
const MAX_NAME: usize = 10;
/// Ends of sites' names.
const ENDS: [&str; 8] = ["网", "網", "网站", "網站", "论坛", "論壇", "在线", "频道"];
/// Words of headings over links.
const HEADINGS: [&str; 8] = ["链接", "連結", "参考", "參考", "官网", "網站", "网站", "资料"];
/// Ends of hosts.
const TOP: [&str; 16] = [
    ".com", ".cn", ".net", ".org", ".cc", ".tw", ".hk", ".info", ".tv", ".me", ".vip", ".top", ".xyz", ".co",
    ".io", ".site",
];

pub(super) fn detect(page: &Page<'_>, zone: &Zone, findings: &mut Findings) {
    let short = |line: &Line| !line.is_blank() && line.chars() <= MAX_CHARS && line.count(Class::Pause) <= 1;
    for (index, line) in page.lines.iter().enumerate().filter(|(_, line)| short(line)) {
        if zone.is_edge(index) && is_own(page, index) {
            findings.remove(line.start..line.next, Kind::SiteLine, "site_line/name@1", Confidence::Likely);
        }
    }
}

fn is_own(page: &Page<'_>, index: usize) -> bool {
    let line = &page.lines[index];
    let text = line.text(page.text);
    if page.site.is_some_and(|site| site == text) {
        return page.lines.len() > 1;
    }
    let name = line.chars() <= MAX_NAME && ENDS.iter().any(|end| text.ends_with(end));
    if name {
        return near(page, index).any(|other| other.text(page.text) == text);
    }
    is_host(text) && near(page, index).all(|other| !introduces(page, other)) && !is_one_of_many(page, text)
}

/// Whether another host stands on a line of its own, as in a list of addresses.
fn is_one_of_many(page: &Page<'_>, host: &str) -> bool {
    let mut lines =
        page.lines.iter().filter(|line| line.chars() <= MAX_CHARS).map(|line| line.text(page.text));
    lines.any(|line| line != host && is_host(line))
}

/// Whether `text` is a host's name and nothing else.
fn is_host(text: &str) -> bool {
    let label = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    if !text.starts_with(label) {
        return false;
    }
    let host = text.trim_start_matches("http://").trim_start_matches("https://").trim_end_matches('/');
    if host.len() <= 5 || !host.chars().all(label) {
        return false;
    }
    let lower = host.to_ascii_lowercase();
    TOP.iter().any(|top| lower.ends_with(top))
}

/// Whether a line announces links or is one in a list of them.
fn introduces(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let heading = line.chars() <= MAX_NAME && HEADINGS.iter().any(|word| text.contains(word));
    heading || matches!(line.last(), '：' | ':') || is_host(text) || text.contains("://")
}
