//! The command line.

use std::{
    num::NonZeroUsize,
    path::{Path, PathBuf},
    thread,
};

use clap::{Parser, ValueEnum};

/// Cleans Chinese web text: takes injected spam and boilerplate out and says what it took.
///
/// Reads plain text or JSON Lines (an object a line, with the text in the field `text`). JSON Lines
/// come out in the same order with `text` cleaned and a new field `provenance`; every other byte
/// stays as it is.
///
/// Exit status: 0 done; 1 could not do it; 2 wrong usage; 3 done, but some records could not be
/// read and are in the rejects file.
#[derive(Parser, Debug)]
#[command(name = "clean", version, max_term_width = 100)]
pub struct Args {
    /// Files to read; `-` or none for standard input.
    pub inputs: Vec<PathBuf>,
    /// File to write; `-` or none for standard output. Appears whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Format of the inputs; `auto` goes by the files' endings, then by their first character.
    #[arg(long, value_enum, default_value_t = FormatArg::Auto)]
    pub format: FormatArg,
    /// Field of the text.
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,
    /// Field of the page's title, the key to scraps of the title in the text.
    #[arg(long, value_name = "NAME", default_value = "title")]
    pub title_field: String,
    /// Field of the site's name, host or address; without it `url` is tried.
    #[arg(long, value_name = "NAME", default_value = "site")]
    pub site_field: String,
    /// Field that names the record in the rejects file.
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,
    /// Field to add.
    #[arg(long, value_name = "NAME", default_value = "provenance")]
    pub provenance_field: String,
    /// Threads; the output does not depend on it. Default: one for each processor.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// File for what cannot be read. Default: the output's name and `.rejects.jsonl`, or
    /// `clean.rejects.jsonl` here if the output is a pipe; made only if it is needed.
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Leaves out documents with the verdict `drop`.
    #[arg(long)]
    pub drop: bool,
    /// No progress bar and no summary.
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatArg {
    /// By ending, then by the first character.
    Auto,
    /// Each input is one document.
    Text,
    /// Each line is one document.
    Jsonl,
}

impl Args {
    /// What clap cannot see: names that collide.
    pub fn check(&self) -> Result<(), String> {
        let file = |path: &Option<PathBuf>| path.as_deref().filter(|path| !is_pipe(path)).map(resolved);
        let (output, rejects) = (file(&self.output), file(&self.rejects));
        if rejects.is_some() && rejects == output {
            return Err("--rejects and --output name the same file; give each its own".to_owned());
        }
        let input = |path: &PathBuf| !is_pipe(path) && rejects == Some(resolved(path));
        if self.inputs.iter().any(input) {
            return Err("--rejects names an input; give it a file of its own".to_owned());
        }
        if self.rejects.as_deref().is_some_and(is_pipe) {
            return Err("--rejects needs a file, not a pipe".to_owned());
        }
        if self.provenance_field == self.text_field {
            return Err("--provenance-field and --text-field are the same".to_owned());
        }
        Ok(())
    }

    pub fn threads(&self) -> usize {
        let all = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
        self.threads.map_or_else(all, NonZeroUsize::get)
    }
}

/// Whether the name stands for standard input or output.
pub fn is_pipe(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// One name for one file, whether it is there yet or not.
fn resolved(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    path.canonicalize().unwrap_or_else(|_| match (folder.canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    })
}
