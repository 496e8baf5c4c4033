//! What a text gains without a piece.

use std::ops::Range;

use crate::{
    detect::evidence::{Symbol, follows},
    text::chars,
};

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
