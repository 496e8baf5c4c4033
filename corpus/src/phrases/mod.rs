//! The word lists that dirt is made of, written for this benchmark. One entry a line.

use std::sync::LazyLock;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident => $file:literal,)*) => {
        $($(#[$doc])*
        #[must_use]
        pub fn $name() -> &'static [&'static str] {
            static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| split(include_str!($file)));
            &LIST
        })*
    };
}

lists! {
    /// Towns, as invented firms are named after them.
    places => "places.txt",
    /// What invented firms deal in.
    trades => "trades.txt",
    /// How invented firms' names end.
    suffixes => "suffixes.txt",
    /// Invented firms' own names.
    firms => "firms.txt",
    /// Invented sites' names.
    sites => "sites.txt",
    /// Search phrases.
    keywords => "keywords.txt",
    /// Invented brands of gambling sites.
    brands => "brands.txt",
    /// Syllables of host names.
    host_words => "host_words.txt",
    /// Invented people.
    people => "people.txt",
    /// Columns of a site.
    columns => "columns.txt",
    /// Lines that lead to other articles.
    prev_next => "prev_next.txt",
    /// Headings of lists of other articles.
    related_heads => "related_heads.txt",
    /// How a cut lead ends.
    teaser_ends => "teaser_ends.txt",
    /// Credits below an article.
    editorial => "editorial.txt",
    /// A site's own lines: rights, licences, addresses.
    site_lines => "site_lines.txt",
    /// Lines of keywords.
    tag_lines => "tag_lines.txt",
    /// Texts of buttons, players and scripts.
    ui_lines => "ui_lines.txt",
    /// Lines of date, source and views.
    meta_lines => "meta_lines.txt",
    /// Paths of links to the page.
    breadcrumbs => "breadcrumbs.txt",
    /// Labels of a copied lead.
    summaries => "summaries.txt",
    /// Labels of advertisements.
    ad_markers => "ad_markers.txt",
    /// Lines of a site for shared files.
    share_shells => "share_shells.txt",
    /// Headlines of articles that are not in the corpus.
    headline_extra => "headline_extra.txt",
    /// A simplified character, its traditional form and its reading.
    readings => "readings.txt",
    /// A novel site's calls to visit it.
    watermarks => "watermarks.txt",
    /// Lines that give a number or account.
    contacts => "contacts.txt",
    /// Phrases of film and gambling sites.
    spam_phrases => "spam_phrases.txt",
    /// Search queries.
    queries => "queries.txt",
    /// Marks that a language model's interface leaves.
    model_residue => "model_residue.txt",
    /// Sentences of an article that cite its title.
    title_traps => "title_traps.txt",
    /// Sentences of an article that name a firm.
    name_traps => "name_traps.txt",
    /// Other sentences of an article that look like dirt.
    other_traps => "other_traps.txt",
}

fn split(file: &'static str) -> Vec<&'static str> {
    file.lines().filter(|line| !line.is_empty()).collect()
}
