//! Documents by how often noise occurs in them, made from the project's own articles and fixtures.

use crate::support::texts::{Owned, articles, cases};

/// How often noise occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// Articles as they were written.
    None,
    /// One document in ten has two lines of noise below it.
    Rare,
    /// Every document has two lines of noise below it.
    Common,
    /// A line of noise below every paragraph, a scrap of the title behind every fourth comma.
    Saturated,
}

impl Load {
    /// Every load, from clean to dirty.
    pub const ALL: [Load; 4] = [Load::None, Load::Rare, Load::Common, Load::Saturated];

    /// Its name in records.
    pub const fn name(self) -> &'static str {
        match self {
            Load::None => "none",
            Load::Rare => "rare",
            Load::Common => "common",
            Load::Saturated => "saturated",
        }
    }

    /// The documents, about 2 to 4 KB each.
    pub fn documents(self) -> Vec<Owned> {
        let noise = noise_lines();
        articles().iter().enumerate().map(|(at, article)| self.dirty(article, at, &noise)).collect()
    }

    /// The least and the most bytes in a thousand that are removed from such documents.
    pub const fn removed_per_mille(self) -> std::ops::RangeInclusive<usize> {
        match self {
            Load::None => 0..=0,
            Load::Rare => 1..=20,
            Load::Common => 10..=200,
            Load::Saturated => 50..=900,
        }
    }

    fn dirty(self, article: &Owned, at: usize, noise: &[&str]) -> Owned {
        let line = |n: usize| noise[(at * 7 + n) % noise.len()];
        let text = match self {
            Load::None => article.text.clone(),
            Load::Rare if !at.is_multiple_of(10) => article.text.clone(),
            Load::Rare | Load::Common => format!("{}\n{}\n{}\n", article.text.trim_end(), line(0), line(1)),
            Load::Saturated => saturated(article, line),
        };
        Owned { text, ..article.clone() }
    }
}

/// The lines that fixtures say must go.
fn noise_lines() -> Vec<&'static str> {
    let marked = cases().iter().flat_map(|case| case.marks.iter().map(move |mark| (case, mark)));
    let lines = marked.filter(|(_, mark)| !mark.tag).map(|(case, mark)| &case.source[mark.start..mark.end]);
    lines.filter(|text| text.ends_with('\n')).map(str::trim).filter(|line| !line.contains('\n')).collect()
}

fn saturated<'n>(article: &Owned, line: impl Fn(usize) -> &'n str) -> String {
    let title: Vec<char> = article.title.iter().flat_map(|title| title.chars()).collect();
    let mut scraps = title.chunks(4).filter(|scrap| scrap.len() > 1).cycle();
    let mut text = String::new();
    for (n, paragraph) in article.text.lines().enumerate() {
        for (m, clause) in paragraph.split_inclusive('，').enumerate() {
            text.push_str(clause);
            if m % 4 == 3 {
                text.extend(scraps.next().into_iter().flatten());
            }
        }
        text.extend(["\n", line(n), "\n"]);
    }
    text
}
