//! What a text gains without a piece.

use std::ops::Range;

use crate::{
    detect::evidence::{Symbol, cohesion, follows},
    text::{
        Class,
        chars::{self, class},
    },
};

/// What one place may say at most for and against reading on, in nats.
const MOST_CLOSE: f32 = 4.0;
const MOST_APART: f32 = 2.0;

/// What the joints of the piece at `range` cost more than the joint that would take their place,
/// in nats. Constant time.
pub(super) fn gain(text: &str, range: &Range<usize>) -> f32 {
    let symbol = |c: Option<char>| c.map_or(Symbol::BOUNDARY, Symbol::of);
    let inside = &text[range.clone()];
    let left = symbol(chars::before(text, range.start));
    let right = symbol(chars::after(text, range.end));
    let first = symbol(inside.chars().next());
    let last = symbol(inside.chars().next_back());
    if left == Symbol::BOUNDARY && right == Symbol::BOUNDARY {
        return 0.0;
    }
    follows(left, first) + follows(last, right) - follows(left, right)
}

/// How much more readily than by chance the text goes on across the piece at `range`, in nats;
/// high inside words, and zero beside marks, where nothing can be said.
pub(super) fn reads_on(text: &str, range: &Range<usize>) -> f32 {
    let (left, right) = (chars::before(text, range.start), chars::after(text, range.end));
    match (left, right) {
        (Some(left), Some(right)) if class(left) == Class::Han && class(right) == Class::Han => {
            cohesion(Symbol::of(left), Symbol::of(right)).clamp(-MOST_APART, MOST_CLOSE)
        }
        _ => 0.0,
    }
}
