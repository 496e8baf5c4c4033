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
    narrow: u128,
}

impl Default for Filter {
    fn default() -> Self {
        Filter { wide: [0; 64], narrow: 0 }
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
            1 => self.narrow |= 1 << c as u32,
            3 => self.wide[c as usize >> 6 & 63] |= 1 << (c as u32 & 63),
            _ => {}
        }
    }

    /// Whether the filter may have the character that `bytes` begin with, and how many bytes it has.
    /// Never wrong for one that it has, and seldom for one that it has not.
    #[inline]
    pub(super) fn read(&self, bytes: &[u8]) -> (bool, usize) {
        match *bytes {
            [0xe0..0xf0, second, third, ..] => {
                (self.wide[usize::from(second & 63)] >> (third & 63) & 1 != 0, 3)
            }
            [lead, ..] if lead < 0x80 => (self.narrow >> lead & 1 != 0, 1),
            [lead, ..] if lead < 0xe0 => (true, 2),
            [_, ..] => (true, 4),
            [] => (false, 0),
        }
    }

    /// The first place from byte `at` on where the filter may have two characters in a row. Linear; two
    /// characters of three bytes are looked at together, without a branch for what each of them is.
    pub(super) fn next_pair(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        let (mut before, mut before_at) = (false, at);
        while at < bytes.len() {
            let (has, width) = self.read(&bytes[at..]);
            if before & has {
                return Some(before_at);
            }
            (before, before_at) = (has, at);
            at += width;
            while let Some(head) = bytes[at..].first_chunk() {
                let head = u64::from_le_bytes(*head);
                if head & PAIR_MASK != PAIR {
                    break;
                }
                let (first, second) = (self.has_wide(head), self.has_wide(head >> 24));
                if first & (before | second) {
                    return Some(if before { before_at } else { at });
                }
                (before, before_at) = (second, at + 3);
                at += 6;
            }
        }
        None
    }

    /// Whether the filter may have the character of three bytes that `head` begins with, the first byte
    /// lowest.
    #[inline]
    fn has_wide(&self, head: u64) -> bool {
        self.wide[(head >> 8 & 63) as usize] >> (head >> 16 & 63) & 1 != 0
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
}
