//! A few words that are looked for together in short texts.

/// A bit for the last bits of each character that some words begin with, or end with.
#[derive(Debug)]
pub(crate) struct Firsts([u64; FIRSTS / 64]);

const FIRSTS: usize = 1 << 10;
/// No code point: of a character with which no word begins.
const NONE: usize = usize::MAX;

impl Firsts {
    /// Of words that begin with a character of one byte or of three.
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut firsts = Firsts([0; FIRSTS / 64]);
        let mut at = 0;
        while at < words.len() {
            firsts.add(first(words[at]));
            at += 1;
        }
        firsts
    }

    /// Of what words end with: a character of one byte or of three.
    const fn of_ends(words: &[&str]) -> Self {
        let mut lasts = Firsts([0; FIRSTS / 64]);
        let mut at = 0;
        while at < words.len() {
            lasts.add(last(words[at]));
            at += 1;
        }
        lasts
    }

    const fn add(&mut self, code: usize) {
        let place = code % FIRSTS;
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether a word begins with `c`, or may.
    #[inline]
    pub(crate) fn may_have(&self, c: char) -> bool {
        self.has(c as usize)
    }

    #[inline]
    fn has(&self, code: usize) -> bool {
        let place = code % FIRSTS;
        self.0[place / 64] >> (place % 64) & 1 != 0
    }

    /// Where a character stands in `text` with which a word begins, or may: of others no more is read than
    /// their last bits. Linear.
    fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let mut rest = text.as_bytes();
        std::iter::from_fn(move || {
            loop {
                let at = text.len() - rest.len();
                let code;
                (code, rest) = match rest {
                    [0xe0..0xf0, second, third, rest @ ..] => (three_bytes(*second, *third), rest),
                    [first @ 0..0x80, rest @ ..] => (usize::from(*first), rest),
                    [_, rest @ ..] => (NONE, rest),
                    [] => return None,
                };
                if code != NONE && self.has(code) {
                    return Some(at);
                }
            }
        })
    }
}

/// A set of characters, of one byte or of three.
#[derive(Debug)]
pub(crate) struct Chars {
    chars: &'static str,
    bits: Firsts,
}

impl Chars {
    pub(crate) const fn of(chars: &'static str) -> Self {
        let mut bits = Firsts([0; FIRSTS / 64]);
        let mut rest = chars.as_bytes();
        while let [_, behind @ ..] = rest {
            bits.add(code(rest));
            rest = if let [0xe0..=0xef, _, _, behind @ ..] = rest { behind } else { behind };
        }
        Chars { chars, bits }
    }

    #[inline]
    pub(crate) fn has(&self, c: char) -> bool {
        self.bits.may_have(c) && self.chars.contains(c)
    }
}

/// Words, and what they begin and end with.
#[derive(Debug)]
pub(crate) struct AnyOf<const N: usize> {
    words: [&'static str; N],
    firsts: Firsts,
    lasts: Firsts,
    /// For the last bits of a first character the first word that begins so, and for each word the next;
    /// one up, 0 where none is.
    heads: [u16; CHAINS],
    next: [u16; N],
}

const CHAINS: usize = 64;

impl<const N: usize> AnyOf<N> {
    /// Words that begin and end with a character of one byte or of three.
    pub(crate) const fn new(words: [&'static str; N]) -> Self {
        let (mut heads, mut next) = ([0; CHAINS], [0; N]);
        let mut at = N;
        while at > 0 {
            let chain = first(words[at - 1]) % CHAINS;
            next[at - 1] = heads[chain];
            heads[chain] = at as u16;
            at -= 1;
        }
        AnyOf { firsts: Firsts::of(&words), lasts: Firsts::of_ends(&words), words, heads, next }
    }

    /// Whether one of the words stands in `text`. Linear in the text but where they may begin.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.firsts.places(text).any(|at| self.begins(&text[at..]))
    }

    /// The words in `text`, by number, and where they start. Linear in the text but where they may begin.
    pub(crate) fn found(&self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        self.firsts.places(text).flat_map(move |at| self.leading(&text[at..]).map(move |word| (at, word)))
    }

    /// How many different words stand in the parts of a text, counted up to `most`.
    pub(crate) fn count<'t>(&self, parts: impl IntoIterator<Item = &'t str>, most: usize) -> usize {
        let mut seen = [false; N];
        let found = parts.into_iter().flat_map(|part| self.found(part));
        found.filter(|&(_, word)| !std::mem::replace(&mut seen[word], true)).take(most).count()
    }

