//! The clean texts that dirt is put into.

use std::{fs, io, path::Path};

use serde::Deserialize;

use crate::split::Column;

/// One clean text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Base {
    /// The file's name without `.txt`, or the record's id.
    pub id: String,
    /// The headline, without a site's name.
    #[serde(default)]
    pub title: String,
    /// What it is easily mistaken for, if it was written as a trap.
    #[serde(default)]
    pub lookalike: Option<String>,
    /// Lines of the body that may go or stay: a credit that the text itself carries.
    #[serde(default)]
    pub optional: Vec<String>,
    /// The body.
    pub text: String,
}

impl Base {
    /// Which column the text belongs to.
    #[must_use]
    pub fn column(&self) -> Column {
        if Column::HeldOut.holds(&self.id) { Column::HeldOut } else { Column::Tuned }
    }

    /// Reads `title: …`, where they are wanted `lookalike: …` and `optional: …`, `---`, body. `None`
    /// where that is not what it is.
    #[must_use]
    pub fn parse(id: &str, file: &str) -> Option<Base> {
        let (head, body) = file.split_once("\n---\n")?;
        let fields = |name: &'static str| {
            head.lines()
                .filter_map(move |line| line.strip_prefix(name)?.strip_prefix(':'))
                .map(|value| value.trim().to_owned())
        };
        Some(Base {
            id: id.to_owned(),
            title: fields("title").next()?,
            lookalike: fields("lookalike").next(),
            optional: fields("optional").collect(),
            text: body.trim_end().to_owned(),
        })
    }
}

/// The project's own texts, in order of their names.
///
/// # Errors
/// When the folder cannot be read or a file in it is not a text; the message names the file.
pub fn own() -> io::Result<Vec<Base>> {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("base"))
}

/// The texts of a folder, in order of their names.
///
/// # Errors
/// As [`own`].
pub fn folder(folder: &Path) -> io::Result<Vec<Base>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<_> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &Path) -> io::Result<Base> {
    let id = path.file_stem().unwrap_or_default().to_string_lossy();
    let bad = || io::Error::new(io::ErrorKind::InvalidData, format!("{}: not a base text", path.display()));
    Base::parse(&id, &fs::read_to_string(path)?).ok_or_else(bad)
}

/// The texts of a JSON Lines file: objects with `id`, `text` and, if there, `title`.
///
/// # Errors
/// When the file cannot be read or a line is not such an object; the message names the line.
pub fn records(path: &Path) -> io::Result<Vec<Base>> {
    let parse = |(number, line): (usize, &str)| {
        let named =
            |error| io::Error::new(io::ErrorKind::InvalidData, format!("line {}: {error}", number + 1));
        serde_json::from_str(line).map_err(named)
    };
    fs::read_to_string(path)?
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(parse)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn a_file_has_a_head_and_a_body() {
        let base = Base::parse("a", "title: 雨夜\nlookalike: verse\noptional: 文：林\n---\n第一行\n")
            .expect("a base text");
        assert_eq!((base.title.as_str(), base.lookalike.as_deref()), ("雨夜", Some("verse")));
        assert_eq!((base.text.as_str(), base.optional.len()), ("第一行", 1));
        assert_eq!(Base::parse("b", "第一行\n"), None);
    }
}
