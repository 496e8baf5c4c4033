//! A view of a line in which look-alike characters are written plainly, for matching only.

use std::ops::Range;

use super::{
    chars::{self, Class, class},
    lines::Mark,
    marks,
    words::Firsts,
};

/// A folded copy of a stretch of text with the way back to the source. Never returned to a user.
#[derive(Debug)]
pub(crate) struct Folded {
    /// The folded text.
    pub(crate) text: String,
    /// What it was made from, in order.
    pieces: Vec<Piece>,
    /// Bytes of the source.
    source_len: usize,
}

/// A stretch that was copied, or one character that was written otherwise.
#[derive(Clone, Copy, Debug)]
struct Piece {
    folded: usize,
    source: usize,
    /// Bytes of the character in the source if it was written otherwise; 0 for a copy.
    width: usize,
}

impl Folded {
    /// Nothing of `source` yet, with room for all of it.
    fn of(source: &str) -> Self {
        Folded {
            text: String::with_capacity(source.len()),
            pieces: Vec::with_capacity(PIECES),
            source_len: source.len(),
        }
    }

    /// Folds `source` without the symbols, spaces and marks that stand between its letters to hide
    /// them; dots stay. Offsets are relative to it. Linear.
    pub(crate) fn bare(source: &str) -> Self {
        let mut folded = Folded::of(source);
        let mut from = 0;
        marks::each(source, |at, _| {
            let Some(c) = source[at..].chars().next() else { return };
            let plain = bare(c);
            if plain != Some(c) {
                from = folded.rewrite(source, from..at, c, plain);
            }
        });
        folded.copy(source, from..source.len());
        folded
    }

    /// As [`Folded::bare`], with dots only between Latin letters, and there for all that stands for one. Linear.
    pub(crate) fn dotted(source: &str) -> Self {
        let mut folded = Folded::of(source);
        let mut from = 0;
        for (at, c) in source.char_indices() {
            if c.is_ascii_alphanumeric() || matches!(c, '\u{4e00}'..='\u{9fff}') && !is_dot(c) {
                continue;
            }
            let dot = is_dot(c) && folded.joins(source, from..at, at + c.len_utf8());
            let plain = if dot { Some('.') } else { bare(c).filter(|&plain| plain != '.') };
            if plain != Some(c) {
                from = folded.rewrite(source, from..at, c, plain);
            }
        }
        folded.copy(source, from..source.len());
        folded.text.make_ascii_lowercase();
        folded
    }

    /// Whether a Latin letter or digit stands before a character that may be a dot, and a letter soon behind it.
    fn joins(&self, source: &str, copied: Range<usize>, next: usize) -> bool {
        let last = source[copied].chars().next_back().or_else(|| self.text.chars().next_back());
        let next = source[next..].chars().take(MAX_HIDING).find_map(bare);
        last.is_some_and(|c| c.is_ascii_alphanumeric()) && next.is_some_and(|c| c.is_ascii_alphanumeric())
    }

    /// As [`Folded::bare`], with the characters that stand for digits in disguised numbers as digits:
    /// Chinese numerals, and letters of their shape beside digits; dots that part them are left out.
    /// Linear.
    pub(crate) fn digits(source: &str) -> Self {
        let mut folded = Folded::of(source);
        let (mut near, mut from, mut lettered) = (false, 0, false);
        for (at, c) in source.char_indices() {
            let plain = bare(c).filter(|&plain| plain != '.' || !near).map(|plain| {
                let digit =
                    digit(plain, near || !lettered && matches!(c, 'l' | 'O') && leads(source, at + 1));
                near = digit.is_some();
                lettered = !near && plain.is_ascii_lowercase();
                digit.unwrap_or(plain)
            });
            if plain != Some(c) {
                from = folded.rewrite(source, from..at, c, plain);
            }
        }
        folded.copy(source, from..source.len());
        folded
    }

