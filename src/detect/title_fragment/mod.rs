//! **What it finds**: scraps of the page's own title, dropped behind marks and function words.
//!
//! **Why it is noise**: a generator cuts the title into pieces of a few characters and drops them,
//! mostly round and round, so that copies of one article differ from each other.
//!
//! **Example**: `夜里，⟦石桥⟧河水涨了半米，⟦新灯⟧两岸的人都来看。` below the title `石桥夜里亮起新灯`.
//!
//! **Keeps**: the title's words where the author uses them, even at the start of a clause, even
//! where the same scrap is dropped elsewhere on the page.
//!
//! **Confidence**: likely. One scrap decides nothing; the page as a whole must have shown that it
//! was treated so, see [`decode`].

mod author;
mod decode;
mod filter;
mod free;
mod habits;
mod key;
mod list;
mod lists;
mod name;
mod passage;
mod proof;
mod scan;
mod sites;
mod story;
mod stretch;
mod tree;

use std::{cell::OnceCell, ops::Range};

use self::{
    key::Key,
    name::Name,
    stretch::{Dropped, Stretch},
};
use super::{Findings, Page, injected_name};
use crate::{kind::Kind, span::Confidence};

pub(crate) fn detect(page: &Page<'_>, findings: &mut Findings) {
    let Some(title) = &page.title else { return };
    let mut search = Search {
        page,
        findings,
        title: title.text,
        key: Key::new(title.text),
        gone: OnceCell::new(),
        work: stretch::work(page.text.len()),
        limited: false,
    };
    let dropped = search.run();
    findings.limited |= search.limited;
    for range in dropped {
        findings.remove(range, Kind::TitleFragment, "title_fragment/list@1", Confidence::Likely);
    }
}

/// The search of a page, stretch by stretch.
struct Search<'p, 't> {
    page: &'p Page<'t>,
    findings: &'p Findings,
    title: &'p str,
    key: Key,
    /// What other detectors will or may take out, sorted and joined. Found when first asked for.
    gone: OnceCell<Vec<Range<usize>>>,
    /// How many nodes may still be looked at before there is a list.
    work: usize,
    limited: bool,
}

impl Search<'_, '_> {
    /// What was dropped into the page. The first stretch that proves that there is a list says what to look for
    /// in all others, unless an earlier window did.
    fn run(&mut self) -> Vec<Range<usize>> {
        let stretches = stretch::all(self.page);
        let mut list = self.key.names(self.page.learned.scraps());
        let mut all = Vec::new();
        let mut proven = None;
        if list.is_empty() {
            proven = stretches.iter().position(|stretch| match self.prove(stretch) {
                Some(dropped) => {
                    list = dropped.often();
                    all = dropped.ranges;
                    true
                }
                None => false,
            });
        }
        if !list.is_empty() {
            let others = stretches.iter().enumerate().filter(|&(at, _)| Some(at) != proven);
            let dropped = others.filter_map(|(_, stretch)| self.look_for(&list, stretch));
            dropped.for_each(|dropped| all.extend(dropped.ranges));
        }
        all
    }

    /// What was dropped into a stretch, if it shows by itself that something was.
    fn prove(&mut self, stretch: &Stretch<'_>) -> Option<Dropped> {
        let glance = stretch.glance(&self.key)?;
        self.key.tie(self.title);
        self.limited |= glance.is_limited();
        if !stretch.is_suspect(&self.key, &glance) {
            return None;
        }
        let told = stretch.tell(&self.key, glance, self.gone());
        self.limited |= told.is_limited();
        let (dropped, spent) = stretch.prove(told, &self.key, &mut self.work);
        self.limited |= spent;
        dropped
    }

    /// What of a list that is known was dropped into a stretch.
    fn look_for(&mut self, list: &[Name], stretch: &Stretch<'_>) -> Option<Dropped> {
        self.key.tie(self.title);
        let told = stretch.tell(&self.key, stretch.scan(&self.key), self.gone());
        self.limited |= told.is_limited();
        stretch.look_for(list, &told)
    }

    fn gone(&self) -> &[Range<usize>] {
        self.gone.get_or_init(|| {
            let mut gone = self.findings.removed().clone();
            injected_name::suspects(self.page, self.findings).for_each(|name| gone.take(name, |_| {}));
            gone.into_stretches()
        })
    }
}
