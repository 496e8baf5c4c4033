//! Lists whose entries are looked up whole, therefore not in the matcher.

use std::sync::OnceLock;

/// A list of texts that are noise when nothing else stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whole {
    /// Labels of advertisements, without marks and white space.
    AdMarker,
    /// Texts of buttons and counters that mean nothing else.
    Button,
    /// Words of buttons that texts have too.
    ButtonWeak,
}

impl Whole {
    /// Whether the list has `text`: plain lower-case letters, `0` for any number. `log n`.
    pub(crate) fn has(self, text: &str) -> bool {
        self.sorted().binary_search(&text).is_ok()
    }

    fn sorted(self) -> &'static [&'static str] {
        static AD_MARKER: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON: OnceLock<Vec<&str>> = OnceLock::new();
        static BUTTON_WEAK: OnceLock<Vec<&str>> = OnceLock::new();
        let read = |text: &'static str| text.lines().collect();
        match self {
            Whole::AdMarker => AD_MARKER.get_or_init(|| read(include_str!("ad_marker.txt"))),
            Whole::Button => BUTTON.get_or_init(|| read(include_str!("button.txt"))),
            Whole::ButtonWeak => BUTTON_WEAK.get_or_init(|| read(include_str!("button_weak.txt"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Whole;

    #[test]
    fn the_lists_are_sorted_without_doubles() {
        for list in [Whole::AdMarker, Whole::Button, Whole::ButtonWeak] {
            assert!(list.sorted().windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
