//! Classes of characters, and the width of punctuation.

/// Whether a Chinese character.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether part of a word or number.
#[must_use]
pub fn is_word(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric()
}

/// Whether a sentence ends with it.
#[must_use]
pub const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// The text with half-width commas, colons and the like, as many sites write it.
#[must_use]
pub fn half_width(text: &str) -> String {
    let narrow = |c| match c {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '（' => '(',
        '）' => ')',
        '？' => '?',
        '！' => '!',
        other => other,
    };
    text.chars().map(narrow).collect()
}
