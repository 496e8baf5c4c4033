//! **What it finds**: documents whose clauses stand in random order.
//!
//! **Why it is noise**: a generator cut an article behind every mark, shuffled the clauses over the
//! paragraphs and often dropped scraps of the title between them. One copy cannot be put in order
//! again, and must not be repaired as if only something had been added.
//!
//! **Example**: `很快在桥洞下找到了失主。一名中学生在河边散步时，\n本报讯 昨日傍晚，民警帮助失主，`
//!
//! **Keeps**: verse, subtitles, chats and tables, whose lines end without a full stop but hold no
//! sentence; hard-wrapped text; speeches whose paragraphs open a quote and do not close it.
//!
//! **Confidence**: the verdict alone; nothing is removed for it.

mod shape;

use self::shape::Shape;
use super::{Findings, Page};
use crate::{
    detect::evidence::{Disorder, weigh},
    kind::{DropReason, Kind},
    text::{Class, Line},
};

/// Insertions that show that a generator was at work.
const INSERTIONS: usize = 3;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if !(page.first && page.last) {
        return;
    }
    let insertions = findings.of(Kind::TitleFragment).count();
    if insertions < INSERTIONS && !is_open(page, findings) || !has_prose(page) {
        return;
    }
    let shape = Shape::read(page, findings, insertions);
    let weights = &page.options.weights.disorder;
    if weigh(&shape.signs, weights) >= 0.0 {
        findings.drop_document(DropReason::Shuffled);
    }
}

/// Whether lines of prose end in a mark behind which a sentence goes on.
fn is_open(page: &Page<'_>, findings: &Findings) -> bool {
    let is_open = |line: &&Line| ends_open(line.last()) && is_prose(line);
    // In three lines one may be a list that a mark ends.
    let few = page.lines.iter().filter(|line| !line.is_blank()).nth(3).is_none();
    let enough = usize::from(few);
    // Most pages have none, whichever stay.
    page.lines.iter().filter(is_open).nth(enough).is_some()
        && inner(page, findings).filter(is_open).nth(enough).is_some()
}

/// Whether a fourth of the text stands in lines of prose, as in hardly any verse, subtitles or chat.
fn has_prose(page: &Page<'_>) -> bool {
    let prose: usize =
        page.lines.iter().filter(|line| is_prose(line)).map(|line| line.count(Class::Han)).sum();
    prose * 4 >= page.count(Class::Han)
}

/// The lines that stay but for the last: a text may be cut there.
fn inner<'p>(page: &'p Page<'_>, findings: &'p Findings) -> impl Iterator<Item = &'p Line> {
    let stays = move |line: &&Line| !line.is_blank() && !findings.removes(line.body);
    let last = page.lines.iter().rfind(stays).map_or(0, |line| line.start);
    page.lines.iter().filter(stays).take_while(move |line| line.start < last)
}

/// Whether a line holds more than one clause and at least one sentence's end.
fn is_prose(line: &Line) -> bool {
    line.count(Class::Stop) + line.count(Class::Pause) >= 3 && line.count(Class::Han) >= 20
}

/// Whether a line's last character is a mark behind which a sentence goes on.
fn ends_open(last: char) -> bool {
    matches!(last, '，' | ',' | '、')
}

/// How many signs of disorder there are.
pub(super) type Signs = [f32; Disorder::COUNT];
