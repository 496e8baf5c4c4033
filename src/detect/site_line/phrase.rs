//! What one phrase of a notice is.

use crate::{
    detect::Page,
    lexicon::Hit,
    text::{Class, chars},
};

/// Most characters behind a link in the line of a page's address.
const MAX_BEHIND: usize = 8;
/// Ends of phrases that begin an address or a number.
const CONTACTS: [&str; 19] = [
    "地址",
    "邮编",
    "传真",
    "ail",
    "邮箱",
    "举报电话",
    "客服电话",
    "客服热线",
    "热线",
    "商务合作",
    "广告合作",
    "主办",
    "主办单位",
    "承办",
    "承办单位",
    "协办",
    "主管",
    "主管单位",
    "部电话",
];

/// Whether the phrase begins an address or a number, which notices of offices have too.
pub(super) fn is_contact(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches([':', '：']);
    CONTACTS.iter().any(|contact| phrase.ends_with(contact))
        && !phrase.contains(['广', '不', '本', '文', '转', '链'])
}

/// Whether the phrase is an item among others, as in reports on what such lines say.
pub(super) fn is_enumerated(page: &Page<'_>, hit: &Hit) -> bool {
    is_licence(page.text, hit) && chars::after(page.text, hit.end) == Some('、')
}

/// Whether the phrase is a copyright mark or a licence with its number.
pub(super) fn is_licence(text: &str, hit: &Hit) -> bool {
    let phrase = text[hit.start..hit.end].to_lowercase();
    let marks =
        ["copyright", "rights", "icp", "网安", "网备", "许可证", "备案", "powered", "版权所有", "版權所有"];
    let rest = &text[hit.end..text.ceil_char_boundary((hit.end + 60).min(text.len()))];
    let numbered = rest.contains(|c: char| c.is_ascii_digit() || c == '©' || c == '：' || c == ':');
    let named = phrase.contains("版权所有") || phrase.contains("版權所有") || phrase.contains("rights");
    marks.iter().any(|mark| phrase.contains(mark)) && (numbered || named)
}

/// Whether a link stands right behind the phrase, and little behind the link.
pub(super) fn is_address(text: &str, hit: &Hit) -> bool {
    let line = text[hit.start..].lines().next().unwrap_or_default();
    let Some(at) = line.find("http").or_else(|| line.find("www.")) else { return false };
    let gap = line[..at].chars().filter(|&c| chars::class(c) == Class::Han).count();
    let rest = line[at..].trim_start_matches(|c: char| c.is_ascii_graphic());
    gap <= text[hit.start..hit.end].chars().count()
        && rest.chars().filter(|&c| chars::is_wordlike(c)).count() <= MAX_BEHIND
}

/// Whether the line is an article of a law or an item of a list.
pub(super) fn is_law(text: &str) -> bool {
    let numbered = |c| matches!(c, '条' | '條' | '款' | '章');
    text.starts_with('第') && text.chars().take(8).any(numbered)
        || text.starts_with(|c| chars::class(c) == Class::Digit)
        || text.starts_with(['（', '(']) && text.chars().nth(2).is_some_and(|c| matches!(c, '）' | ')'))
}
