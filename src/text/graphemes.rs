//! Keeps the ends of edits on grapheme-cluster boundaries.

use unicode_segmentation::GraphemeCursor;

/// How far from a place the segmenter may look, in bytes. A cluster longer than this is no text.
const REACH: usize = 256;

/// Whether byte `at` of `text` is a grapheme-cluster boundary. Looks at most a few hundred bytes around, but for
/// flags.
pub(crate) fn is_boundary(text: &str, at: usize) -> bool {
    if at == 0 || at == text.len() {
        return true;
    }
    if plain(text, at) {
        return true;
    }
    if let Some(is_between) = between_flags(text, at) {
        return is_between;
    }
    let from = text.floor_char_boundary(at.saturating_sub(REACH));
    let to = text.ceil_char_boundary((at + REACH).min(text.len()));
    let near = &text[from..to];
    GraphemeCursor::new(at - from, near.len(), true).is_boundary(near, 0).unwrap_or(false)
}

/// Whether byte `at`, with half a flag on either side, stands between two flags; `None` elsewhere. Which halves
/// make a flag is told by their number alone: linear in those before.
fn between_flags(text: &str, at: usize) -> Option<bool> {
    let is_half = |c: &char| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    text[at..].chars().next().filter(is_half)?;
    let before = text[..at].chars().rev().take_while(is_half).count();
    (before > 0).then_some(before % 2 == 0)
}

/// Between two characters of these blocks there is always a boundary; almost every place is such a one.
fn plain(text: &str, at: usize) -> bool {
    let simple = |c: char| matches!(c, '\x20'..='\x7e' | '\n' | '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff5e}');
    let right = text[at..].chars().next();
    let left = text[..at].chars().next_back();
    right.is_some_and(simple) && left.is_some_and(|c| simple(c) || c == '\r' && right != Some('\n'))
}

/// The smallest range of whole clusters inside `start..end`, empty if there is none.
pub(crate) fn shrink(text: &str, start: usize, end: usize) -> (usize, usize) {
    let mut from = start;
    while from < end && !is_boundary(text, from) {
        from = text.ceil_char_boundary(from + 1);
    }
    let mut to = end;
    while to > from && !is_boundary(text, to) {
        to = text.floor_char_boundary(to - 1);
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn a_cluster_is_never_cut() {
        let text = "字e\u{301}字\r\n";
        assert!(!is_boundary(text, 4));
        assert_eq!(shrink(text, 3, 4), (3, 3));
        assert!(!is_boundary(text, text.len() - 1));
    }

    #[test]
    fn a_flag_among_many_is_not_cut() {
        for before in ["", "字", "🇨\u{fe0f}"] {
            let text = before.to_owned() + &"🇨".repeat(201);
            let bounds: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
            let found: Vec<usize> =
                text.char_indices().map(|(at, _)| at).filter(|&at| is_boundary(&text, at)).collect();
            assert_eq!(found, bounds);
        }
    }
}
