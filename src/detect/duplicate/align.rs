//! Whether one text copies the front of another, though scraps were dropped into either.

/// Characters from which on two texts are held to go on together.
const TOGETHER: usize = 3;
/// Most characters that stand in one of the texts only.
const MAX_GAP: usize = 32;
/// Fewest characters of a name that was put in.
const MIN_NAME: usize = 7;
/// What of the end may be the beginning of something that only the copy has.
const CUT: usize = 8;
/// Longest piece of the title that is one scrap.
const MAX_PIECE: usize = 8;

/// What only one of two texts has, the second being read as far as the first reaches.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Differences {
    /// How many pieces of the title.
    pub(super) pieces: usize,
    /// How many other stretches of the second text that are as long as a name, and how many shorter ones.
    pub(super) names: usize,
    pub(super) others: usize,
    /// How many characters of the first text in other stretches.
    pub(super) extra: usize,
    /// How many characters of the second text were read.
    pub(super) read: usize,
}

impl Differences {
    fn add(&mut self, own: &[char], other: &[char], title: &[char]) {
        match () {
            () if is_piece(own, title) && is_piece(other, title) => self.pieces += 1,
            () if own.is_empty() && other.len() >= MIN_NAME => self.names += 1,
            () => self.others += 1,
        }
        self.extra += if is_piece(own, title) { 0 } else { own.len() };
    }
}

/// In what `copy` differs from the front of `text`; nothing if they do not begin together, or part for
/// good, behind which neither is read. What the title yields by leaving characters out counts as a piece of
/// it. Linear in `copy`.
pub(super) fn differences(
    copy: impl Iterator<Item = char>,
    text: impl Iterator<Item = char>,
    title: &[char],
) -> Option<Differences> {
    let mut found = Differences::default();
    let (mut copy, mut text) = (Ahead::new(copy), Ahead::new(text));
    let start = start(copy.see(TOGETHER), text.see(SEEN))?;
    if start > 0 {
        found.add(&[], &text.see(start)[..start], title);
        text.pass(start);
    }
    loop {
        while let Some(same) = same(copy.see(SEEN), text.see(SEEN)) {
            copy.pass(same);
            text.pass(same);
        }
        let (rest, other) = (copy.see(SEEN), text.see(SEEN));
        if rest.is_empty() {
            return Some(Differences { read: text.passed, ..found });
        }
        let is_end = rest.len() <= CUT && is_piece(rest, title);
        let (own, foreign) = gap(rest, other, title).or_else(|| is_end.then_some((rest.len(), 0)))?;
        found.add(&rest[..own], &other[..foreign], title);
        copy.pass(own);
        text.pass(foreign);
    }
}

/// How many characters two texts have in common at their fronts, if there are any.
fn same(a: &[char], b: &[char]) -> Option<usize> {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    Some(same).filter(|&same| same > 0)
}

/// How far both texts are seen from where they part: the longest gap, and what goes on behind it.
const SEEN: usize = MAX_GAP + TOGETHER;

/// A text that is read no further than it is looked at.
struct Ahead<I> {
    rest: I,
    seen: Vec<char>,
    /// How many characters of `seen`, and of the whole text, are behind.
    done: usize,
    passed: usize,
}

impl<I: Iterator<Item = char>> Ahead<I> {
    fn new(rest: I) -> Self {
        Ahead { rest, seen: Vec::with_capacity(SEEN), done: 0, passed: 0 }
    }

    /// The next characters, so many where the text has them.
    fn see(&mut self, most: usize) -> &[char] {
        let left = self.seen.len() - self.done;
        if left < most {
            self.seen.drain(..self.done);
            self.done = 0;
            self.seen.extend(self.rest.by_ref().take(most - left));
        }
        let ahead = &self.seen[self.done..];
        &ahead[..most.min(ahead.len())]
    }

    fn pass(&mut self, chars: usize) {
        self.done += chars;
        self.passed += chars;
    }
}

/// The characters that a copy begins with.
pub(super) type Head = [char; TOGETHER];

