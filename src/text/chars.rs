//! Character classes, the only alphabet most detectors think in.

use std::sync::OnceLock;

/// What sort of character stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Class {
    /// A Chinese character, compatibility forms and extensions included.
    Han,
    /// A letter of an alphabet, ASCII or not, half- or full-width.
    Letter,
    /// A decimal digit, half- or full-width.
    Digit,
    /// White space other than a line end, the ideographic space included.
    Space,
    /// `\n` or `\r`.
    Break,
    /// Ends a sentence: `。！？!?…`.
    Stop,
    /// Ends a clause: `，、；：,;:`.
    Pause,
    /// Opens a bracket or a quote.
    Open,
    /// Closes a bracket or a quote.
    Close,
    /// Any other mark of ASCII, of general punctuation or of the full-width block.
    Mark,
    /// A C0 or C1 control that is neither tab nor line end.
    Control,
    /// Zero width and without meaning in Chinese: U+200B, U+2060, U+FEFF, U+00AD, marks of
    /// direction; joiners are not, they belong to the character before them.
    Invisible,
    /// U+FFFD or a code point for private use.
    Broken,
    /// A symbol or an emoji: arrows, dingbats, the astral planes but their Chinese characters.
    Symbol,
    /// Hangul, kana and every other script.
    Other,
}

/// Room for a count of each class, and one more: sixteen are added up in four steps.
pub(crate) const CLASSES: usize = 16;

/// The class of `c`. Constant time.
#[inline]
pub(crate) fn class(c: char) -> Class {
    match c {
        '\0'..='\x7f' => ASCII[c as usize],
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' => Class::Han,
        '\u{3000}'..='\u{303f}' => cjk_mark(c),
        '\u{ff00}'..='\u{ffef}' => full_width(c),
        _ => rare(c),
    }
}

/// The classes of the first [`TABLE`] code points, for passes over a whole text: punctuation comes too
/// often, and too irregularly, for a branch.
pub(crate) fn table() -> &'static Classes {
    static TABLE_OF_CLASSES: OnceLock<Box<Classes>> = OnceLock::new();
    TABLE_OF_CLASSES.get_or_init(|| {
        let mut table = Box::new([Class::Broken; TABLE]);
        for (place, code) in table.iter_mut().zip(0..) {
            *place = char::from_u32(code).map_or(Class::Broken, class);
        }
        table
    })
}

const TABLE: usize = 1 << 16;
pub(super) type Classes = [Class; TABLE];

const ASCII: [Class; 128] = ascii_table();

const fn ascii_table() -> [Class; 128] {
    let mut table = [Class::Mark; 128];
    let mut at = 0;
    while at < 128 {
        table[at] = match at as u8 {
            b'\n' | b'\r' => Class::Break,
            b'\t' | b' ' => Class::Space,
            0..=0x1f | 0x7f => Class::Control,
            b'0'..=b'9' => Class::Digit,
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'!' | b'?' => Class::Stop,
            b',' | b';' | b':' => Class::Pause,
            b'(' | b'[' | b'{' | b'<' => Class::Open,
            b')' | b']' | b'}' | b'>' => Class::Close,
            _ => Class::Mark,
        };
        at += 1;
    }
    table
}

fn cjk_mark(c: char) -> Class {
    match c {
        '\u{3000}' => Class::Space,
        '、' => Class::Pause,
        '。' => Class::Stop,
        '〈' | '《' | '「' | '『' | '【' | '〔' | '〖' | '〘' | '〚' | '〝' => Class::Open,
        '〉' | '》' | '」' | '』' | '】' | '〕' | '〗' | '〙' | '〛' | '〞' | '〟' => Class::Close,
        '々' | '〇' | '〆' => Class::Han,
        '〒' | '〓' | '〠' => Class::Symbol,
        _ => Class::Mark,
    }
}

fn full_width(c: char) -> Class {
    match c {
        '！' | '？' | '｡' => Class::Stop,
        '，' | '；' | '：' | '､' => Class::Pause,
        '（' | '［' | '｛' | '＜' | '｢' | '｟' => Class::Open,
        '）' | '］' | '｝' | '＞' | '｣' | '｠' => Class::Close,
        '０'..='９' => Class::Digit,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Class::Letter,
        '\u{ff01}'..='\u{ff65}' | '￠'..='￦' => Class::Mark,
        _ => Class::Other,
    }
}

#[cold]
fn rare(c: char) -> Class {
    match c {
        '\u{80}'..='\u{9f}' => Class::Control,
        '\u{ad}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => Class::Invisible,
        // Joiners mean something only between characters of scripts that join, and in emoji.
        '\u{200c}' | '\u{200d}' | '\u{180e}' | '\u{34f}' | '\u{61c}' | '\u{206a}'..='\u{206f}' => {
            Class::Invisible
        }
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Class::Invisible,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Class::Space,
        '…' | '⋯' => Class::Stop,
        '“' | '‘' | '«' | '‹' => Class::Open,
        '”' | '’' | '»' | '›' => Class::Close,
        '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2010}'..='\u{205e}' | '\u{fe30}'..='\u{fe6f}' => Class::Mark,
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..='\u{10ffff}' => Class::Broken,
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Class::Han,
        '\u{2100}'..='\u{2bff}' | '\u{2e0e}'..='\u{2e19}' | '\u{3200}'..='\u{33ff}' => Class::Symbol,
        '\u{10000}'..='\u{1ffff}' => Class::Symbol,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{370}'..='\u{52f}' => Class::Letter,
        _ => Class::Other,
    }
}

/// Whether `c` can stand inside a word of Chinese text.
#[inline]
pub(crate) fn is_wordlike(c: char) -> bool {
    matches!(class(c), Class::Han | Class::Letter | Class::Digit)
}

/// The code point of a character of three bytes.
#[inline]
pub(crate) const fn three_bytes([first, second, third]: [u8; 3]) -> usize {
    (first as usize & 0xf) << 12 | (second as usize & 0x3f) << 6 | third as usize & 0x3f
}

/// How many bytes the character has that begins with byte `first`.
pub(crate) const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// The character that ends before byte `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that starts at byte `at`.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_room_for_its_count() {
        assert!((Class::Other as usize) < CLASSES);
    }

    #[test]
    fn half_and_full_width_marks_share_a_class() {
        for (half, full) in [(',', '，'), (':', '：'), ('!', '！'), ('(', '（'), ('7', '７'), ('q', 'ｑ')]
        {
            assert_eq!(class(half), class(full), "{half} {full}");
        }
    }
}
