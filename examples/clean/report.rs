//! Counts what was done and says so.

use std::{collections::BTreeMap, io, io::Write, time::Duration};

use indicatif::{DecimalBytes, HumanCount, ProgressBar, ProgressStyle};
use jingwen::{Action, Kind, Span, Summary, Verdict};

use crate::{formats::Inputs, rejects::Rejected};

/// What was done with some documents.
#[derive(Default)]
pub struct Tally {
    documents: u64,
    cleaned: u64,
    drop: u64,
    limited: u64,
    source: u64,
    /// Spans and their bytes by kind, removed and tagged.
    removed: BTreeMap<Kind, (u64, u64)>,
    tagged: BTreeMap<Kind, (u64, u64)>,
}

impl Tally {
    pub fn add(&mut self, summary: &Summary, spans: &[Span]) {
        self.document(summary);
        spans.iter().for_each(|span| self.span(span));
    }

    pub fn document(&mut self, summary: &Summary) {
        self.documents += 1;
        self.cleaned += u64::from(summary.verdict() == Verdict::Cleaned);
        self.drop += u64::from(summary.verdict().reason().is_some());
        self.limited += u64::from(summary.limited());
        self.source += summary.source_len() as u64;
    }

    pub fn span(&mut self, span: &Span) {
        let kinds = match span.action() {
            Action::Keep => return,
            Action::Remove => &mut self.removed,
            Action::Tag => &mut self.tagged,
        };
        if let Some(kind) = span.kind() {
            let (spans, bytes) = kinds.entry(kind).or_default();
            *spans += 1;
            *bytes += span.range().len() as u64;
        }
    }

    fn merge(&mut self, other: &Tally) {
        self.documents += other.documents;
        self.cleaned += other.cleaned;
        self.drop += other.drop;
        self.limited += other.limited;
        self.source += other.source;
        for (sums, kinds) in [(&mut self.removed, &other.removed), (&mut self.tagged, &other.tagged)] {
            for (kind, (spans, bytes)) in kinds {
                let sum = sums.entry(*kind).or_default();
                *sum = (sum.0 + spans, sum.1 + bytes);
            }
        }
    }
}

/// Progress on a terminal, and the summary at the end.
pub struct Report {
    bar: ProgressBar,
    quiet: bool,
    sum: Tally,
    read: u64,
}

impl Report {
    pub fn new(quiet: bool, inputs: &Inputs) -> Self {
        // Draws on standard error, and only if that is a terminal.
        let bar = match (quiet, inputs.len) {
            (true, _) => ProgressBar::hidden(),
            (false, Some(len)) => ProgressBar::new(len).with_style(style(
                "{wide_bar} {decimal_bytes}/{decimal_total_bytes} {decimal_bytes_per_sec} {eta}",
            )),
            (false, None) => ProgressBar::no_length()
                .with_style(style("{spinner} {decimal_bytes} {decimal_bytes_per_sec} {elapsed}")),
        };
        Report { bar, quiet, sum: Tally::default(), read: 0 }
    }

    pub fn add(&mut self, tally: &Tally, read: u64) {
        self.sum.merge(tally);
        self.read(read);
    }

    pub fn read(&mut self, bytes: u64) {
        self.read += bytes;
        self.bar.inc(bytes);
    }

    /// Says what was rejected, always, and what was done, unless it shall be quiet.
    pub fn finish(self, took: Duration, rejected: &Rejected) {
        self.bar.finish_and_clear();
        let mut text: String = rejected.messages.iter().map(|line| format!("{line}\n")).collect();
        if rejected.count > 0 {
            let (count, path) = (HumanCount(rejected.count), rejected.path.display());
            text += &format!("{count} rejected, kept in {path}: mend them there and clean them again\n");
        }
        if !self.quiet {
            text += &self.summary(took);
        }
        // Nobody is left to be told if standard error is closed.
        let _ = io::stderr().write_all(text.as_bytes());
    }

    fn summary(&self, took: Duration) -> String {
        let Tally { documents, cleaned, drop, limited, source, removed, tagged } = &self.sum;
        let seconds = took.as_secs_f64();
        let speed = self.read as f64 / 1e6 / seconds.max(1e-9);
        let mut text = format!(
            "{} documents, {} read in {seconds:.2} s ({speed:.1} MB/s)\n\
             {} clean, {} cleaned, {} to drop\n",
            HumanCount(*documents),
            DecimalBytes(self.read),
            HumanCount(documents - cleaned - drop),
            HumanCount(*cleaned),
            HumanCount(*drop),
        );
        if *limited > 0 {
            text += &format!("{} reached a limit and may not be clean to the end\n", HumanCount(*limited));
        }
        let bytes: u64 = removed.values().map(|(_, bytes)| bytes).sum();
        let share = bytes as f64 * 100.0 / (*source as f64).max(1.0);
        text += &format!("removed {} ({share:.2} % of the text)\n", DecimalBytes(bytes));
        text + &rows("removed", removed) + &rows("tagged", tagged)
    }
}

fn rows(what: &str, kinds: &BTreeMap<Kind, (u64, u64)>) -> String {
    let row = |(kind, (spans, bytes)): (&Kind, &(u64, u64))| {
        format!(
            "  {what:<8} {:<18} {:>9} {:>12}\n",
            kind.name(),
            HumanCount(*spans),
            DecimalBytes(*bytes).to_string()
        )
    };
    kinds.iter().map(row).collect()
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("the templates are constant")
}