/// The first characters of a copy, if it has so many.
pub(super) fn head(mut copy: impl Iterator<Item = char>) -> Option<Head> {
    let mut head = ['\0'; TOGETHER];
    for place in &mut head {
        *place = copy.next()?;
    }
    Some(head)
}

/// Whether a text may be copied by what begins with `head`: asked before either is read whole.
pub(super) fn may_begin(head: Head, text: impl Iterator<Item = char>) -> bool {
    let mut last = ['\0'; TOGETHER];
    text.take(MAX_GAP + TOGETHER - 1).any(|c| {
        last = [last[1], last[2], c];
        last == head
    })
}

/// Where `text` begins as `copy` does, something at its front left out.
fn start(copy: &[char], text: &[char]) -> Option<usize> {
    let head = copy.get(..TOGETHER)?;
    text.windows(TOGETHER).take(MAX_GAP).position(|window| window == head)
}

/// How many characters have to be left out of either so that they go on together, or of both if these are
/// pieces of the title.
fn gap(copy: &[char], text: &[char], title: &[char]) -> Option<(usize, usize)> {
    for len in 1..=MAX_GAP {
        for (own, other) in [(0, len), (len, 0)] {
            if goes_on(copy, text, own, other) {
                return Some((own, other));
            }
        }
    }
    if [copy, text].iter().any(|front| front.first().is_none_or(|c| !title.contains(c))) {
        return None;
    }
    let both = (2..=2 * MAX_PIECE).flat_map(|all| (1..all).map(move |own| (own, all - own)));
    let mut both = both.filter(|&(own, other)| goes_on(copy, text, own, other));
    both.find(|&(own, other)| is_piece(&copy[..own], title) && is_piece(&text[..other], title))
}

/// Whether two texts go on together without so many of their first characters.
fn goes_on(copy: &[char], text: &[char], own: usize, other: usize) -> bool {
    let (Some(copy), Some(text)) = (copy.get(own..), text.get(other..)) else { return false };
    let len = TOGETHER.min(copy.len());
    copy.first().is_some_and(|first| text.first() == Some(first)) && text.get(..len) == Some(&copy[..len])
}

/// Whether the title yields `piece` by leaving characters out.
fn is_piece(piece: &[char], title: &[char]) -> bool {
    let mut title = title.iter();
    piece.len() <= MAX_PIECE && piece.iter().all(|c| title.any(|own| own == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(copy: &str, text: &str) -> Option<[usize; 4]> {
        let title: Vec<char> = "石桥夜里亮起新灯".chars().collect();
        let found = differences(copy.chars(), text.chars(), &title)?;
        Some([found.pieces, found.names, found.others, found.extra])
    }

    #[test]
    fn scraps_and_names_are_passed_over() {
        let text = "河水昨天涨了半米两岸的人都来看";
        assert_eq!(found("河水昨天涨了半米两", text), Some([0; 4]));
        assert_eq!(found(text, "河水昨天涨了半米新灯两岸的人石桥都来看守"), Some([2, 0, 0, 0]));
        assert_eq!(found("河水昨天涨了半米新灯两岸的石桥人都来看", text), Some([2, 0, 0, 0]));
        assert_eq!(
            found("河水昨天涨了半米新灯两岸的人都来看", "河水昨天涨了半米石桥两岸的人都来看"),
            Some([1, 0, 0, 0])
        );
        assert_eq!(found(text, "新灯河水昨天涨了半米云岭镇某某学校两岸的人都来看"), Some([1, 1, 0, 0]));
        assert_eq!(found("河水昨天又涨了半米两岸的人都来看", text), Some([0, 0, 1, 1]));
        assert_eq!(found("河水昨天涨了半米石", text), Some([1, 0, 0, 0]));
    }

    #[test]
    fn texts_that_part_are_no_copies() {
        assert_eq!(found("河水昨天涨了半米下游三个村子连夜转移", "河水昨天涨了半米两岸的人都来看"), None);
        assert_eq!(found("河水昨天涨了半米两岸的人都来看", "河水昨天涨了一尺两岸的人都来看"), None);
        assert_eq!(found("昨天", "昨天"), None);
    }
}
