//! In how many of the page's sentences a name stands.

use std::cell::OnceCell;

use super::signs::Group;

/// Shortest sentence that counts, in bytes: three characters and its end.
const MIN_BYTES: usize = 12;

/// Where the sentences of a text end; found when first asked for.
#[derive(Debug)]
pub(super) struct Sentences<'t> {
    text: &'t str,
    ends: OnceCell<Vec<usize>>,
}

impl<'t> Sentences<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Sentences { text, ends: OnceCell::new() }
    }

    /// The end of each sentence. Linear in the text the first time.
    fn ends(&self) -> &[usize] {
        self.ends.get_or_init(|| {
            let mut start = 0;
            let mut ends = Vec::new();
            for (at, end) in self.text.match_indices(['。', '！', '？', '；', '!', '?', '\n']) {
                if at + end.len() - start >= MIN_BYTES {
                    ends.push(at + end.len());
                }
                start = at + end.len();
            }
            if self.text.len() - start >= MIN_BYTES {
                ends.push(self.text.len());
            }
            ends
        })
    }

    /// The share of sentences that have the name, and whether the first has.
    pub(super) fn with(&self, group: &Group<'_>) -> (f32, bool) {
        let ends = self.ends();
        let mut own: Vec<usize> =
            group.members.iter().map(|name| ends.partition_point(|&end| end < name.end)).collect();
        own.dedup();
        (own.len() as f32 / ends.len().max(1) as f32, own.first() == Some(&0))
    }
}
