//! The corpus tool: cleans plain text and JSON Lines, file to file or in a pipe.
//!
//! `cargo run --release --example clean -- pages.jsonl -o clean.jsonl`; `--help` lists the options,
//! README.md has the output format.

mod args;
mod batches;
mod formats;
mod in_order;
mod jsonl;
mod output;
mod plain;
mod record;
mod rejects;
mod report;

use std::{io, process::ExitCode, time::Instant};

use anyhow::Result;
use clap::{CommandFactory, Parser, error::ErrorKind};

use crate::{args::Args, formats::Format, output::Output, rejects::Rejects, report::Report};

const FAILED: u8 = 1;
const WITH_REJECTS: u8 = 3;

fn main() -> ExitCode {
    let args = Args::parse();
    if let Err(message) = args.check() {
        Args::command().error(ErrorKind::ArgumentConflict, message).exit();
    }
    match run(&args) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(WITH_REJECTS),
        // The reader of our pipe has seen enough.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("clean: {error:#}");
            ExitCode::from(FAILED)
        }
    }
}

/// Cleans everything. Returns how many records were rejected.
fn run(args: &Args) -> Result<u64> {
    let begun = Instant::now();
    output::clear_up_when_interrupted()?;
    let inputs = formats::open(args)?;
    let mut output = Output::create(args.output.as_deref())?;
    let mut rejects = Rejects::create(args)?;
    let mut report = Report::new(args.quiet, &inputs);
    match inputs.format {
        Format::Jsonl => jsonl::clean(args, inputs, &mut output, &mut rejects, &mut report)?,
        Format::Text => plain::clean(args, inputs, &mut output, &mut rejects, &mut report)?,
    }
    // The rejects first: a crash in between leaves the old output, and nothing is missing.
    let rejected = rejects.finish()?;
    output.finish()?;
    report.finish(begun.elapsed(), &rejected);
    Ok(rejected.count)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(broken))
}
