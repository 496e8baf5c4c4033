//! Every bound holds against the text that was made to break it, and no byte is lost.
//!
//! What each adversary costs is held by `benches/gate/`, in instructions.

mod support;

use jingwen::{Action, Cleaner, Document, Kind, Limits, Options, Piece, Span, Summary};
use support::adversaries::{self, Adversary, clean, fill};
use unicode_segmentation::UnicodeSegmentation;

fn cleaner(limits: Limits) -> Cleaner {
    Cleaner::new(Options::default().with_limits(limits))
}

/// Streams the bytes and checks what holds whatever comes: the spans are a partition, and the text
/// is as long as what they keep.
fn stream(cleaner: &Cleaner, adversary: &Adversary) -> Summary {
    let (mut at, mut kept, mut text) = (0, 0, 0);
    let sink = |piece: Piece<'_>| match piece {
        Piece::Text(piece) => text += piece.len(),
        Piece::Span(span) => {
            assert_eq!(span.start(), at, "{}: spans are a partition", adversary.name);
            at = span.end();
            kept += if span.action() == Action::Remove { 0 } else { span.range().len() };
        }
    };
    let mut stream = cleaner.stream(sink).with_page(adversary.title.as_deref(), None);
    adversary.bytes.chunks(50_000).for_each(|chunk| stream.push_bytes(chunk));
    let (summary, _, _) = stream.finish();
    assert_eq!(at, summary.source_len(), "{}", adversary.name);
    assert_eq!(text, kept, "{}", adversary.name);
    assert_eq!(summary.source_len() - summary.removed_len(), kept, "{}", adversary.name);
    summary
}

#[test]
fn no_byte_of_an_adversary_is_lost() {
    let cleaner = cleaner(Limits::default().with_window(64 * 1024));
    for adversary in adversaries::all(200_000) {
        let summary = stream(&cleaner, &adversary);
        let decoded = String::from_utf8_lossy(&adversary.bytes);
        assert_eq!(summary.source_len(), decoded.len(), "{}", adversary.name);
    }
}

#[test]
fn every_bound_may_be_as_small_as_it_likes() {
    let none = Limits::default().with_window(0).with_lines(0).with_title(0).with_findings_per_kib(0);
    let cleaner = cleaner(none.with_candidates(0).with_learned(0));
    for adversary in adversaries::all(20_000) {
        let summary = stream(&cleaner, &adversary);
        assert_eq!(summary.removed_len(), 0, "{}: what is not found stays", adversary.name);
    }
}

#[test]
fn bounds_may_be_as_large_as_they_like() {
    let all = Limits::default().with_window(usize::MAX).with_lines(usize::MAX).with_title(usize::MAX);
    let all = all.with_findings_per_kib(usize::MAX).with_candidates(usize::MAX).with_learned(usize::MAX);
    for adversary in adversaries::all(20_000) {
        let boundless = stream(&cleaner(all), &adversary);
        assert_eq!(boundless.removed_len(), stream(&Cleaner::default(), &adversary).removed_len());
    }
}

/// Clusters as long as they like, and flags, of which many stand in a row.
const CLUSTERS: [&str; 4] = ["🇨", "\u{301}", "\u{fe0f}", "👩\u{200d}"];

#[test]
fn no_span_cuts_a_cluster_where_windows_meet() {
    let cleaner = cleaner(Limits::default().with_window(0));
    for (cluster, lead) in CLUSTERS.into_iter().flat_map(|cluster| (0..40).map(move |lead| (cluster, lead))) {
        let (before, apart) = (fill("灯", 3_100 + 7 * lead), cluster.repeat(2));
        let call = format!("微信：abc12345{apart}微信：abc12345{}", cluster.repeat(400));
        let page = format!("{before}{call}\n{}", fill("灯", 4_000));
        let mut bounds: Vec<usize> = page.grapheme_indices(true).map(|(at, _)| at).collect();
        bounds.push(page.len());
        let cleaned = cleaner.clean(&page);
        let is_bound = |span: &Span| bounds.binary_search(&span.end()).is_ok();
        assert!(cleaned.spans().iter().all(is_bound), "{cluster:?}, {lead}: {:?}", cleaned.spans());
    }
}

