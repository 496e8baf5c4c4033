//! The bounds on memory and work.

/// Bounds that hold whatever the input. What is past a bound passes through unchanged; no byte is
/// lost.
///
/// [`Summary::limited`](crate::Summary::limited) says that the bound on findings, on scraps of the
/// title or on organisations' names was reached. Nothing says that a title was cut, that strings were
/// not handed on, or that a document was decided in windows: one that is longer than a window
/// ([`source_len`](crate::Summary::source_len)), or has more lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) window: usize,
    pub(crate) lines: usize,
    pub(crate) title: usize,
    pub(crate) findings_per_kib: usize,
    pub(crate) candidates: usize,
    pub(crate) learned: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            window: 256 * 1024,
            lines: 16 * 1024,
            title: 1024,
            findings_per_kib: 256,
            candidates: 4096,
            learned: 1024,
        }
    }
}

impl Limits {
    /// The smallest window that can be set, in bytes.
    pub const MIN_WINDOW: usize = 4 * 1024;

    /// Bytes of text decided together: a document up to this size is seen whole, a longer one in
    /// windows cut at line ends. At least [`Limits::MIN_WINDOW`]. Default: 256 KiB.
    #[must_use]
    pub const fn with_window(mut self, bytes: usize) -> Self {
        self.window = if bytes < Self::MIN_WINDOW { Self::MIN_WINDOW } else { bytes };
        self
    }

    /// Lines of text decided together: a window ends after so many, even if it has room for more
    /// bytes. At least 64. Default: 16,384.
    #[must_use]
    pub const fn with_lines(mut self, lines: usize) -> Self {
        self.lines = if lines < 64 { 64 } else { lines };
        self
    }

    /// Bytes of a title, and of a site's name, that are looked at; the rest is ignored. From 0.
    /// Default: 1024.
    #[must_use]
    pub const fn with_title(mut self, bytes: usize) -> Self {
        self.title = bytes;
        self
    }

    /// Findings a window may bring forth for each KiB of it, begun ones too; what comes after is not
    /// taken in. From 0. Default: 256.
    #[must_use]
    pub const fn with_findings_per_kib(mut self, findings: usize) -> Self {
        self.findings_per_kib = findings;
        self
    }

    /// Candidates that one detector may weigh in a window: places where a scrap of the title may
    /// stand, different scraps, names. From 0. Default: 4096.
    #[must_use]
    pub const fn with_candidates(mut self, candidates: usize) -> Self {
        self.candidates = candidates;
        self
    }

    /// Different scraps of the title, and as many names, that a window hands on to those behind it; what is
    /// found later is found by itself. From 0. Default: 1024.
    #[must_use]
    pub const fn with_learned(mut self, entries: usize) -> Self {
        self.learned = entries;
        self
    }
}
