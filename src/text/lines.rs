//! The lines of a text and what stands in each.

use super::chars::{self, CLASSES, Class, class};

/// One line, its line end included.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// First byte.
    pub(crate) start: usize,
    /// First byte that is not white space, or `end`.
    pub(crate) body: usize,
    /// One past the last byte that is neither white space nor the line's end.
    pub(crate) end: usize,
    /// First byte of the next line.
    pub(crate) next: usize,
    /// How many characters of each class stand in the line.
    counts: [u32; CLASSES],
    /// The last character that is not white space.
    last: char,
}

/// How many characters of each class a text has.
pub(crate) type Census = [u32; CLASSES];

impl Line {
    fn new(start: usize) -> Self {
        Line { start, body: start, end: start, next: start, counts: [0; CLASSES], last: '\n' }
    }

    /// How many characters of a class stand in the line.
    pub(crate) fn count(&self, class: Class) -> usize {
        self.counts[class as usize] as usize
    }

    /// How many code points the line has, without white space.
    pub(crate) fn chars(&self) -> usize {
        let all: u32 = self.counts.iter().sum();
        all as usize - self.count(Class::Space) - self.count(Class::Break)
    }

    /// Whether nothing but white space stands in the line.
    pub(crate) fn is_blank(&self) -> bool {
        self.body == self.end
    }

    /// The line without the white space around it.
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.body..self.end]
    }

    /// The last character that is not white space; `\n` for a blank line.
    pub(crate) fn last(&self) -> char {
        self.last
    }

    /// Adds the line's class counts to a text's.
    pub(crate) fn add_to(&self, census: &mut Census) {
        for (sum, count) in census.iter_mut().zip(self.counts) {
            *sum += count;
        }
    }

    /// The line, where `gone` bytes before it were cut.
    pub(crate) fn moved_back(&self, gone: usize) -> Self {
        let back = |at: usize| at - gone;
        let (start, body, end, next) = (back(self.start), back(self.body), back(self.end), back(self.next));
        Line { start, body, end, next, ..self.clone() }
    }

    /// The line with its ends, in a text that begins at `base`.
    fn finished(self, text: &str, base: usize, next: usize) -> Self {
        let white = |c: char| matches!(class(c), Class::Space | Class::Break);
        let whole = &text[self.start..next];
        let body = whole.trim_end_matches(white);
        let last = body.chars().next_back().unwrap_or('\n');
        let end = self.start + body.len();
        let body = end - body.trim_start_matches(white).len();
        Line { start: self.start + base, body: body + base, end: end + base, next: next + base, last, ..self }
    }

    /// Whether the line ends as a sentence does: with a stop, or a stop and closing marks.
    pub(crate) fn ends_sentence(&self, text: &str) -> bool {
        let tail = self.text(text).trim_end_matches(|c| class(c) == Class::Close);
        tail.chars().next_back().is_some_and(|c| class(c) == Class::Stop || c == '.')
    }
}

/// Bytes of a short line, and for how many lines room is made at once.
const LINE_BYTES: usize = 64;
const FIRST_LINES: usize = 64;

/// Splits `text` into lines and counts their characters by class. One pass, linear. `base` is where
/// `text` stands in the text that the lines' offsets count in.
pub(crate) fn read(text: &str, base: usize, lines: &mut Vec<Line>) {
    let classes = chars::table();
    let bytes = text.as_bytes();
    let mut line = Line::new(0);
    let mut at = 0;
    lines.reserve((bytes.len() / LINE_BYTES).min(FIRST_LINES));
    loop {
        at = pairs(bytes, at, classes, &mut line.counts);
        let Some(&first) = bytes.get(at) else { break };
        let (class, len) = if first < 0x80 { (classes[usize::from(first)], 1) } else { other(&text[at..]) };
        line.counts[class as usize] += 1;
        at += len;
        if first == b'\n' {
            lines.push(std::mem::replace(&mut line, Line::new(at)).finished(text, base, at));
        }
    }
    if line.start < text.len() {
        lines.push(line.finished(text, base, text.len()));
    }
}

/// Counts characters of three bytes, two at a time, as long as they stand in pairs. Returns where
/// that ends. Most of a Chinese text is read here.
#[inline]
fn pairs(bytes: &[u8], mut at: usize, classes: &[Class; chars::TABLE], counts: &mut Census) -> usize {
    while let Some(head) = bytes[at..].first_chunk() {
        let head = u64::from_le_bytes(*head);
        if head & PAIR_MASK != PAIR {
            break;
        }
        counts[classes[three_bytes(head)] as usize] += 1;
        counts[classes[three_bytes(head >> 24)] as usize] += 1;
        at += 6;
    }
    at
}

/// The first bytes of two characters of three bytes.
pub(crate) const PAIR: u64 = 0xe000_00e0;
pub(crate) const PAIR_MASK: u64 = 0xf000_00f0;

/// The code point of a character of three bytes, the first of them lowest.
#[inline]
pub(crate) const fn three_bytes(head: u64) -> usize {
    (head << 12 & 0xf000 | head >> 2 & 0xfc0 | head >> 16 & 0x3f) as usize
}

/// The class and length of a character that is not ASCII.
fn other(text: &str) -> (Class, usize) {
    text.chars().next().map_or((Class::Broken, 1), |c| (class(c), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        read(text, 0, &mut lines);
        lines
    }

    #[test]
    fn lines_cover_the_text_and_trim_their_bodies() {
        let text = "  一行。 \r\n\n二行";
        let lines = lines(text);
        let bodies: Vec<_> = lines.iter().map(|line| line.text(text)).collect();
        assert_eq!(bodies, ["一行。", "", "二行"]);
        assert!(lines[1].is_blank());
        assert_eq!(lines.last().unwrap().next, text.len());
        assert!(lines[0].ends_sentence(text) && !lines[2].ends_sentence(text));
    }

    #[test]
    fn a_closing_quote_after_the_stop_still_ends_the_sentence() {
        let text = "他说：“走吧。”";
        assert!(lines(text)[0].ends_sentence(text));
    }
}