    fn copy(&mut self, source: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.pieces.push(Piece { folded: self.text.len(), source: range.start, width: 0 });
            self.text.push_str(&source[range]);
        }
    }

    /// Copies a stretch, and writes the character behind it otherwise, or leaves it out. Where the source
    /// goes on.
    fn rewrite(&mut self, source: &str, before: Range<usize>, c: char, plain: Option<char>) -> usize {
        let (at, width) = (before.end, c.len_utf8());
        self.copy(source, before);
        if let Some(plain) = plain {
            self.pieces.push(Piece { folded: self.text.len(), source: at, width });
            self.text.push(plain);
        }
        at + width
    }

    /// The source byte behind the folded character that ends at `folded`: what the bare view leaves
    /// out behind it is not included.
    pub(crate) fn end_of(&self, folded: usize) -> usize {
        let index = self.pieces.partition_point(|piece| piece.folded < folded);
        let Some(&piece) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        piece.source + if piece.width > 0 { piece.width } else { folded - piece.folded }
    }

    /// The source byte of a folded character boundary.
    pub(crate) fn source(&self, folded: usize) -> usize {
        if folded >= self.text.len() {
            return self.source_len;
        }
        let index = self.pieces.partition_point(|piece| piece.folded <= folded);
        let Some(&piece) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        piece.source + if piece.width > 0 { 0 } else { folded - piece.folded }
    }
}

/// Calls `visit` for each stretch of `source` in which so many characters follow one another that
/// [`Folded::digits`] writes as digits, or may: folded alone it gives the same digits. Ends where it meets
/// what is neither a digit nor a small letter, nor left out. `marks` are the marks of `source`, which stands at
/// byte `base`. In order; linear.
pub(crate) fn each_run(
    source: &str,
    (base, marks): (usize, &[Mark]),
    least: usize,
    visit: impl FnMut(Range<usize>),
) {
    let mut runs = Runs { source, least, visit, from: 0, run: 0, is_long: false };
    let mut at = 0;
    for mark in marks {
        let place = mark.at() - base;
        runs.plain(at..place);
        at = place + runs.mark(place, mark.class);
    }
    runs.plain(at..source.len());
    runs.part(source.len(), source.len());
}

/// Bytes of a plain character.
const PLAIN: usize = 3;

struct Runs<'t, F> {
    source: &'t str,
    least: usize,
    visit: F,
    /// Where the stretch begins.
    from: usize,
    /// How many digits stand at its end, and whether so many ever did.
    run: usize,
    is_long: bool,
}

