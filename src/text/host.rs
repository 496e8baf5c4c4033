//! Host names in running text.

use std::ops::Range;

/// Longest host with its scheme and path, in bytes; what goes on longer is cut there.
const MAX_BYTES: usize = 160;

/// Endings of hosts that spam and sites use.
const ENDS: [&str; 38] = [
    "ag", "app", "asia", "bet", "biz", "cc", "club", "cn", "co", "com", "edu", "fun", "gov", "hk", "info",
    "io", "la", "link", "live", "ltd", "me", "mobi", "net", "online", "org", "pro", "pw", "ren", "shop",
    "site", "space", "store", "top", "tv", "tw", "vip", "wang", "xyz",
];

/// How long they are.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;

/// Every host of `text` in order, scheme and path included. Linear.
pub(crate) fn hosts(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let dot = from + memchr::memchr(b'.', &text.as_bytes()[from..])?;
            let run = run(text, from, dot);
            from = run.end;
            if let Some(host) = host(text, &run) {
                from = host.end;
                return Some(host);
            }
        }
    })
}

/// The letters, digits, dots and hyphens around a dot.
fn run(text: &str, from: usize, dot: usize) -> Range<usize> {
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let bytes = text.as_bytes();
    let back = bytes[from..dot].iter().rev().take(MAX_BYTES).take_while(part).count();
    let ahead = bytes[dot..].iter().take(MAX_BYTES).take_while(part).count();
    dot - back..dot + ahead
}

/// The host in a run of such characters, if its last label is a known ending.
fn host(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    let body = text[run.clone()].trim_start_matches(['.', '-']);
    let start = run.end - body.len();
    let body = body.trim_end_matches(['.', '-']);
    let (head, end) = body.rsplit_once('.')?;
    let may_end = LENGTHS.contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !may_end || ENDS.binary_search(&end.to_ascii_lowercase().as_str()).is_err() {
        return None;
    }
    let named = head.rsplit('.').all(|label| !label.is_empty())
        && head.split('.').any(|label| label.len() >= 2 && label.bytes().any(|b| b.is_ascii_alphanumeric()));
    let mail = text[..start].ends_with('@');
    (named && !mail).then(|| scheme(text, start)..path(text, start + body.len()))
}

fn scheme(text: &str, start: usize) -> usize {
    let head = text[..start].strip_suffix("://").unwrap_or(&text[..start]);
    let name = head.bytes().rev().take(5).take_while(u8::is_ascii_lowercase).count();
    if head.len() < start && name >= 4 { head.len() - name } else { start }
}

fn path(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    if !matches!(rest.first(), Some(b'/' | b':')) {
        return end;
    }
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || b"/._-~?=&%#:+".contains(byte);
    let long = rest.iter().take(MAX_BYTES).take_while(part).count();
    if long > 1 { end + long } else { end }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        hosts(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn endings_are_sorted_and_of_known_lengths() {
        assert!(ENDS.is_sorted());
        assert!(ENDS.iter().all(|end| LENGTHS.contains(&end.len())));
    }

    #[test]
    fn hosts_are_found_glued_to_chinese() {
        assert_eq!(found("展出www.a1b.example.com.作品"), ["www.a1b.example.com"]);
        assert_eq!(
            found("见https://bridge.org/a/b?c=1，和m.tea.cc。"),
            ["https://bridge.org/a/b?c=1", "m.tea.cc"]
        );
    }

    #[test]
    fn numbers_files_and_mail_are_no_hosts() {
        assert!(found("3.14、main.rs、lin@tea.com、e.g.、...com、a.b.rs").is_empty());
    }
}
