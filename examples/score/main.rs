//! Scores the cleaner on the benchmark and writes `corpus/SCORES.txt`.
//!
//!     cargo run --release --example score                      # every family, both columns
//!     cargo run --release --example score -- --check           # fails when SCORES.txt is out of date
//!     cargo run --release --example score -- --family names --worst 5
//!     cargo run --release --example score -- --ablate         # what each sort of evidence is worth
//!     cargo run --release --example score -- --against gold.jsonl --worst 5

mod ablation;
mod failures;
mod judge;
mod parts;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use clap::Parser;
use jingwen_corpus::{
    base::{self, Base},
    family::{FAMILIES, Family},
    gold::Gold,
    score::{self, Judgement, Tally},
    split::Column,
};

use crate::{
    failures::failures,
    judge::judge_all,
    parts::{COUNT, Part, against, clean, generate},
};

/// The seed of the committed scores.
const SEED: u64 = 20_261_124;
#[derive(Parser)]
#[command(about = "Scores the cleaner on the benchmark")]
struct Args {
    /// Fails when corpus/SCORES.txt is not what would be written.
    #[arg(long)]
    check: bool,
    /// Scores gold files (a file, or a folder's *.jsonl) instead, to standard output.
    #[arg(long, value_name = "FILE|DIR", num_args = 1..)]
    against: Vec<PathBuf>,
    /// Scores these families only, to standard output.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    family: Vec<String>,
    /// Prints what is found with each sort of evidence switched off, as a Markdown table.
    #[arg(long)]
    ablate: bool,
    /// Prints the failures of the N worst documents of each part.
    #[arg(long, default_value_t = 0, value_name = "N")]
    worst: usize,
    /// With `--family`: another seed.
    #[arg(long, default_value_t = SEED)]
    seed: u64,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<()> {
    if !args.against.is_empty() {
        return show(&against(&args.against)?, args.worst);
    }
    let bases = base::own()?;
    if args.ablate {
        print!("{}", ablation::table(&bases, args.seed)?);
        return Ok(());
    }
    if !args.family.is_empty() {
        let named =
            |name: &String| Family::named(name).with_context(|| format!("no family is called {name}"));
        let families = args.family.iter().map(named).collect::<Result<Vec<_>>>()?;
        return show(
            &families.iter().flat_map(|family| generate(family, &bases, args.seed)).collect::<Vec<_>>(),
            args.worst,
        );
    }
    let text = everything(&bases, args.worst);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/SCORES.txt");
    if !args.check {
        print!("{text}");
        return fs::write(&path, text).with_context(|| path.display().to_string());
    }
    if fs::read_to_string(&path).unwrap_or_default() != text {
        bail!("{} is out of date: run `cargo run --release --example score`", path.display());
    }
    Ok(())
}

fn show(parts: &[Part], worst: usize) -> Result<()> {
    print!("{}", score::header());
    for part in parts {
        let judgements = judge_all(&part.documents);
        let tally: Tally = judgements.iter().collect();
        print!("{}", score::row(&part.name, part.column, &tally));
        print!("{}{}", score::kinds(part.column, &tally), score::matrix(part.column, &tally));
        // What is held out is looked at as a figure only.
        let shown = if part.column == Column::HeldOut.name() { 0 } else { worst };
        print!("{}", failures(part, &judgements, shown));
    }
    Ok(())
}

/// The contents of SCORES.txt.
fn everything(bases: &[Base], worst: usize) -> String {
    let traps = bases.iter().filter(|base| base.lookalike.is_some()).count();
    let mut text = format!(
        "Written by `cargo run --release --example score`; README.md says what the words mean.\n\
         {} base texts, {traps} of them look-alikes; {COUNT} documents a family and column.\n\n{}",
        bases.len(),
        score::header()
    );
    let parts = FAMILIES.iter().flat_map(|family| generate(family, bases, SEED)).chain(clean(bases));
    let mut sums = Column::ALL.map(|column| (column.name(), Tally::default()));
    let mut touched = String::new();
    for part in parts {
        let judgements = judge_all(&part.documents);
        text += &score::row(&part.name, part.column, &judgements.iter().collect());
        eprint!("{}", failures(&part, &judgements, worst));
        touched += &touched_clean(&part, &judgements);
        let sum = sums.iter_mut().find(|(column, _)| *column == part.column);
        sum.into_iter().for_each(|(_, sum)| sum.extend(&judgements));
    }
    text += &format!("\nclean texts touched\n{touched}");
    for (column, sum) in &sums {
        text += &format!("\n{}\n{}", score::kinds(column, sum), score::matrix(column, sum));
    }
    text
}

/// A line for each document without a label from which something was taken or that was dropped.
fn touched_clean(part: &Part, judgements: &[Judgement]) -> String {
    let clean =
        part.documents.iter().zip(judgements).filter(|(gold, _)| gold.remove.is_empty() && !gold.is_drop());
    let touched = clean.filter(|(_, judgement)| judgement.harmed() > 0 || judgement.was_dropped());
    let line = |(gold, judgement): (&Gold, &Judgement)| {
        let kinds: BTreeSet<&str> = judgement.cuts.iter().map(|miss| miss.cut.kind.as_str()).collect();
        let kinds = kinds.into_iter().collect::<Vec<_>>().join(" ");
        format!("{:<18} {:<8} {:>5} {kinds} {}\n", gold.id, part.column, judgement.harmed(), judgement.given)
    };
    touched.map(line).collect()
}
