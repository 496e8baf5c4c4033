//! The promises, on the benchmark's dirty pages.

use jingwen::{Action, Cleaned, Cleaner, Document, Limits, Options, Piece, Span};
use jingwen_corpus::{
    base::{self, Base},
    family::FAMILIES,
    gold::Gold,
    split::Column,
};

/// Documents a family.
const COUNT: usize = 25;
const SEED: u64 = 5;

fn pages() -> Vec<Gold> {
    let bases = base::own().expect("the base texts are readable");
    let tuned: Vec<&Base> = bases.iter().filter(|base| base.column() == Column::Tuned).collect();
    FAMILIES.iter().flat_map(|family| family.generate(&tuned, Column::Tuned, COUNT, SEED)).collect()
}

fn document<'t>(text: &'t str, page: &'t Gold) -> Document<'t> {
    let document = Document::new(text);
    page.title.as_deref().map_or(document, |title| document.with_title(title))
}

fn is_cut_by_its_spans(cleaned: &Cleaned<'_>) -> bool {
    let kept = cleaned.spans().iter().filter(|span| span.action() != Action::Remove);
    let text: String = kept.map(|span| &cleaned.source()[span.range()]).collect();
    let touching = cleaned.spans().windows(2).all(|pair| pair[0].end() == pair[1].start());
    touching && text == cleaned.text()
}

#[test]
fn the_clean_text_is_the_source_cut_by_its_spans() {
    let cleaner = Cleaner::default();
    for page in pages() {
        assert!(is_cut_by_its_spans(&cleaner.clean_document(&document(&page.text, &page))), "{}", page.id);
    }
}

#[test]
fn a_cleaned_page_is_clean() {
    let cleaner = Cleaner::default();
    let again = |page: &Gold| {
        let once = cleaner.clean_document(&document(&page.text, page));
        let twice = cleaner.clean_document(&document(once.text(), page));
        (twice.text() != once.text()).then(|| page.id.clone())
    };
    let unstable: Vec<String> = pages().iter().filter_map(again).collect();
    assert!(unstable.is_empty(), "{unstable:#?}");
}

#[test]
fn a_page_in_pushes_of_some_bytes_gives_the_same_spans() {
    let cleaner =
        Cleaner::new(Options::default().with_limits(Limits::default().with_window(0).with_lines(0)));
    for page in pages() {
        let whole = cleaner.clean_document(&document(&page.text, &page));
        let mut spans: Vec<Span> = Vec::new();
        let sink = |piece: Piece<'_>| {
            if let Piece::Span(span) = piece {
                spans.push(span);
            }
        };
        let mut stream = cleaner.stream(sink).with_page(page.title.as_deref(), None);
        page.text.as_bytes().chunks(61).for_each(|chunk| stream.push_bytes(chunk));
        let _ = stream.finish();
        assert_eq!(spans, whole.spans(), "{}", page.id);
    }
}
