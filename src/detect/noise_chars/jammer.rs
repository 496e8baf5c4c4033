//! What a forum's copy protection leaves at the ends of lines and sentences: isolated characters of
//! ASCII.

use std::ops::Range;

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
    text::{
        Class, Line, Mark,
        chars::{self, class},
    },
};

/// Shortest and longest jammer, in bytes, spaces included.
const LENGTH: std::ops::RangeInclusive<usize> = 8..=96;
/// Longest piece between two spaces, in bytes, and how few pieces there are at least.
const MAX_PIECE: usize = 3;
const MIN_PIECES: usize = 4;
/// So many jammers prove a page.
const MANY: usize = 2;
/// Marks that code and formulas do not glue to a letter's end.
const RARE: &[u8] = b"\"#$%&'@\\^_`{|}~[];:?!";

/// Looks at the ends of each line that has Chinese and single letters. Linear.
pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let mixed = |line: &&Line| {
        line.count(Class::Letter) > 0
            && line.count(Class::Space) >= MIN_PIECES - 1
            && line.count(Class::Han) > 0
    };
    let (mut sure, mut weak, mut ends) = (Vec::new(), Vec::new(), Vec::new());
    for line in page.lines.iter().filter(mixed) {
        sure.extend([tail(page.text, line), head(page.text, line)].into_iter().flatten());
        for (before, run) in runs(page, line) {
            ends.extend(strewn(page.text, line, before, &run));
            if is_middle(page.text, before, &run) {
                if is_jammer(&page.text[run.clone()]) { sure.push(run) } else { weak.push(run) }
            }
        }
    }
    // Where several are sure, what has their shape is one more.
    if sure.len() >= MANY {
        sure.append(&mut weak);
    }
    if sure.len() + ends.len() >= MANY {
        sure.append(&mut ends);
    }
    for range in sure {
        findings.remove(range, Kind::NoiseChars, "noise_chars/jammer@1", Confidence::Likely);
    }
}

/// The jammer at the line's end, the spaces before it included.
fn tail(text: &str, line: &Line) -> Option<Range<usize>> {
    let body = line.text(text).as_bytes();
    let ascii = body.iter().rev().take(*LENGTH.end() + 1).take_while(|byte| byte.is_ascii()).count();
    let from = line.end - ascii;
    let start = from + skip_words(&text[from..line.end]);
    // The sentence's own end.
    let own = start == from && text[start..].starts_with(['?', '!', '.']);
    let start = start + usize::from(own);
    is_jammer(&text[start..line.end]).then_some(start..line.end)
}

/// The jammer at the line's start, the spaces behind it included.
fn head(text: &str, line: &Line) -> Option<Range<usize>> {
    let body = line.text(text).as_bytes();
    let ascii = body.iter().take(*LENGTH.end() + 1).take_while(|byte| byte.is_ascii()).count();
    let end = line.body + ascii;
    is_jammer(&text[line.body..end]).then_some(line.body..end)
}

