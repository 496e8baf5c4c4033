//! Reads a line as labels with their values: `来源：某报 编辑：某人`.

mod field;
mod record;

use std::cmp::Reverse;

pub(crate) use field::Field;
use field::is_prefix;
pub(crate) use record::in_record;

use super::{Page, Zone, line_words::is_beside_title};
use crate::{
    lexicon::Lexicon,
    text::{Class, Line, chars},
};

/// Longest line, in code points, that can be nothing but labels and values.
const MAX_LINE: usize = 200;
/// Longest beginning of a line, in bytes, that is labels before running text, and fewest code points of that.
const MAX_LEADING: usize = 400;
const MIN_BEHIND: usize = 16;
/// Fewest labels on one line that no row of a form has.
const MIN_FIELDS: usize = 3;
/// Longest end of a line, in bytes, in which glued labels are looked for.
const MAX_GLUED: usize = 600;
/// Marks that begin a picture's caption or name a quotation's source, which belong to the article.
const CAPTIONS: [char; 5] = ['△', '▲', '▼', '▽', '—'];

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
            && !is_imprint(line.text(page.text))
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

    /// Where labels that begin a line end in a count, if running text follows them: `浏览：82次近日……`.
    pub(crate) fn leading(page: &Page<'_>, line: &Line) -> Option<usize> {
        let to = page.text.floor_char_boundary(line.end.min(line.body + MAX_LEADING));
        let fields = fields(page, line.body, to);
        let first = fields.first()?;
        let last = fields.iter().position(|field| field.count_end(page.text).is_some())?;
        let end = fields[last].count_end(page.text)?;
        let sound = is_prefix(page.text[line.body..first.start].trim(), first)
            && fields[..last].iter().all(|field| field.is_plausible(page.text))
            && fields[..=last].iter().any(Field::is_strong);
        let goes_on = page.text[end..line.end].chars().take(MIN_BEHIND).count() == MIN_BEHIND;
        (last > 0 && sound && goes_on).then_some(end)
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
        self.fields.iter().all(Field::is_weak)
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
        if self.speaks(page, line) || self.sets(page.text) {
            return false;
        }
        if !edge && (!filled || self.fields.len() < 2 && in_record(page, line)) {
            return false;
        }
        if strong {
            return self.fields.len() > 1 || !self.has(&[Lexicon::PageMeta]) || !in_record(page, line);
        }
        let told =
            || filled && (self.is_telling(page.text) || zone.is_head(line) && is_beside_title(page, line));
        let enough = self.fields.len() >= 2 || told();
        edge && enough && (self.fields.len() >= MIN_FIELDS || !in_record(page, line))
    }

    /// Whether the label begins so many lines nearby that it names who speaks in them, or a list's sort.
    fn speaks(&self, page: &Page<'_>, line: usize) -> bool {
        /// How far lines are near, and how many show it.
        const NEAR: usize = 16;
        const MANY: usize = 3;
        let [field] = &self.fields[..] else { return false };
        let label = &page.text[field.start..field.mark];
        let near = &page.lines[line.saturating_sub(NEAR)..(line + NEAR).min(page.lines.len())];
        let begins = |other: &&Line| other.text(page.text).starts_with(label);
        field.label != Lexicon::EditorCredit && near.iter().filter(begins).nth(MANY - 1).is_some()
    }

    /// Whether what stands behind the label of a title is a task to solve, with figures and several clauses.
    fn sets(&self, text: &str) -> bool {
        let [field] = &self.fields[..] else { return false };
        let value = field.value(text);
        let pauses = value.chars().filter(|c| matches!(c, '，' | ',')).count();
        field.label == Lexicon::OriginalTitle && pauses > 1 && value.contains(|c: char| c.is_ascii_digit())
    }

    /// Whether a weak label on its own says enough: a number where one is due.
    fn is_telling(&self, text: &str) -> bool {
        self.fields.iter().any(|field| {
            !field.is_weak()
                || field.label == Lexicon::PageMetaWeak
                    && field.value(text).contains(|c: char| c.is_ascii_digit())
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

/// Whether entries of this lexicon are labels.
pub(crate) fn is_label(lexicon: Lexicon) -> bool {
    matches!(
        lexicon,
        Lexicon::Byline
            | Lexicon::EditorCredit
            | Lexicon::NoticeLabel
            | Lexicon::OriginalTitle
            | Lexicon::PageMeta
            | Lexicon::PageMetaWeak
            | Lexicon::StaffCredit
    )
}

/// Steps back over brackets and white space from `at`, not below `floor`.
fn open_before(text: &str, floor: usize, at: usize) -> usize {
    let head = &text[floor..at];
    floor + head.trim_end_matches(|c| matches!(chars::class(c), Class::Open | Class::Space)).len()
}

fn is_table_row(text: &str) -> bool {
    text.starts_with('|') && !text.contains([':', '：'])
}

/// Whether the line is the foot of an official document, which counts its copies.
fn is_imprint(text: &str) -> bool {
    let text = text.trim_end_matches(|c| matches!(chars::class(c), Class::Close | Class::Space));
    text.ends_with('份') && text.contains("共印")
}
