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

/// Whether the line is a row of names with gaps between them, and what they are before them.
pub(super) fn is_names(text: &str) -> bool {
    let words: Vec<usize> = text.split([' ', '\u{3000}']).map(|word| word.chars().count()).collect();
    let words = || words.iter().filter(|&&count| count > 0);
    let long = words().filter(|&&count| count > 4).count();
    words().count() > 2 && long < 2 && text.chars().all(|c| matches!(class(c), Class::Han | Class::Space))
}

/// Whether the line cites an article of a law, or a document by its number.
pub(super) fn is_citation(text: &str) -> bool {
    let core =
        text.trim_end_matches(|c| matches!(class(c), Class::Close | Class::Digit | Class::Space) || c == '.');
    let core = core.trim_end_matches(['(', '（']);
    let numbered = |part: &str| {
        let rest = part.trim_start_matches(|c| class(c) == Class::Digit);
        rest.len() < part.len() && rest.starts_with(['条', '條', '项', '項', '款', '點'])
    };
    text.split('第').skip(1).any(numbered)
        || text.contains('第')
            && core.ends_with(['条', '條', '款', '项', '項', '目', '号', '號', '函'])
            && text.chars().any(|c| class(c) == Class::Digit)
}

/// Whether the line is clauses in a row, or parts them by half-width marks, as remarks do.
pub(super) fn chops(text: &str) -> bool {
    let pauses = text.matches(['，', ',']).count();
    pauses > 1 || text.contains(',') || text.ends_with('.')
}

/// Whether the line says whose words stand above it.
pub(super) fn is_attribution(text: &str) -> bool {
    text.starts_with("--") || text.starts_with("——")
}

/// Whether somebody speaks in the line, of himself or to the reader, or a speech ends in it.
pub(super) fn speaks(text: &str) -> bool {
    text.contains(['我', '您', '咱', '俺'])
        || text.contains("谢谢")
        || text.contains("謝謝")
        || ends_speech(text)
}

/// Whether a quoted sentence ends the line.
pub(super) fn ends_speech(text: &str) -> bool {
    let core = text.trim_end_matches(|c| class(c) == Class::Close);
    core.len() < text.len() && core.ends_with(['！', '？', '。', '!', '?'])
}

/// Whether a mark stands in the line as headlines like it: a question, a quotation, a gap, a colon.
pub(super) fn has_headline_marks(text: &str) -> bool {
    text.contains([
        '？', '?', '！', '!', '“', '《', '：', ':', ' ', '　', '，', '「', '|', '_', '-', '#', '"', '｜',
        '(', '（',
    ])
}
