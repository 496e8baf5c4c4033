//! A clean page and the pieces that are stuck into it.

use std::ops::Range;

use crate::{
    base::Base,
    chars::half_width,
    gold::{Gold, GoldSpan},
    phrases,
    split::Dice,
};

/// Something foreign, and where it goes.
#[derive(Clone, Debug)]
struct Piece {
    at: usize,
    text: String,
    kind: &'static str,
    optional: bool,
}

/// A clean page with pieces to insert. The clean text never changes, so that the finished page cut
/// back by its labels is the clean text again.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The title field, where the page has one.
    pub title: Option<String>,
    text: String,
    body: Range<usize>,
    pieces: Vec<Piece>,
}

/// Where a page shows its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Field,
    FirstLine,
    Both,
}

impl Draft {
    /// A page that is only a body.
    #[must_use]
    pub fn plain(text: String) -> Self {
        let body = 0..text.len();
        Draft { title: None, text, body, pieces: Vec::new() }
    }

    /// A page of a base text: its title as the field (now and then with a site's name), as the
    /// first line, or both.
    #[must_use]
    pub fn page(base: &Base, body: &str, dice: &mut Dice) -> Self {
        let stands = first_line_is(body, &base.title);
        let shown = if stands || dice.chance(30) {
            Shown::Both
        } else {
            dice.pick(&[Shown::Field, Shown::FirstLine])
        };
        let field = with_site(&base.title, dice);
        let title = (shown != Shown::FirstLine && !base.title.is_empty()).then_some(field);
        let adds = !stands && shown != Shown::Field && !base.title.is_empty();
        let lead = if adds { format!("{}\n", base.title) } else { String::new() };
        let from = if stands { body.find('\n').map_or(body.len(), |end| end + 1) } else { lead.len() };
        let text = format!("{lead}{body}");
        let mut page = Draft { title, body: from..text.len(), text, pieces: Vec::new() };
        page.set_aside(&base.optional);
        page
    }

    /// The base text as it is.
    #[must_use]
    pub fn clean(base: &Base) -> Self {
        let mut page = Draft::plain(base.text.clone());
        page.title = Some(base.title.clone());
        page.set_aside(&base.optional);
        page
    }

    /// Takes lines out of the text and puts them back as pieces that may go or stay.
    fn set_aside(&mut self, lines: &[String]) {
        for line in lines {
            let forms = [format!("\n{line}"), format!("\n{}", half_width(line))];
            let Some((at, form)) = forms.iter().find_map(|form| Some((self.text.find(form)?, form))) else {
                continue;
            };
            self.text.replace_range(at..at + form.len(), "");
            self.body.end -= form.len();
            let behind = self.pieces.iter_mut().filter(|piece| piece.at > at);
            behind.for_each(|piece| piece.at -= form.len());
            self.insert_optional(at, "credit", form.as_str());
        }
    }

    /// The clean text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the body lies in the clean text: without a title line.
    #[must_use]
    pub fn body(&self) -> Range<usize> {
        self.body.clone()
    }

    /// Inserts at a byte of the clean text, behind what was inserted there before.
    pub fn insert(&mut self, at: usize, kind: &'static str, text: impl Into<String>) {
        self.pieces.push(Piece { at, text: text.into(), kind, optional: false });
    }

    /// Inserts what may go or stay.
    pub fn insert_optional(&mut self, at: usize, kind: &'static str, text: impl Into<String>) {
        self.pieces.push(Piece { at, text: text.into(), kind, optional: true });
    }

    /// Puts a line above the body, below a title line.
    pub fn above(&mut self, kind: &'static str, line: &str) {
        self.insert(self.body.start, kind, format!("{line}\n"));
    }

    /// Puts a line above everything.
    pub fn top(&mut self, kind: &'static str, line: &str) {
        self.insert(0, kind, format!("{line}\n"));
    }

    /// Puts a line below everything.
    pub fn below(&mut self, kind: &'static str, line: &str) {
        self.insert(self.text.len(), kind, format!("\n{line}"));
    }

    /// How many pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Whether nothing was inserted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The finished page. Linear in the text, beside sorting the pieces.
    #[must_use]
    pub fn finish(mut self) -> Gold {
        self.pieces.sort_by_key(|piece| piece.at);
        let mut gold = Gold { title: self.title, ..Gold::default() };
        let mut at = 0;
        for piece in self.pieces {
            gold.text.push_str(&self.text[at..piece.at]);
            let start = gold.text.len();
            gold.text.push_str(&piece.text);
            let (kind, optional) = (piece.kind.to_owned(), piece.optional);
            gold.remove.push(GoldSpan { start, end: gold.text.len(), kind, optional });
            at = piece.at;
        }
        gold.text.push_str(&self.text[at..]);
        gold
    }
}

fn first_line_is(body: &str, title: &str) -> bool {
    !title.is_empty() && body.lines().next().is_some_and(|line| half_width(line) == half_width(title))
}

/// The title, now and then with the name of a channel and a site behind it.
fn with_site(title: &str, dice: &mut Dice) -> String {
    let site = dice.word(phrases::sites());
    let joint = dice.pick(&["_", "-", " - ", "|", "_新闻_", "－", "_资讯频道-"]);
    if dice.chance(45) { format!("{title}{joint}{site}") } else { title.to_owned() }
}
