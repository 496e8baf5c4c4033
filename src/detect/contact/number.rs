//! A number or account behind a label, however it is disguised.

use std::ops::Range;

use crate::{
    detect::Page,
    text::{
        Class,
        chars::class,
        fold::{self, Folded},
    },
};

/// How far behind a label its number may stand, in bytes, and its longest writing.
const REACH: usize = 30;
const MAX_BYTES: usize = 120;
/// Fewest digits of a telephone.
const MIN_DIGITS: usize = 7;
/// Longest account, in bytes.
const MAX_ACCOUNT: usize = 20;

/// What sort of way to reach somebody it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A mobile telephone.
    Mobile,
    /// A telephone with an area code, or one of a firm.
    Fixed,
    /// A messenger's account.
    Account,
    /// A mail address.
    Mail,
}

/// A number or account in the page.
#[derive(Clone, Debug)]
pub(super) struct Number {
    pub(super) range: Range<usize>,
    pub(super) way: Way,
    /// Whether its digits are circled, bold or otherwise disguised.
    pub(super) disguised: bool,
}

impl Number {
    /// Whether it begins with the code of a place.
    fn has_area(&self, text: &str) -> bool {
        let bare = Folded::digits(&text[self.range.clone()]);
        bare.text.starts_with('0') && (10..=12).contains(&bare.text.len())
    }

    /// Whether it is one of the numbers that firms rent.
    pub(super) fn is_firm(&self, text: &str) -> bool {
        let bare = Folded::digits(&text[self.range.clone()]);
        ["400", "800", "0800"].iter().any(|head| bare.text.starts_with(head))
    }
}

/// The number behind a label that ends at `at`, before the line's end. Bounded.
pub(super) fn behind(text: &str, at: usize, line_end: usize, messenger: bool) -> Option<Number> {
    // A label may end in white space, behind which nothing of its line is left.
    let to = text.floor_char_boundary((at + MAX_BYTES).min(line_end));
    let source = text.get(at..to)?;
    let (bare, (run, way)) = match disguised(source, messenger) {
        Some(found) => found,
        None if messenger => {
            let bare = Folded::bare(source);
            let run = account(&bare.text)?;
            (bare, (run, Way::Account))
        }
        None => return None,
    };
    let run = if way == Way::Mobile { mobile(source, &bare, run) } else { run };
    let range = at + bare.source(run.start)..at + bare.end_of(run.end);
    let end = mail(text, &range);
    let way = if end > range.end || text[range.clone()].contains('@') { Way::Mail } else { way };
    let range = range.start..end;
    let between = &text[at..range.start];
    if between.contains(['/', '年']) || between.contains("www") || is_reference(text, &range) {
        return None;
    }
    Some(Number { disguised: is_disguised(&text[range.clone()]), range, way })
}

/// The number that begins near the front of `source`, in its bare view.
fn disguised(source: &str, messenger: bool) -> Option<(Folded, (Range<usize>, Way))> {
    let mut front = source.char_indices().take_while(|&(at, _)| at <= REACH);
    if !front.any(|(_, c)| fold::may_be_digit(c)) {
        return None;
    }
    let bare = Folded::digits(source);
    let run = digits(&bare.text).filter(|run| bare.source(run.start) <= REACH)?;
    let way = way(&bare.text[run.clone()], messenger)?;
    Some((bare, (run, way)))
}

/// The telephones of a line, whatever stands before them. Linear.
pub(super) fn telephones(page: &Page<'_>, line: Range<usize>) -> Vec<Number> {
    let text = page.text;
    let mut found = Vec::new();
    fold::each_run(&text[line.clone()], (line.start, page.marks(line.clone())), MIN_DIGITS, |run| {
        among(text, line.start + run.start..line.start + run.end, &mut found);
    });
    found
}

