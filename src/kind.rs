//! What a finding is called: kinds, reasons to drop, verdicts.

use std::fmt;

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
        pub enum $name { $($(#[$vmeta])* $variant,)* }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The stable `snake_case` name, as written in provenance records.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

named! {
    /// What a removed or tagged span is.
    ///
    /// The set is closed on purpose: people write reports and filters against these names, and a
    /// match that the compiler can check is worth more to them than a string that may grow.
    /// A new kind is a new minor version of the crate while it is below 1.0.
    Kind {
        /// A scrap of the page's title, dropped between clauses.
        TitleFragment => "title_fragment",
        /// An invented organisation's name, stuck into or behind a sentence.
        InjectedName => "injected_name",
        /// A search phrase, host or brand between two words of a sentence.
        InlineKeyword => "inline_keyword",
        /// A telephone number or messenger account that advertises.
        Contact => "contact",
        /// A reading in brackets after a character, left behind by a converter or injected.
        PinyinGloss => "pinyin_gloss",
        /// Control characters, jammed symbols, empty tags, mojibake, model residue.
        NoiseChars => "noise_chars",
        /// A novel site's call to visit it.
        Watermark => "watermark",
        /// A list of cut leads that end in `...[详细]` or the like.
        TeaserList => "teaser_list",
        /// Titles of other pages below the article.
        RelatedHeadlines => "related_headlines",
        /// A link to the previous or next article.
        PrevNext => "prev_next",
        /// Keywords, tags, popular cities.
        TagLine => "tag_line",
        /// Date, source, author, views.
        MetaLine => "meta_line",
        /// The editor's credit or a topic's footer.
        EditorialLine => "editorial_line",
        /// Copyright, licence numbers, disclaimers.
        SiteLine => "site_line",
        /// Text of buttons, players and scripts.
        UiLine => "ui_line",
        /// The path of links to the page.
        Breadcrumb => "breadcrumb",
        /// A run of search phrases.
        KeywordStrip => "keyword_strip",
        /// A line or paragraph again.
        Duplicate => "duplicate",
        /// The label of an advertisement.
        AdMarker => "ad_marker",
        /// A line that other pages of the site carry too. Kept for such a search: one page alone
        /// does not show it, and no detector reports it.
        SiteRepeat => "site_repeat",
        /// A picture's caption; tagged, never removed.
        Caption => "caption",
        /// A credit glued to the text; tagged, never removed.
        Credit => "credit",
    }
}

named! {
    /// Why a whole document is junk.
    DropReason {
        /// Nothing but a title that reads like a query.
        TitleOnly => "title_only",
        /// Cut leads of other pages and no article.
        TeaserIndex => "teaser_index",
        /// The clauses of an article in random order.
        Shuffled => "shuffled",
        /// Sentences of unrelated articles in a row.
        Stitched => "stitched",
        /// Variants of one query, or of a site's brand phrases.
        KeywordPage => "keyword_page",
        /// An article whose subject was replaced by a brand throughout.
        BrandReplaced => "brand_replaced",
        /// Runs of undecodable characters all through.
        Garbled => "garbled",
    }
}

/// What became of a document as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Nothing was removed.
    Clean,
    /// Something was removed.
    Cleaned,
    /// The document is junk; its text is returned, cleaned, all the same.
    Drop(DropReason),
}

impl Verdict {
    /// `clean`, `cleaned` or `drop`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Clean => "clean",
            Verdict::Cleaned => "cleaned",
            Verdict::Drop(_) => "drop",
        }
    }

    /// Why the document should be dropped, if it should.
    #[must_use]
    pub const fn reason(self) -> Option<DropReason> {
        match self {
            Verdict::Drop(reason) => Some(reason),
            Verdict::Clean | Verdict::Cleaned => None,
        }
    }
}
