//! The sentences of `Stream`'s documentation, one test each.

mod support;

use jingwen::{Action, Cleaner, Idle, Kind, Limits, Options, Piece, Span};
use support::adversaries::{self, Adversary, clean, fill};

const WINDOW: usize = Limits::MIN_WINDOW;

fn narrow() -> Cleaner {
    Cleaner::new(Options::default().with_limits(Limits::default().with_window(WINDOW)))
}

/// What a sink was handed so far.
#[derive(Default)]
struct Taken {
    text: String,
    spans: Vec<Span>,
}

impl Taken {
    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Text(text) => self.text.push_str(text),
            Piece::Span(span) => self.spans.push(span),
        }
    }
}

#[test]
fn at_most_one_window_is_held_back() {
    let text = clean(20 * WINDOW);
    let taken = std::cell::RefCell::new(Taken::default());
    let mut stream = narrow().stream(|piece: Piece<'_>| taken.borrow_mut().take(piece));
    let mut pushed = 0;
    for line in text.split_inclusive('\n') {
        stream.push(line);
        pushed += line.len();
        let held = pushed - taken.borrow().text.len();
        assert!(held <= WINDOW, "{held} bytes are held back after {pushed}");
    }
    drop(stream.finish());
    assert_eq!(taken.borrow().text, text);
}

#[test]
fn a_document_not_longer_than_the_window_is_decided_in_finish() {
    let text = clean(WINDOW);
    let taken = std::cell::RefCell::new(Taken::default());
    let mut stream = narrow().stream(|piece: Piece<'_>| taken.borrow_mut().take(piece));
    stream.push(&text);
    assert!(taken.borrow().text.is_empty() && taken.borrow().spans.is_empty());
    drop(stream.finish());
    assert_eq!(taken.borrow().text, text);
}

#[test]
fn a_window_ends_after_the_last_line_end_of_its_later_half_else_after_a_sentence_else_a_character() {
    let line = format!("{}\n", fill("灯亮了", WINDOW - 300));
    let sentence = format!("{}。", fill("灯亮了", WINDOW - 300));
    for (head, ends_with) in [(line, '\n'), (sentence, '。'), (fill("灯亮了", WINDOW - 300), '了')] {
        let mut taken = Taken::default();
        let mut stream = narrow().stream(|piece: Piece<'_>| taken.take(piece));
        stream.push(&head);
        stream.push(&fill("灯亮了", 600));
        drop(stream);
        assert!(taken.text.len() >= WINDOW / 2);
        let end = taken.text.chars().next_back();
        assert!(end == Some(ends_with) || ends_with == '了', "the window ended with {end:?}");
    }
}

#[test]
fn a_removed_span_comes_with_its_window_and_a_kept_one_when_something_ends_it() {
    let taken = std::cell::RefCell::new(Taken::default());
    let mut stream = narrow().stream(|piece: Piece<'_>| taken.borrow_mut().take(piece));
    stream.push("上一篇：旧桥的故事\n");
    stream.push(&clean(3 * WINDOW));
    let spans = taken.borrow().spans.clone();
    assert_eq!(spans.len(), 1, "the kept span may still go on: {spans:?}");
    assert_eq!(spans[0].action(), Action::Remove);
    drop(stream.finish());
    assert_eq!(taken.borrow().spans.len(), 2);
}

#[test]
fn up_to_three_bytes_wait_for_their_character() {
    let mut taken = Taken::default();
    let mut stream = Cleaner::default().stream(|piece: Piece<'_>| taken.take(piece));
    let (head, tail) = "💻".as_bytes().split_at(3);
    stream.push_bytes(head);
    stream.push_bytes(tail);
    stream.push_bytes(head);
    let (summary, _, _) = stream.finish();
    assert_eq!(summary.source_len(), "💻\u{fffd}".len());
    assert_eq!(summary.replaced(), 1);
}

#[test]
fn text_pushed_behind_half_a_character_gives_the_half_up() {
    let mut stream = Cleaner::default().stream(|_: Piece<'_>| {});
    stream.push_bytes(&"灯".as_bytes()[..2]);
    stream.push("灯");
    let (summary, _, _) = stream.finish();
    assert_eq!((summary.source_len(), summary.replaced()), ("\u{fffd}灯".len(), 1));
}

#[test]
fn the_page_set_behind_the_first_push_changes_nothing() {
    let page = "渡口的灯\n渡口的灯一盏盏亮起来，船工们开始收网。\n";
    let spans = |late: bool| {
        let mut taken = Taken::default();
        let mut stream = Cleaner::default().stream(|piece: Piece<'_>| taken.take(piece));
        stream.push(page);
        if late {
            stream = stream.with_page(Some("船工们开始收网"), Some("云岭在线"));
        }
        drop(stream.finish());
        taken.spans
    };
    assert_eq!(spans(true), spans(false));
}

#[test]
fn a_finished_stream_is_ready_for_the_next_document() {
    let cleaner = narrow();
    let run = |idle: Idle, page: &Adversary| {
        let mut taken = Taken::default();
        let sink = |piece: Piece<'_>| taken.take(piece);
        let mut stream = idle.stream_document(page.title.as_deref(), Some("云岭在线"), sink);
        page.bytes.chunks(1000).for_each(|chunk| stream.push_bytes(chunk));
        let (summary, idle, _) = stream.finish();
        (taken.text, taken.spans, summary, idle)
    };
    let fresh = || cleaner.stream(|_: Piece<'_>| {}).finish().1;
    let mut used = fresh();
    // Forth and back, so that each page has two different ones before it.
    let pages: Vec<Adversary> = adversaries::all(3 * WINDOW).collect();
    for page in pages.iter().chain(pages.iter().rev()) {
        let (text, spans, summary, idle) = run(used, page);
        let (own_text, own_spans, own_summary, _) = run(fresh(), page);
        assert!(text == own_text && spans == own_spans, "{}", page.name);
        assert_eq!(summary, own_summary, "{}", page.name);
        used = idle;
    }
}

#[test]
fn the_title_is_carried_on_from_window_to_window() {
    let title = "石桥渡口夜里亮起新灯";
    let scraps = ["石桥", "渡口", "夜里", "亮起", "新灯"];
    let mut scraps = scraps.iter().cycle();
    let body = clean(6 * WINDOW).split_inclusive('，').fold(String::new(), |mut body, clause| {
        body.extend([clause, if clause.len() > 30 { scraps.next().copied().unwrap_or("") } else { "" }]);
        body
    });
    let page = format!("{title}\n{body}");
    let last_removed = |page: &str, title: Option<&str>| {
        let mut last = 0;
        let mut stream = narrow().stream(|piece: Piece<'_>| match piece {
            Piece::Span(span) if span.kind() == Some(Kind::TitleFragment) => last = span.end(),
            _ => {}
        });
        stream = stream.with_page(title, None);
        stream.push(page);
        drop(stream.finish());
        last
    };
    assert!(last_removed(&page, None) > 3 * WINDOW);
    assert!(last_removed(&body, None) < WINDOW);
}

/// Puts what `next` gives behind every `every`th comma of a text.
fn drop_into(text: &str, every: usize, mut next: impl FnMut() -> &'static str) -> String {
    let clauses = text.split_inclusive('，').enumerate();
    clauses.fold(String::new(), |mut text, (number, clause)| {
        text.extend([clause, if (number + 1) % every == 0 { next() } else { "" }]);
        text
    })
}

/// What of a kind a cleaner takes out of a page, with its place.
fn removed(cleaner: &Cleaner, page: &str, title: &str, kind: Kind) -> Vec<(usize, String)> {
    let mut taken = Taken::default();
    let mut stream = cleaner.stream(|piece: Piece<'_>| taken.take(piece)).with_page(Some(title), None);
    stream.push(page);
    drop(stream.finish());
    let of_kind = taken.spans.iter().filter(|span| span.kind() == Some(kind));
    of_kind.map(|span| (span.start(), page[span.range()].to_owned())).collect()
}

const TITLE: &str = "石桥渡口夜里亮起新灯";

#[test]
fn scraps_that_were_taken_out_are_known_in_later_windows() {
    let mut scraps = ["石桥", "渡口", "夜里", "亮起", "新灯"].into_iter().cycle();
    let polluted = drop_into(&clean(2 * WINDOW), 2, || scraps.next().unwrap());
    let later = format!("{}来往的人不多，夜里船工们收了网，石桥各自回家。\n", clean(WINDOW));
    let page = format!("{polluted}{later}");
    let from = |all: Vec<(usize, String)>| -> Vec<String> {
        all.into_iter().filter(|(at, _)| *at >= polluted.len()).map(|(_, scrap)| scrap).collect()
    };
    assert_eq!(from(removed(&narrow(), &page, TITLE, Kind::TitleFragment)), ["夜里", "石桥"]);
    assert!(removed(&narrow(), &later, TITLE, Kind::TitleFragment).is_empty(), "by itself it shows nothing");
}

#[test]
fn names_that_were_taken_out_are_known_in_later_windows() {
    let name = "桐溪市鑫禾达搬家服务部";
    let window = |sentence: &str| format!("{}{sentence}\n", clean(WINDOW - 200));
    let polluted = window(&format!("风停了。{name}灯一盏盏亮{name}起来，船工{name}们开始收网。{name}"));
    let later = window(&format!("来往的人不多。{name}船工们收了网。"));
    let page = format!("{polluted}{later}");
    let limits = Limits::default().with_window(WINDOW);
    let places = |limits: Limits, page: &str| {
        removed(&Cleaner::new(Options::default().with_limits(limits)), page, TITLE, Kind::InjectedName).len()
    };
    assert_eq!((places(limits, &polluted), places(limits, &later)), (4, 0), "by itself it shows nothing");
    assert_eq!(places(limits, &page), 5);
    assert_eq!(places(limits.with_learned(0), &page), 4);
}
