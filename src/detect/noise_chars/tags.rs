//! Empty HTML elements that bear nothing but a random id or class.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
};

/// Longest nest of elements, in bytes, and deepest.
const MAX_BYTES: usize = 4096;
const MAX_DEPTH: usize = 16;

/// Reads every `<` once, and what follows it up to the nest's end. Linear: nests do not overlap,
/// and what is no nest is left at its first byte that is no tag.
pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let bytes = page.text.as_bytes();
    let mut nests: Vec<Range<usize>> = Vec::new();
    let (mut at, mut count, mut random, mut other) = (0, 0, 0, 0);
    while let Some(found) = memchr::memchr(b'<', &bytes[at..]) {
        let start = at + found;
        let (nest, tags, sure) = nest(page.text, start);
        at = nest.as_ref().map_or(start + 1, |nest| nest.end);
        other += usize::from(nest.is_none() && is_tag(&bytes[start..]));
        count += tags;
        random += sure;
        join(page.text, &mut nests, nest);
    }
    // Two ids, or one on a page without any other tag: a page that shows markup has more. What may be a
    // word is random beside others that are none.
    if random * 4 < count || count <= other || (count == 1 && other > 0) {
        return;
    }
    for nest in nests {
        findings.remove(nest, Kind::NoiseChars, "noise_chars/empty_tag@1", Confidence::Certain);
    }
}

/// Adds a nest; white space between two of them goes with them.
fn join(text: &str, nests: &mut Vec<Range<usize>>, nest: Option<Range<usize>>) {
    let Some(nest) = nest else { return };
    match nests.last_mut() {
        Some(last) if text[last.end..nest.start].trim().is_empty() => last.end = nest.end,
        _ => nests.push(nest),
    }
}

fn is_tag(bytes: &[u8]) -> bool {
    bytes.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'))
}

/// The nest of empty elements that starts at `start`, with how many there are, and how many with an id
/// that is no word.
fn nest(text: &str, start: usize) -> (Option<Range<usize>>, usize, usize) {
    let to = text.floor_char_boundary((start + MAX_BYTES).min(text.len()));
    let mut rest = &text[start..to];
    let mut open: Vec<&str> = Vec::new();
    let (mut tags, mut random) = (0, 0);
    let mut ids: Vec<&str> = Vec::new();
    loop {
        rest = rest.trim_start_matches([' ', '\n', '\r', '\t']);
        if let Some((name, id, after)) = opening(rest).filter(|_| open.len() < MAX_DEPTH) {
            open.push(name);
            tags += 1;
            // No page gives one id to two elements.
            random += usize::from(is_random(id) || ids.contains(&id));
            ids.push(id);
            rest = after;
        } else if let Some(after) = open.last().and_then(|name| closing(rest, name)) {
            open.pop();
            rest = after;
        } else {
            return (None, 0, 0);
        }
        if open.is_empty() {
            return (Some(start..to - rest.len()), tags, random);
        }
    }
}

/// The name of the element that `text` opens with an id and nothing else, the id, and what follows.
fn opening(text: &str) -> Option<(&str, &str, &str)> {
    let inner = text.strip_prefix('<')?;
    let (name, rest) = inner.split_at(inner.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count());
    let rest = rest.strip_prefix(" id=").or_else(|| rest.strip_prefix(" class="))?;
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = &rest[1..];
    let (id, rest) = rest.split_at(rest.bytes().take(9).take_while(u8::is_ascii_alphanumeric).count());
    let rest = rest.strip_prefix(quote)?.strip_prefix('>')?;
    (!name.is_empty() && (5..=8).contains(&id.len())).then_some((name, id, rest))
}

fn closing<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    text.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')
}

/// Whether an id mixes letters and digits as no word with a number does.
fn is_random(id: &str) -> bool {
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    let word_and_number =
        id.trim_end_matches(|c: char| c.is_ascii_digit()).bytes().all(|b| b.is_ascii_alphabetic());
    let vowels = id.bytes().filter(|byte| b"aeiouAEIOU".contains(byte)).count();
    if word_and_number { vowels == 0 } else { digits > 0 && digits < id.len() }
}