impl<F: FnMut(Range<usize>)> Runs<'_, F> {
    /// Ends the stretch at byte `end`; the next begins at byte `next`.
    fn part(&mut self, end: usize, next: usize) {
        if self.is_long {
            (self.visit)(self.from..end);
        }
        (self.from, self.run, self.is_long) = (next, 0, false);
    }

    fn count(&mut self, digits: usize) {
        self.run += digits;
        self.is_long |= self.run >= self.least;
    }

    /// Takes in plain characters: most of them end a stretch and begin the next, with the numerals at their
    /// ends. Of the others one in so many is looked at.
    fn plain(&mut self, range: Range<usize>) {
        let (plain, _) = self.source.as_bytes()[range.clone()].as_chunks();
        let (Some(&first), Some(&last)) = (plain.first(), plain.last()) else { return };
        let mut inner = plain.iter().skip(self.least - 1).step_by(self.least);
        if !is_numeral(first) && !is_numeral(last) && !inner.any(|c| is_numeral(*c)) {
            return self.part(range.start, range.end);
        }
        let lead = plain.iter().take_while(|c| is_numeral(**c)).count();
        self.count(lead);
        let Some((_, rest)) = plain[lead..].split_first() else { return };
        let trail = rest.iter().rev().take_while(|c| is_numeral(**c)).count();
        let last = range.end - PLAIN * trail;
        let inner = &rest[..rest.len() - trail];
        self.part(range.start + PLAIN * lead, last - PLAIN * inner.len());
        if inner.len() >= self.least
            && inner[self.least - 1..].iter().step_by(self.least).any(|c| is_numeral(*c))
        {
            self.is_long = true;
            self.part(last, last);
        }
        self.from = last;
        self.count(trail);
    }

    /// Takes in another character, which stands at byte `at`. How many bytes it has.
    fn mark(&mut self, at: usize, class: Class) -> usize {
        let width = chars::width(self.source.as_bytes()[at]);
        match class {
            Class::Digit => self.count(1),
            Class::Space | Class::Invisible => {}
            Class::Han | Class::Letter | Class::Mark | Class::Symbol => {
                if let Some(c) = self.source[at..].chars().next() {
                    self.odd(at, c);
                }
            }
            _ => self.part(at, at + width),
        }
        width
    }

    /// Takes in a character that may be written as a digit, left out, or kept.
    fn odd(&mut self, at: usize, c: char) {
        let near = self.run > 0;
        let leads = || matches!(c, 'l' | 'O') && leads(self.source, at + 1);
        match bare(c) {
            None => {}
            Some('.') if near => {}
            Some(plain) if digit(plain, near || leads()).is_some() => self.count(1),
            Some(plain) if plain.is_ascii_lowercase() => self.run = 0,
            Some(_) => self.part(at, at + c.len_utf8()),
        }
    }
}

/// For how many pieces room is made at once.
const PIECES: usize = 16;

/// Whether a digit stands at byte `at`, behind a letter that may stand for one.
fn leads(source: &str, at: usize) -> bool {
    source.as_bytes().get(at).is_some_and(u8::is_ascii_digit)
}

/// How many characters behind what may be a dot are looked at for a letter: what hides it is short.
const MAX_HIDING: usize = 8;

/// What is written for the dot of a host.
fn is_dot(c: char) -> bool {
    matches!(c, '.' | '．' | '点' | '點' | '。' | '丶' | '﹒' | '｡')
}

/// Whether a character of three bytes stands for a digit.
#[inline]
fn is_numeral(bytes: [u8; PLAIN]) -> bool {
    let [first, second, third] = bytes.map(u32::from);
    let code = (first & 0xf) << 12 | (second & 0x3f) << 6 | third & 0x3f;
    let c = char::from_u32(code).unwrap_or_default();
    NUMERALS.may_have(c) && numeral(c).is_some()
}

/// Whether a character may stand for a digit in a disguised number.
#[inline]
pub(crate) fn may_be_digit(c: char) -> bool {
    match c {
        '\u{4e00}'..='\u{9fff}' => numeral(c).is_some(),
        _ => bare(c).is_some_and(|plain| digit(plain, true).is_some()),
    }
}

/// The plain form of a character; none of one that may only hide others.
#[inline]
fn bare(c: char) -> Option<char> {
    let plain = fold(c);
    let hides = matches!(class(plain), Class::Symbol | Class::Space | Class::Invisible | Class::Mark);
    (plain == '.' || !hides).then_some(plain)
}

/// The digit that a folded character stands for, `near` telling whether one stands before it.
fn digit(c: char, near: bool) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'o' if near => Some('0'),
        'l' | 'i' if near => Some('1'),
        'b' if near => Some('8'),
        _ => numeral(c),
    }
}

/// What stands for digits, to be looked at first.
static NUMERALS: Firsts = Firsts::of(&[
    "零", "一", "壹", "幺", "二", "贰", "貳", "三", "叁", "參", "四", "肆", "五", "伍", "六", "陆", "陸",
    "七", "柒", "八", "捌", "九", "玖",
]);

