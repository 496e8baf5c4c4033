//! Cleans JSON Lines.

use std::ops::Range;

use anyhow::Result;
use jingwen::{Action, Cleaner, Idle, Piece, Span, Summary};
use serde_json::json;

use crate::{
    args::Args,
    batches::{Batch, Batches},
    formats::Inputs,
    in_order,
    output::Output,
    record::{Record, Unreadable},
    rejects::{Reject, Rejects},
    report::{Report, Tally},
};

/// What became of a batch.
#[derive(Default)]
struct Done {
    out: Vec<u8>,
    rejects: Vec<Reject>,
    tally: Tally,
    read: u64,
}

pub fn clean(
    args: &Args,
    inputs: Inputs,
    output: &mut Output,
    rejects: &mut Rejects,
    report: &mut Report,
) -> Result<()> {
    let cleaner = Cleaner::default();
    let names = inputs.names.clone();
    let mut batches = Batches::new(inputs);
    in_order::run(
        args.threads(),
        |batch: &mut Batch| batches.fill(batch),
        || {
            let mut worker = Worker::new(args, &cleaner);
            move |batch: &Batch, done: &mut Done| worker.batch(batch, done)
        },
        |done: &mut Done| {
            output.write(&done.out)?;
            for reject in done.rejects.drain(..) {
                rejects.write(&names, &reject)?;
            }
            report.add(&done.tally, done.read);
            Ok(())
        },
    )
}

/// One thread's memory.
struct Worker<'a> {
    args: &'a Args,
    idle: Option<Idle>,
    spans: Vec<Span>,
    text: String,
}

impl<'a> Worker<'a> {
    fn new(args: &'a Args, cleaner: &Cleaner) -> Self {
        let (_, idle, _) = cleaner.stream(|_: Piece<'_>| {}).finish();
        Worker { args, idle: Some(idle), spans: Vec::new(), text: String::new() }
    }

    fn batch(&mut self, batch: &Batch, done: &mut Done) {
        done.out.clear();
        done.tally = Tally::default();
        done.read = batch.bytes.len() as u64;
        let mut rest = batch.bytes.as_slice();
        if batch.line == 1 {
            rest = rest.strip_prefix(b"\xef\xbb\xbf").unwrap_or(rest);
        }
        let mut number = batch.line;
        while !rest.is_empty() {
            let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            let (line, later) = rest.split_at(len);
            let line = line.strip_suffix(b"\n").unwrap_or(line);
            if !line.trim_ascii().is_empty()
                && let Err(why) = self.line(line, done)
            {
                done.rejects.push(Reject::new(batch.input, number, why, line));
            }
            rest = later;
            number += 1;
        }
    }

    fn line(&mut self, line: &[u8], done: &mut Done) -> Result<(), Unreadable> {
        let line = simdutf8::compat::from_utf8(line).map_err(|error| {
            let reason = format!("bad UTF-8 at byte {} of the line", error.valid_up_to() + 1);
            Unreadable { reason, id: None }
        })?;
        let record = Record::read(line, self.args)?;
        let summary = self.clean(&record);
        done.tally.add(&summary, &self.spans);
        if !(self.args.drop && summary.verdict().reason().is_some()) {
            self.write(line, &record, &summary, &mut done.out);
        }
        Ok(())
    }

    fn clean(&mut self, record: &Record<'_>) -> Summary {
        self.spans.clear();
        let spans = &mut self.spans;
        let sink = |piece: Piece<'_>| {
            if let Piece::Span(span) = piece {
                spans.push(span);
            }
        };
        let idle = self.idle.take().expect("a worker cleans one document at a time");
        let mut stream = idle.stream_document(record.title.as_deref(), record.site.as_deref(), sink);
        stream.push(&record.text);
        let (summary, idle, _) = stream.finish();
        self.idle = Some(idle);
        summary
    }

    /// Writes the line with its text replaced, if that changed, and the provenance added.
    fn write(&mut self, line: &str, record: &Record<'_>, summary: &Summary, out: &mut Vec<u8>) {
        let Range { start, end } = record.text_range;
        let close = line.trim_ascii_end().len() - 1;
        out.extend_from_slice(&line.as_bytes()[..start]);
        if summary.removed_len() == 0 {
            out.extend_from_slice(&line.as_bytes()[start..end]);
        } else {
            self.text.clear();
            let kept = self.spans.iter().filter(|span| span.action() != Action::Remove);
            kept.for_each(|span| self.text.push_str(&record.text[span.range()]));
            append(out, &self.text);
        }
        out.extend_from_slice(&line.as_bytes()[end..close]);
        out.push(b',');
        append(out, &self.args.provenance_field);
        out.push(b':');
        provenance(summary, &self.spans, out);
        out.extend_from_slice(&line.as_bytes()[close..]);
        out.push(b'\n');
    }
}

fn provenance(summary: &Summary, spans: &[Span], out: &mut Vec<u8>) {
    let reason = summary.verdict().reason().map_or("null".to_owned(), |reason| format!("\"{reason}\""));
    let (version, verdict) = (env!("CARGO_PKG_VERSION"), summary.verdict().name());
    let head =
        format!("{{\"version\":\"{version}\",\"verdict\":\"{verdict}\",\"reason\":{reason},\"spans\":[");
    out.extend_from_slice(head.as_bytes());
    let marked = spans.iter().filter(|span| span.action() != Action::Keep);
    for (index, span) in marked.enumerate() {
        if index > 0 {
            out.push(b',');
        }
        append(
            out,
            &json!({
                "start": span.start(),
                "end": span.end(),
                "kind": span.kind().map(jingwen::Kind::name),
                "rule": span.rule(),
                "confidence": span.confidence().map(jingwen::Confidence::name),
                "action": span.action().name(),
            }),
        );
    }
    out.extend_from_slice(b"]}");
}

fn append(out: &mut Vec<u8>, value: &(impl serde::Serialize + ?Sized)) {
    serde_json::to_writer(out, value).expect("strings and numbers can be written to memory");
}