#[test]
fn a_window_within_a_cluster_passes_unchanged_and_that_is_reported() {
    let page = format!("{}责任编辑：林小舟\n", fill("\u{301}", 8_000));
    let cleaned = |window| cleaner(Limits::default().with_window(window)).clean(&page);
    assert!(cleaned(0).is_borrowed() && cleaned(0).summary().limited());
    assert!(!cleaned(10_000).summary().limited());
}

#[test]
fn a_text_that_is_not_done_after_eight_readings_passes_unchanged_and_that_is_reported() {
    let nested = |depth| format!("{}<|im_end|>{}", "<|im_".repeat(depth), "end|>".repeat(depth));
    let of = |depth| {
        let page = format!("雨停了。{}渡口明天开船。\n", nested(depth));
        let summary = *Cleaner::default().clean(&page).summary();
        (summary.removed_len(), summary.limited())
    };
    assert_eq!(of(6), (nested(6).len(), false));
    assert_eq!(of(7), (0, true));
}

#[test]
fn names_that_are_not_weighed_are_reported() {
    let limited = |candidates| {
        let cleaner = cleaner(Limits::default().with_candidates(candidates));
        stream(&cleaner, &adversaries::named("candidate names", 2_000)).limited()
    };
    assert!(limited(8));
    assert!(!limited(4_096));
}

#[test]
fn a_bound_that_is_reached_is_reported_and_the_text_passes() {
    let page = fill("上一篇：旧桥\n", 20_000);
    let cleaned = cleaner(Limits::default().with_findings_per_kib(1)).clean(&page).summary().limited();
    assert!(cleaned);
    assert!(!Cleaner::default().clean(&page).summary().limited());
}

#[test]
fn scraps_that_are_not_weighed_are_reported_even_where_nothing_is_found() {
    let page = fill("雨停了，石桥边有人。老人说，渡口明天开船，夜里不开。\n", 2_000);
    let document = Document::new(&page).with_title("石桥夜里渡口亮起新灯");
    let limited = |limits| cleaner(limits).clean_document(&document).summary().limited();
    assert!(limited(Limits::default().with_candidates(1)));
    assert!(!limited(Limits::default()));
}

#[test]
fn a_title_of_whose_characters_a_page_is_made_is_not_looked_for_and_that_is_reported() {
    let summary = |name| stream(&cleaner(Limits::default()), &adversaries::named(name, 60_000));
    assert!(summary("a title of common characters").limited());
    assert!(!summary("no repeats").limited());
}

#[test]
fn a_window_may_hold_so_many_lines() {
    let page = format!("{}上一篇：旧桥\n", fill("灯亮了。\n", 20_000));
    let windows = |lines| {
        let mut pieces = 0;
        let sink = |piece: Piece<'_>| pieces += usize::from(matches!(piece, Piece::Text(_)));
        let mut stream = cleaner(Limits::default().with_lines(lines)).stream(sink);
        stream.push(&page);
        drop(stream.finish());
        pieces
    };
    assert!(windows(64) >= page.lines().count() / 64);
    assert!(windows(100_000) < 4);
}

#[test]
fn a_title_is_read_up_to_its_bound() {
    let text = clean(8_000);
    let long = format!("渡口的灯{}", fill("一盏盏亮起来", 1 << 20));
    let cut = &long[..long.floor_char_boundary(90)];
    let cleaner = cleaner(Limits::default().with_title(90));
    let of = |title| cleaner.clean_document(&Document::new(&text).with_title(title)).spans().to_vec();
    assert_eq!(of(&long), of(cut));
}

#[test]
fn scraps_are_found_all_through_a_long_page() {
    let scraps = ["石桥", "渡口", "夜里", "亮起", "新灯"];
    let text = clean(150_000);
    let (mut page, mut dropped) = (String::new(), 0);
    for (number, clause) in text.split_inclusive('，').enumerate() {
        page += clause;
        if number % 3 == 0 {
            page += scraps[dropped % scraps.len()];
            dropped += 1;
        }
    }
    let document = Document::new(&page).with_title("石桥渡口夜里亮起新灯");
    let cleaned = Cleaner::default().clean_document(&document);
    let found = cleaned.spans().iter().filter(|span| span.kind() == Some(Kind::TitleFragment)).count();
    assert!(found * 10 > dropped * 9 && found <= dropped, "{found} of {dropped}");
    assert!(!cleaned.summary().limited());
}