/// The digit that a Chinese character stands for.
#[inline]
fn numeral(c: char) -> Option<char> {
    match c {
        '零' => Some('0'),
        '一' | '壹' | '幺' => Some('1'),
        '二' | '贰' | '貳' => Some('2'),
        '三' | '叁' | '參' => Some('3'),
        '四' | '肆' => Some('4'),
        '五' | '伍' => Some('5'),
        '六' | '陆' | '陸' => Some('6'),
        '七' | '柒' => Some('7'),
        '八' | '捌' => Some('8'),
        '九' | '玖' => Some('9'),
        _ => None,
    }
}

/// The plain form of a look-alike: full-width ASCII, circled and mathematical letters and digits.
#[inline]
pub(crate) fn fold(c: char) -> char {
    match c {
        '\u{4e00}'..='\u{9fff}' => c,
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        _ => fold_rare(c),
    }
}

fn fold_rare(c: char) -> char {
    let shifted = |from: u32, to: char| char::from_u32(c as u32 - from + to as u32).unwrap_or(c);
    match c {
        '\u{ff01}'..='\u{ff5e}' => shifted(0xff01, '!').to_ascii_lowercase(),
        '①'..='⑨' => shifted('①' as u32, '1'),
        '⓪' | '⓿' => '0',
        '⑴'..='⑼' => shifted('⑴' as u32, '1'),
        '❶'..='❾' => shifted('❶' as u32, '1'),
        '➀'..='➈' => shifted('➀' as u32, '1'),
        '⒈'..='⒐' => shifted('⒈' as u32, '1'),
        'Ⓐ'..='Ⓩ' => shifted('Ⓐ' as u32, 'a'),
        'ⓐ'..='ⓩ' => shifted('ⓐ' as u32, 'a'),
        '\u{1d7ce}'..='\u{1d7ff}' => char::from(b'0' + ((c as u32 - 0x1d7ce) % 10) as u8),
        '\u{1d400}'..='\u{1d6a3}' => char::from(b'a' + ((c as u32 - 0x1d400) % 26) as u8),
        '〇' => '0',
        _ => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::lines, *};

    #[test]
    fn what_hides_letters_is_left_out_of_the_bare_view() {
        let source = "手♂机 ｍ．Ａ·b。";
        let bare = Folded::bare(source);
        assert_eq!(bare.text, "手机m.ab。");
        assert_eq!(bare.source("手".len()), "手♂".len());
    }

    #[test]
    fn what_stands_for_a_dot_is_one_between_letters() {
        assert_eq!(Folded::dotted("ｗww点a b。ＣＣ三点。").text, "www.ab.cc三点。");
        assert_eq!(Folded::dotted("A。b").source("a.".len()), "A。".len());
    }

    proptest! {
        #[test]
        fn stretches_of_digits_hold_all_long_runs(
            source in "(字|一|陆|O|l|a|b|7|12|①|７|-| |\\.|。|，|\\(|é){0,40}",
        ) {
            let runs = |text: &str| -> Vec<String> {
                let folded = Folded::digits(text).text;
                let runs = folded.split(|c: char| !c.is_ascii_digit());
                runs.filter(|run| run.len() >= 3).map(str::to_owned).collect()
            };
            let (mut found, mut marks) = (Vec::new(), Vec::new());
            lines::read(&source, 0, &mut Vec::new(), &mut marks);
            each_run(&source, (0, &marks), 3, |range| found.extend(runs(&source[range])));
            prop_assert_eq!(found, runs(&source));
        }
    }

    #[test]
    fn every_numeral_is_looked_at() {
        let numerals = ('\u{4e00}'..='\u{9fff}').filter(|&c| numeral(c).is_some());
        assert!(numerals.into_iter().all(|c| NUMERALS.may_have(c)));
    }

    #[test]
    fn offsets_lead_back_to_the_source() {
        let source = "加Ｖ①③";
        let folded = Folded::bare(source);
        assert_eq!(folded.text, "加v13");
        assert_eq!(folded.source("加v".len()), "加Ｖ".len());
        assert_eq!(folded.source(folded.text.len()), source.len());
    }
}
