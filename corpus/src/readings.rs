//! Characters with their readings.

use std::{collections::HashMap, sync::LazyLock};

use crate::phrases;

/// A character of the list.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The traditional form.
    pub traditional: char,
    /// The toned syllable.
    pub toned: &'static str,
}

/// The reading of a character in either form.
pub fn of(c: char) -> Option<Reading> {
    static TABLE: LazyLock<HashMap<char, Reading>> = LazyLock::new(table);
    TABLE.get(&c).copied()
}

/// Whether the text has characters that only traditional writing has.
pub fn is_traditional(text: &str) -> bool {
    text.chars().any(|c| of(c).is_some_and(|reading| reading.traditional == c))
}

fn table() -> HashMap<char, Reading> {
    let mut table = HashMap::new();
    for line in phrases::readings() {
        let mut fields = line.split(' ');
        let mut next = || fields.next().unwrap_or_default();
        let (simplified, traditional, toned) = (next(), next(), next());
        let one = |text: &str| text.chars().next().unwrap_or_default();
        let reading = Reading { traditional: one(traditional), toned };
        table.insert(one(simplified), reading);
        table.insert(one(traditional), reading);
    }
    table
}

/// The syllable without its tone.
pub fn untoned(toned: &str) -> String {
    let plain = |c| match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' => 'u',
        other => other,
    };
    toned.chars().map(plain).collect()
}
