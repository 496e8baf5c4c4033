//! Runs the cleaner over documents and judges it.

use std::thread;

use jingwen::{Cleaner, Document, Verdict};
use jingwen_corpus::{
    gold::Gold,
    score::{self, Cut, Judgement, Output},
};

/// Cleans and judges on two threads, in order.
pub fn judge_all(documents: &[Gold]) -> Vec<Judgement> {
    judge_all_with(&Cleaner::default(), documents)
}

/// The same with a cleaner of one's own.
pub fn judge_all_with(cleaner: &Cleaner, documents: &[Gold]) -> Vec<Judgement> {
    let each = |half: &[Gold]| half.iter().map(|gold| score::judge(gold, &output(cleaner, gold))).collect();
    let (front, back) = documents.split_at(documents.len() / 2);
    thread::scope(|scope| {
        let first = scope.spawn(|| -> Vec<Judgement> { each(front) });
        let second: Vec<Judgement> = each(back);
        let mut all = first.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        all.extend(second);
        all
    })
}

fn output(cleaner: &Cleaner, gold: &Gold) -> Output {
    let mut document = Document::new(&gold.text);
    if let Some(title) = &gold.title {
        document = document.with_title(title);
    }
    let cleaned = cleaner.clean_document(&document);
    let dropped = match cleaned.verdict() {
        Verdict::Drop(reason) => Some(reason.name().to_owned()),
        Verdict::Clean | Verdict::Cleaned => None,
    };
    let cut = |span: &jingwen::Span| Cut {
        range: span.range(),
        kind: span.kind().map_or("", jingwen::Kind::name).to_owned(),
        optional: false,
    };
    Output { dropped, cuts: cleaned.removed().map(cut).collect() }
}
