//! Lists whose entries are looked up whole, therefore not in the matcher.

use std::sync::OnceLock;

/// The first two characters of a text written plainly.
pub(crate) type Head = [Option<char>; 2];

/// A list of texts that are noise when nothing else stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Labels of advertisements, without marks and white space.
    AdMarker,
    /// Texts of buttons and counters that mean nothing else.
    Button,
    /// Words of buttons that texts have too.
    ButtonWeak,
    /// Words that the texts of buttons are put together from.
    ButtonPart,
    /// Those among them that speak of the interface.
    ButtonSure,
    /// Words that a novel site's calls are put together from.
    CallPart,
    /// Those among them that speak of the site and its novels.
    CallSure,
}

impl Whole {
    /// Whether the list has `text`: plain lower-case letters, `0` for any number. `log n`.
    pub(crate) fn has(self, text: &str) -> bool {
        self.sorted().binary_search(&text).is_ok()
    }

    /// Whether some entry of the list begins so, or may. Constant time.
    pub(crate) fn may_begin(self, head: Head) -> bool {
        let place = place(head);
        self.heads()[place / 64] >> (place % 64) & 1 != 0
    }

    fn heads(self) -> &'static Heads {
        static AD_MARKER: OnceLock<Heads> = OnceLock::new();
        static BUTTON: OnceLock<Heads> = OnceLock::new();
        static BUTTON_WEAK: OnceLock<Heads> = OnceLock::new();
        static BUTTON_PART: OnceLock<Heads> = OnceLock::new();
        static BUTTON_SURE: OnceLock<Heads> = OnceLock::new();
        static CALL_PART: OnceLock<Heads> = OnceLock::new();
        static CALL_SURE: OnceLock<Heads> = OnceLock::new();
        let heads = match self {
            Whole::AdMarker => &AD_MARKER,
            Whole::Button => &BUTTON,
            Whole::ButtonWeak => &BUTTON_WEAK,
            Whole::ButtonPart => &BUTTON_PART,
            Whole::ButtonSure => &BUTTON_SURE,
            Whole::CallPart => &CALL_PART,
            Whole::CallSure => &CALL_SURE,
        };
        heads.get_or_init(|| heads_of(self.sorted()))
    }

    fn sorted(self) -> &'static [&'static str] {
        static AD_MARKER: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_WEAK: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_PART: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_SURE: OnceLock<Vec<&str>> = OnceLock::new();
        static CALL_PART: OnceLock<Vec<&str>> = OnceLock::new();
        static CALL_SURE: OnceLock<Vec<&str>> = OnceLock::new();
        let read = |text: &'static str| text.lines().collect();
        match self {
            Whole::AdMarker => AD_MARKER.get_or_init(|| read(include_str!("ad_marker.txt"))),
            Whole::Button => BUTTON.get_or_init(|| read(include_str!("button.txt"))),
            Whole::ButtonWeak => BUTTON_WEAK.get_or_init(|| read(include_str!("button_weak.txt"))),
            Whole::ButtonPart => BUTTON_PART.get_or_init(|| read(include_str!("button_part.txt"))),
            Whole::ButtonSure => BUTTON_SURE.get_or_init(|| read(include_str!("button_sure.txt"))),
            Whole::CallPart => CALL_PART.get_or_init(|| read(include_str!("call_part.txt"))),
            Whole::CallSure => CALL_SURE.get_or_init(|| read(include_str!("call_sure.txt"))),
        }
    }
}

/// A bit for each hash that the head of some entry has.
type Heads = [u64; HEADS / 64];

const HEADS: usize = 1 << 14;

fn heads_of(entries: &[&str]) -> Heads {
    let mut heads = [0; HEADS / 64];
    for entry in entries {
        let mut chars = entry.chars();
        let place = place([chars.next(), chars.next()]);
        heads[place / 64] |= 1 << (place % 64);
    }
    heads
}

fn place(head: Head) -> usize {
    let [first, second] = head.map(|c| c.map_or(0, u32::from));
    let hash = (first << 16 ^ second).wrapping_mul(0x9e37_79b1);
    hash as usize >> 16 & (HEADS - 1)
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn the_lists_are_sorted_without_doubles() {
        let lists = [
            Whole::AdMarker,
            Whole::Button,
            Whole::ButtonWeak,
            Whole::ButtonPart,
            Whole::ButtonSure,
            Whole::CallPart,
            Whole::CallSure,
        ];
        for list in lists {
            assert!(list.sorted().windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
