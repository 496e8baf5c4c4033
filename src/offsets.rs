//! From the clean text to its source and back.

/// Where each run of a partition starts, in the source and in the clean text, and where both end.
#[derive(Clone, Debug)]
pub(crate) struct Offsets {
    starts: Vec<(usize, usize)>,
}

impl Offsets {
    /// From pairs of (length in the source, length in the clean text), run by run. Linear.
    pub(crate) fn new(runs: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut at = (0, 0);
        let mut starts = vec![at];
        for (source, clean) in runs {
            at = (at.0 + source, at.1 + clean);
            starts.push(at);
        }
        Offsets { starts }
    }

    /// The place in the source of place `clean` of the clean text; at a cut the one behind it.
    /// O(log n) in the runs.
    pub(crate) fn source(&self, clean: usize) -> Option<usize> {
        let (source, from) = self.starts[self.starts.partition_point(|start| start.1 <= clean) - 1];
        let whole = self.starts.last().is_some_and(|end| clean <= end.1);
        whole.then(|| source + clean - from)
    }

    /// The place in the clean text of place `source` of the source; the cut's for what was cut.
    /// O(log n) in the runs.
    pub(crate) fn clean(&self, source: usize) -> Option<usize> {
        let behind = self.starts.partition_point(|start| start.0 <= source);
        let (from, clean) = self.starts[behind - 1];
        match self.starts.get(behind) {
            Some(&(_, next)) => Some((clean + source - from).min(next)),
            None => (source == from).then_some(clean),
        }
    }
}
