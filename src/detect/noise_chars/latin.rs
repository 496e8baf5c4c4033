//! Chinese that was read in the wrong encoding: Latin letters and marks without a word, `ÖÐ¹ú`, and
//! the rare characters that other decoders make of punctuation.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    lexicon::Lexicon,
    span::Confidence,
    text::{
        Class, Line,
        chars::{self, class},
    },
};

/// Shortest such run, and how many letters and marks of Latin-1 it has at least, in code points.
const MIN_RUN: usize = 3;
/// Most characters that are read as bytes again.
const MAX_MISREAD: usize = 600;
/// Words of articles on encodings.
const ABOUT: [&str; 6] = ["乱码", "亂碼", "编码", "編碼", "字符集", "字元集"];

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mut runs: Vec<Range<usize>> = page.hits(Lexicon::Mojibake).map(|hit| hit.start..hit.end).collect();
    let odd = |line: &&Line| line.count(Class::Han) > 0 && line.count(Class::Letter) > 0;
    for line in page.lines.iter().filter(odd) {
        runs.extend(latin(page.text, line));
    }
    if runs.is_empty() || ABOUT.iter().any(|word| page.text.contains(word)) {
        return;
    }
    for run in runs {
        findings.remove(run, Kind::NoiseChars, "noise_chars/encoding@1", Confidence::Likely);
    }
}

/// Runs of such letters and marks between Chinese.
fn latin<'t>(text: &'t str, line: &'t Line) -> impl Iterator<Item = Range<usize>> + 't {
    let mut done = line.body;
    let leads = memchr::memchr2_iter(0xc2, 0xc3, &text.as_bytes()[line.body..line.end]);
    leads.filter_map(move |at| {
        let start = line.body + at;
        if start < done || !text.is_char_boundary(start) {
            return None;
        }
        let len = text[start..line.end].find(|c| !is_latin(c)).unwrap_or(line.end - start);
        done = start + len;
        if let Some(len) = decoded(&text[start..line.end]) {
            done = done.max(start + len);
            return Some(start..start + len);
        }
        is_misread(text, &(start..done)).then_some(start..done)
    })
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ff}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | 'ƒ' | 'ˆ' | '˜' | '€' | '™')
        || matches!(c, '‚' | '„' | '†' | '‡' | '‰' | '‹' | '›' | '•' | '\u{80}'..='\u{a0}')
}

/// How long the beginning of `text` is that gives Chinese when its characters are read as bytes again.
fn decoded(text: &str) -> Option<usize> {
    let ends = text.char_indices().map(|(at, c)| (at + c.len_utf8(), byte(c)));
    let bytes: Vec<(usize, u8)> =
        ends.map_while(|(end, byte)| byte.map(|byte| (end, byte))).take(MAX_MISREAD).collect();
    let raw: Vec<u8> = bytes.iter().map(|&(_, byte)| byte).collect();
    let valid = match std::str::from_utf8(&raw) {
        Ok(all) => all,
        Err(error) => std::str::from_utf8(&raw[..error.valid_up_to()]).ok()?,
    };
    let chinese = valid.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'));
    let end = bytes.get(valid.len().checked_sub(1)?)?.0;
    chinese.then_some(end)
}

/// The byte that Windows shows as this character, if it is none of ASCII.
fn byte(c: char) -> Option<u8> {
    const SHOWN: [(char, u8); 27] = [
        ('€', 0x80),
        ('‚', 0x82),
        ('ƒ', 0x83),
        ('„', 0x84),
        ('…', 0x85),
        ('†', 0x86),
        ('‡', 0x87),
        ('ˆ', 0x88),
        ('‰', 0x89),
        ('Š', 0x8a),
        ('‹', 0x8b),
        ('Œ', 0x8c),
        ('Ž', 0x8e),
        ('‘', 0x91),
        ('’', 0x92),
        ('“', 0x93),
        ('”', 0x94),
        ('•', 0x95),
        ('–', 0x96),
        ('—', 0x97),
        ('˜', 0x98),
        ('™', 0x99),
        ('š', 0x9a),
        ('›', 0x9b),
        ('œ', 0x9c),
        ('ž', 0x9e),
        ('Ÿ', 0x9f),
    ];
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(c as u32).ok(),
        _ => SHOWN.iter().find(|&&(shown, _)| shown == c).map(|&(_, byte)| byte),
    }
}

/// Whether letters and marks are mixed as no language mixes them, with no word beside them.
fn is_misread(text: &str, run: &Range<usize>) -> bool {
    let inside = &text[run.clone()];
    let letters = inside.chars().filter(|c| matches!(c, 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ÿ')).count();
    let count = inside.chars().count();
    let word = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Letter | Class::Digit));
    count >= MIN_RUN
        && letters > 0
        && letters < count
        && !word(chars::before(text, run.start))
        && !word(chars::after(text, run.end))
}

#[cfg(test)]
mod tests {
    use super::{decoded, is_misread};

    #[test]
    fn what_was_misread_is_read_again() {
        let misread = "æˆ‘ä»¬";
        assert_eq!(decoded(&format!("{misread}在")), Some(misread.len()));
        assert_eq!(decoded("é“的"), None);
    }

    #[test]
    fn names_and_measures_are_no_misread_chinese() {
        for run in ["ÖÐ¹ú", "ï¼Œ", "Ã¥Â"] {
            assert!(is_misread(&format!("渡{run}口"), &(3..3 + run.len())), "{run}");
        }
        for run in ["éé", "±²", "àáâ"] {
            assert!(!is_misread(&format!("渡{run}口"), &(3..3 + run.len())), "{run}");
        }
    }
}
