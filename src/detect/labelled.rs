//! Reads a line as labels with their values: `来源：某报 编辑：某人`.

use std::cmp::Reverse;

use super::{Page, Zone, date};
use crate::{
    lexicon::Lexicon,
    text::{Class, Line, chars},
};

/// Longest line, in code points, that can be nothing but labels and values.
const MAX_LINE: usize = 200;
/// Longest end of a line, in bytes, in which glued labels are looked for.
const MAX_GLUED: usize = 600;
/// Shortest label, its mark included, in bytes, that a word may be joined to: two characters.
const MIN_JOINED: usize = 7;
/// Marks that begin a picture's caption, which belongs to the article.
const CAPTIONS: [char; 4] = ['△', '▲', '▼', '▽'];
/// Longest word, in code points, that may stand before a label as a part of it.
const MAX_PREFIX: usize = 8;

/// A label and where its value ends; byte offsets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field {
    pub(crate) label: Lexicon,
    pub(crate) start: usize,
    /// One past the mark behind the label.
    pub(crate) mark: usize,
    pub(crate) end: usize,
}

impl Field {
    /// The value without the marks around it.
    fn value<'t>(&self, text: &'t str) -> &'t str {
        text[self.mark..self.end].trim_matches(is_edge)
    }

    /// Whether the label is one that only boilerplate has.
    fn is_strong(&self) -> bool {
        matches!(self.label, Lexicon::EditorCredit | Lexicon::PageMeta | Lexicon::OriginalTitle)
    }

    /// Whether the label may stand before a name without a mark between them.
    fn is_person(&self) -> bool {
        matches!(self.label, Lexicon::Byline | Lexicon::StaffCredit)
    }

    /// Whether nothing but white space stands between the mark and the value.
    fn is_adjacent(&self, text: &str) -> bool {
        let rest = text[self.mark..self.end].trim_start();
        rest.starts_with(|c| chars::is_wordlike(c) || chars::class(c) == Class::Open)
    }

    fn is_plausible(&self, text: &str) -> bool {
        let value = self.value(text);
        let count = value.chars().count();
        if self.label == Lexicon::OriginalTitle {
            return count <= 64 && !value.contains('。');
        }
        let colon = chars::before(text, self.mark).is_some_and(|c| chars::class(c) != Class::Space);
        let longest = if colon { 40 } else { 12 };
        let pauses = value.chars().filter(|c| matches!(c, '，' | ',' | '；')).count();
        count <= longest
            && (colon || self.is_adjacent(text))
            && (colon || self.is_strong() && count > 0 || self.is_person() && is_name(value))
            && pauses <= usize::from(count <= 24)
            && !value.contains(['。', '！', '？', '…', '“', '”', '「'])
    }
}

fn is_name(value: &str) -> bool {
    let words = || value.split(|c| chars::class(c) == Class::Space || c == '、');
    words().all(|word| word.chars().count() <= 4 && word.chars().all(|c| chars::class(c) == Class::Han))
        && words().next().is_some_and(|word| word.chars().count() >= 2)
}

fn is_edge(c: char) -> bool {
    matches!(
        chars::class(c),
        Class::Space | Class::Open | Class::Close | Class::Pause | Class::Mark | Class::Symbol
    )
}

/// What a line of labels amounts to.
#[derive(Debug)]
pub(crate) struct Labelled {
    pub(crate) fields: Vec<Field>,
    /// First byte of the labels, brackets before them included.
    pub(crate) start: usize,
}

impl Labelled {
    /// Reads a whole line; none if anything in it is neither a label nor a value.
    pub(crate) fn line(page: &Page<'_>, line: &Line) -> Option<Self> {
        if line.chars() > MAX_LINE || is_open_ended(line) || line.text(page.text).starts_with(CAPTIONS) {
            return None;
        }
        let fields = fields(page, line.body, line.end);
        let first = fields.first()?;
        let whole = !is_table_row(line.text(page.text))
            && is_prefix(page.text[line.body..first.start].trim(), first)
            && fields.iter().all(|field| field.is_plausible(page.text));
        whole.then_some(Labelled { fields, start: line.body })
    }

    /// Reads the labels that follow the line's last sentence; none if something else follows it.
    pub(crate) fn glued(page: &Page<'_>, line: &Line) -> Option<Self> {
        if is_open_ended(line) {
            return None;
        }
        let from = page.text.ceil_char_boundary(line.end.saturating_sub(MAX_GLUED).max(line.body));
        let fields = fields(page, from, line.end);
        let sound = fields.iter().rev().take_while(|field| field.is_plausible(page.text)).count();
        let fields = &fields[fields.len() - sound..];
        let (at, start) = fields.iter().enumerate().find_map(|(at, field)| {
            let start = open_before(page.text, line.body, field.start);
            let ends = page.text[line.body..start].trim_end();
            ends.ends_with(is_sentence_end).then_some((at, start))
        })?;
        Some(Labelled { fields: fields[at..].to_vec(), start })
    }

    /// Whether a field has one of these labels.
    pub(crate) fn has(&self, labels: &[Lexicon]) -> bool {
        self.fields.iter().any(|field| labels.contains(&field.label))
    }

    /// Whether the line credits people and sources; else it is the page's own data.
    pub(crate) fn is_credit(&self, zone: &Zone, line: usize) -> bool {
        let page = self.has(&[Lexicon::PageMeta, Lexicon::OriginalTitle]);
        self.has(&[Lexicon::EditorCredit]) || zone.is_tail(line) && !page && !self.has_only_page_data()
    }

