//! Tallies as lines of a table.

use super::tally::Tally;

/// The head of a table of [`row`]s.
#[must_use]
pub fn header() -> String {
    format!(
        "{:<18} {:<8} {:>5} {:>7} {:>7} {:>7} {:>8} {:>15} {:>6}\n",
        "", "", "docs", "recall", "precis", "exact", "harm/M", "dropped", "wrong"
    )
}

/// One tally: recall and precision in characters, documents restored exactly, characters harmed per
/// million, junk documents dropped of those there are, others dropped.
#[must_use]
pub fn row(name: &str, column: &str, tally: &Tally) -> String {
    let (junk, dropped, wrong) = tally.drops();
    let drops = if junk > 0 { format!("{dropped} of {junk}") } else { "-".to_owned() };
    format!(
        "{name:<18} {column:<8} {:>5} {:>7} {:>7} {:>7} {:>8.1} {drops:>15} {wrong:>6}\n",
        tally.documents,
        rate(tally.all.labels.char_share()),
        rate(tally.all.cuts.char_share()),
        rate(tally.exact_share()),
        tally.harm(),
    )
}

/// Every kind of a tally: labelled characters, recall; removed characters, precision; both in spans;
/// characters harmed per million that should stay.
#[must_use]
pub fn kinds(column: &str, tally: &Tally) -> String {
    let mut table = format!(
        "{:<18} {column:<8} {:>8} {:>7} {:>7} {:>8} {:>7} {:>7} {:>8}\n",
        "kind", "labelled", "recall", "spans", "removed", "precis", "spans", "harm/M"
    );
    for (name, kind) in &tally.kinds {
        table += &format!(
            "{name:<18} {:<8} {:>8} {:>7} {:>7} {:>8} {:>7} {:>7} {:>8.1}\n",
            "",
            kind.labels.chars,
            rate(kind.labels.char_share()),
            rate(kind.labels.span_share()),
            kind.cuts.chars,
            rate(kind.cuts.char_share()),
            rate(kind.cuts.span_share()),
            kind.cuts.lost_chars() as f64 * 1e6 / tally.kept.max(1) as f64,
        );
    }
    table
}

/// Which verdict was wanted and which was given, `-` for a document that is kept.
#[must_use]
pub fn matrix(column: &str, tally: &Tally) -> String {
    let mut table = format!("{:<18} {:<18} {column:>8}\n", "wanted", "given");
    for ((wanted, given), count) in &tally.verdicts {
        table += &format!("{wanted:<18} {given:<18} {count:>8}\n");
    }
    table
}

fn rate(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{share:.4}"))
}
