//! The promises of the crate's documentation, on generated and on mutated fixture texts.

mod support;

use jingwen::{Action, Cleaned, Cleaner, Document, Verdict};
use proptest::prelude::*;
use support::{
    lexicons,
    texts::{any_document, cases, generated},
};
use unicode_segmentation::UnicodeSegmentation;

fn is_partition(cleaned: &Cleaned<'_>) -> bool {
    let mut at = 0;
    for span in cleaned.spans() {
        if span.start() != at || span.end() <= span.start() {
            return false;
        }
        at = span.end();
    }
    at == cleaned.source().len()
}

/// The source with the removed spans cut.
fn cut(cleaned: &Cleaned<'_>) -> String {
    let kept = cleaned.spans().iter().filter(|span| span.action() != Action::Remove);
    kept.map(|span| &cleaned.source()[span.range()]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn promise_1_the_spans_partition_the_source(page in any_document()) {
        let cleaner = Cleaner::default();
        let cleaned = cleaner.clean_document(&page.document());
        prop_assert!(is_partition(&cleaned), "{:?}", cleaned.spans());
        prop_assert_eq!(cut(&cleaned), cleaned.text());
        let mut clusters: Vec<usize> = page.text.grapheme_indices(true).map(|(at, _)| at).collect();
        clusters.push(page.text.len());
        for end in cleaned.spans().iter().map(|span| span.end()) {
            prop_assert!(clusters.binary_search(&end).is_ok(), "{end} is inside a cluster");
        }
    }

    #[test]
    fn promise_2_offsets_lead_to_the_source_and_back(page in any_document()) {
        let cleaner = Cleaner::default();
        let cleaned = cleaner.clean_document(&page.document());
        for (at, c) in cleaned.text().char_indices() {
            let source = cleaned.source_offset(at).expect("inside the clean text");
            prop_assert!(page.text[source..].starts_with(c));
            prop_assert_eq!(cleaned.clean_offset(source), Some(at));
        }
        let source: Vec<char> = page.text.chars().collect();
        for (at, c) in cleaned.text().chars().enumerate() {
            let place = cleaned.source_char(at).expect("inside the clean text");
            prop_assert_eq!(source[place], c);
            prop_assert_eq!(cleaned.clean_char(place), Some(at));
        }
        prop_assert_eq!(cleaned.source_offset(cleaned.text().len()), Some(page.text.len()));
        prop_assert_eq!(cleaned.source_offset(cleaned.text().len() + 1), None);
        prop_assert_eq!(cleaned.clean_offset(page.text.len() + 1), None);
    }

    #[test]
    fn promise_3_what_nothing_is_removed_from_comes_out_borrowed(page in any_document()) {
        let cleaner = Cleaner::default();
        let cleaned = cleaner.clean_document(&page.document());
        let untouched = cleaned.removed().next().is_none();
        prop_assert_eq!(cleaned.is_borrowed(), untouched);
        prop_assert_eq!(cleaned.text() == page.text, untouched);
        prop_assert!(untouched || cleaned.verdict() != Verdict::Clean);
    }

    #[test]
    fn promise_5_clean_output_is_clean(page in any_document()) {
        let cleaner = Cleaner::default();
        let cleaned = cleaner.clean_document(&page.document());
        let mut again = page.clone();
        again.text = cleaned.text().to_owned();
        let twice = cleaner.clean_document(&again.document());
        prop_assert_eq!(twice.text(), cleaned.text());
    }

    #[test]
    fn promise_7_nothing_panics(text in any::<String>(), title in any::<Option<String>>(), page in generated()) {
        let cleaner = Cleaner::default();
        for text in [&text, &page.text] {
            let mut document = Document::new(text);
            if let Some(title) = &title {
                document = document.with_title(title).with_site(title);
            }
            prop_assert!(is_partition(&cleaner.clean_document(&document)));
        }
    }

    #[test]
    fn promise_8_the_same_text_gives_the_same_spans_in_every_thread(page in any_document()) {
        let spans = || Cleaner::default().clean_document(&page.document()).spans().to_vec();
        let here = spans();
        let there = std::thread::scope(|scope| scope.spawn(spans).join());
        prop_assert_eq!(there.expect("no panic"), here);
    }
}

#[test]
fn promise_3_a_fixture_that_must_be_kept_comes_out_borrowed() {
    let cleaner = Cleaner::default();
    for case in cases().iter().filter(|case| case.marks.is_empty() && case.verdict.is_none()) {
        let cleaned = cleaner.clean_document(&case.document());
        assert!(cleaned.is_borrowed(), "{}", case.name);
        assert_eq!(cleaned.verdict(), Verdict::Clean, "{}", case.name);
    }
}

#[test]
fn words_of_the_lists_may_end_lines_and_texts() {
    let cleaner = Cleaner::default();
    let lists: Vec<String> = lexicons().collect();
    for entry in lists.iter().flat_map(|list| list.lines()) {
        for (before, behind) in
            [("", ""), ("", " "), ("雨停了。", "： \n"), ("\n", " \n雨停了。\n"), ("", "　")]
        {
            let text = format!("{before}{entry}{behind}");
            let cleaned = cleaner.clean(&text);
            assert_eq!(cleaned.spans().last().map_or(0, |span| span.range().end), text.len(), "{text}");
        }
    }
}
