//! A few words that are looked for together in short texts.

/// A bit for the last bits of each character that some words begin with.
#[derive(Debug)]
pub(crate) struct Firsts([u64; FIRSTS / 64]);

const FIRSTS: usize = 1 << 10;

impl Firsts {
    /// Of words that begin with a character of one byte or of three.
    pub(crate) const fn of(words: &[&str]) -> Self {
        let mut firsts = [0; FIRSTS / 64];
        let mut at = 0;
        while at < words.len() {
            let place = first(words[at]) % FIRSTS;
            firsts[place / 64] |= 1 << (place % 64);
            at += 1;
        }
        Firsts(firsts)
    }

    /// Whether a word begins with `c`, or may.
    #[inline]
    pub(crate) fn may_have(&self, c: char) -> bool {
        let place = c as usize % FIRSTS;
        self.0[place / 64] >> (place % 64) & 1 != 0
    }
}

/// Words, and what they begin with.
#[derive(Debug)]
pub(crate) struct AnyOf<const N: usize> {
    words: [&'static str; N],
    firsts: Firsts,
}

impl<const N: usize> AnyOf<N> {
    /// Words that begin with a character of one byte or of three.
    pub(crate) const fn new(words: [&'static str; N]) -> Self {
        AnyOf { firsts: Firsts::of(&words), words }
    }

    /// Whether one of the words stands in `text`. Linear in the text but where they may begin.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, c)| self.firsts.may_have(c) && self.begins(&text[at..]))
    }

    /// Whether `text` ends with one of the words.
    pub(crate) fn ends(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.ends_with(word))
    }

    fn begins(&self, text: &str) -> bool {
        self.words.iter().any(|word| text.starts_with(word))
    }
}

/// The last bits of the code point that `word` begins with.
const fn first(word: &str) -> usize {
    match word.as_bytes() {
        [first @ 0..0x80, ..] => *first as usize,
        [0xe0..0xf0, second, third, ..] => (*second as usize & 0xf) << 6 | *third as usize & 0x3f,
        _ => panic!("a word begins with one byte or three"),
    }
}

#[cfg(test)]
mod tests {
    use super::AnyOf;

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        const WORDS: AnyOf<3> = AnyOf::new(["怎么选", "价格", "app"]);
        assert!(["怎么选", "问价格", "一个app吧"].iter().all(|text| WORDS.is_in(text)));
        assert!(["", "怎么", "价钱和格", "ap p"].iter().all(|text| !WORDS.is_in(text)));
    }
}
