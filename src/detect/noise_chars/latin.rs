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
        is_misread(text, &(start..done)).then_some(start..done)
    })
}

fn is_latin(c: char) -> bool {
    matches!(c, '\u{a1}'..='\u{ff}' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | 'ƒ' | 'ˆ' | '˜' | '€' | '™')
        || matches!(c, '‚' | '„' | '†' | '‡' | '‰' | '‹' | '›' | '•' | '\u{80}'..='\u{a0}')
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
    use super::is_misread;

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
