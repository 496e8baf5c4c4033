//! Characters that are not writing: control characters, symbols inside words, forum jammers, empty
//! tags, mojibake, a model's marks, invisible characters.

use crate::{
    draft::Draft,
    gold::Gold,
    phrases,
    scene::Scene,
    split::Dice,
    spots::{self, Manner},
};

pub(super) fn make(scene: &mut Scene<'_>) -> Option<Gold> {
    let mut page = scene.page();
    let dice = &mut scene.dice;
    let sort = dice.pick(&[
        Sort::Control,
        Sort::Symbol,
        Sort::Jammer,
        Sort::Tag,
        Sort::Mojibake,
        Sort::Model,
        Sort::Invisible,
    ]);
    let manner = dice.pick(sort.manners());
    let count = dice.setting("noise.count", 3..=30).min(sort.most(page.text()));
    let spots = spots::choose(spots::all(page.text(), page.body(), manner), count, 9, dice);
    insert(&mut page, &spots, sort, dice);
    (page.len() >= sort.fewest()).then(|| page.finish())
}

fn insert(page: &mut Draft, spots: &[usize], sort: Sort, dice: &mut Dice) {
    for at in spots {
        let piece = sort.piece(dice);
        page.insert(*at, "noise_chars", piece);
    }
}

#[derive(Clone, Copy)]
enum Sort {
    Control,
    Symbol,
    Jammer,
    Tag,
    Mojibake,
    Model,
    Invisible,
}

impl Sort {
    /// Where it is found.
    fn manners(self) -> &'static [Manner] {
        match self {
            Sort::Jammer | Sort::Tag => &[Manner::ParagraphEnd, Manner::SentenceEnd],
            Sort::Model => &[Manner::ParagraphEnd],
            _ => &[Manner::Anywhere],
        }
    }

    /// Fewest pieces of a page worth scoring.
    const fn fewest(self) -> usize {
        match self {
            Sort::Symbol => 4,
            _ => 1,
        }
    }

    /// Most pieces of a page that is still worth reading.
    fn most(self, text: &str) -> usize {
        match self {
            Sort::Mojibake => 1 + text.chars().count() / 200,
            _ => usize::MAX,
        }
    }

    fn piece(self, dice: &mut Dice) -> String {
        match self {
            Sort::Control => repeat(1..=6, dice, |dice| dice.pick(&['\u{5}', '\u{6}', '\u{7}', '\u{8}'])),
            Sort::Symbol => repeat(1..=3, dice, symbol),
            Sort::Jammer => jammer(dice),
            Sort::Tag => tag(dice),
            Sort::Mojibake => repeat(2..=8, dice, mojibake),
            Sort::Model => dice.word(phrases::model_residue()).to_owned(),
            Sort::Invisible => repeat(1..=2, dice, |dice| dice.pick(&['\u{feff}', '\u{200b}', '\u{2060}'])),
        }
    }
}

fn repeat(
    times: std::ops::RangeInclusive<usize>,
    dice: &mut Dice,
    one: impl Fn(&mut Dice) -> char,
) -> String {
    (0..dice.number(times)).map(|_| one(dice)).collect()
}

/// A symbol of an astral plane.
fn symbol(dice: &mut Dice) -> char {
    let blocks = [0x1_f300, 0x1_f680, 0x1_d400, 0x1_0330, 0x1_2000, 0x1_f700];
    let code = dice.pick(&blocks) + dice.number(0..=26) as u32;
    char::from_u32(code).unwrap_or('\u{1f300}')
}

fn mojibake(dice: &mut Dice) -> char {
    if dice.chance(50) {
        '\u{fffd}'
    } else {
        char::from_u32(0xe000 + dice.number(0..=200) as u32).unwrap_or('\u{e000}')
    }
}

/// `8 t& G" K9 [: l`: single letters, digits and signs.
fn jammer(dice: &mut Dice) -> String {
    let signs: Vec<char> =
        "abdefghjkmnqrtuwxyzABDEGHKLMQRTVXY0123456789&\"[]:;'~!@#$%^*()-+{}|?/,.=_`".chars().collect();
    let mut piece: String = (0..dice.number(5..=14)).fold(String::new(), |mut piece, _| {
        piece.push(dice.pick(&signs));
        if dice.chance(30) {
            piece.push(dice.pick(&signs));
        }
        piece.push(' ');
        piece
    });
    piece.truncate(piece.trim_end().len());
    piece
}

/// An empty tag with a random identity.
fn tag(dice: &mut Dice) -> String {
    let letters: Vec<char> = "abcdefghijklmnopqrstuvwxyz0123456789".chars().collect();
    let id: String = (0..5).map(|_| dice.pick(&letters)).collect();
    let name = dice.pick(&["sup", "sub", "ins", "font", "acronym", "dfn", "bdo", "tt"]);
    let field = dice.pick(&["id", "id", "id", "class"]);
    format!("<{name} {field}=\"{id}\"></{name}>")
}
