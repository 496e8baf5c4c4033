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

    /// Whether the line ends as a sentence does: with a stop, or a stop and closing marks.
    pub(crate) fn ends_sentence(&self, text: &str) -> bool {
        let tail = self.text(text).trim_end_matches(|c| class(c) == Class::Close);
        tail.chars().next_back().is_some_and(|c| class(c) == Class::Stop || c == '.')
    }
}

/// Splits `text` into lines and counts its characters by class. One pass, linear.
pub(crate) fn read(text: &str, lines: &mut Vec<Line>) -> Census {
    lines.clear();
    let mut census = [0; CLASSES];
    let mut line = Line::new(0);
    let mut blank = true;
    for (at, c) in text.char_indices() {
        let class = class(c);
        line.counts[class as usize] += 1;
        if matches!(class, Class::Space | Class::Break) {
            if c == '\n' {
                finish(&mut line, blank, at + 1, &mut census);
                lines.push(std::mem::replace(&mut line, Line::new(at + 1)));
                blank = true;
            }
            continue;
        }
        if blank {
            line.body = at;
            blank = false;
        }
        line.end = at + c.len_utf8();
        line.last = c;
    }
    if line.start < text.len() {
        finish(&mut line, blank, text.len(), &mut census);
        lines.push(line);
    }
    census
}

fn finish(line: &mut Line, blank: bool, next: usize, census: &mut Census) {
    line.next = next;
    if blank {
        line.body = line.start;
        line.end = line.start;
    }
    for (sum, count) in census.iter_mut().zip(line.counts) {
        *sum += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        let mut lines = Vec::new();
        read(text, &mut lines);
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
