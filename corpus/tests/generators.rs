//! What every generator promises.

use std::collections::HashSet;

use jingwen_corpus::{
    base::{self, Base},
    draft::Draft,
    family::{FAMILIES, Family},
    gold::{self, Gold},
    split::Column,
};

/// Documents a family makes for these tests.
const COUNT: usize = 40;

fn bases() -> Vec<Base> {
    base::own().expect("the base texts are readable")
}

fn documents(family: &Family, bases: &[Base], column: Column, seed: u64) -> Vec<Gold> {
    let bases: Vec<&Base> = bases.iter().collect();
    family.generate(&bases, column, COUNT, seed)
}

#[test]
fn the_same_seed_gives_the_same_documents_and_another_gives_others() {
    let bases = bases();
    for family in FAMILIES {
        let once = documents(family, &bases, Column::Tuned, 1);
        assert_eq!(once.len(), COUNT, "{} makes too few", family.name);
        assert_eq!(once, documents(family, &bases, Column::Tuned, 1));
        assert_ne!(once, documents(family, &bases, Column::Tuned, 2));
    }
}

#[test]
fn labels_are_sorted_disjoint_and_on_character_boundaries() {
    let bases = bases();
    for family in FAMILIES {
        for document in documents(family, &bases, Column::HeldOut, 3) {
            let mut at = 0;
            for span in &document.remove {
                assert!(at <= span.start && span.start < span.end, "{}: {span:?}", document.id);
                assert!(
                    document.text.is_char_boundary(span.start) && document.text.is_char_boundary(span.end)
                );
                at = span.end;
            }
            assert!(at <= document.text.len());
        }
    }
}

/// Families that put pieces into a page and leave its own text as it is, but for the punctuation's width.
const INSERTING: [&str; 6] = ["family_a", "names", "inline_keyword", "tails", "watermark", "contact"];

#[test]
fn cut_back_by_its_labels_a_document_is_its_base_text_again() {
    let bases = bases();
    for name in INSERTING {
        let family = Family::named(name).expect("registered");
        let mut restored = 0;
        for document in documents(family, &bases, Column::Tuned, 9) {
            let base =
                bases.iter().find(|base| document.id.ends_with(&format!("/{}", base.id))).expect("named");
            let clean = narrow(&document.clean_text());
            let (bare, titled) = (narrow(&base.text), narrow(&format!("{}\n{}", base.title, base.text)));
            restored += usize::from(clean == bare || clean == titled);
        }
        assert!(restored * 3 > COUNT * 2, "{name}: only {restored} of {COUNT}; traps explain a sixth");
    }
}

fn narrow(text: &str) -> String {
    let pairs = [('，', ','), ('：', ':'), ('；', ';'), ('（', '('), ('）', ')'), ('？', '?'), ('！', '!')];
    text.chars().map(|c| pairs.iter().find(|(wide, _)| *wide == c).map_or(c, |(_, narrow)| *narrow)).collect()
}

#[test]
fn hardly_two_documents_of_a_family_are_alike() {
    let bases = bases();
    for family in FAMILIES {
        let texts: HashSet<String> =
            documents(family, &bases, Column::Tuned, 5).into_iter().map(|document| document.text).collect();
        assert!(texts.len() * 10 >= COUNT * 9, "{} repeats itself", family.name);
    }
}

#[test]
fn settings_vary_from_document_to_document() {
    let bases = bases();
    for name in ["family_a", "fragments_other"] {
        let family = Family::named(name).expect("registered");
        let counts: HashSet<usize> = documents(family, &bases, Column::Tuned, 7)
            .iter()
            .map(|document| document.remove.len())
            .collect();
        assert!(counts.len() > 6, "{name} inserts the same number each time");
    }
}

#[test]
fn a_document_survives_being_written_and_read() {
    let document = documents(&FAMILIES[0], &bases(), Column::Tuned, 1).remove(0);
    let mut line = Vec::new();
    gold::write(&mut line, &document).expect("memory takes it");
    assert_eq!(gold::read(line.as_slice()).expect("it is a gold line"), vec![document]);
}

#[test]
fn a_credit_that_a_text_carries_may_go_or_stay() {
    let text = "第一句。\n文：林小舟\n第二句。";
    let optional = vec!["文：林小舟".to_owned()];
    let gold = Draft::clean(&Base { text: text.to_owned(), optional, ..Base::default() }).finish();
    assert_eq!(gold.text, text);
    assert_eq!(gold.clean_text(), "第一句。\n第二句。");
    assert!(gold.remove[0].optional);
}

#[test]
fn the_readme_names_every_family() {
    let readme = include_str!("../README.md");
    for family in FAMILIES {
        assert!(readme.contains(&format!("`{}`", family.name)), "{} is not in README.md", family.name);
    }
}

#[test]
fn junk_says_why_and_nothing_else_is_junk() {
    let bases = bases();
    let junk =
        ["family_b", "family_c", "title_only", "keyword_page", "teaser_index", "stitched", "brand_replaced"];
    for family in FAMILIES {
        for document in documents(family, &bases, Column::HeldOut, 11) {
            assert_eq!(document.is_drop(), junk.contains(&family.name), "{}", document.id);
            assert_eq!(document.is_drop(), document.reason.is_some(), "{}", document.id);
        }
    }
}
