//! Runs of search phrases and gambling brands, as first or last lines or before sentences.

use crate::{
    draft::Draft,
    gold::Gold,
    phrases,
    scene::Scene,
    spots::{self, Manner},
};

/// Longest strip, in phrases.
const MAX_PHRASES: usize = 14;
/// Strips are less than one part in this many of a page: more of them, and the page is junk.
const MAX_SHARE: usize = 3;

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    match scene.dice.pick(&["strip", "strip", "strip", "brand tail", "brand summary", "brand clauses"]) {
        "strip" => strips(&mut page, scene),
        "brand tail" => brand_tail(&mut page, scene),
        "brand summary" => brand_summary(&mut page, scene),
        _ => brand_clauses(&mut page, scene),
    }
    let gold = page.finish();
    let clean = gold.clean_text().len();
    (clean < gold.text.len() && clean * MAX_SHARE > gold.text.len() * (MAX_SHARE - 1)).then_some(gold)
}

/// One to three lines above or below.
fn strips(page: &mut Draft, scene: &mut Scene<'_>) {
    for _ in 0..scene.dice.number(1..=3) {
        let strip = strip(scene);
        if scene.dice.chance(50) {
            page.top("keyword_strip", &strip);
        } else {
            page.below("keyword_strip", &strip);
        }
    }
}

/// One line of phrases.
pub(super) fn strip(scene: &mut Scene<'_>) -> String {
    let joint = scene.dice.pick(&["_", "-", ",", "|", "•", "I", " ", "，", "、", " - ", " | "]);
    let list = if scene.dice.chance(70) { phrases::spam_phrases() } else { phrases::brands() };
    let count = scene.dice.setting("strip.phrases", 4..=MAX_PHRASES);
    let parts: Vec<&str> = (0..count).map(|_| scene.dice.word(list)).collect();
    parts.join(joint)
}

/// A list of one brand's names, one a line.
fn brand_tail(page: &mut Draft, scene: &mut Scene<'_>) {
    let brand = scene.dice.word(phrases::brands());
    let ends = ["官网", "登录", "注册", "app下载", "平台官方", "手机版", "最新网址", "入口"];
    for _ in 0..scene.dice.number(2..=6) {
        let end = scene.dice.pick(&ends);
        page.below("keyword_strip", &format!("{brand}{end}"));
    }
}

/// `文章摘要:` with a brand and words from elsewhere.
fn brand_summary(page: &mut Draft, scene: &mut Scene<'_>) {
    let brand = scene.dice.word(phrases::brands());
    let sentences: Vec<String> = (0..scene.dice.number(1..=3)).map(|_| scene.other_title()).collect();
    let label = scene.dice.pick(&["文章摘要:", "文章摘要：", "内容摘要："]);
    page.above("keyword_strip", &format!("{label}{brand},{}。", sentences.join(",")));
}

/// `<brand>:` before sentences.
fn brand_clauses(page: &mut Draft, scene: &mut Scene<'_>) {
    let brand = scene.dice.word(phrases::brands());
    let count = scene.dice.number(2..=8);
    let spots = spots::all(page.text(), page.body(), Manner::SentenceEnd);
    for at in spots::choose(spots, count, 60, &mut scene.dice) {
        page.insert(at, "inline_keyword", format!("{brand}:"));
    }
}
