//! Files that appear whole or not at all.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
    sync::{Mutex, PoisonError},
};

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use crate::args::is_pipe;

/// Files under way, which an interruption removes.
static HIDDEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// What a shell reports for a program that an interruption ended.
const INTERRUPTED: i32 = 130;

/// Has an interruption (Ctrl-C, a polite kill) remove the files under way.
pub fn clear_up_when_interrupted() -> Result<()> {
    let clear_up = || {
        let hidden = HIDDEN.lock().unwrap_or_else(PoisonError::into_inner);
        // What is gone already needs no removing.
        hidden.iter().for_each(|path| drop(fs::remove_file(path)));
        eprintln!("clean: interrupted, wrote nothing");
        process::exit(INTERRUPTED);
    };
    ctrlc::set_handler(clear_up).context("cannot listen for Ctrl-C")
}

/// Where clean text or rejects go.
pub struct Output {
    name: String,
    target: Target,
}

enum Target {
    /// Standard output, a pipe or a device: what is written is gone.
    Direct(Box<dyn Write + Send>),
    /// A file that takes its name at the end.
    File { hidden: NamedTempFile, path: PathBuf },
}

impl Output {
    /// Standard output without a path.
    pub fn create(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.filter(|path| !is_pipe(path)) else {
            let target = Target::Direct(Box::new(io::stdout()));
            return Ok(Output { name: "standard output".to_owned(), target });
        };
        let name = path.display().to_string();
        let target = target(path).with_context(|| format!("cannot write {name}"))?;
        Ok(Output { name, target })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        let written = match &mut self.target {
            Target::Direct(pipe) => pipe.write_all(bytes),
            Target::File { hidden, .. } => hidden.write_all(bytes),
        };
        written.with_context(|| format!("cannot write {}", self.name))
    }

    /// Gives the file its name.
    pub fn finish(self) -> Result<()> {
        let finished = match self.target {
            Target::Direct(mut pipe) => pipe.flush(),
            Target::File { hidden, path } => hidden.persist(path).map(drop).map_err(|error| error.error),
        };
        finished.with_context(|| format!("cannot write {}", self.name))
    }
}

fn target(path: &Path) -> Result<Target> {
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(fs::Metadata::is_dir) {
        bail!("it is a folder");
    }
    if there.as_ref().is_some_and(|data| !data.is_file()) {
        return Ok(Target::Direct(Box::new(File::options().write(true).open(path)?)));
    }
    // A link stays a link: what it points to is replaced.
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".clean-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let hidden = builder.tempfile_in(folder)?;
    HIDDEN.lock().unwrap_or_else(PoisonError::into_inner).push(hidden.path().to_owned());
    if let Some(data) = there {
        if data.permissions().readonly() {
            bail!("it is write-protected");
        }
        hidden.as_file().set_permissions(data.permissions())?;
    }
    Ok(Target::File { hidden, path })
}
