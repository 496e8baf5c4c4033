//! Scores the cleaner on the benchmark and writes `corpus/SCORES.txt`.
//!
//!     cargo run --release --example score                      # every family, both columns
//!     cargo run --release --example score -- --check           # fails when SCORES.txt is out of date
//!     cargo run --release --example score -- --family names --worst 5
//!     cargo run --release --example score -- --against gold.jsonl --worst 5

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
    thread,
};

use anyhow::{Context, Result, bail};
use clap::Parser;
use jingwen::{Cleaner, Document, Verdict};
use jingwen_corpus::{
    base::{self, Base},
    family::{FAMILIES, Family},
    gold::{self, Gold},
    score::{self, Cut, Judgement, Miss, Output, Tally},
    split::Column,
};

/// Documents a family and column.
const COUNT: usize = 200;
/// The seed of the committed scores.
const SEED: u64 = 20_261_124;
/// Characters of context on each side of a failure.
const CONTEXT: usize = 16;

#[derive(Parser)]
#[command(about = "Scores the cleaner on the benchmark")]
struct Args {
    /// Fails when corpus/SCORES.txt is not what would be written.
    #[arg(long)]
    check: bool,
    /// Scores gold files (a file, or a folder's *.jsonl) instead, to standard output.
    #[arg(long, value_name = "FILE|DIR")]
    against: Vec<PathBuf>,
    /// Scores these families only, to standard output.
    #[arg(long, value_name = "NAME")]
    family: Vec<String>,
    /// Prints the failures of the N worst documents of each part.
    #[arg(long, default_value_t = 0, value_name = "N")]
    worst: usize,
    /// With `--family`: another seed.
    #[arg(long, default_value_t = SEED)]
    seed: u64,
}

/// Documents that are scored together.
struct Part {
    name: String,
    column: &'static str,
    documents: Vec<Gold>,
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

/// One part a gold file.
fn against(paths: &[PathBuf]) -> Result<Vec<Part>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries =
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
            files.extend(
                entries.into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "jsonl")),
            );
        } else {
            files.push(path.clone());
        }
    }
    files.sort();
    files.iter().map(|file| gold_file(file)).collect()
}

fn gold_file(path: &Path) -> Result<Part> {
    let file = fs::File::open(path).with_context(|| path.display().to_string())?;
    let documents = gold::read(io::BufReader::new(file)).with_context(|| path.display().to_string())?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Part { name, column: "", documents })
}

/// Both columns of a family.
fn generate(family: &Family, bases: &[Base], seed: u64) -> Vec<Part> {
    let part = |column: Column| {
        let ours: Vec<&Base> = bases.iter().filter(|base| base.column() == column).collect();
        let documents = family.generate(&ours, column, COUNT, seed);
        Part { name: family.name.to_owned(), column: column.name(), documents }
    };
    Column::ALL.map(part).into()
}

/// The clean texts, as they are.
fn clean(bases: &[Base]) -> Vec<Part> {
    let gold = |base: &Base| Gold {
        id: base.id.clone(),
        title: Some(base.title.clone()),
        text: base.text.clone(),
        ..Gold::default()
    };
    let part = |name: &str, column: Column, trap: bool| {
        let ours = bases.iter().filter(|base| base.column() == column && base.lookalike.is_some() == trap);
        Part { name: name.to_owned(), column: column.name(), documents: ours.map(gold).collect() }
    };
    let each = |column| [part("clean", column, false), part("look-alikes", column, true)];
    Column::ALL.into_iter().flat_map(each).collect()
}

fn show(parts: &[Part], worst: usize) -> Result<()> {
    print!("{}", score::header());
    for part in parts {
        let judgements = judge_all(&part.documents);
        let tally: Tally = judgements.iter().collect();
        print!("{}", score::row(&part.name, part.column, &tally));
        print!("{}{}", score::kinds(part.column, &tally), score::matrix(part.column, &tally));
        print!("{}", failures(part, &judgements, worst));
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
    let dirty = FAMILIES.iter().flat_map(|family| generate(family, bases, SEED));
    let mut sums = Column::ALL.map(|column| (column.name(), Tally::default()));
    for part in dirty.chain(clean(bases)) {
        let judgements = judge_all(&part.documents);
        text += &score::row(&part.name, part.column, &judgements.iter().collect());
        eprint!("{}", failures(&part, &judgements, worst));
        let sum = sums.iter_mut().find(|(column, _)| *column == part.column);
        sum.into_iter().for_each(|(_, sum)| sum.extend(&judgements));
    }
    for (column, sum) in &sums {
        text += &format!("\n{}\n{}", score::kinds(column, sum), score::matrix(column, sum));
    }
    text
}

/// The failures of the worst documents.
fn failures(part: &Part, judgements: &[Judgement], worst: usize) -> String {
    let mut order: Vec<_> = part.documents.iter().zip(judgements).collect();
    order.sort_by_key(|(_, judgement)| std::cmp::Reverse(badness(judgement)));
    let bad = order.into_iter().filter(|(_, judgement)| badness(judgement) > 0).take(worst);
    bad.map(|(gold, judgement)| failure(gold, judgement)).collect()
}

fn badness(judgement: &Judgement) -> usize {
    let verdict = usize::from(judgement.is_junk() != judgement.was_dropped()) * 1000;
    verdict + judgement.missed() + judgement.harmed() * 3
}

/// Cleans and judges on two threads, in order.
fn judge_all(documents: &[Gold]) -> Vec<Judgement> {
    let cleaner = Cleaner::default();
    let each = |half: &[Gold]| half.iter().map(|gold| score::judge(gold, &output(&cleaner, gold))).collect();
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

/// A document's failures with what stands around them.
fn failure(gold: &Gold, judgement: &Judgement) -> String {
    let title = gold.title.as_deref().unwrap_or("");
    let mut text =
        format!("\n# {} | {title} | wanted {} given {}\n", gold.id, judgement.wanted, judgement.given);
    let lines = |text: &mut String, sign: &str, misses: &[Miss]| {
        for miss in misses.iter().filter(|miss| miss.lost() > 0) {
            *text += &format!("  {sign} {:<16} {}\n", miss.cut.kind, around(&gold.text, &miss.cut));
        }
    };
    lines(&mut text, "missed", &judgement.labels);
    lines(&mut text, "harmed", &judgement.cuts);
    text
}

fn around(text: &str, cut: &Cut) -> String {
    let (inner, after) = (&text[cut.range.clone()], &text[cut.range.end..]);
    let before = &text[..cut.range.start];
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let (before, after) = (&before[from..], &after[..to]);
    format!("{before}⟦{inner}⟧{after}").replace('\n', "⏎")
}
