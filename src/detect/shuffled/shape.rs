//! The shape of a document's lines and sentences.

use std::sync::OnceLock;

use memchr::memmem::Finder;

use super::{Signs, ends_open, inner, is_prose};
use crate::{
    detect::{Findings, Page, evidence::Disorder},
    text::{
        Class, Line, Mark,
        chars::{self, class, is_wordlike},
        words::AnyOf,
    },
};

/// What a document looks like, as shares between 0 and 1 unless said otherwise.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) signs: Signs,
}

/// Characters behind 、 from which on a clause is no item of a list.
const LONG: usize = 12;
/// Sentences up to which their shares mean little.
const FEW: f32 = 8.0;
/// Characters up to which a sentence is hardly one.
const TINY: usize = 4;

#[derive(Default)]
struct Counts {
    prose: f32,
    open_ends: f32,
    word_ends: f32,
    pauses: f32,
    spaced_pauses: f32,
    items: f32,
    long_items: f32,
    sentences: f32,
    datelines: f32,
    tiny: f32,
    single: f32,
    unopened: f32,
    goes_on: f32,
}

impl Shape {
    /// Reads the prose lines of a page. Linear.
    pub(super) fn read(page: &Page<'_>, findings: &Findings, insertions: usize) -> Self {
        let mut counts = Counts::default();
        let text = page.lines.iter().filter(|line| is_prose(line) && !findings.removes(line.body));
        let end = inner(page, findings).last().map_or(0, |line| line.next);
        for line in text {
            let last = last_kept(page.text, line, findings);
            counts.prose += 1.0;
            counts.open_ends += f32::from(u8::from(ends_open(last) && line.start < end));
            counts.word_ends += f32::from(u8::from(class(last) == Class::Han));
            counts.datelines += datelines_inside(line.text(page.text));
            counts.unopened += unopened(page, line);
            counts.goes_on += f32::from(u8::from(goes_on(line.text(page.text))));
            counts.line(page, line);
        }
        if is_wrapped(page, findings) {
            // Its lines begin and end wherever the width was used up, and quotes run on over them.
            (counts.open_ends, counts.goes_on, counts.unopened) = (0.0, 0.0, 0.0);
        }
        Shape { signs: counts.signs(insertions) }
    }
}

/// Whether the text is hard-wrapped, or verse and sayings that were set in columns: over three in ten
/// of its long lines end in a word, or few are longer than a screen was wide.
fn is_wrapped(page: &Page<'_>, findings: &Findings) -> bool {
    /// Characters from which on a line is long.
    const LONG: usize = 20;
    /// Columns of a line that was wrapped, at most; letters and digits take one, other characters two.
    const WIDTH: usize = 92;
    let long = page.lines.iter().filter(|line| line.chars() >= LONG && !findings.removes(line.body));
    let (mut lines, mut word_ends, mut wide) = (0usize, 0usize, 0usize);
    for line in long {
        lines += 1;
        word_ends += usize::from(is_wordlike(last_kept(page.text, line, findings)));
        wide += usize::from(columns(line) > WIDTH);
    }
    let narrow = wide * 20 < lines || wide * 3 < lines && is_even(page, findings);
    word_ends * 10 > lines * 3 || narrow || is_by_clause(page)
}

/// The width of a line.
fn columns(line: &Line) -> usize {
    2 * line.chars() - line.count(Class::Letter) - line.count(Class::Digit)
}

/// Whether most lines that end behind a comma are nearly as long as the longest of them: there the width ran out.
fn is_even(page: &Page<'_>, findings: &Findings) -> bool {
    let open = page.lines.iter().filter(|line| ends_open(line.last()) && !findings.removes(line.body));
    let mut widths: Vec<usize> = open.map(columns).collect();
    widths.sort_unstable();
    let Some(&longest) = widths.last() else { return true };
    let near = widths.iter().filter(|&&width| width * 5 >= longest * 4).count();
    near * 3 >= widths.len() * 2
}

/// Whether as many lines end behind commas as there are commas inside lines: each clause has its own.
fn is_by_clause(page: &Page<'_>) -> bool {
    let open_ends = page.lines.iter().filter(|line| ends_open(line.last())).count();
    let pauses = || page.marks(0..page.text.len()).iter().filter(|mark| mark.class == Class::Pause);
    let is_comma = |mark: &&Mark| chars::after(page.text, mark.at()).is_some_and(ends_open);
    let commas = || pauses().filter(is_comma).count();
    open_ends * 2 > page.count(Class::Pause) || open_ends > 1 && open_ends * 2 > commas()
}

/// The last character of a line that stays.
fn last_kept(text: &str, line: &Line, findings: &Findings) -> char {
    let mut chars = line.text(text).char_indices().rev();
    let kept = chars.find(|(at, c)| class(*c) != Class::Space && !findings.removes(line.body + at));
    kept.map_or('\n', |(_, c)| c)
}

