//! **What it finds**: characters that are not writing: runs of control characters, invisible
//! characters between Chinese ones, undecodable runs, random symbols inside words, forum jammers
//! at line ends, empty tags with random ids, citation marks of language models.
//!
//! **Why it is noise**: it was put there against copying, or left there by a broken decoder or a
//! careless paste; no reader ever saw a meaning in it.
//!
//! **Example**: `晚风吹过河面。8 t& G" K9 [: l`
//!
//! **Keeps**: emoji and their joiners, ratings, mathematical letters, soft hyphens in words, joiners
//! of other scripts, single characters of a font's own, tags of a tutorial, formulas, code,
//! articles about citation marks; HTML entities.
//!
//! **Confidence**: certain where the form proves it, likely where the page as a whole does.

mod jammer;
mod latin;
mod residue;
mod runs;
mod symbols;
mod tags;

use super::{Findings, Page};
use crate::text::Class;

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    if [Class::Control, Class::Invisible, Class::Broken].iter().any(|&class| page.count(class) > 0) {
        runs::detect(page, findings);
    }
    if page.count(Class::Symbol) >= symbols::MIN_DISTINCT {
        symbols::detect(page, findings);
    }
    if page.count(Class::Letter) > 0 {
        jammer::detect(page, findings);
        residue::detect(page, findings);
    }
    latin::detect(page, findings);
    if page.count(Class::Open) > 0 {
        tags::detect(page, findings);
    }
}
