//! What can go wrong: input and output, never data.

use std::{fmt, io};

/// An error of this crate. Bad data is never one; only I/O and misuse are.
#[derive(Debug)]
pub struct Error(Box<ErrorKind>);

/// What happened.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Reading from the source failed.
    Io(io::Error),
}

impl Error {
    /// What happened.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error(Box::new(ErrorKind::Io(error)))
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        match *error.0 {
            ErrorKind::Io(error) => error,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            ErrorKind::Io(error) => write!(f, "cannot read the text: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            ErrorKind::Io(error) => Some(error),
        }
    }
}