/// How often a dateline, or the note of another title, stands where it cannot: inside a line.
fn datelines_inside(line: &str) -> f32 {
    /// Bytes at a line's front where a dateline may stand.
    const FRONT: usize = 120;
    const MARKS: [&str; 8] =
        ["电（记者", "讯（记者", "消息（", "电(记者", "讯(记者", "消息(", "本报讯", "原标题"];
    static FINDERS: OnceLock<[Finder<'static>; MARKS.len()]> = OnceLock::new();
    let finders = FINDERS.get_or_init(|| MARKS.map(Finder::new));
    let behind = line.as_bytes().get(FRONT + 1..).unwrap_or_default();
    finders.iter().filter(|mark| mark.find(behind).is_some()).count() as f32
}

/// Whether a point is a full stop where it stands behind this character.
fn is_stop_behind(c: char) -> bool {
    matches!(class(c), Class::Han | Class::Close) || c == '"'
}

/// How many quotes close in a line though none is open.
fn unopened(page: &Page<'_>, line: &Line) -> f32 {
    let (mut open, mut unopened) = (0u32, 0u32);
    let marks = page.marks(line.body..line.end).iter();
    for mark in marks.filter(|mark| matches!(mark.class, Class::Open | Class::Close)) {
        match chars::after(page.text, mark.at()) {
            Some('“' | '「') => open += 1,
            Some('”' | '」') if open == 0 => unopened += 1,
            Some('”' | '」') => open -= 1,
            _ => {}
        }
    }
    unopened as f32
}

/// Whether a paragraph begins with a word that goes on with the clause before it.
fn goes_on(line: &str) -> bool {
    static WORDS: AnyOf<28> = AnyOf::new([
        "但", "而", "并", "也", "却", "则", "就", "还", "又", "便", "所以", "因此", "因而", "从而", "以及",
        "而且", "并且", "但是", "然而", "于是", "否则", "不仅", "甚至", "尤其", "其中", "使", "让", "即",
    ]);
    WORDS.begins(line)
}

impl Counts {
    /// Counts a line's clauses and sentences. What is no mark is a word of them.
    fn line(&mut self, page: &Page<'_>, line: &Line) {
        let (mut run, mut clauses) = (0usize, 0usize);
        let mut sentence = 0usize;
        let (mut before, mut mark) = ('\n', '\n');
        let mut from = line.body;
        for noted in page.marks(line.body..line.end) {
            let at = noted.at();
            let Some(c) = page.text[at..].chars().next() else { break };
            let plain = (at - from) / 3;
            if plain > 0 {
                (run, sentence, before) = (run + plain, sentence + plain, '字');
            }
            let class = if c == '.' && is_stop_behind(before) { Class::Stop } else { noted.class };
            match class {
                Class::Pause => {
                    self.pauses += 1.0;
                    self.spaced_pauses += f32::from(u8::from(before == ' ' && c == ','));
                    self.item(mark, run);
                    clauses += 1;
                    (run, mark) = (0, c);
                }
                Class::Stop => {
                    self.item(mark, run);
                    self.sentence(sentence, clauses);
                    (run, mark, clauses, sentence) = (0, c, 0, 0);
                }
                Class::Han | Class::Letter | Class::Digit => {
                    run += 1;
                    sentence += 1;
                }
                _ => {}
            }
            before = c;
            from = at + c.len_utf8();
        }
    }

    fn item(&mut self, mark: char, run: usize) {
        if mark == '、' {
            self.items += 1.0;
            self.long_items += f32::from(u8::from(run >= LONG));
        }
    }

    fn sentence(&mut self, chars: usize, clauses: usize) {
        self.sentences += 1.0;
        self.tiny += f32::from(u8::from((1..=TINY).contains(&chars)));
        self.single += f32::from(u8::from(clauses == 0));
    }

    fn signs(&self, insertions: usize) -> Signs {
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
        let mut signs = [0.0; Disorder::COUNT];
        let mut set = |sign: Disorder, value: f32| signs[sign as usize] = value;
        set(Disorder::Always, 1.0);
        set(Disorder::OpenEnds, share(self.open_ends, self.prose));
        // A few among many lines are slips of a writer who sets his own line ends.
        let usual = (share(self.open_ends, self.prose) * 5.0).min(1.0);
        set(Disorder::ManyOpenEnds, usual * self.open_ends.min(4.0) / 4.0);
        set(Disorder::WordEnds, share(self.word_ends, self.prose));
        set(Disorder::SpacedPauses, share(self.spaced_pauses, self.pauses));
        set(Disorder::LongItems, (self.long_items.min(3.0) / 3.0) * share(self.long_items, self.items));
        set(Disorder::TinySentences, (share(self.tiny, self.sentences) * 4.0).min(1.0));
        set(Disorder::SingleClauses, share(self.single, self.sentences.max(FEW)));
        set(Disorder::Datelines, self.datelines.min(1.0));
        set(Disorder::Insertions, if insertions >= super::INSERTIONS { 1.0 } else { 0.0 });
        set(Disorder::Quotes, self.unopened.min(3.0) / 3.0);
        set(Disorder::GoesOn, share(self.goes_on, self.prose));
        signs
    }
}