/// Adds the telephones in a stretch of digits and what hides them.
fn among(text: &str, stretch: Range<usize>, found: &mut Vec<Number>) {
    let source = &text[stretch.clone()];
    let bare = Folded::digits(source);
    let mut at = 0;
    while let Some(run) = digits(&bare.text[at..]).map(|run| at + run.start..at + run.end) {
        at = run.end;
        let Some(way) = way(&bare.text[run.clone()], false) else { continue };
        let run = if way == Way::Mobile { mobile(source, &bare, run) } else { run };
        at = run.end;
        let range = stretch.start + bare.source(run.start)..stretch.start + bare.end_of(run.end);
        if is_reference(text, &range) {
            continue;
        }
        let number = Number { disguised: is_disguised(&text[range.clone()]), range, way };
        if number.way == Way::Mobile || number.is_firm(text) || number.has_area(text) {
            found.push(number);
        }
    }
}

/// Whether the digits number a document or a thing, are a part of a name, or are sums to compare:
/// `字第0912345678号`, `IF1706_20161108`, `1/9○0.1`.
fn is_reference(text: &str, number: &Range<usize>) -> bool {
    let (before, behind) = (&text[..number.start], &text[number.end..]);
    let sums = text[number.clone()].contains('○') && text[number.clone()].contains(['/', '.', '=']);
    sums || before.ends_with(['第', '_', '#']) || behind.starts_with(['号', '號', '_'])
}

/// The first long run of digits.
fn digits(bare: &str) -> Option<Range<usize>> {
    let mut from = 0;
    loop {
        let start = from + bare[from..].find(|c: char| c.is_ascii_digit())?;
        let end = start + bare[start..].bytes().take_while(u8::is_ascii_digit).count();
        if end - start >= 6 {
            return Some(start..end);
        }
        from = end;
    }
}

/// The first mobile telephone of a longer run, if something parts it from the digits behind it.
fn mobile(source: &str, bare: &Folded, run: Range<usize>) -> Range<usize> {
    let len = if bare.text[run.clone()].starts_with('0') { 10 } else { 11 };
    let cut = run.start + len;
    if run.len() <= len {
        return run;
    }
    let (end, next) = (bare.end_of(cut), bare.source(cut));
    let sort = |c: Option<char>| c.map(|c| c.len_utf8());
    let apart = end < next || sort(source[..end].chars().next_back()) != sort(source[next..].chars().next());
    if apart { run.start..cut } else { run }
}

/// What a run of digits reaches; `None` for short public numbers, dates and sums.
fn way(digits: &str, messenger: bool) -> Option<Way> {
    let bytes = digits.as_bytes();
    let mobile = bytes.len() >= 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
        || bytes.len() == 10 && digits.starts_with("09");
    let year = |part: &[u8]| part.starts_with(b"19") || part.starts_with(b"20");
    if bytes.len() == 8 && year(bytes) && year(&bytes[4..]) {
        return None;
    }
    if mobile {
        return Some(Way::Mobile);
    }
    match bytes.len() {
        6..=10 if messenger => Some(Way::Account),
        MIN_DIGITS..=24 => Some(Way::Fixed),
        _ => None,
    }
}

/// A messenger's account of letters and digits right behind the label.
fn account(bare: &str) -> Option<Range<usize>> {
    let start = bare.find(|c: char| c.is_ascii_alphanumeric()).filter(|&at| at <= 3)?;
    let end = start + bare[start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let letter = bare.as_bytes()[start].is_ascii_alphabetic();
    (letter && (6..=MAX_ACCOUNT).contains(&(end - start))).then_some(start..end)
}

/// Where the mail address ends that an account at `range` is the beginning of.
fn mail(text: &str, range: &Range<usize>) -> usize {
    let rest = &text[range.end..];
    if !rest.starts_with('@') && !text[range.clone()].contains('@') {
        return range.end;
    }
    let part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'@' | b'-' | b'_');
    let len = rest.bytes().take_while(part).count();
    range.end + rest[..len].trim_end_matches(['.', '-', '_']).len()
}

fn is_disguised(number: &str) -> bool {
    let count = |test: fn(char) -> bool| number.chars().filter(|&c| test(c)).count();
    let odd = count(|c| class(c) == Class::Symbol);
    let apart = number.split(' ').filter(|part| part.chars().count() == 1).count();
    let words = count(|c| class(c) == Class::Han);
    let (alike, digits) = (count(|c| matches!(c, 'O' | 'o' | 'l' | 'I')), count(|c| c.is_ascii_digit()));
    odd >= 2 || apart >= 6 || words >= 2 || alike >= 2 && digits >= 5 && alike + digits >= 10
}
