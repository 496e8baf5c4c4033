//! Knows a date with the time of day when it sees one.

use crate::text::{Class, chars};

/// Fewest and most digits of a date with or without the time of day.
const DIGITS: std::ops::RangeInclusive<usize> = 6..=14;
/// Longest name of a site, in code points, that stands behind a date.
const MAX_NAME: usize = 16;

/// Splits a date, with the time of day if there is one, off the start of `text`.
fn split(text: &str) -> (&str, &str) {
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// Whether `c` can stand in a date.
pub(crate) fn is_part(c: char) -> bool {
    matches!(chars::class(c), Class::Digit | Class::Space)
        || matches!(c, ':' | '：' | '年' | '月' | '日' | '-' | '/' | '.' | '时' | '分' | '秒' | '時' | 'T')
        || matches!(c, '星' | '期' | '周' | '一' | '二' | '三' | '四' | '五' | '六' | '(' | ')')
}

fn is_date(text: &str) -> bool {
    let digits = text.chars().filter(|&c| chars::class(c) == Class::Digit).count();
    let year = text.trim_start().chars().take_while(|&c| chars::class(c) == Class::Digit).count();
    let known = year == 4 || year == 2 && has_month(text);
    DIGITS.contains(&digits) && known && text.contains(['年', '-', '/', '.'])
}

/// Whether the figures can be a year, a month and a day, in whatever order.
pub(crate) fn is_plausible(text: &str) -> bool {
    let year = text.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    year == 4 || year < 3 && (has_month(text) || text.trim_end().len() > 8)
}

/// Whether what stands behind the first number can be a month and a day: sums stand in lists as well.
fn has_month(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let mut within = |most: u32| {
        let number = numbers.next().and_then(|number| number.parse().ok());
        number.is_none_or(|number: u32| (1..=most).contains(&number))
    };
    within(99) && within(12) && within(31)
}

/// Whether `text` is a date, or a date and a short name behind it.
pub(crate) fn leads(text: &str) -> bool {
    let (date, name) = split(text);
    let plain = |c: char| !matches!(chars::class(c), Class::Stop | Class::Pause);
    is_date(date) && name.chars().count() <= MAX_NAME && name.chars().all(plain)
}

/// Whether `text` is a short name and a date with the time of day behind it.
pub(crate) fn trails(text: &str) -> bool {
    let Some((name, date)) = text.split_once(' ').filter(|(name, _)| !name.contains(is_digit)) else {
        return false;
    };
    let named = name.chars().all(|c| matches!(chars::class(c), Class::Han | Class::Letter));
    named && (2..=MAX_NAME).contains(&name.chars().count()) && has_time(date) && is_stamp(date.trim())
}

/// Whether `text` is a date and nothing else that a page stamps itself with: in figures, or with
/// the time of day.
pub(crate) fn is_stamp(text: &str) -> bool {
    let (date, rest) = split(text);
    is_date(date)
        && rest.is_empty()
        && (has_time(text) || text.starts_with(is_digit) && date.contains('-') && !date.contains('年'))
}

/// Whether a time of day stands in `text`.
pub(crate) fn has_time(text: &str) -> bool {
    text.contains([':', '：'])
}

fn is_digit(c: char) -> bool {
    chars::class(c) == Class::Digit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_date_in_figures_or_with_a_time() {
        for text in ["2031-05-06 07:08:09", "2031-05-06", "2031年5月6日 07:08", "2031/5/6 7:08"] {
            assert!(is_stamp(text), "{text}");
        }
        for text in ["2031年5月6日", "12:30", "1.2.3", "3-5", "96-39-45"] {
            assert!(!is_stamp(text), "{text}");
        }
    }
}
