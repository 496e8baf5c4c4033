//! What stands below an article.

use crate::{chars::is_stop, draft::Draft, phrases, scene::Scene};

/// The sorts of block below an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Links to the previous and next article.
    PrevNext,
    /// Other articles' headlines.
    Headlines,
    /// Other articles' cut leads.
    Teasers,
    /// Keywords.
    Tags,
    /// Credits.
    Editorial,
    /// The site's own lines.
    Site,
    /// Buttons, players, scripts.
    Interface,
}

impl Tail {
    /// Every sort.
    pub const ALL: [Tail; 7] = [
        Tail::PrevNext,
        Tail::Headlines,
        Tail::Teasers,
        Tail::Tags,
        Tail::Editorial,
        Tail::Site,
        Tail::Interface,
    ];

    /// Puts a block of this sort below the page.
    pub fn add(self, page: &mut Draft, scene: &mut Scene<'_>) {
        match self {
            Tail::PrevNext => lines(page, scene, "prev_next", phrases::prev_next(), 2),
            Tail::Headlines => {
                let headed = scene.dice.chance(55) || !ends_a_sentence(page.text());
                page.below("related_headlines", &headlines(headed, scene));
            }
            Tail::Teasers => page.below("teaser_list", &teasers(scene)),
            Tail::Tags => lines(page, scene, "tag_line", phrases::tag_lines(), 2),
            Tail::Editorial => lines(page, scene, "editorial_line", phrases::editorial(), 2),
            Tail::Site => lines(page, scene, "site_line", phrases::site_lines(), 4),
            Tail::Interface => lines(page, scene, "ui_line", phrases::ui_lines(), 5),
        }
    }
}

/// Up to `most` lines of a list.
fn lines(page: &mut Draft, scene: &mut Scene<'_>, kind: &'static str, list: &[&'static str], most: usize) {
    for _ in 0..scene.dice.number(1..=most) {
        let line = scene.line(list);
        page.below(kind, &line);
    }
}

/// Whether bare headlines below the text can be told from it.
fn ends_a_sentence(text: &str) -> bool {
    text.trim_end().trim_end_matches(['”', '」', '）', ')', '"', '』']).ends_with(|c| is_stop(c) || c == '…')
}

/// Two to eight headlines, with a heading or bare.
fn headlines(headed: bool, scene: &mut Scene<'_>) -> String {
    let mut block = String::new();
    if headed {
        block.push_str(scene.dice.word(phrases::related_heads()));
        block.push('\n');
    }
    let bullet = scene.dice.pick(&["", "", "", "· ", "•", "- ", "▪ ", "■", "number", "[column]"]);
    let dated = scene.dice.chance(15);
    let blank = scene.dice.chance(15);
    for number in 1..=scene.dice.number(2..=8) {
        let front = match bullet {
            "number" => format!("{number}、"),
            "[column]" => scene.fill("[{column}]"),
            bullet => bullet.to_owned(),
        };
        let back = if dated { scene.fill(" {date}") } else { String::new() };
        let title = scene.other_title();
        let space = if blank { "\n" } else { "" };
        block += &format!("{front}{title}{back}\n{space}");
    }
    block.trim_end().to_owned()
}

/// Three to ten cut leads.
fn teasers(scene: &mut Scene<'_>) -> String {
    let separator = scene.dice.pick(&["", "-\n", "-\n", "--\n", "•\n", "\n"]);
    let end = scene.dice.word(phrases::teaser_ends());
    let joint = scene.dice.pick(&["\n", "\n", "", " "]);
    let titled = scene.dice.pick(&[0, 0, 50, 100]);
    let mut block = String::new();
    for _ in 0..scene.dice.number(3..=10) {
        block.push_str(separator);
        if scene.dice.chance(titled) {
            block += &format!("{}\n", scene.other_title());
        }
        block += &format!("{}{joint}{end}\n", cut_lead(scene));
    }
    block.trim_end().to_owned()
}

/// The first 40 to 110 characters of another article, cut anywhere but behind a stop.
pub fn cut_lead(scene: &mut Scene<'_>) -> String {
    let length = scene.dice.number(40..=110);
    let text = scene.other().text.replace('\n', " ");
    let lead: String = text.chars().take(length).collect();
    lead.trim_end_matches(|c: char| is_stop(c) || c == ' ').to_owned()
}
