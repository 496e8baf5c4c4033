//! One label with its value.

use crate::{
    detect::date,
    lexicon::Lexicon,
    text::{Class, chars},
};

/// Longest value, in code points.
const MAX_VALUE: usize = 40;
/// Longest value behind a label without a mark.
const MAX_UNMARKED: usize = 12;
/// Longest value with a comma in it.
const MAX_PAUSED: usize = 24;
/// Longest title that a page had elsewhere.
const MAX_TITLE: usize = 64;
/// What a page generator leaves where it has no value: `[!--writer--]`.
const BLANK: &str = "!--";
/// Shortest label, its mark included, in bytes, that a word may be joined to: two characters.
const MIN_JOINED: usize = 7;
/// What readers and their visits are counted in.
const UNITS: [&str; 3] = ["人次", "次", "人"];
/// Longest word, in code points, that may stand before a label as a part of it.
const MAX_PREFIX: usize = 8;

/// A label and where its value ends; byte offsets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) label: Lexicon,
    pub(crate) start: usize,
    /// One past the mark behind the label.
    pub(crate) mark: usize,
    pub(crate) end: usize,
}

impl Field {
    /// The value without the marks around it.
    pub(super) fn value<'t>(&self, text: &'t str) -> &'t str {
        text[self.mark..self.end].trim_matches(is_edge)
    }

    /// Where the count ends that the value begins with: behind the unit and white space.
    pub(super) fn count_end(&self, text: &str) -> Option<usize> {
        let value = text[self.mark..self.end].trim_start();
        let unit = value.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        let rest = UNITS.iter().find_map(|mark| unit.strip_prefix(mark))?.trim_start();
        let page = matches!(self.label, Lexicon::PageMeta | Lexicon::PageMetaWeak);
        (page && value.starts_with(|c: char| c.is_ascii_digit())).then_some(self.end - rest.len())
    }

    /// Whether the label is one that only boilerplate has.
    pub(super) fn is_strong(&self) -> bool {
        matches!(self.label, Lexicon::EditorCredit | Lexicon::PageMeta | Lexicon::OriginalTitle)
    }

    /// Whether the label is one of a page's data that other things have too.
    pub(super) fn is_weak(&self) -> bool {
        matches!(self.label, Lexicon::PageMetaWeak | Lexicon::NoticeLabel)
    }

    /// Whether the label may stand before a name without a mark between them.
    fn is_person(&self) -> bool {
        matches!(self.label, Lexicon::Byline | Lexicon::StaffCredit)
    }

    /// Whether the label says when something was done to a page.
    fn tells_time(&self, text: &str) -> bool {
        let label = text[self.start..self.mark].trim_end_matches(|c| !chars::is_wordlike(c));
        matches!(self.label, Lexicon::PageMeta | Lexicon::PageMetaWeak)
            && (label.ends_with("时间") || label.ends_with("時間"))
    }

    /// Whether nothing but white space stands between the mark and the value.
    fn is_adjacent(&self, text: &str) -> bool {
        let rest = text[self.mark..self.end].trim_start_matches([' ', '　', '/', '／', '|', '｜', '丨']);
        rest.starts_with(|c| chars::is_wordlike(c) || chars::class(c) == Class::Open)
    }

    /// Whether a question ends the line, as speakers ask.
    fn asks(&self, text: &str) -> bool {
        let ends_line = self.end == text.len() || text[self.end..].starts_with(['\n', '\r']);
        ends_line && text[self.mark..self.end].trim_end().ends_with('?')
    }

    /// Whether the value is short and reads as no sentence.
    pub(super) fn is_plausible(&self, text: &str) -> bool {
        let value = self.value(text);
        let count = value.chars().count();
        if self.label == Lexicon::OriginalTitle {
            return count <= MAX_TITLE && !value.contains('。');
        }
        if text[..self.mark].ends_with('】') && !self.is_strong() && !is_name(value) {
            return false;
        }
        let mark = chars::before(text, self.mark);
        // `文字/林小舟` is a credit, `文字/字母之间的距离` is not.
        if mark == Some('/') && value.contains(['的', '之']) || self.tells_time(text) && !is_time(value) {
            return false;
        }
        let colon = mark.is_some_and(|c| chars::class(c) != Class::Space);
        let dated = self.is_strong() && value.starts_with(|c| chars::class(c) == Class::Digit);
        let longest = if colon || dated { MAX_VALUE } else { MAX_UNMARKED };
        let pauses = value.chars().filter(|c| matches!(c, '，' | ',' | '；')).count();
        count <= longest
            && (colon || self.is_adjacent(text))
            && (colon || self.is_strong() && count > 0 || self.is_person() && is_name(value))
            && pauses <= usize::from(count <= MAX_PAUSED && !self.is_weak())
            && (!value.contains('!') || value.starts_with(BLANK))
            && !self.asks(text)
            && !value.contains(['。', '！', '？', '…', '“', '”', '「'])
    }
}

/// Whether the value can be a time at which a page was put up: hardly more than a date, or `3小时前`.
fn is_time(value: &str) -> bool {
    /// Characters beside the date's own: a day of the week, a site's name.
    const MORE: usize = 6;
    let first = value.split(|c| chars::class(c) == Class::Space).next().unwrap_or_default();
    let rest = first.chars().filter(|&c| chars::class(c) == Class::Han && !date::is_part(c)).count();
    let told =
        value.contains(['刚', '剛', '今', '昨', '前']) || value.contains(|c| chars::class(c) == Class::Digit);
    value.is_empty() || rest <= MORE && told
}

fn is_name(value: &str) -> bool {
    let words = || value.split(|c| chars::class(c) == Class::Space || c == '、');
    words().all(|word| word.chars().count() <= 4 && word.chars().all(|c| chars::class(c) == Class::Han))
        && words().next().is_some_and(|word| word.chars().count() >= 2)
}

fn is_edge(c: char) -> bool {
    matches!(
        chars::class(c),
        Class::Space | Class::Open | Class::Close | Class::Pause | Class::Mark | Class::Symbol
    )
}

/// Whether what stands before the first label belongs to it: a date, a column in brackets, a word.
pub(super) fn is_prefix(prefix: &str, field: &Field) -> bool {
    let core = prefix.trim_matches(is_edge);
    let count = core.chars().count();
    let closed = prefix.ends_with(|c| chars::class(c) == Class::Close);
    let joined = prefix.ends_with(chars::is_wordlike)
        && !matches!(field.label, Lexicon::PageMetaWeak | Lexicon::PageMeta | Lexicon::NoticeLabel)
        && field.mark - field.start >= MIN_JOINED;
    let word = core.chars().all(|c| matches!(chars::class(c), Class::Han | Class::Letter) || c == '·')
        && !core.contains(['注', '註'])
        && !prefix.contains('《');
    core.is_empty()
        || date::leads(core)
        || date::trails(core)
        || count <= MAX_PREFIX && word && (closed || joined)
}
