//! In how many of the page's sentences a name stands.

use std::cell::OnceCell;

use super::signs::Group;
use crate::text::marks;

/// Shortest sentence that counts, in bytes: three characters and its end.
const MIN_BYTES: usize = 12;

/// How many bytes the mark has that ends a sentence, if one begins with these.
fn stop(head: [u8; 4]) -> Option<usize> {
    let three = |mark: &str| head.starts_with(mark.as_bytes());
    match head[0] {
        b'!' | b'?' | b'\n' => Some(1),
        0xe3 | 0xef => ["。", "！", "？", "；"].into_iter().any(three).then_some(3),
        _ => None,
    }
}

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
            marks::each(self.text, |at, head| {
                let Some(end) = stop(head).map(|len| at + len) else { return };
                if end - start >= MIN_BYTES {
                    ends.push(end);
                }
                start = end;
            });
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

#[cfg(test)]
mod tests {
    use super::Sentences;

    #[test]
    fn a_sentence_ends_behind_its_mark_or_its_line() {
        let ends = |text| Sentences::of(text).ends().to_vec();
        assert_eq!(ends("河水涨了。灯亮着，桥开了！\n雨停住了?x"), [15, 39, 53]);
        assert_eq!(ends("短。河水退了"), [18]);
    }
}
