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
    /// Words that sites' notices are put together from.
    NoticePart,
    /// Those among them that speak of rights, sources and sites.
    NoticeSure,
}

impl Whole {
    const ALL: [Whole; 9] = [
        Whole::AdMarker,
        Whole::Button,
        Whole::ButtonWeak,
        Whole::ButtonPart,
        Whole::ButtonSure,
        Whole::CallPart,
        Whole::CallSure,
        Whole::NoticePart,
        Whole::NoticeSure,
    ];

    /// Whether the list has `text`: plain lower-case letters, `0` for any number. `log n`.
    pub(crate) fn has(self, text: &str) -> bool {
        let mut chars = text.chars();
        Whole::may_begin(&[self], [chars.next(), chars.next()]) && self.sorted().binary_search(&text).is_ok()
    }

    /// Whether some entry of one of the lists begins so, or may. Constant time.
    pub(crate) fn may_begin(lists: &[Whole], head: Head) -> bool {
        static HEADS: OnceLock<Box<Heads>> = OnceLock::new();
        let lists = lists.iter().fold(0, |lists, list| lists | list.bit());
        HEADS.get_or_init(heads)[place(head)] & lists != 0
    }

    const fn bit(self) -> u16 {
        1 << self as u16
    }

    fn sorted(self) -> &'static [&'static str] {
        static AD_MARKER: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_WEAK: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_PART: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_SURE: OnceLock<Vec<&str>> = OnceLock::new();
        static CALL_PART: OnceLock<Vec<&str>> = OnceLock::new();
        static CALL_SURE: OnceLock<Vec<&str>> = OnceLock::new();
        static NOTICE_PART: OnceLock<Vec<&str>> = OnceLock::new();
        static NOTICE_SURE: OnceLock<Vec<&str>> = OnceLock::new();
        let read = |text: &'static str| text.lines().collect();
        match self {
            Whole::AdMarker => AD_MARKER.get_or_init(|| read(include_str!("ad_marker.txt"))),
            Whole::Button => BUTTON.get_or_init(|| read(include_str!("button.txt"))),
            Whole::ButtonWeak => BUTTON_WEAK.get_or_init(|| read(include_str!("button_weak.txt"))),
            Whole::ButtonPart => BUTTON_PART.get_or_init(|| read(include_str!("button_part.txt"))),
            Whole::ButtonSure => BUTTON_SURE.get_or_init(|| read(include_str!("button_sure.txt"))),
            Whole::CallPart => CALL_PART.get_or_init(|| read(include_str!("call_part.txt"))),
            Whole::CallSure => CALL_SURE.get_or_init(|| read(include_str!("call_sure.txt"))),
            Whole::NoticePart => NOTICE_PART.get_or_init(|| read(include_str!("notice_part.txt"))),
            Whole::NoticeSure => NOTICE_SURE.get_or_init(|| read(include_str!("notice_sure.txt"))),
        }
    }
}

/// For each hash a bit for every list some entry of which has a head with it.
type Heads = [u16; HEADS];

const HEADS: usize = 1 << 14;

fn heads() -> Box<Heads> {
    let mut heads = Box::new([0; HEADS]);
    for list in Whole::ALL {
        for entry in list.sorted() {
            let mut chars = entry.chars();
            heads[place([chars.next(), chars.next()])] |= list.bit();
        }
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
