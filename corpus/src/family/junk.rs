//! Whole documents that are junk: the verdict is *drop*.

use super::keyword_strip;
use crate::{
    blocks::tail::{Tail, cut_lead},
    chars::{is_han, is_stop},
    draft::Draft,
    gold::Gold,
    phrases, readings,
    scene::Scene,
};

/// A page with the verdict *drop*.
fn drop(page: Draft, reason: &str) -> Gold {
    Gold { verdict: Some("drop".to_owned()), reason: Some(reason.to_owned()), ..page.finish() }
}

/// Nothing but a query, with or without lines of the site.
pub(super) fn title_only(scene: &mut Scene<'_>) -> Option<Gold> {
    let query = scene.line(phrases::queries());
    let twice = scene.dice.chance(20);
    let mut page = Draft::plain(if twice { format!("{query}\n{query}") } else { query.clone() });
    page.title = scene.dice.chance(60).then_some(query);
    if scene.dice.chance(30) {
        scene.dice.pick(&[Tail::PrevNext, Tail::Site, Tail::Interface]).add(&mut page, scene);
    }
    Some(drop(page, "title_only"))
}

/// Variants of one query, one a line, or strips of a film or gambling site's phrases.
pub(super) fn keyword_page(scene: &mut Scene<'_>) -> Option<Gold> {
    let keyword = scene.dice.word(phrases::keywords());
    let strips = scene.dice.chance(25);
    let count =
        if strips { scene.dice.number(3..=12) } else { scene.dice.setting("keyword_page.lines", 15..=30) };
    let line =
        |scene: &mut Scene<'_>| if strips { keyword_strip::strip(scene) } else { variant(keyword, scene) };
    let lines: Vec<String> = (0..count).map(|_| line(scene)).collect();
    let mut page = Draft::plain(lines.join("\n"));
    page.title = scene.dice.chance(60).then(|| keyword.to_owned());
    Some(drop(page, "keyword_page"))
}

fn variant(keyword: &str, scene: &mut Scene<'_>) -> String {
    let template = scene.dice.pick(phrases::queries());
    scene.fill(&template.replace("{keyword}", keyword))
}

/// Three or more cut leads and no article.
pub(super) fn teaser_index(scene: &mut Scene<'_>) -> Option<Gold> {
    let end = if scene.dice.chance(50) { "..." } else { scene.dice.word(phrases::teaser_ends()) };
    let joint = scene.dice.pick(&["", "", "\n", " "]);
    let titled = scene.dice.pick(&[0, 100, 100]);
    let dated = scene.dice.chance(30);
    let mut items = String::new();
    for _ in 0..scene.dice.number(3..=12) {
        if scene.dice.chance(titled) {
            items += &format!("{}\n", scene.other_title());
        }
        items += &format!("{}{joint}{end}\n", cut_lead(scene));
        if dated {
            items += &scene.fill("{date}\n");
        }
    }
    let mut page = Draft::plain(items.trim_end().to_owned());
    page.title = scene.dice.chance(60).then(|| scene.fill("{column}_{site}"));
    Some(drop(page, "teaser_index"))
}

/// Sentences of eight or more unrelated articles in a row.
pub(super) fn stitched(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut text = String::new();
    for _ in 0..scene.dice.setting("stitched.sentences", 8..=24) {
        let sentence = some_sentence(scene)?;
        text.push_str(&sentence);
        if scene.dice.chance(20) {
            text.push('\n');
        }
    }
    let mut page = Draft::plain(text.trim_end().to_owned());
    page.title = scene.dice.chance(70).then(|| scene.headline().to_owned());
    Some(drop(page, "stitched"))
}

/// A sentence of some other text in the same writing, without quotation marks.
fn some_sentence(scene: &mut Scene<'_>) -> Option<String> {
    let traditional = readings::is_traditional(&scene.base.text);
    for _ in 0..40 {
        let other = scene.other();
        let sentences =
            other.text.split_inclusive(is_stop).map(str::trim).filter(|sentence| is_whole(sentence));
        let fit: Vec<&str> = sentences.collect();
        if !fit.is_empty() && readings::is_traditional(&other.text) == traditional {
            return Some(scene.dice.pick(&fit).to_owned());
        }
    }
    None
}

fn is_whole(sentence: &str) -> bool {
    let begins = sentence.starts_with(is_han);
    begins
        && (12..80).contains(&sentence.chars().count())
        && !sentence.contains(['\n', '“', '”', '「', '」', '"'])
}

/// Fewest times a subject must be named to be the subject.
const MIN_NAMED: usize = 4;

/// The article's subject is a brand throughout.
pub(super) fn brand_replaced(scene: &mut Scene<'_>) -> Option<Gold> {
    let subject = subject(scene.headline(), &scene.base.text)?;
    let brand = scene.dice.word(phrases::brands());
    let brand = if scene.dice.chance(30) { format!("{brand}官网") } else { brand.to_owned() };
    let mut page = Draft::plain(scene.body().replace(&subject, &brand));
    page.title = scene.dice.chance(80).then(|| scene.headline().replace(&subject, &brand));
    Some(drop(page, "brand_replaced"))
}

/// The longest scrap of the title, four characters to two, that the text names again and again.
fn subject(title: &str, text: &str) -> Option<String> {
    let chars: Vec<char> = title.chars().collect();
    let scraps = |length: usize| chars.windows(length).filter(|scrap| scrap.iter().all(|c| is_han(*c)));
    let named = |scrap: &String| text.matches(scrap.as_str()).count() >= MIN_NAMED;
    (2..=4).rev().find_map(|length| scraps(length).map(|scrap| scrap.iter().collect()).find(named))
}
