//! Reading a text once: lines, character classes, the places of lexicon words.

pub(crate) mod chars;
pub(crate) mod fold;
pub(crate) mod graphemes;
pub(crate) mod host;
pub(crate) mod lines;
pub(crate) mod marks;
pub(crate) mod pairs;
pub(crate) mod pinyin;
pub(crate) mod title;
pub(crate) mod words;

pub(crate) use chars::Class;
pub(crate) use lines::{Census, Line, Mark};
pub(crate) use title::Title;
