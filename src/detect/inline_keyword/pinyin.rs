//! Words that advertising must not use, written in letters: named, for their readers know them.

use crate::{
    detect::{Findings, Page},
    kind::Kind,
    lexicon::Lexicon,
    text::chars,
};

pub(super) fn detect(page: &Page<'_>, findings: &mut Findings) {
    for hit in page.hits(Lexicon::PinyinWord) {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if !letter(chars::before(page.text, hit.start)) && !letter(chars::after(page.text, hit.end)) {
            findings.tag(hit.start..hit.end, Kind::InlineKeyword, "inline_keyword/pinyin_word@1");
        }
    }
}
