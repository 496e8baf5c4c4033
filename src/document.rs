//! What goes in.

/// A document to clean: its text and what the crawler knows of it.
///
/// The title is the key to [`Kind::TitleFragment`](crate::Kind::TitleFragment); without one the
/// first line of the text is tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) title: Option<&'t str>,
    pub(crate) site: Option<&'t str>,
}

impl<'t> Document<'t> {
    /// A document that is only its text.
    #[must_use]
    pub const fn new(text: &'t str) -> Self {
        Document { text, title: None, site: None }
    }

    /// Sets the page's title, as it stands in `<title>` or in the headline. Default: none.
    #[must_use]
    pub const fn with_title(mut self, title: &'t str) -> Self {
        self.title = Some(title);
        self
    }

    /// Sets the site's name or host, which is taken off the title's end and off lines that are
    /// nothing else. Default: none.
    #[must_use]
    pub const fn with_site(mut self, site: &'t str) -> Self {
        self.site = Some(site);
        self
    }

    /// The text.
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The title.
    #[must_use]
    pub const fn title(&self) -> Option<&'t str> {
        self.title
    }

    /// The site.
    #[must_use]
    pub const fn site(&self) -> Option<&'t str> {
        self.site
    }
}
