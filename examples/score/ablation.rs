//! What each sort of evidence is worth: the score without it.

use anyhow::{Context, Result};
use jingwen::{Cleaner, Options};
use jingwen_corpus::{base::Base, family::Family, score::Tally, split::Column};

use crate::{
    judge::judge_all_with,
    parts::{Part, clean, generate},
};

/// The families that the evidence of `detect/evidence` decides.
const MEASURED: [&str; 3] = ["family_a", "fragments_other", "names"];

/// A Markdown table: recall, precision and share of exact documents of each family's tuned column,
/// and the characters harmed per million in the clean base texts.
pub fn table(bases: &[Base], seed: u64) -> Result<String> {
    let mut parts = Vec::new();
    for name in MEASURED {
        let family = Family::named(name).with_context(|| format!("no family is called {name}"))?;
        parts.extend(
            generate(family, bases, seed).into_iter().filter(|part| part.column == Column::Tuned.name()),
        );
    }
    parts.extend(clean(bases).into_iter().filter(|part| part.column == Column::Tuned.name()));
    let mut text = String::from("| without |");
    for part in &parts {
        text += &format!(" {} |", part.name);
    }
    text += &format!("\n|---|{}\n", "---|".repeat(parts.len()));
    text += &row("nothing (all evidence)", &Cleaner::default(), &parts);
    for name in Options::evidence() {
        let options =
            Options::default().without_evidence(name).context("evidence that is listed is known")?;
        text += &row(name, &Cleaner::new(options), &parts);
    }
    Ok(text)
}

fn row(name: &str, cleaner: &Cleaner, parts: &[Part]) -> String {
    let mut row = format!("| {name} |");
    for part in parts {
        let tally: Tally = judge_all_with(cleaner, &part.documents).iter().collect();
        let [recall, precision, exact] =
            [tally.all.labels.char_share(), tally.all.cuts.char_share(), tally.exact_share()]
                .map(Option::unwrap_or_default);
        row += &if MEASURED.contains(&part.name.as_str()) {
            format!(" {recall:.3} / {precision:.3} / {exact:.2} |")
        } else {
            format!(" {:.1} |", tally.harm())
        };
    }
    row + "\n"
}
