//! Which characters a title may have, at next to no cost for those it has not.

use std::sync::OnceLock;

use crate::text::{
    fold::fold,
    pairs::{PAIR, PAIR_MASK},
};

/// A set of characters, by the last two bytes of their encoding in three, or by their only one.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    /// A word for each second byte, a bit for each third.
    wide: [u64; 64],
    narrow: [bool; 128],
}

impl Default for Filter {
    fn default() -> Self {
        Filter { wide: [0; 64], narrow: [false; 128] }
    }
}

impl Filter {
    /// Adds every character that is folded to `plain`.
    pub(super) fn add(&mut self, plain: char) {
        self.add_itself(plain);
        if plain.is_ascii() {
            self.add_itself(plain.to_ascii_uppercase());
            let forms = look_alikes();
            let from = forms.partition_point(|pair| pair.0 < plain);
            forms[from..].iter().take_while(|pair| pair.0 == plain).for_each(|pair| self.add_itself(pair.1));
        }
    }

    fn add_itself(&mut self, c: char) {
        match c.len_utf8() {
            1 => self.narrow[c as usize] = true,
            3 => self.wide[c as usize >> 6 & 63] |= 1 << (c as u32 & 63),
            _ => {}
        }
    }

    /// Whether the filter may have the character that `bytes` begin with, and how many bytes it has.
    /// Never wrong for one that it has, and seldom for one that it has not.
    #[inline]
    pub(super) fn read(&self, bytes: &[u8]) -> (bool, usize) {
        match *bytes {
            [only @ 0..0x80, ..] => (self.narrow[usize::from(only)], 1),
            [0xe0..0xf0, second, third, ..] => (self.has_wide(second, third), 3),
            [lead, ..] if lead < 0xe0 => (true, 2),
            [_, ..] => (true, 4),
            [] => (false, 0),
        }
    }

    /// Each place where the filter may have two characters in a row, in order. Linear. Of characters of three
    /// bytes, which most are, every second one is looked at, and those beside it only where the filter has it.
    pub(super) fn pairs(&self, text: &str) -> Vec<usize> {
        /// One character in twelve begins a pair.
        const BYTES_A_PAIR: usize = 36;
        let mut rest = text.as_bytes();
        let mut found = Vec::with_capacity(text.len() / BYTES_A_PAIR);
        while !rest.is_empty() {
            while let Some(head) = rest.first_chunk() {
                let &[_, b, c, _, e, f, _, _] = head;
                if u64::from_le_bytes(*head) & PAIR_MASK != PAIR {
                    break;
                }
                if self.has_wide(e, f) {
                    let at = text.len() - rest.len();
                    found.extend(self.has_wide(b, c).then_some(at));
                    found.extend(self.read(&rest[6..]).0.then_some(at + 3));
                }
                rest = &rest[6..];
            }
            let (has, width) = self.read(rest);
            let next = rest.get(width..).unwrap_or_default();
            if has && self.read(next).0 {
                found.push(text.len() - rest.len());
            }
            rest = next;
        }
        found
    }

    /// Whether the filter may have the character of three bytes of which these are the last two.
    #[inline]
    fn has_wide(&self, second: u8, third: u8) -> bool {
        self.wide[usize::from(second & 63)] >> (third & 63) & 1 != 0
    }
}

/// Every character of three bytes that is folded to one of ASCII, behind that, sorted.
fn look_alikes() -> &'static [(char, char)] {
    static LOOK_ALIKES: OnceLock<Vec<(char, char)>> = OnceLock::new();
    LOOK_ALIKES.get_or_init(|| {
        // Chinese characters and Hangul are folded to themselves.
        let marks = ('\u{800}'..'\u{3400}').chain('\u{d7a4}'..='\u{ffff}');
        let forms = marks.map(|c| (fold(c), c)).filter(|pair| pair.0.is_ascii());
        let mut forms: Vec<_> = forms.collect();
        forms.sort_unstable();
        forms
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_filter_has_every_form_of_what_was_added() {
        let added = ['石', '7', 'v', '々', 'é'];
        let mut filter = Filter::default();
        added.iter().for_each(|&c| filter.add(c));
        let mut had = 0;
        for c in '\0'..=char::MAX {
            let (has, width) = filter.read(c.encode_utf8(&mut [0; 4]).as_bytes());
            assert_eq!(width, c.len_utf8());
            assert!(has || !added.contains(&fold(c)), "{c}");
            had += usize::from(has && width == 3);
        }
        assert!(had < 400, "{had}");
    }

    proptest! {
        #[test]
        fn every_pair_is_found_in_order(text in "[石桥夜é7v，💻]{0,60}") {
            let mut filter = Filter::default();
            ['石', '桥', '7'].iter().for_each(|&c| filter.add(c));
            let has = |at: usize| filter.read(&text.as_bytes()[at..]).0;
            let places = text.char_indices().filter(|(at, c)| has(*at) && has(at + c.len_utf8()));
            let want: Vec<usize> = places.map(|(at, _)| at).collect();
            prop_assert_eq!(filter.pairs(&text), want);
        }
    }
}