/// Where runs of ASCII begin in the line, long enough for a jammer, right behind other characters, and what
/// stands before each. Linear in the line's marks, among which are all of ASCII.
fn runs<'t>(page: &'t Page<'_>, line: &'t Line) -> impl Iterator<Item = (&'t Mark, Range<usize>)> + 't {
    const SHORTEST: usize = *LENGTH.start();
    let bytes = page.text.as_bytes();
    let found = page.marks(line.body..line.end).windows(SHORTEST + 1).filter(|marks| {
        let (before, first) = (marks[0].at(), marks[1].at());
        marks[SHORTEST].at() - first == SHORTEST - 1
            && first - before > 1
            && chars::width(bytes[before]) == first - before
    });
    found.map(|marks| {
        let start = marks[1].at();
        let len = bytes[start..line.end].iter().take_while(|byte| byte.is_ascii()).count();
        (&marks[0], start..start + len)
    })
}

/// Whether a run has a jammer's shape and stands between a sentence's end and the next sentence.
fn is_middle(text: &str, before: &Mark, run: &Range<usize>) -> bool {
    let next = || chars::after(text, run.end).is_some_and(|c| matches!(class(c), Class::Han | Class::Open));
    matches!(before.class, Class::Stop | Class::Close)
        && LENGTH.contains(&run.len())
        && next()
        && has_shape(&text[run.clone()])
}

/// What stands glued behind a sentence in a run, characters strewn without a word: letters and digits
/// in ones and twos, many sorts of marks.
fn strewn(text: &str, line: &Line, before: &Mark, run: &Range<usize>) -> Option<Range<usize>> {
    let stop = text[before.at()..].starts_with(['。', '！', '？', '”', '；', '：']);
    let end = run.end.min(run.start + LENGTH.end() + 1);
    let next = chars::after(text, end).filter(|_| end < line.end);
    // Digits before a unit or a date are the text's own.
    let own = if next.is_some() { trailing_number(&text[run.start..end]) } else { 0 };
    let range = run.start..end - own;
    let before = next.is_none_or(|c| matches!(class(c), Class::Han | Class::Open));
    (stop && before && is_strewn(text[range.clone()].trim_end())).then_some(range)
}

/// How many bytes of digits `text` ends with.
fn trailing_number(text: &str) -> usize {
    text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len()
}

fn is_strewn(text: &str) -> bool {
    if !LENGTH.contains(&text.len()) || text.starts_with(' ') {
        return false;
    }
    let bytes = text.as_bytes();
    let spaces = bytes.iter().filter(|&&byte| byte == b' ').count();
    let marks = (b'!'..=b'~').filter(|mark| mark.is_ascii_punctuation() && bytes.contains(mark)).count();
    let rare = RARE.iter().filter(|&mark| bytes.contains(mark)).count();
    let longest = text.split(|c: char| !c.is_ascii_alphanumeric()).map(str::len).max().unwrap_or(0);
    spaces >= MIN_PIECES - 1
        && spaces * 6 >= text.len()
        && longest <= MAX_PIECE
        && (marks >= 3 && rare >= 2 || marks >= 4 && rare >= 1)
        && !is_formula(text)
}

/// Whether it is a formula or a template of one: operators, blanks, and braces that pair.
fn is_formula(text: &str) -> bool {
    const OPERATORS: &[u8] = b"+-*/=<>_?(){}";
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ' || OPERATORS.contains(&byte);
    let operates = |piece: &str| piece.bytes().all(|byte| OPERATORS.contains(&byte));
    !is_unbalanced(text.as_bytes()) && text.bytes().all(plain) && text.split(' ').any(operates)
}

/// How many bytes of ordinary words and numbers stand before the jammer.
fn skip_words(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    for piece in text.split_inclusive(' ') {
        at += piece.len();
        if piece.trim().len() > MAX_PIECE {
            end = at - (piece.len() - piece.trim_end().len());
        }
    }
    end
}

/// Isolated characters, some of them marks.
fn has_shape(text: &str) -> bool {
    if text.bytes().filter(u8::is_ascii_whitespace).count() + 1 < MIN_PIECES {
        return false;
    }
    let pieces = || text.split_ascii_whitespace();
    let short = pieces().filter(|piece| piece.len() < MAX_PIECE).count();
    LENGTH.contains(&text.trim().len())
        && pieces().count() >= MIN_PIECES
        && pieces().all(|piece| piece.len() <= MAX_PIECE)
        && short * 4 >= pieces().count() * 3
        && text.contains(|c: char| c.is_ascii_punctuation())
}

fn is_jammer(text: &str) -> bool {
    let pieces = || text.split_ascii_whitespace().map(str::as_bytes).collect::<Vec<_>>();
    has_shape(text) && looks_random(text.as_bytes(), &pieces())
}

/// Marks of many sorts, and two signs out of four that nobody typed this.
fn looks_random(text: &[u8], pieces: &[&[u8]]) -> bool {
    let rare = RARE.iter().filter(|&mark| text.contains(mark)).count();
    let marks = (b'!'..=b'~').filter(|byte| byte.is_ascii_punctuation() && text.contains(byte)).count();
    let has = |test: fn(&u8) -> bool| text.iter().any(test);
    let both_cases = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let glued = pieces.iter().any(|piece| is_glued(piece));
    let apart = pieces.len() >= 6 && pieces.iter().all(|piece| piece.len() <= 2);
    let signs = [both_cases && has(u8::is_ascii_digit), glued, is_unbalanced(text), apart];
    (rare >= 2 || marks >= 3) && signs.iter().filter(|&&sign| sign).count() >= 2
}

/// A letter or digit with a mark that does not belong to it, as in `t&`, `G"` and `~z`.
fn is_glued(piece: &[u8]) -> bool {
    let odd = |mark: u8| {
        RARE.contains(&mark) && !matches!(mark, b':' | b';' | b'?' | b'!' | b'%' | b'\'' | b'$' | b'#')
    };
    piece.len() == 2
        && (piece[0].is_ascii_alphanumeric() && odd(piece[1])
            || odd(piece[0]) && piece[1].is_ascii_alphanumeric())
}

fn is_unbalanced(text: &[u8]) -> bool {
    let count = |mark: u8| text.iter().filter(|&&byte| byte == mark).count();
    let pairs = [(b'(', b')'), (b'[', b']'), (b'{', b'}')];
    pairs.iter().any(|&(open, close)| count(open) != count(close)) || count(b'"') % 2 == 1
}
