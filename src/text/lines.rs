//! The lines of a text and what stands in each.

use super::chars::{CLASSES, Class, class};

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

    /// Notes that something which is not white space stands at `from..to`.
    fn see(&mut self, blank: &mut bool, from: usize, to: usize) {
        if *blank {
            self.body = from;
            *blank = false;
        }
        self.end = to;
    }

    fn finished(self, text: &str, base: usize, next: usize) -> Self {
        let last = self.text(text).chars().next_back().unwrap_or('\n');
        let ahead = |at: usize| at + base;
        let (start, body, end) = (ahead(self.start), ahead(self.body), ahead(self.end));
        Line { start, body, end, next: ahead(next), counts: self.counts, last }
    }

    /// Whether the line ends as a sentence does: with a stop, or a stop and closing marks.
    pub(crate) fn ends_sentence(&self, text: &str) -> bool {
        let tail = self.text(text).trim_end_matches(|c| class(c) == Class::Close);
        tail.chars().next_back().is_some_and(|c| class(c) == Class::Stop || c == '.')
    }
}

/// Splits `text` into lines and counts their characters by class. One pass, linear. `base` is where
/// `text` stands in the text that the lines' offsets count in.
pub(crate) fn read(text: &str, base: usize, lines: &mut Vec<Line>) {
    let bytes = text.as_bytes();
    let mut line = Line::new(0);
    let mut blank = true;
    let mut at = 0;
    while at < bytes.len() {
        let run = han_run(&bytes[at..]);
        if run > 0 {
            line.counts[Class::Han as usize] += (run / HAN_LEN) as u32;
            line.see(&mut blank, at, at + run);
            at += run;
            continue;
        }
        let c = text[at..].chars().next().unwrap_or('\n');
        let class = class(c);
        let next = at + c.len_utf8();
        line.counts[class as usize] += 1;
        if c == '\n' {
            lines.push(std::mem::replace(&mut line, Line::new(next)).finished(text, base, next));
            blank = true;
        } else if class != Class::Space && class != Class::Break {
            line.see(&mut blank, at, next);
        }
        at = next;
    }
    if line.start < text.len() {
        lines.push(line.finished(text, base, text.len()));
    }
}

/// Bytes of a character of the main block in UTF-8.
const HAN_LEN: usize = 3;

/// How many bytes of characters U+5000 to U+9FFF `bytes` begins with: nearly every character of
/// running text, told by its first byte alone.
#[inline]
fn han_run(bytes: &[u8]) -> usize {
    bytes.iter().step_by(HAN_LEN).take_while(|&&lead| lead.wrapping_sub(0xe5) < 5).count() * HAN_LEN
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
