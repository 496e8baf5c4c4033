//! Writes labelled dirty documents to standard output.
//!
//!     cargo run -p jingwen-corpus --bin generate -- --family family_a --count 100 --seed 1 > gold.jsonl
//!
//! `--family all` writes every family. `--base FILE.jsonl` dirties other texts than the project's
//! own (objects with `id`, `title`, `text`). `--column held-out` draws the words and settings (and,
//! of the project's own texts, the texts) that nothing may be tuned on.

use std::{env, io, path::Path, process::ExitCode};

use jingwen_corpus::{
    base::{self, Base},
    family::{FAMILIES, Family},
    gold,
    split::Column,
};

const USAGE: &str =
    "usage: generate --family NAME|all [--count N] [--seed S] [--base FILE.jsonl] [--column tuned|held-out]";

struct Wish {
    families: Vec<&'static Family>,
    count: usize,
    seed: u64,
    base: Option<String>,
    column: Column,
}

fn main() -> ExitCode {
    let Some(wish) = wish(env::args().skip(1)) else {
        let names: Vec<&str> = FAMILIES.iter().map(|family| family.name).collect();
        eprintln!("{USAGE}\nfamilies: {}", names.join(" "));
        return ExitCode::from(2);
    };
    match run(&wish) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn wish(mut args: impl Iterator<Item = String>) -> Option<Wish> {
    let mut wish = Wish { families: Vec::new(), count: 100, seed: 1, base: None, column: Column::Tuned };
    while let Some(name) = args.next() {
        let value = args.next()?;
        match name.as_str() {
            "--family" if value == "all" => wish.families.extend(FAMILIES),
            "--family" => wish.families.push(Family::named(&value)?),
            "--count" => wish.count = value.parse().ok()?,
            "--seed" => wish.seed = value.parse().ok()?,
            "--base" => wish.base = Some(value),
            "--column" => wish.column = Column::ALL.into_iter().find(|column| column.name() == value)?,
            _ => return None,
        }
    }
    (!wish.families.is_empty()).then_some(wish)
}

fn run(wish: &Wish) -> io::Result<()> {
    let bases = match &wish.base {
        Some(path) => base::records(Path::new(path))?,
        None => base::own()?.into_iter().filter(|base| base.column() == wish.column).collect(),
    };
    let bases: Vec<&Base> = bases.iter().collect();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for family in &wish.families {
        for document in family.generate(&bases, wish.column, wish.count, wish.seed) {
            gold::write(&mut out, &document)?;
        }
    }
    Ok(())
}
