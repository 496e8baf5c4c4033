//! How well a tool did: what it removed against what it should have removed.
//!
//! Counted in characters that are not white space, and in spans. An equal result is equal: where a
//! piece could be cut in two places with the same text left, both count as the same cut.

mod align;
mod judge;
mod report;
mod tally;

pub use judge::{Cut, Judgement, Miss, Output, judge};
pub use report::{header, kinds, matrix, row};
pub use tally::{KindTally, Tally};
