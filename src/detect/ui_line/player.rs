//! The times that a player shows before it plays.

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    span::Confidence,
    text::{Class, Line, chars},
};

/// Longest such line, in code points.
const MAX_CHARS: usize = 24;

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let short = |line: &&Line| {
        line.count(Class::Pause) >= 2 && line.count(Class::Han) == 0 && line.chars() <= MAX_CHARS
    };
    for line in page.lines.iter().filter(short) {
        if is_times(line.text(page.text)) {
            findings.remove(line.start..line.next, Kind::UiLine, "ui_line/player@1", Confidence::Certain);
        }
    }
}

/// Whether `text` is two or more times, one of them zero.
fn is_times(text: &str) -> bool {
    let times: Vec<&str> = text
        .split(|c| chars::class(c) == Class::Space || c == '/' || c == '-')
        .filter(|t| !t.is_empty())
        .collect();
    let is_time = |time: &&str| {
        time.contains(':') && time.len() <= 8 && time.bytes().all(|b| b.is_ascii_digit() || b == b':')
    };
    let is_zero = |time: &&str| time.bytes().all(|b| b == b'0' || b == b':');
    times.len() >= 2 && times.iter().all(is_time) && times.iter().any(is_zero)
}

#[cfg(test)]
mod tests {
    use super::is_times;

    #[test]
    fn a_player_starts_at_zero_and_a_timetable_does_not() {
        assert!(is_times("0:00 0:01:36"));
        assert!(is_times("00:00 / 03:21"));
        assert!(!is_times("08:30 09:15"));
        assert!(!is_times("0:00"));
    }
}