    fn has_only_page_data(&self) -> bool {
        self.fields.iter().all(|field| field.label == Lexicon::PageMetaWeak)
    }

    /// Whether a label is among them that only boilerplate has.
    pub(crate) fn is_strong(&self) -> bool {
        self.fields.iter().any(Field::is_strong)
    }

    /// Whether the labels make the line boilerplate at its place.
    pub(crate) fn counts(&self, page: &Page<'_>, zone: &Zone, line: usize) -> bool {
        let edge = zone.is_edge(line);
        let strong = self.is_strong();
        let filled = self.fields.iter().any(|field| !field.value(page.text).is_empty());
        if !edge && (!filled || self.fields.len() < 2 && in_record(page, line)) {
            return false;
        }
        if strong {
            return self.fields.len() > 1 || !self.has(&[Lexicon::PageMeta]) || !in_record(page, line);
        }
        let enough = self.fields.len() >= 2 || edge && filled && self.is_telling(page.text);
        enough && !in_record(page, line)
    }

    /// Whether a weak label on its own says enough: a number where one is due.
    fn is_telling(&self, text: &str) -> bool {
        self.fields.iter().any(|field| {
            field.label != Lexicon::PageMetaWeak || field.value(text).contains(|c: char| c.is_ascii_digit())
        })
    }
}

/// Whether the line breaks off in a clause that the next line goes on with.
fn is_open_ended(line: &Line) -> bool {
    matches!(line.last(), '，' | ',' | '、' | '；')
}

fn is_sentence_end(c: char) -> bool {
    matches!(chars::class(c), Class::Stop | Class::Close)
}

/// The labels between two bytes, longest first where they overlap, in order.
fn fields(page: &Page<'_>, from: usize, to: usize) -> Vec<Field> {
    let mut hits: Vec<_> = page
        .hits_in(from..to)
        .iter()
        .filter(|hit| hit.start >= from && is_label(hit.lexicon))
        .map(|hit| (hit.start, hit.end, hit.lexicon))
        .collect();
    hits.sort_unstable_by_key(|&(start, end, lexicon)| (start, Reverse(end), lexicon));
    let mut fields: Vec<Field> = Vec::new();
    for (start, mark, label) in hits {
        match fields.last_mut() {
            Some(last) if start < last.mark => continue,
            Some(last) => last.end = start,
            None => {}
        }
        fields.push(Field { label, start, mark, end: to });
    }
    fields
}

/// The lines, by index, in which a word of one of these lexicons stands. `n log n` in the hits.
pub(crate) fn lines(page: &Page<'_>, lexicons: &[Lexicon]) -> Vec<usize> {
    let hits = lexicons.iter().flat_map(|&lexicon| page.hits(lexicon));
    let mut lines: Vec<usize> = hits.map(|hit| page.line_at(hit.start)).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Whether entries of this lexicon are labels.
pub(crate) fn is_label(lexicon: Lexicon) -> bool {
    matches!(
        lexicon,
        Lexicon::Byline
            | Lexicon::EditorCredit
            | Lexicon::OriginalTitle
            | Lexicon::PageMeta
            | Lexicon::PageMetaWeak
            | Lexicon::StaffCredit
    )
}

/// Whether a line with such a word is boilerplate of another sort, not a row of a form.
fn is_known(lexicon: Lexicon) -> bool {
    is_label(lexicon) || matches!(lexicon, Lexicon::PrevNext | Lexicon::TagLabel | Lexicon::Breadcrumb)
}

/// Steps back over brackets and white space from `at`, not below `floor`.
fn open_before(text: &str, floor: usize, at: usize) -> usize {
    let head = &text[floor..at];
    floor + head.trim_end_matches(|c| matches!(chars::class(c), Class::Open | Class::Space)).len()
}

fn is_table_row(text: &str) -> bool {
    text.starts_with('|') && !text.contains([':', '：'])
}

/// Whether what stands before the first label belongs to it: a date, a column in brackets, a word.
fn is_prefix(prefix: &str, field: &Field) -> bool {
    let core = prefix.trim_matches(is_edge);
    let count = core.chars().count();
    let closed = prefix.ends_with(|c| chars::class(c) == Class::Close);
    let joined = prefix.ends_with(chars::is_wordlike)
        && !matches!(field.label, Lexicon::PageMetaWeak | Lexicon::PageMeta)
        && field.mark - field.start >= MIN_JOINED;
    let word = core.chars().all(|c| matches!(chars::class(c), Class::Han | Class::Letter) || c == '·')
        && !core.contains(['注', '註']);
    core.is_empty() || date::leads(core) || count <= MAX_PREFIX && word && (closed || joined)
}

/// Whether a neighbour is a label of another sort: then the line is a row of a form or a list.
pub(crate) fn in_record(page: &Page<'_>, line: usize) -> bool {
    let mut above = page.lines[..line].iter().rev().filter(|line| !line.is_blank());
    let mut below = page.lines[line + 1..].iter().filter(|line| !line.is_blank());
    [above.next(), below.next()].into_iter().flatten().any(|near| is_foreign_row(page, near))
}

fn is_foreign_row(page: &Page<'_>, line: &Line) -> bool {
    let text = line.text(page.text);
    let label = text.split_once(['：', ':']).map(|(label, _)| label.chars().count());
    label.is_some_and(|count| (1..=8).contains(&count))
        && line.chars() <= 60
        && !line.ends_sentence(page.text)
        && !page.hits_in(line.body..line.end).iter().any(|hit| is_known(hit.lexicon))
}
