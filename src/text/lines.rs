//! The lines of a text and what stands in each.

use super::{
    chars::{self, CLASSES, Class, Classes, class, three_bytes},
    marks,
};

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
    /// How many characters the line has, without white space.
    chars: u32,
    /// The last character that is not white space.
    last: char,
}

/// How many characters of each class a text has.
pub(crate) type Census = [u32; CLASSES];

impl Line {
    /// How many characters of a class stand in the line.
    pub(crate) fn count(&self, class: Class) -> usize {
        self.counts[class as usize] as usize
    }

    /// How many code points the line has, without white space.
    pub(crate) fn chars(&self) -> usize {
        self.chars as usize
    }

    /// How many characters, letters and digits the line has.
    pub(crate) fn words(&self) -> usize {
        self.count(Class::Han) + self.count(Class::Letter) + self.count(Class::Digit)
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

    /// Whether the line ends as a sentence does: with a stop, or a stop and closing marks.
    pub(crate) fn ends_sentence(&self, text: &str) -> bool {
        let ends = |c| class(c) == Class::Stop || c == '.';
        if class(self.last) != Class::Close {
            return ends(self.last);
        }
        let tail = self.text(text).trim_end_matches(|c| class(c) == Class::Close);
        tail.ends_with(ends)
    }
}

/// A character that is not plain Chinese, see [`marks::each`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its first byte.
    at: u32,
    pub(crate) class: Class,
}

impl Mark {
    /// Its first byte.
    pub(crate) fn at(self) -> usize {
        self.at as usize
    }

    /// One past its last byte in the text where it stands.
    #[inline]
    pub(crate) fn end(self, text: &str) -> usize {
        self.at() + chars::width(text.as_bytes()[self.at()])
    }

    /// The mark, where `gone` bytes before it were cut.
    pub(crate) fn moved_back(self, gone: usize) -> Self {
        Mark { at: self.at - gone as u32, ..self }
    }
}

/// Bytes of a short line, and for how many lines room is made at once.
const LINE_BYTES: usize = 64;
const FIRST_LINES: usize = 64;

/// Bytes of text for each character that is not plain, at least in most texts.
const MARK_BYTES: usize = 10;

/// Splits `text` into lines, counts their characters by class and notes where others than plain Chinese ones
/// stand. One pass, linear. `base` is where `text` stands in the text that the offsets count in.
pub(crate) fn read(text: &str, base: usize, lines: &mut Vec<Line>, noted: &mut Vec<Mark>) {
    lines.reserve((text.len() / LINE_BYTES).min(FIRST_LINES));
    noted.reserve(text.len() / MARK_BYTES);
    let classes = chars::table();
    let mut tally = Tally::default();
    marks::each(text, |at, head| {
        let (class, len) = match head {
            [first @ 0..0x80, ..] => (classes[usize::from(first)], 1),
            [first @ 0xe0..0xf0, second, third, _] => (classes[three_bytes([first, second, third])], 3),
            _ => other(&text[at..]),
        };
        tally.counts[class as usize] += 1;
        tally.bytes += len;
        tally.marks += 1;
        noted.push(Mark { at: (base + at) as u32, class });
        if head[0] == b'\n' {
            lines.push(tally.line(text, classes, base, at + 1));
            tally = Tally { start: at + 1, ..Tally::default() };
        }
    });
    if tally.start < text.len() {
        lines.push(tally.line(text, classes, base, text.len()));
    }
}

/// What is known of a line that has not ended. Only what is no plain Chinese character was counted, one
/// place in five: what lies between has three bytes a character, so the lengths say how many there are.
#[derive(Default)]
struct Tally {
    start: usize,
    counts: Census,
    /// How many were counted, and their bytes.
    marks: u32,
    bytes: usize,
}

impl Tally {
    /// The line, which ends at `next`, in a text that begins at `base`.
    fn line(&self, text: &str, classes: &Classes, base: usize, next: usize) -> Line {
        let plain = u32::try_from((next - self.start - self.bytes) / 3).unwrap_or(u32::MAX);
        let mut counts = self.counts;
        let white = counts[Class::Space as usize] + counts[Class::Break as usize];
        counts[Class::Han as usize] += plain;
        let chars = self.marks + plain - white;
        let white = |c: char| matches!(classes.get(c as usize), Some(Class::Space | Class::Break));
        let whole = &text[self.start..next];
        let mut rest = whole.chars();
        let last = rest.rfind(|&c| !white(c));
        let trimmed = rest.as_str().len() + last.map_or(0, char::len_utf8);
        let plain = whole.bytes().next().is_some_and(|first| (0xe4..0xea).contains(&first));
        let indent = if plain { 0 } else { trimmed - whole[..trimmed].trim_start_matches(white).len() };
        let start = base + self.start;
        Line {
            start,
            body: start + indent,
            end: start + trimmed,
            next: base + next,
            counts,
            chars,
            last: last.unwrap_or('\n'),
        }
    }
}

/// The class and length of any character.
#[cold]
fn other(text: &str) -> (Class, usize) {
    text.chars().next().map_or((Class::Broken, 1), |c| (class(c), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        read(text, 0, &mut lines, &mut Vec::new());
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
    fn every_character_but_plain_ones_is_noted() {
        let (mut lines, mut marks) = (Vec::new(), Vec::new());
        read("渡口 3。\n灯é", 5, &mut lines, &mut marks);
        let noted: Vec<_> = marks.iter().map(|mark| (mark.at(), mark.class)).collect();
        let places = [11, 12, 13, 16, 20];
        let classes = [Class::Space, Class::Digit, Class::Stop, Class::Break, Class::Letter];
        assert_eq!(noted, places.into_iter().zip(classes).collect::<Vec<_>>());
    }

    #[test]
    fn a_closing_quote_after_the_stop_still_ends_the_sentence() {
        let text = "他说：“走吧。”";
        assert!(lines(text)[0].ends_sentence(text));
    }
}
