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
    /// Sentences of an article that cite its title.
    title_traps => "title_traps.txt",
    /// Sentences of an article that name a firm.
    name_traps => "name_traps.txt",
}

fn split(file: &'static str) -> Vec<&'static str> {
    file.lines().filter(|line| !line.is_empty()).collect()
}
