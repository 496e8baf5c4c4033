//! The bounds on memory and work.

/// Bounds that hold whatever the input. At a bound the rest of the text passes through unchanged
/// and the result says so; no byte is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) window: usize,
    pub(crate) lines: usize,
    pub(crate) title: usize,
    pub(crate) findings_per_kib: usize,
    pub(crate) candidates: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { window: 256 * 1024, lines: 16 * 1024, title: 1024, findings_per_kib: 256, candidates: 4096 }
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

    /// Lines of text decided together: a window ends after so many, even if it has room for more.
    /// At least 64. Default: 16,384.
    #[must_use]
    pub const fn with_lines(mut self, lines: usize) -> Self {
        self.lines = if lines < 64 { 64 } else { lines };
        self
    }

    /// Bytes of a title that are looked at; the rest is ignored. Default: 1024.
    #[must_use]
    pub const fn with_title(mut self, bytes: usize) -> Self {
        self.title = bytes;
        self
    }

    /// Findings a window may bring forth for each KiB of it; what comes after is not looked for.
    /// Default: 256.
    #[must_use]
    pub const fn with_findings_per_kib(mut self, findings: usize) -> Self {
        self.findings_per_kib = findings;
        self
    }

    /// Distinct candidate strings that one detector may weigh in a window. Default: 4096.
    #[must_use]
    pub const fn with_candidates(mut self, candidates: usize) -> Self {
        self.candidates = candidates;
        self
    }
}