    /// The word of that number.
    pub(crate) fn word(&self, number: usize) -> &'static str {
        self.words[number]
    }

    /// Whether `text` is one of the words.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.words.contains(&text)
    }

    /// Whether `text` begins with one of the words.
    pub(crate) fn begins(&self, text: &str) -> bool {
        self.leading(text).next().is_some()
    }

    /// Whether `text` begins with the first character of a word, or may.
    pub(crate) fn may_begin(&self, text: &str) -> bool {
        match text.as_bytes() {
            [0xe0..0xf0, second, third, ..] => self.firsts.has(three_bytes(*second, *third)),
            [first, ..] => self.firsts.has(usize::from(*first)),
            [] => false,
        }
    }

    /// Whether `text` ends with one of the words.
    pub(crate) fn ends(&self, text: &str) -> bool {
        self.ending(text).next().is_some()
    }

    /// The words that `text` ends with.
    pub(crate) fn ending(&self, text: &str) -> impl Iterator<Item = &'static str> {
        let words = if self.may_end(text) { &self.words[..] } else { &[] };
        words.iter().copied().filter(|word| text.ends_with(word))
    }

    /// Whether `text` ends with the last character of a word, or may.
    pub(crate) fn may_end(&self, text: &str) -> bool {
        match text.as_bytes() {
            [.., 0xe0..0xf0, second, third] => self.lasts.has(three_bytes(*second, *third)),
            [.., last] => self.lasts.has(usize::from(*last)),
            [] => false,
        }
    }

    /// The words that may begin with `c`, by number, in order.
    pub(crate) fn sharing(&self, c: char) -> impl Iterator<Item = usize> {
        let number = |up: u16| usize::from(up).checked_sub(1);
        let first = number(self.heads[c as usize % CHAINS]).filter(|_| self.firsts.may_have(c));
        std::iter::successors(first, move |&at| number(self.next[at]))
    }

    /// The words that `text` begins with, by number, in order.
    pub(crate) fn leading(&self, text: &str) -> impl Iterator<Item = usize> {
        let first = if self.may_begin(text) { text.chars().next() } else { None };
        let sharing = first.into_iter().flat_map(|c| self.sharing(c));
        sharing.filter(move |&at| text.starts_with(self.words[at]))
    }
}

/// The last bits of the code point that ends in these bytes.
const fn three_bytes(second: u8, third: u8) -> usize {
    (second as usize & 0xf) << 6 | third as usize & 0x3f
}

/// The last bits of the code point that `word` begins with.
const fn first(word: &str) -> usize {
    code(word.as_bytes())
}

/// The last bits of the code point that some bytes begin with.
const fn code(bytes: &[u8]) -> usize {
    match bytes {
        [first @ 0..0x80, ..] => *first as usize,
        [0xe0..0xf0, second, third, ..] => three_bytes(*second, *third),
        _ => panic!("a word begins with one byte or three"),
    }
}

/// The last bits of the code point that `word` ends with.
const fn last(word: &str) -> usize {
    match word.as_bytes() {
        [.., last @ 0..0x80] => *last as usize,
        [.., 0xe0..0xf0, second, third] => three_bytes(*second, *third),
        _ => panic!("a word ends with one byte or three"),
    }
}

#[cfg(test)]
mod tests {
    use super::{AnyOf, Chars};

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        const WORDS: AnyOf<3> = AnyOf::new(["怎么选", "价格", "app"]);
        assert!(["怎么选", "问价格", "一个app吧"].iter().all(|text| WORDS.is_in(text)));
        assert!(["", "怎么", "价钱和格", "ap p"].iter().all(|text| !WORDS.is_in(text)));
    }

    #[test]
    fn words_that_begin_alike_are_all_found_and_each_is_counted_once() {
        const WORDS: AnyOf<4> = AnyOf::new(["价", "价格", "格价", "app"]);
        assert_eq!(WORDS.found("问价格价").collect::<Vec<_>>(), [(3, 0), (3, 1), (6, 2), (9, 0)]);
        assert!(WORDS.ends("问价格") && WORDS.ends("下app") && !WORDS.ends("格外") && !WORDS.ends(""));
        assert_eq!(WORDS.count(["价格", "价", "app"], 9), 3);
        assert_eq!(WORDS.count(["价格", "价", "app"], 2), 2);
    }

    #[test]
    fn a_set_has_its_characters_and_no_other() {
        static SET: Chars = Chars::of("的了a是-、");
        for c in ('\u{0}'..'\u{ffff}').filter(|&c| SET.has(c)) {
            assert!("的了a是-、".contains(c), "{c}");
        }
        assert!("的了a是-、".chars().all(|c| SET.has(c)));
    }
}
