//! Word lists and the one matcher that finds their entries.

mod key;
mod labels;
mod matcher;
mod whole;

pub(crate) use whole::{Head, Lengths, Lists, Starts, Whole};

use std::{borrow::Cow, sync::OnceLock};

use self::matcher::{Matcher, Word};
use crate::detect;

macro_rules! lexicons {
    ($($(#[$meta:meta])* $variant:ident => $file:literal,)*) => {
        /// A word list; each is a file of this folder, sorted, one entry a line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Lexicon { $($(#[$meta])* $variant,)* }

        /// Every lexicon with its file's name and text.
        pub(crate) const FILES: &[(Lexicon, &str, &str)] =
            &[$((Lexicon::$variant, $file, include_str!($file)),)*];
    };
}

lexicons! {
    /// Anchors of the citation marks that language models leave.
    ModelResidue => "model_residue.txt",
    /// What a wrong decoder makes of Chinese punctuation.
    Mojibake => "mojibake.txt",
    /// Words that end an organisation's name.
    OrgSuffix => "org_suffix.txt",
    /// Words that begin the path of links to the page.
    Breadcrumb => "breadcrumb.txt",
    /// Labels before a writer's, photographer's or source's name.
    Byline => "byline.txt",
    /// Labels that only an editor's credit has.
    EditorCredit => "editor_credit.txt",
    /// Labels before the title a page had elsewhere.
    OriginalTitle => "original_title.txt",
    /// Labels that only a page's own data has: its date, its readers.
    PageMeta => "page_meta.txt",
    /// Labels of a page's data that other things have too.
    PageMetaWeak => "page_meta_weak.txt",
    /// Labels of an official notice's record, which the notice has too.
    NoticeLabel => "notice_label.txt",
    /// Words that begin a link to the previous or next article.
    PrevNext => "prev_next.txt",
    /// Anchors of counters and players in script.
    Script => "script.txt",
    /// Phrases of copyright lines, licences and disclaimers.
    SitePhrase => "site_phrase.txt",
    /// Labels of a credit that other things have too.
    StaffCredit => "staff_credit.txt",
    /// Labels before keywords, tags and popular places.
    TagLabel => "tag_label.txt",
    /// Phrases of buttons, players and readers' clients, calls to follow.
    UiPhrase => "ui_phrase.txt",
    /// An author's pleas for votes.
    AuthorNote => "author_note.txt",
    /// Headings of lists of other pages.
    RelatedHead => "related_head.txt",
    /// Names under which betting sites go.
    SpamBrand => "spam_brand.txt",
    /// Words of the phrases that betting and porn sites are searched with.
    SpamWord => "spam_word.txt",
    /// Links to the rest that end a cut lead.
    TeaserEnd => "teaser_end.txt",
    /// Words of a novel site's calls that nothing else has.
    WatermarkStrong => "watermark_strong.txt",
    /// Words of a novel site's calls that other texts have too.
    WatermarkWeak => "watermark_weak.txt",
    /// Words of sites, beside which a call is looked for in a story.
    WatermarkBroad => "watermark_broad.txt",
    /// Words of sites and novels, beside which a call is looked for.
    WatermarkAnchor => "watermark_anchor.txt",
    /// Words that advertising must not use, in letters.
    PinyinWord => "pinyin_word.txt",
    /// Words of search phrases that are put into texts.
    SearchPhrase => "search_phrase.txt",
    /// Labels of numbers and accounts that advertise.
    ContactAd => "contact_ad.txt",
    /// Labels of numbers and accounts that others have too.
    ContactLabel => "contact_label.txt",
    /// Words that end the names of betting sites.
    BrandEnd => "brand_end.txt",
    /// Words of trades, goods and those who look for them, of two characters.
    Trade => "trade.txt",
    /// More words of trades and goods, for what stands before the last character of a name.
    Goods => "goods.txt",
    /// What stands in the place of a name.
    Blank => "blank.txt",
}

/// One word of a lexicon on a page; half-open byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) lexicon: Lexicon,
}

/// The entries of a lexicon's file.
pub(crate) fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn matcher() -> &'static Matcher {
    static MATCHER: OnceLock<Matcher> = OnceLock::new();
    MATCHER.get_or_init(build)
}

fn build() -> Matcher {
    let mut words: Vec<Word> = Vec::new();
    for &(lexicon, _, text) in FILES {
        if labels::LABELS.contains(&lexicon) {
            words.extend(entries(text).flat_map(|label| labels::words(label, lexicon)));
        } else {
            words.extend(entries(text).map(|word| Word::new(Cow::Borrowed(word), lexicon)));
        }
    }
    Matcher::new(words, detect::rarity)
}

/// Every lexicon entry in `text`, overlapping ones included, in order of their end. `base` is where
/// `text` stands in the text that the hits' offsets count in.
pub(crate) fn find(text: &str, base: usize, hits: &mut Vec<Hit>) {
    matcher().find(text, base, hits);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spellings(lexicon: Lexicon, word: &'static str) -> Vec<Cow<'static, str>> {
        if labels::LABELS.contains(&lexicon) {
            return labels::forms(word).into_iter().map(Cow::Owned).collect();
        }
        vec![Cow::Borrowed(word)]
    }

    #[test]
    fn no_hit_comes_twice() {
        for &(lexicon, file, text) in FILES {
            for word in entries(text).flat_map(|word| spellings(lexicon, word)) {
                let mut hits = Vec::new();
                find(&word, 0, &mut hits);
                let found = hits.len();
                hits.dedup();
                assert_eq!(hits.len(), found, "{file}: {word}");
            }
        }
    }

    #[test]
    fn every_entry_is_found_whatever_stands_around_it() {
        let mut hits = Vec::new();
        for &(lexicon, file, text) in FILES {
            for word in entries(text).flat_map(|word| spellings(lexicon, word)) {
                for (before, behind) in [("", ""), ("灯", "灯"), ("a", "a"), ("\n", "\n")] {
                    hits.clear();
                    find(&format!("{before}{word}{behind}"), 0, &mut hits);
                    let (start, end) = (before.len(), before.len() + word.len());
                    assert!(hits.contains(&Hit { start, end, lexicon }), "{file}: {before}{word}{behind}");
                }
            }
        }
    }
}
