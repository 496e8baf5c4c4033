//! What a line at the end of a page may be instead of a title, and what titles like to have.

use crate::text::{Class, chars::class};

/// Longest line, in code points, that only names who signs.
const MAX_SIGN: usize = 18;

/// Whether quotation marks or brackets stand around the line, or a bracket begins it.
pub(super) fn is_framed(text: &str) -> bool {
    text.starts_with(['(', '（']) || text.starts_with(['“', '「']) && text.ends_with(['”', '」'])
}

/// Whether a short label and a colon begin the line.
pub(super) fn is_labelled(text: &str) -> bool {
    text.split_once(['：', ':']).is_some_and(|(label, _)| label.chars().count() <= 5)
}

/// Whether a number or a letter in a list begins the line.
pub(super) fn is_numbered(text: &str) -> bool {
    let mut chars = text.trim_start_matches(['(', '（', '[', '【', '第']).chars();
    let first = chars.next().unwrap_or(' ');
    let numeral = |c: char| class(c) == Class::Digit || "一二三四五六七八九十".contains(c);
    let after = chars.find(|&c| !numeral(c)).unwrap_or(' ');
    numeral(first) && matches!(after, '、' | '.' | '．' | ')' | '）' | ']' | '】' | '条' | '章' | '步')
}

/// Whether the line is a row of cells or figures, or begins with a year.
pub(super) fn is_row(text: &str) -> bool {
    let digits = text.chars().filter(|&c| class(c) == Class::Digit).count();
    let year =
        text.find('年').is_some_and(|at| at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit()));
    year || text.contains(['|', '\t', '=']) || digits * 3 > text.chars().count()
}

/// Endings of those who sign.
const SIGNS: [&str; 22] = [
    "公司",
    "委员会",
    "委員會",
    "办公室",
    "辦公室",
    "学院",
    "大学",
    "中心",
    "协会",
    "法院",
    "政府",
    "日",
    "部",
    "局",
    "厅",
    "院",
    "处",
    "会",
    "室",
    "社",
    "报",
    "编",
];

/// Whether the line is short and ends as the names of those who sign do, or as a date.
pub(super) fn is_signature(text: &str) -> bool {
    SIGNS.iter().any(|end| text.ends_with(end)) && text.chars().count() <= MAX_SIGN
}

/// Whether a mark stands in the line as headlines like it: a question, a quotation, a gap, a colon.
pub(super) fn has_headline_marks(text: &str) -> bool {
    text.contains([
        '？', '?', '！', '!', '“', '《', '：', ':', ' ', '　', '，', '「', '|', '_', '-', '#', '"', '｜',
        '(', '（',
    ])
}
