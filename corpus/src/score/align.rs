//! Equal cuts compare equal: where a piece could be cut in several places with the same text left,
//! its label is slid to the place that agrees best with what the tool cut.

use std::ops::Range;

use super::judge::Cut;

/// Slides each run of touching labels to where most of it was cut, then each label by itself: the
/// second of two equal lines may go or the first, whatever stands beside them. Linear in the text
/// and in the ways to slide.
pub(super) fn align(text: &str, mut labels: Vec<Cut>, cuts: &[Cut]) -> Vec<Cut> {
    let found = Found::new(text, cuts);
    align_runs(text, &mut labels, &found);
    for index in 0..labels.len() {
        let floor = index.checked_sub(1).map_or(0, |before| labels[before].range.end);
        let ceiling = labels.get(index + 1).map_or(text.len(), |next| next.range.start);
        labels[index].range = found.best(text, labels[index].range.clone(), floor..ceiling);
    }
    labels
}

fn align_runs(text: &str, labels: &mut [Cut], found: &Found) {
    let (mut from, mut floor) = (0, 0);
    while from < labels.len() {
        let touching = labels[from..].windows(2).take_while(|pair| pair[0].range.end == pair[1].range.start);
        let to = from + touching.count() + 1;
        let run = labels[from].range.start..labels[to - 1].range.end;
        let ceiling = labels.get(to).map_or(text.len(), |next| next.range.start);
        let best = found.best(text, run.clone(), floor..ceiling);
        for label in &mut labels[from..to] {
            let moved = |at: usize| boundary(text, (at + best.start).saturating_sub(run.start));
            label.range = moved(label.range.start)..moved(label.range.end);
        }
        floor = best.end;
        from = to;
    }
}

/// How many characters that are not white space were cut before each byte.
struct Found(Vec<u32>);

impl Found {
    fn new(text: &str, cuts: &[Cut]) -> Self {
        let mut sums = vec![0; text.len() + 1];
        for cut in cuts {
            let inked = text[cut.range.clone()].char_indices().filter(|(_, c)| !c.is_whitespace());
            inked.for_each(|(at, _)| sums[cut.range.start + at + 1] = 1);
        }
        for at in 0..text.len() {
            sums[at + 1] += sums[at];
        }
        Found(sums)
    }

    fn within(&self, range: &Range<usize>) -> u32 {
        self.0[range.end] - self.0[range.start]
    }

    /// Of the places that `run` may slide to inside `room`, the one with most in it that was cut;
    /// where it is, if none is better.
    fn best(&self, text: &str, run: Range<usize>, room: Range<usize>) -> Range<usize> {
        let left = std::iter::successors(Some(run.clone()), |at| step_left(text, at, room.start));
        let right = std::iter::successors(Some(run.clone()), |at| step_right(text, at, room.end));
        let mut best = run.clone();
        for place in left.chain(right) {
            if self.within(&place) > self.within(&best) {
                best = place;
            }
        }
        best
    }
}

fn step_left(text: &str, at: &Range<usize>, floor: usize) -> Option<Range<usize>> {
    let before = text[floor..at.start].chars().next_back()?;
    let last = text[at.clone()].chars().next_back()?;
    (before == last).then(|| at.start - before.len_utf8()..at.end - last.len_utf8())
}

fn step_right(text: &str, at: &Range<usize>, ceiling: usize) -> Option<Range<usize>> {
    let first = text[at.clone()].chars().next()?;
    let after = text[at.end..ceiling].chars().next()?;
    (first == after).then(|| at.start + first.len_utf8()..at.end + after.len_utf8())
}

/// The character boundary at or before `at`: labels of one run move together, and where widths
/// differ an inner end needs the nudge.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
