//! What is scored: families, clean texts, gold files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use jingwen_corpus::{
    base::Base,
    draft::Draft,
    family::Family,
    gold::{self, Gold},
    split::Column,
};

/// Documents a family and column.
pub const COUNT: usize = 200;
/// Documents that are scored together.
pub struct Part {
    pub name: String,
    pub column: &'static str,
    pub documents: Vec<Gold>,
}

/// One part a gold file.
pub fn against(paths: &[PathBuf]) -> Result<Vec<Part>> {
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
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let name = if name == "gold" { folder.into_owned() } else { name.into_owned() };
    Ok(Part { name, column: "", documents })
}

/// Both columns of a family.
pub fn generate(family: &Family, bases: &[Base], seed: u64) -> Vec<Part> {
    let part = |column: Column| {
        let ours: Vec<&Base> = bases.iter().filter(|base| base.column() == column).collect();
        let documents = family.generate(&ours, column, COUNT, seed);
        Part { name: family.name.to_owned(), column: column.name(), documents }
    };
    Column::ALL.map(part).into()
}

/// The clean texts, as they are.
pub fn clean(bases: &[Base]) -> Vec<Part> {
    let gold = |base: &Base| Gold { id: base.id.clone(), ..Draft::clean(base).finish() };
    let part = |name: &str, column: Column, trap: bool| {
        let ours = bases.iter().filter(|base| base.column() == column && base.lookalike.is_some() == trap);
        Part { name: name.to_owned(), column: column.name(), documents: ours.map(gold).collect() }
    };
    let each = |column| [part("clean", column, false), part("look-alikes", column, true)];
    Column::ALL.into_iter().flat_map(each).collect()
}
