//! Texts to try things on: the fixtures' own, mutated, spliced and put one behind the other.

use std::sync::OnceLock;

use jingwen::Document;
use jingwen_corpus::base::{self, Base};
use proptest::{collection::vec, prelude::*, sample::Index};

use super::{Case, all_cases};

/// A document that owns what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owned {
    pub title: Option<String>,
    pub text: String,
}

impl Owned {
    pub fn document(&self) -> Document<'_> {
        let document = Document::new(&self.text);
        self.title.as_deref().map_or(document, |title| document.with_title(title))
    }
}

impl From<&Case> for Owned {
    fn from(case: &Case) -> Self {
        Owned { title: case.title.clone(), text: case.source.clone() }
    }
}

pub fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(all_cases)
}

/// Every fixture, one behind the other: longer than the smallest window.
pub fn all_in_one() -> String {
    cases().iter().map(|case| format!("{}\n", case.source)).collect()
}

/// The clean articles of the project's own corpus, with their titles, without the credits that may
/// go from them.
pub fn articles() -> &'static [Owned] {
    static ARTICLES: OnceLock<Vec<Owned>> = OnceLock::new();
    ARTICLES.get_or_init(|| {
        let bases = base::own().expect("the corpus is readable");
        bases.into_iter().map(article).collect()
    })
}

fn article(base: Base) -> Owned {
    let stays = |line: &&str| !base.optional.iter().any(|optional| optional == line.trim());
    let text = base.text.lines().filter(stays).map(|line| format!("{line}\n")).collect();
    Owned { title: Some(base.title), text }
}

/// A novel from a pirate's site, chapter by chapter, `size` bytes, never in memory as a whole.
pub fn novel(size: usize) -> impl Iterator<Item = String> {
    let body = super::adversaries::clean(6_000);
    let chapter =
        move |n: usize| format!("第{n}回\n{body}\n本书首发云岭小说网\n上一篇：第{}回\n", n.saturating_sub(1));
    up_to(size, (1..).map(chapter))
}

/// The pages of a site, one behind the other.
pub fn log(size: usize) -> impl Iterator<Item = String> {
    let page = |Owned { title, text }: &Owned| {
        format!("{}\n{text}\n责任编辑：林小舟\n上一篇：旧桥\n", title.as_deref().unwrap_or(""))
    };
    up_to(size, articles().iter().cycle().map(page))
}

/// A line that does not end.
pub fn line(size: usize) -> impl Iterator<Item = String> {
    up_to(size, articles().iter().cycle().map(|article| article.text.replace('\n', "")))
}

fn up_to(size: usize, pages: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    let mut given = 0;
    pages.take_while(move |page| {
        given += page.len();
        given <= size
    })
}

/// What sits badly in a text: clusters of several characters, odd spaces, marks, controls.
const ODD: [&str; 16] = [
    "e\u{301}",
    "🇨🇳🇯",
    "👩\u{200d}💻",
    "\r\n",
    "\r",
    "\u{0}",
    "\u{feff}",
    "\u{200b}",
    "\u{3000}",
    "某某",
    "（",
    "】",
    "\n\n",
    "ＱＱ",
    "\u{301}",
    "。",
];

/// One change to a text; places are taken modulo its length.
#[derive(Debug, Clone)]
enum Change {
    Insert(Index, Index),
    Delete(Index, Index),
    Repeat(Index, Index),
    Splice(Index, Index),
}

fn change() -> impl Strategy<Value = Change> {
    let two = || (any::<Index>(), any::<Index>());
    prop_oneof![
        two().prop_map(|(at, what)| Change::Insert(at, what)),
        two().prop_map(|(from, to)| Change::Delete(from, to)),
        two().prop_map(|(from, to)| Change::Repeat(from, to)),
        two().prop_map(|(at, case)| Change::Splice(at, case)),
    ]
}

fn place(text: &str, index: &Index) -> usize {
    text.floor_char_boundary(index.index(text.len() + 1))
}

/// A short stretch: at most 60 bytes from `from`.
fn stretch(text: &str, from: &Index, to: &Index) -> std::ops::Range<usize> {
    let start = place(text, from);
    start..text.floor_char_boundary((start + to.index(60)).min(text.len())).max(start)
}

fn apply(text: &mut String, change: &Change) {
    match change {
        Change::Insert(at, what) => text.insert_str(place(text, at), ODD[what.index(ODD.len())]),
        Change::Delete(from, to) => text.replace_range(stretch(text, from, to), ""),
        Change::Repeat(from, to) => {
            let again = text[stretch(text, from, to)].to_owned();
            text.insert_str(place(text, to), &again);
        }
        Change::Splice(at, case) => {
            let other = &cases()[case.index(cases().len())].source;
            text.insert_str(place(text, at), other);
        }
    }
}

/// A fixture with a few changes.
pub fn mutated() -> impl Strategy<Value = Owned> {
    (any::<Index>(), vec(change(), 0..6)).prop_map(|(case, changes)| {
        let mut owned = Owned::from(&cases()[case.index(cases().len())]);
        changes.iter().for_each(|change| apply(&mut owned.text, change));
        owned
    })
}

/// Any text at all, with any title.
pub fn generated() -> impl Strategy<Value = Owned> {
    let piece = prop_oneof![
        4 => "[一-龥]{1,12}",
        2 => prop::sample::select(vec!["，", "。", "\n", "：", "、", " ", "...", "[详细]", "——", "公司", "网"]).prop_map(str::to_owned),
        1 => prop::sample::select(ODD.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let text = vec(piece, 0..60).prop_map(|pieces| pieces.concat());
    (prop::option::of("[一-龥，。_-]{0,20}"), text).prop_map(|(title, text)| Owned { title, text })
}

/// Mutated or generated.
pub fn any_document() -> impl Strategy<Value = Owned> {
    prop_oneof![3 => mutated(), 1 => generated()]
}
