//! What stands above and between the paragraphs of an article.

use crate::{
    chars::is_stop,
    draft::Draft,
    phrases,
    scene::Scene,
    spots::{self, Manner},
};

/// The sorts of block above or within an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Date, source, views.
    Meta,
    /// The path to the page.
    Breadcrumb,
    /// The title once more.
    Title,
    /// A copy of the lead behind a label.
    Summary,
    /// A paragraph once more.
    Paragraph,
    /// Labels of advertisements between paragraphs.
    Advertisement,
    /// Buttons.
    Interface,
    /// What a site for shared files says of a file.
    Shell,
}

impl Head {
    /// Every sort.
    pub const ALL: [Head; 8] = [
        Head::Breadcrumb,
        Head::Title,
        Head::Meta,
        Head::Interface,
        Head::Shell,
        Head::Summary,
        Head::Paragraph,
        Head::Advertisement,
    ];

    /// Puts a block of this sort on the page.
    pub fn add(self, page: &mut Draft, scene: &mut Scene<'_>) {
        match self {
            Head::Breadcrumb => page.top("breadcrumb", &scene.line(phrases::breadcrumbs())),
            Head::Meta => meta(page, scene),
            Head::Title => title(page),
            Head::Interface => page.above("ui_line", &scene.line(phrases::ui_lines())),
            Head::Shell => shell(page, scene),
            Head::Summary => summary(page, scene),
            Head::Paragraph => paragraph(page, scene),
            Head::Advertisement => advertisements(page, scene),
        }
    }
}

fn meta(page: &mut Draft, scene: &mut Scene<'_>) {
    for _ in 0..scene.dice.pick(&[1, 1, 1, 2]) {
        page.above("meta_line", &scene.line(phrases::meta_lines()));
    }
}

fn shell(page: &mut Draft, scene: &mut Scene<'_>) {
    for _ in 0..scene.dice.pick(&[0, 0, 2, 4]) {
        page.above("ui_line", &scene.line(phrases::share_shells()));
    }
}

/// Repeats the title line, where the page shows one.
fn title(page: &mut Draft) {
    let line = page.text()[..page.body().start].trim_end().to_owned();
    if !line.is_empty() {
        page.above("duplicate", &line);
    }
}

/// Copies the lead above the article, whole or cut.
fn summary(page: &mut Draft, scene: &mut Scene<'_>) {
    let lead = lead(&page.text()[page.body()]).to_owned();
    if lead.chars().count() < 20 {
        return;
    }
    let label = scene.dice.word(phrases::summaries());
    let joint = if label.ends_with(['】', ']']) { "" } else { scene.dice.pick(&["", "", "\n"]) };
    let cut = scene.dice.number(20..=lead.chars().count());
    let copy: String = if scene.dice.chance(40) {
        lead.chars().take(cut).chain(scene.dice.pick(&["...", "……", "…"]).chars()).collect()
    } else {
        lead
    };
    page.above("duplicate", &format!("{label}{joint}{copy}"));
}

/// The first two sentences of the first paragraph, or as much as there is.
fn lead(body: &str) -> &str {
    let line = body.trim_start().lines().next().unwrap_or_default();
    let stops = line.char_indices().filter(|(_, c)| is_stop(*c));
    stops.map(|(at, c)| at + c.len_utf8()).nth(1).map_or(line, |end| &line[..end])
}

/// Says a paragraph of some length twice.
fn paragraph(page: &mut Draft, scene: &mut Scene<'_>) {
    let mut at = page.body().start;
    let mut found = Vec::new();
    for line in page.text()[page.body()].split_inclusive('\n') {
        at += line.len();
        if line.ends_with('\n') && line.chars().count() > 40 {
            found.push((at, line.to_owned()));
        }
    }
    if !found.is_empty() {
        let (at, line) = scene.dice.pick(&found);
        page.insert(at, "duplicate", line);
    }
}

fn advertisements(page: &mut Draft, scene: &mut Scene<'_>) {
    let ends = spots::all(page.text(), page.body(), Manner::ParagraphEnd);
    let count = scene.dice.number(1..=3);
    let marker = scene.line(phrases::ad_markers());
    for at in spots::choose(ends, count, 60, &mut scene.dice) {
        page.insert(at, "ad_marker", format!("\n{marker}"));
    }
}
