//! Where a long text is cut into windows.

use memchr::memchr_iter;

use crate::{limits::Limits, text::graphemes};

/// Most bytes of a window: places in it are noted in four bytes.
const MAX: usize = u32::MAX as usize;

/// Where the first window of `text` ends; `None` if the text is not longer than one.
///
/// After the last line the limits have room for; else where [`cut`] says. Looks at the window alone, so that
/// pushes cannot move it. Linear in the window.
pub(crate) fn end(text: &str, limits: &Limits) -> Option<usize> {
    let end = text.floor_char_boundary(limits.window.min(MAX));
    if end > limits.lines
        && let Some(at) = memchr_iter(b'\n', &text.as_bytes()[..end]).nth(limits.lines - 1)
        && at + 1 < text.len()
    {
        return Some(at + 1);
    }
    if end == text.len() {
        return None;
    }
    Some(cut(&text[..end]))
}

/// Where a window of text is best cut: after the last line end of its later half, else after the last
/// sentence of it, else at its last cluster boundary, else at its end. Linear in the later half.
pub(crate) fn cut(window: &str) -> usize {
    let end = line_end(window).or_else(|| sentence_end(window)).or_else(|| cluster_end(window));
    end.unwrap_or(window.len())
}

fn later_half(window: &str) -> usize {
    window.floor_char_boundary(window.len() / 2)
}

fn line_end(window: &str) -> Option<usize> {
    let half = later_half(window);
    memchr::memrchr(b'\n', &window.as_bytes()[half..]).map(|at| half + at + 1)
}

fn sentence_end(window: &str) -> Option<usize> {
    let half = later_half(window);
    let (at, stop) = window[half..].char_indices().rev().find(|&(_, c)| matches!(c, '。' | '！' | '？'))?;
    let at = half + at + stop.len_utf8();
    (at < window.len() && graphemes::is_boundary(window, at)).then_some(at)
}

fn cluster_end(window: &str) -> Option<usize> {
    let half = later_half(window);
    let ends = window[half..].char_indices().rev().map(|(at, _)| half + at);
    ends.filter(|&at| at > 0).find(|&at| graphemes::is_boundary(window, at))
}
