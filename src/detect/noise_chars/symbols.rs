//! Random symbols inside words.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
    text::{
        Class,
        chars::{self, class},
    },
};

/// How many different odd symbols must stand between characters before the page counts as jammed.
pub(crate) const MIN_DISTINCT: usize = 3;
/// So many jams of symbols from several blocks, some of them odd, are random as well.
const MIN_MIXED: usize = 4;
/// So many different signs that no keyboard has, in as many jams, are random whatever block they are from.
const MIN_STRANGE: usize = 5;
/// Longest jam, in code points.
const MAX_CHARS: usize = 3;

/// Reads the lines that hold symbols. Linear, but for sorting the symbols found.
pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let jams = collect(page);
    if !is_jammed(page.text, &jams) {
        return;
    }
    for jam in jams {
        findings.remove(jam, Kind::NoiseChars, "noise_chars/symbols@1", Confidence::Likely);
    }
}

/// Every short run of symbols with a Chinese character on both sides.
fn collect(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut jams = Vec::new();
    for line in page.lines.iter().filter(|line| line.count(Class::Symbol) > 0) {
        let mut at = line.body;
        while let Some(run) = next_run(page.text, at, line.end) {
            at = run.end;
            if is_inside_word(page.text, &run) {
                jams.push(run);
            }
        }
    }
    jams
}

fn next_run(text: &str, from: usize, to: usize) -> Option<Range<usize>> {
    let is_symbol = |c: char| class(c) == Class::Symbol;
    // The bytes that symbols begin with.
    let mut places = memchr::memchr3_iter(0xe2, 0xe3, 0xf0, &text.as_bytes()[from..to]).map(|at| from + at);
    let start = places.find(|&at| chars::after(text, at).is_some_and(is_symbol))?;
    let end = text[start..to].find(|c| !is_symbol(c)).map_or(to, |at| start + at);
    Some(start..end)
}

fn is_inside_word(text: &str, run: &Range<usize>) -> bool {
    let is_han = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Han);
    is_han(chars::before(text, run.start))
        && is_han(chars::after(text, run.end))
        && text[run.clone()].chars().count() <= MAX_CHARS
        && text[run.clone()].chars().all(|c| is_odd(c) || is_plausible(c))
}

/// Symbols that nobody writes between two characters of a sentence.
fn is_odd(c: char) -> bool {
    match c {
        // Tangut, Khitan, old kana and Nüshu are quoted in running text, letters of formulas too.
        '\u{16fe0}'..='\u{18d8f}' | '\u{1b000}'..='\u{1b2ff}' | '\u{1d400}'..='\u{1d7ff}' => false,
        '\u{10000}'..='\u{1efff}' | '\u{1f000}'..='\u{1f0ff}' | '\u{1f650}'..='\u{1f67f}' => true,
        '\u{1f700}'..='\u{1f8ff}' | '\u{2300}'..='\u{245f}' | '\u{2800}'..='\u{28ff}' => true,
        '\u{2980}'..='\u{2bff}' | '\u{27c0}'..='\u{27ef}' => true,
        _ => false,
    }
}

/// Emoji, dingbats and the letters of formulas: noise only on a page that other symbols prove jammed.
fn is_plausible(c: char) -> bool {
    matches!(c, '\u{1f100}'..='\u{1faff}' | '\u{25a0}'..='\u{27bf}' | '\u{2e0e}'..='\u{2e19}' | '\u{1d400}'..='\u{1d7ff}')
        && !is_odd(c)
}

/// Signs of technique and ornament that are no emoji and hardly ever typed.
fn is_strange(c: char) -> bool {
    const TYPED: &str = "■□▲△▶▷▼▽◀◁◆◇○◎●◢◣◤◥★☆☀☁☂☃☎☏☑☒☕☞☝☜☟☠☪☮☯☹☺☻☼♀♂♥♡♠♣♦♤♧♨♩♪♫♬♭♯♻♿⚓⚡⚠⚪⚫⚽⚾⛄⛅⛔⛳⛵✂✅✈✉✊✋✌✍✏✐✒✓✔✕✖✗✘✝✡✦✧✨✩✪✰✱✳✴✶✹✻✽✾✿❀❁❂❃❄❅❆❇❈❉❊❋❌❍❎❓❔❕❗❤❥❦❧➊➋➔➕➖➗➜➝➤➡➢➣⌘⌚⌛⌨⏎⏏⏩⏪⏰⏳";
    matches!(c, '\u{2300}'..='\u{245f}' | '\u{25a0}'..='\u{27bf}' | '\u{2900}'..='\u{2bff}' | '\u{2e0e}'..='\u{2e19}')
        && !matches!(c, '\u{2648}'..='\u{2653}' | '\u{263d}'..='\u{2647}' | '\u{2630}'..='\u{2637}')
        && !TYPED.contains(c)
}

/// Many different symbols, hardly one of them twice, most of them odd: a random generator.
fn is_jammed(text: &str, jams: &[Range<usize>]) -> bool {
    let mut odd: Vec<char> =
        jams.iter().flat_map(|jam| text[jam.clone()].chars()).filter(|&c| is_odd(c)).collect();
    let all: usize = jams.iter().map(|jam| text[jam.clone()].chars().count()).sum();
    let count = odd.len();
    odd.sort_unstable();
    odd.dedup();
    let alphabet = |c: &char| *c as u32 >> 12;
    let mut blocks: Vec<u32> =
        jams.iter().flat_map(|jam| text[jam.clone()].chars()).map(|c| c as u32 >> 8).collect();
    blocks.sort_unstable();
    blocks.dedup();
    let mixed = jams.len() >= MIN_MIXED && blocks.len() >= MIN_DISTINCT && odd.len() + 1 >= MIN_DISTINCT;
    let of_one = odd.iter().all(|c| alphabet(c) == alphabet(&odd[0]));
    let rare = odd.len() >= MIN_DISTINCT && odd.len() * 2 >= count && count * 2 >= all;
    let mut strange: Vec<char> =
        jams.iter().flat_map(|jam| text[jam.clone()].chars()).filter(|&c| is_strange(c)).collect();
    strange.sort_unstable();
    strange.dedup();
    let strewn = strange.len() >= MIN_STRANGE && jams.len() >= MIN_STRANGE;
    (strewn && !is_about_writing(text))
        || (rare && !(of_one && is_about_writing(text)))
        || (mixed && !is_about_writing(text))
}

fn is_about_writing(text: &str) -> bool {
    ["文字", "字母", "字符", "符号", "符號", "Unicode"].iter().any(|word| text.contains(word))
}
